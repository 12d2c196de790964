//! What counts as kept closed, on which day, and what a link between cases says of that.

use jiff::civil::{Date, date};
use kheo_calendar::{Citation, Confidence};
use kheo_core::case::{Action, KeptClosed, Metric};
use kheo_core::id::{ActionId, CaseCode, UnitId};
use kheo_core::matter::Link;
use kheo_core::period::Period;
use kheo_core::post::Actor;
use kheo_core::rules::Rules;
use kheo_store::case::{CaseRow, Filing};
use kheo_store::{Db, measure};
use kheo_testkit::{CITY, Installation, filing, on, rules};

use crate::behind::{rows, tally_on};
use crate::matter::rebuilt_equals_lived;
use crate::{plain, with_proof};

const EARLIER: &str = "YC-2016-0001";
const LATER: &str = "YC-2016-0002";
const OTHER: &str = "YC-2016-0003";

/// The rules of the tests, under which a request counts as kept closed after so many days without word,
/// and an answer can say that it settles nothing.
pub(crate) fn patient(days: u16) -> Rules {
    let mut rules = rules();
    let rule = Citation {
        law: "Quy định của thử nghiệm".to_owned(),
        law_en: "A rule of the test".to_owned(),
        article: None,
        from: None,
        confidence: Confidence::Unconfirmed,
    };
    for kind in &mut rules.kinds {
        kind.kept_closed = Some(KeptClosed { days, remote: None, rule: rule.clone() });
        let answer = kind.action(&ActionId::new("answer")).cloned();
        kind.actions.extend(answer.map(|answer| Action {
            id: ActionId::new("fail"),
            settles: false,
            ..answer
        }));
    }
    rules
}

fn register(db: &Db, code: &str, again: Option<&str>, day: Date) {
    let filing = Filing { again: again.map(CaseCode::new), ..filing("north", code) };
    db.write_now(move |tx| {
        kheo_store::case::register(tx, &patient(30), filing, on(day), &Actor::Citizen)
    })
    .unwrap();
}

fn act(db: &Db, code: &str, action: &str, day: Date) {
    let (code, action) = (CaseCode::new(code), ActionId::new(action));
    db.write_now(move |tx| {
        let mut act = plain(action, kheo_store::case::find(tx, &code)?.unwrap().seen);
        with_proof(&mut act);
        kheo_store::case::act(tx, &patient(30), &Actor::Import, &code, act, on(day))
    })
    .unwrap();
}

fn answered(db: &Db, code: &str, registered: Date, answered: Date) {
    register(db, code, None, registered);
    act(db, code, "answer", answered);
}

fn say(db: &Db, one: &str, other: &str, undo: bool, day: Date) {
    let link = Link::between(CaseCode::new(one), CaseCode::new(other));
    db.write_now(move |tx| {
        let (rules, by) = (patient(30), Actor::Import);
        if undo {
            kheo_store::matter::unlink(tx, &rules, &by, &link, on(day))
        } else {
            kheo_store::matter::link(tx, &rules, &by, &link, on(day))
        }
    })
    .unwrap();
}

fn row(db: &Db, code: &str) -> CaseRow {
    db.read_now(|r| kheo_store::case::find(r, &CaseCode::new(code))).unwrap().unwrap()
}

/// How many are counted in `period`, as it is `today`; as many records stand behind it.
fn counted(db: &Db, metric: Metric, period: &str, today: Date) -> i64 {
    let (city, period): (_, Period) = (UnitId::new(CITY), period.parse().unwrap());
    let figures = db.read_now(|r| measure::figures(r, &city, period, today)).unwrap();
    let count = figures.tallies().filter(|t| t.metric == metric).map(|t| t.count).sum();
    let behind = rows(db, CITY, None, &tally_on(metric, period, today)).len();
    assert_eq!(i64::try_from(behind), Ok(count), "{metric:?} {period} {today}");
    count
}

#[test]
fn a_case_counts_from_its_day_whatever_the_period_and_today() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    let from = date(2016, 6, 6);
    assert_eq!(row(db, EARLIER).state().kept_closed_from(), Some(from));
    let rows = [
        ("2016-05", date(2016, 5, 6), 0),
        ("2016-05", date(2016, 7, 1), 0),
        ("2016-06", date(2016, 5, 31), 0),
        ("2016-06", date(2016, 6, 5), 0),
        ("2016-06", from, 1),
        ("2016-06", date(2016, 6, 30), 1),
        ("2016-06", date(2016, 7, 1), 1),
        ("2016-H1", date(2016, 6, 5), 0),
        ("2016-H1", from, 1),
        ("2016-H2", date(2016, 6, 5), 0),
        ("2016-H2", from, 1),
        ("2017", date(2016, 6, 5), 0),
    ];
    for (period, today, expected) in rows {
        assert_eq!(counted(db, Metric::KeptClosed, period, today), expected, "{period} {today}");
    }
    assert_eq!(counted(db, Metric::Open, "2016-H1", date(2016, 5, 5)), 1, "open until the answer");
    assert_eq!(counted(db, Metric::Open, "2016-H1", date(2016, 5, 6)), 0);
    rebuilt_equals_lived(db);
}

