//! How a unit names itself at the head of its letters.

use kheo_core::id::UnitId;
use kheo_core::unit::{Unit, UnitKind};

use crate::directory::Directory;

/// The head of a letter.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Office {
    /// The body above, in capitals.
    pub(super) parent: String,
    /// The body that writes, in capitals.
    pub(super) issuer: String,
    /// What stands for it in the number of a letter; empty where nobody has said.
    pub(super) symbol: &'static str,
    /// The place it writes from.
    pub(super) place: String,
}

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
        issuer: body(unit, "Ủy ban nhân dân"),
        symbol: if unit.kind.level().is_some() { "UBND" } else { "" },
        place: territory.map_or("", |unit| bare(&unit.name)).to_owned(),
    }
}

/// A territory speaks through its People's Committee, other units for themselves.
fn body(unit: &Unit, committee: &str) -> String {
    let name = match unit.kind {
        UnitKind::Province | UnitKind::City | UnitKind::Ward | UnitKind::Commune => {
            format!("{committee} {}", unit.name)
        }
        _ => unit.name.clone(),
    };
    name.to_uppercase()
}

/// The name of a territory without its kind.
fn bare(name: &str) -> &str {
    TERRITORIES.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}
