use std::collections::{BTreeMap, BTreeSet};

use super::{Figure, Figures, Overdue, Tally};
use crate::case::Metric;
use crate::figure_ref::FigureRef;
use crate::formula::Formula;
use crate::id::{KindId, MeasureId, UnitId};
use crate::measure::{Good, Measure, Plan, Reading};
use crate::origin::Origin;
use crate::period::PeriodLength;
use crate::quantity::Quantity;
use crate::review::plan::{Indicator, ReviewPlan};

fn q(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn reported(source: &str) -> Origin {
    Origin::Reported { source: source.into() }
}

fn reading(unit: &str, period: &str, value: &str, origin: Origin) -> Reading {
    Reading {
        measure: MeasureId::new("rice"),
        unit: UnitId::new(unit),
        period: period.parse().unwrap(),
        value: q(value),
        origin,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

fn planned(period: &str, value: &str, origin: Origin) -> Plan {
    let reading = reading("city", period, value, origin);
    Plan {
        measure: reading.measure,
        unit: reading.unit,
        period: reading.period,
        value: reading.value,
        origin: reading.origin,
        note: None,
        note_en: None,
    }
}

fn tally(unit: &str, metric: Metric, count: i64, demonstration: i64) -> Tally {
    Tally {
        unit: UnitId::new(unit),
        kind: KindId::new("recommendation"),
        metric,
        count,
        demonstration,
    }
}

/// A city with two wards; the first ward has a hamlet.
fn figures(readings: Vec<Reading>) -> Figures {
    let below = ["ward-1", "hamlet", "ward-2"].map(UnitId::new).to_vec();
    let above = [(UnitId::new("hamlet"), UnitId::new("ward-1"))].into();
    let mut known = Figures::of(UnitId::new("city"), below, above, "2016-H1".parse().unwrap());
    known.extend(readings);
    known
}

fn measures(change: impl FnOnce(&mut Measure)) -> BTreeMap<MeasureId, Measure> {
    let mut measure = Measure {
        id: MeasureId::new("rice"),
        measured_in: "hectare".into(),
        period: PeriodLength::Half,
        adds_up: true,
        stock: false,
        good: Good::Up,
        least: None,
        most: None,
    };
    change(&mut measure);
    [(measure.id.clone(), measure)].into()
}

fn figure(figures: &Figures, reference: &str) -> Option<Figure> {
    let measures = measures(|_| {});
    figures.figure(&reference.parse().unwrap(), &measures, &ReviewPlan::default())
}

#[test]
fn a_unit_that_reported_nothing_is_the_sum_of_those_below() {
    let known = figures(vec![
        reading("ward-1", "2016-H1", "100.5", reported("https://a.example")),
        reading("ward-2", "2016-H1", "20", Origin::Entered),
    ]);
    let rice = figure(&known, "reading:rice").unwrap();
    assert_eq!(rice.value, q("120.5"));
    assert_eq!(rice.origin, reported("https://a.example"));
    assert!(rice.computed);
}

#[test]
fn what_a_unit_reported_itself_wins_over_the_sum() {
    let known = figures(vec![
        reading("ward-1", "2016-H1", "100", Origin::Demonstration),
        reading("city", "2016-H1", "345.45", reported("https://a.example")),
    ]);
    let rice = figure(&known, "reading:rice").unwrap();
    assert_eq!(rice.value, q("345.45"));
    assert_eq!(rice.origin, reported("https://a.example"));
    assert!(!rice.computed);
}

#[test]
fn no_reading_is_counted_twice_on_the_way_up() {
    let mut readings = vec![
        reading("ward-1", "2016-H1", "100", Origin::Entered),
        reading("hamlet", "2016-H1", "60", Origin::Entered),
        reading("ward-2", "2016-H1", "20", Origin::Entered),
    ];
    assert_eq!(figure(&figures(readings.clone()), "reading:rice").unwrap().value, q("120"));
    readings.remove(0);
    let known = figures(readings);
    assert_eq!(figure(&known, "reading:rice").unwrap().value, q("80"));
    let parts = known.of_parts(&measures(|_| {})[&MeasureId::new("rice")]);
    let parts: Vec<_> =
        parts.iter().map(|part| (part.unit.as_str(), part.value, part.computed)).collect();
    assert_eq!(parts, [("ward-1", q("60"), true), ("ward-2", q("20"), false)]);
}

#[test]
fn what_does_not_add_up_is_not_added() {
    let known = figures(vec![reading("ward-1", "2016-H1", "97.5", Origin::Entered)]);
    let measures = measures(|measure| measure.adds_up = false);
    let reference = "reading:rice".parse().unwrap();
    assert_eq!(known.figure(&reference, &measures, &ReviewPlan::default()), None);
}

#[test]
fn a_sum_beyond_all_numbers_is_not_known() {
    let most = Quantity::from_thousandths(i64::MAX).to_string();
    let known = figures(vec![
        reading("ward-1", "2016-H1", &most, Origin::Entered),
        reading("ward-2", "2016-H1", "1", Origin::Entered),
    ]);
    assert_eq!(figure(&known, "reading:rice"), None);
}

#[test]
fn a_reading_that_was_set_aside_is_not_used() {
    let mut aside = reading("city", "2016-H1", "300", Origin::Entered);
    aside.set_aside = true;
    let known = figures(vec![aside, reading("city", "2016-H1", "345.45", Origin::Entered)]);
    assert_eq!(figure(&known, "reading:rice").unwrap().value, q("345.45"));
}

#[test]
fn the_year_before_is_the_same_half_of_it() {
    let known = figures(vec![
        reading("city", "2015-H1", "330", Origin::Entered),
        reading("city", "2015-H2", "999", Origin::Entered),
    ]);
    assert_eq!(figure(&known, "before:rice").unwrap().value, q("330"));
    assert_eq!(figure(&known, "reading:rice"), None);
}

#[test]
fn a_figure_is_as_weak_as_its_weakest_part() {
    let source = || reported("https://a.example");
    let rows = [
        (Origin::Entered, Origin::Entered, Origin::Entered),
        (Origin::Entered, source(), source()),
        (source(), Origin::Demonstration, Origin::Demonstration),
        (Origin::Demonstration, Origin::Entered, Origin::Demonstration),
    ];
    for (done, plan, expected) in rows {
        let mut known = figures(vec![reading("city", "2016-H1", "345.45", done)]);
        known.extend([planned("2016-H1", "300", plan)]);
        let percent = figure(&known, "percent:rice").unwrap();
        assert_eq!((percent.value, percent.measured_in.as_str()), (q("115.2"), "percent"));
        assert_eq!(percent.origin, expected);
        assert!(percent.computed);
    }
}

#[test]
fn the_closest_plan_that_holds_the_period_is_the_plan() {
    let mut known = figures(Vec::new());
    known.extend(
        ["2016", "2016-06", "2016-Q2", "2015-H1"]
            .map(|period| planned(period, "300", Origin::Entered)),
    );
    assert_eq!(figure(&known, "plan:rice").unwrap().period.to_string(), "2016");
    known.extend([planned("2016-H1", "280", Origin::Entered)]);
    assert_eq!(figure(&known, "plan:rice").unwrap().value, q("280"));

    let measures = measures(|measure| measure.period = PeriodLength::Year);
    let reference = "plan:rice".parse().unwrap();
    let yearly = known.figure(&reference, &measures, &ReviewPlan::default()).unwrap();
    assert_eq!(
        yearly.period.to_string(),
        "2016",
        "a yearly figure is held against the year's plan"
    );
}

#[test]
fn a_percent_of_nothing_is_not_known() {
    let mut known = figures(vec![reading("city", "2016-H1", "345.45", Origin::Entered)]);
    assert_eq!(figure(&known, "percent:rice"), None);
    known.extend([planned("2016", "0", Origin::Entered)]);
    assert_eq!(figure(&known, "percent:rice"), None);
}

#[test]
fn cases_are_summed_over_all_units_or_told_of_one_alone() {
    let mut known = figures(Vec::new());
    known.extend([
        tally("city", Metric::Received, 3, 0),
        tally("ward-1", Metric::Received, 5, 2),
        tally("ward-1", Metric::Answered, 4, 2),
    ]);
    known.extend([Overdue { unit: UnitId::new("ward-1"), count: 2, demonstration: 1 }]);
    let all = figure(&known, "cases:received").unwrap();
    assert_eq!((all.value, all.alone), (q("8"), false));
    assert_eq!(all.origin, Origin::Demonstration);
    assert_eq!(figure(&known, "cases:complaint:received").unwrap().value, q("0"));
    assert_eq!(figure(&known, "cases:overdue").unwrap().value, q("2"));

    let city = UnitId::new("city");
    let own = known.cases(&BTreeSet::from([&city]), None, Metric::Received);
    assert_eq!((own.unit, own.value, own.alone), (city, q("3"), true));
    assert_eq!(own.origin, Origin::Entered);
}

#[test]
fn nothing_among_made_up_cases_is_made_up_as_well() {
    let mut known = figures(Vec::new());
    assert_eq!(figure(&known, "cases:escalated").unwrap().origin, Origin::Entered);
    assert_eq!(figure(&known, "cases:overdue").unwrap().origin, Origin::Entered);
    known.extend([tally("ward-1", Metric::Received, 5, 5)]);
    for reference in ["cases:escalated", "cases:overdue"] {
        assert_eq!(figure(&known, reference).unwrap().origin, Origin::Demonstration);
    }
}

#[test]
fn formulas_are_computed_from_figures_and_never_turn_in_circles() {
    let indicator = |source: &str| Indicator {
        measured_in: "percent".into(),
        formula: Formula::parse(source).unwrap(),
    };
    let plan = ReviewPlan {
        indicators: [
            ("in-time", indicator(r#"100.0 * cases("answered-in-time") / cases("answered")"#)),
            ("late", indicator(r#"100.0 - indicator("in-time")"#)),
            ("circle", indicator(r#"1.0 + indicator("circle")"#)),
        ]
        .map(|(id, indicator)| (id.to_owned(), indicator))
        .into(),
        ..ReviewPlan::default()
    };
    let mut known = figures(Vec::new());
    let value = |known: &Figures, id: &str| {
        let reference = FigureRef::Indicator(id.into());
        known.figure(&reference, &measures(|_| {}), &plan).map(|figure| figure.value)
    };
    assert_eq!(value(&known, "in-time"), None, "nothing was answered");
    known.extend([
        tally("ward-1", Metric::Answered, 3, 0),
        tally("ward-1", Metric::AnsweredInTime, 2, 0),
    ]);
    assert_eq!(value(&known, "in-time"), Some(q("66.7")));
    assert_eq!(value(&known, "late"), Some(q("33.3")));
    assert_eq!(value(&known, "circle"), None);
}

#[test]
fn units_that_report_are_told_with_all_below_them() {
    let mut known = figures(vec![reading("hamlet", "2016-H1", "60", Origin::Entered)]);
    assert_eq!(known.reporting(), [&UnitId::new("ward-1")], "its hamlet reported");
    known.extend([reading("city", "2016-H1", "100", Origin::Entered)]);
    let plan = planned("2016-H1", "20", Origin::Entered);
    known.extend([Plan { unit: UnitId::new("ward-2"), ..plan }]);
    assert_eq!(known.reporting(), [&UnitId::new("ward-1"), &UnitId::new("ward-2")]);
}
