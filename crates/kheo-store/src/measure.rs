//! Readings, plans and the figures made from them.

use jiff::civil::Date;
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::measure::{MeasureEvent, Plan, Reading};
use kheo_core::period::{Period, PeriodLength};
use kheo_core::post::Actor;
use kheo_core::review::Figures;
use kheo_core::rules::Rules;
use serde::de::DeserializeOwned;

use crate::case::tally;
use crate::entry::{Entry, Recorded, Who, append};
use crate::sql::{Row, Value, json, values};
use crate::{Reader, StoreError, Tx, WriteError, unit};

/// Reports a value.
///
/// # Errors
/// [`UnknownMeasure`](kheo_core::Refusal::UnknownMeasure),
/// [`UnknownUnit`](kheo_core::Refusal::UnknownUnit), and those of
/// [`kheo_core::measure::report`].
pub fn report(
    tx: &mut Tx<'_>,
    rules: &Rules,
    reading: Reading,
    stamp: Stamp,
    actor: &Actor,
) -> Result<(), WriteError> {
    let (measure, unit) = (reading.measure.clone(), reading.unit.clone());
    unit::known(tx, &unit)?;
    let event = kheo_core::measure::report(rules.measure(&measure)?, reading)?;
    Ok(append(tx, Event::Measure(event), (measure.as_str(), &unit), actor, stamp)?)
}

/// Sets a plan.
///
/// # Errors
/// [`UnknownMeasure`](kheo_core::Refusal::UnknownMeasure),
/// [`UnknownUnit`](kheo_core::Refusal::UnknownUnit), and those of
/// [`kheo_core::measure::plan`].
pub fn plan(
    tx: &mut Tx<'_>,
    rules: &Rules,
    plan: Plan,
    stamp: Stamp,
    actor: &Actor,
) -> Result<(), WriteError> {
    let (measure, unit) = (plan.measure.clone(), plan.unit.clone());
    unit::known(tx, &unit)?;
    let event = kheo_core::measure::plan(rules.measure(&measure)?, plan)?;
    Ok(append(tx, Event::Measure(event), (measure.as_str(), &unit), actor, stamp)?)
}

const REPLACE_READING: &str = "
    DELETE FROM readings WHERE unit = $1 AND period = $2 AND measure = $3 AND set_aside = 0";

