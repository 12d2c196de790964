//! When a time limit ends, and why then.

mod change;
mod reckon;

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

pub use change::{ExtensionError, moved};

use crate::calendar::{Calendar, CalendarError, DayOff, Sourced};
use crate::counter::{Moment, days};
use crate::limit::TimeLimit;
use crate::table::Confidence;
use reckon::{reckon, skipped, unconfirmed};

/// The end of a limit, with everything needed to explain it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The last day in time; for another [`Sense`](crate::Sense) the day that it tells of. While it cannot be
    /// told, the least that it can be.
    pub on: Date,
    /// For a limit in hours: the time of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Time>,
    /// The day of the event; it is not counted.
    pub start: Date,
    /// For a limit in hours: the time of the event, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_at: Option<Time>,
    /// The limit that runs.
    pub limit: TimeLimit,
    /// How it was extended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extended: Vec<Extended>,
    /// When it stood still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paused: Vec<Pause>,
    /// The days off that were not counted or that moved the end, in order.
    pub skipped: Vec<Skipped>,
    /// That the end fell on a day off and moved, and who says that it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolled: Option<Rolled>,
    /// For a limit in hours: who says when offices are open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Sourced>,
    /// The day on which its end hangs, as long as nobody has decided whether that is a day off: the end does
    /// not come before it, and cannot be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undecided: Option<Date>,
    /// The days it rests on that count as worked, though that is not confirmed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unconfirmed: Vec<Date>,
    /// The rule that gives the limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Citation>,
    /// The version of the calendar that was used.
    pub calendar: String,
}

/// A rule as it is cited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// The law, in Vietnamese.
    pub law: String,
    /// The law, in English.
    pub law_en: String,
    /// The article: `28`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The first day of the version that applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// How well a source bears it; every screen says so when nothing does.
    pub confidence: Confidence,
}

/// An extension that was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extended {
    /// By how much, in the unit of the limit.
    pub by: u16,
    /// The day it was decided.
    pub on: Date,
}

/// A time in which a limit did not run: neither the day it began nor the one it ended is counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When the clock was stopped; that day has been counted.
    pub from: Moment,
    /// When it went on; that day is not counted. Nothing while it stands still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
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

/// An end that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rolled {
    /// Where it would have been.
    pub from: Date,
    /// Who says that it moves.
    #[serde(flatten)]
    pub by: Sourced,
}

/// When `limit` ends for an event on `start`, explained.
///
/// - Law: Civil Code 2005, art. 152.2 and 153; Civil Code 2015, art. 147.2 and 148: the day of the
///   event is not counted; a limit in months ends on the corresponding day, or on the last of the
///   month.
///
/// # Errors
/// [`CalendarError`] when the answer hangs on a day the calendar does not know. A limit that counts
/// every day and does not roll asks no calendar.
pub fn due(
    start: impl Into<Moment>,
    limit: TimeLimit,
    calendar: &Calendar,
) -> Result<Due, CalendarError> {
    Due::of(start.into(), limit, Vec::new(), Vec::new(), calendar)
}

/// The limit that begins to run on `start`: as [`due`], but where the answer hangs on a day that nobody has
/// decided yet it runs all the same, and is counted when the calendar knows that day.
///
/// # Errors
/// [`CalendarError`] when the answer hangs on another day that the calendar does not know.
pub fn begin(
    start: impl Into<Moment>,
    limit: TimeLimit,
    calendar: &Calendar,
) -> Result<Due, CalendarError> {
    Due::running(start.into(), limit, Vec::new(), Vec::new(), calendar)
}

/// When `limit` ends for an event on `start`, without the explanation: for very many at once.
///
/// # Errors
/// As [`due`].
pub fn due_on(start: Date, limit: TimeLimit, calendar: &Calendar) -> Result<Date, CalendarError> {
    Ok(reckon(start.into(), limit, 0, &[], calendar)?.on.day)
}

