//! Where a case can go and who can be made responsible, so that it does not come to lie where nobody can
//! act on it.

use std::collections::BTreeSet;

use crate::case::kind::{Action, CaseKind, Deed, Need, Party, Phase};
use crate::id::StepId;
use crate::post::{Post, Right, Role};

/// Whether the posts of a unit bring a case of `kind` to its end that comes to them at `step`: at no step
/// that it can come to there, by them or by its petitioner, does it lie where none of them leads it on.
///
/// `posts` are those held in the unit itself; a unit above looks on, and does the work of none below it.
pub fn takes_on<'a>(
    kind: &CaseKind,
    step: &StepId,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    let roles: BTreeSet<Role> = posts.into_iter().map(|post| post.role).collect();
    let mut reached = vec![step];
    let mut next = 0;
    while let Some(at) = reached.get(next).copied() {
        if !goes_on(kind, at, &roles) {
            return false;
        }
        for action in taken_at(kind, at, &roles).filter(|one| one.deed != Deed::Transfer) {
            reached.extend(action.to.as_ref().filter(|to| !reached.contains(to)));
        }
        next += 1;
    }
    true
}

/// Whether a case does not come to lie at `step` of a unit with posts of `roles`.
fn goes_on(kind: &CaseKind, step: &StepId, roles: &BTreeSet<Role>) -> bool {
    match kind.step(step).map(|step| step.phase) {
        Some(Phase::Open) => taken_at(kind, step, roles).any(|action| leads_on(action, roles)),
        Some(Phase::Waiting) => taken_at(kind, step, roles).any(|action| action.to.is_some()),
        Some(Phase::Closed) => true,
        None => false,
    }
}

/// What the posts of `roles` and the petitioner can do at `step`.
fn taken_at<'a>(
    kind: &'a CaseKind,
    step: &StepId,
    roles: &BTreeSet<Role>,
) -> impl Iterator<Item = &'a Action> {
    kind.actions.iter().filter(move |action| {
        let may = action.who.contains(&Party::Citizen) || by_any(action, roles);
        // Nobody is given a case who cannot bring it on.
        let to = action.to.as_ref().unwrap_or(step);
        let gives = action.needs.contains(&Need::Post);
        let goes_on = !gives || roles.iter().any(|role| brings_on(kind, to, *role));
        action.from.contains(step) && may && goes_on
    })
}

/// Whether `action` brings the case on by what the office does: not by what only its petitioner decides.
fn leads_on(action: &Action, roles: &BTreeSet<Role>) -> bool {
    let asked = matches!(action.deed, Deed::Confirm | Deed::Reopen | Deed::Withdraw);
    (action.to.is_some() || action.deed == Deed::Transfer) && !asked && by_any(action, roles)
}

fn by_any(action: &Action, roles: &BTreeSet<Role>) -> bool {
    let may =
        |role: &&Role| role.allows(Right::ActOnCases) && action.who.contains(&Party::Role(**role));
    roles.iter().any(|role| may(&role))
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
