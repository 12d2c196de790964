//! The life of a case under the shipped packs, from registration on.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use kheo_calendar::{Citation, Due, Moment};
use kheo_core::Refusal;
use kheo_core::case::{
    Act, Case, CaseEvent, CaseKind, Mark, Petition, Position, Proof, Reach, Registration, Seat,
    act, form, marks, register,
};
use kheo_core::id::{
    ActionId, CaseCode, FieldId, FileHash, KindId, PostId, ReasonId, TopicId, UnitId,
};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Post, Role};
use kheo_core::rules::Rules;
use kheo_core::unit::{Level, Rank};
use kheo_pack::load;

use crate::files::read;

/// The rules of the shipped packs.
pub(crate) static RULES: LazyLock<Rules> =
    LazyLock::new(|| load(&read("../../packs")).unwrap().rules);

/// In the unit that has the case, where it is given to nobody.
pub(crate) const OWN: Position =
    Position { reach: Reach::Own, given_to: None, seat: Seat::Competent, in_time: BTreeSet::new() };

/// What is typed: a field and a text.
pub(crate) type Typed<'t> = [(&'t str, &'t str)];

/// The version of `kind` in force on `day`.
pub(crate) fn kind(kind: &str, day: Date) -> &'static CaseKind {
    RULES.kind_on(&KindId::new(kind), day).unwrap()
}

/// A post of `role` in the ward.
pub(crate) fn post(role: Role) -> Actor {
    Actor::Post(Post {
        id: PostId::new(role.word()),
        unit: UnitId::new("ward"),
        role,
        title: String::new(),
        title_en: String::new(),
    })
}

/// A case and all that happened to it.
pub(crate) struct Life {
    pub(crate) kind: &'static CaseKind,
    events: Vec<CaseEvent>,
}

/// Registers a case of `kind` at the ward, about its first topic, with all that may be left out.
pub(crate) fn begin(
    kind_id: &str,
    now: impl Into<Moment>,
    typed: &Typed<'_>,
) -> Result<Life, Refusal> {
    begin_with(kind_id, now, typed, |_| {})
}

/// The same, after `change` to the petition.
pub(crate) fn begin_with(
    kind_id: &str,
    now: impl Into<Moment>,
    typed: &Typed<'_>,
    change: impl FnOnce(&mut Petition),
) -> Result<Life, Refusal> {
    let now = now.into();
    let kind = kind(kind_id, now.day);
    let first = kind.topics.first().unwrap().id.clone();
    begun(kind, first, now, typed, change)
}

/// The same about `topic`.
pub(crate) fn begin_about(
    kind_id: &str,
    now: impl Into<Moment>,
    topic: &str,
    typed: &Typed<'_>,
) -> Result<Life, Refusal> {
    let now = now.into();
    begun(kind(kind_id, now.day), TopicId::new(topic), now, typed, |_| {})
}

fn begun(
    kind: &'static CaseKind,
    topic: TopicId,
    now: Moment,
    typed: &Typed<'_>,
    change: impl FnOnce(&mut Petition),
) -> Result<Life, Refusal> {
    let mut petition = Petition {
        subject: "Việc thử nghiệm".into(),
        text: "Nội dung của việc thử nghiệm.".into(),
        place: Some("tổ 3".into()),
        name: Some("Nguyễn Thị Thử".into()),
        phone: Some("0912345678".into()),
        filled: filled(kind, &kind.form, typed, now.day)?,
        ..Petition::default()
    };
    change(&mut petition);
    let registration = Registration {
        code: CaseCode::new("XX-2016-0001"),
        unit: UnitId::new("ward"),
        rank: Rank::at(Level::Commune),
        topic,
        again: None,
        through: BTreeSet::new(),
        petition,
        files: Vec::new(),
        origin: Origin::Entered,
    };
    let events = register(kind, registration, now, &RULES.calendar)?;
    Ok(Life { kind, events })
}

fn filled(
    kind: &CaseKind,
    asked: &[FieldId],
    typed: &Typed<'_>,
    today: Date,
) -> Result<form::Filled, Refusal> {
    let of = |field: &FieldId| {
        typed.iter().filter(|(id, _)| *id == field.as_str()).map(|(_, text)| *text).collect()
    };
    form::fill(kind.fields_of(asked), of, today).map_err(|wrong| wrong.into_iter().next().unwrap())
}

