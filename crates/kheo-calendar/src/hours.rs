//! When offices are open on a working day.

use jiff::civil::{Date, Time, time};
use serde::{Deserialize, Serialize};

use crate::table::Confidence;

/// From when to when offices work without a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The first minute.
    pub opens: Time,
    /// The minute work ends.
    pub closes: Time,
}

impl Session {
    /// - Unit: minutes.
    #[must_use]
    pub fn minutes(self) -> i32 {
        minute(self.closes) - minute(self.opens)
    }
}

/// The hours of work of a working day: a setting, since each place sets its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// The first day they hold.
    pub from: Date,
    /// Morning and afternoon, in order.
    pub sessions: Vec<Session>,
    /// Who set them.
    pub source: String,
    /// How well the source bears them.
    pub confidence: Confidence,
}

impl WorkingHours {
    /// What holds until a place says its own: 07:30–11:30 and 13:30–17:00, unconfirmed.
    #[must_use]
    pub fn unconfirmed(from: Date) -> Self {
        let session = |opens, closes| Session { opens, closes };
        Self {
            from,
            sessions: vec![
                session(time(7, 30, 0, 0), time(11, 30, 0, 0)),
                session(time(13, 30, 0, 0), time(17, 0, 0, 0)),
            ],
            source: "Giờ làm việc tạm dùng; mỗi địa phương quy định riêng".to_owned(),
            confidence: Confidence::Unconfirmed,
        }
    }

    /// Whether each session ends after it opens and before the next opens, and there is one.
    #[must_use]
    pub fn make_sense(&self) -> bool {
        let mut closed = None;
        for session in &self.sessions {
            if session.closes <= session.opens || closed.is_some_and(|at| at > session.opens) {
                return false;
            }
            closed = Some(session.closes);
        }
        closed.is_some()
    }
}

pub(crate) fn minute(at: Time) -> i32 {
    i32::from(at.hour()) * 60 + i32::from(at.minute())
}
