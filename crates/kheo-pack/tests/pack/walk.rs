//! A case that is walked through its procedure by somebody who does whatever comes to mind; whatever
//! that is, what must hold is checked. The property tests and the fuzzer both walk.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kheo_core::case::{
    Act, Action, Case, CaseEvent, CaseKind, Circumstances, Complexity, Deed, FieldType, FieldValue,
    Filled, Party, Petition, Phase, Proof, Registration, act, allowed, register,
};
use kheo_core::id::{
    ActionId, CaseCode, FieldId, FileHash, KindId, PostId, ReasonId, StepId, TopicId, UnitId,
};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Post, Role};
use kheo_core::rules::Rules;
use kheo_core::unit::Level;

const UNITS: [&str; 3] = ["city", "north", "south"];

/// Somebody who chooses.
pub(crate) trait Chooser {
    /// A number below `count`, which is never 0.
    fn choose(&mut self, count: usize) -> usize;

    /// A whole number below `below`, which is never 0.
    fn number(&mut self, below: u16) -> u16 {
        u16::try_from(self.choose(usize::from(below))).unwrap_or(0)
    }

    /// Whether to.
    fn may(&mut self) -> bool {
        self.choose(2) == 0
    }
}

/// Walks a case through `most` deeds at most, and tells where it came: kind and step.
///
/// # Panics
/// When something does not hold that must.
pub(crate) fn walk(
    rules: &Rules,
    chooser: &mut impl Chooser,
    most: usize,
) -> BTreeSet<(KindId, StepId)> {
    let mut reached = BTreeSet::new();
    let Some(kind) = rules.kinds.get(chooser.choose(rules.kinds.len().max(1))) else {
        return reached;
    };
    let mut today = date(2014, 7, 1).checked_add(i64::from(chooser.number(900)).days()).unwrap();
    let registration = registration(kind, chooser, today);
    let events = register(kind, registration, today, &rules.calendar);
    let Ok(mut events) = events else { return reached };
    let mut case = Case::fold(&events).expect("a case begins with its registration");
    holds(kind, &case, &events);
    reached.insert((case.kind.clone(), case.step.clone()));
    for _ in 0..most {
        today = today.checked_add(i64::from(chooser.number(40)).days()).unwrap();
        let wanted = wanted(kind, &case, chooser, today);
        let (by, within) = (actor(chooser), chooser.choose(8) > 0);
        let before = case.clone();
        let known: Vec<ActionId> =
            allowed(kind, &case, &by, within).map(|action| action.id.clone()).collect();
        let action = wanted.action.clone();
        match act(kind, &case, &by, within, wanted, today, &rules.calendar) {
            Ok(happened) => {
                assert!(known.contains(&action), "{action} was done, and was not allowed");
                for event in &happened {
                    case.apply(event);
                }
                events.extend(happened);
                holds(kind, &case, &events);
                reached.insert((case.kind.clone(), case.step.clone()));
            }
            Err(refusal) => {
                assert!(!refusal.to_string().is_empty());
                assert_eq!(case, before, "a refusal changes nothing");
            }
        }
    }
    reached
}

/// What must hold of a case after each of its `events`.
fn holds(kind: &CaseKind, case: &Case, events: &[CaseEvent]) {
    assert_eq!(Case::fold(events).as_ref(), Some(case), "folded is lived");
    assert!(UNITS.contains(&case.unit.as_str()), "{} holds it", case.unit);
    let step = kind.step(&case.step).expect("a step of the procedure");
    assert_eq!(step.phase, case.phase);
    let next: Vec<&Action> =
        kind.actions.iter().filter(|action| action.from.contains(&case.step)).collect();
    let by_office = |action: &&&Action| action.who.iter().any(|who| matches!(who, Party::Role(_)));
    match case.phase {
        Phase::Open => {
            assert!(next.iter().any(|one| by_office(&one)), "nobody goes on at {}", step.id);
        }
        Phase::Waiting => assert!(!next.is_empty(), "it waits at {} for ever", step.id),
        Phase::Closed => {}
    }
    let clocks: BTreeSet<_> = case.running.iter().map(|(clock, _)| clock).collect();
    assert_eq!(clocks.len(), case.running.len(), "a clock runs once");
    for (clock, due) in &case.running {
        assert!(due.on >= due.start, "{clock} ends on {} and begins on {}", due.on, due.start);
        assert!(kind.clocks.iter().any(|known| known.id == *clock));
    }
    let proven = case.answered.is_some_and(|answered| answered.proven);
    assert!(
        case.kept_closed_from().is_none() || proven,
        "only an answer with proof is kept closed"
    );
}

