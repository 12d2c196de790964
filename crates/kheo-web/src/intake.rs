//! How a citizen's request becomes a case, whether it came by form or by API.

use kheo_core::Refusal;
use kheo_core::case::{CaseKind, Party, Proof};
use kheo_core::event::Stamp;
use kheo_core::id::{KindId, TopicId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Role};
use kheo_core::unit::Unit;
use kheo_store::case::{CodeChoice, Filing, Registered, RequestKey, register};
use kheo_store::{Reader, StoreError};

use crate::app::App;
use crate::petition::Typed;
use crate::problem::Problem;

/// What a citizen wants, as it was typed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    pub(crate) kind: &'a str,
    pub(crate) unit: &'a str,
    /// Empty when the citizen is not sure.
    pub(crate) topic: &'a str,
    pub(crate) typed: Typed<'a>,
}

/// The kinds of case that a citizen can send: those in force whose procedure knows the citizen.
pub(crate) fn kinds(app: &App) -> impl Iterator<Item = &CaseKind> {
    let today = app.today();
    app.rules().kinds.iter().filter(move |kind| {
        kind.from <= today
            && kind.until.is_none_or(|until| today <= until)
            && kind.actions.iter().any(|action| action.who.contains(&Party::Citizen))
    })
}

/// The units that a citizen can write to: those where somebody receives citizens.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn addressees(r: &Reader<'_>) -> Result<Vec<Unit>, StoreError> {
    let posts = kheo_store::post::all(r)?;
    let receives = |unit: &Unit| posts.iter().any(|p| p.role == Role::Clerk && p.unit == unit.id);
    Ok(kheo_store::unit::all(r)?.into_iter().filter(receives).collect())
}

/// The case to register.
///
/// # Errors
/// All that is wrong with what was typed, in the order of the form.
pub(crate) fn filing(
    app: &App,
    addressees: &[Unit],
    wanted: Wanted<'_>,
    request: Option<RequestKey>,
) -> Result<Filing, Vec<Refusal>> {
    let mut wrong = Vec::new();
    let kind = kinds(app).find(|kind| kind.id.as_str() == wanted.kind);
    match kind {
        None if wanted.kind.is_empty() => wrong.push(Refusal::Empty { field: "kind" }),
        None => wrong.push(Refusal::UnknownKind { kind: KindId::new(wanted.kind) }),
        Some(_) => {}
    }
    let unit = UnitId::new(wanted.unit);
    if wanted.unit.is_empty() {
        wrong.push(Refusal::Empty { field: "unit" });
    } else if !addressees.iter().any(|known| known.id == unit) {
        wrong.push(Refusal::UnknownUnit { unit: unit.clone() });
    }
    let topic = match wanted.topic {
        "" => kind.and_then(CaseKind::catch_all).map(|topic| topic.id.clone()),
        topic => Some(TopicId::new(topic)),
    };
    let petition = wanted.typed.petition().map_err(|why| wrong.extend(why)).ok();
    match (kind, topic, petition) {
        (Some(kind), Some(topic), Some(petition)) if wrong.is_empty() => Ok(Filing {
            code: CodeChoice::Next { suffix: app.code_letters() },
            kind: kind.id.clone(),
            unit,
            topic,
            again: None,
            petition,
            files: Vec::new(),
            origin: Origin::Entered,
            request,
        }),
        _ => Err(wrong),
    }
}

/// Registers the case with its files.
///
/// # Errors
/// [`Problem::Refused`], [`Problem::Broken`].
pub(crate) async fn take(app: &App, filing: Filing, files: Vec<Proof>) -> Result<Registered, Problem> {
    let stamp = Stamp { recorded_at: app.now(), effective_on: app.today() };
    let packs = app.packs.clone();
    let filing = Filing { files, ..filing };
    let done = app.db.write(move |tx| register(tx, &packs.rules, filing, stamp, &Actor::Citizen));
    Ok(done.await?)
}
