//! What starts and stops a clock, and what makes a case complex.

use std::collections::BTreeSet;

use super::*;
use crate::case::{
    Complexity, ComplexityRule, Condition, FieldType, FieldValue, Filled, FormField, Privacy, Term,
    Trigger,
};
use crate::id::FieldId;

fn chosen(field: &str, choices: &[&str]) -> Filled {
    let all: BTreeSet<String> = choices.iter().map(|&choice| choice.to_owned()).collect();
    Filled::from([(FieldId::new(field), FieldValue::Chosen(all))])
}

fn field(id: &str, choices: &[&str]) -> FormField {
    let choices = choices.iter().map(|&choice| choice.to_owned()).collect();
    FormField {
        id: FieldId::new(id),
        takes: FieldType::Choices(choices),
        required: false,
        privacy: Privacy::Office,
        follows: None,
    }
}

/// A clock of ten days.
fn clock(id: &str, starts: &[Trigger], stops: &[Trigger]) -> Clock {
    Clock {
        id: ClockId::new(id),
        starts_at_registration: false,
        starts: starts.to_vec(),
        stops: stops.to_vec(),
        lapses: Vec::new(),
        fails: Vec::new(),
        terms: Terms::of(TimeLimit::rolling(10, LimitUnit::CalendarDays)),
        ..kind().clocks.remove(0)
    }
}

fn act_on(
    kind: &CaseKind,
    events: &mut Vec<CaseEvent>,
    action: &str,
    on: Date,
    filled: Filled,
) -> Result<(), Refusal> {
    let case = Case::fold(events.iter()).unwrap();
    let wanted = Act { filled, length: Some(10), ..complete(action, case.seen) };
    events.extend(act(kind, &case, &handler(), &own(), wanted, on, &CALENDAR)?);
    Ok(())
}

fn running(events: &[CaseEvent]) -> Vec<(String, Date)> {
    let case = Case::fold(events).unwrap();
    case.running.iter().map(|(id, due)| (id.to_string(), due.on)).collect()
}

