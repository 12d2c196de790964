//! A case that is walked through its procedure by somebody who does whatever comes to mind; whatever
//! that is, what must hold is checked. The property tests and the fuzzer both walk.
//!
//! They walk in an installation: a city with all its posts, a ward with all, a ward with a head alone, one
//! with a clerk alone, an office of the city with a head and handlers, a ward without posts. Who acts is somebody who
//! holds a post there, and a case goes where it is taken on, as the store has it.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use kheo_core::case::{
    Act, Action, Case, CaseEvent, CaseKind, Circumstances, Complexity, Deed, FieldType, FieldValue,
    Filled, Onlooker, Petition, Phase, Position, Proof, Registration, Seal, Seat, Topic, act,
    allowed, brings_on, register, takes_on, takes_over,
};
use kheo_core::id::{
    ActionId, CaseCode, FieldId, FileHash, KindId, PostId, ReasonId, StepId, TopicId, UnitId,
};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Post, Role};
use kheo_core::rules::Rules;
use kheo_core::unit::{Level, Rank};

const CITY: Rank = Rank::at(Level::District);
const WARD: Rank = Rank::at(Level::Commune);
const OFFICE: Rank = Rank { own: None, under: Some(Level::District) };
const PROVINCE: Rank = Rank::at(Level::Province);

