//! Clocks that stand still, are extended, depend on the matter, or move.

use jiff::civil::{Date, date, datetime};
use kheo_calendar::{
    Correction, Decision, Extension, ExtensionError, LimitUnit, Moment, Ruling, Sense, TimeLimit,
    Whose,
};

use super::*;
use crate::case::{Complexity, Term, moved};

/// Requests whose clock runs 30 days from acceptance, longer where they are complex or remote; it stands
/// still while somebody is asked, and may be extended once by 15 days.
fn complaint() -> CaseKind {
    let mut kind = kind();
    let days = |count| TimeLimit::rolling(count, LimitUnit::CalendarDays);
    let extension = Some(Extension::Times { times: 1, count: 15 });
    let about = |complexity, remote| Circumstances { complexity, remote };
    let variant = |count| Term { limit: days(count), extension };
    let clock = kind.clocks.first_mut().unwrap();
    clock.starts_at_registration = false;
    clock.starts = vec![Deed::Accept.into()];
    clock.terms = Terms {
        ordinary: Term { limit: days(30), extension },
        variants: vec![
            (about(Complexity::Complex, false), variant(45)),
            (about(Complexity::Ordinary, true), variant(45)),
            (about(Complexity::Complex, true), variant(60)),
        ],
    };
    kind.steps.push(Step { id: StepId::new("asked"), phase: Phase::Waiting });
    let staff = Party::Role(Role::Handler);
    let accept = kind.actions.first_mut().unwrap();
    accept.needs.push(Need::Circumstances);
    kind.actions.extend([
        action("ask", Deed::Note, &["accepted"], Some("asked"), staff, &[Need::Text]),
        action("supplement", Deed::Note, &["asked"], Some("accepted"), staff, &[Need::Text]),
        action("extend", Deed::Extend, &["accepted"], None, staff, &[Need::Length, Need::Text]),
    ]);
    kind
}

fn take(
    kind: &CaseKind,
    events: &mut Vec<CaseEvent>,
    action: &str,
    now: impl Into<Moment>,
    more: impl FnOnce(&mut Act),
) -> Result<(), Refusal> {
    let case = Case::fold(events.iter()).unwrap();
    let mut wanted = complete(action, case.seen);
    more(&mut wanted);
    events.extend(act(kind, &case, &handler(), &own(), wanted, now, &CALENDAR)?);
    Ok(())
}

fn due_on(events: &[CaseEvent]) -> Option<Date> {
    Case::fold(events).unwrap().due_on()
}

#[test]
fn what_is_said_at_acceptance_decides_the_limit_and_stays() {
    let kind = complaint();
    let rows = [
        (Complexity::Ordinary, false, date(2016, 5, 11)),
        (Complexity::Complex, false, date(2016, 5, 26)),
        (Complexity::Ordinary, true, date(2016, 5, 26)),
        (Complexity::Complex, true, date(2016, 6, 10)),
    ];
    for (complexity, remote, expected) in rows {
        let circumstances = Circumstances { complexity, remote };
        let mut events = begun_under(&kind);
        take(&kind, &mut events, "accept", RECEIVED_ON, |act| act.circumstances = circumstances)
            .unwrap();
        assert_eq!(due_on(&events), Some(expected), "{circumstances:?}");
        take(&kind, &mut events, "note", RECEIVED_ON, |_| {}).unwrap();
        assert_eq!(Case::fold(&events).unwrap().circumstances, circumstances);
    }
}

#[test]
fn a_limit_keeps_the_rule_it_was_counted_by() {
    let kind = complaint();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", RECEIVED_ON, |_| {}).unwrap();
    let case = Case::fold(&events).unwrap();
    let (_, due) = case.running.first().unwrap();
    let rule = due.rule.clone().unwrap();
    assert_eq!((rule.article.as_deref(), rule.from), (Some("28"), Some(kind.from)));
    assert_eq!(due.calendar, CALENDAR.version());
}

#[test]
fn a_clock_stands_still_while_somebody_is_asked() {
    let kind = complaint();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    take(&kind, &mut events, "ask", date(2016, 5, 14), |_| {}).unwrap();
    assert_eq!(due_on(&events), None, "nothing is due while it stands still");
    take(&kind, &mut events, "supplement", date(2016, 6, 13), |_| {}).unwrap();
    assert_eq!(due_on(&events), Some(date(2016, 7, 4)), "20 days were left; the 3rd is a Sunday");
    take(&kind, &mut events, "answer", date(2016, 7, 4), |_| {}).unwrap();
    assert_eq!(tally(&events, Metric::AnsweredInTime), 1);
}

#[test]
fn an_extension_has_a_length_a_reason_and_a_maximum() {
    let kind = complaint();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let on = date(2016, 6, 1);
    let mut extend = |length| take(&kind, &mut events, "extend", on, |act| act.length = length);
    let clock = ClockId::new("answer");
    let too_long = ExtensionError::TooLong { most: 15, unit: LimitUnit::CalendarDays };
    let refused = Refusal::NotExtended { clock: clock.clone(), why: too_long };
    assert_eq!(extend(None), Err(Refusal::Empty { field: "length" }));
    assert_eq!(extend(Some(16)), Err(refused));
    extend(Some(10)).unwrap();
    let no_more = Refusal::NotExtended { clock, why: ExtensionError::NoMore };
    assert_eq!(extend(Some(5)), Err(no_more));
    assert_eq!(due_on(&events), Some(date(2016, 6, 13)));
}

