//! Cases that belong together: linked, parted, judged, and what that says of each.

use jiff::civil::{Date, date};
use kheo_core::Refusal;
use kheo_core::case::{Metric, Persons, Petition};
use kheo_core::id::{CaseCode, KindId, TopicId, UnitId};
use kheo_core::matter::{Likeness, Link, MatterId, Reason};
use kheo_core::period::Period;
use kheo_core::post::{Actor, Role};
use kheo_store::case::{CaseFilter, CaseRow, Filing, Marked};
use kheo_store::ledger::{check, dump, rebuild};
use kheo_store::matter::{Matter, MatterFilter, Told};
use kheo_store::{Database, Db, Page, WriteError};
use kheo_testkit::{CITY, Installation, actor, behind, filing, on, rules};

use crate::behind::{rows, tally};
use crate::{act, act_with, register, to_unit};

const WARD: &str = "YC-2016-0001";
const TO_CITY: &str = "YC-2016-0002";
const OTHER: &str = "YC-2016-0003";
const MAY: &str = "2016-05";

fn between(one: &str, other: &str) -> Link {
    Link::between(CaseCode::new(one), CaseCode::new(other))
}

fn link_as(db: &Db, by: Actor, one: &str, other: &str, day: Date) -> Result<(), WriteError> {
    let link = between(one, other);
    db.write_now(move |tx| kheo_store::matter::link(tx, &rules(), &by, &link, on(day)))
}

fn link(db: &Db, one: &str, other: &str, day: Date) {
    link_as(db, Actor::Import, one, other, day).unwrap();
}

fn unlink(db: &Db, one: &str, other: &str, day: Date) {
    let link = between(one, other);
    db.write_now(move |tx| {
        kheo_store::matter::unlink(tx, &rules(), &Actor::Import, &link, on(day))
    })
    .unwrap();
}

fn judge(db: &Db, by: Actor, code: &'static str, day: Date) -> Result<(), WriteError> {
    db.write_now(move |tx| {
        let reasons = Some("Đã giải quyết, đã giải thích.".to_owned());
        kheo_store::matter::judge(tx, &by, &CaseCode::new(code), reasons, on(day))
    })
}

fn row(db: &Db, code: &str) -> CaseRow {
    db.read_now(|r| kheo_store::case::find(r, &CaseCode::new(code))).unwrap().unwrap()
}

fn matter_of(db: &Db, code: &str) -> Option<MatterId> {
    db.read_now(|r| kheo_store::matter::of(r, &CaseCode::new(code))).unwrap()
}

fn open(db: &Db, code: &str, scope: &str) -> Option<Matter> {
    let id = matter_of(db, code)?;
    db.read_now(|r| kheo_store::matter::open(r, id, &UnitId::new(scope), 100)).unwrap()
}

fn codes(matter: &Matter) -> Vec<&str> {
    matter.members.iter().map(|member| member.case.code.as_str()).collect()
}

/// How many cases are counted as escalated in May, and how many records stand behind it.
fn escalated(db: &Db) -> (i64, usize) {
    let period: Period = MAY.parse().unwrap();
    let city = UnitId::new(CITY);
    let tallies = db.read_now(|r| kheo_store::case::tallies(r, &city, period, Date::MAX)).unwrap();
    let counted = tallies.iter().filter(|t| t.metric == Metric::Escalated).map(|t| t.count).sum();
    (counted, rows(db, CITY, None, &tally(Metric::Escalated, period)).len())
}

pub(crate) fn rebuilt_equals_lived(db: &Db) {
    let live = db.read_now(dump).unwrap();
    check(db).unwrap();
    rebuild(db).unwrap();
    assert_eq!(db.read_now(dump).unwrap(), live);
}

#[test]
fn a_link_corrects_who_was_escalated_and_its_undoing_does_too() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", WARD, date(2016, 5, 3));
    act(db, WARD, "refuse", date(2016, 5, 9)).unwrap();
    register(db, CITY, TO_CITY, date(2016, 5, 16));
    assert!(row(db, TO_CITY).escalated, "nothing is known of the ward's refusal");
    assert_eq!(escalated(db), (1, 1));

    link(db, TO_CITY, WARD, date(2016, 6, 20));
    assert!(!row(db, TO_CITY).escalated, "the ward was through with it");
    assert_eq!(escalated(db), (0, 0), "and May says so");

    unlink(db, WARD, TO_CITY, date(2016, 6, 21));
    assert!(row(db, TO_CITY).escalated);
    assert_eq!(escalated(db), (1, 1));
    let all = rows(db, CITY, None, &tally(Metric::Escalated, "2016-06".parse().unwrap()));
    assert_eq!(all.len(), 0, "nothing is counted on the days of the corrections");
    rebuilt_equals_lived(db);
}

