//! A situation as a row of numbers, each measured by how far it is from the usual.

use std::collections::BTreeMap;

use libm::{log1p, sqrt};

use super::number;
use super::situation::{Observation, Situation};
use crate::id::{ClockId, KindId, StepId};

/// How often a kind, a limit or a step must have been seen to count for itself.
const LEAST_SEEN: usize = 40;
/// The least weight that is worth telling.
const LEAST_TOLD: f64 = 0.1;
/// How far from the usual a value counts; what is further was hardly ever seen.
const FURTHEST: f64 = 3.0;
/// How many reasons are told.
const TOLD: usize = 2;

/// What speaks for or against a limit being missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// How much of the limit is used up.
    Time,
    /// How long nothing has happened.
    Quiet,
    /// How much the unit has to do.
    Load,
    /// How much of that is overdue.
    Backlog,
    /// How often the unit was late before.
    History,
    /// The kind of the case.
    Kind,
    /// The limit.
    Limit,
    /// The step of the case.
    Step,
}

impl Factor {
    /// The word for it in the keys of texts.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Quiet => "quiet",
            Self::Load => "load",
            Self::Backlog => "backlog",
            Self::History => "history",
            Self::Kind => "kind",
            Self::Limit => "limit",
            Self::Step => "step",
        }
    }
}

/// A factor, and whether it speaks for the limit being missed or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// What.
    pub factor: Factor,
    /// Whether it makes lateness likelier than usual.
    pub raises: bool,
}

/// The columns of a row.
#[derive(Debug, Clone)]
pub(super) struct Coding(Vec<Scale>);

/// A column with its usual value and how far values usually are from it.
#[derive(Debug, Clone)]
struct Scale {
    column: Column,
    mean: f64,
    spread: f64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Used,
    Left,
    Quiet,
    Load,
    Overdue,
    MissedBefore,
    Kind(KindId),
    Limit(ClockId),
    Step(StepId),
}

impl Coding {
    /// The columns that tell the situations of `seen` apart.
    pub(super) fn of(seen: &[&Observation<'_>]) -> Self {
        let kinds = often(seen.iter().map(|one| &one.situation.kind)).map(Column::Kind);
        let limits = often(seen.iter().map(|one| &one.situation.clock)).map(Column::Limit);
        let steps = often(seen.iter().map(|one| &one.situation.step)).map(Column::Step);
        let numbers = [
            Column::Used,
            Column::Left,
            Column::Quiet,
            Column::Load,
            Column::Overdue,
            Column::MissedBefore,
        ];
        let columns = numbers.into_iter().chain(kinds).chain(limits).chain(steps);
        Self(columns.filter_map(|column| Scale::of(column, seen)).collect())
    }

    pub(super) fn row(&self, situation: &Situation) -> Vec<f64> {
        let scaled = |scale: &Scale| {
            let value = (scale.column.value(situation) - scale.mean) / scale.spread;
            value.clamp(-FURTHEST, FURTHEST)
        };
        self.0.iter().map(scaled).collect()
    }

    /// The column whose weight is furthest on the side where it cannot be.
    pub(super) fn implausible(&self, weights: &[f64]) -> Option<usize> {
        let of_columns = self.0.iter().zip(weights.iter().skip(1)).enumerate();
        let wrong = of_columns.filter(|(_, (scale, weight))| {
            let only_raises = [Column::Load, Column::Overdue, Column::MissedBefore];
            only_raises.contains(&scale.column) && **weight < 0.0
        });
        let furthest = wrong.min_by(|(_, (_, one)), (_, (_, other))| one.total_cmp(other));
        furthest.map(|(place, _)| place)
    }

    pub(super) fn leave_out(&mut self, column: usize) {
        self.0.remove(column);
    }

    /// What weighs most in `row`; `weights` begin with that of the usual.
    pub(super) fn reasons(&self, weights: &[f64], row: &[f64]) -> Vec<Reason> {
        let mut sums: BTreeMap<Factor, f64> = BTreeMap::new();
        for ((scale, value), weight) in self.0.iter().zip(row).zip(weights.iter().skip(1)) {
            *sums.entry(scale.column.factor()).or_default() += value * weight;
        }
        let mut sums: Vec<(Factor, f64)> =
            sums.into_iter().filter(|(_, sum)| sum.abs() >= LEAST_TOLD).collect();
        sums.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let reason = |(factor, sum)| Reason { factor, raises: sum > 0.0 };
        sums.into_iter().take(TOLD).map(reason).collect()
    }
}

/// The values that were seen often, in order.
fn often<'a, T: Ord + Clone + 'a>(values: impl Iterator<Item = &'a T>) -> impl Iterator<Item = T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= LEAST_SEEN).map(|(value, _)| value.clone())
}

impl Scale {
    /// Nothing for a column that is the same everywhere.
    fn of(column: Column, seen: &[&Observation<'_>]) -> Option<Self> {
        let count = number(seen.len()).max(1.0);
        let values: Vec<f64> = seen.iter().map(|one| column.value(&one.situation)).collect();
        let mean = values.iter().sum::<f64>() / count;
        let variance = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
        let spread = sqrt(variance / count);
        (spread > 1e-9).then_some(Self { column, mean, spread })
    }
}

impl Column {
    fn value(&self, situation: &Situation) -> f64 {
        let is = |truth: bool| if truth { 1.0 } else { 0.0 };
        match self {
            Self::Used => situation.used,
            Self::Left => log1p(f64::from(situation.left)),
            Self::Quiet => log1p(f64::from(situation.quiet)),
            Self::Load => log1p(situation.load),
            Self::Overdue => situation.overdue,
            Self::MissedBefore => situation.missed_before,
            Self::Kind(kind) => is(*kind == situation.kind),
            Self::Limit(clock) => is(*clock == situation.clock),
            Self::Step(step) => is(*step == situation.step),
        }
    }

    const fn factor(&self) -> Factor {
        match self {
            Self::Used | Self::Left => Factor::Time,
            Self::Quiet => Factor::Quiet,
            Self::Load => Factor::Load,
            Self::Overdue => Factor::Backlog,
            Self::MissedBefore => Factor::History,
            Self::Kind(_) => Factor::Kind,
            Self::Limit(_) => Factor::Limit,
            Self::Step(_) => Factor::Step,
        }
    }
}
