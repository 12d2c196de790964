//! Reports from the spot: sorted, dealt with in hours of work, shown by a picture.

use jiff::civil::{DateTime, date, datetime};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Act, Part, ProofKind};
use kheo_core::post::{Actor, Role};

use crate::life::{Life, begin, begin_with, kind, next_steps, post};

const SEEN: [(&str, &str); 1] = [("hazard", "hazard-now")];

fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    let (month, day) = if day < 25 { (7, day) } else { (6, day) };
    datetime(2016, month, day, hour, minute, 0, 0)
}

fn sorted(urgency: &str) -> Life {
    let mut life = begin("urban-report", at(30, 8, 0), &SEEN).unwrap();
    life.act(Role::Clerk, "grade", at(30, 9, 0), &[("urgency", urgency)]).unwrap();
    life
}

fn due(life: &Life, clock: &str) -> Option<DateTime> {
    life.due(clock).map(|due| due.on.to_datetime(due.at.unwrap()))
}

#[test]
fn a_report_is_sorted_in_hours_and_dealt_with_by_its_urgency() {
    let life = begin("urban-report", at(30, 8, 0), &SEEN).unwrap();
    assert_eq!(due(&life, "grading"), Some(at(30, 14, 0)), "four hours with the noon off");
    let rows = [
        ("urgent", "mend-urgent", at(1, 9, 30)),
        ("normal", "mend-normal", at(7, 11, 30)),
        ("complex", "mend-complex", at(22, 9, 0)),
    ];
    for (urgency, clock, ends) in rows {
        let life = sorted(urgency);
        assert_eq!(life.case().running.len(), 1, "{urgency}");
        assert_eq!(due(&life, clock), Some(ends), "{urgency}");
        assert_eq!(life.rule(clock).confidence, Confidence::Unconfirmed);
    }
}

#[test]
fn what_was_done_is_shown_by_a_picture() {
    let mut life = sorted("urgent");
    let handler = post(Role::Handler);
    let without = |act: &mut Act| act.proofs.clear();
    let refused = life.by(&handler, "answer", at(1, 9, 30), &[], without);
    assert_eq!(refused, Err(Refusal::Empty { field: "proof" }));
    let document = |act: &mut Act| act.proofs[0].media_type = "application/pdf".into();
    let refused = life.by(&handler, "answer", at(1, 9, 30), &[], document);
    assert_eq!(refused, Err(Refusal::OtherProof { wanted: ProofKind::Picture }));
    life.act(Role::Handler, "answer", at(1, 9, 30), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("answered", Some(false)));
    let from = |life: &Life| life.case().kept_closed_from();
    assert_eq!(from(&life), Some(date(2016, 8, 1)), "thirty days without word");
    life.by(&Actor::Citizen, "confirm", at(4, 9, 0), &[], |_| {}).unwrap();
    assert_eq!(from(&life), Some(date(2016, 7, 4)), "or once the citizen says so");
}

#[test]
fn a_report_that_comes_back_has_its_hours_again_and_goes_with_them() {
    let mut life = sorted("urgent");
    life.act(Role::Handler, "answer", at(1, 9, 31), &[]).unwrap();
    assert_eq!(life.was_late(), Some(true), "a minute late");
    life.by(&Actor::Citizen, "reopen", at(4, 9, 0), &[], |_| {}).unwrap();
    assert_eq!(due(&life, "mend-urgent"), Some(at(5, 9, 30)));
    life.act(Role::Clerk, "hand-on", at(4, 10, 0), &[]).unwrap();
    assert_eq!(life.case().unit.as_str(), "city");
    assert_eq!(due(&life, "mend-urgent"), Some(at(5, 9, 30)));
}

#[test]
fn nobody_can_go_where_no_place_is_said() {
    let nowhere = begin_with("urban-report", at(30, 8, 0), &SEEN, |report| report.place = None);
    assert_eq!(nowhere.err(), Some(Refusal::Lacks { part: Part::Place }));
}

#[test]
fn a_refusal_says_what_to_do_next() {
    let version = kind("urban-report", date(2016, 6, 30));
    assert_eq!(next_steps(version), 3);
    for reason in version.reasons.clone() {
        assert_eq!(reason.rule.confidence, Confidence::Unconfirmed, "a rule of the office");
        let mut life = begin("urban-report", at(30, 8, 0), &SEEN).unwrap();
        life.refuse("refuse", reason.id.as_str(), at(30, 9, 0)).unwrap();
        assert!(life.case().running.is_empty());
    }
}
