//! The rules in force: what the packs say, with the calendar.

mod difference;
mod stated;
mod statement;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kheo_calendar::Calendar;

use crate::Refusal;
use crate::case::{Action, CaseKind, Deed, Party, Publicity, Seal, Topic};
use crate::duty::Duty;
use crate::id::{KindId, LetterId, MeasureId, StepId, TopicId};
use crate::letter::LetterTemplate;
use crate::measure::Measure;
use crate::milestone::Milestone;
use crate::post::Role;
use crate::review::ReviewPlan;
use crate::unit::{Rank, Unit};

pub use difference::{Change, Difference, Fate, Presence, VersionChange};
pub use statement::{Aspect, Concern, Item, Name, Said};

/// What the packs say, with the calendar that time limits follow.
#[derive(Debug, Clone)]
pub struct Rules {
    /// All versions of all case kinds.
    pub kinds: Vec<CaseKind>,
    /// All letters.
    pub letters: BTreeMap<LetterId, LetterTemplate>,
    /// All versions of all limits that no case counts.
    pub milestones: Vec<Milestone>,
    /// All measures.
    pub measures: BTreeMap<MeasureId, Measure>,
    /// What the review says of them.
    pub review: ReviewPlan,
    /// The days off.
    pub calendar: Calendar,
}

impl Rules {
    /// The kinds of case that citizens send themselves, as they are in force on `day`.
    pub fn self_service(&self, day: Date) -> impl Iterator<Item = &CaseKind> {
        self.kinds.iter().filter(move |kind| kind.self_service && kind.is_in_force(day))
    }

    /// Whether a post of `role` may know who brought cases of `kind`; nobody may where nothing is known of it.
    #[must_use]
    pub fn may_know(&self, kind: &KindId, role: Role) -> bool {
        let mut versions = self.kinds.iter().filter(|version| version.id == *kind).peekable();
        versions.peek().is_some()
            && versions.all(|version| !version.is_sealed() || version.takes_in(role))
    }

    /// What a post of `role` in a unit of `rank` is not shown at all on `day`: kinds, each with a topic that is kept
    /// from the head there. See [`Sight::Counted`](crate::case::Sight).
    #[must_use]
    pub fn kept_from(&self, role: Role, rank: Rank, day: Date) -> BTreeSet<(KindId, TopicId)> {
        let kept =
            self.kinds.iter().filter(|kind| role == Role::Head || !self.takes_in_of(kind, role));
        let topics = |kind: &CaseKind| -> Vec<(KindId, TopicId)> {
            let hidden =
                |topic: &&Topic| kind.is_kept_from_head(&topic.id, kind.seat(&topic.id, rank, day));
            let topics = kind.topics.iter().filter(hidden);
            topics.map(|topic| (kind.id.clone(), topic.id.clone())).collect()
        };
        kept.flat_map(topics).collect()
    }

    /// Whether the petitioners of `kind` are sealed, in any version of it; so they are where nothing is known of
    /// it any more.
    #[must_use]
    pub fn is_sealed(&self, kind: &KindId) -> bool {
        let mut versions = self.kinds.iter().filter(|version| version.id == *kind).peekable();
        versions.peek().is_none() || versions.any(CaseKind::is_sealed)
    }

    /// Whether posts of `role` take in what is of that `kind`, and may know who brought it where that is sealed.
    fn takes_in_of(&self, kind: &CaseKind, role: Role) -> bool {
        if self.is_sealed(&kind.id) { self.may_know(&kind.id, role) } else { kind.takes_in(role) }
    }

    /// Whether whoever comes about `topic` of `kind` is not named, in any version of it.
    #[must_use]
    pub fn is_nameless(&self, kind: &KindId, topic: &TopicId) -> bool {
        let mut versions = self.kinds.iter().filter(|version| version.id == *kind);
        versions.any(|version| version.topic(topic).is_some_and(|topic| topic.nameless))
    }

    /// What seals a case of `kind` about `topic`, which began under `version` on `registered_on`, for posts of
    /// `role` in a unit of `rank`; nothing where everybody in the unit reads it.
    #[must_use]
    pub fn seal(
        &self,
        (kind, version): (&KindId, Date),
        topic: &TopicId,
        registered_on: Date,
        (role, rank): (Role, Rank),
    ) -> Option<Seal> {
        let version = self.kind_left(kind, version);
        let kept_from_head =
            version.is_kept_from_head(topic, version.seat(topic, rank, registered_on));
        let sealed = self.is_sealed(kind) || kept_from_head;
        sealed.then(|| Seal { takes_in: self.takes_in_of(&version, role), kept_from_head })
    }

