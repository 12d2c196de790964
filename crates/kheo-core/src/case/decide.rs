//! What may happen to a case, and why not.

use std::collections::BTreeSet;

use kheo_calendar::{Calendar, Moment};

use crate::Refusal;
use crate::case::act::{Act, Registration};
use crate::case::clock::Clock;
use crate::case::clocks::{self, Now};
use crate::case::competence::is_bound;
use crate::case::discreet::begins_discreetly;
use crate::case::event::{Acted, CaseEvent, Registered, Words};
use crate::case::form::{FieldFault, FieldValue, Filled, at_most_once, in_order, on_working_days};
use crate::case::guard::Asked;
use crate::case::kept;
use crate::case::kind::{Action, CaseKind, Deed, Need, Party};
use crate::case::petition::{Part, Petition};
use crate::case::position::Position;
use crate::case::possible::{borne_out, guarded, may, not_twice};
use crate::case::state::Case;
use crate::case::term::{Circumstances, Complexity, ComplexityRule};
use crate::id::FieldId;
use crate::matter::is_escalated;
use crate::post::Actor;
use crate::text::written;

/// Decides what registering a case under `kind` at `now` does.
///
/// # Errors
/// [`Refusal::UnknownTopic`], [`Refusal::Lacks`], [`Refusal::Nameless`], [`Refusal::TellsWho`], [`Refusal::Unfilled`], or [`Refusal::NoCalendar`] when a limit runs past the calendar.
pub fn register(
    kind: &CaseKind,
    registration: Registration,
    now: impl Into<Moment>,
    calendar: &Calendar,
) -> Result<Vec<CaseEvent>, Refusal> {
    let Some(topic) = kind.topic(&registration.topic) else {
        return Err(Refusal::UnknownTopic { topic: registration.topic });
    };
    if let Some(part) = missing(kind, &registration.petition).next() {
        return Err(Refusal::Lacks { part });
    }
    if let Some(part) =
        Part::ALL.into_iter().find(|part| topic.nameless && !registration.petition.lacks(*part))
    {
        return Err(Refusal::Nameless { part });
    }
    begins_discreetly(kind, topic, &registration.petition)?;
    let typed = &registration.petition.filled;
    filled(kind, &kind.form, typed)?;
    in_order(&kind.fields, &Filled::new(), typed)?;
    let now = Now { at: now.into(), calendar };
    let competent = topic.competent_on(now.at.day);
    let above = is_escalated(registration.rank.own, competent, registration.through);
    let escalated = kind.escalates && above;
    let registered = Registered {
        code: registration.code,
        case_kind: kind.id.clone(),
        version: kind.from,
        unit: registration.unit,
        topic: registration.topic,
        step: topic.ends_at.as_ref().unwrap_or(&kind.first_step).clone(),
        unasked: topic.ends_at.is_some(),
        escalated,
        again: registration.again,
        files: registration.files,
        origin: registration.origin,
        private: registration.petition,
    };
    let case = Case::begun(&registered);
    let seat = kind.seat(&case.topic, registration.rank, now.at.day);
    let in_time = &BTreeSet::new();
    let asked = Asked { case: &case, filled: &case.filled, seat, in_time, at: now.at };
    let starts = |clock: &&Clock| clock.starts_at_registration && !registered.unasked;
    let clocks = kind.clocks.iter().filter(starts);
    let mut events = vec![CaseEvent::Registered(registered.clone())];
    for clock in clocks {
        let ordinary = Circumstances::default();
        events.extend(clocks::start(clock, kind.from, ordinary, asked, now)?);
    }
    Ok(events)
}

/// The parts that `kind` requires and `petition` leaves out, in the order of the form.
pub fn missing<'a>(kind: &'a CaseKind, petition: &'a Petition) -> impl Iterator<Item = Part> + 'a {
    kind.requires.iter().copied().filter(|part| petition.lacks(*part))
}