/// The units, each with its rank and the roles of the posts that are held there.
const UNITS: [(&str, Rank, &[Role]); 7] = [
    ("province", PROVINCE, &[Role::Clerk, Role::Handler, Role::Head]),
    ("city", CITY, &[Role::Clerk, Role::Handler, Role::Head, Role::Compiler, Role::Inspector]),
    ("north", WARD, &[Role::Clerk, Role::Handler, Role::Handler, Role::Head]),
    ("south", WARD, &[Role::Head]),
    ("west", WARD, &[Role::Clerk]),
    ("office", OFFICE, &[Role::Handler, Role::Head]),
    ("empty", WARD, &[]),
];

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
    let (unit, first) = (registration.unit.clone(), &kind.first_step);
    let seat = kind.seat(&registration.topic, rank(&unit), today);
    if !takes_on(kind, (&registration.topic, first), seat, &posts_in(&unit)) {
        return reached;
    }
    let events = register(kind, registration, today, &rules.calendar);
    let Ok(mut events) = events else { return reached };
    let mut case = Case::fold(&events).expect("a case begins with its registration");
    holds(kind, &case, &events, today);
    reached.insert((case.kind.clone(), case.step.clone()));
    for _ in 0..most {
        today = today.checked_add(i64::from(chooser.number(40)).days()).unwrap();
        let wanted = wanted(kind, &case, chooser, today);
        let by = actor(&case, chooser);
        let position = position(kind, &case, &by, today);
        let before = case.clone();
        let known: Vec<ActionId> = allowed(kind, &case, &by, &position, today)
            .into_iter()
            .map(|action| action.id.clone())
            .collect();
        let action = wanted.action.clone();
        match act(kind, &case, &by, &position, wanted, today, &rules.calendar) {
            Ok(happened) if !may_happen(kind, &case, &happened, today) => {}
            Ok(happened) => {
                assert!(known.contains(&action), "{action} was done, and was not allowed");
                for event in &happened {
                    case.apply(event);
                }
                events.extend(happened);
                holds(kind, &case, &events, today);
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

/// Whether the store lets `happened` happen: no case goes where nobody brings it to its end, nor to a post
/// elsewhere or one that cannot go on.
fn may_happen(kind: &CaseKind, case: &Case, happened: &[CaseEvent], today: Date) -> bool {
    happened.iter().all(|event| {
        let CaseEvent::Acted(acted) = event else { return true };
        let rank = rank(&acted.unit);
        let seat = kind.seat(&case.topic, rank, today);
        let goes = acted.unit == case.unit
            || kind.must_be_competent(case, &acted.unit, rank, today).is_ok()
                && kind.action(&acted.action).is_some_and(|action| {
                    takes_over(kind, case, action, seat, &posts_in(&acted.unit))
                });
        let given = acted.post.as_ref().is_none_or(|id| {
            let found = posts_in(&acted.unit).into_iter().find(|post| post.id == *id);
            found.is_some_and(|post| brings_on(kind, &acted.step, post.role))
        });
        goes && given
    })
}

/// What must hold of a case after each of its `events`.
fn holds(kind: &CaseKind, case: &Case, events: &[CaseEvent], today: Date) {
    assert_eq!(Case::fold(events).as_ref(), Some(case), "folded is lived");
    let step = kind.step(&case.step).expect("a step of the procedure");
    assert_eq!(step.phase, case.phase);
    // Somebody who holds a post in the unit that has it may go on: not only somebody of that role.
    let may: Vec<&Action> = posts_in(&case.unit)
        .into_iter()
        .map(Actor::Post)
        .flat_map(|by| {
            let position = position(kind, case, &by, today);
            allowed(kind, case, &by, &position, today)
        })
        .collect();
    let moves = |action: &&Action| action.to.is_some() || action.deed == Deed::Transfer;
    match case.phase {
        Phase::Open => {
            let leads = may.iter().any(moves);
            assert!(leads, "in {} nobody goes on at {} of {}", case.unit, step.id, kind.id);
            let reads =
                posts_in(&case.unit).into_iter().any(|by| reads_and_leads(kind, case, &by, today));
            assert!(
                reads,
                "in {} nobody who reads it goes on at {} of {}",
                case.unit, step.id, kind.id
            );
        }
        Phase::Waiting => {
            let citizen = allowed(kind, case, &Actor::Citizen, &Position::default(), today);
            let ends = !may.is_empty() || !citizen.is_empty();
            assert!(ends, "it waits at {} of {} for ever", step.id, kind.id);
        }
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

/// Whether `by` may read the case, all of it until a text stands in place of the letter, and leads it on.
fn reads_and_leads(kind: &CaseKind, case: &Case, by: &Post, today: Date) -> bool {
    let stands = kind.seat(&case.topic, rank(&by.unit), today);
    let kept_from_head = kind.is_kept_from_head(&case.topic, stands);
    let seal = (kind.is_sealed() || kept_from_head)
        .then(|| Seal { takes_in: kind.takes_in(by.role), kept_from_head });
    let sees = Onlooker { post: by, holds: true }.sight(&case.unit, seal);
    let stripped = kind.stripped.as_ref().is_some_and(|field| case.filled.contains_key(field));
    let actor = Actor::Post(by.clone());
    let position = position(kind, case, &actor, today);
    let leads = allowed(kind, case, &actor, &position, today)
        .into_iter()
        .any(|action| action.to.is_some() || action.deed == Deed::Transfer);
    leads && if stripped { sees.works() } else { sees.knows() }
}

fn registration(kind: &CaseKind, chooser: &mut impl Chooser, today: Date) -> Registration {
    let mut unit = unit(chooser);
    // Mostly what the unit is competent for, where it is for anything.
    let seat = |unit: &UnitId, topic: &Topic| kind.seat(&topic.id, rank(unit), today);
    let any = chooser.choose(4) == 0;
    if !any && !kind.topics.iter().any(|topic| seat(&unit, topic) == Seat::Competent) {
        unit = UnitId::new("north");
    }
    let own = |topic: &&Topic| seat(&unit, topic) == Seat::Competent;
    let topics: Vec<&Topic> = kind.topics.iter().filter(|topic| any || own(topic)).collect();
    let topic = topics.get(chooser.choose(topics.len().max(1)));
    let filled = filled(kind, &kind.form, chooser, today);
    Registration {
        code: CaseCode::new("KN-2016-0001"),
        rank: rank(&unit),
        unit,
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
    let full = ["province", "city", "north"];
    let id =
        if chooser.may() { full[chooser.choose(3)] } else { UNITS[chooser.choose(UNITS.len())].0 };
    UnitId::new(id)
}

/// The posts that are held in `unit`.
fn posts_in(unit: &UnitId) -> Vec<Post> {
    let found = UNITS.iter().find(|(id, ..)| *id == unit.as_str());
    let held = found.map_or(&[][..], |(_, _, held)| held);
    let post = |(number, role): (usize, &Role)| Post {
        id: PostId::new(format!("{unit}-{}-{number}", role.word())),
        unit: unit.clone(),
        role: *role,
        title: "Chức vụ".to_owned(),
        title_en: "Post".to_owned(),
    };
    held.iter().enumerate().map(post).collect()
}

/// Where `unit` stands among the levels.
fn rank(unit: &UnitId) -> Rank {
    let found = UNITS.iter().find(|(id, ..)| *id == unit.as_str());
    found.map_or_else(Rank::default, |(_, rank, _)| *rank)
}

/// Where `by` stands to `case`: the city is above all but the province.
fn position(kind: &CaseKind, case: &Case, by: &Actor, today: Date) -> Position {
    let seat = kind.seat(&case.topic, rank(&case.unit), today);
    let Actor::Post(by) = by else { return Position::default().seated(seat) };
    let below = case.unit.as_str() != "province";
    let is_within =
        by.unit == case.unit || below && ["city", "province"].contains(&by.unit.as_str());
    let given_to =
        posts_in(&case.unit).into_iter().find(|post| Some(&post.id) == case.post.as_ref());
    Position::of(by, case, is_within, given_to.as_ref()).seated(seat)
}

/// Who acts: mostly somebody in the unit that has the case.
fn actor(case: &Case, chooser: &mut impl Chooser) -> Actor {
    match chooser.choose(10) {
        0 => Actor::Citizen,
        1 => Actor::Administrator,
        2 => Actor::Import,
        n => {
            let unit = if n == 3 { unit(chooser) } else { case.unit.clone() };
            let posts = posts_in(&unit);
            let chosen = posts.get(chooser.choose(posts.len().max(1)));
            chosen.cloned().map_or(Actor::Citizen, Actor::Post)
        }
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
        post: post(case, chooser),
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

/// The post to be made responsible: mostly one in the unit that has the case.
fn post(case: &Case, chooser: &mut impl Chooser) -> Option<PostId> {
    let unit = if chooser.choose(6) == 0 { unit(chooser) } else { case.unit.clone() };
    let posts = posts_in(&unit);
    posts.get(chooser.choose(posts.len() + 1)).map(|post| post.id.clone())
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
        FieldType::Case(_) | FieldType::Cases(_) => FieldValue::Text("KN-2016-0001".to_owned()),
        FieldType::Number { .. } => {
            FieldValue::Number(kheo_core::quantity::Quantity::whole(i32::from(chooser.number(400))))
        }
        FieldType::Day => {
            let days = i64::from(chooser.number(500));
            FieldValue::Day(today.checked_sub(days.days()).unwrap_or(today))
        }
        FieldType::DayToCome { .. } => FieldValue::Day(today.tomorrow().unwrap_or(today)),
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
