//! Readings, plans, and what the review asks for.

use jiff::civil::date;
use kheo_core::Refusal;
use kheo_core::case::Metric;
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::measure::{Plan, Reading};
use kheo_core::origin::Origin;
use kheo_core::post::Actor;
use kheo_store::{Db, Who, WriteError};
use kheo_testkit::{CITY, Installation, on, rules};

use crate::{act, register};

fn reading(unit: &str, period: &str, value: &str) -> Reading {
    Reading {
        measure: MeasureId::new("trees"),
        unit: UnitId::new(unit),
        period: period.parse().unwrap(),
        value: value.parse().unwrap(),
        origin: Origin::Entered,
        set_aside: false,
        note: None,
        note_en: None,
    }
}

fn report(db: &Db, reading: Reading) -> Result<(), WriteError> {
    db.write_now(move |tx| {
        kheo_store::measure::report(tx, &rules(), reading, on(date(2016, 6, 20)), &Actor::Import)
    })
}

fn set_plan(db: &Db, unit: &str, period: &str, value: &str) {
    let Reading { measure, unit, period, value, origin, .. } = reading(unit, period, value);
    let plan = Plan { measure, unit, period, value, origin, note: None, note_en: None };
    db.write_now(move |tx| {
        kheo_store::measure::plan(tx, &rules(), plan, on(date(2016, 1, 20)), &Actor::Import)
    })
    .unwrap();
}

/// A plan, a reading, one that takes its place, and one that was set aside.
pub(crate) fn report_and_plan(db: &Db) {
    set_plan(db, CITY, "2016", "500");
    report(db, reading("north", "2016-H1", "100")).unwrap();
    report(db, reading("north", "2016-H1", "120.5")).unwrap();
    report(db, Reading { set_aside: true, ..reading("north", "2016-H1", "90") }).unwrap();
}

