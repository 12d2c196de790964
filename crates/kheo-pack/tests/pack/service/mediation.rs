//! Grassroots mediation: when it begins, and that nothing says how long it takes.

use jiff::civil::date;
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{FieldFault, Part};
use kheo_core::id::FieldId;
use kheo_core::post::{Actor, Role};

use crate::life::{Life, begin, begin_with, kind, next_steps, post};

const FRIDAY: jiff::civil::Date = date(2016, 6, 10);

fn assigned(when: &str, more: &[(&str, &str)]) -> Result<Life, Refusal> {
    let mut life = begin("mediation", FRIDAY, &[("asked-by", "a-party")])?;
    let mut typed = vec![("mediator", "Hòa giải viên tổ 3"), ("begin-when", when)];
    typed.extend_from_slice(more);
    life.act(Role::Clerk, "assign-mediator", FRIDAY, &typed)?;
    Ok(life)
}

#[test]
fn mediation_begins_within_three_days_and_then_takes_its_time() {
    let mut life = assigned("within-three-days", &[]).unwrap();
    assert_eq!(life.due_on("begin"), Some(date(2016, 6, 13)));
    let rule = life.rule("begin");
    assert_eq!((rule.article.as_deref(), rule.confidence), (Some("20.2"), Confidence::High));
    life.act(Role::Handler, "begin-mediation", date(2016, 6, 13), &[]).unwrap();
    assert!(life.case().running.is_empty(), "no rule says how long it takes");
    life.act(Role::Handler, "agree", date(2016, 9, 1), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("agreed", None));
    assert!(!life.is_kept_closed(date(2016, 10, 1)) && life.is_kept_closed(date(2016, 10, 2)));
}

#[test]
fn only_a_written_agreement_proves_that_mediation_settled_it() {
    let mediating = || {
        let mut life = assigned("at-once", &[]).unwrap();
        life.act(Role::Handler, "begin-mediation", FRIDAY, &[]).unwrap();
        life
    };
    let bare = |life: &mut Life, action| {
        life.by(&post(Role::Handler), action, FRIDAY, &[], |act| act.proofs.clear())
    };
    let mut unproven = mediating();
    assert_eq!(bare(&mut unproven, "agree"), Err(Refusal::Empty { field: "proof" }));
    for action in ["agree-unwritten", "not-agree"] {
        let mut life = mediating();
        assert_eq!(bare(&mut life, action), Ok(()), "{action}");
        assert!(!life.is_kept_closed(date(2017, 6, 10)), "{action}");
    }
    let mut failed = mediating();
    failed.act(Role::Handler, "not-agree", FRIDAY, &[]).unwrap();
    assert!(!failed.is_kept_closed(date(2017, 6, 10)), "its minutes settle nothing");
}

#[test]
fn the_parties_may_agree_on_another_time_and_what_cannot_wait_has_none() {
    let agreed = assigned("as-agreed", &[("agreed-days", "10")]).unwrap();
    assert_eq!(agreed.due_on("begin-as-agreed"), Some(date(2016, 6, 20)));
    assert_eq!(agreed.due_on("begin"), None);
    let field = FieldId::new("agreed-days");
    let left_out = assigned("as-agreed", &[]).err();
    assert_eq!(left_out, Some(Refusal::Unfilled { field, why: FieldFault::Empty }));
    assert!(assigned("at-once", &[]).unwrap().case().running.is_empty());
}

#[test]
fn another_mediator_is_assigned_and_a_failure_is_no_refusal() {
    let mut life = assigned("within-three-days", &[]).unwrap();
    let other = [("mediator", "Hòa giải viên tổ 4"), ("begin-when", "within-three-days")];
    life.act(Role::Head, "assign-mediator", date(2016, 6, 11), &other).unwrap();
    assert_eq!(life.due_on("begin"), Some(date(2016, 6, 13)), "the first three days go on");
    life.act(Role::Handler, "begin-mediation", date(2016, 6, 12), &[]).unwrap();
    life.act(Role::Handler, "not-agree", date(2016, 6, 20), &[]).unwrap();
    assert_eq!(life.step(), "not-agreed");
    life.by(&Actor::Citizen, "reopen", date(2016, 6, 25), &[], |_| {}).unwrap();
    assert_eq!(life.step(), "asked-for");
}

#[test]
fn what_is_not_for_mediators_is_refused_with_where_to_go() {
    for (reason, article) in
        [("for-a-court", "1.2"), ("for-the-land-conciliation", "1.2"), ("beyond-mediation", "5")]
    {
        let mut life = begin("mediation", FRIDAY, &[("asked-by", "a-party")]).unwrap();
        life.refuse("refuse", reason, FRIDAY).unwrap();
        let rule = &life.kind.reasons.iter().find(|r| r.id.as_str() == reason).unwrap().rule;
        assert_eq!(rule.article.as_deref(), Some(article));
    }
    let version = kind("mediation", FRIDAY);
    assert_eq!(next_steps(version), 3);
    assert!(
        version.self_service && version.public.is_empty(),
        "asked for by anybody, told to nobody"
    );
}

#[test]
fn mediators_have_to_know_where() {
    let nowhere =
        begin_with("mediation", FRIDAY, &[("asked-by", "a-party")], |asked| asked.place = None);
    assert_eq!(nowhere.err(), Some(Refusal::Lacks { part: Part::Place }));
}
