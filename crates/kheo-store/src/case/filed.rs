//! What was filled in when cases were registered.

use jiff::civil::Date;
use kheo_core::case::Filled;
use kheo_core::id::{KindId, UnitId};

use crate::case::row::CaseRow;
use crate::sql::values;
use crate::{Reader, StoreError};

/// A case that was registered, with what was filled in of the form of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The unit it was brought to.
    pub unit: UnitId,
    /// The day.
    pub on: Date,
    /// What was filled in.
    pub filled: Filled,
}

const FILED: &str = "
    SELECT m.unit, m.effective_on, c.detail
      FROM marks m JOIN cases c ON c.code = m.code
     WHERE m.unit IN (SELECT unit FROM unit_above WHERE above = $1)
       AND m.effective_on BETWEEN $2 AND $3 AND m.metric = 'received' AND m.kind = $4
     ORDER BY m.unit, m.effective_on, c.code";

/// The cases of `kind` that came to `scope` and the units below it from `first` to `last`.
///
/// # Errors
/// [`StoreError`].
pub fn filed(
    r: &Reader<'_>,
    scope: &UnitId,
    kind: &KindId,
    (first, last): (Date, Date),
) -> Result<Vec<Filed>, StoreError> {
    r.rows(FILED, values![scope.as_str(), first, last, kind.as_str()], |row| {
        let case: CaseRow = row.json(2)?;
        let on = row.day(1)?.unwrap_or(case.registered_on);
        Ok(Filed { unit: UnitId::new(row.text(0)?), on, filled: case.petition.filled })
    })
}

const ALIKE: &str = "
    SELECT c.detail
      FROM marks m JOIN cases c ON c.code = m.code
     WHERE m.unit = $1 AND m.effective_on BETWEEN $2 AND $3 AND m.metric = 'received'
       AND m.marked > 0 AND m.kind = $4
     ORDER BY m.effective_on DESC, c.code DESC
     LIMIT $5";

/// How many cases are looked through for those that are alike: more than one body takes in after a meeting.
const LOOKED_THROUGH: i64 = 1_000;

/// The cases of `kind` that came to `unit` itself from `first` to `last` and whose forms were filled in
/// with `common`, whatever else they say; by their codes. The newest thousand are looked through.
///
/// # Errors
/// [`StoreError`].
pub fn alike(
    r: &Reader<'_>,
    unit: &UnitId,
    kind: &KindId,
    (first, last): (Date, Date),
    common: &Filled,
) -> Result<Vec<CaseRow>, StoreError> {
    let values = values![unit.as_str(), first, last, kind.as_str(), LOOKED_THROUGH];
    let mut all: Vec<CaseRow> = r.rows(ALIKE, values, |row| row.json(0))?;
    all.sort_by(|one, other| one.code.cmp(&other.code));
    let same = |case: &CaseRow| {
        common.iter().all(|(field, answer)| case.petition.filled.get(field) == Some(answer))
    };
    Ok(all.into_iter().filter(same).collect())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[FILED, ALIKE];
