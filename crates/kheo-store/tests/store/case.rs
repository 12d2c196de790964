//! Registering cases, acting on them, finding them.

use jiff::civil::{Date, date};
use kheo_core::Refusal;
use kheo_core::case::{Act, CaseEvent, Deed, Party, Petition, Phase};
use kheo_core::due::DueGroup;
use kheo_core::id::{ActionId, CaseCode, FileHash, FollowKey, KindId, PostId, TopicId, UnitId};
use kheo_core::post::{Actor, Role};
use kheo_core::unit::UnitKind;
use kheo_store::case::{
    AnsweredFilter, CaseFilter, CodeChoice, Filing, Order, RequestKey, WorkFilter,
};
use kheo_store::{Db, Page, Who, WriteError};
use kheo_testkit::{CITY, Installation, actor, filing, on, rules};

use crate::{act, act_with, plain, register, to_post, to_unit, with_proof};

/// What makes a filter narrower.
type Change<'a> = &'a dyn Fn(&mut CaseFilter);

const CODE: &str = "YC-2016-0007";

fn refusal<T: std::fmt::Debug>(result: Result<T, WriteError>) -> Refusal {
    match result.unwrap_err() {
        WriteError::Refused(refusal) => refusal,
        WriteError::Store(why) => panic!("{why}"),
    }
}

fn file(db: &Db, filing: Filing) -> Result<kheo_store::case::Registered, WriteError> {
    db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &rules(), filing, stamp, &Actor::Citizen)
    })
}

fn row(db: &Db, code: &str) -> kheo_store::case::CaseRow {
    db.read_now(|r| kheo_store::case::find(r, &CaseCode::new(code))).unwrap().unwrap()
}

#[test]
fn codes_go_on_from_the_highest_number_given() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let first = file(db, Filing { code: CodeChoice::Next, ..filing("north", "") }).unwrap();
    let second = file(db, Filing { code: CodeChoice::Next, ..filing("south", "") }).unwrap();
    assert_eq!(first.code.as_str(), "YC-2016-0008");
    assert_eq!(second.code.as_str(), "YC-2016-0009");
    assert_eq!(first.due_on, Some(date(2016, 5, 11)), "five working days to accept it");
    assert!(matches!(refusal(file(db, filing("north", CODE))), Refusal::Taken { .. }));
}

#[test]
fn the_same_request_gets_the_first_answer() {
    let Installation { db, .. } = &Installation::city();
    let filed = |content, key| {
        let request = Some(RequestKey::new("client 1: 77aa", content));
        let filing = Filing { request, code: CodeChoice::Next, ..filing("north", "") };
        let petition = Petition { key: Some(FollowKey::new(key)), ..filing.petition };
        file(db, Filing { petition, ..filing })
    };
    let first = filed("a lamp", "AAAA").unwrap();
    let entries = db.read_now(kheo_store::ledger::count).unwrap();
    let second = filed("a lamp", "BBBB").unwrap();
    assert_eq!(refusal(filed("a road", "CCCC")), Refusal::KeyReused);
    assert_eq!((second.follow_code(), second.due_on), (first.follow_code(), first.due_on));
    assert!(first.follow_code().ends_with("-AAAA"));
    assert!(second.before && !first.before);
    assert_eq!(db.read_now(kheo_store::ledger::count).unwrap(), entries);
}

#[test]
fn what_is_not_known_is_refused_by_name() {
    let Installation { db, .. } = &Installation::city();
    let base = || filing("north", CODE);
    let rows = [
        (Filing { unit: UnitId::new("nowhere"), ..base() }, "unknown-unit"),
        (Filing { unit: UnitId::new("old"), ..base() }, "unknown-unit"),
        (Filing { kind: KindId::new("prayer"), ..base() }, "unknown-kind"),
        (Filing { topic: TopicId::new("stars"), ..base() }, "unknown-topic"),
        (Filing { again: Some(CaseCode::new("YC-2015-0001")), ..base() }, "unknown-case"),
    ];
    let before = db.read_now(kheo_store::ledger::dump).unwrap();
    for (filing, code) in rows {
        assert_eq!(refusal(file(db, filing)).code(), code);
    }
    assert_eq!(db.read_now(kheo_store::ledger::dump).unwrap(), before);
}

#[test]
fn of_two_who_saw_the_same_version_the_second_is_told() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let seen = row(db, CODE).seen;
    let by = |role, action: &str| {
        let act = plain(ActionId::new(action), seen);
        let actor = actor("north", role);
        db.write_now(move |tx| {
            let stamp = on(date(2016, 5, 4));
            kheo_store::case::act(tx, &rules(), &actor, &CaseCode::new(CODE), act, stamp)
        })
    };
    let now = by(Role::Clerk, "accept").unwrap();
    assert_eq!(refusal(by(Role::Head, "refuse")), Refusal::Stale { seen, now });
    assert_eq!(row(db, CODE).phase, Phase::Open);
}

