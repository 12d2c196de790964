//! The figures of a unit in a period, and where each comes from.

mod cases;
mod readings;

use std::collections::{BTreeMap, BTreeSet};

use crate::figure_ref::FigureRef;
use crate::id::{MeasureId, UnitId};
use crate::measure::{Measure, Plan, Reading};
use crate::origin::Origin;
use crate::period::Period;
use crate::quantity::Quantity;
use crate::review::plan::ReviewPlan;

pub use cases::{Overdue, Tally};

/// A figure, ready to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub reference: FigureRef,
    /// Whose it is.
    pub unit: UnitId,
    /// For which period: that of the reading, which may be wider than the review's, or the widest
    /// of its parts.
    pub period: Period,
    /// - Unit: `measured_in`.
    pub value: Quantity,
    /// What it is counted in; its words are `measured-in-` and this.
    pub measured_in: String,
    /// Where it comes from; made up as soon as any part of it is.
    pub origin: Origin,
    /// Whether it was computed from others.
    pub computed: bool,
    /// Whether it tells of the unit alone, without the units below it.
    pub alone: bool,
}

/// All that is known of a unit, and of the units below it, for one period.
///
/// It begins empty; readings, plans, tallies and overdue cases are added with [`Extend`].
#[derive(Debug, Clone)]
pub struct Figures {
    /// The unit.
    pub unit: UnitId,
    /// The units below it, at any depth, that live in the period.
    pub below: Vec<UnitId>,
    /// The unit directly above each of them; one that is missing here stands directly below `unit`.
    pub above: BTreeMap<UnitId, UnitId>,
    /// The period.
    pub period: Period,
    readings: BTreeMap<MeasureId, Vec<Reading>>,
    plans: BTreeMap<MeasureId, Vec<Plan>>,
    tallies: BTreeMap<UnitId, Vec<Tally>>,
    overdue: BTreeMap<UnitId, Overdue>,
}

impl Figures {
    /// Nothing known yet of `unit`, with the units below it and what stands above each of them.
    #[must_use]
    pub const fn of(
        unit: UnitId,
        below: Vec<UnitId>,
        above: BTreeMap<UnitId, UnitId>,
        period: Period,
    ) -> Self {
        Self {
            unit,
            below,
            above,
            period,
            readings: BTreeMap::new(),
            plans: BTreeMap::new(),
            tallies: BTreeMap::new(),
            overdue: BTreeMap::new(),
        }
    }

    /// The figure of the whole unit that `reference` names; nothing when a part of it is not known.
    #[must_use]
    pub fn figure(
        &self,
        reference: &FigureRef,
        measures: &BTreeMap<MeasureId, Measure>,
        plan: &ReviewPlan,
    ) -> Option<Figure> {
        // An indicator that leads back to itself ends here, for no longer way leads anywhere new.
        self.figure_within(reference, measures, plan, plan.indicators.len())
    }

    fn figure_within(
        &self,
        reference: &FigureRef,
        measures: &BTreeMap<MeasureId, Measure>,
        plan: &ReviewPlan,
        steps: usize,
    ) -> Option<Figure> {
        match reference {
            FigureRef::Reading(id) => self.done(&self.unit, measures.get(id)?),
            FigureRef::Before(id) => self.before(&self.unit, measures.get(id)?),
            FigureRef::Plan(id) => self.planned(&self.unit, measures.get(id)?),
            FigureRef::Percent(id) => self.percent(measures.get(id)?, reference),
            FigureRef::Cases(kind, metric) => {
                Some(self.cases(&self.everybody(), kind.as_ref(), *metric))
            }
            FigureRef::Overdue => Some(self.overdue(&self.everybody())),
            FigureRef::Pending => Some(self.pending(&self.everybody())),
            FigureRef::Indicator(id) => {
                let steps = steps.checked_sub(1)?;
                let indicator = plan.indicators.get(id)?;
                let mut parts = BTreeMap::new();
                let (mut origin, mut period) = (Origin::Entered, self.period);
                for part in indicator.formula.references() {
                    let figure = self.figure_within(part, measures, plan, steps)?;
                    origin = weakest(origin, figure.origin);
                    if figure.period.length() > period.length() {
                        period = figure.period;
                    }
                    parts.insert(part.clone(), figure.value);
                }
                let value = indicator.formula.evaluate(&parts)?;
                Some(self.say(reference, period, value, &indicator.measured_in, origin, true))
            }
        }
    }

    /// The units directly below in which any of `units` stands.
    fn parts_of<'a>(&'a self, units: impl Iterator<Item = &'a UnitId>) -> Vec<&'a UnitId> {
        let parts: BTreeSet<&UnitId> = units
            .filter(|unit| **unit != self.unit)
            .map(|unit| self.line_above(unit).last().unwrap_or(unit))
            .collect();
        self.below.iter().filter(|unit| parts.contains(unit)).collect()
    }

    fn everybody(&self) -> BTreeSet<&UnitId> {
        self.below.iter().chain([&self.unit]).collect()
    }

    fn above_of(&self, unit: &UnitId) -> &UnitId {
        self.above.get(unit).unwrap_or(&self.unit)
    }

    /// The units above `unit`, up to the one of the review and without it.
    fn line_above<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(self.above_of(unit)), |up| Some(self.above_of(up)))
            .take(self.above.len())
            .take_while(|up| **up != self.unit)
    }

    fn say(
        &self,
        reference: &FigureRef,
        period: Period,
        value: Quantity,
        measured_in: &str,
        origin: Origin,
        computed: bool,
    ) -> Figure {
        Figure {
            reference: reference.clone(),
            unit: self.unit.clone(),
            period,
            value,
            measured_in: measured_in.to_owned(),
            origin,
            computed,
            alone: false,
        }
    }
}

/// The origin of what is made from two parts: made up if either is, derived or else reported if
/// either is.
fn weakest(one: Origin, other: Origin) -> Origin {
    match (one, other) {
        (Origin::Demonstration, _) | (_, Origin::Demonstration) => Origin::Demonstration,
        (Origin::Derived { source }, _) | (_, Origin::Derived { source }) => {
            Origin::Derived { source }
        }
        (Origin::Reported { source }, _) | (_, Origin::Reported { source }) => {
            Origin::Reported { source }
        }
        (Origin::Entered, Origin::Entered) => Origin::Entered,
    }
}

#[cfg(test)]
mod tests;
