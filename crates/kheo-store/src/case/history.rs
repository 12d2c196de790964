//! What happened to a case.

use kheo_core::case::CaseEvent;
use kheo_core::event::Event;
use kheo_core::id::{CaseCode, UnitId};

use crate::entry::{Recorded, told_about};
use crate::sql::values;
use crate::{Reader, StoreError};

/// All that happened to a case, in the order of the ledger.
///
/// # Errors
/// [`StoreError`].
pub fn timeline(r: &Reader<'_>, code: &CaseCode) -> Result<Vec<Recorded<CaseEvent>>, StoreError> {
    told_about(r, code.as_str(), |event| match event {
        Event::Case(what) => Some(what),
        _ => None,
    })
}

const IS_KNOWN_TO: &str = "
    SELECT 1
      FROM (SELECT unit FROM cases WHERE code = $1 UNION SELECT unit FROM marks WHERE code = $1) m
      JOIN unit_above a ON a.unit = m.unit
     WHERE a.above = $2
     LIMIT 1";

/// Whether `scope` or a unit below it holds the case or has held it, so that its staff may see it.
///
/// # Errors
/// [`StoreError`].
pub fn is_known_to(r: &Reader<'_>, code: &CaseCode, scope: &UnitId) -> Result<bool, StoreError> {
    let found = r.row(IS_KNOWN_TO, values![code.as_str(), scope.as_str()], |_| Ok(()))?;
    Ok(found.is_some())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[IS_KNOWN_TO];