impl Due {
    fn of(
        start: Moment,
        limit: TimeLimit,
        extended: Vec<Extended>,
        paused: Vec<Pause>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let added = extended.iter().map(|extended| i32::from(extended.by)).sum();
        let end = reckon(start, limit, added, &paused, calendar)?;
        let rolled = (end.on.day != end.counted)
            .then(|| Rolled { from: end.counted, by: calendar.roll().clone() });
        Ok(Self {
            on: end.on.day,
            at: end.on.time,
            start: start.day,
            start_at: start.time.filter(|_| end.on.time.is_some()),
            limit,
            skipped: skipped(start, limit, &end, &paused, calendar)?,
            rolled,
            hours: end.on.time.map(|_| hours_of(calendar, end.on.day)).transpose()?,
            undecided: None,
            unconfirmed: unconfirmed(start, limit, &end, &paused, calendar),
            extended,
            paused,
            rule: None,
            calendar: calendar.version().to_owned(),
        })
    }

    /// The same; nothing but its least day is told where that hangs on a day that nobody has decided.
    fn running(
        start: Moment,
        limit: TimeLimit,
        extended: Vec<Extended>,
        paused: Vec<Pause>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let counted = Self::of(start, limit, extended.clone(), paused.clone(), calendar);
        let Err(CalendarError::Undecided { date }) = counted else { return counted };
        Ok(Self {
            on: date,
            at: None,
            start: start.day,
            start_at: start.time,
            limit,
            extended,
            paused,
            skipped: Vec::new(),
            rolled: None,
            hours: None,
            undecided: Some(date),
            unconfirmed: Vec::new(),
            rule: None,
            calendar: calendar.version().to_owned(),
        })
    }

    /// The same, with the rule it follows.
    #[must_use]
    pub fn citing(self, rule: Citation) -> Self {
        Self { rule: Some(rule), ..self }
    }

    /// Whether the authority is late with what is done at `now`.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        self.runs_out() && self.is_past(now)
    }

    /// Whether the time to do something is over at `now`, whose ever it was.
    #[must_use]
    pub fn is_past(&self, now: Moment) -> bool {
        self.ends() && now.is_past(Moment { day: self.on, time: self.at })
    }

    /// Whether what has to last, or to wait, is ended or begun too early at `now`.
    #[must_use]
    pub fn is_early(&self, now: Moment) -> bool {
        !self.limit.sense.is_deadline() && now.day < self.on
    }

    /// Whether the authority is late after its day: neither with what stands still nor with what has
    /// to last, and not where the limit is that of somebody else.
    #[must_use]
    pub fn runs_out(&self) -> bool {
        self.limit.whose.is_authority() && self.ends()
    }

    /// Whether something has to be done by its day, by whomever: not while it stands still, nor while that
    /// day cannot be told.
    #[must_use]
    pub fn ends(&self) -> bool {
        self.limit.sense.is_deadline() && !self.is_paused() && self.undecided.is_none()
    }

    /// Whether it stands still.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.paused.last().is_some_and(|pause| pause.until.is_none())
    }

    /// The moment of the event.
    #[must_use]
    pub const fn started(&self) -> Moment {
        Moment { day: self.start, time: self.start_at }
    }
}

fn hours_of(calendar: &Calendar, day: Date) -> Result<Sourced, CalendarError> {
    let hours = calendar.hours(day)?;
    Ok(Sourced { source: hours.source.clone(), confidence: hours.confidence })
}

/// By how many days `today` is past the due day; 0 while in time.
#[must_use]
pub fn days_late(due_on: Date, today: Date) -> u32 {
    u32::try_from(days(due_on, today)).unwrap_or(0)
}

/// How many days are left until the due day; 0 on the day itself and after.
#[must_use]
pub fn days_left(due_on: Date, today: Date) -> u32 {
    days_late(today, due_on)
}

#[cfg(test)]
mod tests;
