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
        match reference {
            FigureRef::Reading(id) => self.reading(measures.get(id)?, self.period, reference),
            FigureRef::Before(id) => {
                self.reading(measures.get(id)?, self.period.year_before(), reference)
            }
            FigureRef::Plan(id) => self.planned(measures.get(id)?, reference),
            FigureRef::Percent(id) => self.percent(measures.get(id)?, reference),
            FigureRef::Cases(kind, metric) => {
                Some(self.cases(&self.everybody(), kind.as_ref(), *metric))
            }
            FigureRef::Overdue => Some(self.overdue(&self.everybody())),
            FigureRef::Indicator(id) => {
                let indicator = plan.indicators.get(id)?;
                let mut parts = BTreeMap::new();
                let mut origin = Origin::Entered;
                for part in indicator.formula.references() {
                    let figure = self.figure(part, measures, plan)?;
                    origin = weakest(origin, figure.origin);
                    parts.insert(part.clone(), figure.value);
                }
                let value = indicator.formula.evaluate(&parts)?;
                Some(self.say(reference, self.period, value, &indicator.measured_in, origin, true))
            }
        }
    }

    /// The figure of `measure` that `unit` itself reported for the period.
    #[must_use]
    pub fn of_unit(&self, unit: &UnitId, measure: &Measure) -> Option<Figure> {
        let reading = self.readings_of(measure, self.period).find(|r| r.unit == *unit)?;
        Some(Figure {
            reference: FigureRef::Reading(measure.id.clone()),
            unit: unit.clone(),
            period: reading.period,
            value: reading.value,
            measured_in: measure.measured_in.clone(),
            origin: reading.origin.clone(),
            computed: false,
        })
    }

    /// The tally of `metric` over `units`.
    #[must_use]
    pub fn cases(
        &self,
        units: &BTreeSet<&UnitId>,
        kind: Option<&KindId>,
        metric: Metric,
    ) -> Figure {
        let of = self.tallies.iter().filter(|tally| {
            tally.metric == metric
                && units.contains(&tally.unit)
                && kind.is_none_or(|kind| tally.kind == *kind)
        });
        let (count, made_up) =
            of.fold((0, 0), |(n, d), tally| (n + tally.count, d + tally.demonstration));
        self.counted(&FigureRef::Cases(kind.cloned(), metric), units, count, made_up)
    }

    /// The overdue cases of `units`.
    #[must_use]
    pub fn overdue(&self, units: &BTreeSet<&UnitId>) -> Figure {
        let of = self.overdue.iter().filter(|row| units.contains(&row.unit));
        let (count, made_up) =
            of.fold((0, 0), |(n, d), row| (n + row.count, d + row.demonstration));
        self.counted(&FigureRef::Overdue, units, count, made_up)
    }

    fn counted(
        &self,
        reference: &FigureRef,
        units: &BTreeSet<&UnitId>,
        count: i64,
        made_up: i64,
    ) -> Figure {
        let origin = if made_up > 0 { Origin::Demonstration } else { Origin::Entered };
        let value = Quantity::from_thousandths(count.saturating_mul(1000));
        let mut figure = self.say(reference, self.period, value, "case", origin, false);
        if let (1, Some(unit)) = (units.len(), units.first()) {
            figure.unit = (*unit).clone();
        }
        figure
    }

    fn everybody(&self) -> BTreeSet<&UnitId> {
        self.below.iter().chain([&self.unit]).collect()
    }

    fn readings_of<'a>(
        &'a self,
        measure: &'a Measure,
        period: Period,
    ) -> impl Iterator<Item = &'a Reading> {
        let period = period.widened_to(measure.period.max(period.length()));
        self.readings
            .iter()
            .filter(move |r| r.measure == measure.id && r.period == period && !r.set_aside)
    }

    fn reading(&self, measure: &Measure, period: Period, reference: &FigureRef) -> Option<Figure> {
        let own = self.readings_of(measure, period).find(|reading| reading.unit == self.unit);
        if let Some(own) = own {
            let origin = own.origin.clone();
            return Some(self.say(
                reference,
                own.period,
                own.value,
                &measure.measured_in,
                origin,
                false,
            ));
        }
        if !measure.adds_up {
            return None;
        }
        let parts: Vec<&Reading> = self.readings_of(measure, period).collect();
        let first = parts.first()?;
        let origin = parts.iter().fold(Origin::Entered, |o, part| weakest(o, part.origin.clone()));
        let value = parts.iter().map(|part| part.value).sum();
        Some(self.say(reference, first.period, value, &measure.measured_in, origin, true))
    }

    /// The plan of the unit for `measure`: for the period itself, or for a wider one that holds it.
    #[must_use]
    pub fn plan_of(&self, measure: &Measure) -> Option<&Plan> {
        self.plans
            .iter()
            .filter(|plan| plan.measure == measure.id && plan.unit == self.unit)
            .filter(|plan| plan.period.contains(self.period.last()))
            .min_by_key(|plan| plan.period.length())
    }

    fn planned(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let plan = self.plan_of(measure)?;
        let origin = plan.origin.clone();
        Some(self.say(reference, plan.period, plan.value, &measure.measured_in, origin, false))
    }

    fn percent(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let done = self.reading(measure, self.period, reference)?;
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
        }
    }
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
