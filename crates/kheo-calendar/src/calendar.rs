//! The days off of the public sector.

mod correction;
mod count;
mod days;
mod list;
mod year;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

pub use correction::{Correction, Misfit, Part, Wrong};
pub use list::{Listed, What};

use crate::hours::WorkingHours;
use crate::table::{self, Confidence, Decision};
use days::Days;

/// Why a day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOff {
    /// Saturday or Sunday, the weekly rest of the public sector.
    Weekend,
    /// 1 January.
    NewYear,
    /// One of the days around the lunar new year.
    Tet,
    /// The tenth day of the third lunar month.
    HungKings,
    /// 30 April.
    Reunification,
    /// 1 May.
    LabourDay,
    /// 2 September and, from 2021, the day decided beside it.
    NationalDay,
    /// 24 November, where it is switched on.
    CultureDay,
    /// In place of a holiday that fell on a weekly rest day.
    Substitute,
    /// A working day given off for a rest day that is worked.
    Swap,
}

/// Why the calendar cannot answer. It never guesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum CalendarError {
    #[error("{date} is outside the calendar, which knows {first} to {last}")]
    Unknown { date: Date, first: Date, last: Date },
    #[error("whether {date} is a day off is not decided; add the decision of that year")]
    Undecided { date: Date },
    #[error("hours of work cannot be counted backwards")]
    BackwardHours,
    #[error("the hours of work on {date} are not known; add them")]
    NoHours { date: Date },
}

/// What sets a day apart from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Off; a substitute knows its holiday, a swapped day the day that is worked instead.
    Off {
        why: DayOff,
        of: Option<Date>,
    },
    /// Worked, for the day that is off instead.
    Worked {
        off: Date,
    },
    Undecided,
}

/// A rule that the law leaves open, as it is set here, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced {
    /// Who set it.
    pub source: String,
    /// How well the source bears it.
    pub confidence: Confidence,
}

/// The days off of the public sector, with the version that every due date keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    version: String,
    decisions: Vec<Decision>,
    hours: Vec<WorkingHours>,
    roll: Sourced,
    marks: BTreeMap<Date, Mark>,
    /// Days that count as worked, though a holiday that nobody has confirmed may fall on them.
    unconfirmed: BTreeSet<Date>,
    days: Days,
}

impl Calendar {
    /// The calendar of Việt Nam as shipped: 2010 to 2040, decided to the end of 2026.
    ///
    /// - Law: Labour Code 1994, art. 73, as it was before 1 May 2013; Labour Code 2012
    ///   (10/2012/QH13), art. 115; Labour Code 2019 (45/2019/QH14), art. 111.3 and 112, from 1 January
    ///   2021; for each year the decision named in [`Calendar::decisions`].
    #[must_use]
    pub fn vietnam() -> Self {
        static SHIPPED: LazyLock<Calendar> = LazyLock::new(Calendar::shipped);
        SHIPPED.clone()
    }

    fn shipped() -> Self {
        let roll = Sourced {
            source:
                "Bộ luật Dân sự 2005, đ. 153.5; Bộ luật Dân sự 2015, đ. 148.5; các luật chuyên \
                     ngành không nhắc lại"
                    .to_owned(),
            confidence: Confidence::Unconfirmed,
        };
        let hours = vec![WorkingHours::unconfirmed(table::FIRST)];
        Self::build(table::VERSION.to_owned(), table::DECISIONS.to_vec(), hours, roll)
    }

    fn build(
        version: String,
        decisions: Vec<Decision>,
        hours: Vec<WorkingHours>,
        roll: Sourced,
    ) -> Self {
        let marks = year::marks(&decisions);
        let days = Days::new(&marks);
        let unconfirmed = year::unconfirmed(&decisions);
        Self { version, decisions, hours, roll, marks, unconfirmed, days }
    }

    /// Why `date` is off, or nothing when it is worked.
    ///
    /// # Errors
    /// [`CalendarError::Unknown`] outside the table, [`CalendarError::Undecided`] for a day that
    /// depends on a decision the table does not hold.
    pub fn day_off(&self, date: Date) -> Result<Option<DayOff>, CalendarError> {
        day_off(&self.marks, date)
    }

    /// Whether offices work on `date`.
    ///
    /// # Errors
    /// As [`Calendar::day_off`].
    pub fn is_working(&self, date: Date) -> Result<bool, CalendarError> {
        Ok(self.day_off(date)?.is_none())
    }

    /// The hours of work on `date`, if it is a working day.
    ///
    /// # Errors
    /// [`CalendarError::NoHours`] before the first that are known.
    pub fn hours(&self, date: Date) -> Result<&WorkingHours, CalendarError> {
        let known = self.hours.iter().rev().find(|hours| hours.from <= date);
        known.ok_or(CalendarError::NoHours { date })
    }

    /// The days from `first` to `last` that count as worked, though it is not confirmed that they are: 24
    /// November from 2026 on, or the day in its place, until somebody decides it.
    pub fn unconfirmed(&self, first: Date, last: Date) -> impl Iterator<Item = Date> + '_ {
        self.unconfirmed.range(first..=last.max(first)).copied().filter(move |day| *day <= last)
    }

    /// The version of the table, kept with every due date: `vn-2026.2`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The decisions behind the calendar, each with its source.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Who says that a limit that ends on a day off ends on the next working day.
    #[must_use]
    pub const fn roll(&self) -> &Sourced {
        &self.roll
    }

    /// The first day the calendar knows.
    #[must_use]
    pub const fn first_day(&self) -> Date {
        table::FIRST
    }

    /// The last day the calendar knows.
    #[must_use]
    pub const fn last_day(&self) -> Date {
        table::LAST
    }
}

fn day_off(marks: &BTreeMap<Date, Mark>, date: Date) -> Result<Option<DayOff>, CalendarError> {
    if date < table::FIRST || date > table::LAST {
        return Err(outside(date));
    }
    match marks.get(&date) {
        Some(Mark::Off { why, .. }) => Ok(Some(*why)),
        Some(Mark::Worked { .. }) => Ok(None),
        Some(Mark::Undecided) => Err(CalendarError::Undecided { date }),
        None => Ok(is_weekend(date).then_some(DayOff::Weekend)),
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The error for a day the table does not reach.
pub(crate) const fn outside(date: Date) -> CalendarError {
    CalendarError::Unknown { date, first: table::FIRST, last: table::LAST }
}

#[cfg(test)]
mod tests;
