//! What can be done with a case now, and why not the rest.

use jiff::civil::Date;
use kheo_calendar::Moment;

use crate::Refusal;
use crate::case::form::Filled;
use crate::case::guard::{Asked, Condition, Fact};
use crate::case::kind::{Action, CaseKind, Party};
use crate::case::position::{Position, Reach};
use crate::case::state::Case;
use crate::id::ReasonId;
use crate::post::{Actor, Right, Role};

/// The actions of `kind` that `by` may take on `case` as it stands, from where they stand to it. A condition that
/// hangs on that alone has to hold; what else hangs on what is filled in is told when it is.
pub fn allowed<'a>(
    kind: &'a CaseKind,
    case: &Case,
    by: &Actor,
    position: &Position,
) -> impl Iterator<Item = &'a Action> + use<'a> {
    let (case, by, position) = (case.clone(), by.clone(), position.clone());
    let actions = if case.erased { &[][..] } else { &kind.actions };
    actions.iter().filter(move |action| {
        action.from.contains(&case.step)
            && kind.permits(position.seat, action)
            && is_seated(kind, action, &case, &position)
            && may(action, &case, &by, &position).is_ok()
    })
}

/// The reasons of `action` that what is known of `case` at `now` does not disprove. What hangs on what the action
/// itself asks is told when that is filled in.
pub fn reasons<'a>(
    kind: &CaseKind,
    action: &'a Action,
    case: &Case,
    position: &Position,
    now: impl Into<Moment>,
) -> Vec<&'a ReasonId> {
    let filled = &Filled::new();
    let (seat, in_time, at) = (position.seat, &position.in_time, now.into());
    let asked = Asked { case, filled, seat, in_time, at };
    let stands = |when: &Condition| !is_settled(when, action) || when.holds(asked);
    let open = |id: &&ReasonId| {
        let when = kind.reason(id).and_then(|reason| reason.when.as_ref());
        when.is_none_or(stands)
    };
    action.reasons.iter().filter(open).collect()
}

/// Whether nothing that `action` asks can change whether `when` holds.
fn is_settled(when: &Condition, action: &Action) -> bool {
    let asks = |fact: &Fact| fact.field().is_some_and(|field| action.asks.contains(field));
    !when.facts().iter().any(asks)
}

/// Whether the conditions of `action` hold that ask for nothing but whether the unit is competent.
fn is_seated(kind: &CaseKind, action: &Action, case: &Case, position: &Position) -> bool {
    let (filled, at) = (&Filled::new(), Moment::from(Date::MIN));
    let asked = Asked { case, filled, seat: position.seat, in_time: &position.in_time, at };
    let guards = action.guards.iter().filter_map(|guard| kind.guard(guard));
    let of_seat = |when: &Condition| when.facts().iter().all(|fact| *fact == Fact::Competent);
    guards.filter(|guard| of_seat(&guard.when)).all(|guard| guard.when.holds(asked))
}

/// Whether `by` may take `action`: a post in the unit that has the case what its role may, and of its
/// handlers only the one it was given to; the head of a unit above what is given to them by name.
pub(super) fn may(
    action: &Action,
    case: &Case,
    by: &Actor,
    position: &Position,
) -> Result<(), Refusal> {
    let post = match by {
        Actor::Import => return Ok(()),
        Actor::Citizen if action.who.contains(&Party::Citizen) => return Ok(()),
        Actor::Citizen | Actor::Administrator => return Err(Refusal::NotYours),
        Actor::Post(post) => post,
    };
    let by_role =
        post.role.allows(Right::ActOnCases) && action.who.contains(&Party::Role(post.role));
    let from_above = post.role == Role::Head && action.who.contains(&Party::HeadAbove);
    match position.reach {
        Reach::Own if by_role && position.is_given_to_another(post) => {
            let given_to = position.given_to.clone().unwrap_or_else(|| post.id.clone());
            Err(Refusal::GivenToAnother { post: given_to })
        }
        Reach::Own if by_role => Ok(()),
        Reach::Above if from_above => Ok(()),
        Reach::Above if by_role => Err(Refusal::OfUnitBelow { unit: case.unit.clone() }),
        Reach::Own | Reach::Above | Reach::None => Err(Refusal::NotYours),
    }
}

/// Whether the conditions of the action hold, with what is filled in now.
pub(super) fn guarded(kind: &CaseKind, action: &Action, asked: Asked<'_>) -> Result<(), Refusal> {
    let mut guards = action.guards.iter().filter_map(|guard| kind.guard(guard));
    match guards.find(|guard| !guard.when.holds(asked)) {
        Some(guard) => Err(Refusal::Guarded { guard: guard.id.clone() }),
        None => Ok(()),
    }
}

/// Refuses a reason that what is known of the case disproves.
pub(super) fn borne_out(
    kind: &CaseKind,
    reason: Option<&ReasonId>,
    asked: Asked<'_>,
) -> Result<(), Refusal> {
    let Some(reason) = reason.and_then(|reason| kind.reason(reason)) else { return Ok(()) };
    match &reason.when {
        Some(when) if !when.holds(asked) => Err(Refusal::Disproved { reason: reason.id.clone() }),
        _ => Ok(()),
    }
}