#[test]
fn only_the_unit_that_has_a_case_acts_on_it() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let accept = |unit: &str, role| {
        let act = plain(ActionId::new("accept"), row(db, CODE).seen);
        let actor = actor(unit, role);
        db.write_now(move |tx| {
            let stamp = on(date(2016, 5, 4));
            kheo_store::case::act(tx, &rules(), &actor, &CaseCode::new(CODE), act, stamp)
        })
    };
    assert_eq!(refusal(accept("south", Role::Head)), Refusal::NotYours);
    assert_eq!(refusal(accept("north", Role::Inspector)), Refusal::NotYours);
    let below = Refusal::OfUnitBelow { unit: UnitId::new("north") };
    assert_eq!(refusal(accept(CITY, Role::Head)), below);
    accept("north", Role::Clerk).unwrap();
}

/// Enters a city of the same province with a clerk, a handler and a head.
fn establish_elsewhere(db: &Db) {
    db.write_now(|tx| {
        let stamp = on(date(2016, 1, 4));
        let city = kheo_testkit::unit("elsewhere", UnitKind::City, Some("province"));
        kheo_store::unit::establish(tx, city, stamp, &Actor::Import)?;
        for role in [Role::Clerk, Role::Handler, Role::Head] {
            let post = kheo_testkit::post("elsewhere", role);
            kheo_store::post::create(tx, post, stamp, &Actor::Import)?;
        }
        Ok::<_, WriteError>(())
    })
    .unwrap();
}

#[test]
fn the_head_above_does_what_the_procedure_gives_to_them_by_name() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let take_over = |role, to: &'static str| {
        let mut rules = rules();
        let actions = rules.kinds.iter_mut().flat_map(|kind| &mut kind.actions);
        for transfer in actions.filter(|action| action.deed == Deed::Transfer) {
            transfer.who = vec![Party::HeadAbove];
        }
        let seen = row(db, CODE).seen;
        let act = Act { unit: Some(UnitId::new(to)), ..plain(ActionId::new("transfer"), seen) };
        let actor = actor(CITY, role);
        db.write_now(move |tx| {
            let stamp = on(date(2016, 5, 4));
            kheo_store::case::act(tx, &rules, &actor, &CaseCode::new(CODE), act, stamp)
        })
    };
    assert_eq!(refusal(take_over(Role::Clerk, "south")), Refusal::NotYours);
    establish_elsewhere(db);
    let beyond = Refusal::UnitBeyond { unit: UnitId::new("elsewhere") };
    assert_eq!(refusal(take_over(Role::Head, "elsewhere")), beyond);
    take_over(Role::Head, "south").unwrap();
    assert_eq!(row(db, CODE).unit, UnitId::new("south"));
}

#[test]
fn only_the_handler_that_a_case_was_given_to_works_on_it() {
    let Installation { db, .. } = &Installation::city();
    let second = kheo_core::post::Post {
        id: PostId::new("second"),
        ..kheo_testkit::post("north", Role::Handler)
    };
    let by = Actor::Post(second.clone());
    db.write_now(move |tx| {
        kheo_store::post::create(tx, second, on(date(2016, 1, 4)), &Actor::Import)
    })
    .unwrap();
    register(db, "north", CODE, date(2016, 5, 3));
    act(db, CODE, "accept", date(2016, 5, 4)).unwrap();
    act_with(db, CODE, "assign", date(2016, 5, 4), to_post("north-handler")).unwrap();
    let note = |by: &Actor| {
        let act = Act {
            text: Some("Đã đi xem.".into()),
            ..plain(ActionId::new("note"), row(db, CODE).seen)
        };
        let by = by.clone();
        db.write_now(move |tx| {
            let stamp = on(date(2016, 5, 5));
            kheo_store::case::act(tx, &rules(), &by, &CaseCode::new(CODE), act, stamp)
        })
    };
    let given = Refusal::GivenToAnother { post: PostId::new("north-handler") };
    assert_eq!(refusal(note(&by)), given);
    note(&actor("north", Role::Handler)).unwrap();
    note(&actor("north", Role::Head)).unwrap();
    act_with(db, CODE, "assign", date(2016, 5, 6), to_post("second")).unwrap();
    note(&by).unwrap();
}