    /// The kinds whose petitioners are sealed, each once.
    #[must_use]
    pub fn sealed(&self) -> BTreeSet<&KindId> {
        self.kinds.iter().filter(|kind| kind.is_sealed()).map(|kind| &kind.id).collect()
    }

    /// Whether the subject of cases of `kind` that began under the version of that day is for everybody, and
    /// so for every post, whoever may know who brought them.
    #[must_use]
    pub fn tells_subject(&self, kind: &KindId, version: Date) -> bool {
        let version = self.kind_of_version(kind, version);
        !self.is_sealed(kind) && version.is_ok_and(|kind| kind.publishes(Publicity::Subject))
    }

    /// The kinds of case whose answers are not for everybody, each once.
    #[must_use]
    pub fn unpublished(&self) -> BTreeSet<&KindId> {
        let hidden = self.kinds.iter().filter(|kind| {
            !kind.publishes(Publicity::Answer) || !kind.publishes(Publicity::Subject)
        });
        hidden.map(|kind| &kind.id).collect()
    }

    /// Whether posts of `role` take in new cases, so that those nobody is responsible for are theirs.
    #[must_use]
    pub fn takes_in(&self, role: Role) -> bool {
        let takes_in = |action: &Action, first: &StepId| {
            action.deed == Deed::Accept
                && action.from.contains(first)
                && action.who.contains(&Party::Role(role))
        };
        self.kinds
            .iter()
            .any(|kind| kind.actions.iter().any(|action| takes_in(action, &kind.first_step)))
    }

    /// The duties that the head of `unit` owes on `day`, each with the kind of case that fulfils it.
    pub fn duties<'a>(
        &'a self,
        unit: &Unit,
        day: Date,
    ) -> impl Iterator<Item = (&'a CaseKind, &'a Duty)> {
        let in_force = self.kinds.iter().filter(move |kind| kind.is_in_force(day));
        let all = in_force.flat_map(|kind| kind.duties.iter().map(move |duty| (kind, duty)));
        all.filter(move |(_, duty)| duty.binds(unit, day))
    }

    /// The limits of `procedure` that no case counts, as they are in force on `day`.
    pub fn milestones_on<'a>(
        &'a self,
        procedure: &KindId,
        day: Date,
    ) -> impl Iterator<Item = &'a Milestone> {
        let of = procedure.clone();
        self.milestones.iter().filter(move |one| one.of == of && one.is_in_force(day))
    }

    /// The version of `kind` under which a case begins on `day`.
    ///
    /// # Errors
    /// [`Refusal::UnknownKind`].
    pub fn kind_on(&self, kind: &KindId, day: Date) -> Result<&CaseKind, Refusal> {
        self.kinds
            .iter()
            .find(|k| k.id == *kind && k.is_in_force(day))
            .ok_or_else(|| Refusal::UnknownKind { kind: kind.clone() })
    }

    /// The version of `kind` that a case began under.
    ///
    /// # Errors
    /// [`Refusal::VersionGone`].
    pub fn kind_of_version(&self, kind: &KindId, version: Date) -> Result<&CaseKind, Refusal> {
        self.kinds
            .iter()
            .find(|k| k.id == *kind && k.from == version)
            .ok_or_else(|| Refusal::VersionGone { kind: kind.clone(), version })
    }

    /// What a case is read by that began under `version` of `kind`: that version, or where it is gone the
    /// nearest that there is, by which nothing can be done.
    #[must_use]
    pub fn kind_left(&self, kind: &KindId, version: Date) -> Cow<'_, CaseKind> {
        if let Ok(own) = self.kind_of_version(kind, version) {
            return Cow::Borrowed(own);
        }
        let others = self.kinds.iter().filter(|other| other.id == *kind);
        let away = |other: &&CaseKind| version.duration_since(other.from).abs();
        let nearest = others.min_by_key(away).cloned();
        let left = nearest.unwrap_or_else(|| CaseKind::new(kind.clone(), version));
        Cow::Owned(CaseKind { actions: Vec::new(), ..left })
    }

    /// The measure of that name.
    ///
    /// # Errors
    /// [`Refusal::UnknownMeasure`].
    pub fn measure(&self, id: &MeasureId) -> Result<&Measure, Refusal> {
        self.measures.get(id).ok_or_else(|| Refusal::UnknownMeasure { measure: id.clone() })
    }
}
