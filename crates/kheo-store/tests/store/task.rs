//! Conclusions and tasks; accounts and sessions.

use jiff::civil::date;
use kheo_core::id::{ConclusionId, PostId, TaskId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Role};
use kheo_core::task::{Conclusion, Report, Task};
use kheo_store::session::NewSession;
use kheo_store::task::TaskFilter;
use kheo_store::{Db, Page, WriteError};
use kheo_testkit::{CITY, Installation, actor, on};

fn conclusion() -> Conclusion {
    Conclusion {
        id: ConclusionId::new("2016-H1-01"),
        unit: UnitId::new(CITY),
        concluded: "2016-H1".parse().unwrap(),
        text: "Giải quyết dứt điểm kiến nghị của cử tri".to_owned(),
        text_en: "Close the voters' recommendations for good".to_owned(),
        origin: Origin::Entered,
    }
}

fn task(unit: &str, due_on: jiff::civil::Date) -> Task {
    Task {
        id: TaskId::new(format!("2016-H1-01-{unit}")),
        conclusion: ConclusionId::new("2016-H1-01"),
        unit: UnitId::new(unit),
        due_on,
        origin: Origin::Entered,
    }
}

fn assign(db: &Db, task: Task) -> Result<(), WriteError> {
    db.write_now(|tx| kheo_store::task::assign(tx, task, on(date(2016, 7, 4)), &Actor::Import))
}

/// Reports on the task of `unit`, having seen so many reports.
fn report(db: &Db, unit: &str, by: Actor, done: bool, seen: u64) -> Result<(), WriteError> {
    let task = TaskId::new(format!("2016-H1-01-{unit}"));
    db.write_now(move |tx| {
        let stamp = on(date(2016, 8, 1));
        let report = Report { text: "Đã xong 3 việc.".to_owned(), done, seen };
        kheo_store::task::report(tx, &task, report, stamp, &by)
    })
}

fn conclude(db: &Db) -> Result<(), WriteError> {
    db.write_now(|tx| {
        kheo_store::task::conclude(tx, conclusion(), on(date(2016, 7, 1)), &Actor::Import)
    })
}

/// A conclusion, a task, and two reports on it.
pub(crate) fn conclude_assign_and_report(db: &Db) {
    conclude(db).unwrap();
    assign(db, task("north", date(2016, 9, 30))).unwrap();
    report(db, "north", actor("north", Role::Head), false, 0).unwrap();
    report(db, "north", actor("north", Role::Head), true, 1).unwrap();
}

