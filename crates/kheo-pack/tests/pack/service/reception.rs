//! A visit, what was promised, and how often heads receive.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kheo_calendar::Confidence;
use kheo_core::Refusal;
use kheo_core::case::{Deed, FieldFault, Phase};
use kheo_core::duty::Account;
use kheo_core::id::FieldId;
use kheo_core::post::Role;
use kheo_core::unit::{Bloc, Unit, UnitKind};

use crate::life::{RULES, begin, begin_about, kind, next_steps};

const BY_HEAD: [(&str, &str); 2] = [("received-by", "head"), ("visitors", "3")];

#[test]
fn what_was_promised_is_due_on_the_day_that_was_said() {
    let tuesday = date(2016, 6, 7);
    let mut life = begin("reception", tuesday, &BY_HEAD).unwrap();
    assert_eq!(life.due_on("notice"), Some(date(2016, 6, 21)), "ten working days");
    let rule = life.rule("notice");
    assert_eq!(rule.article.as_deref(), Some("28"));
    assert_eq!(rule.confidence, Confidence::Unconfirmed, "no source bears the ten days");

    let promise = [("promised-days", "20")];
    life.act(Role::Head, "promise", tuesday, &promise).unwrap();
    assert_eq!(life.due_on("notice"), None, "the visitor was told what becomes of it");
    assert_eq!(life.due_on("promised"), Some(date(2016, 6, 27)));
    assert_eq!(life.rule("promised").law, "Luật Tiếp công dân số 42/2013/QH13");
    life.act(Role::Clerk, "assign", date(2016, 6, 8), &[]).unwrap();
    life.act(Role::Handler, "tell-result", date(2016, 6, 28), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("answered", Some(true)));
}

#[test]
fn an_answer_at_once_promises_nothing() {
    let mut life = begin("reception", date(2016, 6, 7), &BY_HEAD).unwrap();
    life.act(Role::Clerk, "answer-at-once", date(2016, 6, 7), &[]).unwrap();
    assert_eq!((life.step().as_str(), life.was_late()), ("answered", Some(false)));
    assert!(life.case().running.is_empty());
}

#[test]
fn a_day_to_which_nobody_came_is_closed_at_once_and_nothing_is_due() {
    for (day, way) in [(date(2016, 6, 7), None), (date(2026, 7, 7), Some(("way", "in-person")))] {
        let form = [("received-by", "head"), ("visitors", "0")];
        let form: Vec<_> = form.into_iter().chain(way).collect();
        let life = begin_about("reception", day, "visit-nobody", &form).unwrap();
        assert_eq!((life.step().as_str(), life.case().phase), ("nobody-came", Phase::Closed));
        assert!(life.case().running.is_empty(), "{day}");
        assert!(life.marks().is_empty(), "nobody asked for anything: it is not received");
        let duty = life.kind.duties.first().unwrap();
        assert!(duty.is_done_by(&life.case().filled), "but the head was there");
    }
}

#[test]
fn a_promise_without_a_day_is_none() {
    let mut life = begin("reception", date(2016, 6, 7), &BY_HEAD).unwrap();
    let field = FieldId::new("promised-days");
    let refused = life.act(Role::Head, "promise", date(2016, 6, 7), &[]);
    assert_eq!(refused, Err(Refusal::Unfilled { field, why: FieldFault::Empty }));
}

#[test]
fn reception_is_refused_only_for_the_reasons_of_article_9() {
    let day = date(2016, 6, 7);
    let visit = || begin("reception", day, &BY_HEAD).unwrap();
    for reason in ["not-in-control", "threatens", "refused-by-law"] {
        let mut life = visit();
        life.refuse("refuse-reception", reason, day).unwrap();
        assert_eq!(life.step(), "reception-refused");
    }
    assert!(matches!(
        visit().refuse("refuse-reception", "pursued-after-all", day),
        Err(Refusal::UnknownReason { .. })
    ));
    let by_clerk = visit().act(Role::Clerk, "refuse-pursued", day, &[]);
    assert_eq!(by_clerk, Err(Refusal::NotYours), "that is for the head to say");
    visit().refuse("refuse-pursued", "pursued-after-all", day).unwrap();
    let version = kind("reception", day);
    assert_eq!(next_steps(version), 4);
    assert!(version.reasons.iter().all(|reason| reason.rule.article.as_deref() == Some("9")));
}

#[test]
fn from_july_2026_a_visit_can_be_online() {
    let asks = |day| kind("reception", day).form.iter().any(|field| field.as_str() == "way");
    assert!(!asks(date(2026, 6, 30)) && asks(date(2026, 7, 1)));
    let online = [("received-by", "head"), ("visitors", "1"), ("way", "online")];
    let life = begin("reception", date(2026, 7, 1), &online).unwrap();
    assert_eq!(life.rule("notice").from, Some(date(2026, 7, 1)));
    assert!(life.rule("notice").law.contains("136/2025/QH15"));
    assert!(!life.kind.actions.iter().any(|action| action.deed == Deed::Extend));
}

fn unit(kind: UnitKind) -> Unit {
    let stored = serde_json::json!({
        "id": "x", "code": null, "name": "X", "name_en": "X", "kind": kind, "bloc": Bloc::Government,
        "parent": null, "since": null, "until": null, "successors": [], "population": null,
        "area": null, "source": null,
    });
    serde_json::from_value(stored).unwrap()
}

/// What the head of a unit of `of` owes on `day`: the article, and what it comes to when a deputy
/// received on the first Tuesday of the month and the head on the second.
fn owed(of: UnitKind, day: Date) -> Vec<(String, Account)> {
    let month = kheo_core::period::Period::containing(day, kheo_core::period::PeriodLength::Month);
    let first = (1..8).map(|n| date(day.year(), day.month(), n));
    let first = first.clone().find(|d| d.weekday() == jiff::civil::Weekday::Tuesday).unwrap();
    let second = first.checked_add(jiff::ToSpan::days(7)).unwrap();
    let unit = unit(of);
    let duties = RULES.duties(&unit, day);
    duties
        .map(|(_, duty)| {
            let deputy = duty.counts.contains("deputy").then_some(first);
            let days: BTreeSet<Date> = deputy.into_iter().chain([second]).collect();
            (duty.rule.article.clone().unwrap(), duty.account(month, &days))
        })
        .collect()
}

#[test]
fn heads_receive_as_often_as_their_level_asks() {
    let account = |owed, kept| Account { owed, kept };
    let june = date(2016, 6, 30);
    let rows = [
        (UnitKind::Ward, june, Some(("15.2.d", account(5, 2)))),
        (UnitKind::City, june, Some(("13.5", account(2, 2)))),
        (UnitKind::Province, june, Some(("12.5", account(1, 1)))),
        (UnitKind::Department, june, Some(("18.2", account(1, 1)))),
        (UnitKind::Force, june, None),
        (UnitKind::City, date(2025, 6, 30), Some(("13.5", account(2, 2)))),
        (UnitKind::City, date(2025, 7, 1), None),
        (UnitKind::Ward, date(2026, 6, 1), Some(("15.2.d", account(4, 2)))),
        (UnitKind::Ward, date(2026, 7, 1), Some(("15.2.d", account(5, 1)))),
    ];
    for (unit, day, expected) in rows {
        let expected: Vec<_> =
            expected.into_iter().map(|(article, account)| (article.to_owned(), account)).collect();
        assert_eq!(owed(unit, day), expected, "{unit:?} {day}");
    }
}
