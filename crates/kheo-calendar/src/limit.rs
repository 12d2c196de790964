//! Time limits: when they end, and why on that day.

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, CalendarError, DayOff, outside};

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitUnit {
    /// *Ngày*: every day counts.
    CalendarDays,
    /// *Ngày làm việc*: only days that offices work.
    WorkingDays,
    /// *Tháng*: ends on the day of the same number, or on the last day of a shorter month.
    Months,
}

/// How long the law gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLimit {
    /// How many units.
    pub count: u16,
    /// What is counted.
    pub unit: LimitUnit,
    /// Whether an end on a day off moves to the next working day. Never so in elections.
    ///
    /// - Law: Civil Code 2005, art. 153.5; Civil Code 2015 (91/2015/QH13), art. 148.5, from
    ///   1 January 2017. The special laws do not repeat it, so it is a setting.
    pub roll: bool,
}

/// The day a limit ends, with everything needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The last day in time.
    pub on: Date,
    /// The day of the event; it is not counted.
    pub start: Date,
    /// The limit that runs.
    pub limit: TimeLimit,
    /// The days off that moved the end, in order.
    pub skipped: Vec<Skipped>,
    /// The version of the calendar that was used.
    pub calendar: String,
}

/// Days off in a row, for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The first.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// The reason.
    pub why: DayOff,
}

/// When `limit` ends for an event on `start`.
///
/// - Law: Civil Code 2005, art. 152.2 and 153; Civil Code 2015, art. 147.2 and 148: the day of the
///   event is not counted; a limit in months ends on the corresponding day, or on the last of the
///   month.
///
/// # Errors
/// [`CalendarError`] when the answer hangs on a day the calendar does not know. A limit that counts
/// every day and does not roll asks no calendar.
pub fn due(start: Date, limit: TimeLimit, calendar: &Calendar) -> Result<Due, CalendarError> {
    let mut walk = Walk { day: start, skipped: Vec::new(), calendar };
    match limit.unit {
        LimitUnit::CalendarDays => walk.jump(Span::new().days(limit.count))?,
        LimitUnit::Months => walk.jump(Span::new().months(limit.count))?,
        LimitUnit::WorkingDays => {
            for _ in 0..limit.count {
                walk.step()?;
                walk.skip_days_off()?;
            }
        }
    }
    if limit.roll {
        walk.skip_days_off()?;
    }
    let calendar = calendar.version().to_owned();
    Ok(Due { on: walk.day, start, limit, skipped: walk.skipped, calendar })
}

/// A walk through the calendar that remembers the days off it passed.
struct Walk<'a> {
    day: Date,
    skipped: Vec<Skipped>,
    calendar: &'a Calendar,
}

impl Walk<'_> {
    fn jump(&mut self, span: Span) -> Result<(), CalendarError> {
        self.day = self.day.checked_add(span).map_err(|_| outside(Date::MAX))?;
        Ok(())
    }

    fn step(&mut self) -> Result<(), CalendarError> {
        self.day = self.day.tomorrow().map_err(|_| outside(Date::MAX))?;
        Ok(())
    }

    fn skip_days_off(&mut self) -> Result<(), CalendarError> {
        while let Some(why) = self.calendar.day_off(self.day)? {
            self.note(why);
            self.step()?;
        }
        Ok(())
    }

    fn note(&mut self, why: DayOff) {
        let day = self.day;
        match self.skipped.last_mut() {
            Some(last) if last.why == why && last.until.tomorrow().ok() == Some(day) => {
                last.until = day;
            }
            _ => self.skipped.push(Skipped { from: day, until: day, why }),
        }
    }
}

/// By how many days `today` is past the due day; 0 while in time.
#[must_use]
pub fn days_late(due_on: Date, today: Date) -> u32 {
    let days = today.duration_since(due_on).as_hours() / 24;
    u32::try_from(days).unwrap_or(0)
}

/// How many days are left until the due day; 0 on the day itself and after.
#[must_use]
pub fn days_left(due_on: Date, today: Date) -> u32 {
    days_late(today, due_on)
}

/// How many working days follow `after`, up to and with `until`.
///
/// # Errors
/// [`CalendarError`] when a day between is not known.
pub fn working_days_between(
    after: Date,
    until: Date,
    calendar: &Calendar,
) -> Result<u32, CalendarError> {
    let mut count = 0;
    let mut day = after;
    while day < until {
        day = day.tomorrow().map_err(|_| outside(Date::MAX))?;
        count += u32::from(calendar.is_working(day)?);
    }
    Ok(count)
}

#[cfg(test)]
mod tests;