#[test]
fn a_case_goes_to_living_units_and_posts_of_the_holder() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let day = date(2016, 5, 5);
    for unit in ["nowhere", "old"] {
        let refused = act_with(db, CODE, "transfer", day, to_unit(unit));
        assert!(matches!(refusal(refused), Refusal::UnknownUnit { .. }), "{unit}");
    }
    let refused = act_with(db, CODE, "transfer", day, to_unit("north"));
    assert!(matches!(refusal(refused), Refusal::AlreadyThere { .. }));
    act_with(db, CODE, "transfer", day, to_unit("south")).unwrap();
    act(db, CODE, "accept", day).unwrap();
    let refused = act_with(db, CODE, "assign", day, to_post("north-handler"));
    assert!(matches!(refusal(refused), Refusal::PostElsewhere { .. }));
    let refused = act_with(db, CODE, "assign", day, to_post("south-nobody"));
    assert!(matches!(refusal(refused), Refusal::UnknownPost { .. }));
    act_with(db, CODE, "assign", day, to_post("south-handler")).unwrap();
    let case = row(db, CODE);
    assert_eq!(case.post.unwrap().as_str(), "south-handler");
    assert_eq!((case.unit.as_str(), case.addressed_to.as_str()), ("south", "north"));

    let known = |unit: &str| {
        let (code, unit) = (CaseCode::new(CODE), UnitId::new(unit));
        db.read_now(|r| kheo_store::case::is_known_to(r, &code, &unit)).unwrap()
    };
    assert!(known("south") && known("north") && known(CITY) && !known("west"));
}

#[test]
fn the_time_line_tells_everything_in_order() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    act(db, CODE, "accept", date(2016, 5, 4)).unwrap();
    act_with(db, CODE, "answer", date(2016, 5, 20), with_proof).unwrap();
    let code = CaseCode::new(CODE);
    let told = db.read_now(|r| kheo_store::case::timeline(r, &code)).unwrap();
    let words: Vec<_> = told
        .iter()
        .map(|one| match &one.what {
            CaseEvent::Registered(_) => "registered".to_owned(),
            CaseEvent::Acted(acted) => acted.action.to_string(),
            CaseEvent::ClockStarted { clock, .. } => format!("{clock} runs"),
            CaseEvent::ClockStopped { clock, late, .. } => format!("{clock} stops, late: {late}"),
            CaseEvent::Recurred { .. } => "recurred".to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        "registered",
        "accept runs",
        "answer runs",
        "accept",
        "accept stops, late: false",
        "answer",
        "answer stops, late: false",
    ];
    assert_eq!(words, expected);
    assert_eq!(told.first().unwrap().who, Who::Citizen);
    assert_eq!(told.last().unwrap().effective_on, date(2016, 5, 20));
    assert_eq!(told.last().unwrap().who, Who::Import);
    let folded = kheo_core::case::Case::fold(told.iter().map(|one| &one.what));
    assert_eq!(folded, Some(row(db, CODE).state()));
}

#[test]
fn proofs_are_public_while_their_answer_stands() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    let hash = FileHash::new("ab".repeat(32));
    let public = || {
        let uses = db.read_now(|r| kheo_store::case::file(r, &hash)).unwrap();
        uses.iter().map(|one| one.public).collect::<Vec<_>>()
    };
    let answered = || {
        let page = Page { number: 0, size: 10 };
        let until = date(2016, 6, 30);
        let filter =
            AnsweredFilter { unit: None, kind: None, topic: None, until, hidden: Vec::new() };
        db.read_now(|r| kheo_store::case::answered(r, &filter, page)).unwrap().total
    };
    act_with(db, CODE, "note", date(2016, 5, 4), with_proof).unwrap();
    assert_eq!((public(), answered()), (vec![false], 0));
    act_with(db, CODE, "answer", date(2016, 5, 6), with_proof).unwrap();
    assert_eq!((public(), answered()), (vec![false, true], 1));
    assert_eq!(row(db, CODE).state().kept_closed_from(), Some(Date::MIN), "at once");
    act(db, CODE, "reopen", date(2016, 5, 9)).unwrap();
    assert_eq!((public(), answered()), (vec![false, false], 0));
    assert_eq!(row(db, CODE).reopened, 1);
}

#[test]
fn the_same_matter_again_opens_what_was_kept_closed() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", CODE, date(2016, 5, 3));
    act_with(db, CODE, "answer", date(2016, 5, 6), with_proof).unwrap();
    let again = Some(CaseCode::new(CODE));
    file(db, Filing { again, ..filing("south", "YC-2016-0009") }).unwrap();
    let earlier = row(db, CODE);
    assert_eq!(earlier.state().kept_closed_from(), None);
    assert_eq!(earlier.recurred[0].by.as_str(), "YC-2016-0009");
}