/// Decides what `act` by `by` at `now` does to `case`.
///
/// # Errors
/// Those of [`Refusal::unless_shown`], [`Refusal::Erased`], [`Refusal::NotNow`] when the
/// action is not possible at this step, [`Refusal::NotYours`] when the post does not allow it,
/// [`Refusal::DoneOnce`] for what is not done twice, [`Refusal::NotCompetent`] for what only a competent unit does,
/// [`Refusal::GivenToAnother`] for a handler to whom the case was not given, [`Refusal::OfUnitBelow`] for
/// what is the work of the unit that has the case,
/// [`Refusal::Empty`] for something it asks for and did not get, [`Refusal::TooShort`] for its text, [`Refusal::OtherProof`],
/// [`Refusal::UnknownComplexity`], [`Refusal::UnknownReason`], [`Refusal::Unfilled`], [`Refusal::SameComplexity`], [`Refusal::Guarded`] when a condition of the action does not hold, [`Refusal::Disproved`] for a reason that the case disproves, [`Refusal::AlreadyThere`] for a
/// transfer to the unit that holds the case, [`Refusal::TooEarly`] for what has to wait,
/// [`Refusal::NotExtended`] and [`Refusal::NothingToExtend`] for an extension that the rule does not
/// allow, [`Refusal::NoCalendar`] when a limit runs past the calendar.
pub fn act(
    kind: &CaseKind,
    case: &Case,
    by: &Actor,
    position: &Position,
    act: Act,
    now: impl Into<Moment>,
    calendar: &Calendar,
) -> Result<Vec<CaseEvent>, Refusal> {
    Refusal::unless_shown(act.seen, case.seen)?;
    case.unless_erased()?;
    let Some(action) = kind.action(&act.action) else {
        return Err(Refusal::UnknownAction { action: act.action });
    };
    if !action.from.contains(&case.step) {
        return Err(Refusal::NotNow { action: act.action, step: case.step.clone() });
    }
    let now = Now { at: now.into(), calendar };
    may(action, case, by, position)?;
    is_bound(kind, action, case, position.seat, now.at.day)?;
    not_twice(kind, action, case)?;
    needed(action, case, &act)?;
    is_known(kind, action, act.circumstances)?;
    let filled_in = nothing_left(kind, action, case, act.filled);
    let act = Act { filled: filled_in, ..act };
    filled(kind, &action.asks, &act.filled)?;
    found(kind, action, case, &act)?;
    in_order(&kind.fields, &case.filled, &act.filled)?;
    at_most_once(&kind.fields, &case.filled, &act.filled)?;
    on_working_days(&kind.fields, &act.filled, calendar)?;
    let length = act.length;
    let new = act.filled.clone();
    let (seat, in_time) = (position.seat, &position.in_time);
    let asked = Asked { case, filled: &new, seat, in_time, at: now.at };
    guarded(kind, action, asked)?;
    borne_out(kind, act.reason.as_ref(), asked)?;
    let late = clocks::late(kind, case, action, now.at);
    let circumstances = circumstances(kind, action, &act, asked);
    let by_office =
        matches!(action.deed, Deed::Confirm | Deed::Reopen) && !for_petitioner(action, by);
    let acted = Acted { circumstances, by_office, late, ..acted(kind, case, action, act) };
    let counts_from = kept::counts_from(kind, case, &acted, now.at.day);
    let acted = Acted { counts_from, ..acted };
    let clocks = clocks::after(kind, case, &acted, asked, length, now)?;
    Ok(std::iter::once(CaseEvent::Acted(acted)).chain(clocks).collect())
}

/// Whether it is the petitioner who takes `action`; of a record that is imported, whether it can be.
fn for_petitioner(action: &Action, by: &Actor) -> bool {
    match by {
        Actor::Citizen => true,
        Actor::Import => action.who.contains(&Party::Citizen),
        Actor::Administrator | Actor::Post(_) => false,
    }
}

fn needed(action: &Action, case: &Case, act: &Act) -> Result<(), Refusal> {
    for need in &action.needs {
        let missing = match need {
            Need::Text => act.text.is_none(),
            Need::Proof => act.proofs.is_empty(),
            Need::Unit => act.unit.is_none(),
            Need::Post => act.post.is_none(),
            Need::Length => act.length.is_none(),
            // Nothing said means an ordinary matter that is not remote.
            Need::Circumstances => false,
        };
        if missing {
            return Err(Refusal::Empty { field: need.field() });
        }
        let text = act.text.as_deref().filter(|_| *need == Need::Text);
        if text.is_some_and(|text| written(text) < action.least) {
            return Err(Refusal::TooShort { field: need.field(), least: action.least });
        }
    }
    let unproven = action.needs.contains(&Need::Proof)
        && !act.proofs.iter().any(|proof| action.proof.takes(&proof.media_type));
    if unproven {
        return Err(Refusal::OtherProof { wanted: action.proof });
    }
    match &act.reason {
        None if !action.reasons.is_empty() => return Err(Refusal::Empty { field: "reason" }),
        Some(reason) if !action.reasons.contains(reason) => {
            return Err(Refusal::UnknownReason { reason: reason.clone() });
        }
        _ => {}
    }
    if action.deed == Deed::Transfer && act.unit.as_ref() == Some(&case.unit) {
        return Err(Refusal::AlreadyThere { unit: case.unit.clone() });
    }
    Ok(())
}

