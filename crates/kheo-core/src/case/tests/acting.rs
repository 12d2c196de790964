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
        let done = act(&kind, &case, &handler(), &own(), answer, RECEIVED_ON, &CALENDAR);
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
        let refused = act(&kind(), &case, &handler(), &own(), missing, RECEIVED_ON, &CALENDAR);
        assert_eq!(refused, Err(Refusal::Empty { field }));
    }
    assert!(act(&kind(), &case, &handler(), &own(), whole, RECEIVED_ON, &CALENDAR).is_ok());
}

#[test]
fn what_is_not_allowed_is_refused_with_its_reason() {
    let (case, _) = begun();
    let decide = |by: &Actor, position: &Position, wanted| {
        act(&kind(), &case, by, position, wanted, RECEIVED_ON, &CALENDAR)
    };
    assert_eq!(
        decide(&handler(), &own(), complete("accept", case.seen - 1)),
        Err(Refusal::Stale { seen: case.seen - 1, now: case.seen })
    );
    assert_eq!(
        decide(&handler(), &own(), complete("accept", 999)),
        Err(Refusal::NeverShown { seen: 999, now: case.seen })
    );
    assert_eq!(
        decide(&Actor::Citizen, &own(), complete("accept", case.seen)),
        Err(Refusal::NotYours)
    );
    assert_eq!(
        decide(&handler(), &Position::default(), complete("accept", case.seen)),
        Err(Refusal::NotYours)
    );
    assert!(matches!(
        decide(&handler(), &own(), complete("answer", case.seen)),
        Err(Refusal::NotNow { .. })
    ));
    assert!(matches!(
        decide(&handler(), &own(), complete("burn", case.seen)),
        Err(Refusal::UnknownAction { .. })
    ));
    let here = Act { unit: Some(UnitId::new("song-cau")), ..complete("transfer", case.seen) };
    assert!(matches!(decide(&handler(), &own(), here), Err(Refusal::AlreadyThere { .. })));
}

fn post(id: &str, unit: &str, role: Role) -> Post {
    Post {
        id: PostId::new(id),
        unit: UnitId::new(unit),
        role,
        title: String::new(),
        title_en: String::new(),
    }
}

/// A case of `song-cau` that was given to the post `one`: handlers and the head answer it, the head above
/// gives it to another unit.
fn given_to_one() -> (CaseKind, Case) {
    let (_, mut events) = begun();
    take(&mut events, "accept", &handler(), RECEIVED_ON).unwrap();
    let case = Case { post: Some(PostId::new("one")), ..Case::fold(&events).unwrap() };
    let mut kind = kind();
    for action in &mut kind.actions {
        match action.id.as_str() {
            "answer" => action.who = vec![Party::Role(Role::Handler), Party::Role(Role::Head)],
            "transfer" => action.who = vec![Party::HeadAbove],
            _ => {}
        }
    }
    (kind, case)
}

#[test]
fn what_handlers_do_is_for_the_one_it_was_given_to_in_the_unit_that_has_the_case() {
    let (kind, case) = given_to_one();
    let one = post("one", "song-cau", Role::Handler);
    let moved = post("one", "duc-xuan", Role::Handler);
    let given = || Err(Refusal::GivenToAnother { post: PostId::new("one") });
    let below = || Err(Refusal::OfUnitBelow { unit: UnitId::new("song-cau") });
    let rows = [
        ("the handler it was given to", "one", "song-cau", Role::Handler, Some(&one), Ok(())),
        ("another handler", "two", "song-cau", Role::Handler, Some(&one), given()),
        ("the head", "boss", "song-cau", Role::Head, Some(&one), Ok(())),
        ("another, once that post has ended", "two", "song-cau", Role::Handler, None, Ok(())),
        (
            "another, once it is held elsewhere",
            "two",
            "song-cau",
            Role::Handler,
            Some(&moved),
            Ok(()),
        ),
        ("the head above", "mayor", "bac-kan", Role::Head, Some(&one), below()),
        ("a handler above", "clerk", "bac-kan", Role::Handler, Some(&one), below()),
        ("an inspector", "eye", "song-cau", Role::Inspector, Some(&one), Err(Refusal::NotYours)),
    ];
    for (why, id, unit, role, given_to, expected) in rows {
        let by = post(id, unit, role);
        let position = Position::of(&by, &case, true, given_to);
        let by = Actor::Post(by);
        let wanted = complete("answer", case.seen);
        let done = act(&kind, &case, &by, &position, wanted, RECEIVED_ON, &CALENDAR).map(drop);
        assert_eq!(done, expected, "{why}");
        let offered = allowed(&kind, &case, &by, &position, RECEIVED_ON)
            .into_iter()
            .any(|one| one.id.as_str() == "answer");
        assert_eq!(offered, expected.is_ok(), "{why}: what is refused is not offered");
    }
}

#[test]
fn the_head_above_does_what_is_given_to_them_by_name() {
    let (kind, case) = given_to_one();
    let one = post("one", "song-cau", Role::Handler);
    let rows = [
        ("mayor", "bac-kan", Role::Head, true, Ok(())),
        ("mayor", "bac-kan", Role::Handler, true, Err(Refusal::NotYours)),
        ("boss", "song-cau", Role::Head, true, Err(Refusal::NotYours)),
        ("stranger", "ba-be", Role::Head, false, Err(Refusal::NotYours)),
    ];
    for (id, unit, role, is_within, expected) in rows {
        let by = post(id, unit, role);
        let position = Position::of(&by, &case, is_within, Some(&one));
        let wanted = complete("transfer", case.seen);
        let by = Actor::Post(by);
        let done = act(&kind, &case, &by, &position, wanted, RECEIVED_ON, &CALENDAR).map(drop);
        assert_eq!(done, expected, "{id} {role:?}");
    }
}
