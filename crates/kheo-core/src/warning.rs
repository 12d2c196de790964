//! Early warning: the chance that a limit which runs is missed, learned from the limits of the past.
//!
//! [`learn`] looks at limits whose day has passed, each on a few days while it ran, and fits a
//! logistic model on the earlier ones. The later ones, on which it was not fitted, judge it beside
//! the plain rule of the calendar, "little is left, so it will be late". Where the past is thin, or
//! the model is no better than that rule, it is off and says why.
//!
//! What counts is the limit, the kind, the step, and the unit that holds the case: never who works
//! on it. A chance says nothing of a person.

mod coding;
mod fit;
mod judge;
mod known;
mod past;
mod situation;
mod solve;

use jiff::civil::Date;

use crate::id::{ClockId, KindId, StepId, UnitId};
use coding::Coding;
use known::Known;
use situation::{Observation, observed};

pub use coding::{Factor, Reason};
pub use judge::{Bin, Brier, Judgement, Part};
pub use past::{Hold, Past, Run};
pub use situation::Situation;

/// Fewest limits whose outcome is known, below which nothing is learned.
pub const LEAST_ENDED: usize = 200;
/// Fewest of them that were missed.
pub const LEAST_MISSED: usize = 30;
/// Fewest missed ones, and fewest kept ones, in each of the two parts of the past.
pub const LEAST_IN_PART: usize = 10;

/// What can be said of limits that run.
#[derive(Debug, Clone)]
pub enum Warnings {
    /// Nothing, and why.
    Off(Off),
    /// The chance of each.
    On(Box<Model>),
}

/// Why nothing is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Off {
    /// Nobody has looked at the past yet today: it is being done.
    NotYet,
    /// Too few limits have passed, or too few were missed.
    Thin {
        /// Limits whose outcome is known.
        ended: usize,
        /// Of these, missed ones.
        missed: usize,
    },
    /// The earlier or the later part of the past has too few missed ones, or too few kept ones.
    Uneven,
    /// The model was no better than the rule of the calendar.
    NoBetter(Judgement),
}

/// A model that was found to be good enough.
#[derive(Debug, Clone)]
pub struct Model {
    /// How good it was where it was not fitted.
    pub judgement: Judgement,
    coding: Coding,
    weights: Vec<f64>,
    known: Known,
    today: Date,
}

/// A limit that runs today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Running<'a> {
    /// The kind of its case.
    pub kind: &'a KindId,
    /// The clock.
    pub clock: &'a ClockId,
    /// The step the case stands at.
    pub step: &'a StepId,
    /// The unit that holds the case.
    pub unit: &'a UnitId,
    /// The day of the event that began it.
    pub start: Date,
    /// The last day in time.
    pub due_on: Date,
    /// The day of the last thing that happened to the case.
    pub changed_on: Date,
}

/// The chance that a limit is missed, and what speaks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The chance.
    pub chance: Chance,
    /// What it was told from.
    pub situation: Situation,
    /// What weighs most, the strongest first; two at most.
    pub reasons: Vec<Reason>,
}

/// A chance from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Chance(f64);

impl Chance {
    /// The chance as a number from 0 to 1.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }

    /// - Unit: percent; never 0 nor 100, for nothing is certain.
    #[must_use]
    pub fn percent(self) -> i64 {
        judge::rounded(self.0 * 100.0).clamp(1, 99)
    }

    /// Whether it is rather missed than kept.
    #[must_use]
    pub fn is_likely(self) -> bool {
        self.percent() >= 50
    }
}

/// Learns from `past`, as it is known `today`.
#[must_use]
pub fn learn(past: &Past, today: Date) -> Warnings {
    let ended: Vec<(&Run, past::Outcome)> = past.ended(today).collect();
    let missed = ended.iter().filter(|(_, outcome)| outcome.missed).count();
    if ended.len() < LEAST_ENDED || missed < LEAST_MISSED {
        return Warnings::Off(Off::Thin { ended: ended.len(), missed });
    }
    let known = Known::of(past, today);
    let split = judge::split(&ended);
    let seen: Vec<Observation<'_>> =
        ended.iter().flat_map(|(run, outcome)| observed(run, *outcome, &known)).collect();
    let (fitted, judged) = judge::parted(&seen, split);
    let parts = [Part::of(&ended, &fitted, true, split), Part::of(&ended, &judged, false, split)];
    if parts.iter().any(Part::is_uneven) {
        return Warnings::Off(Off::Uneven);
    }
    let coding = Coding::of(&fitted);
    let (coding, weights) = fitted_to(&fitted, coding);
    let said = judged.iter().map(|one| fit::chance(&weights, &coding.row(&one.situation)));
    let judgement = Judgement::of(parts, &fitted, &judged, &said.collect::<Vec<f64>>());
    if judgement.is_better() {
        Warnings::On(Box::new(Model { judgement, coding, weights, known, today }))
    } else {
        Warnings::Off(Off::NoBetter(judgement))
    }
}

/// The weights for what was seen, by the columns of `coding` that are plausible: that more to do, more
/// overdue, or more missed before makes lateness less likely is chance, and would only mislead.
fn fitted_to(seen: &[&Observation<'_>], mut coding: Coding) -> (Coding, Vec<f64>) {
    let missed: Vec<bool> = seen.iter().map(|one| one.missed).collect();
    loop {
        let rows: Vec<Vec<f64>> = seen.iter().map(|one| coding.row(&one.situation)).collect();
        let weights = fit::logistic(&rows, &missed);
        match coding.implausible(&weights) {
            Some(column) => coding.leave_out(column),
            None => return (coding, weights),
        }
    }
}

impl Warnings {
    /// How good the model was; nothing where none was fitted.
    #[must_use]
    pub const fn judgement(&self) -> Option<&Judgement> {
        match self {
            Self::On(model) => Some(&model.judgement),
            Self::Off(Off::NoBetter(judgement)) => Some(judgement),
            Self::Off(_) => None,
        }
    }

    /// The warning for a limit that runs; nothing where none is given, and for one that is missed
    /// already.
    #[must_use]
    pub fn of(&self, running: Running<'_>) -> Option<Warning> {
        match self {
            Self::On(model) => model.warn(running),
            Self::Off(_) => None,
        }
    }
}

impl Model {
    fn warn(&self, running: Running<'_>) -> Option<Warning> {
        let situation = Situation::now(running, &self.known, self.today)?;
        let row = self.coding.row(&situation);
        Some(Warning {
            chance: Chance(fit::chance(&self.weights, &row)),
            reasons: self.coding.reasons(&self.weights, &row),
            situation,
        })
    }
}

/// - Unit: one; more than a column of figures can hold does not occur.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
mod tests;
