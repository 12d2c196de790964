//! The calendar and its limits against the law, the official schedules and other people's calendars.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod compared;
mod correction;
mod deadlines;
mod hours;
mod properties;
mod running;
mod schedules;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use kheo_calendar::{Calendar, LimitUnit, Sense, TimeLimit, Whose};

/// The calendar as shipped.
pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::vietnam);

/// A row by the names of its columns.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows of a file of `tests/data`.
pub(crate) fn rows(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// A limit in calendar days.
pub(crate) const fn days(count: i16, roll: bool) -> TimeLimit {
    TimeLimit {
        count,
        unit: LimitUnit::CalendarDays,
        roll,
        sense: Sense::AtMost,
        whose: Whose::Authority,
    }
}

/// A limit in working days.
pub(crate) const fn working(count: i16) -> TimeLimit {
    TimeLimit::rolling(count, LimitUnit::WorkingDays)
}
