//! Dossiers: the published limit of each procedure, supplements, and the letter that begs pardon.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kheo_calendar::{Confidence, ExtensionError};
use kheo_core::Refusal;
use kheo_core::case::{Act, FieldFault, Part};
use kheo_core::id::{ClockId, FieldId, GuardId};
use kheo_core::post::Role;

use crate::life::{Life, begin, begin_with, kind, next_steps, post};

/// A procedure with so many days of a unit, handed in on `on`.
fn handed_in(on: Date, days: &str, unit: &str) -> Result<Life, Refusal> {
    let typed = [
        ("procedure", "Cấp bản sao trích lục hộ tịch"),
        ("published-by", "QĐ 1872/QĐ-BTP"),
        ("limit-days", days),
        ("limit-unit", unit),
    ];
    begin("dossier", on, &typed)
}

fn working(on: Date, days: &str) -> Life {
    handed_in(on, days, "counted-in-working-days").unwrap()
}

fn guarded(guard: &str) -> Result<(), Refusal> {
    Err(Refusal::Guarded { guard: GuardId::new(guard) })
}

#[test]
fn each_procedure_has_the_limit_that_was_published_for_it() {
    let wednesday = date(2016, 5, 4);
    let life = working(wednesday, "10");
    assert_eq!(life.due_on("result"), Some(date(2016, 5, 18)));
    assert_eq!(life.due_on("result-calendar"), None);
    assert_eq!(life.rule("result").confidence, Confidence::Medium);
    let calendar = handed_in(wednesday, "10", "counted-in-calendar-days").unwrap();
    assert_eq!(calendar.due_on("result-calendar"), Some(date(2016, 5, 16)), "14 May is a Saturday");
    assert_eq!(calendar.due_on("result"), None);
    let field = FieldId::new("limit-days");
    for days in ["0", "366", "1000000"] {
        let refused = handed_in(wednesday, days, "counted-in-working-days").err().unwrap();
        assert!(matches!(refused, Refusal::Unfilled { why: FieldFault::OutOfBounds { .. }, .. }));
    }
    let half = handed_in(wednesday, "2,5", "counted-in-working-days").err();
    assert_eq!(half, Some(Refusal::Unfilled { field, why: FieldFault::NotWhole }));
}

#[test]
fn the_limit_stands_still_while_a_supplement_is_waited_for() {
    let mut life = working(date(2016, 5, 4), "10");
    life.act(Role::Clerk, "assign", date(2016, 5, 5), &[]).unwrap();
    life.act(Role::Handler, "ask-supplement", date(2016, 5, 10), &[]).unwrap();
    assert!(life.due("result").unwrap().is_paused());
    assert_eq!(life.case().due_on(), None);
    life.act(Role::Clerk, "supplement", date(2016, 5, 16), &[]).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2016, 5, 24)), "four of ten days had passed");
    life.act(Role::Handler, "give-result", date(2016, 5, 24), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("result-given", Some(false)));
}

#[test]
fn since_july_2025_the_limit_begins_anew_when_what_was_missing_is_there() {
    let mut life = working(date(2025, 7, 7), "10");
    life.act(Role::Clerk, "assign", date(2025, 7, 8), &[]).unwrap();
    life.act(Role::Handler, "ask-supplement", date(2025, 7, 11), &[]).unwrap();
    assert!(life.case().running.is_empty(), "nothing is due while it is missing");
    life.act(Role::Clerk, "supplement", date(2025, 7, 15), &[]).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2025, 7, 29)), "ten days again");
    let rule = life.rule("result");
    assert!(rule.law.contains("118/2025/NĐ-CP"));
    assert_eq!(rule.confidence, Confidence::Medium, "the screen says that it is second-hand");
    life.act(Role::Clerk, "give-result", date(2025, 7, 29), &[]).unwrap();
    assert_eq!(life.was_late(), Some(false));
}

fn by(days: u16) -> impl FnOnce(&mut Act) {
    move |act| act.length = Some(days)
}

#[test]
fn since_july_2025_a_new_day_is_named_once_at_most() {
    let mut life = working(date(2025, 7, 7), "10");
    assert_eq!(life.due_on("result"), Some(date(2025, 7, 21)));
    let clerk = post(Role::Clerk);
    assert_eq!(
        life.act(Role::Clerk, "beg-pardon-late", date(2025, 7, 21), &[]),
        guarded("overdue")
    );
    life.by(&clerk, "beg-pardon", date(2025, 7, 21), &[], by(3)).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2025, 7, 24)));
    let again = life.by(&clerk, "beg-pardon", date(2025, 7, 22), &[], by(1));
    assert_eq!(again, guarded("put-off-once"));
    life.act(Role::Clerk, "beg-pardon-late", date(2025, 7, 25), &[]).unwrap();
    life.act(Role::Clerk, "give-result", date(2025, 7, 25), &[]).unwrap();
    assert_eq!(life.was_late(), Some(true), "a pardon begged late moves no day");
}

#[test]
fn from_2018_to_2025_the_letter_goes_a_day_before_the_limit_ends() {
    let mut life = working(date(2018, 6, 25), "5");
    let due = date(2018, 7, 2);
    assert_eq!(life.due_on("result"), Some(due));
    let clerk = post(Role::Clerk);
    assert_eq!(life.by(&clerk, "beg-pardon", due, &[], by(3)), guarded("a-day-before"));
    life.by(&clerk, "beg-pardon", date(2018, 7, 1), &[], by(3)).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2018, 7, 5)));
    let mut calendar = handed_in(date(2018, 6, 25), "4", "counted-in-calendar-days").unwrap();
    calendar.by(&clerk, "beg-pardon", date(2018, 6, 28), &[], by(1)).unwrap();
    let rule = &calendar.kind.guards.first().unwrap().rule;
    assert_eq!(rule.as_ref().unwrap().law, "Nghị định số 61/2018/NĐ-CP");
}