fn refused(result: Result<(), WriteError>) -> &'static str {
    match result {
        Err(WriteError::Refused(refusal)) => refusal.code(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_conclusion_becomes_tasks_that_units_report_on() {
    let Installation { db, .. } = &Installation::city();
    assert_eq!(refused(assign(db, task("north", date(2016, 9, 30)))), "unknown-conclusion");
    conclude(db).unwrap();
    assert_eq!(refused(conclude(db)), "taken");
    assert_eq!(refused(assign(db, task("north", date(2016, 7, 3)))), "due-before-given");
    assign(db, task("north", date(2016, 9, 30))).unwrap();
    assign(db, task("south", date(2016, 8, 31))).unwrap();
    assert_eq!(refused(assign(db, task("south", date(2016, 8, 31)))), "taken");

    assert_eq!(refused(report(db, "west", Actor::Import, true, 0)), "unknown-task");
    assert_eq!(refused(report(db, "north", actor("south", Role::Head), true, 0)), "not-yours");
    assert_eq!(refused(report(db, "north", actor("north", Role::Clerk), true, 0)), "not-yours");
    report(db, "north", actor("north", Role::Head), false, 0).unwrap();
    assert_eq!(refused(report(db, "north", actor("north", Role::Compiler), true, 0)), "stale");
    report(db, "north", actor("north", Role::Compiler), true, 1).unwrap();
    assert_eq!(refused(report(db, "north", actor(CITY, Role::Head), true, 2)), "already-done");

    let list = |done| {
        let filter = TaskFilter { scope: UnitId::new(CITY), unit: None, done, due: None };
        let page = Page { number: 0, size: 10 };
        db.read_now(|r| kheo_store::task::list(r, &filter, page)).unwrap().rows
    };
    let units: Vec<_> = list(None).iter().map(|row| row.task.unit.to_string()).collect();
    assert_eq!(units, ["south", "north"], "what is open comes first");
    let done = list(Some(true));
    let row = done.first().unwrap();
    assert_eq!((done.len(), row.done_on), (1, Some(date(2016, 8, 1))));
    assert_eq!(row.conclusion, conclusion());
    let news: Vec<bool> = row.reports.iter().map(|one| one.what.done).collect();
    assert_eq!(news, [false, true]);
}

#[test]
fn a_session_opens_its_post_until_it_ends() {
    let Installation { db, .. } = &Installation::city();
    let post = PostId::new("north-clerk");
    let create = |login: &'static str, post: PostId| {
        db.write_now(move |tx| kheo_store::account::create(tx, login, "hash", &post))
    };
    create("lan", post.clone()).unwrap();
    assert_eq!(refused(create("lan", post)), "taken");
    assert_eq!(refused(create("huy", PostId::new("nobody"))), "unknown-post");

    let at = |day| on(date(2016, 5, day)).recorded_at;
    let session = NewSession {
        token_hash: "t1".to_owned(),
        login: "lan".to_owned(),
        csrf: "c1".to_owned(),
        now: at(3),
        expires_at: at(5),
    };
    db.write_now(move |tx| kheo_store::session::begin(tx, &session)).unwrap();
    let find = |token: &str, day| {
        db.read_now(|r| kheo_store::session::find(r, token, at(day)))
            .unwrap()
            .map(|session| (session.post.id.to_string(), session.csrf))
    };
    let open = Some(("north-clerk".to_owned(), "c1".to_owned()));
    assert_eq!((find("t1", 4), find("t1", 5), find("t2", 4)), (open, None, None));
    db.write_now(|tx| kheo_store::session::end(tx, "t1")).unwrap();
    assert_eq!(find("t1", 4), None);
}

#[test]
fn sessions_end_with_the_password_and_with_the_account() {
    use kheo_store::{account, session};
    let Installation { db, .. } = &Installation::city();
    let at = |day| on(date(2016, 5, day)).recorded_at;
    let open = || {
        db.write_now(|tx| account::create(tx, "lan", "hash", &PostId::new("north-clerk"))).unwrap();
    };
    let begin = |login: &'static str, token: &'static str| {
        let session = NewSession {
            token_hash: token.to_owned(),
            login: login.to_owned(),
            csrf: "c".to_owned(),
            now: at(3),
            expires_at: at(5),
        };
        db.write_now(move |tx| session::begin(tx, &session)).unwrap();
    };
    let runs = |token| db.read_now(|r| session::find(r, token, at(4))).unwrap().is_some();
    open();
    db.write_now(|tx| account::create(tx, "huy", "hash", &PostId::new("south-clerk"))).unwrap();
    begin("lan", "t1");
    begin("huy", "t2");
    assert!(db.write_now(|tx| account::change_password(tx, "lan", "other")).unwrap());
    assert_eq!((runs("t1"), runs("t2")), (false, true));
    let kept = db.read_now(|r| account::find(r, "lan")).unwrap().unwrap();
    assert_eq!(kept.password_hash, "other");

    begin("lan", "t3");
    assert!(db.write_now(|tx| account::remove(tx, "lan")).unwrap());
    open();
    assert_eq!((runs("t3"), runs("t2")), (false, true), "an old session opens a new account");
    let logins = db.read_now(account::all).unwrap();
    let logins: Vec<_> = logins.iter().map(|(login, post)| (&**login, post.id.as_str())).collect();
    assert_eq!(logins, [("huy", "south-clerk"), ("lan", "north-clerk")]);
    for unknown in [
        db.write_now(|tx| account::remove(tx, "mai")).unwrap(),
        db.write_now(|tx| account::change_password(tx, "mai", "hash")).unwrap(),
    ] {
        assert!(!unknown);
    }
}
