//! Time limits: what the law gives, and by how much it may be extended.

use serde::{Deserialize, Serialize};

use crate::due::Extended;

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitUnit {
    /// *Ngày*: every day counts.
    CalendarDays,
    /// *Ngày làm việc*: only days that offices work.
    WorkingDays,
    /// *Giờ làm việc*: only the hours that offices are open.
    WorkingHours,
    /// *Tháng*: ends on the day of the same number, or on the last day of a shorter month.
    Months,
}

/// What the last day of a limit means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sense {
    /// It has to be done by that day.
    #[default]
    AtMost,
    /// It has to last to the end of that day: a posting of at least 15 days.
    AtLeast,
    /// It is lawful only once so much time has passed; the day that is told is the first lawful one.
    After,
}

impl Sense {
    /// Whether something is late after the day that is told.
    #[must_use]
    pub const fn is_deadline(self) -> bool {
        matches!(self, Self::AtMost)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    const fn is_at_most(&self) -> bool {
        self.is_deadline()
    }
}

/// Whose limit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// Of the body that works on the matter: after its end that body is late.
    #[default]
    Authority,
    /// Of whoever asked. Its day is told, but nobody is late.
    Petitioner,
    /// Of those between whom the matter lies. Its day is told, but nobody is late.
    Parties,
}

impl Whose {
    /// Whether the authority is late after its end.
    #[must_use]
    pub const fn is_authority(self) -> bool {
        matches!(self, Self::Authority)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
    const fn is_of_authority(&self) -> bool {
        self.is_authority()
    }
}

/// How long the law gives, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeLimit {
    /// How many units; below 0 that many before the event.
    pub count: i16,
    /// What is counted.
    pub unit: LimitUnit,
    /// Whether an end on a day off moves to the next working day; for a limit before the event to the
    /// working day before. Never so in elections. A setting: its source is that of the calendar.
    pub roll: bool,
    /// What its last day means.
    #[serde(default, skip_serializing_if = "Sense::is_at_most")]
    pub sense: Sense,
    /// Whose limit it is.
    #[serde(default, skip_serializing_if = "Whose::is_of_authority")]
    pub whose: Whose,
}

impl TimeLimit {
    /// Whether the authority has to do something by its end.
    #[must_use]
    pub const fn binds_authority(self) -> bool {
        self.sense.is_deadline() && self.whose.is_authority()
    }

    /// A limit by whose end something has to be done, and that rolls.
    #[must_use]
    pub const fn rolling(count: i16, unit: LimitUnit) -> Self {
        Self { count, unit, roll: true, sense: Sense::AtMost, whose: Whose::Authority }
    }

    /// A limit by whose end something has to be done, whatever day that is.
    #[must_use]
    pub const fn fixed(count: i16, unit: LimitUnit) -> Self {
        Self { count, unit, roll: false, sense: Sense::AtMost, whose: Whose::Authority }
    }
}

/// The most units of any limit or extension: ten years of days.
const MOST: u16 = 3650;

/// By how much a limit may be extended, in its own unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extension {
    /// So many times, each by at most so much.
    Times {
        /// How often.
        times: u8,
        /// By how much at most.
        count: u16,
    },
    /// So many times, each by as much as is decided: no rule says how much.
    Open {
        /// How often.
        times: u8,
    },
    /// To at most so much in all.
    Total {
        /// With the limit itself.
        count: u16,
    },
}

impl Extension {
    /// How much more `limit` may be extended now, after the extensions that were made.
    #[must_use]
    pub fn most(self, limit: TimeLimit, made: &[Extended]) -> u16 {
        match self {
            Self::Times { times, count } if made.len() < usize::from(times) => count,
            Self::Open { times } if made.len() < usize::from(times) => MOST,
            Self::Times { .. } | Self::Open { .. } => 0,
            Self::Total { count } => {
                let so_far = made.iter().map(|extended| i32::from(extended.by)).sum::<i32>();
                let left = i32::from(count) - i32::from(limit.count) - so_far;
                u16::try_from(left).unwrap_or(0)
            }
        }
    }

    /// `limit` with all that may be added to it; nothing where no rule says how much that is.
    #[must_use]
    pub fn longest(self, limit: TimeLimit) -> Option<TimeLimit> {
        let count = match self {
            Self::Open { .. } => return None,
            Self::Times { times, count } => {
                let added = u16::from(times).saturating_mul(count);
                limit.count.saturating_add(i16::try_from(added).unwrap_or(i16::MAX))
            }
            Self::Total { count } => i16::try_from(count).unwrap_or(i16::MAX).max(limit.count),
        };
        Some(TimeLimit { count, ..limit })
    }
}
