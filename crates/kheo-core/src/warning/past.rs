//! The limits of the past.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::case::Undone;
use crate::id::{ClockId, KindId, StepId, UnitId};

/// What the installation knows of its limits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// The limits that ended, and those that run past their day.
    pub runs: Vec<Run>,
    /// Who held the limits that run within their day.
    pub running: Vec<Hold>,
    /// How many posts of each unit work on cases.
    pub posts: BTreeMap<UnitId, u32>,
}

/// A clock of a case from its start to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The kind of the case.
    pub kind: KindId,
    /// The clock.
    pub clock: ClockId,
    /// The day of the event that began it.
    pub start: Date,
    /// Who held it until when, in order: one for each holder and each day it was to run out.
    pub holds: Vec<Hold>,
    /// The days on which something happened to the case, in order, and the step it stood at after.
    pub steps: Vec<(Date, StepId)>,
    /// How it ended, where what it is about was not done.
    pub undone: Option<Undone>,
    /// Whether it was made up for the demonstration.
    pub demonstration: bool,
}

/// A unit that held a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The unit.
    pub unit: UnitId,
    /// The first day.
    pub from: Date,
    /// The last day; nothing while it holds it.
    pub until: Option<Date>,
    /// The last day in time, as it was known then; nothing while the limit stood still.
    pub due_on: Option<Date>,
}

/// How a limit ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The last day in time.
    pub(super) due_on: Date,
    /// Whether it was missed.
    pub(super) missed: bool,
}

impl Past {
    /// The limits whose last day has passed: only these are judged, since of limits that still have
    /// days left those that ended would be the quick ones.
    pub(super) fn ended(&self, today: Date) -> impl Iterator<Item = (&Run, Outcome)> {
        let ended = self.runs.iter().filter_map(|run| Some((run, run.outcome()?)));
        ended.filter(move |(_, outcome)| outcome.due_on < today)
    }
}

impl Run {
    /// What was left out is missed, whenever that was; what was owed no more in time is neither kept nor missed.
    pub(super) fn outcome(&self) -> Option<Outcome> {
        let outcome = self.outcome_in_days()?;
        match self.undone {
            Some(Undone::Failed) => Some(Outcome { missed: true, ..outcome }),
            Some(Undone::Lapsed) => Some(outcome).filter(|outcome| outcome.missed),
            None => Some(outcome),
        }
    }

    fn outcome_in_days(&self) -> Option<Outcome> {
        let last = self.holds.last()?;
        match (last.due_on, last.until) {
            (Some(due_on), until) => {
                Some(Outcome { due_on, missed: until.is_none_or(|until| until > due_on) })
            }
            // It ended while it stood still. One that never runs out has no outcome.
            (None, Some(until)) => {
                let ran = self.holds.iter().any(|hold| hold.due_on.is_some());
                ran.then_some(Outcome { due_on: until, missed: false })
            }
            (None, None) => None,
        }
    }

    /// Who held it in the morning of `day`, of a day after the first.
    pub(super) fn held_on(&self, day: Date) -> Option<&Hold> {
        let held = self.holds.iter().rev().find(|hold| hold.from < day)?;
        held.until.is_none_or(|until| until >= day).then_some(held)
    }
}
