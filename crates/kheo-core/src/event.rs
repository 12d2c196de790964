//! Everything that can stand in the ledger, and the form it stands there in.

mod parts;

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::{Moment, VIETNAM_TIME, day_in_vietnam};
use serde::Serialize;
use serde_json::error::Category;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::case::CaseEvent;
use crate::matter::MatterEvent;
use crate::measure::MeasureEvent;
use crate::post::PostEvent;
use crate::sealing::{IdentityEvent, SealingEvent};
use crate::task::TaskEvent;
use crate::unit::UnitEvent;

/// The two times of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When it was learned.
    pub recorded_at: Timestamp,
    /// The day it happened.
    pub effective_on: Date,
}

impl Stamp {
    /// Of something that happens as it is recorded: both times come from one look at the clock, so
    /// that nothing takes effect the day after it was recorded because midnight fell between.
    ///
    /// # Example
    /// ```
    /// # use jiff::civil::date;
    /// # use kheo_core::event::Stamp;
    /// let before_midnight = "2016-06-29T16:59:59Z".parse().unwrap();
    /// assert_eq!(Stamp::at(before_midnight).effective_on, date(2016, 6, 29));
    /// let after_midnight = "2016-06-29T17:00:00Z".parse().unwrap();
    /// assert_eq!(Stamp::at(after_midnight).effective_on, date(2016, 6, 30));
    /// ```
    #[must_use]
    pub fn at(now: Timestamp) -> Self {
        Self { recorded_at: now, effective_on: day_in_vietnam(now) }
    }

    /// When it happened: with the time of day, where it was learned on the day itself.
    #[must_use]
    pub fn moment(self) -> Moment {
        let learned = VIETNAM_TIME.to_datetime(self.recorded_at);
        let time = (learned.date() == self.effective_on).then(|| learned.time());
        Moment { day: self.effective_on, time }
    }
}

/// One fact of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// About a unit.
    Unit(UnitEvent),
    /// About a post.
    Post(PostEvent),
    /// About a case.
    Case(CaseEvent),
    /// About which cases belong together.
    Matter(MatterEvent),
    /// About figures.
    Measure(MeasureEvent),
    /// About conclusions and tasks.
    Task(TaskEvent),
    /// About keys that identities are sealed for.
    Sealing(SealingEvent),
    /// About a sealed identity.
    Identity(IdentityEvent),
}

/// An event as it is written down: what is public for good, and what can be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// What happened: `case.registered`.
    pub kind: String,
    /// The version of the payload's form.
    pub version: i64,
    /// The payload as JSON, with keys in order.
    pub payload: String,
    /// What persons wrote and who they are, as JSON; kept beside the ledger.
    pub private: Option<String>,
}

/// JSON that cannot be read: where, and what sort of mistake it is. Nothing of what stands there is
/// kept, for it may tell of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misread {
    sort: Category,
    line: usize,
    column: usize,
}

impl Misread {
    /// It is JSON, but makes no sense.
    const MEANING: Self = Self { sort: Category::Data, line: 0, column: 0 };
}

impl From<serde_json::Error> for Misread {
    fn from(why: serde_json::Error) -> Self {
        Self { sort: why.classify(), line: why.line(), column: why.column() }
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.sort {
            Category::Io => "it cannot be read or written",
            Category::Syntax => "it is no JSON",
            Category::Data => "it is not what belongs there",
            Category::Eof => "it ends too soon",
        })?;
        // A value that was read before it made no sense has no place.
        if self.line > 0 {
            write!(f, " (line {}, column {})", self.line, self.column)
        } else {
            Ok(())
        }
    }
}

/// An entry that this program cannot read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A newer program wrote it, or somebody else did.
    #[error("this program knows no entry `{kind}` of version {version}")]
    UnknownKind {
        /// The kind of the entry.
        kind: String,
        /// The version of its form.
        version: i64,
    },
    /// The payload is damaged.
    #[error("the entry `{kind}` cannot be read: {why}")]
    Damaged {
        /// The kind of the entry.
        kind: String,
        /// What the reader stumbled over.
        why: Misread,
    },
}

const VERSION: i64 = 1;

impl Event {
    /// The event as it is written down.
    ///
    /// # Errors
    /// [`ReadError::Damaged`] when the event has no JSON form, which no event of this crate lacks.
    pub fn write(&self) -> Result<Written, ReadError> {
        match self {
            Self::Unit(event) => written(event),
            Self::Post(event) => written(event),
            Self::Case(event) => written(event),
            Self::Matter(event) => written(event),
            Self::Measure(event) => written(event),
            Self::Task(event) => written(event),
            Self::Sealing(event) => written(event),
            Self::Identity(event) => written(event),
        }
    }

