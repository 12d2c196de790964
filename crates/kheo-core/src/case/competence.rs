//! Which units may take a case on: those that are competent for what it is about.
//!
//! - Law: Luật Khiếu nại 02/2011/QH13, art. 17 to 21; Luật Tố cáo 25/2018/QH14: who heads the body that
//!   directly manages the accused settles, and who heads that body is denounced to the level above.

use jiff::civil::Date;

use crate::Refusal;
use crate::case::kind::{Action, CaseKind};
use crate::case::state::Case;
use crate::id::{TopicId, UnitId};
use crate::unit::{Level, Rank};

/// How a unit stands to the level that is competent for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Seat {
    /// It is competent, or nobody says who is.
    #[default]
    Competent,
    /// It is not, and sends the case on: it stands above, or is a body of another level.
    Elsewhere,
    /// The same, and it stands below the competent level, or is a body that works under it: what the case is about
    /// may have happened here.
    Below,
}

impl CaseKind {
    /// The level that is competent on `day` for what `topic` is about; nothing when none is known, or none of
    /// that level is left.
    #[must_use]
    pub fn competent_level(&self, topic: &TopicId, day: Date) -> Option<Level> {
        let level = self.topic(topic)?.competent_on(day)?;
        level.last_day().is_none_or(|last| day <= last).then_some(level)
    }

    /// How a unit of `rank` stands on `day` to a case about `topic`. What fits no topic binds no level but as
    /// the lowest that can be competent, unless its topic says that no other is.
    #[must_use]
    pub fn seat(&self, topic: &TopicId, rank: Rank, day: Date) -> Seat {
        let Some(level) = self.competent_level(topic, day) else { return Seat::Competent };
        let catches_all =
            self.catch_all().is_some_and(|last| last.id == *topic && !last.only_this_level);
        let bodies = self.topic(topic).is_some_and(|topic| topic.bodies);
        let is_body = rank.own.is_none() && rank.under == Some(level);
        if catches_all && rank.level() >= Some(level)
            || rank.own == Some(level)
            || bodies && is_body
        {
            Seat::Competent
        } else if rank.level() < Some(level) || is_body {
            Seat::Below
        } else {
            Seat::Elsewhere
        }
    }

    /// Whether a case about `topic` is kept from the head and the staff of a unit that stands so to it, since it
    /// may be about them: it is sealed and a higher level is competent, or it tells of a denunciation that is not
    /// known here.
    #[must_use]
    pub fn is_kept_from_head(&self, topic: &TopicId, seat: Seat) -> bool {
        self.is_sealed() && seat == Seat::Below
            || self.topic(topic).is_some_and(|topic| topic.nameless)
    }

    /// Whether a unit that stands so to a case takes `action`.
    #[must_use]
    pub fn permits(&self, seat: Seat, action: &Action) -> bool {
        seat == Seat::Competent || !self.bound.iter().any(|bound| bound.is(&action.id, action.deed))
    }

    /// Refuses to send `case` on `day` to `unit`, of `rank`, that is not competent for it.
    ///
    /// # Errors
    /// [`Refusal::NotCompetentThere`].
    pub fn must_be_competent(
        &self,
        case: &Case,
        unit: &UnitId,
        rank: Rank,
        day: Date,
    ) -> Result<(), Refusal> {
        let level = self.competent_level(&case.topic, day);
        let bound = !self.bound.is_empty() && self.seat(&case.topic, rank, day) != Seat::Competent;
        match level.filter(|_| bound) {
            Some(level) => Err(Refusal::NotCompetentThere { unit: unit.clone(), level }),
            None => Ok(()),
        }
    }
}

/// Refuses `action` on `day` where the unit that has `case`, and stands so to it, is not competent for what it does.
///
/// # Errors
/// [`Refusal::NotCompetent`].
pub(super) fn is_bound(
    kind: &CaseKind,
    action: &Action,
    case: &Case,
    seat: Seat,
    day: Date,
) -> Result<(), Refusal> {
    match kind.competent_level(&case.topic, day) {
        Some(level) if !kind.permits(seat, action) => Err(Refusal::NotCompetent { level }),
        _ => Ok(()),
    }
}
