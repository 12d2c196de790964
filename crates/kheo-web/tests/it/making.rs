//! Cases of the shipped packs, taken through their procedures until each letter was made once.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_core::case::{
    Act, Action, Case, CaseEvent, CaseKind, Circumstances, Complexity, Deed, FieldType, FieldValue,
    Filled, Party, Petition, Position, Proof, Registration, Seat, Topic, act, register,
};
use kheo_core::id::{CaseCode, FieldId, FileHash, KindId, LetterId, PostId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Role};
use kheo_core::quantity::Quantity;
use kheo_core::rules::Rules;
use kheo_core::unit::{Level, Rank};
use kheo_store::WriteError;
use kheo_store::case::{CodeChoice, Filing};
use kheo_testkit::{CITY, actor, on};

use crate::site::Site;

/// Who brings the cases, where, and what they are about.
pub(crate) const NAME: &str = "Nguyễn Thị Thử Nghiệm";
pub(crate) const PLACE: &str = "ngách 7 tổ Mười Hai";
pub(crate) const SUBJECT: &str = "Nước ngập lối đi chung khi mưa";

/// What is written with actions.
pub(crate) const WRITTEN: &str = "Đã kiểm tra thực tế, có hai nội dung:";

/// A letter that was made: by which version of which kind, for which case, in which event.
pub(crate) struct Made {
    pub(crate) version: (KindId, Date),
    pub(crate) letter: LetterId,
    pub(crate) code: String,
    pub(crate) number: usize,
    pub(crate) on: Date,
}

/// Makes every letter of every version in force between two days, and writes the cases.
pub(crate) fn make_all(site: &Site, (first, last): (Date, Date)) -> Vec<Made> {
    let mut rules = site.rules();
    // Which letters an office writes does not hang on whether it is competent for what is made up here.
    rules.kinds.iter_mut().for_each(|kind| kind.bound.clear());
    // The province has no office here for which identities could be sealed.
    let sealed = rules.kinds.iter_mut().filter(|kind| kind.is_sealed());
    for competence in sealed.flat_map(|kind| &mut kind.topics).flat_map(|one| &mut one.competent) {
        competence.level = competence.level.min(Level::District);
    }
    let mut made = Vec::new();
    for kind in &rules.kinds {
        let from = first.max(kind.from);
        let until = kind.until.unwrap_or(last).min(last);
        if from <= until {
            made.extend(letters_of(site, &rules, kind, from, last));
        }
    }
    made
}

/// A case that is tried, and what makes it so.
struct Tried {
    registration: Registration,
    begun: Date,
    acts: Vec<(Actor, Act, Date)>,
    events: Vec<(CaseEvent, Date)>,
}

fn letters_of(site: &Site, rules: &Rules, kind: &CaseKind, from: Date, last: Date) -> Vec<Made> {
    let actions = kind.actions.iter().filter_map(|action| action.letter.clone());
    let mut wanted: BTreeSet<LetterId> = actions.chain(kind.receipt.clone()).collect();
    let mut made = Vec::new();
    for seed in 0..4_000_u64 {
        if wanted.is_empty() {
            return made;
        }
        let code = format!("{}-{}-{:02}{seed:04}", kind.prefix, from.year(), kind.from.month());
        let tried = tried(rules, kind, &code, (from, last), &mut Dice(seed));
        let new: Vec<(usize, LetterId, Date)> = tried
            .events
            .iter()
            .zip(1..)
            .filter_map(|((event, on), number)| match event {
                CaseEvent::Registered(_) => Some((number, kind.receipt.clone()?, *on)),
                CaseEvent::Acted(acted) => Some((number, acted.letter.clone()?, *on)),
                _ => None,
            })
            .filter(|(_, letter, on)| *on <= last && wanted.remove(letter))
            .collect();
        if !new.is_empty() {
            write(site, rules, kind, tried);
        }
        made.extend(new.into_iter().map(|(number, letter, on)| {
            let (version, code) = ((kind.id.clone(), kind.from), code.clone());
            Made { version, letter, code, number, on }
        }));
    }
    panic!("nobody makes {wanted:?} of {} from {}", kind.id, kind.from);
}

/// Where the unit stands that takes the cases in.
const NORTH: Rank = Rank::at(Level::Commune);

/// Mostly what the unit is competent for; what it is not, it sends up.
fn topic<'k>(kind: &'k CaseKind, today: Date, dice: &mut Dice) -> &'k Topic {
    let own = |topic: &&Topic| kind.seat(&topic.id, NORTH, today) == Seat::Competent;
    let own = kind.topics.iter().find(own).filter(|_| dice.below(4) > 0);
    own.or(kind.topics.first()).expect("a topic")
}