    /// The event that was written down; an erased private part reads as empty.
    ///
    /// # Errors
    /// [`ReadError::UnknownKind`], [`ReadError::Damaged`].
    pub fn read(written: &Written) -> Result<Self, ReadError> {
        let Written { kind, version, payload, private } = written;
        let unknown = || ReadError::UnknownKind { kind: kind.clone(), version: *version };
        let damaged =
            |why: serde_json::Error| ReadError::Damaged { kind: kind.clone(), why: why.into() };
        if *version != VERSION {
            return Err(unknown());
        }
        let private: Option<&RawValue> =
            private.as_deref().map(serde_json::from_str).transpose().map_err(damaged)?;
        let whole = parts::whole(payload, private, PRIVATE);
        match kind.split_once('.').map(|(area, _)| area) {
            Some("unit") => parts::read(kind, &whole).map(Self::Unit),
            Some("post") => parts::read(kind, &whole).map(Self::Post),
            Some("case") => parts::read(kind, &whole).map(Self::Case),
            Some("matter") => parts::read(kind, &whole).map(Self::Matter),
            Some("measure") => parts::read(kind, &whole).map(Self::Measure),
            Some("task") => parts::read(kind, &whole).map(Self::Task),
            Some("sealing-key") => parts::read(kind, &whole).map(Self::Sealing),
            Some("identity") => parts::read(kind, &whole).map(Self::Identity),
            _ => return Err(unknown()),
        }
        .map_err(|_| match serde_json::from_str::<&RawValue>(payload) {
            Ok(_) => ReadError::Damaged { kind: kind.clone(), why: Misread::MEANING },
            Err(why) => damaged(why),
        })
    }
}

const PRIVATE: &str = "private";

fn written(event: &impl Serialize) -> Result<Written, ReadError> {
    let damaged =
        |why: serde_json::Error| ReadError::Damaged { kind: String::new(), why: why.into() };
    let mut tagged = serde_json::to_value(event).map_err(damaged)?;
    let kind = tagged.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
    let payload = tagged.get_mut("payload").map(Value::take).unwrap_or_default();
    let (payload, private) = match payload {
        Value::Object(mut fields) => {
            let private =
                fields.remove(PRIVATE).filter(|value| *value != Value::Object(Map::new()));
            (Value::Object(fields), private.map(|value| value.to_string()))
        }
        other => (other, None),
    };
    Ok(Written { kind, version: VERSION, payload: payload.to_string(), private })
}

#[cfg(test)]
mod tests {
    use super::{Event, Written};
    use crate::case::CaseEvent;
    use crate::id::CaseCode;

    #[test]
    fn entries_from_before_recurrences_were_dated_are_read() {
        let written = Written {
            kind: "case.recurred".into(),
            version: 1,
            payload: r#"{"by":"KN-2016-0002"}"#.into(),
            private: None,
        };
        let by = CaseCode::new("KN-2016-0002");
        let event = Event::read(&written).unwrap();
        assert_eq!(event, Event::Case(CaseEvent::Recurred { by, on: None }));
        assert_eq!(event.write().unwrap(), written);
    }

    #[test]
    fn what_cannot_be_read_is_told_without_what_it_says() {
        let entry = |payload: &str, private: Option<&str>| Written {
            kind: "case.acted".into(),
            version: 1,
            payload: payload.into(),
            private: private.map(Into::into),
        };
        let rows = [
            (entry(r#"{"deed": "0912 345 678"}"#, None), "it is not what belongs there"),
            (entry("Nguyễn Thị Lan", None), "it is no JSON (line 1, column"),
            (entry(r#"{"code": "Nguyễn Thị Lan"#, None), "it ends too soon (line 1, column"),
            (entry("{}", Some(r#""Nguyễn Thị Lan""#)), "it is not what belongs there"),
        ];
        for (written, expected) in rows {
            let why = Event::read(&written).unwrap_err();
            let told = format!("{why} {why:?}");
            assert!(told.contains(expected), "{told}");
            assert!(told.contains("case.acted"), "{told}");
            assert!(!told.contains("Nguyễn") && !told.contains("0912"), "{told}");
        }
    }
}
