//! A past case, run once more under other rules: what was done stays, on its days, and its clocks
//! run as those rules say.

use std::collections::BTreeSet;

use kheo_calendar::{Calendar, Moment};

use crate::Refusal;
use crate::case::act::{Act, Registration};
use crate::case::decide::{act, register};
use crate::case::event::{Acted, CaseEvent, Registered};
use crate::case::kind::{CaseKind, Need, Topic};
use crate::case::position::Position;
use crate::case::state::Case;
use crate::case::term::Circumstances;
use crate::id::{ActionId, UnitId};
use crate::post::Actor;
use crate::unit::Rank;

/// Something that happened to a case, and when.
pub type Happened = (Moment, CaseEvent);

/// Why a past case cannot be run under other rules: they do not allow what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotReplayed {
    /// When it was done.
    pub at: Moment,
    /// The action; nothing for the registration.
    pub action: Option<ActionId>,
    /// Why not.
    pub why: Refusal,
}

/// What the `past` of a case would have been under `kind`, counted by `calendar`.
///
/// Whoever did something could do it, and would have given what `kind` asks for, for that changes no
/// clock: neither who may act, nor what only a competent unit does, nor what is to be filled in is looked at. Conditions ask
/// whether the unit was competent, which stands where `rank` says. An action that `kind` does not know, or does not allow at that step or under its conditions, ends it.
///
/// # Errors
/// [`NotReplayed`], with what `kind` refuses first.
pub fn replay(
    kind: &CaseKind,
    past: &[Happened],
    rank: &dyn Fn(&UnitId) -> Rank,
    calendar: &Calendar,
) -> Result<Vec<Happened>, NotReplayed> {
    let Some(((begun, CaseEvent::Registered(registered)), rest)) = past.split_first() else {
        return Ok(Vec::new());
    };
    let mut kind = lenient(kind, registered);
    let refused = |at: Moment, action: Option<&ActionId>| {
        let action = action.cloned();
        move |why| NotReplayed { at, action, why }
    };
    let first = begin(&kind, registered, rank(&registered.unit), *begun, calendar)
        .map_err(refused(*begun, None))?;
    let mut case = Case::fold(&first);
    let mut replayed: Vec<Happened> = first.into_iter().map(|event| (*begun, event)).collect();
    for (place, (at, event)) in rest.iter().enumerate() {
        let Some(case) = &mut case else { break };
        let events = match event {
            CaseEvent::Acted(acted) => {
                let length = added(rest.get(place + 1..).unwrap_or_default());
                let why = refused(*at, Some(&acted.action));
                again(&mut kind, case, acted, length, (*at, rank(&case.unit)), calendar)
                    .map_err(why)?
            }
            // Those of the other rules come from what is done.
            CaseEvent::Registered(_)
            | CaseEvent::ClockStarted { .. }
            | CaseEvent::ClockStopped { .. }
            | CaseEvent::ClockPaused { .. }
            | CaseEvent::ClockResumed { .. }
            | CaseEvent::ClockExtended { .. }
            | CaseEvent::ClockRecounted { .. }
            | CaseEvent::ClockMoved { .. } => Vec::new(),
            CaseEvent::Recurred { .. }
            | CaseEvent::RecurrenceWithdrawn { .. }
            | CaseEvent::Erased(_)
            | CaseEvent::EscalationCorrected { .. } => vec![event.clone()],
        };
        for event in events {
            case.apply(&event);
            replayed.push((*at, event));
        }
    }
    Ok(replayed)
}

/// `kind` without what it asks of a petition: that of a past case was taken as it was.
fn lenient(kind: &CaseKind, registered: &Registered) -> CaseKind {
    let mut kind = kind.clone();
    kind.form = registered.private.filled.keys().cloned().collect();
    kind.requires.clear();
    kind.bound.clear();
    kind.topics.iter_mut().for_each(|topic| topic.nameless = false);
    kind.fields.iter_mut().for_each(|field| field.follows = None);
    if kind.topic(&registered.topic).is_none() {
        kind.topics.push(Topic {
            id: registered.topic.clone(),
            competent: Vec::new(),
            bodies: false,
            only_this_level: false,
            nameless: false,
            ends_at: None,
        });
    }
    kind
}

fn begin(
    kind: &CaseKind,
    registered: &Registered,
    rank: Rank,
    at: Moment,
    calendar: &Calendar,
) -> Result<Vec<CaseEvent>, Refusal> {
    let registration = Registration {
        code: registered.code.clone(),
        unit: registered.unit.clone(),
        rank,
        through: BTreeSet::new(),
        topic: registered.topic.clone(),
        again: registered.again.clone(),
        petition: registered.private.clone(),
        files: registered.files.clone(),
        origin: registered.origin.clone(),
    };
    let mut events = register(kind, registration, at, calendar)?;
    if let Some(CaseEvent::Registered(again)) = events.first_mut() {
        again.escalated = registered.escalated;
    }
    Ok(events)
}

/// Takes the action of `acted` once more, which asks for no more than was given then.
fn again(
    kind: &mut CaseKind,
    case: &Case,
    acted: &Acted,
    length: Option<u16>,
    (at, rank): (Moment, Rank),
    calendar: &Calendar,
) -> Result<Vec<CaseEvent>, Refusal> {
    let unit = (acted.unit != case.unit).then(|| acted.unit.clone());
    if let Some(action) = kind.actions.iter_mut().find(|action| action.id == acted.action) {
        action.needs.retain(|need| match need {
            Need::Unit => unit.is_some(),
            Need::Post => acted.post.is_some(),
            Need::Circumstances => true,
            Need::Text | Need::Proof | Need::Length => false,
        });
        action.asks = acted.private.filled.keys().cloned().collect();
        action.reasons = acted.reason.iter().cloned().collect();
    }
    let text = acted.private.text.clone();
    let wanted = Act {
        action: acted.action.clone(),
        seen: case.seen,
        text: (!text.is_empty()).then_some(text),
        unit,
        post: acted.post.clone(),
        circumstances: nearest(kind, acted.circumstances.unwrap_or(case.circumstances)),
        length,
        reason: acted.reason.clone(),
        filled: acted.private.filled.clone(),
        proofs: acted.proofs.clone(),
    };
    let position = Position::default().seated(kind.seat(&case.topic, rank, at.day));
    act(kind, case, &Actor::Import, &position, wanted, at, calendar)
}

/// `under`, as `kind` can tell it: what it does not know counts as the next more ordinary.
fn nearest(kind: &CaseKind, under: Circumstances) -> Circumstances {
    let known = kind.complexities().into_iter().filter(|one| *one <= under.complexity);
    Circumstances { complexity: known.max().unwrap_or_default(), ..under }
}

/// By how much the first limit was extended, before anything else was done.
fn added(after: &[Happened]) -> Option<u16> {
    let before_next = after.iter().take_while(|(_, event)| !matches!(event, CaseEvent::Acted(_)));
    before_next.into_iter().find_map(|(_, event)| match event {
        CaseEvent::ClockExtended { due, .. } => due.extended.last().map(|extended| extended.by),
        _ => None,
    })
}