#[test]
fn a_later_reading_takes_the_place_of_an_earlier_one_unless_it_is_set_aside() {
    let Installation { db, .. } = &Installation::city();
    report(db, reading("north", "2016-H1", "100")).unwrap();
    report(db, reading("north", "2016-H1", "120.5")).unwrap();
    report(db, Reading { set_aside: true, ..reading("north", "2016-H1", "90") }).unwrap();
    report(db, reading("north", "2015-H1", "80")).unwrap();
    report(db, reading("north", "2014-H1", "70")).unwrap();
    let period = "2016-H1".parse().unwrap();
    let known = db
        .read_now(|r| {
            let (trees, city) = (MeasureId::new("trees"), UnitId::new(CITY));
            kheo_store::measure::readings_of(r, &trees, &city, period)
        })
        .unwrap();
    let told: Vec<_> = known
        .iter()
        .map(|one| (one.what.period.to_string(), one.what.value.to_string(), one.what.set_aside))
        .collect();
    let expected = [("2016-H1", "120.5", false), ("2016-H1", "90", true), ("2015-H1", "80", false)];
    assert_eq!(told, expected.map(|(p, v, aside)| (p.to_owned(), v.to_owned(), aside)));
    assert!(known.iter().all(|one| one.who == Who::Import));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let Installation { db, .. } = &Installation::city();
    let rows = [
        (reading("nowhere", "2016-H1", "1"), "unknown-unit"),
        (reading("north", "2016", "1"), "wrong-period"),
        (reading("north", "2016-H1", "-1"), "out-of-bounds"),
        (
            Reading { measure: MeasureId::new("stars"), ..reading("north", "2016-H1", "1") },
            "unknown-measure",
        ),
    ];
    for (reading, code) in rows {
        match report(db, reading) {
            Err(WriteError::Refused(refusal)) => assert_eq!(refusal.code(), code),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn the_figures_of_a_unit_hold_all_that_lives_below_it() {
    let Installation { db, .. } = &Installation::city();
    set_plan(db, CITY, "2016", "500");
    set_plan(db, CITY, "2016", "600");
    set_plan(db, CITY, "2017", "700");
    report(db, reading("north", "2016-H1", "100")).unwrap();
    report(db, reading("south", "2016-H1", "50")).unwrap();
    report(db, reading("province", "2016-H1", "9000")).unwrap();
    register(db, "north", "A", date(2016, 5, 4));
    act(db, "A", "accept", date(2016, 5, 5)).unwrap();
    act(db, "A", "answer", date(2016, 5, 30)).unwrap();

    let ask = |period: &str, today| {
        let period = period.parse().unwrap();
        db.read_now(|r| kheo_store::measure::figures(r, &UnitId::new(CITY), period, today)).unwrap()
    };
    let half = ask("2016-H1", date(2016, 6, 30));
    let below: Vec<&str> = half.below.iter().map(UnitId::as_str).collect();
    assert_eq!(below, ["north", "south", "west", "old"], "the old ward lived until March");
    assert_eq!(ask("2016-H2", date(2016, 7, 1)).below.len(), 3);
    let values: Vec<String> = half.readings().map(|one| one.value.to_string()).collect();
    assert_eq!(values, ["100", "50"]);
    let plans: Vec<String> = half.plans().map(|one| one.value.to_string()).collect();
    assert_eq!(plans, ["600"]);
    let late = half.tallies().find(|tally| tally.metric == Metric::AnsweredLate).unwrap();
    assert_eq!((late.unit.as_str(), late.count, late.demonstration), ("north", 1, 0));
}

#[test]
fn figures_of_a_longer_period_are_told_once_they_were_known_and_never_of_a_time_before() {
    let Installation { db, .. } = &Installation::city();
    report(db, reading("north", "2016-H1", "100")).unwrap();
    set_plan(db, CITY, "2016", "500");
    let told = |period: &str, today| {
        let (city, period) = (UnitId::new(CITY), period.parse().unwrap());
        let known = db.read_now(|r| kheo_store::measure::figures(r, &city, period, today)).unwrap();
        (known.readings().count(), known.plans().count())
    };
    // The reading was made on 20 June, the plan on 20 January.
    let rows = [
        ("2016-H1", date(2016, 6, 19), (0, 1)),
        ("2016-H1", date(2016, 6, 20), (1, 1)),
        ("2016-H1", date(2016, 7, 5), (1, 1)),
        ("2016-05", date(2016, 7, 5), (0, 1)),
        ("2016-06", date(2016, 7, 5), (1, 1)),
        ("2016-Q1", date(2016, 1, 19), (0, 0)),
    ];
    for (period, today, expected) in rows {
        assert_eq!(told(period, today), expected, "{period} on {today}");
    }
}

#[test]
fn a_commune_that_stands_alone_is_a_place_of_its_own() {
    let Installation { db, .. } = &Installation::empty();
    let place = || db.read_now(kheo_store::unit::place).unwrap();
    assert_eq!(place(), None);
    db.write_now(|tx| {
        let alone = kheo_testkit::unit("alone", kheo_core::unit::UnitKind::Commune, None);
        kheo_store::unit::establish(tx, alone, on(date(2016, 5, 3)), &Actor::Import)?;
        let post = kheo_testkit::post("alone", kheo_core::post::Role::Head);
        kheo_store::post::create(tx, post, on(date(2016, 5, 3)), &Actor::Import)
    })
    .unwrap();
    assert_eq!(place(), Some(UnitId::new("alone")));
}

#[test]
fn a_unit_knows_its_place_and_its_predecessors() {
    let Installation { db, .. } = &Installation::city();
    assert_eq!(db.read_now(kheo_store::unit::place).unwrap(), Some(UnitId::new(CITY)));
    let before = db.read_now(|r| kheo_store::unit::predecessors(r, &UnitId::new("north"))).unwrap();
    assert_eq!(before.first().unwrap().id.as_str(), "old");
    let twice = db.write_now(|tx| {
        let post = kheo_testkit::post("north", kheo_core::post::Role::Head);
        kheo_store::post::create(tx, post, on(date(2016, 5, 3)), &Actor::Import)
    });
    assert!(matches!(twice, Err(WriteError::Refused(Refusal::Taken { .. }))));
}
