//! Units of the organisation and their lives.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::id::UnitId;
use crate::quantity::Quantity;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnitKind {
    /// Tỉnh.
    Province,
    /// Thành phố thuộc tỉnh.
    City,
    /// Phường.
    Ward,
    /// Xã.
    Commune,
    /// A body of a committee, an office or a department: phòng, ban, văn phòng, thanh tra.
    Department,
    /// A mass organisation: hội, đoàn, liên đoàn, mặt trận.
    Organisation,
    /// A body of the armed forces: công an, ban chỉ huy quân sự.
    Force,
    /// A grassroots bloc for work with the people: khối dân vận xã, phường.
    GrassrootsBloc,
}

/// The level of government that a unit belongs to or that is competent for a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Cấp xã: ward or commune.
    Commune,
    /// Cấp huyện: city; ended on 30 June 2025.
    District,
    /// Cấp tỉnh.
    Province,
}

impl Level {
    /// The last day on which there was such a level; nothing while there is.
    ///
    /// - Law: Nghị định 141/2025/NĐ-CP: two levels of local government from 1 July 2025.
    #[must_use]
    pub const fn last_day(self) -> Option<Date> {
        match self {
            Self::District => Some(jiff::civil::date(2025, 6, 30)),
            Self::Commune | Self::Province => None,
        }
    }
}

impl UnitKind {
    /// The level of government of a territorial unit; nothing for other bodies.
    #[must_use]
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Province => Some(Level::Province),
            Self::City => Some(Level::District),
            Self::Ward | Self::Commune => Some(Level::Commune),
            Self::Department | Self::Organisation | Self::Force | Self::GrassrootsBloc => None,
        }
    }
}

/// Where a unit stands among the levels of government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rank {
    /// The level of a territorial unit; nothing for another body.
    pub own: Option<Level>,
    /// Of another body: the level of the first unit above it that has one.
    pub under: Option<Level>,
}

impl Rank {
    /// The rank of the first of `upwards`, which goes from a unit to those above it.
    pub fn of<'a>(upwards: impl IntoIterator<Item = &'a Unit>) -> Self {
        let mut levels = upwards.into_iter().map(|unit| unit.kind.level());
        let own = levels.next().flatten();
        Self { own, under: if own.is_some() { None } else { levels.flatten().next() } }
    }

    /// The rank of a territorial unit of `level`.
    #[must_use]
    pub const fn at(level: Level) -> Self {
        Self { own: Some(level), under: None }
    }

    /// Its own level, or the one it works under.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        self.own.or(self.under)
    }
}

/// The bloc of the political system that a unit works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bloc {
    /// Cấp ủy đảng.
    Party,
    /// Chính quyền.
    Government,
    /// Lực lượng vũ trang.
    ArmedForces,
    /// Mặt trận Tổ quốc và các đoàn thể.
    Front,
    /// Khối dân vận cơ sở.
    Grassroots,
}

/// A unit as it was established. Its code is an attribute: codes are reused, ids are not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The name it is known by for all its life.
    pub id: UnitId,
    /// The official code of a territorial unit, such as `01837`.
    pub code: Option<String>,
    /// The name in Vietnamese, with its kind: `Phường Sông Cầu`.
    pub name: String,
    /// The name in English: `Sông Cầu ward`.
    pub name_en: String,
    /// What it is.
    pub kind: UnitKind,
    /// The bloc it works in.
    pub bloc: Bloc,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// The first day; nothing when no source tells it.
    pub since: Option<Date>,
    /// The last day; nothing while it lives.
    pub until: Option<Date>,
    /// The units that took its place.
    pub successors: Vec<UnitId>,
    /// - Unit: persons.
    pub population: Option<u32>,
    /// - Unit: square kilometres.
    pub area: Option<Quantity>,
    /// Where this is known from.
    pub source: Option<String>,
    /// The first day on which it counts as a remote area that is hard to reach (*vùng sâu, vùng xa đi lại
    /// khó khăn*), as the authority decided; nothing where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remote_since: Option<Date>,
}

