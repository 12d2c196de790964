//! What a case adds to the tallies.

use kheo_calendar::Moment;
use proptest::prelude::*;

use super::*;
use crate::case::{Standing, Undone, runs};

/// The same procedure with three clocks: five and twenty working days to answer, of which only the
/// longer one runs again when a case is reopened, and ten for the citizen to confirm.
fn kind_with_more_clocks() -> CaseKind {
    let mut kind = kind();
    let answer = kind.clocks[0].clone();
    let days = |count| Terms::of(TimeLimit { count, ..answer.terms.ordinary.limit });
    kind.clocks.push(Clock {
        id: ClockId::new("first-answer"),
        starts: Vec::new(),
        terms: days(5),
        ..answer.clone()
    });
    kind.clocks.push(Clock {
        id: ClockId::new("confirm"),
        starts_at_registration: false,
        starts: vec![Deed::Answer.into()],
        stops: vec![Deed::Confirm.into(), Deed::Reopen.into()],
        terms: days(10),
        ..answer
    });
    kind
}

fn recurred() -> CaseEvent {
    CaseEvent::Recurred { by: CaseCode::new("KN-2016-0002"), on: Some(RECEIVED_ON) }
}

fn kind_without_clocks() -> CaseKind {
    CaseKind { clocks: Vec::new(), ..kind() }
}

#[test]
fn the_day_it_is_due_is_in_time_and_the_day_after_is_late() {
    for (on, metric) in
        [(date(2016, 5, 12), Metric::AnsweredInTime), (date(2016, 5, 13), Metric::AnsweredLate)]
    {
        let (_, mut events) = begun();
        take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
        take(&mut events, "answer", &handler(), on).unwrap();
        assert_eq!(tally(&events, metric), 1, "{on}");
        assert_eq!(
            tally(&events, Metric::AnsweredInTime) + tally(&events, Metric::AnsweredLate),
            1
        );
        assert_eq!(tally(&events, Metric::KeptClosed), 1);
    }
}

#[test]
fn an_answer_counts_once_however_many_clocks_it_stops() {
    let (soon, later, too_late) = (date(2016, 4, 15), date(2016, 5, 12), date(2016, 5, 13));
    let (kind, much_later) = (kind_with_more_clocks(), date(2016, 6, 30));
    let rows = [
        (&kind, vec![("answer", soon)], (1, 1, 0)),
        (&kind, vec![("answer", later)], (1, 0, 1)),
        (&kind, vec![("answer", too_late)], (1, 0, 1)),
        (&kind, vec![("answer", soon), ("confirm", soon)], (1, 1, 0)),
        (&kind, vec![("answer", soon), ("confirm", much_later)], (1, 1, 0)),
        (&kind, vec![("answer", later), ("reopen", later), ("answer", much_later)], (2, 0, 2)),
        (&kind_without_clocks(), vec![("answer", later)], (1, 0, 0)),
    ];
    for (kind, actions, expected) in rows {
        let mut events = begun_under(kind);
        take_under(kind, &mut events, "accept", &handler(), RECEIVED_ON).unwrap();
        for (action, on) in &actions {
            let by = if *action == "answer" { handler() } else { Actor::Citizen };
            take_under(kind, &mut events, action, &by, *on).unwrap();
        }
        assert_eq!(answers(&events), expected, "{actions:?}");
    }
}

/// The same procedure with five days to tell somebody, which lapse with the answer.
fn kind_with_a_notice() -> CaseKind {
    let mut kind = kind();
    let answer = kind.clocks[0].clone();
    let notice = Clock {
        id: ClockId::new("notice"),
        stops: vec![Deed::Note.into()],
        lapses: vec![Deed::Refuse.into()],
        fails: vec![Deed::Answer.into()],
        terms: Terms::of(TimeLimit { count: 5, ..answer.terms.ordinary.limit }),
        ..answer
    };
    kind.clocks.push(notice);
    kind
}

