//! Cases of the shipped packs, from registration to their end.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use kheo_calendar::{Citation, Confidence};
use kheo_core::Refusal;
use kheo_core::case::form::fill;
use kheo_core::case::{
    Act, Case, CaseEvent, CaseKind, Deed, Party, Petition, Phase, Proof, Registration, Seat,
    Undone, act, register,
};
use kheo_core::id::{
    ActionId, CaseCode, ClockId, FieldId, FileHash, GuardId, KindId, PostId, ReasonId, TopicId,
    UnitId,
};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Post, Role};
use kheo_core::unit::{Level, Rank};
use kheo_pack::{Packs, load};

use crate::files::read;
use crate::life::OWN;

pub(crate) static PACKS: LazyLock<Packs> = LazyLock::new(|| load(&read("../../packs")).unwrap());

/// What is typed into a form: field and text, once for each choice.
pub(crate) type Typed<'a> = &'a [(&'a str, &'a str)];

/// The unit that takes cases in.
const BEGUN_AT: &str = "song-cau";

/// A case that goes through its life.
pub(crate) struct Life {
    pub(crate) kind: CaseKind,
    /// How the unit that took it in stands to it.
    pub(crate) seat: Seat,
    /// The kinds of earlier cases of the matter that are all in time.
    pub(crate) in_time: BTreeSet<KindId>,
    events: Vec<CaseEvent>,
}

/// The version of a kind that is in force on `on`.
pub(crate) fn kind_on(kind: &str, on: Date) -> CaseKind {
    PACKS.rules.kind_on(&KindId::new(kind), on).unwrap().clone()
}

/// Whether a unit that stands so to a case of `kind` takes all actions that do `deed`.
pub(crate) fn does(kind: &CaseKind, deed: Deed, seat: Seat) -> bool {
    let mut of_deed = kind.actions.iter().filter(|action| action.deed == deed);
    of_deed.all(|action| kind.permits(seat, action))
}

/// All versions of a kind.
pub(crate) fn versions(kind: &str) -> Vec<CaseKind> {
    let all = PACKS.rules.kinds.iter().filter(|version| version.id.as_str() == kind);
    all.cloned().collect()
}

/// The text of `key` in Vietnamese.
pub(crate) fn words(key: &str) -> String {
    let texts = PACKS.words.iter().filter(|(lang, _)| *lang == "vi");
    let mut lines = texts.flat_map(|(_, text)| text.lines()).filter_map(|l| l.split_once(" = "));
    lines.find(|(own, _)| *own == key).map(|(_, text)| text.to_owned()).unwrap_or_default()
}

fn filled(
    kind: &CaseKind,
    asked: &[FieldId],
    typed: Typed<'_>,
    on: Date,
) -> kheo_core::case::Filled {
    let texts = |id: &FieldId| {
        let own = typed.iter().filter(|(field, _)| *field == id.as_str());
        own.map(|(_, text)| *text).collect()
    };
    for (field, _) in typed {
        assert!(asked.iter().any(|id| id.as_str() == *field), "nobody asks `{field}`");
    }
    fill(kind.fields_of(asked), texts, on).unwrap()
}

impl Life {
    /// Registers a case on `on` at a unit of `level`.
    pub(crate) fn begin(kind: &str, on: Date, level: Level, topic: &str, typed: Typed<'_>) -> Self {
        let kind = kind_on(kind, on);
        let registration = Registration {
            code: CaseCode::new("DON-2016-0001"),
            unit: UnitId::new(BEGUN_AT),
            rank: Rank::at(level),
            topic: TopicId::new(topic),
            again: None,
            through: BTreeSet::new(),
            petition: Petition {
                subject: "Đơn".into(),
                filled: filled(&kind, &kind.form, typed, on),
                ..Petition::default()
            },
            files: Vec::new(),
            origin: Origin::Entered,
        };
        let events = register(&kind, registration, on, &PACKS.rules.calendar).unwrap();
        Self { kind, seat: Seat::Competent, in_time: BTreeSet::new(), events }
    }

    pub(crate) fn case(&self) -> Case {
        Case::fold(&self.events).unwrap()
    }

    /// Takes `action` with all that it needs and what is typed.
    pub(crate) fn take(&mut self, action: &str, on: Date, typed: Typed<'_>) -> Result<(), Refusal> {
        self.take_with(action, on, typed, |_| {})
    }

