//! `kheo pack diff`: what other packs change, for cases that run and for those to come.

mod json;
mod said;
mod telling;
mod wording;

use std::path::Path;
use std::process::ExitCode;

use kheo_core::rules::Difference;
use kheo_words::{Lang, Tongue, Words};

use crate::command_line::{Diff, RuleFiles};
use crate::failure::Failure;
use crate::packs;
use crate::terminal::println;
use wording::{Reworded, reworded};

/// What two sets of packs say differently, with the words of both.
struct Compared {
    /// The packs of before; nothing for those inside the program.
    before: Option<String>,
    after: String,
    difference: Difference,
    reworded: Vec<Reworded>,
    words_before: Words,
    words_after: Words,
}

/// Tells what the packs of one folder change in those of another, or in those inside the program; ends with
/// 1 when something changes for cases that run.
pub(crate) fn run(wanted: &Diff, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let (before, after) = match wanted.folders.as_slice() {
        [before, after, ..] => (Some(before.as_path()), Some(after.as_path())),
        [after] => (None, Some(after.as_path())),
        [] => (None, None),
    };
    let compared = Compared::of(before, after)?;
    if wanted.json {
        println(&compared.json()?);
    } else {
        compared.lines(tongue).iter().for_each(|line| println(line));
    }
    let concerns_running = compared.difference.concerning_running() > 0;
    Ok(if concerns_running { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

impl Compared {
    fn of(before: Option<&Path>, after: Option<&Path>) -> Result<Self, Failure> {
        let load = |folder: Option<&Path>| {
            packs::load(&RuleFiles { packs: folder.map(Path::to_owned), calendar: None })
        };
        let ((old, words_before), (new, words_after)) = (load(before)?, load(after)?);
        let named = |folder: &Path| folder.display().to_string();
        Ok(Self {
            before: before.map(named),
            after: after.map(named).unwrap_or_default(),
            difference: Difference::between(&old.rules, &new.rules),
            reworded: reworded(&old, &new),
            words_before,
            words_after,
        })
    }

    fn telling(&self, lang: Lang) -> telling::Telling<'_> {
        telling::Telling {
            before: self.words_before.in_lang(lang),
            after: self.words_after.in_lang(lang),
        }
    }

    fn lines(&self, tongue: Tongue<'_>) -> Vec<String> {
        let before = self.before.clone().unwrap_or_else(|| tongue.say("changed-inside"));
        let compared = [("before", before.as_str()), ("after", self.after.as_str())];
        let mut lines = vec![tongue.say_with("changed-compared", &compared)];
        lines.extend(self.telling(tongue.lang()).lines(&self.difference, &self.reworded));
        lines
    }
}

#[cfg(test)]
mod tests;
