//! Where a case can go and who can be made responsible, so that it does not come to lie where nobody can
//! act on it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kheo_calendar::Moment;

use crate::case::competence::Seat;
use crate::case::form::Filled;
use crate::case::guard::{Asked, Fact, Guard};
use crate::case::kind::{Action, CaseKind, Deed, Need, Party, Phase};
use crate::case::state::Case;
use crate::id::{GuardId, StepId, TopicId};
use crate::post::{Post, Right, Role};

/// Whether the posts of a unit bring a case of `kind` to its end that comes to them at `step`: at no step
/// that it can come to there, by them or by its petitioner, does it lie where none of them leads it on.
///
/// `posts` are those held in the unit itself; a unit above looks on, and does the work of none below it. Of a
/// unit that is not competent, as `seat` says, it is enough that they send the case on; of one that is kept from
/// the head, that others do, who may read it.
pub fn takes_on<'a>(
    kind: &CaseKind,
    (topic, step): (&TopicId, &StepId),
    seat: Seat,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    goes_to_its_end(&Held::by(kind, topic, seat, posts), step)
}

/// The same of `case` that comes to them by `action`: what cannot be done after that brings it nowhere, as a letter
/// that was forwarded once is not forwarded again, and what its form says belongs here is not sent outside.
pub fn takes_over<'a>(
    kind: &CaseKind,
    case: &Case,
    action: &Action,
    seat: Seat,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    let mut after = case.clone();
    *after.done.entry(action.deed).or_default() += 1;
    after.taken.entry(action.id.clone()).or_default().times += 1;
    let mut before = after.clone();
    before.done.clear();
    before.taken.clear();
    let (filled, in_time, at) = (&Filled::new(), &BTreeSet::new(), Moment::from(Date::MIN));
    let holds = |guard: &Guard, case| guard.when.holds(Asked { case, filled, seat, in_time, at });
    let counts = |fact: &Fact| matches!(fact, Fact::Done(_) | Fact::Taken(_));
    let is_settled = |fact: &Fact| counts(fact) || stays(kind, fact);
    // What more deeds could make true is not lost.
    let is_lost = |guard: &&Guard| {
        let facts = guard.when.facts();
        let was_true = !facts.iter().any(counts) || holds(guard, &before);
        facts.iter().all(is_settled) && was_true && !holds(guard, &after)
    };
    let lost = kind.guards.iter().filter(is_lost).map(|guard| &guard.id).collect();
    let step = action.to.as_ref().unwrap_or(&case.step);
    goes_to_its_end(&Held { lost, ..Held::by(kind, &case.topic, seat, posts) }, step)
}

/// Whether nothing that is done where a case lies changes `fact`: what its form says and no action asks anew, and
/// whether the unit is competent.
fn stays(kind: &CaseKind, fact: &Fact) -> bool {
    let Some(field) = fact.field() else { return *fact == Fact::Competent };
    let asked = kind.actions.iter().any(|action| action.asks.contains(field));
    !asked && !matches!(fact, Fact::DaysSince(_))
}

fn goes_to_its_end(held: &Held<'_>, step: &StepId) -> bool {
    let mut reached = vec![step];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        if !held.goes_on(at) {
            return false;
        }
        for action in held.taken_at(at).filter(|one| one.deed != Deed::Transfer) {
            reached.extend(action.to.as_ref().filter(|to| !reached.contains(to)));
        }
        next += 1;
    }
    true
}

/// The posts of a unit, and how it stands to a case.
struct Held<'k> {
    kind: &'k CaseKind,
    seat: Seat,
    roles: BTreeSet<Role>,
    /// The conditions that do not hold of the case, and will not.
    lost: Vec<&'k GuardId>,
}

impl<'k> Held<'k> {
    fn by<'a>(
        kind: &'k CaseKind,
        topic: &TopicId,
        seat: Seat,
        posts: impl IntoIterator<Item = &'a Post>,
    ) -> Self {
        let mut roles: BTreeSet<Role> = posts.into_iter().map(|post| post.role).collect();
        if kind.is_kept_from_head(topic, seat) {
            roles.retain(|role| *role != Role::Head && kind.takes_in(*role));
        }
        Self { kind, seat, roles, lost: Vec::new() }
    }

    /// Whether a case does not come to lie at `step`.
    fn goes_on(&self, step: &StepId) -> bool {
        match self.kind.step(step).map(|step| step.phase) {
            Some(Phase::Open) => self.taken_at(step).any(|action| self.leads_on(action)),
            Some(Phase::Waiting) => self.taken_at(step).any(|action| action.to.is_some()),
            Some(Phase::Closed) => true,
            None => false,
        }
    }

    /// What the posts and the petitioner can do at `step`.
    fn taken_at(&self, step: &StepId) -> impl Iterator<Item = &'k Action> {
        self.kind.actions.iter().filter(move |action| {
            let may = action.who.contains(&Party::Citizen) || self.by_any(action);
            // Nobody is given a case who cannot bring it on.
            let to = action.to.as_ref().unwrap_or(step);
            let gives = action.needs.contains(&Need::Post);
            let goes_on = !gives || self.roles.iter().any(|role| brings_on(self.kind, to, *role));
            let is_lost = action.guards.iter().any(|guard| self.lost.contains(&guard));
            action.from.contains(step) && may && goes_on && !is_lost
        })
    }

    /// Whether `action` brings the case on by what the office does: not by what only its petitioner decides.
    fn leads_on(&self, action: &Action) -> bool {
        let asked = matches!(action.deed, Deed::Confirm | Deed::Reopen | Deed::Withdraw);
        (action.to.is_some() || action.deed == Deed::Transfer) && !asked && self.by_any(action)
    }

    fn by_any(&self, action: &Action) -> bool {
        let may = |role: &Role| {
            role.allows(Right::ActOnCases) && action.who.contains(&Party::Role(*role))
        };
        self.kind.permits(self.seat, action) && self.roles.iter().any(may)
    }
}

/// Whether a post of `role` that is made responsible for a case of `kind` at `step` can bring it on: to
/// another step, otherwise than by giving it to somebody else or by what only its petitioner decides.
#[must_use]
pub fn brings_on(kind: &CaseKind, step: &StepId, role: Role) -> bool {
    let goes_on = |deed| match deed {
        Deed::Accept | Deed::Refuse | Deed::Answer | Deed::Extend | Deed::Note => true,
        Deed::Assign | Deed::Transfer | Deed::Confirm | Deed::Reopen | Deed::Withdraw => false,
    };
    role.allows(Right::ActOnCases)
        && kind.actions.iter().any(|action| {
            action.from.contains(step)
                && action.to.as_ref().is_some_and(|to| to != step)
                && goes_on(action.deed)
                && action.who.contains(&Party::Role(role))
        })
}
