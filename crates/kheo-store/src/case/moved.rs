//! Clocks that run out on another day since the calendar was corrected.

use jiff::civil::Date;
use kheo_calendar::{Calendar, CalendarError, Due};
use kheo_core::Refusal;
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, ClockId, UnitId};
use kheo_core::post::Actor;

use crate::case::row::find;
use crate::entry::append_all;
use crate::sql::values;
use crate::{Reader, StoreError, Tx, WriteError};

/// A running clock that a calendar counts to another day than the one it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedClock {
    /// The case.
    pub code: CaseCode,
    /// The unit that holds it.
    pub unit: UnitId,
    /// The clock.
    pub clock: ClockId,
    /// The day it has, and the calendar it was counted by.
    pub old: Due,
    /// The day it gets, or the day that has to be decided before it can be told.
    pub new: Result<Due, CalendarError>,
}

const RUNNING: &str = "
    SELECT k.code, k.unit, k.clock, k.due
      FROM clocks k
     WHERE k.unit IN (SELECT unit FROM units) AND k.stopped_on = $1
     ORDER BY k.code, k.clock";

/// The running clocks that `calendar` moves, by the codes of their cases.
///
/// # Errors
/// [`StoreError`].
pub fn moved(r: &Reader<'_>, calendar: &Calendar) -> Result<Vec<MovedClock>, StoreError> {
    let mut all = Vec::new();
    r.each(RUNNING, values![Date::MAX], |row| {
        let old: Due = row.json(3)?;
        let new =
            if old.is_paused() { None } else { kheo_calendar::moved(&old, calendar).transpose() };
        all.extend(new.map(|new| -> Result<MovedClock, StoreError> {
            Ok(MovedClock {
                code: CaseCode::new(row.text(0)?),
                unit: UnitId::new(row.text(1)?),
                clock: ClockId::new(row.text(2)?),
                old,
                new,
            })
        }));
        Ok(())
    })?;
    all.into_iter().collect()
}

/// Moves the running clocks of a case to the days that `calendar` gives; answers how many moved.
///
/// # Errors
/// [`Refusal::UnknownCase`], [`Refusal::NoCalendar`].
pub fn move_clocks(
    tx: &mut Tx<'_>,
    calendar: &Calendar,
    code: &CaseCode,
    stamp: Stamp,
    actor: &Actor,
) -> Result<usize, WriteError> {
    let case = find(tx, code)?.ok_or_else(|| Refusal::UnknownCase { code: code.clone() })?;
    let events = kheo_core::case::moved(&case.state(), calendar)?;
    let count = events.len();
    let events = events.into_iter().map(|event| (Event::Case(event), &case.unit));
    append_all(tx, events, code.as_str(), actor, stamp)?;
    Ok(count)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[RUNNING];
