//! Recommendations of voters: collected, forwarded, answered, followed to the next session.

use jiff::civil::date;
use kheo_core::Refusal;
use kheo_core::case::{Act, Deed, FieldFault, Phase, ProofKind};
use kheo_core::id::FieldId;
use kheo_core::post::Role;
use kheo_core::unit::Level;

use crate::life::{begin, kind, next_steps, post};

const MET: [(&str, &str); 3] = [
    ("meeting-on", "2025-11-17"),
    ("delegates-of", "province-council"),
    ("before-session", "Kỳ họp cuối năm 2025"),
];

#[test]
fn what_voters_ask_is_followed_to_the_next_session() {
    let mut life = begin("voter-recommendation", date(2025, 11, 18), &MET).unwrap();
    assert_eq!(life.due_on("answer"), Some(date(2025, 12, 30)));
    life.act(Role::Clerk, "collect", date(2025, 11, 19), &[]).unwrap();
    assert_eq!(life.step(), "collected");
    life.act(Role::Clerk, "transfer", date(2025, 11, 20), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.case().unit.as_str()), ("forwarded", "city"));
    life.act(Role::Clerk, "accept", date(2025, 11, 21), &[]).unwrap();
    life.act(Role::Head, "assign", date(2025, 11, 21), &[]).unwrap();
    life.act(Role::Handler, "answer", date(2025, 12, 1), &[]).unwrap();
    assert_eq!(life.was_late(), Some(false));
    assert_eq!(life.case().phase, Phase::Waiting, "the session has not heard the answer");

    let field = FieldId::new("session-on");
    let unsaid = life.act(Role::Clerk, "follow-up", date(2025, 12, 10), &[]);
    assert_eq!(unsaid, Err(Refusal::Unfilled { field: field.clone(), why: FieldFault::Empty }));
    let ahead =
        life.act(Role::Clerk, "follow-up", date(2025, 12, 8), &[("session-on", "9/12/2025")]);
    assert_eq!(ahead, Err(Refusal::Unfilled { field: field.clone(), why: FieldFault::NotYet }));
    let before = [("session-on", "16/11/2025")];
    let why = FieldFault::BeforeItsCause { since: date(2025, 11, 17) };
    let early = life.act(Role::Clerk, "follow-up", date(2025, 12, 10), &before);
    assert_eq!(early, Err(Refusal::Unfilled { field: field.clone(), why }), "before the meeting");
    let session = [("session-on", "9/12/2025")];
    life.act(Role::Clerk, "send-back", date(2025, 12, 10), &session).unwrap();
    assert_eq!(life.step(), "assigned");
    assert!(life.due_on("answer").is_some(), "a new limit");
    life.act(Role::Handler, "answer", date(2025, 12, 20), &[]).unwrap();
    life.act(Role::Clerk, "follow-up", date(2025, 12, 26), &session).unwrap();
    assert_eq!((life.step().as_str(), life.case().phase), ("followed-up", Phase::Closed));
    assert!(!life.is_kept_closed(date(2026, 1, 19)) && life.is_kept_closed(date(2026, 1, 20)));
}

#[test]
fn what_a_ward_collected_and_is_competent_for_it_accepts_itself() {
    for (day, met) in [(date(2016, 12, 5), &[][..]), (date(2025, 11, 18), &MET)] {
        let mut life = begin("voter-recommendation", day, met).unwrap();
        life.act(Role::Clerk, "collect", day, &[]).unwrap();
        life.act(Role::Clerk, "accept", day, &[]).unwrap();
        assert_eq!(life.case().done.get(&Deed::Accept), Some(&1), "collected is not accepted");
        life.act(Role::Head, "assign", day, &[]).unwrap();
        life.act(Role::Handler, "answer", day, &[]).unwrap();
        let session = [("session-on", "18/11/2025")];
        let asked = [("session-on", "5/12/2016")];
        let session = if met.is_empty() { &asked } else { &session };
        life.act(Role::Clerk, "follow-up", day, session).unwrap();
        assert_eq!(life.step(), "followed-up");
    }
}

#[test]
fn what_voters_are_answered_is_proven_by_its_document() {
    for (day, met) in [(date(2016, 12, 5), &[][..]), (date(2025, 11, 18), &MET)] {
        let mut life = begin("voter-recommendation", day, met).unwrap();
        life.act(Role::Clerk, "accept", day, &[]).unwrap();
        life.act(Role::Head, "assign", day, &[]).unwrap();
        let bare = life.by(&post(Role::Handler), "answer", day, &[], |act| act.proofs.clear());
        assert_eq!(bare, Err(Refusal::Empty { field: "proof" }), "{day}");
        let picture = |act: &mut Act| act.proofs[0].media_type = "image/png".to_owned();
        let wanted = Refusal::OtherProof { wanted: ProofKind::Document };
        let pictured = life.by(&post(Role::Handler), "answer", day, &[], picture);
        assert_eq!(pictured, Err(wanted), "{day}");
    }
}

#[test]
fn since_july_2025_the_meeting_is_named_and_no_district_is_competent() {
    let july = date(2025, 7, 1);
    let missing = begin("voter-recommendation", july, &[]).err();
    let field = FieldId::new("meeting-on");
    assert_eq!(missing, Some(Refusal::Unfilled { field, why: FieldFault::Empty }));
    assert!(begin("voter-recommendation", date(2016, 12, 5), &[]).is_ok(), "as it was reported");
    let competent = |day| {
        let topic = kheo_core::id::TopicId::new("land-clearance");
        kind("voter-recommendation", day).topic(&topic).unwrap().competent_on(day)
    };
    assert_eq!(competent(date(2025, 6, 30)), Some(Level::District));
    assert_eq!(competent(july), Some(Level::Commune));
}

#[test]
fn what_is_nothing_for_delegates_is_sent_where_it_belongs() {
    let day = date(2016, 12, 5);
    let mut life = begin("voter-recommendation", day, &[]).unwrap();
    life.refuse("refuse", "not-for-a-council", day).unwrap();
    assert_eq!(next_steps(life.kind), 1);
}
