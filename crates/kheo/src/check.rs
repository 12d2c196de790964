//! `kheo pack check`: everything that is wrong with the packs, all at once.

mod syntax;

use kheo_pack::{PackError, Problem};
use kheo_words::Tongue;

use crate::command_line::Check;
use crate::failure::Failure;
use crate::packs;
use crate::terminal::println;

/// Checks the packs of a folder, or those inside the program.
pub(crate) fn run(wanted: &Check, tongue: Tongue<'_>) -> Result<(), Failure> {
    let files = packs::files(wanted.dir.as_deref(), wanted.calendar.as_deref())?;
    match kheo_pack::load(&files) {
        Ok(packs) => {
            let count = i64::try_from(packs.packs.len()).unwrap_or(i64::MAX);
            println(&tongue.say_count("packs-good", count, &[]));
            Ok(())
        }
        Err(problems) => {
            for problem in &problems {
                println(&drawn(problem, tongue));
            }
            Err(Failure::new("packs-bad").with("count", problems.len()))
        }
    }
}

/// One problem with its line underlined, in the reader's language.
pub(crate) fn drawn(error: &PackError, tongue: Tongue<'_>) -> String {
    let mut args = error.problem.args();
    if let Problem::NotToml { why } | Problem::NotFluent { why } = &error.problem {
        args = vec![("why", syntax::in_words(why, tongue))];
    }
    let args: Vec<(&str, &str)> =
        args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let key = format!("pack-{}", error.code().to_lowercase());
    let message = tongue.say_with(&key, &args);
    let remedy = tongue.say_with(&format!("{key}-remedy"), &args);
    error.underlined(&message, &remedy)
}
