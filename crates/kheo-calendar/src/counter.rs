//! Counts the units of a limit from a moment on.

use jiff::civil::{Date, DateTime, Time, time};
use jiff::{SignedDuration, Span};
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, CalendarError, outside};
use crate::hours::minute;
use crate::limit::LimitUnit;

/// When something happened: the day and, where it is known and counts, the time of day in Việt Nam.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time of day; a limit in hours counts from the next session after the day without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self { day, time: None }
    }
}

impl From<DateTime> for Moment {
    fn from(at: DateTime) -> Self {
        Self { day: at.date(), time: Some(at.time()) }
    }
}

const MINUTES_OF_A_DAY: i32 = 24 * 60;

impl Moment {
    fn minute(self) -> i32 {
        self.time.map_or(MINUTES_OF_A_DAY, minute)
    }

    /// Whether it comes after `end`; within one day, where the hours of both are known.
    pub(crate) fn is_past(self, end: Self) -> bool {
        let past_the_hour = end.time.zip(self.time).is_some_and(|(end, time)| time > end);
        self.day > end.day || (self.day == end.day && past_the_hour)
    }

    /// The later of two.
    pub(crate) fn later(self, other: Self) -> Self {
        if (other.day, other.minute()) > (self.day, self.minute()) { other } else { self }
    }

    fn at_minute(day: Date, minute: i32) -> Self {
        let part = |n: i32| i8::try_from(n).unwrap_or(0);
        let at = time(part(minute / 60 % 24), part(minute % 60), 0, 0);
        Self { day, time: Some(at) }
    }
}

/// Counts in one unit: days, working days, or minutes of work.
pub(crate) struct Counter<'a> {
    pub(crate) unit: LimitUnit,
    pub(crate) calendar: &'a Calendar,
}

impl Counter<'_> {
    /// A limit of `count` in what is counted: minutes for hours, days for the months from `start` on.
    pub(crate) fn units(&self, start: Date, count: i32) -> Result<i32, CalendarError> {
        match self.unit {
            LimitUnit::CalendarDays | LimitUnit::WorkingDays => Ok(count),
            LimitUnit::WorkingHours => Ok(count * 60),
            LimitUnit::Months => {
                let end = start.checked_add(Span::new().months(count)).map_err(|_| far())?;
                Ok(days(start, end))
            }
        }
    }

    /// The moment so many units after `from`; before it when `units` is below 0. No working day after a
    /// day off is the next working day.
    pub(crate) fn advance(&self, from: Moment, units: i32) -> Result<Moment, CalendarError> {
        match self.unit {
            LimitUnit::CalendarDays | LimitUnit::Months => Ok(move_by(from.day, units)?.into()),
            LimitUnit::WorkingDays if units == 0 => {
                Ok(self.calendar.working_day_from(from.day)?.into())
            }
            LimitUnit::WorkingDays => Ok(self.calendar.add_working_days(from.day, units)?.into()),
            LimitUnit::WorkingHours => self.work(from, units),
        }
    }

    /// How many units lie between.
    pub(crate) fn between(&self, from: Moment, to: Moment) -> Result<i32, CalendarError> {
        match self.unit {
            LimitUnit::CalendarDays | LimitUnit::Months => Ok(days(from.day, to.day)),
            LimitUnit::WorkingDays => {
                Ok(i32::from(self.calendar.working_days_between(from.day, to.day)?))
            }
            LimitUnit::WorkingHours => self.worked(from, to),
        }
    }

    /// The moment at which `minutes` of work have passed since `from`.
    fn work(&self, from: Moment, minutes: i32) -> Result<Moment, CalendarError> {
        if minutes < 0 {
            return Err(CalendarError::BackwardHours);
        }
        let (mut left, mut begin) = (minutes, from.minute());
        let mut day = from.day;
        loop {
            let open = self.calendar.working_day_from(day)?;
            if open != day {
                (day, begin) = (open, 0);
            }
            for session in &self.calendar.hours(day)?.sessions {
                let opens = minute(session.opens).max(begin);
                let available = (minute(session.closes) - opens).max(0);
                if left <= available && available > 0 {
                    return Ok(Moment::at_minute(day, opens + left));
                }
                left -= available;
            }
            (day, begin) = (day.tomorrow().map_err(|_| far())?, 0);
        }
    }

    /// The minutes of work between two moments.
    fn worked(&self, from: Moment, to: Moment) -> Result<i32, CalendarError> {
        let (mut day, mut begin) = (from.day, from.minute());
        let mut minutes = 0;
        while day <= to.day {
            let open = self.calendar.working_day_from(day)?;
            if open != day {
                (day, begin) = (open, 0);
                continue;
            }
            let end = if day == to.day { to.minute() } else { MINUTES_OF_A_DAY };
            for session in &self.calendar.hours(day)?.sessions {
                let (opens, closes) = (minute(session.opens), minute(session.closes));
                minutes += (closes.min(end) - opens.max(begin)).max(0);
            }
            (day, begin) = (day.tomorrow().map_err(|_| far())?, 0);
        }
        Ok(minutes)
    }
}

/// `day` moved by so many days.
pub(crate) fn move_by(day: Date, days: i32) -> Result<Date, CalendarError> {
    day.checked_add(SignedDuration::from_hours(24 * i64::from(days))).map_err(|_| far())
}

/// How many days `to` is after `from`.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(i32::MAX)
}

const fn far() -> CalendarError {
    outside(Date::MAX)
}