    /// Takes `action` with what `more` says beside.
    pub(crate) fn take_with(
        &mut self,
        action: &str,
        on: Date,
        typed: Typed<'_>,
        more: impl FnOnce(&mut Act),
    ) -> Result<(), Refusal> {
        let case = self.case();
        let known = self.kind.action(&ActionId::new(action)).unwrap();
        let Some(Party::Role(role)) = known.who.first().copied() else { panic!("no post") };
        let media_type = "application/pdf".to_owned();
        let mut wanted = Act {
            text: Some("Theo văn bản kèm theo.".into()),
            unit: Some(UnitId::new("duc-xuan")),
            post: Some(PostId::new("xu-ly")),
            reason: known.reasons.first().cloned(),
            filled: filled(&self.kind, &known.asks, typed, on),
            proofs: vec![Proof { hash: FileHash::new("00"), media_type, size: 1 }],
            ..Act::plain(known.id.clone(), case.seen)
        };
        more(&mut wanted);
        let calendar = &PACKS.rules.calendar;
        // It is sent on to a unit that is competent.
        let begun = case.unit.as_str() == BEGUN_AT;
        let seat = if begun { self.seat } else { Seat::Competent };
        let position = OWN.seated(seat).after(self.in_time.clone());
        let events = act(&self.kind, &case, &by(role), &position, wanted, on, calendar)?;
        self.events.extend(events);
        Ok(())
    }

    /// Refuses the case for `reason`.
    pub(crate) fn refuse(&mut self, action: &str, reason: &str, on: Date) -> Result<(), Refusal> {
        self.take_with(action, on, &[], |act| act.reason = Some(ReasonId::new(reason)))
    }

    /// Extends by `length`.
    pub(crate) fn extend(&mut self, action: &str, length: u16, on: Date) -> Result<(), Refusal> {
        self.take_with(action, on, &[], |act| act.length = Some(length))
    }

    /// When a running clock runs out, by which article, and how sure that is.
    pub(crate) fn due(&self, clock: &str) -> Option<(Date, String, Confidence)> {
        let case = self.case();
        let (_, due) = case.running.iter().find(|(id, _)| id.as_str() == clock)?;
        let Citation { article, confidence, .. } = due.rule.clone().unwrap();
        Some((due.on, article.unwrap_or_default(), confidence))
    }

    /// The clocks that ended though what they are about was left out, in their order.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let failed = self.events.iter().filter_map(|event| match event {
            CaseEvent::ClockStopped { clock, undone: Some(Undone::Failed), .. } => {
                Some(clock.to_string())
            }
            _ => None,
        });
        failed.collect()
    }

    /// The day a running clock runs out.
    pub(crate) fn day(&self, clock: &str) -> Option<Date> {
        self.due(clock).map(|(on, ..)| on)
    }

    /// Whether the last answer was late; nothing when no limit judged it.
    pub(crate) fn was_late(&self) -> Option<bool> {
        self.events.iter().rev().find_map(|event| match event {
            CaseEvent::Acted(acted) => acted.late,
            _ => None,
        })
    }

    /// The clocks that stopped late, in their order.
    pub(crate) fn stopped_late(&self) -> Vec<String> {
        let late = self.events.iter().filter_map(|event| match event {
            CaseEvent::ClockStopped { clock, late: true, .. } => Some(clock.to_string()),
            _ => None,
        });
        late.collect()
    }

    pub(crate) fn step(&self) -> String {
        self.case().step.to_string()
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.case().phase == Phase::Closed
    }

    pub(crate) fn is_escalated(&self) -> bool {
        let Some(CaseEvent::Registered(registered)) = self.events.first() else { return false };
        registered.escalated
    }
}

pub(crate) fn by(role: Role) -> Actor {
    Actor::Post(Post {
        id: PostId::new("song-cau-mot"),
        unit: UnitId::new(BEGUN_AT),
        role,
        title: String::new(),
        title_en: String::new(),
    })
}

/// That the condition `guard` does not hold.
pub(crate) fn guarded(guard: &str) -> Result<(), Refusal> {
    Err(Refusal::Guarded { guard: GuardId::new(guard) })
}

/// That it is too early to stop `clock`, which lasts until `until`.
pub(crate) fn too_early(clock: &str, until: Date) -> Result<(), Refusal> {
    Err(Refusal::TooEarly { clock: ClockId::new(clock), until })
}

/// Each version that a refused case of `kind` can have cites a law for each reason, and says what the
/// citizen can do next: an office to turn to, or an article. `begun` begins one of which the reason holds.
pub(crate) fn every_refusal_says_what_comes_next(
    kind: &str,
    action: &str,
    begun: impl Fn(Date, &str) -> Life,
) {
    for version in versions(kind) {
        let reasons = version.action(&ActionId::new(action)).unwrap().reasons.clone();
        assert!(!reasons.is_empty());
        for reason in reasons {
            let mut life = begun(version.from, reason.as_str());
            assert_eq!(life.kind.from, version.from);
            life.refuse(action, reason.as_str(), version.from).unwrap();
            assert!(life.is_closed() && life.case().running.is_empty(), "{reason}");
            assert!(!version.reason(&reason).unwrap().rule.law.is_empty());
            let next = words(&format!("reason-{reason}-next"));
            let helps =
                ["Điều", "cơ quan", "tòa án", "Luật"].iter().any(|word| next.contains(word));
            assert!(helps, "{reason}: {next}");
        }
    }
}
