//! The records behind a figure are exactly those that it counts.

use jiff::civil::{Date, date};
use kheo_core::case::Metric;
use kheo_core::id::{KindId, UnitId};
use kheo_core::period::Period;
use kheo_core::quantity::Quantity;
use kheo_store::case::{Behind, CaseFilter, CaseRow};
use kheo_store::{Db, Page};
use kheo_testkit::{CITY, Installation};

use crate::{act, act_with, register, to_unit, with_proof};

const PAGE: Page = Page { number: 0, size: 1000 };

/// The rows behind a figure of exactly one unit, or of a unit with all below it.
pub(crate) fn rows(db: &Db, scope: &str, unit: Option<&str>, behind: &Behind) -> Vec<CaseRow> {
    let filter = CaseFilter {
        unit: unit.map(UnitId::new),
        behind: Some(behind.clone()),
        ..CaseFilter::within(UnitId::new(scope), Date::MAX)
    };
    let page = db.read_now(|r| kheo_store::case::list(r, &filter, PAGE)).unwrap();
    assert_eq!(page.total, i64::try_from(page.rows.len()).unwrap());
    page.rows
}

/// The records behind a tally, seen from long after the period.
pub(crate) fn tally(metric: Metric, period: Period) -> Behind {
    tally_on(metric, period, Date::MAX)
}

/// The same, as it is on a day.
pub(crate) fn tally_on(metric: Metric, period: Period, today: Date) -> Behind {
    Behind::Tally { kind: Some(KindId::new("request")), metric, period, today }
}

fn codes(rows: &[CaseRow]) -> Vec<&str> {
    let mut codes: Vec<_> = rows.iter().map(|row| row.code.as_str()).collect();
    codes.sort_unstable();
    codes
}

fn may() -> Period {
    "2016-05".parse().unwrap()
}

#[test]
fn a_case_answered_twice_counts_twice_and_stands_twice() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", "A", date(2016, 5, 4));
    act(db, "A", "answer", date(2016, 5, 6)).unwrap();
    act(db, "A", "reopen", date(2016, 5, 9)).unwrap();
    act(db, "A", "answer", date(2016, 5, 12)).unwrap();
    let answers = rows(db, CITY, None, &tally(Metric::Answered, may()));
    let days: Vec<Option<Date>> = answers.iter().map(|row| row.marked_on).collect();
    assert_eq!(codes(&answers), ["A", "A"]);
    assert!(days.contains(&Some(date(2016, 5, 6))) && days.contains(&Some(date(2016, 5, 12))));
    let june = tally(Metric::Answered, "2016-06".parse().unwrap());
    assert!(rows(db, CITY, None, &june).is_empty());
}

#[test]
fn what_is_open_follows_the_case_from_unit_to_unit() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", "A", date(2016, 4, 4));
    register(db, "north", "B", date(2016, 4, 4));
    act_with(db, "A", "transfer", date(2016, 5, 9), to_unit("south")).unwrap();
    act(db, "B", "refuse", date(2016, 5, 9)).unwrap();
    let open = |unit, period: &str| {
        let behind = tally(Metric::Open, period.parse().unwrap());
        codes(&rows(db, CITY, Some(unit), &behind)).join(" ")
    };
    assert_eq!(open("north", "2016-04"), "A B");
    assert_eq!(open("south", "2016-04"), "");
    assert_eq!(open("north", "2016-05"), "");
    assert_eq!(open("south", "2016-05"), "A");
}

#[test]
fn kept_closed_ends_when_the_petitioner_says_no() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", "A", date(2016, 5, 4));
    register(db, "north", "B", date(2016, 5, 4));
    act_with(db, "A", "answer", date(2016, 5, 6), with_proof).unwrap();
    act(db, "B", "answer", date(2016, 5, 6)).unwrap();
    let kept = |period: &str| {
        let behind = tally(Metric::KeptClosed, period.parse().unwrap());
        codes(&rows(db, CITY, None, &behind)).join(" ")
    };
    assert_eq!(kept("2016-05"), "A", "an answer without proof closes nothing for good");
    act(db, "A", "reopen", date(2016, 6, 1)).unwrap();
    assert_eq!((kept("2016-05").as_str(), kept("2016-06").as_str()), ("A", ""));
}

#[test]
fn overdue_can_be_asked_of_any_day_and_names_the_holder_of_that_day() {
    let Installation { db, .. } = &Installation::city();
    // To be accepted by 11 May.
    register(db, "north", "A", date(2016, 5, 4));
    act_with(db, "A", "transfer", date(2016, 5, 16), to_unit("south")).unwrap();
    act(db, "A", "accept", date(2016, 5, 20)).unwrap();
    let overdue = |unit, day| {
        let behind = Behind::Overdue { period: may(), today: date(2016, 5, day) };
        let rows = rows(db, CITY, Some(unit), &behind).len();
        let period = may();
        let figures = db
            .read_now(|r| {
                let (city, today) = (UnitId::new(CITY), date(2016, 5, day));
                kheo_store::measure::figures(r, &city, period, today)
            })
            .unwrap();
        let counted = figures.overdue(&[&UnitId::new(unit)].into()).value;
        assert_eq!(counted, Quantity::whole(i32::try_from(rows).unwrap()));
        rows
    };
    let days = [(11, 0, 0), (12, 1, 0), (15, 1, 0), (16, 0, 1), (19, 0, 1), (20, 0, 0)];
    for (day, north, south) in days {
        assert_eq!((overdue("north", day), overdue("south", day)), (north, south), "{day} May");
    }
    // The clock of the answer runs out on 25 May.
    assert_eq!((overdue("south", 25), overdue("south", 26)), (0, 1));
}

#[test]
fn what_is_learned_late_never_makes_a_stock_negative() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", "A", date(2016, 5, 9));
    act(db, "A", "refuse", date(2016, 4, 4)).unwrap();
    let open = |period: &str| rows(db, CITY, None, &tally(Metric::Open, period.parse().unwrap()));
    assert!(open("2016-04").is_empty() && open("2016-05").is_empty());
    let refused = rows(db, CITY, None, &tally(Metric::Refused, may()));
    assert_eq!(refused.first().unwrap().marked_on, Some(date(2016, 5, 9)));
}
