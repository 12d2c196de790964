//! Conciliation of land disputes by the commune, under both land laws.

use jiff::civil::{Date, date};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Action, Deed, Seat};
use kheo_core::id::GuardId;
use kheo_core::post::Role;
use kheo_core::unit::{Level, Rank};

use crate::life::{Life, RULES, begin, kind, next_steps};

const ASKED: [(&str, &str); 2] =
    [("plot", "thửa 12, tờ 5, tổ 3"), ("other-parties", "Bên còn lại của thử nghiệm")];

fn conciliated(on: Date, boundary: &str) -> Life {
    let mut life = begin("land-conciliation", on, &ASKED).unwrap();
    life.act(Role::Clerk, "accept", on, &[]).unwrap();
    life.act(Role::Head, "assign", on, &[]).unwrap();
    life.act(Role::Handler, "conciliate", on, &[("boundary", boundary)]).unwrap();
    life
}

#[test]
fn communes_alone_conciliate_and_mediate() {
    let office = Rank { own: None, under: Some(Level::Commune) };
    let elsewhere = [Rank::at(Level::District), Rank::at(Level::Province), office];
    for version in RULES
        .kinds
        .iter()
        .filter(|kind| ["land-conciliation", "mediation"].contains(&kind.id.as_str()))
    {
        for topic in &version.topics {
            let seat = |rank| version.seat(&topic.id, rank, version.from);
            assert_eq!(seat(Rank::at(Level::Commune)), Seat::Competent, "{}", topic.id);
            for rank in elsewhere {
                assert_ne!(seat(rank), Seat::Competent, "{} {rank:?}", topic.id);
                let left = version.actions.iter().filter(|one| version.permits(seat(rank), one));
                let settles = |action: &Action| {
                    matches!(action.deed, Deed::Accept | Deed::Assign | Deed::Answer | Deed::Refuse)
                };
                assert!(!left.clone().any(settles), "{} {rank:?}", topic.id);
                assert!(left.clone().any(|action| action.deed == Deed::Transfer));
            }
        }
    }
}

#[test]
fn the_limit_is_that_of_the_law_on_the_day_of_the_request() {
    let rows = [
        (date(2016, 6, 1), date(2016, 7, 18), "202", Confidence::Unconfirmed),
        (date(2024, 7, 31), date(2024, 9, 16), "202", Confidence::Unconfirmed),
        (date(2024, 8, 5), date(2024, 9, 4), "235.2.c", Confidence::High),
    ];
    for (asked, due, article, confidence) in rows {
        let life = begin("land-conciliation", asked, &ASKED).unwrap();
        assert_eq!(life.due_on("conciliation"), Some(due), "{asked}");
        let rule = life.rule("conciliation");
        assert_eq!((rule.article.as_deref(), rule.confidence), (Some(article), confidence));
    }
}

#[test]
fn a_changed_boundary_goes_to_the_register_within_thirty_working_days() {
    let on = date(2024, 9, 4);
    let mut life = conciliated(on, "boundary-changes");
    assert_eq!((life.step().as_str(), life.was_late()), ("conciliated", Some(false)));
    assert!(life.case().running.is_empty());
    let refused = life.act(Role::Clerk, "close-conciliation", on, &[]);
    assert_eq!(refused, Err(Refusal::Guarded { guard: GuardId::new("boundary-stays") }));
    life.act(Role::Clerk, "recognise", date(2024, 9, 5), &[]).unwrap();
    assert_eq!(life.due_on("to-register"), Some(date(2024, 10, 17)));
    assert_eq!(life.rule("to-register").article.as_deref(), Some("235.4"));
    let parties = date(2024, 12, 2);
    assert!(!life.case().is_prolonged(parties), "the limit is that of the parties");
    assert_eq!(life.case().due_on(), None);
    life.act(Role::Clerk, "send-to-register", parties, &[]).unwrap();
    assert!(!life.case().is_prolonged(parties));
    assert_eq!(life.step(), "sent-to-register");
    assert!(life.case().running.is_empty());
}

#[test]
fn where_no_boundary_changes_there_is_nothing_to_register() {
    let on = date(2024, 9, 4);
    let mut life = conciliated(on, "boundary-stays");
    let refused = life.act(Role::Clerk, "recognise", on, &[]);
    assert_eq!(refused, Err(Refusal::Guarded { guard: GuardId::new("boundary-changes") }));
    life.act(Role::Clerk, "close-conciliation", on, &[]).unwrap();
    assert_eq!(life.step(), "conciliation-closed");
    assert!(!life.is_kept_closed(date(2024, 10, 4)) && life.is_kept_closed(date(2024, 10, 5)));
    let mut before = conciliated(date(2016, 6, 1), "boundary-changes");
    before.act(Role::Clerk, "close-conciliation", date(2016, 6, 2), &[]).unwrap();
    assert_eq!(before.step(), "conciliation-closed", "what was registered before is not known");
}

#[test]
fn a_conciliation_that_fails_late_is_late_and_what_is_no_dispute_is_refused() {
    let asked = date(2024, 8, 5);
    let mut life = begin("land-conciliation", asked, &ASKED).unwrap();
    life.act(Role::Clerk, "accept", asked, &[]).unwrap();
    life.act(Role::Head, "assign", asked, &[]).unwrap();
    life.act(Role::Handler, "not-conciliate", date(2024, 9, 5), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("not-conciliated", Some(true)));
    assert!(!life.is_kept_closed(date(2026, 1, 1)), "closed with its minutes, and nothing settled");
    let mut other = begin("land-conciliation", asked, &ASKED).unwrap();
    other.refuse("refuse", "no-land-dispute", asked).unwrap();
    assert_eq!(next_steps(kind("land-conciliation", asked)), 1);
}
