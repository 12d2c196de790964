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

/// Readings of all these units: for the period, for wider ones that hold it, and a year earlier.
impl Extend<Reading> for Figures {
    fn extend<I: IntoIterator<Item = Reading>>(&mut self, readings: I) {
        for reading in readings {
            self.readings.entry(reading.measure.clone()).or_default().push(reading);
        }
    }
}

/// Plans of all these units.
impl Extend<Plan> for Figures {
    fn extend<I: IntoIterator<Item = Plan>>(&mut self, plans: I) {
        for plan in plans {
            self.plans.entry(plan.measure.clone()).or_default().push(plan);
        }
    }
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

    /// All readings, by measure.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.values().flatten()
    }

    /// All plans, by measure.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values().flatten()
    }

    /// All tallies, by unit.
    pub fn tallies(&self) -> impl Iterator<Item = &Tally> {
        self.tallies.values().flatten()
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
            FigureRef::Reading(id) => self.reading(&self.unit, measures.get(id)?, self.period),
            FigureRef::Before(id) => self.before(&self.unit, measures.get(id)?),
            FigureRef::Plan(id) => self.planned(&self.unit, measures.get(id)?),
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

    /// The units directly below that, with all below them, reported or planned anything.
    #[must_use]
    pub fn reporting(&self) -> Vec<&UnitId> {
        let reported = self.readings().map(|reading| &reading.unit);
        self.parts_of(reported.chain(self.plans().map(|plan| &plan.unit)))
    }

    /// The figures of `measure` for the units directly below, each with all below it.
    #[must_use]
    pub fn of_parts(&self, measure: &Measure) -> Vec<Figure> {
        let reported = self.readings_of(measure, self.period).map(|reading| &reading.unit);
        let parts = self.parts_of(reported).into_iter();
        parts.filter_map(|unit| self.done(unit, measure)).collect()
    }

    /// The units directly below in which any of `units` stands.
    fn parts_of<'a>(&'a self, units: impl Iterator<Item = &'a UnitId>) -> Vec<&'a UnitId> {
        let parts: BTreeSet<&UnitId> = units
            .filter(|unit| **unit != self.unit)
            .map(|unit| self.line_above(unit).last().unwrap_or(unit))
            .collect();
        self.below.iter().filter(|unit| parts.contains(unit)).collect()
    }

    /// What `unit`, with all below it, reported of `measure` for the period.
    #[must_use]
    pub fn done(&self, unit: &UnitId, measure: &Measure) -> Option<Figure> {
        self.reading(unit, measure, self.period)
    }

    /// What `unit`, with all below it, reported of `measure` a year earlier.
    #[must_use]
    pub fn before(&self, unit: &UnitId, measure: &Measure) -> Option<Figure> {
        let mut figure = self.reading(unit, measure, self.period.year_before())?;
        figure.reference = FigureRef::Before(measure.id.clone());
        Some(figure)
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

    fn everybody(&self) -> BTreeSet<&UnitId> {
        self.below.iter().chain([&self.unit]).collect()
    }

    /// The period of the readings that tell of `period`.
    fn reading_period(measure: &Measure, period: Period) -> Period {
        period.widened_to(measure.period.max(period.length()))
    }

    fn readings_of<'a>(
        &'a self,
        measure: &Measure,
        period: Period,
    ) -> impl Iterator<Item = &'a Reading> + use<'a> {
        let period = Self::reading_period(measure, period);
        let of_measure = self.readings.get(&measure.id).into_iter().flatten();
        of_measure.filter(move |reading| reading.period == period && !reading.set_aside)
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

    /// The readings that the figure of `whole` for `period` is made of: what it reported, or else what
    /// the units below it reported, each counted once, since the report of a unit stands for all
    /// below it.
    #[must_use]
    pub fn readings_behind(
        &self,
        whole: &UnitId,
        measure: &Measure,
        period: Period,
    ) -> Vec<&Reading> {
        let reported: BTreeMap<&UnitId, &Reading> =
            self.readings_of(measure, period).map(|reading| (&reading.unit, reading)).collect();
        if let Some(own) = reported.get(whole) {
            return vec![own];
        }
        if !measure.adds_up {
            return Vec::new();
        }
        let below = |unit: &UnitId| {
            *unit != self.unit
                && (*whole == self.unit || self.line_above(unit).any(|up| up == whole))
        };
        let counted_above = |unit| self.line_above(unit).any(|up| reported.contains_key(up));
        let parts = reported.values().filter(|r| below(&r.unit) && !counted_above(&r.unit));
        parts.copied().collect()
    }

    /// What `whole`, with all below it, reported for `period`.
    fn reading(&self, whole: &UnitId, measure: &Measure, period: Period) -> Option<Figure> {
        let parts = self.readings_behind(whole, measure, period);
        let computed = parts.iter().any(|part| part.unit != *whole);
        let (value, origin, period) = sum(parts.into_iter())?;
        let reference = FigureRef::Reading(measure.id.clone());
        let mut figure =
            self.say(&reference, period, value, &measure.measured_in, origin, computed);
        figure.unit = whole.clone();
        Some(figure)
    }

    /// The plan of `unit` for `measure`: for the period of its reading, or for a wider one that
    /// holds that period.
    #[must_use]
    pub fn plan_of(&self, unit: &UnitId, measure: &Measure) -> Option<&Plan> {
        let period = Self::reading_period(measure, self.period);
        let of_measure = self.plans.get(&measure.id).into_iter().flatten();
        of_measure
            .filter(|plan| plan.unit == *unit)
            .filter(|plan| plan.period.contains(period.first()))
            .filter(|plan| plan.period.contains(period.last()))
            .min_by_key(|plan| plan.period.length())
    }

    /// What was planned for `unit`.
    #[must_use]
    pub fn planned(&self, unit: &UnitId, measure: &Measure) -> Option<Figure> {
        let plan = self.plan_of(unit, measure)?;
        let (reference, origin) = (FigureRef::Plan(measure.id.clone()), plan.origin.clone());
        let (period, value) = (plan.period, plan.value);
        let mut figure = self.say(&reference, period, value, &measure.measured_in, origin, false);
        figure.unit = unit.clone();
        Some(figure)
    }

    fn percent(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let done = self.done(&self.unit, measure)?;
        let planned = self.planned(&self.unit, measure)?;
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
