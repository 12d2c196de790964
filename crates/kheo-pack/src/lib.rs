//! Reads and checks packs; every error points at its line.
//!
//! [`load`] takes the texts of all files and gives the rules they write, or all that is wrong with
//! them at once: each [`PackError`] has file, line, column, the offending text, what is wrong and
//! what would be right.

mod binding;
mod calendar;
mod clock;
mod duty;
mod error;
mod fields;
mod figures;
mod folder;
mod form;
mod formula;
mod guard;
mod kind;
mod letter;
mod measures;
mod milestones;
mod nearest;
mod paths;
mod problem;
mod procedure;
mod reading;
mod references;
mod review;
mod rule;
mod source;
mod subjects;
mod words;

use std::collections::BTreeMap;

use kheo_core::rules::Rules;
use unicode_normalization::{UnicodeNormalization, is_nfc};

pub use error::PackError;
pub use problem::{Problem, ProblemText};

use error::Findings;
use reading::Reading;
use source::Source;

/// The texts of the files of all packs, by their paths below the packs' folder:
/// `spring-crop/review.toml`.
pub type PackFiles = BTreeMap<String, String>;

/// What the packs say.
#[derive(Debug, Clone)]
pub struct Packs {
    /// The rules, with the calendar of Vietnam.
    pub rules: Rules,
    /// The word files: language (`vi` or `en`) and text.
    pub words: Vec<(&'static str, String)>,
    /// The packs by their names.
    pub packs: Vec<PackTitle>,
}

/// The title of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackTitle {
    /// Its name: `spring-crop`.
    pub id: String,
    /// Its title in Vietnamese.
    pub title: String,
    /// Its title in English.
    pub title_en: String,
}

/// The rules and words that `files` write.
///
/// # Errors
/// All that is wrong, by file and line.
pub fn load(files: &PackFiles) -> Result<Packs, Vec<PackError>> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(path, text)| Source { path: path.clone(), text: normal(text) })
        .collect();
    let found = Findings::default();
    let reading = Reading::of(folder::sort(&sources, &found), &found);
    reading.check(&found);
    if found.count() > 0 {
        return Err(found.sorted());
    }
    Ok(reading.into_packs())
}

/// The text in its normal form (NFC); most files are in it already.
fn normal(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}