#[test]
fn what_has_run_out_is_neither_extended_nor_does_it_stand_still() {
    let kind = complaint();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let (last, after) = (date(2016, 6, 3), date(2016, 6, 4));
    let mut in_time = events.clone();
    take(&kind, &mut in_time, "extend", last, |act| act.length = Some(15)).unwrap();
    assert_eq!(due_on(&in_time), Some(date(2016, 6, 20)));
    let why = ExtensionError::RunOut { on: last };
    let refused = Refusal::NotExtended { clock: ClockId::new("answer"), why };
    let extended = take(&kind, &mut events, "extend", after, |act| act.length = Some(15));
    assert_eq!(extended, Err(refused));

    take(&kind, &mut events, "ask", after, |_| {}).unwrap();

    assert_eq!(due_on(&events), Some(last), "overdue, though somebody is asked");
    take(&kind, &mut events, "supplement", date(2016, 7, 4), |_| {}).unwrap();
    take(&kind, &mut events, "answer", date(2016, 7, 4), |_| {}).unwrap();
    assert_eq!(answers(&events), (1, 0, 1));
}

#[test]
fn whoever_asked_on_the_last_day_is_in_time_on_the_day_it_goes_on() {
    let kind = complaint();
    for (answered, expected) in [(date(2016, 6, 20), (1, 1, 0)), (date(2016, 6, 21), (1, 0, 1))] {
        let mut events = begun_under(&kind);
        take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
        take(&kind, &mut events, "ask", date(2016, 6, 3), |_| {}).unwrap();
        take(&kind, &mut events, "supplement", date(2016, 6, 20), |_| {}).unwrap();
        take(&kind, &mut events, "answer", answered, |_| {}).unwrap();
        assert_eq!(answers(&events), expected, "{answered}");
    }
}

#[test]
fn what_no_rule_allows_to_extend_is_not_extended() {
    let mut kind = complaint();
    kind.clocks.first_mut().unwrap().terms.ordinary.extension = None;
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let refused = take(&kind, &mut events, "extend", date(2016, 6, 1), |act| act.length = Some(1));
    assert_eq!(refused, Err(Refusal::NothingToExtend));
}

#[test]
fn what_has_to_last_is_not_ended_early_and_is_never_late() {
    let mut kind = complaint();
    let clock = kind.clocks.first_mut().unwrap();
    clock.terms.ordinary.limit.sense = Sense::AtLeast;
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    assert_eq!(due_on(&events), None, "nothing has to be done by then");
    let early = take(&kind, &mut events, "answer", date(2016, 6, 2), |_| {});
    let until = date(2016, 6, 3);
    assert_eq!(early, Err(Refusal::TooEarly { clock: ClockId::new("answer"), until }));
    take(&kind, &mut events, "answer", date(2016, 8, 1), |_| {}).unwrap();
    let stopped = |event: &&CaseEvent| matches!(event, CaseEvent::ClockStopped { late: false, .. });
    assert_eq!(events.iter().filter(stopped).count(), 1);
    assert_eq!(answers(&events), (1, 0, 0), "no deadline was kept or missed");
}

#[test]
fn a_limit_in_hours_is_late_by_the_minute() {
    let mut kind = complaint();
    let hours = TimeLimit::fixed(4, LimitUnit::WorkingHours);
    kind.clocks.first_mut().unwrap().terms = Terms::of(hours);
    for (hour, minute, metric) in [(14, 30, Metric::AnsweredInTime), (14, 31, Metric::AnsweredLate)]
    {
        let mut events = begun_under(&kind);
        let at = |hour, minute| datetime(2016, 5, 4, hour, minute, 0, 0);
        take(&kind, &mut events, "accept", at(8, 30), |_| {}).unwrap();
        take(&kind, &mut events, "answer", at(hour, minute), |_| {}).unwrap();
        assert_eq!(tally(&events, metric), 1, "{hour}:{minute}");
    }
}

#[test]
fn a_corrected_calendar_moves_what_runs_and_nothing_else() {
    let kind = complaint();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let case = Case::fold(&events).unwrap();
    assert_eq!(moved(&case, &CALENDAR), Ok(Vec::new()), "the same calendar moves nothing");
    let swap = Ruling::Swap { off: date(2016, 6, 3), worked: date(2016, 6, 11) };
    let decision =
        Decision { ruling: swap, source: "Công văn thử".into(), confidence: Confidence::High };
    let corrected = Correction {
        version: "thu-1".into(),
        decisions: vec![decision],
        hours: Vec::new(),
        roll: None,
    };
    let corrected = CALENDAR.clone().corrected(corrected).unwrap();

    let moves = moved(&case, &corrected).unwrap();

    let [CaseEvent::ClockMoved { from, due, .. }] = moves.as_slice() else { panic!("{moves:?}") };
    assert_eq!((*from, due.on), (date(2016, 6, 3), date(2016, 6, 6)));
    assert_eq!((due.calendar.as_str(), due.rule.is_some()), ("thu-1", true));
    let mut after = case.clone();
    for event in &moves {
        after.apply(event);
    }
    assert_eq!(after.due_on(), Some(date(2016, 6, 6)));
    assert_eq!(moved(&after, &corrected), Ok(Vec::new()), "once is enough");
}

