//! How a unit names itself at the head of its letters.

use kheo_core::id::UnitId;
use kheo_core::unit::Unit;
use kheo_words::Tongue;

use crate::directory::Directory;

/// The head of a letter.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Office {
    /// The body above, in capitals.
    pub(super) parent: String,
    /// The body that writes, in capitals.
    pub(super) issuer: String,
    /// What stands for it in the number of a letter; empty where nobody has said.
    pub(super) symbol: String,
    /// The place it writes from.
    pub(super) place: String,
}

/// The words for the committee through which a territory speaks, and for short.
const COMMITTEE: &str = "letter-committee";
const SHORT: &str = "letter-committee-short";

/// The office that `unit` is, in the language of `tongue`.
pub(super) fn of(directory: &Directory, tongue: Tongue<'_>, unit: &UnitId) -> Office {
    let Some(unit) = directory.find(unit) else { return Office::default() };
    let parent = unit.parent.as_ref().and_then(|parent| directory.find(parent));
    let territory = match unit.kind.level() {
        Some(_) => Some(unit),
        None => parent.filter(|parent| parent.kind.level().is_some()),
    };
    Office {
        parent: parent.map(|parent| body(tongue, parent, SHORT)).unwrap_or_default(),
        issuer: body(tongue, unit, COMMITTEE),
        symbol: unit.kind.level().map(|_| tongue.say(SHORT)).unwrap_or_default(),
        place: territory.map_or("", Unit::place).to_owned(),
    }
}

/// A territory speaks through its People's Committee, other units for themselves.
fn body(tongue: Tongue<'_>, unit: &Unit, committee: &str) -> String {
    spoken(tongue, unit, committee).to_uppercase()
}

/// The body that `unit` is, within a sentence.
pub(super) fn in_sentence(tongue: Tongue<'_>, unit: &Unit) -> String {
    spoken(tongue, unit, COMMITTEE)
}

fn spoken(tongue: Tongue<'_>, unit: &Unit, committee: &str) -> String {
    match unit.kind.level() {
        Some(_) => format!("{} {}", tongue.say(committee), lower(&unit.name)),
        None => unit.name.clone(),
    }
}

/// The text with its first letter small.
pub(super) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
