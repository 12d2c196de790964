//! How a unit names itself at the head of its letters.

use kheo_core::id::UnitId;
use kheo_core::post::{Post, Role};
use kheo_core::unit::Unit;
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;

/// The head of a letter.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Office {
    /// The body above, in capitals.
    pub(super) parent: String,
    /// The body that writes, in capitals.
    pub(super) issuer: String,
    /// What stands for it in the number of a letter; room to write it where nobody has said.
    pub(super) symbol: &'static str,
    /// The place it writes from.
    pub(super) place: String,
}

/// Room for the sign of a body, which each gives itself.
const ROOM: &str = "………";

/// Through what a territory speaks.
const COMMITTEE: &str = "Ủy ban nhân dân";

/// The kinds of territory that names begin with.
const TERRITORIES: [&str; 7] =
    ["Phường ", "Xã ", "Thị trấn ", "Đặc khu ", "Thành phố ", "Huyện ", "Tỉnh "];

/// The office that `unit` is.
pub(super) fn of(directory: &Directory, unit: &UnitId) -> Office {
    let Some(unit) = directory.find(unit) else { return Office::default() };
    let parent = unit.parent.as_ref().and_then(|parent| directory.find(parent));
    let territory = match unit.kind.level() {
        Some(_) => Some(unit),
        None => parent.filter(|parent| parent.kind.level().is_some()),
    };
    Office {
        parent: parent.map(|parent| body(parent, "UBND")).unwrap_or_default(),
        issuer: body(unit, COMMITTEE),
        symbol: if unit.kind.level().is_some() { "UBND" } else { ROOM },
        place: territory.map_or("", |unit| bare(&unit.name)).to_owned(),
    }
}

/// A territory speaks through its People's Committee, other units for themselves.
fn body(unit: &Unit, committee: &str) -> String {
    spoken(unit, committee).to_uppercase()
}

/// The body that `unit` is, within a sentence.
pub(super) fn in_sentence(unit: &Unit) -> String {
    spoken(unit, COMMITTEE)
}

fn spoken(unit: &Unit, committee: &str) -> String {
    match unit.kind.level() {
        Some(_) => format!("{committee} {}", lower(&unit.name)),
        None => unit.name.clone(),
    }
}

/// The committee that `unit` speaks through; nothing where it speaks for itself.
pub(super) fn committee(unit: &Unit) -> Option<String> {
    unit.kind.level().map(|_| COMMITTEE.to_owned())
}

/// Who heads `unit`, as a signature says it.
pub(super) fn signer(directory: &Directory, tongue: Tongue<'_>, unit: &UnitId) -> Option<String> {
    match directory.find(unit)?.kind.level() {
        Some(_) => Some(tongue.say("letter-signer")),
        None => Some(directory.post(&head_post(directory, unit)?.id, Lang::Vi)),
    }
}

/// Who heads `unit`, by the full name of the post.
pub(super) fn head(directory: &Directory, tongue: Tongue<'_>, unit: &UnitId) -> Option<String> {
    let known = directory.find(unit)?;
    match known.kind.level() {
        Some(_) => Some(tongue.say_with("letter-head", &[("unit", &in_sentence(known))])),
        None => Some(directory.post(&head_post(directory, unit)?.id, Lang::Vi)),
    }
}

fn head_post<'d>(directory: &'d Directory, unit: &UnitId) -> Option<&'d Post> {
    directory.posts_in(unit).find(|post| post.role == Role::Head)
}

/// The text with its first letter small.
pub(super) fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// The name of a territory without its kind.
fn bare(name: &str) -> &str {
    TERRITORIES.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}