/// The same, where it may turn out after acceptance how complex the matter is.
fn judged_later() -> CaseKind {
    let mut kind = complaint();
    let staff = Party::Role(Role::Handler);
    let needs = [Need::Circumstances, Need::Text];
    kind.actions.push(action(
        "find-complex",
        Deed::Note,
        &["accepted", "asked"],
        None,
        staff,
        &needs,
    ));
    kind
}

#[test]
fn a_limit_is_counted_anew_when_the_matter_turns_out_to_be_complex() {
    let kind = judged_later();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    assert_eq!(due_on(&events), Some(date(2016, 6, 3)));
    let complex = |act: &mut Act| act.circumstances.complexity = Complexity::Complex;

    take(&kind, &mut events, "find-complex", date(2016, 5, 20), complex).unwrap();

    let Some(CaseEvent::ClockRecounted { from, due, .. }) = events.last() else {
        panic!("{events:?}")
    };
    assert_eq!((*from, due.on, due.limit.count), (date(2016, 6, 3), date(2016, 6, 20), 45));
    assert!(due.rule.is_some(), "and says by which rule");
    take(&kind, &mut events, "extend", date(2016, 6, 17), |act| act.length = Some(15)).unwrap();
    assert_eq!(due_on(&events), Some(date(2016, 7, 4)), "60 days in all, not 45");

    let before = events.len();
    take(&kind, &mut events, "find-complex", date(2016, 6, 18), complex).unwrap();
    assert_eq!(events.len(), before + 1, "what was so already changes no limit");
}

#[test]
fn who_finds_an_ordinary_matter_ordinary_is_told_that_it_was() {
    let kind = judged_later();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let found = take(&kind, &mut events, "find-complex", date(2016, 5, 20), |_| {});
    assert_eq!(found, Err(Refusal::SameComplexity));
}

#[test]
fn what_has_run_out_is_not_counted_anew() {
    let kind = judged_later();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let complex = |act: &mut Act| act.circumstances.complexity = Complexity::Complex;
    take(&kind, &mut events, "find-complex", date(2016, 6, 4), complex).unwrap();
    assert_eq!(due_on(&events), Some(date(2016, 6, 3)), "overdue all the same");
}

#[test]
fn what_stands_still_is_counted_anew_when_it_goes_on() {
    let kind = judged_later();
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    take(&kind, &mut events, "ask", date(2016, 5, 14), |_| {}).unwrap();
    let complex = |act: &mut Act| act.circumstances.complexity = Complexity::Complex;
    take(&kind, &mut events, "find-complex", date(2016, 5, 20), complex).unwrap();
    assert_eq!(due_on(&events), None, "it still stands still");
    take(&kind, &mut events, "supplement", date(2016, 6, 13), |_| {}).unwrap();
    assert_eq!(due_on(&events), Some(date(2016, 7, 18)), "35 days were left");
}

#[test]
fn whether_it_lies_in_a_remote_area_is_settled_at_acceptance() {
    let kind = judged_later();
    for remote in [true, false] {
        let mut events = begun_under(&kind);
        take(&kind, &mut events, "accept", RECEIVED_ON, |act| act.circumstances.remote = remote)
            .unwrap();
        take(&kind, &mut events, "find-complex", RECEIVED_ON, |act| {
            act.circumstances = Circumstances { complexity: Complexity::Complex, remote: !remote };
        })
        .unwrap();
        let found = Case::fold(&events).unwrap().circumstances;
        assert_eq!(found, Circumstances { complexity: Complexity::Complex, remote });
    }
}

#[test]
fn a_limit_of_the_parties_makes_nobody_late() {
    let mut kind = complaint();
    let clock = kind.clocks.first_mut().unwrap();
    clock.terms.ordinary.limit.whose = Whose::Parties;
    let mut events = begun_under(&kind);
    take(&kind, &mut events, "accept", date(2016, 5, 4), |_| {}).unwrap();
    let case = Case::fold(&events).unwrap();
    let (_, due) = case.running.first().unwrap();
    assert_eq!(due.on, date(2016, 6, 3), "its day is known");
    let after = date(2016, 8, 1);
    assert_eq!((case.due_on(), case.is_prolonged(after)), (None, false));
    take(&kind, &mut events, "answer", after, |_| {}).unwrap();
    assert_eq!(answers(&events), (1, 0, 0), "neither in time nor late");
    assert!(!Case::fold(&events).unwrap().is_prolonged(after));
}