fn registration(kind: &CaseKind, chooser: &mut impl Chooser, today: Date) -> Registration {
    let topic = kind.topics.get(chooser.choose(kind.topics.len().max(1)));
    let filled = filled(kind, &kind.form, chooser, today);
    Registration {
        code: CaseCode::new("KN-2016-0001"),
        unit: unit(chooser),
        level: [None, Some(Level::Commune), Some(Level::District)][chooser.choose(3)],
        topic: topic.map_or_else(|| TopicId::new("none"), |topic| topic.id.clone()),
        again: chooser.may().then(|| CaseCode::new("KN-2015-0001")),
        through: [Level::Commune, Level::District].into_iter().filter(|_| chooser.may()).collect(),
        petition: Petition {
            place: (chooser.choose(8) > 0).then(|| "tổ 3".to_owned()),
            name: (chooser.choose(8) > 0).then(|| "Người Thử".to_owned()),
            phone: (chooser.choose(8) > 0).then(|| "0209000000".to_owned()),
            filled,
            ..Petition::default()
        },
        files: Vec::new(),
        origin: Origin::Entered,
    }
}

fn unit(chooser: &mut impl Chooser) -> UnitId {
    UnitId::new(UNITS[chooser.choose(UNITS.len())])
}

fn actor(chooser: &mut impl Chooser) -> Actor {
    match chooser.choose(10) {
        0 => Actor::Citizen,
        1 => Actor::Administrator,
        2 => Actor::Import,
        n => Actor::Post(Post {
            id: PostId::new("north-post"),
            unit: UnitId::new("north"),
            role: Role::ALL[n % Role::ALL.len()],
            title: "Chức vụ".to_owned(),
            title_en: "Post".to_owned(),
        }),
    }
}

/// An action: mostly one that is possible now, with mostly what it needs.
fn wanted(kind: &CaseKind, case: &Case, chooser: &mut impl Chooser, today: Date) -> Act {
    let here: Vec<&Action> =
        kind.actions.iter().filter(|action| action.from.contains(&case.step)).collect();
    let among = if chooser.choose(6) == 0 || here.is_empty() {
        kind.actions.iter().collect()
    } else {
        here
    };
    let Some(action) = among.get(chooser.choose(among.len().max(1))) else {
        return Act::plain(ActionId::new("none"), case.seen);
    };
    let seen = if chooser.choose(20) == 0 { case.seen + 1 } else { case.seen };
    let proof =
        |media: &str| Proof { hash: FileHash::new("00"), media_type: media.to_owned(), size: 1 };
    Act {
        action: action.id.clone(),
        seen,
        text: (chooser.choose(6) > 0).then(|| "Đã xem xét và giải quyết.".to_owned()),
        unit: (chooser.choose(6) > 0).then(|| unit(chooser)),
        post: (chooser.choose(6) > 0).then(|| PostId::new("north-post")),
        circumstances: Circumstances {
            complexity: [Complexity::Ordinary, Complexity::Complex, Complexity::EspeciallyComplex]
                [chooser.choose(3)],
            remote: chooser.may(),
        },
        length: (action.deed == Deed::Extend || chooser.choose(9) == 0).then(|| chooser.number(40)),
        reason: reason(action, chooser),
        filled: filled(kind, &action.asks, chooser, today),
        proofs: match chooser.choose(4) {
            0 => Vec::new(),
            1 => vec![proof("image/png")],
            _ => vec![proof("application/pdf"), proof("image/jpeg")],
        },
    }
}

fn reason(action: &Action, chooser: &mut impl Chooser) -> Option<ReasonId> {
    match chooser.choose(8) {
        0 => None,
        1 => Some(ReasonId::new("none")),
        _ => action.reasons.get(chooser.choose(action.reasons.len().max(1))).cloned(),
    }
}

fn filled(kind: &CaseKind, asked: &[FieldId], chooser: &mut impl Chooser, today: Date) -> Filled {
    let mut filled = Filled::new();
    for field in kind.fields_of(asked) {
        if chooser.choose(8) > 0 {
            filled.insert(field.id.clone(), answer(&field.takes, chooser, today));
        }
    }
    if chooser.choose(20) == 0 {
        filled.insert(FieldId::new("none"), FieldValue::Day(today));
    }
    filled
}

fn answer(takes: &FieldType, chooser: &mut impl Chooser, today: Date) -> FieldValue {
    match takes {
        FieldType::Line(_) | FieldType::Text(_) => FieldValue::Text("một chữ".to_owned()),
        FieldType::Number { .. } => {
            FieldValue::Number(kheo_core::quantity::Quantity::whole(i32::from(chooser.number(400))))
        }
        FieldType::Day => {
            let days = i64::from(chooser.number(500));
            FieldValue::Day(today.checked_sub(days.days()).unwrap_or(today))
        }
        FieldType::Choice(choices) => {
            let chosen = choices.get(chooser.choose(choices.len().max(1)));
            FieldValue::Chosen(chosen.cloned().into_iter().collect())
        }
        FieldType::Choices(choices) => {
            let chosen = choices.iter().filter(|_| chooser.may());
            FieldValue::Chosen(chosen.cloned().collect())
        }
    }
}