/// A case whose next action is drawn, with everything filled in.
fn tried(rules: &Rules, kind: &CaseKind, code: &str, days: (Date, Date), dice: &mut Dice) -> Tried {
    let (mut today, last) = days;
    let registration = Registration {
        code: CaseCode::new(code),
        unit: UnitId::new("north"),
        rank: NORTH,
        topic: topic(kind, today, dice).id.clone(),
        again: None,
        through: BTreeSet::new(),
        petition: Petition {
            subject: SUBJECT.to_owned(),
            text: "Nước ngập hai ngày chưa rút.".to_owned(),
            place: Some(PLACE.to_owned()),
            name: Some(NAME.to_owned()),
            phone: Some("0912345678".to_owned()),
            filled: filled(kind, &kind.form, today, dice),
            ..Petition::default()
        },
        files: Vec::new(),
        origin: Origin::Entered,
    };
    let mut all = Tried { registration, begun: today, acts: Vec::new(), events: Vec::new() };
    let Ok(begun) = register(kind, all.registration.clone(), today, &rules.calendar) else {
        return all;
    };
    let mut case = Case::fold(&begun).expect("a case");
    all.events.extend(begun.into_iter().map(|event| (event, today)));
    for _ in 0..8 {
        today = today.checked_add(i64::from(dice.below(30)).days()).expect("a day");
        // What names another case needs one that is there, and makes no letter.
        let names_case = |action: &&Action| {
            let mut asked = kind.fields_of(&action.asks);
            asked.any(|field| matches!(field.takes, FieldType::Case(_) | FieldType::Cases(_)))
        };
        let here: Vec<&Action> = kind
            .actions
            .iter()
            .filter(|action| action.from.contains(&case.step) && !names_case(action))
            .collect();
        if here.is_empty() || today > last {
            break;
        }
        let action = here[dice.index(here.len())];
        let (by, wanted) = wanted(kind, &case, action, today, dice);
        let position = match &by {
            Actor::Post(post) => Position::of(post, &case, true, None),
            _ => Position::default(),
        };
        let position = position.seated(kind.seat(&case.topic, NORTH, today));
        let happened = act(kind, &case, &by, &position, wanted.clone(), today, &rules.calendar);
        if let Ok(events) = happened {
            for event in &events {
                case.apply(event);
            }
            all.acts.push((by, wanted, today));
            all.events.extend(events.into_iter().map(|event| (event, today)));
        }
    }
    all
}

fn wanted(
    kind: &CaseKind,
    case: &Case,
    action: &Action,
    today: Date,
    dice: &mut Dice,
) -> (Actor, Act) {
    let by = match action.who.first() {
        Some(Party::Role(role)) => actor(case.unit.as_str(), *role),
        Some(Party::HeadAbove) => actor(CITY, Role::Head),
        _ => Actor::Citizen,
    };
    let document = "application/pdf".to_owned();
    let picture = "image/png".to_owned();
    let proof = |media_type| Proof { hash: FileHash::new("00"), media_type, size: 1 };
    let written = format!("{WRITTEN}\nThứ nhất, nắp cống vỡ.\nThứ hai, rãnh bị lấp.");
    let to = if case.unit.as_str() == "north" { "south" } else { "north" };
    let complexity = if dice.below(2) == 0 { Complexity::Complex } else { Complexity::Ordinary };
    let wanted = Act {
        text: Some(written),
        unit: Some(UnitId::new(to)),
        post: Some(PostId::new(format!("{}-{}", case.unit, Role::Handler.word()))),
        circumstances: Circumstances { complexity, remote: false },
        length: (action.deed == Deed::Extend).then(|| 1 + dice.below(3)),
        reason: action.reasons.get(dice.index(action.reasons.len().max(1))).cloned(),
        filled: filled(kind, &action.asks, today, dice),
        proofs: vec![proof(document), proof(picture)],
        ..Act::plain(action.id.clone(), case.seen)
    };
    (by, wanted)
}

fn filled(kind: &CaseKind, asked: &[FieldId], today: Date, dice: &mut Dice) -> Filled {
    let fields = kind.fields_of(asked);
    fields
        .map(|field| (field.id.clone(), answer(field.id.as_str(), &field.takes, today, dice)))
        .collect()
}

fn answer(field: &str, takes: &FieldType, today: Date, dice: &mut Dice) -> FieldValue {
    match takes {
        FieldType::Line(_) => FieldValue::Text(format!("Mục {} đã ghi", field.replace('-', " "))),
        FieldType::Case(_) | FieldType::Cases(_) => FieldValue::Text("KN-2016-0001".to_owned()),
        FieldType::Text(_) => FieldValue::Text("Dòng thứ nhất\nDòng thứ hai".to_owned()),
        FieldType::Number { .. } => {
            FieldValue::Number(Quantity::whole(2 + i32::from(dice.below(9))))
        }
        FieldType::Day => FieldValue::Day(today.checked_sub(1.day()).expect("a day")),
        FieldType::DayToCome { .. } => FieldValue::Day(today.tomorrow().expect("a day")),
        FieldType::Choice(choices) => FieldValue::Chosen(
            choices.get(dice.index(choices.len())).cloned().into_iter().collect(),
        ),
        FieldType::Choices(choices) => {
            let all = dice.below(2) == 0;
            let chosen = choices.iter().filter(|_| all || dice.below(2) == 0);
            FieldValue::Chosen(chosen.cloned().collect())
        }
    }
}

/// Writes the case as it was tried.
fn write(site: &Site, rules: &Rules, kind: &CaseKind, tried: Tried) {
    let of = format!("{} of {} on {}", tried.registration.topic, kind.id, tried.begun);
    let (rules, kind) = (rules.clone(), kind.id.clone());
    let written = site.city.db.write_now(move |tx| {
        let Registration { code, unit, topic, petition, .. } = tried.registration;
        let filing = Filing {
            code: CodeChoice::Given(code.clone()),
            kind,
            unit,
            topic,
            again: None,
            petition,
            files: Vec::new(),
            origin: Origin::Entered,
            request: None,
        };
        kheo_store::case::register(tx, &rules, filing, on(tried.begun), &Actor::Import)?;
        for (by, act, day) in tried.acts {
            kheo_store::case::act(tx, &rules, &by, &code, act, on(day))?;
        }
        Ok::<(), WriteError>(())
    });
    written.unwrap_or_else(|why| panic!("{of}: {why}"));
}

/// Dice that fall the same way in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: u16) -> u16 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((self.0 >> 33) % u64::from(count.max(1))).unwrap_or(0)
    }

    fn index(&mut self, count: usize) -> usize {
        usize::from(self.below(u16::try_from(count).unwrap_or(1)))
    }
}