const REPORT: &str = "
    INSERT INTO readings (seq, unit, period, measure, set_aside, recorded_at, effective_on, actor,
                          detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

const REPLACE_PLAN: &str = "
    DELETE FROM plans WHERE unit = $1 AND period = $2 AND measure = $3";

const PLAN: &str = "
    INSERT INTO plans (seq, unit, period, measure, recorded_at, effective_on, actor, detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(crate) fn project(
    tx: &mut Tx<'_>,
    entry: &Entry,
    event: &MeasureEvent,
) -> Result<(), StoreError> {
    let (seq, at, on, actor) =
        (entry.seq, entry.recorded_at, entry.effective_on, entry.actor.as_str());
    match event {
        MeasureEvent::Reported(reading) => {
            let (unit, measure) = (reading.unit.as_str(), reading.measure.as_str());
            let period = reading.period.to_string();
            let period = period.as_str();
            if !reading.set_aside {
                tx.run(REPLACE_READING, values![unit, period, measure])?;
            }
            let (set_aside, detail) = (reading.set_aside, json(reading)?);
            tx.run(REPORT, values![seq, unit, period, measure, set_aside, at, on, actor, detail])?;
        }
        MeasureEvent::Planned(plan) => {
            let (unit, measure) = (plan.unit.as_str(), plan.measure.as_str());
            let period = plan.period.to_string();
            let period = period.as_str();
            tx.run(REPLACE_PLAN, values![unit, period, measure])?;
            tx.run(PLAN, values![seq, unit, period, measure, at, on, actor, json(plan)?])?;
        }
    }
    Ok(())
}

const LENGTHS: [PeriodLength; 4] =
    [PeriodLength::Month, PeriodLength::Quarter, PeriodLength::Half, PeriodLength::Year];

/// `period` and the wider ones that hold it: always four, any of which may repeat.
fn widened(period: Period) -> [String; 4] {
    LENGTHS.map(|length| period.widened_to(length.max(period.length())).to_string())
}

/// What all questions of this file need: the units, the measure and the periods.
fn wanted<'a>(measure: Option<&'a MeasureId>, scope: &'a UnitId, period: Period) -> Vec<Value<'a>> {
    let mut values = vec![
        Value::from(scope.as_str()),
        Value::from(period.last()),
        Value::from(period.first()),
        Value::from(measure.map_or("", MeasureId::as_str)),
    ];
    values.extend(widened(period).map(Value::from));
    values
}

const READINGS: &str = "
    SELECT seq, recorded_at, effective_on, actor, detail
      FROM readings
     WHERE unit IN (SELECT unit FROM unit_above
                     WHERE above = $1 AND since <= $2 AND until >= $3)
       AND ($4 = '' OR measure = $4)
       AND period IN ($5, $6, $7, $8, $9, $10, $11, $12)
     ORDER BY seq";

/// The readings of `scope` and of all below it that live in `period`: for the period, for wider
/// ones that hold it, and a year earlier. Those that were replaced are not among them; those that
/// were set aside are.
///
/// # Errors
/// [`StoreError`].
pub fn readings_of(
    r: &Reader<'_>,
    measure: &MeasureId,
    scope: &UnitId,
    period: Period,
) -> Result<Vec<Recorded<Reading>>, StoreError> {
    readings(r, Some(measure), scope, period)
}

fn readings(
    r: &Reader<'_>,
    measure: Option<&MeasureId>,
    scope: &UnitId,
    period: Period,
) -> Result<Vec<Recorded<Reading>>, StoreError> {
    let mut values = wanted(measure, scope, period);
    values.extend(widened(period.year_before()).map(Value::from));
    r.rows(READINGS, &values, recorded)
}

const PLANS: &str = "
    SELECT seq, recorded_at, effective_on, actor, detail
      FROM plans
     WHERE unit IN (SELECT unit FROM unit_above
                     WHERE above = $1 AND since <= $2 AND until >= $3)
       AND ($4 = '' OR measure = $4)
       AND period IN ($5, $6, $7, $8)
     ORDER BY seq";

/// The plans of `scope` and of all below it that live in `period`, for it and for wider ones.
///
/// # Errors
/// [`StoreError`].
pub fn plans_of(
    r: &Reader<'_>,
    measure: &MeasureId,
    scope: &UnitId,
    period: Period,
) -> Result<Vec<Recorded<Plan>>, StoreError> {
    r.rows(PLANS, &wanted(Some(measure), scope, period), recorded)
}

fn recorded<T: DeserializeOwned>(row: &Row<'_>) -> Result<Recorded<T>, StoreError> {
    Ok(Recorded {
        seq: row.count(0)?,
        recorded_at: row.parsed(1)?,
        effective_on: row.parsed(2)?,
        who: Who::of(&row.text(3)?),
        what: row.json(4)?,
    })
}

/// Whether a reading for the period `of` belongs in what is told of `period`: what goes on beyond its end
/// only as far as it was known by then.
fn is_told(known_on: Date, of: Period, period: Period, today: Date) -> bool {
    known_on <= today && (of.last() <= period.last() || known_on <= period.last())
}

/// All that is known of `unit` and of all below it for `period`, as it is `today`. Of a year that goes on
/// after the period, only what was read by its end: a review of a half year tells no figures of the
/// year's end.
///
/// # Errors
/// [`StoreError`].
pub fn figures(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
    today: Date,
) -> Result<Figures, StoreError> {
    let tree = unit::living_below(r, unit, period.first(), period.last())?;
    let below: Vec<UnitId> = tree.iter().map(|(unit, _)| unit.clone()).collect();
    // A unit whose parent does not live in the period stands directly below `unit`.
    let parents = tree.into_iter().filter_map(|(unit, parent)| Some((unit, parent?)));
    let above = parents.filter(|(_, parent)| below.contains(parent)).collect();
    let mut figures = Figures::of(unit.clone(), below, above, period);
    let known = readings(r, None, unit, period)?.into_iter();
    let told = known.filter(|one| is_told(one.effective_on, one.what.period, period, today));
    figures.extend(told.map(|reading| reading.what));
    let known = r.rows(PLANS, &wanted(None, unit, period), recorded::<Plan>)?.into_iter();
    figures.extend(known.filter(|one| one.effective_on <= today).map(|plan| plan.what));
    figures.extend(tally::tallies(r, unit, period, today)?);
    figures.extend(tally::overdue(r, unit, period, today)?);
    Ok(figures)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[REPLACE_READING, REPORT, REPLACE_PLAN, PLAN, READINGS, PLANS];