#[test]
fn what_is_answered_and_not_settled_never_counts() {
    let Installation { db, .. } = &Installation::city();
    register(db, EARLIER, None, date(2016, 5, 3));
    act(db, EARLIER, "fail", date(2016, 5, 6));
    act(db, EARLIER, "confirm", date(2016, 5, 7));
    let end = date(2016, 12, 31);
    assert_eq!(counted(db, Metric::Answered, "2016", end), 1);
    assert_eq!(counted(db, Metric::KeptClosed, "2016", end), 0);
    assert_eq!(row(db, EARLIER).state().kept_closed_from(), None);
    rebuilt_equals_lived(db);
}

#[test]
fn a_confirmation_counts_at_once_and_a_reopening_never() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    answered(db, LATER, date(2016, 5, 3), date(2016, 5, 6));
    act(db, EARLIER, "confirm", date(2016, 5, 10));
    act(db, LATER, "reopen", date(2016, 5, 11));
    let kept = |today| counted(db, Metric::KeptClosed, "2016-H1", today);
    assert_eq!(kept(date(2016, 5, 9)), 0);
    assert_eq!(kept(date(2016, 5, 10)), 1, "the confirmed one");
    assert_eq!(kept(date(2016, 6, 30)), 1);
    rebuilt_equals_lived(db);
}

#[test]
fn a_link_says_that_a_matter_was_brought_again_and_its_undoing_takes_it_back() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    register(db, LATER, None, date(2016, 5, 20));
    let (june, today) = ("2016-06", date(2016, 6, 20));
    assert_eq!(counted(db, Metric::KeptClosed, june, today), 1);

    say(db, LATER, EARLIER, false, today);
    let recurred = row(db, EARLIER).recurred;
    assert_eq!(recurred.iter().map(|one| one.by.as_str()).collect::<Vec<_>>(), [LATER]);
    assert_eq!(counted(db, Metric::KeptClosed, june, today), 0, "and June says so");
    assert_eq!(counted(db, Metric::CameBack, "2016-05", today), 1, "on the day it was brought");
    assert_eq!(counted(db, Metric::CameBack, june, today), 0);
    rebuilt_equals_lived(db);

    say(db, EARLIER, LATER, true, date(2016, 6, 21));
    assert!(row(db, EARLIER).recurred.is_empty());
    assert_eq!(counted(db, Metric::KeptClosed, june, today), 1);
    assert_eq!(counted(db, Metric::CameBack, "2016-05", today), 0);
    rebuilt_equals_lived(db);
}

#[test]
fn only_what_came_after_the_answer_and_in_time_brings_it_again() {
    let day = |day| date(2016, 5, day);
    for (registered, expected) in
        [(day(4), 0), (day(6), 0), (day(7), 1), (date(2016, 6, 5), 1), (date(2016, 6, 6), 0)]
    {
        let Installation { db, .. } = &Installation::city();
        answered(db, EARLIER, day(3), day(6));
        register(db, LATER, None, registered);
        say(db, EARLIER, LATER, false, date(2016, 7, 1));
        assert_eq!(row(db, EARLIER).recurred.len(), expected, "{registered}");
        assert!(row(db, LATER).recurred.is_empty());
    }
}

#[test]
fn what_was_said_at_registration_is_not_said_twice() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    register(db, LATER, Some(EARLIER), date(2016, 5, 20));
    register(db, OTHER, None, date(2016, 5, 21));
    say(db, EARLIER, OTHER, false, date(2016, 5, 25));
    let events = db.read_now(kheo_store::ledger::count).unwrap();
    act(db, OTHER, "accept", date(2016, 5, 26));
    assert_eq!(db.read_now(kheo_store::ledger::count).unwrap(), events + 2, "nothing more is said");
    let by = |db: &Db| -> Vec<String> {
        row(db, EARLIER).recurred.iter().map(|one| one.by.to_string()).collect()
    };
    assert_eq!(by(db), [LATER]);
    assert_eq!(counted(db, Metric::CameBack, "2016-05", date(2016, 6, 1)), 1);

    // Without the one that was said, the other brings it again.
    say(db, EARLIER, LATER, true, date(2016, 5, 27));
    assert_eq!(by(db), [OTHER]);
    assert_eq!(counted(db, Metric::CameBack, "2016-05", date(2016, 6, 1)), 1);
    rebuilt_equals_lived(db);
}

#[test]
fn a_case_that_joins_a_matter_brings_all_of_it_again() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    answered(db, OTHER, date(2016, 5, 3), date(2016, 5, 9));
    say(db, EARLIER, OTHER, false, date(2016, 5, 10));
    register(db, LATER, Some(EARLIER), date(2016, 5, 20));
    for code in [EARLIER, OTHER] {
        assert_eq!(row(db, code).recurred.len(), 1, "{code}");
    }
    assert_eq!(counted(db, Metric::CameBack, "2016-05", date(2016, 6, 1)), 2);
    rebuilt_equals_lived(db);
}

#[test]
fn two_that_brought_it_again_on_one_day_are_taken_back_one_by_one() {
    let Installation { db, .. } = &Installation::city();
    answered(db, EARLIER, date(2016, 5, 3), date(2016, 5, 6));
    for code in [LATER, OTHER] {
        register(db, code, Some(EARLIER), date(2016, 5, 20));
    }
    let came_back = || counted(db, Metric::CameBack, "2016-05", date(2016, 6, 1));
    assert_eq!(came_back(), 2);
    say(db, EARLIER, LATER, true, date(2016, 5, 27));
    assert_eq!(came_back(), 1);
    say(db, EARLIER, OTHER, true, date(2016, 5, 28));
    assert_eq!(came_back(), 0);
    assert_eq!(counted(db, Metric::KeptClosed, "2016-06", date(2016, 6, 30)), 1);
}