impl Life {
    /// What its registration adds to the tallies.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        marks(None, self.events.first().unwrap(), self.kind.from)
    }

    /// The case as it is now.
    pub(crate) fn case(&self) -> Case {
        Case::fold(&self.events).unwrap()
    }

    /// The step it stands at.
    pub(crate) fn step(&self) -> String {
        self.case().step.to_string()
    }

    /// The limit `clock`, if it runs.
    pub(crate) fn due(&self, clock: &str) -> Option<Due> {
        let running = self.case().running.into_iter();
        running.filter(|(id, _)| id.as_str() == clock).map(|(_, due)| due).next()
    }

    /// The last day of the limit `clock`, if it runs.
    pub(crate) fn due_on(&self, clock: &str) -> Option<Date> {
        self.due(clock).map(|due| due.on)
    }

    /// The rule that the limit `clock` follows.
    pub(crate) fn rule(&self, clock: &str) -> Citation {
        self.due(clock).unwrap().rule.unwrap()
    }

    /// Whether it counts as kept closed on `day` when nothing more happens.
    pub(crate) fn is_kept_closed(&self, day: Date) -> bool {
        self.case().is_kept_closed(day)
    }

    /// Whether the last answer was late; nothing when it stopped no limit.
    pub(crate) fn was_late(&self) -> Option<bool> {
        self.events.iter().rev().find_map(|event| match event {
            CaseEvent::Acted(acted) => acted.late,
            _ => None,
        })
    }

    /// Somebody in a post of `role` takes `action` with all that it needs.
    pub(crate) fn act(
        &mut self,
        role: Role,
        action: &str,
        now: impl Into<Moment>,
        typed: &Typed<'_>,
    ) -> Result<(), Refusal> {
        self.by(&post(role), action, now, typed, |_| {})
    }

    /// `by` takes `action`, after `change` to what it comes with.
    pub(crate) fn by(
        &mut self,
        by: &Actor,
        action: &str,
        now: impl Into<Moment>,
        typed: &Typed<'_>,
        change: impl FnOnce(&mut Act),
    ) -> Result<(), Refusal> {
        let now = now.into();
        let case = self.case();
        let taken = self.kind.action(&ActionId::new(action));
        let asks = taken.map_or(&[][..], |action| &action.asks);
        let known = ["image/png", "application/pdf"];
        let fits = |media_type: &&&str| taken.is_some_and(|taken| taken.proof.takes(media_type));
        let media_type = (*known.iter().find(fits).unwrap_or(&known[0])).to_owned();
        let mut wanted = Act {
            text: Some("Đã làm xong điều được đề nghị.".into()),
            unit: Some(UnitId::new("city")),
            post: Some(PostId::new("handler")),
            length: Some(5),
            filled: filled(self.kind, asks, typed, now.day)?,
            proofs: vec![Proof { hash: FileHash::new("00"), media_type, size: 1 }],
            ..Act::plain(ActionId::new(action), case.seen)
        };
        change(&mut wanted);
        self.events.extend(act(self.kind, &case, by, &OWN, wanted, now, &RULES.calendar)?);
        Ok(())
    }

    /// The head refuses by `action` for `reason`.
    pub(crate) fn refuse(
        &mut self,
        action: &str,
        reason: &str,
        now: impl Into<Moment>,
    ) -> Result<(), Refusal> {
        let reason = Some(ReasonId::new(reason));
        self.by(&post(Role::Head), action, now, &[], |act| act.reason = reason)
    }
}

/// Whether every reason of `kind` is told in both languages with what the citizen can do next.
pub(crate) fn next_steps(kind: &CaseKind) -> usize {
    let files = read("../../packs");
    for reason in &kind.reasons {
        for lang in ["vi", "en"] {
            let key = format!("reason-{}-next = ", reason.id);
            let told = files.iter().filter(|(path, _)| path.ends_with(&format!("{lang}.ftl")));
            let texts: Vec<&str> = told
                .filter_map(|(_, text)| text.lines().find_map(|l| l.strip_prefix(&key)))
                .collect();
            assert_eq!(texts.len(), 1, "{key}");
        }
    }
    kind.reasons.len()
}
