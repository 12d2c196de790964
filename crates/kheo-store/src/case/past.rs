//! Past cases with all that happened to them, for trying other rules on them.

use jiff::civil::Date;
use kheo_core::case::{CaseEvent, Happened};
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, KindId};

use crate::entry::about;
use crate::sql::values;
use crate::{Reader, StoreError};

/// Which past cases are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PastFilter {
    /// Those of this kind.
    pub kind: Option<KindId>,
    /// Those registered on this day or later.
    pub since: Option<Date>,
    /// Those registered on this day or earlier.
    pub until: Option<Date>,
}

const CODES: &str = "
    SELECT code FROM cases
     WHERE unit IN (SELECT unit FROM units)
       AND registered_on >= $1 AND registered_on <= $2 AND ($3 = '' OR kind = $3)
     ORDER BY code";

/// Gives `each` every wanted case, by its code: what happened to it, in the order of the ledger.
///
/// # Errors
/// [`StoreError`].
pub fn past(
    r: &Reader<'_>,
    filter: &PastFilter,
    mut each: impl FnMut(CaseCode, Vec<Happened>),
) -> Result<(), StoreError> {
    let PastFilter { kind, since, until } = filter;
    let (since, until) = (since.unwrap_or(Date::MIN), until.unwrap_or(Date::MAX));
    let kind = kind.as_ref().map_or("", KindId::as_str);
    let codes = r.rows(CODES, values![since, until, kind], |row| row.text(0))?;
    for code in codes {
        let entries = about(r, &code)?.into_iter().filter_map(|entry| {
            let stamp = Stamp { recorded_at: entry.recorded_at, effective_on: entry.effective_on };
            match entry.event {
                Event::Case(event) => Some((stamp.moment(), event)),
                _ => None,
            }
        });
        each(CaseCode::new(code), entries.collect::<Vec<(_, CaseEvent)>>());
    }
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[CODES];
