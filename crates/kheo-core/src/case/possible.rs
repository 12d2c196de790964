//! What can be done with a case now, and why not the rest.

use kheo_calendar::Moment;

use crate::Refusal;
use crate::case::clock::Clock;
use crate::case::form::Filled;
use crate::case::guard::{Asked, Condition, Fact};
use crate::case::kind::{Action, CaseKind, Deed, Party};
use crate::case::position::{Position, Reach};
use crate::case::state::Case;
use crate::id::{ClockId, ReasonId};
use crate::post::{Actor, Right, Role};

/// The actions of `kind` that `by` may take on `case` at `now`, from where they stand to it. What hangs on what the
/// action itself asks is told when that is filled in.
pub fn allowed<'a>(
    kind: &'a CaseKind,
    case: &Case,
    by: &Actor,
    position: &Position,
    now: impl Into<Moment>,
) -> Vec<&'a Action> {
    let told = theirs(kind, case, by, position, now.into());
    told.into_iter().filter(|(_, why)| why.is_none()).map(|(action, _)| action).collect()
}

/// The actions that `by` takes on such a case, and that what is known of `case` at `now` makes impossible, each with
/// the reason.
pub fn barred<'a>(
    kind: &'a CaseKind,
    case: &Case,
    by: &Actor,
    position: &Position,
    now: impl Into<Moment>,
) -> Vec<(&'a Action, Refusal)> {
    let told = theirs(kind, case, by, position, now.into());
    told.into_iter().filter_map(|(action, why)| Some((action, why?))).collect()
}

/// The actions that are for `by` and their unit at this step, each with what makes it impossible now.
fn theirs<'a>(
    kind: &'a CaseKind,
    case: &Case,
    by: &Actor,
    position: &Position,
    at: Moment,
) -> Vec<(&'a Action, Option<Refusal>)> {
    let (filled, seat, in_time) = (&Filled::new(), position.seat, &position.in_time);
    let asked = Asked { case, filled, seat, in_time, at };
    let actions = if case.erased { &[][..] } else { &kind.actions };
    let own = actions.iter().filter(|action| {
        action.from.contains(&case.step)
            && kind.permits(seat, action)
            && is_seated(kind, action, asked)
            && may(action, case, by, position).is_ok()
    });
    own.map(|action| (action, impossible(kind, action, asked).err())).collect()
}

/// Refuses what cannot succeed whatever is filled in: what was done already, conditions that do not hold, what has
/// to last longer, and an extension of limits that have none.
fn impossible(kind: &CaseKind, action: &Action, asked: Asked<'_>) -> Result<(), Refusal> {
    let Asked { case, at, .. } = asked;
    not_twice(kind, action, case)?;
    let mut guards = action.guards.iter().filter_map(|guard| kind.guard(guard));
    if let Some(guard) =
        guards.find(|guard| is_settled(&guard.when, action) && !guard.when.holds(asked))
    {
        return Err(Refusal::Guarded { guard: guard.id.clone() });
    }
    let running = || {
        let due = |clock: &'_ Clock| case.running.iter().find(|(id, _)| *id == clock.id);
        kind.clocks.iter().filter_map(move |clock| Some((clock, &due(clock)?.1)))
    };
    let mut ended = running().filter(|(clock, _)| clock.ends_by(&action.id, action.deed));
    if let Some((clock, due)) = ended.find(|(_, due)| due.is_early(at)) {
        return Err(Refusal::TooEarly { clock: clock.id.clone(), until: due.on });
    }
    let extends = |clock: &Clock| clock.terms.under(case.circumstances).extension.is_some();
    if action.deed == Deed::Extend && !running().any(|(clock, _)| extends(clock)) {
        return Err(Refusal::NothingToExtend);
    }
    Ok(())
}

/// Refuses what is done once and was done, unless a limit that it stops or asks of was started since.
pub(super) fn not_twice(kind: &CaseKind, action: &Action, case: &Case) -> Result<(), Refusal> {
    let Some(taken) = case.taken.get(&action.id).filter(|_| action.once) else { return Ok(()) };
    let guards = action.guards.iter().filter_map(|guard| kind.guard(guard));
    let asked: Vec<&ClockId> =
        guards.flat_map(|guard| guard.when.facts()).filter_map(Fact::clock).collect();
    let own = |clock: &&Clock| clock.ends_by(&action.id, action.deed) || asked.contains(&&clock.id);
    let mut started =
        kind.clocks.iter().filter(own).filter_map(|clock| case.started.get(&clock.id));
    if started.any(|started| *started > taken.last) {
        return Ok(());
    }
    Err(Refusal::DoneOnce { action: action.id.clone() })
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
fn is_seated(kind: &CaseKind, action: &Action, asked: Asked<'_>) -> bool {
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
