//! Figures that are counted from cases.

use std::collections::BTreeSet;

use super::{Figure, Figures, weakest};
use crate::case::Metric;
use crate::figure_ref::FigureRef;
use crate::id::{KindId, UnitId};
use crate::origin::Origin;
use crate::quantity::Quantity;

/// One sum of tallied cases: flows of the period, stocks at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The unit.
    pub unit: UnitId,
    /// The kind of case.
    pub kind: KindId,
    /// What is counted.
    pub metric: Metric,
    /// How many.
    pub count: i64,
    /// How many of them were made up for a demonstration.
    pub demonstration: i64,
}

/// Open cases of a unit whose due date has passed at the end of the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overdue {
    /// The unit.
    pub unit: UnitId,
    /// How many.
    pub count: i64,
    /// How many of them were made up for a demonstration.
    pub demonstration: i64,
}

/// Tallies of all these units.
impl Extend<Tally> for Figures {
    fn extend<I: IntoIterator<Item = Tally>>(&mut self, tallies: I) {
        for tally in tallies {
            self.tallies.entry(tally.unit.clone()).or_default().push(tally);
        }
    }
}

/// Overdue cases of all these units.
impl Extend<Overdue> for Figures {
    fn extend<I: IntoIterator<Item = Overdue>>(&mut self, overdue: I) {
        self.overdue.extend(overdue.into_iter().map(|row| (row.unit.clone(), row)));
    }
}

impl Figures {
    /// All tallies, by unit.
    pub fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.tallies.values().flatten()
    }

    /// The tally of `metric` over `units`.
    #[must_use]
    pub fn cases(
        &self,
        units: &BTreeSet<&UnitId>,
        kind: Option<&KindId>,
        metric: Metric,
    ) -> Figure {
        let (mut count, mut made_up, mut any_made_up) = (0, 0, false);
        for tally in self.tallies_of(units).filter(|t| kind.is_none_or(|kind| t.kind == *kind)) {
            any_made_up |= tally.demonstration > 0;
            if tally.metric == metric {
                count += tally.count;
                made_up += tally.demonstration;
            }
        }
        let origin = counted_origin(count, made_up, any_made_up);
        self.counted(&FigureRef::Cases(kind.cloned(), metric), units, count, origin)
    }

    /// The overdue cases of `units`.
    #[must_use]
    pub fn overdue(&self, units: &BTreeSet<&UnitId>) -> Figure {
        let of = units.iter().filter_map(|unit| self.overdue.get(*unit));
        let (count, made_up) =
            of.fold((0, 0), |(n, d), row| (n + row.count, d + row.demonstration));
        let any_made_up = self.tallies_of(units).any(|tally| tally.demonstration > 0);
        let origin = counted_origin(count, made_up, any_made_up);
        self.counted(&FigureRef::Overdue, units, count, origin)
    }

    /// The open cases of `units` that are not overdue.
    #[must_use]
    pub fn pending(&self, units: &BTreeSet<&UnitId>) -> Figure {
        let (open, overdue) = (self.cases(units, None, Metric::Open), self.overdue(units));
        let value = open.value.saturating_sub(overdue.value).max(Quantity::ZERO);
        let origin = weakest(open.origin.clone(), overdue.origin);
        Figure { reference: FigureRef::Pending, value, origin, ..open }
    }

    fn tallies_of<'a>(&'a self, units: &BTreeSet<&UnitId>) -> impl Iterator<Item = &'a Tally> {
        units.iter().filter_map(|unit| self.tallies.get(*unit)).flatten()
    }

    /// Whether anything was counted for `unit` itself.
    pub(crate) fn counts_cases(&self, unit: &UnitId) -> bool {
        self.tallies.contains_key(unit) || self.overdue.contains_key(unit)
    }

    fn counted(
        &self,
        reference: &FigureRef,
        units: &BTreeSet<&UnitId>,
        count: i64,
        origin: Origin,
    ) -> Figure {
        let value = Quantity::from_thousandths(count.saturating_mul(1000));
        let measured_in = match reference {
            FigureRef::Cases(_, metric) => metric.measured_in(),
            _ => "case",
        };
        let mut figure = self.say(reference, self.period, value, measured_in, origin, false);
        if let (1, Some(unit)) = (units.len(), units.first()) {
            figure.unit = (*unit).clone();
            figure.alone = !self.below.is_empty();
        }
        figure
    }
}

/// The origin of a count: made up when cases of it are, or when it is nothing among made-up cases.
fn counted_origin(count: i64, made_up: i64, any_made_up: bool) -> Origin {
    if made_up > 0 || (count == 0 && any_made_up) { Origin::Demonstration } else { Origin::Entered }
}
