//! The days of a year that are not what their weekday says, each with its source.

use jiff::civil::{Date, date};

use super::{Calendar, CalendarError, DayOff, Mark, outside};
use crate::law::{CULTURE_DAY_CHOSEN, labour_code};
use crate::table::{Confidence, Decision, Ruling};

/// A day that is off, or worked, or not decided yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The day.
    pub day: Date,
    /// What it is.
    pub what: What,
    /// The law or the decision that says so; empty while nobody has decided.
    pub source: String,
    /// How well the source bears it.
    pub confidence: Confidence,
}

/// What sets a day apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is off.
    Off(DayOff),
    /// It is off in place of that holiday.
    SubstituteOf(Date),
    /// It is off, and that rest day is worked instead.
    SwappedFor(Date),
    /// It is worked, and that working day is off instead.
    WorkedFor(Date),
    /// It hangs on a decision that the table does not hold.
    Undecided,
    /// It counts as worked; whether that holiday falls on it is not confirmed.
    Unconfirmed(DayOff),
}

impl Calendar {
    /// The days of `year` that are not what their weekday says, in order.
    ///
    /// # Errors
    /// [`CalendarError::Unknown`] for a year outside the table.
    pub fn days_of(&self, year: i16) -> Result<Vec<Listed>, CalendarError> {
        let (first, last) = (date(year, 1, 1), date(year, 12, 31));
        if first < self.first_day() || last > self.last_day() {
            return Err(outside(first));
        }
        let marked = self.marks.range(first..=last).map(|(day, mark)| self.listed(*day, *mark));
        let unconfirmed = self.unconfirmed(first, last).map(|day| Listed {
            day,
            what: What::Unconfirmed(DayOff::CultureDay),
            source: CULTURE_DAY_CHOSEN.to_owned(),
            confidence: Confidence::Unconfirmed,
        });
        let mut days: Vec<Listed> = marked.chain(unconfirmed).collect();
        days.sort_by_key(|listed| listed.day);
        Ok(days)
    }

    fn listed(&self, day: Date, mark: Mark) -> Listed {
        let code = labour_code(day);
        let by_law = |law: &str| (law.to_owned(), code.confidence);
        let substitutes = || (code.substitutes.to_owned(), code.substitutes_confidence);
        let (what, (source, confidence)) = match mark {
            Mark::Off { why: DayOff::Substitute, of: Some(of) } => {
                (What::SubstituteOf(of), substitutes())
            }
            Mark::Off { why: DayOff::Swap, of: Some(worked) } => {
                (What::SwappedFor(worked), self.decided_by(|ruling| is_swap_of(ruling, day)))
            }
            Mark::Worked { off } => {
                (What::WorkedFor(off), self.decided_by(|ruling| is_swap_of(ruling, off)))
            }
            Mark::Off { why, .. } => {
                let year = day.year();
                let decided = match why {
                    DayOff::Tet => {
                        self.decided_by(|r| matches!(r, Ruling::Tet { year: y, .. } if y == year))
                    }
                    DayOff::NationalDay if day.day() != 2 => self.decided_by(
                        |r| matches!(r, Ruling::NationalDay { year: y, .. } if y == year),
                    ),
                    DayOff::CultureDay => self
                        .decided_by(|r| matches!(r, Ruling::CultureDay { from } if from <= year)),
                    _ => by_law(code.holidays),
                };
                let decided = if decided.0.is_empty() { by_law(code.holidays) } else { decided };
                (What::Off(why), decided)
            }
            Mark::Undecided => (What::Undecided, (String::new(), Confidence::Unconfirmed)),
        };
        Listed { day, what, source, confidence }
    }

    /// The source of the last decision that `decides`; empty when there is none.
    fn decided_by(&self, decides: impl Fn(Ruling) -> bool) -> (String, Confidence) {
        let found = self.decisions.iter().rev().find(|decision| decides(decision.ruling));
        let said = |decision: &Decision| (decision.source.to_string(), decision.confidence);
        found.map_or((String::new(), Confidence::Unconfirmed), said)
    }
}

fn is_swap_of(ruling: Ruling, day: Date) -> bool {
    matches!(ruling, Ruling::Swap { off, .. } if off == day)
}
