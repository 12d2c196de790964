mod alike;
mod escalation;
mod links;

use std::collections::BTreeSet;

use crate::Refusal;
use crate::case::{Persons, Petition};
use crate::id::{CaseCode, PostId, UnitId};
use crate::matter::decide::Pursuing;
use crate::matter::{Link, MatterEvent, Spoken, at_least, judge, link, unlink, withdraw};
use crate::post::{Actor, Post, Role};

fn post(role: Role) -> Actor {
    Actor::Post(Post {
        id: PostId::new("p"),
        unit: UnitId::new("song-cau"),
        role,
        title: String::new(),
        title_en: String::new(),
    })
}

fn between(one: &str, other: &str) -> Link {
    Link::between(CaseCode::new(one), CaseCode::new(other))
}

#[test]
fn whoever_works_on_cases_links_them_and_only_heads_judge() {
    let code = CaseCode::new("KN-2");
    let pursuing = |judged| Pursuing { code: code.clone(), after_an_end: true, judged };
    let reasons = || Some("Đã giải quyết đúng luật.".to_owned());
    for role in Role::ALL {
        let works = matches!(role, Role::Clerk | Role::Handler | Role::Head);
        let link_made = link(&post(role), true, between("KN-1", "KN-2"), false);
        assert_eq!(link_made.is_ok(), works, "{role:?}");
        assert_eq!(unlink(&post(role), true, between("KN-1", "KN-2"), true).is_ok(), works);
        let heads = role == Role::Head;
        assert_eq!(judge(&post(role), true, pursuing(false), reasons()).is_ok(), heads, "{role:?}");
        assert_eq!(withdraw(&post(role), true, pursuing(true), reasons()).is_ok(), heads);
    }
    let not_yours = Err(Refusal::NotYours);
    assert_eq!(link(&post(Role::Head), false, between("KN-1", "KN-2"), false), not_yours);
    assert_eq!(judge(&post(Role::Head), false, pursuing(false), reasons()), not_yours);
    assert_eq!(link(&Actor::Citizen, true, between("KN-1", "KN-2"), false), not_yours);
    assert_eq!(judge(&Actor::Citizen, true, pursuing(false), reasons()), not_yours);
}

#[test]
fn what_is_so_already_or_makes_no_sense_is_refused() {
    let head = post(Role::Head);
    let rows = [
        (link(&head, true, between("KN-1", "KN-1"), false), Refusal::SameCase),
        (link(&head, true, between("KN-1", "KN-2"), true), Refusal::LinkedAlready),
        (unlink(&head, true, between("KN-1", "KN-2"), false), Refusal::NotLinked),
    ];
    for (refused, why) in rows {
        assert_eq!(refused, Err(why));
    }
    let case =
        |after_an_end, judged| Pursuing { code: CaseCode::new("KN-2"), after_an_end, judged };
    let words = || Some("Lý do".to_owned());
    let empty = Refusal::Empty { field: "text" };
    assert_eq!(judge(&head, true, case(true, true), words()), Err(Refusal::PursuedAlready));
    assert_eq!(judge(&head, true, case(false, false), words()), Err(Refusal::NothingEnded));
    assert_eq!(judge(&head, true, case(true, false), None), Err(empty.clone()));
    assert_eq!(withdraw(&head, true, case(true, false), words()), Err(Refusal::NotPursued));
    assert_eq!(withdraw(&head, true, case(true, true), None), Err(empty));
}

#[test]
fn the_reasons_of_a_judgement_stand_in_its_private_part() {
    let case = Pursuing { code: CaseCode::new("KN-2"), after_an_end: true, judged: false };
    let judged = judge(&Actor::Import, true, case, Some("Ông Ba vẫn gửi".to_owned())).unwrap();
    let written = crate::event::Event::Matter(judged.clone()).write().unwrap();
    assert_eq!(written.kind, "matter.judged-pursued");
    assert!(!written.payload.contains("Ba") && written.private.as_ref().unwrap().contains("Ba"));
    let read = crate::event::Event::read(&written).unwrap();
    assert_eq!(read, crate::event::Event::Matter(judged));
    let linked = crate::event::Event::Matter(MatterEvent::Linked(between("KN-2", "KN-1")));
    let written = linked.write().unwrap();
    assert_eq!(
        (written.payload.as_str(), &written.private),
        (r#"{"one":"KN-1","other":"KN-2"}"#, &None)
    );
    assert_eq!(crate::event::Event::read(&written).unwrap(), linked);
}

fn spoken(persons: u32, name: Option<&str>, phone: Option<&str>) -> Spoken {
    Spoken::of(&Petition {
        persons: Persons::new(persons).unwrap(),
        name: name.map(Into::into),
        phone: phone.map(Into::into),
        ..Petition::default()
    })
}

#[test]
fn the_same_speaker_counts_once_and_nobody_is_counted_who_may_be_another() {
    let lan = |persons, phone| spoken(persons, Some("Nguyễn Thị Lan"), phone);
    let rows = [
        (vec![], 0),
        (vec![lan(1, None)], 1),
        (vec![lan(30, None), spoken(1, Some("nguyen thi lan"), None)], 30),
        (vec![lan(30, None), spoken(12, Some("Ma Văn Tú"), None)], 42),
        (vec![spoken(5, None, Some("0912 345 678")), spoken(7, None, Some("+84912345678"))], 7),
        // One speaker, told by the name in one petition and by the number in the next.
        (
            vec![
                spoken(3, None, Some("0912345678")),
                spoken(4, Some("Tú"), None),
                spoken(2, Some("tu"), Some("0912345678")),
            ],
            4,
        ),
        (vec![spoken(1, None, None), spoken(1, None, None)], 1),
        (vec![spoken(20, None, None), lan(2, None)], 20),
    ];
    for (petitions, expected) in rows {
        assert_eq!(at_least(&petitions), expected, "{petitions:?}");
    }
}

#[test]
fn a_link_is_the_same_from_both_ends() {
    let link = between("KN-2", "KN-1");
    assert_eq!(link, between("KN-1", "KN-2"));
    let ends: BTreeSet<_> =
        ["KN-1", "KN-2", "KN-3"].map(|c| link.from(&CaseCode::new(c)).cloned()).into();
    let expected = [None, Some(CaseCode::new("KN-1")), Some(CaseCode::new("KN-2"))];
    assert_eq!(ends, expected.into());
}
