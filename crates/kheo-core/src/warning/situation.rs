//! A limit on one of its days, as it was known in the morning of that day.

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_calendar::{days_late, days_left};

use super::Running;
use super::judge::rounded;
use super::known::Known;
use super::past::{Outcome, Run};
use crate::id::{ClockId, KindId, StepId};

/// The days on which a limit of the past is looked at: quarters of its length.
const QUARTERS: u32 = 4;

/// What is known of a limit that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Situation {
    /// The kind of the case.
    pub kind: KindId,
    /// The clock.
    pub clock: ClockId,
    /// The step of the case.
    pub step: StepId,
    /// The share of the limit that is used up, from 0 to 1.
    pub used: f64,
    /// - Unit: days until the last in time.
    pub left: u32,
    /// - Unit: days since something happened to the case; at least 1.
    pub quiet: u32,
    /// Limits that the unit holds, for each post that works on cases.
    pub load: f64,
    /// The share of these that are past their day.
    pub overdue: f64,
    /// The share of the unit's earlier limits that were missed.
    pub missed_before: f64,
}

impl Situation {
    /// - Unit: percent.
    #[must_use]
    pub fn used_percent(&self) -> i64 {
        rounded(self.used * 100.0)
    }

    /// - Unit: thousandths of a limit for each post; to one decimal.
    #[must_use]
    pub fn load_thousandths(&self) -> i64 {
        rounded(self.load * 10.0) * 100
    }

    /// - Unit: percent.
    #[must_use]
    pub fn overdue_percent(&self) -> i64 {
        rounded(self.overdue * 100.0)
    }

    /// - Unit: percent.
    #[must_use]
    pub fn missed_before_percent(&self) -> i64 {
        rounded(self.missed_before * 100.0)
    }
}

/// A limit of the past on one of its days, with what came of it.
#[derive(Debug, Clone)]
pub(super) struct Observation<'a> {
    pub(super) run: &'a Run,
    pub(super) day: Date,
    pub(super) due_on: Date,
    pub(super) missed: bool,
    pub(super) situation: Situation,
}

impl Situation {
    /// What is known `today`; nothing for a limit that is missed already.
    pub(super) fn now(running: Running<'_>, known: &Known, today: Date) -> Option<Self> {
        (running.due_on >= today).then(|| Self::on(running, known, today))
    }

    fn on(running: Running<'_>, known: &Known, day: Date) -> Self {
        let whole = days_left(running.due_on, running.start).max(1);
        let passed = days_late(running.start, day).min(whole);
        let standing = known.of_unit(running.unit, day);
        Self {
            kind: running.kind.clone(),
            clock: running.clock.clone(),
            step: running.step.clone(),
            used: f64::from(passed) / f64::from(whole),
            left: days_left(running.due_on, day),
            quiet: days_late(running.changed_on, day).max(1),
            load: standing.load,
            overdue: standing.overdue,
            missed_before: standing.missed_before,
        }
    }
}

/// `run` on each of its days that is looked at.
pub(super) fn observed<'a>(run: &'a Run, outcome: Outcome, known: &Known) -> Vec<Observation<'a>> {
    let first = run.holds.iter().find_map(|hold| hold.due_on).unwrap_or(outcome.due_on);
    let whole = days_left(first, run.start);
    let mut days: Vec<u32> = (0..=QUARTERS).map(|n| (whole * n / QUARTERS).max(1)).collect();
    days.dedup();
    days.into_iter()
        .filter_map(|days| {
            let day = run.start.checked_add(i64::from(days).days()).ok()?;
            let situation = on(run, day, known)?;
            let (due_on, missed) = (outcome.due_on, outcome.missed);
            Some(Observation { run, day, due_on, missed, situation })
        })
        .collect()
}

/// What was known in the morning of `day`; nothing when the limit did not run, or was missed.
fn on(run: &Run, day: Date, known: &Known) -> Option<Situation> {
    let held = run.held_on(day)?;
    let due_on = held.due_on.filter(|due_on| *due_on >= day)?;
    let happened = run.steps.iter().take_while(|(on, _)| *on < day).last();
    let (changed_on, step) = happened.or_else(|| run.steps.first())?;
    let running = Running {
        kind: &run.kind,
        clock: &run.clock,
        step,
        unit: &held.unit,
        start: run.start,
        due_on,
        changed_on: *changed_on,
    };
    Some(Situation::on(running, known, day))
}