#[test]
fn one_action_starts_or_stops_a_clock_and_others_of_its_deed_do_not() {
    let mut kind = kind();
    let tell = Trigger::Action(ActionId::new("tell"));
    kind.clocks = vec![clock("telling", &[Deed::Accept.into()], &[tell])];
    let staff = Party::Role(Role::Handler);
    kind.actions.push(action("tell", Deed::Note, &["accepted"], None, staff, &[]));
    let mut events = begun_under(&kind);
    take_under(&kind, &mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    take_under(&kind, &mut events, "note", &handler(), RECEIVED_ON).unwrap();
    assert_eq!(running(&events), [("telling".to_owned(), date(2016, 4, 21))]);
    take_under(&kind, &mut events, "tell", &handler(), RECEIVED_ON).unwrap();
    assert_eq!(running(&events), []);
}

#[test]
fn what_stops_and_starts_a_clock_begins_it_anew() {
    let mut kind = kind();
    let transfer = [Deed::Transfer.into()];
    let mut check = clock("check", &transfer, &transfer);
    check.starts_at_registration = true;
    kind.clocks = vec![check];
    let mut events = begun_under(&kind);
    assert_eq!(running(&events), [("check".to_owned(), date(2016, 4, 21))]);
    take_under(&kind, &mut events, "transfer", &handler(), date(2016, 4, 15)).unwrap();
    assert_eq!(running(&events), [("check".to_owned(), date(2016, 4, 25))]);
    let stopped = |event: &&CaseEvent| matches!(event, CaseEvent::ClockStopped { .. });
    assert_eq!(events.iter().filter(stopped).count(), 1, "the time of the first unit has ended");
}

#[test]
fn a_clock_starts_only_when_its_condition_holds() {
    let mut kind = kind();
    kind.fields = vec![field("competent", &["here", "elsewhere"])];
    kind.form = vec![FieldId::new("competent")];
    let mut forward = clock("forward", &[], &[Deed::Transfer.into()]);
    forward.starts_at_registration = true;
    forward.when = Some(Condition::parse(r#"chosen("competent", "elsewhere")"#).unwrap());
    kind.clocks = vec![forward];
    for (choice, expected) in [("here", 0), ("elsewhere", 1)] {
        let mut wanted = registration(Level::Commune);
        wanted.petition.filled = chosen("competent", &[choice]);
        let events = register(&kind, wanted, RECEIVED_ON, &CALENDAR).unwrap();
        assert_eq!(running(&events).len(), expected, "{choice}");
    }
}

/// Two criteria; one makes a case complex, two especially complex, with ten days more each.
fn by_criteria() -> CaseKind {
    let mut kind = kind();
    kind.fields = vec![field("criteria", &["abroad", "two-places"])];
    let rule =
        |is, when| ComplexityRule { is, when: Condition::parse(when).unwrap(), rule: rule() };
    kind.complexity = vec![
        rule(Complexity::Complex, r#"count("criteria") >= 1.0"#),
        rule(Complexity::EspeciallyComplex, r#"count("criteria") >= 2.0"#),
    ];
    let mut resolve = clock("resolve", &[Deed::Accept.into()], &[Deed::Answer.into()]);
    let term = |times| {
        let about = if times == 1 { Complexity::Complex } else { Complexity::EspeciallyComplex };
        let extension = Some(kheo_calendar::Extension::Times { times, count: 10 });
        let circumstances = Circumstances { complexity: about, remote: false };
        (circumstances, Term { extension, ..resolve.terms.ordinary })
    };
    resolve.terms.variants = vec![term(1), term(2)];
    kind.clocks = vec![resolve];
    let staff = Party::Role(Role::Handler);
    let mut again = action("look-again", Deed::Note, &["accepted"], None, staff, &[]);
    again.asks = vec![FieldId::new("criteria")];
    kind.actions.push(again);
    let length = [Need::Length, Need::Text];
    kind.actions.push(action("extend", Deed::Extend, &["accepted"], None, staff, &length));
    kind.actions.first_mut().unwrap().asks = vec![FieldId::new("criteria")];
    kind
}

#[test]
fn how_complex_a_case_is_follows_from_what_is_filled_in() {
    let kind = by_criteria();
    let rows: [(&[&str], Complexity, usize); 3] = [
        (&[], Complexity::Ordinary, 0),
        (&["abroad"], Complexity::Complex, 1),
        (&["abroad", "two-places"], Complexity::EspeciallyComplex, 2),
    ];
    for (criteria, complexity, extensions) in rows {
        let mut events = begun_under(&kind);
        let filled = if criteria.is_empty() { Filled::new() } else { chosen("criteria", criteria) };
        act_on(&kind, &mut events, "accept", RECEIVED_ON, filled).unwrap();
        assert_eq!(Case::fold(&events).unwrap().circumstances.complexity, complexity);
        let extended = (0..3).take_while(|_| {
            act_on(&kind, &mut events, "extend", RECEIVED_ON, Filled::new()).is_ok()
        });
        assert_eq!(extended.count(), extensions, "{complexity:?}");
    }
}

#[test]
fn what_is_found_later_makes_a_case_more_complex() {
    let kind = by_criteria();
    let mut events = begun_under(&kind);
    act_on(&kind, &mut events, "accept", RECEIVED_ON, chosen("criteria", &["abroad"])).unwrap();
    take_under(&kind, &mut events, "note", &handler(), RECEIVED_ON).unwrap();
    let complexity = |events: &[CaseEvent]| Case::fold(events).unwrap().circumstances.complexity;
    assert_eq!(complexity(&events), Complexity::Complex, "a note changes nothing");
    let both = chosen("criteria", &["abroad", "two-places"]);
    act_on(&kind, &mut events, "look-again", RECEIVED_ON, both).unwrap();
    assert_eq!(complexity(&events), Complexity::EspeciallyComplex);
}

#[test]
fn what_the_law_leads_upward_is_never_escalated() {
    let kind = CaseKind { escalates: false, ..kind() };
    let events = register(&kind, registration(Level::Province), RECEIVED_ON, &CALENDAR).unwrap();
    let Some(CaseEvent::Registered(registered)) = events.first() else { panic!("no case") };
    assert!(!registered.escalated);
    assert_eq!(tally(&events, Metric::Escalated), 0);
}
