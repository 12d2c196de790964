//! Past cases under other rules.

use kheo_calendar::{Extension, Moment};
use proptest::prelude::*;

use super::*;
use crate::case::{
    Condition, Happened, NotReplayed, Run, Standing, Term, Trigger, replay, runs, side_by_side,
};

/// Where units stand of which nothing is known.
fn nowhere(_: &UnitId) -> Rank {
    Rank::default()
}

/// The kind of the other tests, in which somebody outside can be asked and the limit be extended.
fn extensible() -> CaseKind {
    let mut kind = kind();
    let staff = Party::Role(Role::Handler);
    kind.steps.push(Step { id: StepId::new("asked"), phase: Phase::Waiting });
    kind.actions.extend([
        action("ask", Deed::Note, &["accepted"], Some("asked"), staff, &[Need::Text]),
        action("go-on", Deed::Note, &["asked"], Some("accepted"), staff, &[]),
        action(
            "extend",
            Deed::Extend,
            &["received", "accepted"],
            None,
            staff,
            &[Need::Length, Need::Text],
        ),
    ]);
    let accept = kind.actions.first_mut().unwrap();
    accept.needs = vec![Need::Circumstances];
    let clock = kind.clocks.first_mut().unwrap();
    clock.terms.ordinary.extension = Some(Extension::Times { times: 2, count: 10 });
    let about = Circumstances { remote: true, ..Circumstances::default() };
    let limit = TimeLimit::rolling(30, LimitUnit::WorkingDays);
    clock.terms.variants = vec![(about, Term { limit, extension: None })];
    kind
}

