//! `kheo pack draw`: the procedure of a kind of case as a state diagram.

use std::fs;

use kheo_calendar::day_in_vietnam;
use kheo_paper::procedure;
use kheo_paper::svg::state_diagram;
use kheo_words::Tongue;

use crate::clock::Clock;
use crate::command_line::{Draw, RuleFiles};
use crate::failure::Failure;
use crate::packs;
use crate::terminal::{print, println};

/// Prints the picture, or writes it to a file.
pub(crate) fn run(wanted: Draw, tongue: Tongue<'_>) -> Result<(), Failure> {
    let Draw { kind, on, out, packs } = wanted;
    let (packs, words) = packs::load(&RuleFiles { packs, calendar: None })?;
    let day = on.unwrap_or_else(|| day_in_vietnam(Clock::true_time().now()));
    let kind = packs::kind_on(&packs.rules, &kind, day, "--on")?;
    let picture = state_diagram::file(&procedure::diagram(kind, words.in_lang(tongue.lang())));
    let Some(out) = out else {
        print(&picture);
        return Ok(());
    };
    let path = out.display().to_string();
    fs::write(&out, picture)
        .map_err(|why| Failure::new("unwritable").with("path", &path).caused_by(why))?;
    println(&tongue.say_with("file-written", &[("path", &path)]));
    Ok(())
}