#[test]
fn the_upper_level_is_open_once_the_lower_one_has_decided_or_let_its_time_run_out() {
    // Received on 3 May, to be accepted by 10 May; what the ward does then, when the city gets it.
    type Acts<'a> = &'a [(&'a str, Date)];
    let rows: [(Acts<'_>, Date, bool); 5] = [
        (&[], date(2016, 5, 10), true),
        (&[], date(2016, 5, 11), false),
        (&[("accept", date(2016, 5, 9))], date(2016, 5, 11), true),
        (&[("accept", date(2016, 5, 9)), ("answer", date(2016, 5, 10))], date(2016, 5, 11), false),
        (&[("accept", date(2016, 5, 9)), ("answer", date(2016, 5, 12))], date(2016, 5, 11), true),
    ];
    for (acts, received, expected) in rows {
        let Installation { db, .. } = &Installation::city();
        register(db, "north", WARD, date(2016, 5, 3));
        for (action, day) in acts.iter().filter(|(_, day)| *day <= received) {
            act(db, WARD, action, *day).unwrap();
        }
        let again = Some(CaseCode::new(WARD));
        let filed = Filing { again, ..filing(CITY, TO_CITY) };
        db.write_now(move |tx| {
            kheo_store::case::register(tx, &rules(), filed, on(received), &Actor::Import)
        })
        .unwrap();
        for (action, day) in acts.iter().filter(|(_, day)| *day > received) {
            act(db, WARD, action, *day).unwrap();
        }
        assert_eq!(row(db, TO_CITY).escalated, expected, "{acts:?} {received}");
        assert!(matter_of(db, WARD).is_some() && matter_of(db, WARD) == matter_of(db, TO_CITY));
    }
}

#[test]
fn an_answer_that_is_recorded_later_than_it_was_given_corrects_too() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", WARD, date(2016, 5, 3));
    register(db, CITY, TO_CITY, date(2016, 5, 10));
    link(db, WARD, TO_CITY, date(2016, 5, 10));
    assert!(row(db, TO_CITY).escalated);
    act(db, WARD, "answer", date(2016, 5, 9)).unwrap();
    assert!(!row(db, TO_CITY).escalated);
    assert_eq!(escalated(db), (0, 0));
    rebuilt_equals_lived(db);
}

#[test]
fn no_link_makes_a_case_escalated_whose_kind_leads_upward() {
    fn upward() -> kheo_core::rules::Rules {
        let mut rules = rules();
        rules.kinds.iter_mut().for_each(|kind| kind.escalates = false);
        rules
    }
    let Installation { db, .. } = &Installation::city();
    let day = on(date(2016, 5, 3));
    for (unit, code) in [("north", WARD), (CITY, TO_CITY)] {
        let filed = filing(unit, code);
        db.write_now(move |tx| {
            kheo_store::case::register(tx, &upward(), filed, day, &Actor::Import)
        })
        .unwrap();
    }
    let link = between(WARD, TO_CITY);
    db.write_now(move |tx| {
        kheo_store::matter::link(tx, &upward(), &Actor::Import, &link, on(date(2016, 5, 4)))
    })
    .unwrap();
    assert!(!row(db, TO_CITY).escalated);
    assert_eq!(escalated(db), (0, 0));
}

#[test]
fn what_the_city_decided_itself_does_not_open_it_for_what_the_ward_decides() {
    let Installation { db, .. } = &Installation::city();
    register(db, CITY, WARD, date(2016, 5, 3));
    act(db, WARD, "answer", date(2016, 5, 4)).unwrap();
    register(db, CITY, TO_CITY, date(2016, 5, 10));
    link(db, WARD, TO_CITY, date(2016, 5, 10));
    assert!(row(db, TO_CITY).escalated && row(db, WARD).escalated);
    register(db, CITY, OTHER, date(2016, 5, 11));
    act_with(db, TO_CITY, "transfer", date(2016, 5, 10), to_unit("north")).unwrap();
    act(db, TO_CITY, "refuse", date(2016, 5, 11)).unwrap();
    link(db, WARD, OTHER, date(2016, 5, 12));
    assert!(!row(db, OTHER).escalated, "now the ward has decided, in a case that came to it");
}

#[test]
fn joining_two_matters_can_be_undone() {
    let Installation { db, .. } = &Installation::city();
    for (n, unit) in (1..=4).zip(["north", "north", "south", "south"]) {
        register(db, unit, &format!("YC-2016-{n:04}-ZZZZ"), date(2016, 5, 3));
    }
    let code = |n: usize| format!("YC-2016-{n:04}");
    let day = date(2016, 5, 4);
    link(db, &code(1), &code(2), day);
    link(db, &code(4), &code(3), day);
    let apart = db.read_now(dump).unwrap();
    let (first, second) = (matter_of(db, &code(1)), matter_of(db, &code(4)));
    assert!(first.is_some() && second.is_some() && first != second);

    link(db, &code(2), &code(3), day);
    assert_eq!(matter_of(db, &code(4)), first, "named after the case that came first");
    let whole = open(db, &code(3), CITY).unwrap();
    assert_eq!(codes(&whole), [code(1), code(2), code(3), code(4)]);
    assert_eq!((whole.links.len(), whole.said.len()), (3, 3));
    unlink(db, &code(3), &code(2), day);
    let tables = |dump: Vec<(&'static str, Vec<String>)>| -> Vec<_> {
        let kept = ["matters", "matter_cases", "matter_units"];
        dump.into_iter().filter(|(name, _)| kept.contains(name)).collect()
    };
    assert_eq!(tables(db.read_now(dump).unwrap()), tables(apart));
    rebuilt_equals_lived(db);
}

#[test]
fn who_sees_one_of_two_cases_may_link_them_and_sees_no_more_of_the_other() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", WARD, date(2016, 5, 3));
    register(db, "south", OTHER, date(2016, 5, 3));
    let day = date(2016, 5, 4);
    for by in [actor("west", Role::Head), actor("north", Role::Inspector), Actor::Citizen] {
        let refused = link_as(db, by, WARD, OTHER, day).unwrap_err();
        assert!(matches!(refused, WriteError::Refused(Refusal::NotYours)));
    }
    link_as(db, actor("north", Role::Clerk), WARD, OTHER, day).unwrap();
    let twice = link_as(db, actor("south", Role::Clerk), OTHER, WARD, day).unwrap_err();
    assert!(matches!(twice, WriteError::Refused(Refusal::LinkedAlready)));
    let unknown = link_as(db, Actor::Import, WARD, "YC-2016-9999", day).unwrap_err();
    assert!(matches!(unknown, WriteError::Refused(Refusal::UnknownCase { .. })));

    let known = |scope| open(db, WARD, scope).map(|m| m.members.iter().map(|m| m.known).collect());
    assert_eq!(known("north"), Some(vec![true, false]));
    assert_eq!(known("south"), Some(vec![false, true]));
    assert_eq!(known(CITY), Some(vec![true, true]));
    assert_eq!(known("west"), None, "none of it is theirs");
}

#[test]
fn only_a_head_judges_and_only_after_something_ended() {
    let Installation { db, .. } = &Installation::city();
    register(db, "north", WARD, date(2016, 5, 3));
    register(db, "north", OTHER, date(2016, 5, 10));
    link(db, WARD, OTHER, date(2016, 5, 10));
    let head = || actor("north", Role::Head);
    let day = date(2016, 5, 11);
    let nothing = judge(db, head(), OTHER, day).unwrap_err();
    assert!(matches!(nothing, WriteError::Refused(Refusal::NothingEnded)));
    act(db, WARD, "answer", date(2016, 5, 9)).unwrap();
    for by in [actor("north", Role::Inspector), actor("south", Role::Head)] {
        let refused = judge(db, by, OTHER, day).unwrap_err();
        assert!(matches!(refused, WriteError::Refused(Refusal::NotYours)));
    }
    let first = judge(db, head(), WARD, day).unwrap_err();
    assert!(matches!(first, WriteError::Refused(Refusal::NothingEnded)), "it came first");
    judge(db, head(), OTHER, day).unwrap();
    assert!(row(db, OTHER).pursued && !row(db, WARD).pursued);
    assert_eq!(open(db, WARD, "north").unwrap().said.len(), 2);
    rebuilt_equals_lived(db);
    db.write_now(|tx| {
        let (code, words) = (CaseCode::new(OTHER), Some("Có tình tiết mới.".to_owned()));
        let by = actor("north", Role::Head);
        kheo_store::matter::withdraw(tx, &by, &code, words, on(date(2016, 5, 12)))
    })
    .unwrap();
    assert!(!row(db, OTHER).pursued);
    rebuilt_equals_lived(db);
}

/// Registers a request to `unit` by somebody else than the others, about what `change` says.
fn ask(db: &Db, unit: &str, code: &str, change: impl FnOnce(&mut Petition)) {
    let mut filed = filing(unit, code);
    filed.petition = Petition {
        subject: "Cống thoát nước vỡ nắp ở tổ 14".to_owned(),
        text: "Nắp cống thoát nước vỡ, học sinh suýt ngã.".to_owned(),
        place: Some("tổ 14".to_owned()),
        name: None,
        phone: None,
        ..Petition::default()
    };
    change(&mut filed.petition);
    if filed.petition.subject.contains("Trường") {
        filed.topic = TopicId::new("schools");
    }
    db.write_now(move |tx| {
        let stamp = on(date(2016, 5, 4));
        kheo_store::case::register(tx, &rules(), filed, stamp, &Actor::Citizen)
    })
    .unwrap();
}

/// What the staff of a unit may be told of: the requests that it holds.
fn of_requests() -> Told {
    Told { held: vec![KindId::new("request")], anywhere: Vec::new() }
}

#[test]
fn lists_hold_to_the_marks_that_are_wanted() {
    let Installation { db, .. } = &Installation::city();
    let persons = |n| move |petition: &mut Petition| petition.persons = Persons::new(n).unwrap();
    ask(db, "north", WARD, persons(30));
    ask(db, CITY, TO_CITY, persons(1));
    ask(db, "south", OTHER, persons(1));
    act(db, OTHER, "answer", date(2016, 5, 9)).unwrap();
    act(db, WARD, "answer", date(2016, 6, 20)).unwrap();
    link(db, WARD, TO_CITY, date(2016, 6, 20));
    judge(db, Actor::Import, TO_CITY, date(2016, 6, 21)).unwrap_err();

    let today = Some(date(2016, 6, 30));
    let rows: [(Marked, &str); 5] = [
        (Marked::NONE, "1 2 3"),
        (Marked { escalated: true, ..Marked::NONE }, "2"),
        (Marked { prolonged: today, ..Marked::NONE }, "1 2"),
        (Marked { many: true, ..Marked::NONE }, "1"),
        (Marked { pursued: true, ..Marked::NONE }, ""),
    ];
    for (marks, expected) in rows {
        let filter =
            CaseFilter { marks, ..CaseFilter::within(UnitId::new(CITY), date(2016, 6, 30)) };
        let page = Page { number: 0, size: 10 };
        let found = db.read_now(|r| kheo_store::case::list(r, &filter, page)).unwrap();
        let number = |row: &CaseRow| row.code.as_str().chars().nth(11).unwrap().to_string();
        let mut codes: Vec<_> = found.rows.iter().map(number).collect();
        codes.sort();
        assert_eq!(codes.join(" "), expected, "{marks:?}");
        let filter = MatterFilter {
            scope: UnitId::new(CITY),
            until: date(2016, 6, 30),
            marks,
            several_units: false,
            told: of_requests(),
        };
        let matters = db.read_now(|r| kheo_store::matter::list(r, &filter, page)).unwrap();
        assert_eq!(matters.total, i64::from(!marks.pursued), "{marks:?}");
    }
    let matters = |scope: &str, several_units| {
        let scope = UnitId::new(scope);
        let filter = MatterFilter {
            scope,
            until: date(2016, 6, 30),
            marks: Marked::NONE,
            several_units,
            told: of_requests(),
        };
        let page = Page { number: 0, size: 10 };
        db.read_now(|r| kheo_store::matter::list(r, &filter, page)).unwrap().rows
    };
    let matter = matters(CITY, true).remove(0);
    assert_eq!((matter.cases, matter.units, matter.persons), (2, 2, 30));
    assert_eq!(matter.newest.unwrap().code.as_str(), TO_CITY);
    let of_ward = matters("north", false).remove(0);
    assert_eq!(of_ward.newest.unwrap().code.as_str(), WARD, "the other is not theirs");
    assert!(matters("south", false).is_empty());
}

#[test]
fn a_matter_is_listed_by_a_case_that_a_unit_holds_or_by_one_that_it_had() {
    let Installation { db, .. } = &Installation::city();
    ask(db, "north", WARD, |_| {});
    ask(db, "south", OTHER, |_| {});
    link(db, WARD, OTHER, date(2016, 6, 20));
    let had = |held: bool| {
        let kinds = vec![KindId::new("request")];
        let told = if held {
            Told { held: kinds, ..Told::default() }
        } else {
            Told { anywhere: kinds, ..Told::default() }
        };
        let filter = MatterFilter {
            scope: UnitId::new("south"),
            until: date(2016, 6, 30),
            marks: Marked::NONE,
            several_units: false,
            told,
        };
        db.read_now(|r| kheo_store::matter::list(r, &filter, Page { number: 0, size: 10 }))
            .unwrap()
            .total
    };
    assert_eq!((had(true), had(false)), (1, 1), "held");
    act_with(db, OTHER, "transfer", date(2016, 6, 23), to_unit("west")).unwrap();
    assert_eq!((had(true), had(false)), (0, 1), "sent on");
}

#[test]
fn what_looks_alike_is_found_at_other_desks_with_the_reasons() {
    let Installation { db, .. } = &Installation::city();
    ask(db, "north", WARD, |petition| petition.phone = Some("0912 345 678".to_owned()));
    ask(db, CITY, TO_CITY, |petition| {
        petition.place = Some("to 14, phuong Don vi north".to_owned());
        petition.phone = Some("+84912345678".to_owned());
    });
    // The same words and number of the group in another ward are another place.
    ask(db, "south", OTHER, |_| {});
    ask(db, "north", "YC-2016-0004", |petition| {
        petition.subject = "Trường thiếu bàn ghế".to_owned();
        petition.text = "Lớp học của các cháu thiếu bàn ghế.".to_owned();
        petition.place = Some("tổ 2".to_owned());
    });
    let alike = |code: &str, scope: &str| {
        let case = row(db, code);
        db.read_now(|r| {
            kheo_store::matter::alike(
                r,
                &case,
                &UnitId::new(scope),
                date(2016, 6, 30),
                5,
                |_, _| true,
            )
        })
        .unwrap()
    };
    let found = alike(WARD, "north");
    assert_eq!(found.iter().map(|a| a.case.code.as_str()).collect::<Vec<_>>(), [TO_CITY]);
    let first = &found[0];
    assert!(first.likeness.score >= Likeness::STRONG && !first.known, "{first:?}");
    assert!(first.likeness.reasons.contains(&Reason::SamePhone));
    assert!(alike(TO_CITY, CITY)[0].known);
    assert!(alike("YC-2016-0004", CITY).is_empty());
    link(db, WARD, TO_CITY, date(2016, 5, 5));
    assert!(alike(WARD, CITY).is_empty(), "what is linked is not suggested");
}

#[test]
fn a_database_of_a_schema_before_is_made_anew_from_its_ledger() {
    let lived = Installation::in_file().with_city();
    register(&lived.db, "north", WARD, date(2016, 5, 3));
    let again = Some(CaseCode::new(WARD));
    let filed = Filing { again, ..filing("south", OTHER) };
    lived
        .db
        .write_now(move |tx| {
            let stamp = on(date(2016, 5, 5));
            kheo_store::case::register(tx, &rules(), filed, stamp, &Actor::Import)
        })
        .unwrap();
    let live = lived.db.read_now(dump).unwrap();
    let file = Database::file(lived.file());
    drop(lived.db.clone());
    let two = "
        DROP TABLE case_keys; DROP TABLE matter_links; DROP TABLE matter_cases;
        DROP TABLE matters; DROP TABLE matter_units; DROP INDEX cases_began;
        DROP INDEX cases_held; DROP INDEX cases_newest; DROP INDEX cases_due_first; DROP INDEX cases_given; DROP INDEX cases_closed;
        ALTER TABLE cases DROP COLUMN began; ALTER TABLE cases DROP COLUMN persons;
        PRAGMA user_version = 2";
    let three = "UPDATE cases SET detail = '{}'; PRAGMA user_version = 3";
    for older in [two, three] {
        behind(&file, older);
        let refused = Db::open(&file, kheo_testkit::salts()).err().unwrap();
        assert_eq!(refused.code(), "outdated");
        let db = Db::open_to_rebuild(&file, kheo_testkit::salts()).unwrap();
        rebuild(&db).unwrap();
        assert_eq!(db.read_now(dump).unwrap(), live);
        drop(db);
        assert!(Db::open(&file, kheo_testkit::salts()).is_ok());
    }
}
