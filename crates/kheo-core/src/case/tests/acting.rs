//! What may be done with a case, and why not.

use super::*;

#[test]
fn registering_starts_the_clock_of_the_kind() {
    let (case, _) = begun();
    // 20 working days after 11 April 2016, over the days off of 18 April, 2 and 3 May.
    assert_eq!(case.due_on(), Some(date(2016, 5, 12)));
}

#[test]
fn a_case_above_the_competent_level_is_escalated_until_that_level_is_through_with_it() {
    use Level::{Commune, District, Province};
    let rows: [(Level, &[Level], bool); 6] = [
        (Commune, &[], false),
        (District, &[], true),
        (District, &[Commune], false),
        (District, &[District], true),
        (Province, &[District], true),
        (Province, &[Commune, District], false),
    ];
    for (level, through, expected) in rows {
        // That it was brought before does not say that the competent level was through with it.
        let again = Some(CaseCode::new("KN-2015-0009"));
        let known = through.iter().copied().collect();
        let registration = Registration { again, through: known, ..registration(level) };
        let events = register(&kind(), registration, RECEIVED_ON, &CALENDAR).unwrap();
        let Some(CaseEvent::Registered(registered)) = events.first() else { panic!("no case") };
        assert_eq!(registered.escalated, expected, "{level:?} {through:?}");
    }
}

#[test]
fn an_answer_is_as_long_as_its_procedure_says() {
    let mut kind = kind();
    kind.actions.iter_mut().for_each(|action| action.least = 12);
    let (_, mut events) = begun();
    take_under(&kind, &mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    let case = Case::fold(&events).unwrap();
    let rows = [("ab", false), ("Đã làm xong", false), ("Đã làm xong.", true)];
    for (text, taken) in rows {
        let answer = Act { text: Some(text.into()), ..complete("answer", case.seen) };
        let done = act(&kind, &case, &handler(), true, answer, RECEIVED_ON, &CALENDAR);
        let refusal = Refusal::TooShort { field: "text", least: 12 };
        assert_eq!(done.err(), (!taken).then_some(refusal), "{text}");
    }
}

#[test]
fn an_answer_needs_words_and_proof() {
    let (_, mut events) = begun();
    take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    let case = Case::fold(&events).unwrap();
    let whole = complete("answer", case.seen);
    let rows = [
        (Act { text: None, ..whole.clone() }, "text"),
        (Act { proofs: Vec::new(), ..whole.clone() }, "proof"),
    ];
    for (missing, field) in rows {
        let refused = act(&kind(), &case, &handler(), true, missing, RECEIVED_ON, &CALENDAR);
        assert_eq!(refused, Err(Refusal::Empty { field }));
    }
    assert!(act(&kind(), &case, &handler(), true, whole, RECEIVED_ON, &CALENDAR).is_ok());
}

#[test]
fn what_is_not_allowed_is_refused_with_its_reason() {
    let (case, _) = begun();
    let decide = |by: &Actor, within, wanted| {
        act(&kind(), &case, by, within, wanted, RECEIVED_ON, &CALENDAR)
    };
    assert_eq!(
        decide(&handler(), true, complete("accept", case.seen - 1)),
        Err(Refusal::Stale { seen: case.seen - 1, now: case.seen })
    );
    assert_eq!(
        decide(&handler(), true, complete("accept", 999)),
        Err(Refusal::NeverShown { seen: 999, now: case.seen })
    );
    assert_eq!(
        decide(&Actor::Citizen, true, complete("accept", case.seen)),
        Err(Refusal::NotYours)
    );
    assert_eq!(decide(&handler(), false, complete("accept", case.seen)), Err(Refusal::NotYours));
    assert!(matches!(
        decide(&handler(), true, complete("answer", case.seen)),
        Err(Refusal::NotNow { .. })
    ));
    assert!(matches!(
        decide(&handler(), true, complete("burn", case.seen)),
        Err(Refusal::UnknownAction { .. })
    ));
    let here = Act { unit: Some(UnitId::new("song-cau")), ..complete("transfer", case.seen) };
    assert!(matches!(decide(&handler(), true, here), Err(Refusal::AlreadyThere { .. })));
}