/// Refuses a degree that the law of the kind does not know.
fn is_known(kind: &CaseKind, action: &Action, said: Circumstances) -> Result<(), Refusal> {
    let (complexity, known) = (said.complexity, kind.complexities());
    if action.needs.contains(&Need::Circumstances) && !known.contains(&complexity) {
        return Err(Refusal::UnknownComplexity { complexity, known });
    }
    Ok(())
}

/// Whether what must be filled in of the fields `asked` is, and nothing else.
fn filled(kind: &CaseKind, asked: &[FieldId], filled: &Filled) -> Result<(), Refusal> {
    let missing = kind
        .fields_of(asked)
        .find(|field| field.required && !filled.contains_key(&field.id))
        .map(|field| (field.id.clone(), FieldFault::Empty));
    let other = || filled.keys().find(|field| !asked.contains(field));
    let wrong = missing.or_else(|| Some((other()?.clone(), FieldFault::NotAsked)));
    wrong.map_or(Ok(()), |(field, why)| Err(Refusal::Unfilled { field, why }))
}

/// Refuses a note that does nothing but find how complex the matter is, and finds nothing: neither another degree
/// nor anything by which it is complex.
fn found(kind: &CaseKind, action: &Action, case: &Case, act: &Act) -> Result<(), Refusal> {
    if action.deed != Deed::Note || action.to.is_some() {
        return Ok(());
    }
    if action.needs.contains(&Need::Circumstances)
        && (act.circumstances.complexity, case.circumstances.complexity)
            == (Complexity::Ordinary, Complexity::Ordinary)
    {
        return Err(Refusal::SameComplexity);
    }
    let counted = if action.deed == Deed::Note && action.to.is_none() {
        kind.complex_by(action)
    } else {
        Vec::new()
    };
    match counted.first() {
        Some(first) if !counted.iter().any(|field| act.filled.contains_key(*field)) => {
            Err(Refusal::Unfilled { field: (*first).clone(), why: FieldFault::Empty })
        }
        _ => Ok(()),
    }
}

/// What is filled in, where nothing by which a case is complex is chosen any more of one that is: then it is
/// ordinary again.
fn nothing_left(kind: &CaseKind, action: &Action, case: &Case, mut filled: Filled) -> Filled {
    let counted = if action.deed == Deed::Note && action.to.is_none() {
        kind.complex_by(action)
    } else {
        Vec::new()
    };
    let says = counted.iter().any(|field| filled.contains_key(*field));
    if !says && case.circumstances.complexity != Complexity::Ordinary {
        let none = |field: &&FieldId| ((*field).clone(), FieldValue::Chosen(BTreeSet::new()));
        filled.extend(counted.iter().map(none));
    }
    filled
}

/// Whether `action` cannot say any more that `case` lies in a remote area: that was settled when it was
/// accepted.
#[must_use]
pub fn is_place_settled(action: &Action, case: &Case) -> bool {
    action.deed != Deed::Accept && case.done.contains_key(&Deed::Accept)
}

/// What the lengths of the limits depend on from now on: what whoever acts says, or what follows from
/// what is filled in; nothing when that changes nothing.
fn circumstances(
    kind: &CaseKind,
    action: &Action,
    act: &Act,
    asked: Asked<'_>,
) -> Option<Circumstances> {
    let case = asked.case;
    if action.needs.contains(&Need::Circumstances) {
        let settled = is_place_settled(action, case);
        let remote = if settled { case.circumstances.remote } else { act.circumstances.remote };
        return Some(Circumstances { remote, ..act.circumstances });
    }
    let holds = |rule: &&ComplexityRule| rule.when.holds(asked);
    let found = kind.complexity.iter().filter(holds).map(|rule| rule.is).max();
    let complexity = found.unwrap_or_default();
    let changes = !kind.complexity.is_empty() && complexity != case.circumstances.complexity;
    changes.then_some(Circumstances { complexity, ..case.circumstances })
}

fn acted(kind: &CaseKind, case: &Case, action: &Action, act: Act) -> Acted {
    let asked = |need: Need| action.needs.contains(&need);
    let step = action.to.clone().unwrap_or_else(|| case.step.clone());
    let phase = kind.step(&step).map_or(case.phase, |step| step.phase);
    Acted {
        action: action.id.clone(),
        deed: action.deed,
        step,
        phase,
        unit: act.unit.filter(|_| asked(Need::Unit)).unwrap_or_else(|| case.unit.clone()),
        post: act.post.filter(|_| asked(Need::Post)),
        circumstances: None,
        reason: act.reason,
        letter: action.letter.clone(),
        by_office: false,
        late: None,
        counts_from: None,
        unsettled: action.deed == Deed::Answer && !action.settles,
        proofs: act.proofs,
        private: Words { text: act.text.unwrap_or_default(), filled: act.filled },
    }
}
