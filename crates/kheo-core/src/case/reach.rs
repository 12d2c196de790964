//! Where a case can go and who can be made responsible, so that it does not come to lie where nobody can
//! act on it.

use crate::case::kind::{CaseKind, Deed, Party, Phase};
use crate::id::StepId;
use crate::post::{Post, Right, Role};
use crate::unit::{Bloc, Unit};

/// Whether somebody leads a case of `kind` on that comes to `unit` at `step`; `posts` are those in
/// the unit and in the living units above it.
///
/// A unit or a body of government can be looked after from above; a union, a Party body or a bloc
/// takes cases only where a post of its own works on them. At a closed step nobody has to.
pub fn takes_on<'a>(
    kind: &CaseKind,
    step: &StepId,
    unit: &Unit,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    let governs = matches!(unit.bloc, Bloc::Government | Bloc::ArmedForces);
    is_led_on(kind, step, unit, governs, posts)
}

/// Whether such a case can be brought to `unit`, or is offered to somebody who sends it on: of the bodies
/// that are no territorial units only those with a post of their own, so no court and no council.
pub fn is_offered<'a>(
    kind: &CaseKind,
    step: &StepId,
    unit: &Unit,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    is_led_on(kind, step, unit, unit.kind.level().is_some(), posts)
}

fn is_led_on<'a>(
    kind: &CaseKind,
    step: &StepId,
    unit: &Unit,
    from_above: bool,
    posts: impl IntoIterator<Item = &'a Post>,
) -> bool {
    let is_closed = kind.step(step).is_some_and(|step| step.phase == Phase::Closed);
    let mut near = posts.into_iter().filter(|post| from_above || post.unit == unit.id);
    is_closed || near.any(|post| leads_on(kind, step, post.role))
}

/// Whether a post of `role` may take the case to another step or another unit.
fn leads_on(kind: &CaseKind, step: &StepId, role: Role) -> bool {
    role.allows(Right::ActOnCases)
        && kind.actions.iter().any(|action| {
            action.from.contains(step)
                && (action.to.is_some() || action.deed == Deed::Transfer)
                && action.who.contains(&Party::Role(role))
        })
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