#[test]
fn work_is_sorted_by_when_it_is_due() {
    let Installation { db, .. } = &Installation::city();
    // Each has to be accepted within five working days: by 10, 11, 12 and 17 May.
    for (n, day) in (1..).zip([3, 4, 5, 10]) {
        register(db, "north", &format!("YC-2016-{n:04}-AAAA"), date(2016, 5, day));
    }
    register(db, "south", "YC-2016-0005", date(2016, 5, 4));
    act(db, "YC-2016-0005", "answer", date(2016, 5, 5)).unwrap();
    let wanted = WorkFilter {
        hidden_topics: Vec::new(),
        scope: UnitId::new(CITY),
        post: None,
        unclaimed_in: None,
        today: date(2016, 5, 11),
        most: 10,
    };
    let work = db.read_now(|r| kheo_store::case::work(r, &wanted)).unwrap();
    let groups: Vec<_> = work
        .groups
        .iter()
        .map(|group| {
            let codes: Vec<_> = group.rows.iter().map(|row| row.code.as_str()).collect();
            (group.due, group.total, codes)
        })
        .collect();
    let expected = [
        (DueGroup::Overdue, 1, vec!["YC-2016-0001"]),
        (DueGroup::Today, 1, vec!["YC-2016-0002"]),
        (DueGroup::Week, 1, vec!["YC-2016-0003"]),
        (DueGroup::Later, 1, vec!["YC-2016-0004"]),
    ];
    assert_eq!(groups, expected);
}

#[test]
fn what_nobody_is_responsible_for_is_work_of_those_who_receive() {
    let Installation { db, .. } = &Installation::city();
    for (n, unit) in (1..).zip(["north", "north", "south"]) {
        register(db, unit, &format!("YC-2016-{n:04}-AAAA"), date(2016, 5, 3));
    }
    act(db, "YC-2016-0002", "accept", date(2016, 5, 4)).unwrap();
    act_with(db, "YC-2016-0002", "assign", date(2016, 5, 4), to_post("north-handler")).unwrap();
    let mine = |post, unclaimed_in: Option<&str>| {
        let wanted = WorkFilter {
            hidden_topics: Vec::new(),
            scope: UnitId::new("north"),
            post: Some(kheo_core::id::PostId::new(post)),
            unclaimed_in: unclaimed_in.map(UnitId::new),
            today: date(2016, 5, 11),
            most: 10,
        };
        let work = db.read_now(|r| kheo_store::case::work(r, &wanted)).unwrap();
        let rows = work.groups.into_iter().flat_map(|group| group.rows);
        rows.map(|row| row.code.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(mine("north-handler", None), ["YC-2016-0002"]);
    assert_eq!(mine("north-clerk", Some("north")), ["YC-2016-0001"]);
    assert_eq!(mine("north-clerk", None), [] as [String; 0]);
}

#[test]
fn lists_hold_to_their_filter_and_their_pages() {
    let Installation { db, .. } = &Installation::city();
    for n in 1..=7 {
        let unit = if n <= 4 { "north" } else { "south" };
        register(db, unit, &format!("YC-2016-{n:04}-AAAA"), date(2016, 5, 3));
    }
    act(db, "YC-2016-0002", "accept", date(2016, 5, 4)).unwrap();
    act_with(db, "YC-2016-0002", "assign", date(2016, 5, 4), to_post("north-handler")).unwrap();
    act(db, "YC-2016-0007", "refuse", date(2016, 5, 4)).unwrap();
    let list = |change: Change<'_>, number, size| {
        let mut filter = CaseFilter::within(UnitId::new(CITY), date(2016, 6, 30));
        change(&mut filter);
        let page = db.read_now(|r| kheo_store::case::list(r, &filter, Page { number, size }));
        let page = page.unwrap();
        let codes: Vec<String> = page.rows.iter().map(|row| row.code.to_string()).collect();
        (codes.join(" ").replace("YC-2016-", "").replace("-AAAA", ""), page.total, page.page)
    };
    register(db, "north", "YC-2016-0008", date(2016, 9, 1));
    let rows: [(Change<'_>, &str); 8] = [
        (&|f| f.until = date(2016, 5, 2), ""),
        (&|f| f.order = Order::NewestFirst, "0007 0006 0005 0004 0003 0002 0001"),
        (&|f| f.unit = Some(UnitId::new("south")), "0006 0005 0007"),
        (&|f| f.scope = UnitId::new("south"), "0006 0005 0007"),
        (&|f| f.phases = vec![Phase::Closed], "0007"),
        (&|f| f.step = Some(kheo_core::id::StepId::new("accepted")), "0002"),
        (&|f| f.handler = Some(kheo_core::id::PostId::new("north-handler")), "0002"),
        (&|f| f.topic = Some(TopicId::new("schools")), ""),
    ];
    for (change, expected) in rows {
        assert_eq!(list(change, 0, 100).0, expected);
    }
    let newest: Change<'_> = &|f| f.order = Order::NewestFirst;
    assert_eq!(list(newest, 1, 3), ("0004 0003 0002".to_owned(), 7, 1));
    assert_eq!(list(newest, 9, 3), ("0001".to_owned(), 7, 2), "too far shows the last page");
}