#[test]
fn an_answer_in_time_stays_so_though_a_notice_was_forgotten() {
    let (late_for_notice, kind) = (date(2016, 5, 12), kind_with_a_notice());
    let mut events = begun_under(&kind);
    take_under(&kind, &mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    take_under(&kind, &mut events, "answer", &handler(), late_for_notice).unwrap();
    assert_eq!(answers(&events), (1, 1, 0));
    let stopped: Vec<(&str, bool)> = events
        .iter()
        .filter_map(|event| match event {
            CaseEvent::ClockStopped { clock, late, .. } => Some((clock.as_str(), *late)),
            _ => None,
        })
        .collect();
    assert_eq!(stopped, [("answer", false), ("notice", true)], "the notice is late by itself");
}

/// What is done, how the notice ended by it, and how the runs stand then.
type Ending = (&'static [&'static str], Option<Undone>, &'static [(&'static str, Standing)]);

#[test]
fn a_notice_that_was_owed_and_not_given_is_never_in_time() {
    let kind = kind_with_a_notice();
    let early = RECEIVED_ON.tomorrow().unwrap();
    let rows: [Ending; 3] = [
        (
            &["accept", "answer"],
            Some(Undone::Failed),
            &[("answer", Standing::InTime), ("notice", Standing::Late)],
        ),
        (&["refuse"], Some(Undone::Lapsed), &[("answer", Standing::InTime)]),
        (
            &["accept", "note", "answer"],
            None,
            &[("answer", Standing::InTime), ("notice", Standing::InTime)],
        ),
    ];
    for (actions, expected, standings) in rows {
        let mut events = begun_under(&kind);
        for action in actions {
            take_under(&kind, &mut events, action, &handler(), early).unwrap();
        }
        let ended = events.iter().find_map(|event| match event {
            CaseEvent::ClockStopped { clock, undone, .. } if clock.as_str() == "notice" => {
                Some(*undone)
            }
            _ => None,
        });
        assert_eq!(ended, Some(expected), "{actions:?}");
        let dated: Vec<(Moment, CaseEvent)> =
            events.into_iter().map(|event| (early.into(), event)).collect();
        let runs = runs(&dated);
        let stand: Vec<(&str, Standing)> =
            runs.iter().map(|run| (run.clock.as_str(), run.standing(early.into()))).collect();
        assert_eq!(stand, standings, "{actions:?}");
    }
}

#[test]
fn only_what_the_petitioner_says_counts_as_confirmed_or_reopened() {
    let mut kind = kind();
    for action in &mut kind.actions {
        if matches!(action.deed, Deed::Confirm | Deed::Reopen) {
            action.who.push(Party::Role(Role::Handler));
        }
    }
    for (by, expected) in [(Actor::Citizen, 1), (Actor::Import, 1), (handler(), 0)] {
        let mut events = begun_under(&kind);
        for taken in ["accept", "answer"] {
            take_under(&kind, &mut events, taken, &handler(), RECEIVED_ON).unwrap();
        }
        for taken in ["confirm", "reopen"] {
            take_under(&kind, &mut events, taken, &by, RECEIVED_ON).unwrap();
        }
        let counted = (tally(&events, Metric::Confirmed), tally(&events, Metric::Reopened));
        assert_eq!(counted, (expected, expected), "{by:?}");
        assert_eq!(tally(&events, Metric::Open), 1, "{by:?}");
    }
}

#[test]
fn reopening_and_recurring_end_kept_closed_once() {
    let (_, mut events) = begun();
    take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    take(&mut events, "answer", &handler(), RECEIVED_ON).unwrap();
    events.push(recurred());
    assert_eq!(tally(&events, Metric::KeptClosed), 0);
    take(&mut events, "reopen", &Actor::Citizen, RECEIVED_ON).unwrap();
    assert_eq!((tally(&events, Metric::KeptClosed), tally(&events, Metric::Open)), (0, 1));
    assert!(Case::fold(&events).unwrap().due_on().is_some(), "the clock runs again");
}

