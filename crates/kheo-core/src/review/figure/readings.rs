//! Figures that units reported, and the plans they are held against.

use std::collections::BTreeMap;

use super::{Figure, Figures, weakest};
use crate::figure_ref::FigureRef;
use crate::id::UnitId;
use crate::measure::{Measure, Plan, Reading};
use crate::origin::Origin;
use crate::period::Period;
use crate::quantity::Quantity;

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

impl Figures {
    /// All readings, by measure.
    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.values().flatten()
    }

    /// All plans, by measure.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.values().flatten()
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

    pub(super) fn percent(&self, measure: &Measure, reference: &FigureRef) -> Option<Figure> {
        let done = self.done(&self.unit, measure)?;
        let planned = self.planned(&self.unit, measure)?;
        let value = done.value.percent_of(planned.value)?;
        let origin = weakest(done.origin, planned.origin);
        Some(self.say(reference, done.period, value, "percent", origin, true))
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
