//! The figures of a unit in a period, and where each comes from.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::Metric;
use crate::id::{KindId, MeasureId, UnitId};
use crate::measure::{Measure, Plan, Reading};
use crate::origin::Origin;
use crate::period::Period;
use crate::quantity::Quantity;
use crate::review::plan::{FigureRef, ReviewPlan};

/// A figure, ready to be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub reference: FigureRef,
    /// Whose it is.
    pub unit: UnitId,
    /// For which period: that of the reading, which may be wider than the review's.
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

/// All that is known of a unit, and of the units below it, for one period.
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
    /// Readings of all these units: for the period, for wider ones that hold it, and a year earlier.
    pub readings: Vec<Reading>,
    /// Plans of all these units.
    pub plans: Vec<Plan>,
    /// Tallies of all these units.
    pub tallies: Vec<Tally>,
    /// Overdue cases of all these units.
    pub overdue: Vec<Overdue>,
}

impl Figures {
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
            FigureRef::Reading(id) => {
                self.reading(&self.unit, measures.get(id)?, self.period, reference)
            }
            FigureRef::Before(id) => {
                self.reading(&self.unit, measures.get(id)?, self.period.year_before(), reference)
            }
            FigureRef::Plan(id) => self.planned(measures.get(id)?, reference),
            FigureRef::Percent(id) => self.percent(measures.get(id)?, reference),
            FigureRef::Cases(kind, metric) => {
                Some(self.cases(&self.everybody(), kind.as_ref(), *metric))
            }
            FigureRef::Overdue => Some(self.overdue(&self.everybody())),
            FigureRef::Indicator(id) => {
                let steps = steps.checked_sub(1)?;
                let indicator = plan.indicators.get(id)?;
                let mut parts = BTreeMap::new();
                let mut origin = Origin::Entered;
                for part in indicator.formula.references() {
                    let figure = self.figure_within(part, measures, plan, steps)?;
                    origin = weakest(origin, figure.origin);
                    parts.insert(part.clone(), figure.value);
                }
                let value = indicator.formula.evaluate(&parts)?;
                Some(self.say(reference, self.period, value, &indicator.measured_in, origin, true))
            }
        }
    }

    /// The figures of `measure` for the units directly below, each with all below it.
    #[must_use]
    pub fn of_parts(&self, measure: &Measure) -> Vec<Figure> {
        let reference = FigureRef::Reading(measure.id.clone());
        self.below
            .iter()
            .filter(|unit| self.above_of(unit) == &self.unit)
            .filter_map(|unit| self.reading(unit, measure, self.period, &reference))
            .collect()
    }

    /// The tally of `metric` over `units`.
    #[must_use]
    pub fn cases(
        &self,
        units: &BTreeSet<&UnitId>,
        kind: Option<&KindId>,
        metric: Metric,
    ) -> Figure {
        let of_units = || {
            self.tallies.iter().filter(|tally| {
                units.contains(&tally.unit) && kind.is_none_or(|kind| tally.kind == *kind)
            })
        };
        let (count, made_up) = of_units()
            .filter(|tally| tally.metric == metric)
            .fold((0, 0), |(n, d), tally| (n + tally.count, d + tally.demonstration));
        let any_made_up = of_units().any(|tally| tally.demonstration > 0);
        let origin = counted_origin(count, made_up, any_made_up);
        self.counted(&FigureRef::Cases(kind.cloned(), metric), units, count, origin)
    }

    /// The overdue cases of `units`.
    #[must_use]
    pub fn overdue(&self, units: &BTreeSet<&UnitId>) -> Figure {
        let of = self.overdue.iter().filter(|row| units.contains(&row.unit));
        let (count, made_up) =
            of.fold((0, 0), |(n, d), row| (n + row.count, d + row.demonstration));
        let mut of_units = self.tallies.iter().filter(|tally| units.contains(&tally.unit));
        let any_made_up = of_units.any(|tally| tally.demonstration > 0);
        let origin = counted_origin(count, made_up, any_made_up);
        self.counted(&FigureRef::Overdue, units, count, origin)
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

    fn everybody(&self) -> BTreeSet<&UnitId> {
        self.below.iter().chain([&self.unit]).collect()
    }

    /// The period of the readings that tell of `period`.
    fn reading_period(measure: &Measure, period: Period) -> Period {
        period.widened_to(measure.period.max(period.length()))
    }

    fn readings_of<'a>(
        &'a self,
        measure: &'a Measure,
        period: Period,
    ) -> impl Iterator<Item = &'a Reading> {
        let period = Self::reading_period(measure, period);
        self.readings
            .iter()
            .filter(move |r| r.measure == measure.id && r.period == period && !r.set_aside)
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

    /// What `whole` reported, or the sum of what the units below it reported, each counted once:
    /// the report of a unit stands for all below it.
    fn reading(
        &self,
        whole: &UnitId,
        measure: &Measure,
        period: Period,
        reference: &FigureRef,
    ) -> Option<Figure> {
        let reported: BTreeMap<&UnitId, &Reading> =
            self.readings_of(measure, period).map(|reading| (&reading.unit, reading)).collect();
        let own = reported.get(whole).map(|own| (own.value, own.origin.clone(), own.period));
        let computed = own.is_none();
        let (value, origin, period) = match own {
            Some(own) => own,
            None if measure.adds_up => {
                let below = |unit: &UnitId| {
                    *unit != self.unit
                        && (*whole == self.unit || self.line_above(unit).any(|up| up == whole))
                };
                let counted_above =
                    |unit| self.line_above(unit).any(|up| reported.contains_key(up));
                let parts = reported.values().filter(|r| below(&r.unit) && !counted_above(&r.unit));
                sum(parts.copied())?
            }
            None => return None,
        };
        let mut figure = self.say(reference, period, value, &measure.measured_in, origin, computed);
        figure.unit = whole.clone();
        Some(figure)
    }

    /// The plan of the unit for `measure`: for the period of its reading, or for a wider one that
    /// holds that period.
    #[must_use]
    pub fn plan_of(&self, measure: &Measure) -> Option<&Plan> {
        let period = Self::reading_period(measure, self.period);
        self.plans
            .iter()
            .filter(|plan| plan.measure == measure.id && plan.unit == self.unit)
            .filter(|plan| plan.period.contains(period.first()))
            .filter(|plan| plan.period.contains(period.last()))
            .min_by_key(|plan| plan.period.length())
    }

    fn planned(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let plan = self.plan_of(measure)?;
        let origin = plan.origin.clone();
        Some(self.say(reference, plan.period, plan.value, &measure.measured_in, origin, false))
    }

    fn percent(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let done = self.reading(&self.unit, measure, self.period, reference)?;
        let planned = self.planned(measure, reference)?;
        let value = done.value.percent_of(planned.value)?;
        let origin = weakest(done.origin, planned.origin);
        Some(self.say(reference, done.period, value, "percent", origin, true))
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

/// The sum of `readings`, the weakest of their origins, and their period; nothing when there are
/// none, or when the sum is beyond all numbers.
fn sum<'a>(mut readings: impl Iterator<Item = &'a Reading>) -> Option<(Quantity, Origin, Period)> {
    let first = readings.next()?;
    let start = (first.value, first.origin.clone(), first.period);
    readings.try_fold(start, |(value, origin, period), part| {
        let value = value.checked_add(part.value)?;
        Some((value, weakest(origin, part.origin.clone()), period))
    })
}

/// The origin of a count: made up when cases of it are, or when it is nothing among made-up cases.
fn counted_origin(count: i64, made_up: i64, any_made_up: bool) -> Origin {
    if made_up > 0 || (count == 0 && any_made_up) { Origin::Demonstration } else { Origin::Entered }
}

/// The origin of what is made from two parts: made up if either is, reported if either is.
fn weakest(one: Origin, other: Origin) -> Origin {
    match (one, other) {
        (Origin::Demonstration, _) | (_, Origin::Demonstration) => Origin::Demonstration,
        (Origin::Reported { source }, _) | (_, Origin::Reported { source }) => {
            Origin::Reported { source }
        }
        (Origin::Entered, Origin::Entered) => Origin::Entered,
    }
}

#[cfg(test)]
mod tests;
