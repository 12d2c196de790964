//! Clocks that move when the calendar is corrected.

use std::borrow::Cow;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, CalendarError, Confidence, Correction, Decision, Ruling, TetBefore};
use kheo_core::case::CaseEvent;
use kheo_core::id::{CaseCode, UnitId};
use kheo_core::period::{Period, PeriodLength};
use kheo_core::post::Actor;
use kheo_store::case::{Behind, CaseFilter, MovedClock};
use kheo_store::{Db, Page, Who, WriteError};
use kheo_testkit::{CITY, Installation, on};

use crate::{act, register, to_unit};

const CODE: &str = "YC-2016-0007";

/// The table with one working day more given off.
fn corrected(off: Date, worked: Date) -> Calendar {
    let decision = Decision {
        ruling: Ruling::Swap { off, worked },
        source: Cow::Borrowed("Công văn thử"),
        confidence: Confidence::High,
    };
    let correction = Correction {
        version: "thu-1".to_owned(),
        decisions: vec![decision],
        hours: Vec::new(),
        roll: None,
    };
    Calendar::vietnam().corrected(correction).unwrap()
}

fn moved(db: &Db, calendar: &Calendar) -> Vec<MovedClock> {
    db.read_now(|r| kheo_store::case::moved(r, calendar)).unwrap()
}

fn overdue(db: &Db, day: Date) -> usize {
    let period = Period::containing(day, PeriodLength::Month);
    let filter = CaseFilter {
        behind: Some(Behind::Overdue { period, today: day }),
        ..CaseFilter::within(UnitId::new(CITY), day)
    };
    db.read_now(|r| kheo_store::case::list(r, &filter, Page { number: 0, size: 9 }))
        .unwrap()
        .rows
        .len()
}

#[test]
fn the_clocks_that_a_correction_moves_are_listed_and_moved_once() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    register(db, "south", "YC-2016-0008", date(2016, 5, 3));
    act(db, "YC-2016-0008", "answer", date(2016, 5, 4)).unwrap();
    crate::act_with(db, CODE, "transfer", date(2016, 5, 5), to_unit("west")).unwrap();
    assert_eq!(moved(db, &Calendar::vietnam()), []);
    let calendar = corrected(date(2016, 5, 9), date(2016, 5, 14));

    let found = moved(db, &calendar);

    // Five working days after the 3rd: the 10th, and the 11th without Monday the 9th. Fifteen: the
    // 24th either way, since Saturday the 14th is worked instead.
    let told: Vec<_> = found
        .iter()
        .map(|one| (one.clock.as_str(), one.unit.as_str(), one.old.on, one.new.clone().unwrap().on))
        .collect();
    assert_eq!(told, [("accept", "west", date(2016, 5, 10), date(2016, 5, 11))]);
    assert_eq!(overdue(db, date(2016, 5, 11)), 1);
    let code = CaseCode::new(CODE);
    let by = calendar.clone();
    let count = db
        .write_now(move |tx| {
            let stamp = on(date(2016, 5, 6));
            kheo_store::case::move_clocks(tx, &by, &code, stamp, &Actor::Administrator)
        })
        .unwrap();
    assert_eq!((count, moved(db, &calendar)), (1, vec![]));
    assert_eq!(overdue(db, date(2016, 5, 11)), 0);
    assert_eq!(overdue(db, date(2016, 5, 12)), 1);
    let told = db.read_now(|r| kheo_store::case::timeline(r, &CaseCode::new(CODE))).unwrap();
    let last = told.last().unwrap();
    assert_eq!(last.who, Who::Administrator, "not an import, and nobody's post");
    let CaseEvent::ClockMoved { from, due, .. } = &last.what else { panic!("{told:?}") };
    assert_eq!(
        (*from, due.on, due.calendar.as_str()),
        (date(2016, 5, 10), date(2016, 5, 11), "thu-1")
    );
    kheo_store::ledger::check(db).unwrap();
}

/// The table with Tết of 2027 decided.
fn decided() -> Calendar {
    let ruling = Ruling::Tet { year: 2027, before: TetBefore::OneDay };
    let source = Cow::Borrowed("Thông báo thử");
    let decision = Decision { ruling, source, confidence: Confidence::High };
    let correction = Correction {
        version: "thu-2027".to_owned(),
        decisions: vec![decision],
        hours: Vec::new(),
        roll: None,
    };
    Calendar::vietnam().corrected(correction).unwrap()
}

#[test]
fn a_limit_that_runs_into_days_nobody_decided_is_counted_when_they_are() {
    let Installation { db, .. } = &Installation::city();
    let code = CaseCode::new("YC-2027-0001");
    let filing = kheo_testkit::filing("north", code.as_str());
    let registered = db
        .write_now(move |tx| {
            let stamp = on(date(2027, 1, 28));
            kheo_store::case::register(tx, &kheo_testkit::rules(), filing, stamp, &Actor::Citizen)
        })
        .unwrap();
    assert_eq!(registered.due_on, None, "nobody can tell the day yet");
    let row = db.read_now(|r| kheo_store::case::find(r, &code)).unwrap().unwrap();
    let undecided: Vec<_> = row.running.iter().map(|one| one.due.undecided).collect();
    assert_eq!(undecided, [Some(date(2027, 2, 4)), Some(date(2027, 2, 4))]);
    assert!(
        row.due().is_none() && overdue(db, date(2027, 6, 30)) == 0,
        "nothing is late by a guess"
    );
    let open = moved(db, &Calendar::vietnam());
    let why = CalendarError::Undecided { date: date(2027, 2, 4) };
    assert!(open.len() == 2 && open.iter().all(|one| one.new == Err(why)), "{open:?}");

    let (calendar, case) = (decided(), code.clone());
    let count = db
        .write_now(move |tx| {
            let stamp = on(date(2027, 2, 1));
            kheo_store::case::move_clocks(tx, &calendar, &case, stamp, &Actor::Administrator)
        })
        .unwrap();

    assert_eq!((count, moved(db, &decided())), (2, vec![]));
    let row = db.read_now(|r| kheo_store::case::find(r, &code)).unwrap().unwrap();
    // 29 January, 1 to 4 February; Tết is off from the 5th to the 9th.
    assert_eq!(row.due().map(|running| running.due.on), Some(date(2027, 2, 4)));
    assert_eq!(overdue(db, date(2027, 2, 5)), 1);
    kheo_store::ledger::check(db).unwrap();
}

#[test]
fn what_is_done_before_the_undecided_day_is_in_time_and_after_it_needs_the_decision() {
    let Installation { db, .. } = &Installation::city();
    for code in ["YC-2027-0001", "YC-2027-0002"] {
        register(db, "north", code, date(2027, 1, 28));
    }
    act(db, "YC-2027-0001", "accept", date(2027, 2, 3)).unwrap();
    let code = CaseCode::new("YC-2027-0001");
    let told = db.read_now(|r| kheo_store::case::timeline(r, &code)).unwrap();
    let in_time = |event: &CaseEvent| {
        matches!(event, CaseEvent::ClockStopped { late: false, uncounted: true, .. })
    };
    assert!(told.iter().any(|event| in_time(&event.what)), "{told:?}");
    let Err(WriteError::Refused(why)) = act(db, "YC-2027-0002", "accept", date(2027, 2, 15)) else {
        panic!("whether it is late, nobody can say");
    };
    assert_eq!(why.code(), "no-calendar");
}
