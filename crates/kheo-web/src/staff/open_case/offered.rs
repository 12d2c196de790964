//! What the forms of actions offer to choose from, and that nothing else is taken.

use kheo_core::Refusal;
use kheo_core::case::{Act, Action, CaseKind, Complexity, Need, brings_on, takes_over};
use kheo_core::id::{ReasonId, UnitId};
use kheo_core::unit::Unit;
use kheo_words::Tongue;

use super::{OpenCase, Typed};
use crate::app::unit_name;
use crate::directory;
use crate::pages::staff::choice::Select;
use crate::parts::field::Choice;
use crate::staff::told;
use crate::visit::Visit;

impl OpenCase {
    /// The units that the case could go to with `action`: all that live today and can lead it on, but
    /// the one that holds it; for a head above, of their own unit and those below it.
    pub(super) fn others(&self, visit: &Visit, action: &Action) -> Vec<Choice> {
        if !action.needs.contains(&Need::Unit) {
            return Vec::new();
        }
        let (today, lang) = (visit.today(), visit.lang);
        let takes = |unit: &&Unit| {
            unit.lives_on(today)
                && unit.id != self.case.unit
                && !self.is_beyond(&unit.id)
                && self.must_be_competent(visit, &unit.id).is_ok()
                && takes_over(
                    &self.kind,
                    &self.case,
                    action,
                    self.seat(visit, &unit.id),
                    self.directory.posts_in(&unit.id),
                )
        };
        let mut units: Vec<&Unit> = self.directory.units().filter(takes).collect();
        units.sort_by_key(|unit| kheo_core::text::sort_key(unit_name(unit, lang)));
        let choice = |unit: &&Unit| Choice::new(unit.id.as_str(), unit_name(unit, lang));
        units.iter().map(choice).collect()
    }

    /// Refuses a unit that is not competent, where the case goes to no other.
    fn must_be_competent(&self, visit: &Visit, unit: &UnitId) -> Result<(), Refusal> {
        let rank = self.directory.rank(unit);
        self.kind.must_be_competent(&self.case, unit, rank, visit.today())
    }

    /// Whether a head above, who acts on the case of another unit, has no say over `unit`.
    fn is_beyond(&self, unit: &UnitId) -> bool {
        self.unit != self.case.unit && !self.directory.within(&self.unit, unit)
    }

    /// Refuses what was chosen in a form of `action` that was not made here: a unit or a post that it
    /// does not offer. What the rules refuse of imports too is left to them.
    ///
    /// # Errors
    /// [`Refusal::NotCompetentThere`], [`Refusal::NobodyThere`], [`Refusal::UnitBeyond`],
    /// [`Refusal::PostCannotGoOn`].
    pub(crate) fn must_offer(&self, visit: &Visit, act: &Act) -> Result<(), Refusal> {
        let Some(action) = self.kind.action(&act.action) else { return Ok(()) };
        let asks = |need| action.needs.contains(&need);
        let lacks = |offered: Vec<Choice>, chosen: &str| {
            !offered.iter().any(|choice| choice.value == chosen)
        };
        if let Some(unit) = act.unit.as_ref().filter(|_| asks(Need::Unit))
            && lacks(self.others(visit, action), unit.as_str())
        {
            self.must_be_competent(visit, unit)?;
            let unit = unit.clone();
            return Err(if self.is_beyond(&unit) {
                Refusal::UnitBeyond { unit }
            } else {
                Refusal::NobodyThere { unit }
            });
        }
        if let Some(post) = act.post.as_ref().filter(|_| asks(Need::Post))
            && lacks(self.posts(visit.tongue(), action), post.as_str())
        {
            return Err(Refusal::PostCannotGoOn { post: post.clone() });
        }
        Ok(())
    }

    /// The posts that `action` could make responsible: those in the unit that may take the step after it.
    pub(super) fn posts(&self, tongue: Tongue<'_>, action: &Action) -> Vec<Choice> {
        let step = action.to.as_ref().unwrap_or(&self.case.step);
        let posts = self.directory.posts_in(&self.case.unit);
        posts
            .filter(|post| brings_on(&self.kind, step, post.role))
            .map(|post| Choice::new(post.id.as_str(), directory::title(post, tongue.lang())))
            .collect()
    }
}

/// The reasons that `action` can have, of which `open` are not disproved by the case.
pub(super) fn reasons(
    tongue: Tongue<'_>,
    action: &Action,
    open: &[&ReasonId],
    typed: Option<&Typed<'_>>,
) -> Option<Select> {
    let choice = |id: &ReasonId| Choice::new(id.as_str(), tongue.say(&format!("reason-{id}")));
    (!action.reasons.is_empty()).then(|| Select {
        name: "reason",
        label: tongue.say("label-reason"),
        any: Some(tongue.say("staff-choose")),
        choices: open.iter().map(|id| choice(id)).collect(),
        chosen: typed.map_or("", |typed| typed.reason).to_owned(),
    })
}

/// What a case of `kind` can be beside ordinary.
pub(super) fn complexities(tongue: Tongue<'_>, kind: &CaseKind) -> Vec<Choice> {
    let known = kind.complexities().into_iter().filter(|one| *one != Complexity::Ordinary);
    known
        .map(|complexity| {
            let word = told::word(complexity);
            let words = tongue.say(&format!("staff-action-complexity-{word}"));
            Choice::new(&word, words)
        })
        .collect()
}