/// The same with a limit for each unit that holds it, and one that only a second answer starts.
fn many_clocks() -> CaseKind {
    let mut kind = extensible();
    let own = kind.clocks.first().unwrap().clone();
    kind.clocks.extend([
        Clock {
            id: ClockId::new("check"),
            starts: vec![Deed::Transfer.into()],
            stops: vec![Deed::Transfer.into(), Trigger::Action(ActionId::new("note"))],
            ..own.clone()
        },
        Clock {
            id: ClockId::new("again"),
            starts_at_registration: false,
            when: Some(Condition::parse(r#"done("answer") > 1.0"#).unwrap()),
            ..own
        },
    ]);
    kind
}

/// What happens to a case under `kind` when all of these are tried, each so many days after the one
/// before; what is refused does not happen.
fn past(kind: &CaseKind, tried: &[(&str, i8, u16)]) -> Vec<Happened> {
    let begun = register(kind, registration(Level::Province), RECEIVED_ON, &CALENDAR).unwrap();
    let mut on = RECEIVED_ON;
    let mut past: Vec<Happened> = begun.into_iter().map(|event| (on.into(), event)).collect();
    for (action, days, length) in tried {
        on = on.checked_add(jiff::Span::new().days(*days)).unwrap();
        let case = Case::fold(past.iter().map(|(_, event)| event)).unwrap();
        let remote = length % 2 == 1;
        let wanted = Act {
            circumstances: Circumstances { remote, ..Circumstances::default() },
            length: Some(*length),
            ..complete(action, case.seen)
        };
        let done = act(kind, &case, &Actor::Import, &own(), wanted, on, &CALENDAR);
        past.extend(done.unwrap_or_default().into_iter().map(|event| (Moment::from(on), event)));
    }
    past
}

/// Accepted after two days, answered after 20 more.
fn answered() -> Vec<Happened> {
    past(&kind(), &[("accept", 2, 0), ("answer", 24, 0)])
}

fn only(happened: &[Happened]) -> Run {
    let mut all = runs(happened);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn a_shorter_limit_makes_an_answer_late_and_a_longer_one_does_not() {
    for (count, due_on, late) in [
        (20, date(2016, 5, 12), false),
        (15, date(2016, 5, 5), true),
        (30, date(2016, 5, 26), false),
    ] {
        let mut other = kind();
        other.clocks.first_mut().unwrap().terms.ordinary.limit.count = count;
        let run = only(&replay(&other, &answered(), &nowhere, &CALENDAR).unwrap());
        assert_eq!(run.due.on, due_on);
        assert_eq!(run.stopped, Some((date(2016, 5, 7), late)));
    }
}

#[test]
fn what_still_runs_is_overdue_after_its_last_day() {
    let run = only(&past(&kind(), &[("accept", 2, 0)]));
    for (today, standing) in
        [(date(2016, 5, 12), Standing::Running), (date(2016, 5, 13), Standing::Overdue)]
    {
        assert_eq!(run.standing(today.into()), standing);
    }
    let asked = only(&past(&extensible(), &[("accept", 2, 0), ("ask", 2, 0)]));
    assert_eq!(asked.standing(date(2017, 1, 4).into()), Standing::Running, "it stands still");
}

#[test]
fn what_the_other_rules_do_not_allow_is_told_with_its_day() {
    let day = date(2016, 5, 7);
    let mut unknown = kind();
    unknown.actions.retain(|action| action.id.as_str() != "answer");
    let mut elsewhere = kind();
    elsewhere.steps.push(Step { id: StepId::new("checked"), phase: Phase::Open });
    elsewhere.actions.iter_mut().find(|action| action.id.as_str() == "answer").unwrap().from =
        vec![StepId::new("checked")];
    let answer = ActionId::new("answer");
    let step = StepId::new("accepted");
    let rows = [
        (unknown, Refusal::UnknownAction { action: answer.clone() }),
        (elsewhere, Refusal::NotNow { action: answer.clone(), step }),
    ];
    for (other, why) in rows {
        let refused = NotReplayed { at: day.into(), action: Some(answer.clone()), why };
        assert_eq!(replay(&other, &answered(), &nowhere, &CALENDAR), Err(refused));
    }
}

#[test]
fn an_extension_that_the_other_rules_do_not_allow_is_told() {
    let extended = past(&extensible(), &[("extend", 2, 8)]);
    assert_eq!(only(&extended).due.extended.len(), 1);
    let mut other = extensible();
    other.clocks.first_mut().unwrap().terms.ordinary.extension = None;
    let refused = replay(&other, &extended, &nowhere, &CALENDAR).unwrap_err();
    assert_eq!(refused.why, Refusal::NothingToExtend);
}

#[test]
fn who_may_act_and_what_is_asked_for_changes_no_clock() {
    let mut other = kind();
    other.topics = vec![Topic::new(TopicId::new("waste"), Level::Commune)];
    for action in &mut other.actions {
        action.who = vec![Party::Role(Role::Head)];
        action.needs = vec![Need::Text, Need::Proof, Need::Post, Need::Unit, Need::Length];
    }
    let replayed = replay(&other, &answered(), &nowhere, &CALENDAR).unwrap();
    assert_eq!(runs(&replayed), runs(&answered()));
}

#[test]
fn the_runs_of_a_clock_stand_beside_each_other_in_their_order() {
    let tried = [("accept", 2, 0), ("answer", 8, 0), ("reopen", 1, 0)];
    let before = past(&kind(), &tried);
    let mut other = kind();
    other.clocks.first_mut().unwrap().starts_at_registration = false;
    other.clocks.push(Clock { id: ClockId::new("accept"), ..kind().clocks.remove(0) });
    let after = replay(&other, &before, &nowhere, &CALENDAR).unwrap();
    let both = side_by_side(runs(&before), runs(&after));
    let told: Vec<_> = both
        .iter()
        .map(|both| (both.clock.as_str(), both.before.is_some(), both.after.is_some()))
        .collect();
    // Without the run from the registration, that after the reopening is its first.
    let expected = [
        ("answer", true, true),
        ("answer", true, false),
        ("accept", false, true),
        ("accept", false, true),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_case_that_never_began_has_no_past() {
    assert_eq!(replay(&kind(), &[], &nowhere, &CALENDAR), Ok(Vec::new()));
}

const ACTIONS: [&str; 10] = [
    "accept", "refuse", "transfer", "answer", "note", "confirm", "reopen", "ask", "go-on", "extend",
];

proptest! {
    #[test]
    fn under_the_same_rules_everything_happens_as_it_did(
        tried in prop::collection::vec((0_usize..ACTIONS.len(), 0_i8..9, 1_u16..12), 0..25)
    ) {
        let tried: Vec<(&str, i8, u16)> = tried
            .into_iter()
            .map(|(action, days, length)| (*ACTIONS.get(action).unwrap(), days, length))
            .collect();
        let past = past(&many_clocks(), &tried);
        prop_assert_eq!(replay(&many_clocks(), &past, &nowhere, &CALENDAR), Ok(past));
    }
}