#[test]
fn in_2016_the_letter_goes_by_the_last_day() {
    let mut life = working(date(2016, 5, 4), "10");
    let clerk = post(Role::Clerk);
    life.by(&clerk, "beg-pardon", date(2016, 5, 18), &[], by(2)).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2016, 5, 20)));
    let again = life.by(&clerk, "beg-pardon", date(2016, 5, 19), &[], by(1));
    assert_eq!(again, guarded("put-off-once"));
    let dated = [("new-day", "27/5/2016")];
    let put_off = life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &dated);
    assert_eq!(put_off, guarded("new-day-once"));
    life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &[]).unwrap();

    let mut life = working(date(2016, 5, 4), "10");
    let late = life.by(&clerk, "beg-pardon", date(2016, 5, 21), &[], by(2));
    let why = ExtensionError::RunOut { on: date(2016, 5, 18) };
    assert_eq!(late, Err(Refusal::NotExtended { clock: ClockId::new("result"), why }));
    for past in ["21/5/2016", "20/5/2016"] {
        let passed =
            life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &[("new-day", past)]);
        let field = FieldId::new("new-day");
        assert_eq!(passed, Err(Refusal::Unfilled { field, why: FieldFault::NotToCome }), "{past}");
    }
    let sunday = [("new-day", "29/5/2016")];
    let closed = life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &sunday);
    let field = FieldId::new("new-day");
    assert_eq!(closed, Err(Refusal::Unfilled { field, why: FieldFault::DayOff }));
    let unknown = [("new-day", "2/1/2070")];
    let beyond = life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &unknown);
    assert!(matches!(beyond, Err(Refusal::NoCalendar { .. })), "{beyond:?}");
    life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &dated).unwrap();
    assert_eq!(life.due_on("result"), Some(date(2016, 5, 18)), "the letter tells the day missed");
    let twice = [("new-day", "30/5/2016")];
    let again = life.act(Role::Clerk, "beg-pardon-late", date(2016, 5, 21), &twice);
    let field = FieldId::new("new-day");
    assert_eq!(again, Err(Refusal::Unfilled { field, why: FieldFault::SaidBefore }));
}

#[test]
fn since_july_2025_the_letter_for_what_is_late_names_a_new_day_once() {
    let on = date(2025, 8, 20);
    let mut life = working(date(2025, 8, 4), "5");
    life.act(Role::Clerk, "beg-pardon-late", on, &[("new-day", "25/8/2025")]).unwrap();
    let again = life.act(Role::Clerk, "beg-pardon-late", on, &[("new-day", "27/8/2025")]);
    let field = FieldId::new("new-day");
    assert_eq!(again, Err(Refusal::Unfilled { field, why: FieldFault::SaidBefore }));
    life.act(Role::Clerk, "beg-pardon-late", on, &[]).unwrap();
    let thrice = life.act(Role::Clerk, "beg-pardon-late", on, &[]);
    assert_eq!(thrice, guarded("pardon-once"));

    for day in [date(2016, 5, 4), date(2018, 7, 2), date(2025, 8, 4)] {
        let mut life = working(day, "5");
        let late = day.checked_add(20.days()).unwrap();
        life.act(Role::Clerk, "beg-pardon-late", late, &[]).unwrap();
        let twice = life.act(Role::Clerk, "beg-pardon-late", late, &[]);
        assert_eq!(twice, guarded("pardon-once"), "{day}: the same letter again");
    }

    let mut life = working(date(2025, 8, 4), "5");
    life.by(&post(Role::Clerk), "beg-pardon", date(2025, 8, 8), &[], by(2)).unwrap();
    let again = life.act(Role::Clerk, "beg-pardon-late", on, &[("new-day", "25/8/2025")]);
    assert_eq!(again, guarded("new-day-once"));
    life.act(Role::Clerk, "beg-pardon-late", on, &[]).unwrap();
}

#[test]
fn a_dossier_is_refused_for_a_reason_and_has_a_name() {
    for (on, from) in [
        (date(2016, 1, 1), date(2016, 1, 1)),
        (date(2018, 6, 20), date(2016, 1, 1)),
        (date(2018, 6, 21), date(2018, 6, 21)),
        (date(2025, 6, 30), date(2018, 6, 21)),
        (date(2025, 7, 1), date(2025, 7, 1)),
    ] {
        assert_eq!(kind("dossier", on).from, from, "{on}");
        assert_eq!(next_steps(kind("dossier", on)), 3);
    }
    let day = date(2016, 5, 4);
    let mut life = working(day, "10");
    life.act(Role::Clerk, "ask-supplement", day, &[]).unwrap();
    life.refuse("refuse-dossier", "never-completed", date(2016, 6, 30)).unwrap();
    assert_eq!(life.step(), "dossier-refused");
    let typed = [
        ("procedure", "Chứng thực"),
        ("published-by", "QĐ"),
        ("limit-days", "1"),
        ("limit-unit", "counted-in-working-days"),
    ];
    let nobody = begin_with("dossier", day, &typed, |petition| petition.name = None);
    assert_eq!(nobody.err(), Some(Refusal::Lacks { part: Part::Name }));
    assert!(!kind("dossier", day).self_service);
}