impl Unit {
    /// The name of a place without its kind, which stands before it in Vietnamese and after it in
    /// English: `Sông Cầu` of `Phường Sông Cầu` and `Sông Cầu ward`.
    #[must_use]
    pub fn place(&self) -> &str {
        let spaces = self.name.match_indices(' ').filter_map(|(at, _)| self.name.get(at + 1..));
        let shared = spaces.map(|end| shared(end, &self.name_en));
        shared.max_by_key(|words| words.len()).filter(|it| !it.is_empty()).unwrap_or(&self.name)
    }

    /// Whether the unit lives on `day`.
    #[must_use]
    pub fn lives_on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether a case that it accepts on `day` lies in a remote area, unless whoever accepts it says
    /// otherwise.
    #[must_use]
    pub fn is_remote_on(&self, day: Date) -> bool {
        self.remote_since.is_some_and(|since| since <= day)
    }
}

/// What can happen to a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum UnitEvent {
    /// The unit was established, or entered into this installation.
    #[serde(rename = "unit.established")]
    Established(Unit),
}

/// Decides whether `unit` can be entered, given the units that are known.
///
/// # Errors
/// [`Refusal::Taken`] for an id in use, [`Refusal::UnknownUnit`] for a parent that is not known,
/// [`Refusal::EndsBeforeItBegins`] for a life that runs backwards.
pub fn establish(known: &[Unit], unit: Unit) -> Result<UnitEvent, Refusal> {
    if known.iter().any(|other| other.id == unit.id) {
        return Err(Refusal::Taken { name: unit.id.to_string() });
    }
    if let Some(parent) = &unit.parent
        && !known.iter().any(|other| other.id == *parent)
    {
        return Err(Refusal::UnknownUnit { unit: parent.clone() });
    }
    if let (Some(since), Some(until)) = (unit.since, unit.until)
        && until < since
    {
        return Err(Refusal::EndsBeforeItBegins { since, until });
    }
    Ok(UnitEvent::Established(unit))
}

/// The words that both begin with.
fn shared<'t>(text: &'t str, other: &str) -> &'t str {
    let words = text.split(' ').zip(other.split(' ')).take_while(|(one, other)| one == other);
    let length: usize = words.map(|(word, _)| word.len() + 1).sum();
    text.get(..length.saturating_sub(1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_name_of_a_place_stands_without_its_kind() {
        let rows = [
            ("Phường Sông Cầu", "Sông Cầu ward", "Sông Cầu"),
            ("Thành phố Bắc Kạn", "Bắc Kạn city", "Bắc Kạn"),
            ("Phường Đức Xuân (từ 2025)", "Đức Xuân ward (from 2025)", "Đức Xuân"),
            ("Đặc khu Phú Quốc", "Phú Quốc special zone", "Phú Quốc"),
            ("Xã Thành Phố", "Thành Phố commune", "Thành Phố"),
            ("Công an thành phố", "City police", "Công an thành phố"),
        ];
        for (name, name_en, place) in rows {
            let stored = serde_json::json!({
                "id": "unit", "code": null, "name": name, "name_en": name_en, "kind": "ward",
                "bloc": "government", "parent": null, "since": null, "until": null,
                "successors": [], "population": null, "area": null, "source": null,
            });
            let unit: Unit = serde_json::from_value(stored).unwrap();
            assert_eq!(unit.place(), place);
        }
    }

    #[test]
    fn a_unit_is_remote_from_the_day_that_was_decided() {
        let stored = serde_json::json!({
            "id": "duong-quang", "code": null, "name": "Xã Dương Quang", "name_en": "Dương Quang",
            "kind": "commune", "bloc": "government", "parent": null, "since": null, "until": null,
            "successors": [], "population": null, "area": null, "source": null,
        });
        let unit: Unit = serde_json::from_value(stored.clone()).unwrap();
        assert!(!unit.is_remote_on(date(2016, 6, 1)));
        assert_eq!(
            serde_json::to_value(&unit).unwrap(),
            stored,
            "entries written before keep their form"
        );
        let remote = Unit { remote_since: Some(date(2016, 6, 1)), ..unit };
        assert!(!remote.is_remote_on(date(2016, 5, 31)) && remote.is_remote_on(date(2016, 6, 1)));
    }
}
