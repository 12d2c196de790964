//! What is owed after a case was closed: the unit still finds it by its day, and no figure counts it as open.

use jiff::civil::{Date, date};
use kheo_core::Refusal;
use kheo_core::case::{Action, Clock, Deed, Erasing, Metric, Party, Phase, Trigger};
use kheo_core::due::DueGroup;
use kheo_core::id::{ActionId, CaseCode, ClockId, PostId, StepId, UnitId};
use kheo_core::post::{Actor, Role};
use kheo_core::quantity::Quantity;
use kheo_core::rules::Rules;
use kheo_store::case::{
    Behind, CaseFilter, CaseRow, DueFilter, Marked, WorkFilter, erase, find, work,
};
use kheo_store::{Db, Page, WriteError};
use kheo_testkit::{CITY, Installation, filing, on, rules};

use crate::behind::{rows, tally_on};
use crate::matter::rebuilt_equals_lived;
use crate::plain;

const CODE: &str = "YC-2016-0001";
const REFUSED: Date = date(2016, 5, 5);
/// The last of the ten working days to answer whoever sent it on.
const DUE: Date = date(2016, 5, 18);

/// The rules of the tests, under which whoever sent a request on is told within ten working days what became of
/// it, whatever that is.
fn telling() -> Rules {
    let mut rules = rules();
    for kind in &mut rules.kinds {
        let accept = kind.clocks.first().cloned().expect("a clock");
        let mut told = Clock {
            id: ClockId::new("tell-sender"),
            stops: vec![Trigger::Action(ActionId::new("tell-sender"))],
            ..accept
        };
        told.terms.ordinary.limit.count = 10;
        kind.clocks.push(told);
        kind.actions.push(Action {
            from: ["received", "accepted", "refused"].map(StepId::new).into(),
            who: vec![Party::Role(Role::Clerk)],
            ..Action::new(ActionId::new("tell-sender"), Deed::Note)
        });
    }
    rules
}

fn act(db: &Db, action: &str, day: Date) -> Result<u64, WriteError> {
    let action = ActionId::new(action);
    db.write_now(move |tx| {
        let code = CaseCode::new(CODE);
        let seen = find(tx, &code)?.unwrap().seen;
        kheo_store::case::act(tx, &telling(), &Actor::Import, &code, plain(action, seen), on(day))
    })
}

/// A request of 4 May that was refused the day after.
fn refused() -> Installation {
    let installation = Installation::city();
    let db = &installation.db;
    let registered = db.write_now(|tx| {
        let filing = filing("north", CODE);
        kheo_store::case::register(tx, &telling(), filing, on(date(2016, 5, 4)), &Actor::Citizen)
    });
    registered.unwrap();
    act(db, "refuse", REFUSED).unwrap();
    installation
}

fn row(db: &Db) -> CaseRow {
    db.read_now(|r| find(r, &CaseCode::new(CODE))).unwrap().unwrap()
}

/// The groups of the work of the ward in which the case stands on `today`.
fn groups(db: &Db, today: Date) -> Vec<DueGroup> {
    let wanted = WorkFilter {
        scope: UnitId::new("north"),
        post: None,
        unclaimed_in: None,
        hidden_topics: Vec::new(),
        today,
        most: 10,
    };
    let work = db.read_now(|r| work(r, &wanted)).unwrap();
    let stands = work.groups.iter().filter(|group| !group.rows.is_empty());
    stands.inspect(|group| assert_eq!(group.total, 1)).map(|group| group.due).collect()
}

fn listed(db: &Db, narrow: impl FnOnce(&mut CaseFilter)) -> usize {
    let mut filter = CaseFilter::within(UnitId::new(CITY), Date::MAX);
    narrow(&mut filter);
    let page = db.read_now(|r| kheo_store::case::list(r, &filter, Page { number: 0, size: 10 }));
    page.unwrap().rows.len()
}

#[test]
fn what_is_owed_after_the_end_stands_in_the_work_of_the_unit_until_it_is_done() {
    let Installation { db, .. } = &refused();
    assert_eq!(row(db).phase, Phase::Closed);
    let days = [
        (date(2016, 5, 6), DueGroup::Later),
        (date(2016, 5, 16), DueGroup::Week),
        (DUE, DueGroup::Today),
        (date(2016, 5, 19), DueGroup::Overdue),
    ];
    for (today, group) in days {
        assert_eq!(groups(db, today), [group], "{today}");
    }
    let today = date(2016, 5, 19);
    let due = DueFilter { group: DueGroup::Overdue, today };
    let prolonged = |day| Marked { prolonged: Some(day), ..Marked::NONE };
    assert_eq!(listed(db, |filter| filter.due = Some(due)), 1);
    assert_eq!(listed(db, |filter| filter.phases = vec![Phase::Closed]), 1);
    assert_eq!(listed(db, |filter| filter.phases = vec![Phase::Open, Phase::Waiting]), 0);
    assert_eq!(listed(db, |filter| filter.marks = prolonged(DUE)), 0);
    assert_eq!(listed(db, |filter| filter.marks = prolonged(today)), 1);
    assert!(row(db).state().is_prolonged(today) && !row(db).state().is_prolonged(DUE));

    act(db, "tell-sender", today).unwrap();
    assert_eq!(groups(db, today), []);
    assert_eq!(listed(db, |filter| filter.due = Some(due)), 0);
    assert_eq!(row(db).overran, Some(DUE), "it was done too late");
    rebuilt_equals_lived(db);
}

#[test]
fn what_is_owed_after_the_end_is_neither_open_nor_overdue_in_figures() {
    let Installation { db, .. } = &refused();
    let (period, today) = ("2016-05".parse().unwrap(), date(2016, 5, 31));
    let counted = |behind| rows(db, CITY, None, &behind).len();
    assert_eq!(counted(tally_on(Metric::Refused, period, today)), 1);
    assert_eq!(counted(tally_on(Metric::Open, period, today)), 0);
    assert_eq!(counted(Behind::Overdue { period, today }), 0);
    assert_eq!(counted(Behind::Pending { period, today }), 0);
    let figures =
        db.read_now(|r| kheo_store::measure::figures(r, &UnitId::new(CITY), period, today));
    let (figures, north) = (figures.unwrap(), UnitId::new("north"));
    assert!(figures.overdue(&[&north].into()).value == Quantity::ZERO);
}

#[test]
fn what_is_owed_keeps_the_content_until_it_is_done() {
    let Installation { db, .. } = &refused();
    let take = || {
        db.write_now(|tx| {
            let erasing = Erasing {
                by: PostId::new("north-head"),
                reason: "Người gửi đề nghị xóa.".to_owned(),
                law: "Quy định của thử nghiệm".to_owned(),
            };
            erase(tx, &CaseCode::new(CODE), erasing, &Actor::Administrator, on(date(2016, 5, 9)))
        })
    };
    let owed = Refusal::StillOwed { code: CaseCode::new(CODE), clock: ClockId::new("tell-sender") };
    assert!(matches!(take(), Err(WriteError::Refused(why)) if why == owed));
    act(db, "tell-sender", date(2016, 5, 9)).unwrap();
    take().unwrap();
    assert!(row(db).erased.is_some());
}
