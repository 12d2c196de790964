//! What early warnings are learned from.

use jiff::civil::{Date, date};
use kheo_core::case::{Act, Deed, Trigger, Undone};
use kheo_core::id::{ActionId, CaseCode, PostId, UnitId};
use kheo_core::post::{Actor, Role};
use kheo_core::rules::Rules;
use kheo_core::warning::{Hold, Past};
use kheo_store::case::CaseRow;
use kheo_store::{Db, WriteError};
use kheo_testkit::{Installation, actor, filing, on, rules};

fn register(db: &Db, code: &'static str, day: Date) {
    db.write_now(move |tx| {
        kheo_store::case::register(tx, &rules(), filing("north", code), on(day), &Actor::Citizen)
            .map(|_| ())
    })
    .map_err(|why: WriteError| why.to_string())
    .unwrap();
}

fn act(db: &Db, code: &'static str, action: &'static str, day: Date) {
    act_under(db, rules(), code, action, day);
}

fn act_under(db: &Db, rules: Rules, code: &'static str, action: &'static str, day: Date) {
    db.write_now(move |tx| {
        let code = CaseCode::new(code);
        let seen = kheo_store::case::find(tx, &code)?.unwrap().seen;
        let act = Act {
            text: Some("Đã xem.".to_owned()),
            unit: Some(UnitId::new("south")),
            post: Some(PostId::new("north-handler")),
            ..Act::plain(ActionId::new(action), seen)
        };
        let unit = if action == "answer" { "south" } else { "north" };
        kheo_store::case::act(tx, &rules, &actor(unit, Role::Handler), &code, act, on(day))
    })
    .map_err(|why| why.to_string())
    .unwrap();
}

fn past(db: &Db, today: Date) -> Past {
    db.read_now(|r| kheo_store::warning::past(r, today)).unwrap()
}

#[test]
fn a_limit_is_told_with_all_who_held_it_and_where_its_case_stood() {
    let city = Installation::city();
    let code = "YC-2016-0001";
    register(&city.db, code, date(2016, 5, 3));
    act(&city.db, code, "transfer", date(2016, 5, 9));
    act(&city.db, code, "answer", date(2016, 5, 30));
    let past = past(&city.db, date(2016, 6, 30));
    assert_eq!(past.runs.len(), 2, "accept and answer");
    let accept = past.runs.iter().find(|run| run.clock.as_str() == "accept").unwrap();
    let hold = |unit: &str, from, until| Hold {
        unit: UnitId::new(unit),
        from,
        until: Some(until),
        due_on: Some(date(2016, 5, 10)),
    };
    let handed = date(2016, 5, 9);
    assert_eq!(
        accept.holds,
        [hold("north", date(2016, 5, 3), handed), hold("south", handed, date(2016, 5, 30)),]
    );
    assert_eq!(accept.start, date(2016, 5, 3));
    let steps: Vec<(Date, &str)> =
        accept.steps.iter().map(|(day, step)| (*day, step.as_str())).collect();
    assert_eq!(
        steps,
        [(date(2016, 5, 3), "received"), (handed, "received"), (date(2016, 5, 30), "answered"),]
    );
    assert_eq!(past.posts.get(&UnitId::new("north")), Some(&3), "clerk, handler and head");
    assert!(past.running.is_empty());
}

#[test]
fn what_runs_past_its_day_teaches_and_what_runs_within_it_is_load() {
    let city = Installation::city();
    register(&city.db, "YC-2016-0001", date(2016, 5, 3));
    register(&city.db, "YC-2016-0002", date(2016, 6, 29));
    let past = past(&city.db, date(2016, 6, 30));
    assert_eq!(past.runs.len(), 2);
    assert!(past.runs.iter().all(|run| run.start == date(2016, 5, 3)));
    assert_eq!(past.running.len(), 2);
    assert!(past.running.iter().all(|hold| hold.from == date(2016, 6, 29)));
    let mut codes = Vec::new();
    let look = |case: &CaseRow| codes.push(case.code.to_string());
    let count =
        city.db.read_now(|r| kheo_store::warning::running(r, date(2016, 6, 30), look)).unwrap();
    assert_eq!((count, codes.as_slice()), (1, &["YC-2016-0002".to_owned()][..]));
}

#[test]
fn a_limit_that_an_answer_left_undone_is_told_as_left_out() {
    let city = Installation::city();
    let (code, day) = ("YC-2016-0001", date(2016, 5, 30));
    register(&city.db, code, date(2016, 5, 3));
    act(&city.db, code, "transfer", date(2016, 5, 9));
    let mut leaves_out = rules();
    for kind in &mut leaves_out.kinds {
        let accept = kind.clocks.iter_mut().find(|clock| clock.id.as_str() == "accept").unwrap();
        accept.stops.retain(|stop| *stop != Trigger::from(Deed::Answer));
        accept.fails.push(Trigger::from(Deed::Answer));
    }
    act_under(&city.db, leaves_out, code, "answer", day);
    let undone: Vec<_> = past(&city.db, date(2016, 6, 30))
        .runs
        .into_iter()
        .map(|run| (run.clock.to_string(), run.undone))
        .collect();
    assert_eq!(undone, [("accept".to_owned(), Some(Undone::Failed)), ("answer".to_owned(), None)]);
}

#[test]
fn what_ended_long_ago_teaches_nothing() {
    let city = Installation::city();
    let code = "YC-2016-0001";
    register(&city.db, code, date(2016, 5, 3));
    act(&city.db, code, "transfer", date(2016, 5, 4));
    act(&city.db, code, "answer", date(2016, 5, 5));
    assert_eq!(past(&city.db, date(2018, 5, 4)).runs.len(), 2);
    assert!(past(&city.db, date(2018, 5, 6)).runs.is_empty());
}
