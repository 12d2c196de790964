//! The days off of the public sector.

mod year;

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::table::{self, Confidence, Decision, Ruling};

/// Why a day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOff {
    /// Saturday or Sunday, the weekly rest of the public sector.
    Weekend,
    /// 1 January.
    NewYear,
    /// One of the five days around the lunar new year.
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
    #[error("{date} cannot be worked in a swap: it is not a weekly rest day")]
    NotRestDay { date: Date },
    #[error("{date} cannot be given off in a swap: it is off already")]
    AlreadyOff { date: Date },
}

/// What sets a day apart from its weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Off(DayOff),
    Worked,
    Undecided,
}

/// The days off of the public sector, with the version that every due date keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    version: String,
    decisions: Vec<Decision>,
    marks: BTreeMap<Date, Mark>,
}

impl Calendar {
    /// The calendar of Việt Nam as shipped: 2014 to 2040, decided to the end of 2026.
    ///
    /// - Law: Labour Code 2012 (10/2012/QH13), art. 115, from 1 May 2013; Labour Code 2019
    ///   (45/2019/QH14), art. 111.3 and 112, from 1 January 2021; for each year the decision named
    ///   in [`Calendar::decisions`].
    #[must_use]
    pub fn vietnam() -> Self {
        Self::build(table::VERSION.to_owned(), table::DECISIONS.to_vec())
    }

    /// A calendar with a corrected or longer table, under a version of its own.
    ///
    /// Where two rows decide the same, the later one counts.
    ///
    /// # Errors
    /// [`CalendarError`] when a swap gives off a day that is off, or works a day that is worked.
    pub fn of(version: &str, decisions: Vec<Decision>) -> Result<Self, CalendarError> {
        let unswapped = decisions.iter().filter(|d| !matches!(d.ruling, Ruling::Swap { .. }));
        let unswapped = Self::build(version.to_owned(), unswapped.cloned().collect());
        for decision in &decisions {
            if let Ruling::Swap { off, worked } = decision.ruling {
                if unswapped.day_off(worked)? != Some(DayOff::Weekend) {
                    return Err(CalendarError::NotRestDay { date: worked });
                }
                if !unswapped.is_working(off)? {
                    return Err(CalendarError::AlreadyOff { date: off });
                }
            }
        }
        Ok(Self::build(version.to_owned(), decisions))
    }

    /// The same calendar with 24 November off from the year `from` on.
    ///
    /// Switched by hand: Resolution 30/NQ-CP of 2026 ordered the amendment of art. 112 of the Labour
    /// Code 2019, but its coming into force was not confirmed.
    #[must_use]
    pub fn with_culture_day(self, from: i16) -> Self {
        let mut decisions = self.decisions;
        decisions.push(Decision {
            ruling: Ruling::CultureDay { from },
            source: Cow::Borrowed("Nghị quyết 30/NQ-CP (2026)"),
            confidence: Confidence::Medium,
        });
        Self::build(format!("{}+culture-day-{from}", self.version), decisions)
    }

    fn build(version: String, decisions: Vec<Decision>) -> Self {
        let marks = year::marks(&decisions);
        Self { version, decisions, marks }
    }

    /// Why `date` is off, or nothing when it is worked.
    ///
    /// # Errors
    /// [`CalendarError::Unknown`] outside the table, [`CalendarError::Undecided`] for a day that
    /// depends on a decision the table does not hold.
    pub fn day_off(&self, date: Date) -> Result<Option<DayOff>, CalendarError> {
        if date < table::FIRST || date > table::LAST {
            return Err(outside(date));
        }
        match self.marks.get(&date) {
            Some(Mark::Off(why)) => Ok(Some(*why)),
            Some(Mark::Worked) => Ok(None),
            Some(Mark::Undecided) => Err(CalendarError::Undecided { date }),
            None => Ok(is_weekend(date).then_some(DayOff::Weekend)),
        }
    }

    /// Whether offices work on `date`.
    ///
    /// # Errors
    /// As [`Calendar::day_off`].
    pub fn is_working(&self, date: Date) -> Result<bool, CalendarError> {
        Ok(self.day_off(date)?.is_none())
    }

    /// The version of the table, kept with every due date: `vn-2026.1`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The decisions behind the calendar, each with its source.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// The first day the calendar knows.
    #[must_use]
    pub fn first_day(&self) -> Date {
        table::FIRST
    }

    /// The last day the calendar knows.
    #[must_use]
    pub fn last_day(&self) -> Date {
        table::LAST
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The error for a day the table does not reach.
pub(crate) fn outside(date: Date) -> CalendarError {
    CalendarError::Unknown { date, first: table::FIRST, last: table::LAST }
}

#[cfg(test)]
mod tests;