#[test]
fn an_answer_that_has_to_be_published_is_kept_closed_from_then_on() {
    let mut kind = kind();
    kind.steps.push(Step { id: StepId::new("published"), phase: Phase::Closed });
    kind.steps.iter_mut().filter(|step| step.id.as_str() == "answered").for_each(|step| {
        step.phase = Phase::Open;
    });
    let staff = Party::Role(Role::Handler);
    kind.actions.push(action("publish", Deed::Note, &["answered"], Some("published"), staff, &[]));
    let mut events = begun_under(&kind);
    for (taken, open, kept) in [("accept", 1, 0), ("answer", 1, 0), ("publish", 0, 1)] {
        take_under(&kind, &mut events, taken, &handler(), RECEIVED_ON).unwrap();
        assert_eq!(
            (tally(&events, Metric::Open), tally(&events, Metric::KeptClosed)),
            (open, kept)
        );
    }
}

#[test]
fn a_matter_comes_back_only_after_an_answer_that_stands() {
    let rows: [(&[&str], i32); 4] = [
        (&[], 0),
        (&["accept", "answer"], 1),
        (&["accept", "answer", "reopen"], 0),
        (&["refuse"], 0),
    ];
    for (actions, expected) in rows {
        let (_, mut events) = begun();
        for action in actions {
            let by = if *action == "reopen" { Actor::Citizen } else { handler() };
            take(&mut events, action, &by, RECEIVED_ON).unwrap();
        }
        events.push(recurred());
        assert_eq!(tally(&events, Metric::CameBack), expected, "{actions:?}");
    }
}

#[test]
fn a_refusal_counts_as_no_answer() {
    let (_, mut events) = begun();
    take(&mut events, "refuse", &handler(), RECEIVED_ON).unwrap();
    assert_eq!(tally(&events, Metric::Refused), 1);
    assert_eq!(tally(&events, Metric::AnsweredInTime) + tally(&events, Metric::AnsweredLate), 0);
    assert_eq!(tally(&events, Metric::Open), 0);
}

/// How many answers of `events` stopped a clock: told from the clocks that ran before each.
fn answers_that_stopped_a_clock(kind: &CaseKind, events: &[CaseEvent]) -> usize {
    let stops = |clock: &ClockId| {
        let rule = kind.clocks.iter().find(|rule| rule.id == *clock).unwrap();
        rule.stops.contains(&Deed::Answer.into())
    };
    let answers = (0..events.len()).filter(|at| match &events[*at] {
        CaseEvent::Acted(acted) if acted.deed == Deed::Answer => {
            let before = Case::fold(&events[..*at]).unwrap();
            before.running.iter().any(|(clock, _)| stops(clock))
        }
        _ => false,
    });
    answers.count()
}

proptest! {
    /// Whatever is tried, the tallies agree with the case as it stands.
    #[test]
    fn tallies_agree_with_the_case(
        tries in prop::collection::vec((0_usize..7, 0_i8..25), 0..30),
        clocks in 0_usize..3,
    ) {
        let names = ["accept", "refuse", "transfer", "answer", "note", "confirm", "reopen"];
        let kind = &[kind_without_clocks(), kind(), kind_with_more_clocks()][clocks];
        let mut events = begun_under(kind);
        for (at, day) in tries {
            let name = names[at];
            let by = if matches!(name, "confirm" | "reopen") { Actor::Citizen } else { handler() };
            let _ = take_under(kind, &mut events, name, &by, date(2016, 5, 1 + day));
            let case = Case::fold(&events).unwrap();
            prop_assert_eq!(tally(&events, Metric::Open), i32::from(case.phase != Phase::Closed));
            let kept_closed = case.kept_closed_from().is_some();
            prop_assert_eq!(tally(&events, Metric::KeptClosed), i32::from(kept_closed));
            let (answered, in_time, late) = answers(&events);
            let stopped = answers_that_stopped_a_clock(kind, &events);
            prop_assert_eq!(in_time + late, i32::try_from(stopped).unwrap());
            prop_assert!(in_time + late <= answered);
            prop_assert_eq!(tally(&events, Metric::TransferredIn), tally(&events, Metric::TransferredOut));
            let to_answer = |(clock, _): &&(ClockId, _)| clock.as_str() == "answer";
            prop_assert_eq!(
                case.running.iter().filter(to_answer).count(),
                usize::from(case.phase != Phase::Closed && clocks > 0)
            );
            for action in allowed(kind, &case, &handler(), &own(), RECEIVED_ON) {
                prop_assert!(action.from.contains(&case.step));
            }
        }
    }
}
