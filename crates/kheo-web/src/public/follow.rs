//! `/follow`: where a case is, and whether it is solved.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kheo_core::Refusal;
use kheo_core::case::{Act, Deed};
use kheo_core::event::Stamp;
use kheo_core::post::Actor;
use kheo_core::text::{Bounds, clean_optional};
use maud::Markup;
use serde::Deserialize;

use crate::pages::public::follow::{self as page, Changed, Sent};
use crate::parts::address;
use crate::parts::fault::{self, Fault};
use crate::problem::Problem;
use crate::public::told::Known;
use crate::submission::Submission;
use crate::visit::Visit;

const TEXT: Bounds = Bounds { least: 5, most: 10_000 };

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FollowQuery {
    code: String,
}

/// `GET /follow?code=`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn find(
    visit: Visit,
    Query(query): Query<FollowQuery>,
) -> Result<Response, Problem> {
    let typed = query.code.trim();
    if typed.is_empty() {
        return Ok(page::start(&visit, "", &[]).into_response());
    }
    match Known::read(&visit, typed).await {
        Ok(found) => {
            let code = address::encoded(&found.follow.to_string());
            Ok(Redirect::to(&format!("/follow/{code}")).into_response())
        }
        Err(Problem::NotFound) => {
            let fault = Fault::new("code", visit.tongue().say("follow-unknown"));
            Ok((StatusCode::NOT_FOUND, page::start(&visit, typed, &[fault])).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// `GET /follow/{code}`.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn show(visit: Visit, Path(code): Path<String>) -> Result<Markup, Problem> {
    let public = Known::read(&visit, &code).await?.public(&visit);
    Ok(page::page(&visit, &public, &Sent::default()))
}

/// `POST /follow/{code}/confirm`, `/reopen` and `/withdraw`: the citizen says whether it is solved, or
/// takes it back.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn tell(
    visit: Visit,
    Path((code, deed)): Path<(String, String)>,
    sent: Submission,
) -> Result<Response, Problem> {
    let deed = match deed.as_str() {
        "confirm" => Deed::Confirm,
        "reopen" => Deed::Reopen,
        "withdraw" => Deed::Withdraw,
        _ => return Err(Problem::NotFound),
    };
    let found = Known::read(&visit, &code).await?;
    let faults = sent.faults(visit.tongue());
    if !faults.is_empty() {
        return Ok(refused(&visit, &found, &sent, faults));
    }
    match take(&visit, &found, deed, &sent).await {
        Ok(()) => Ok(Redirect::to(&format!("/follow/{}", found.follow)).into_response()),
        Err(Problem::Refused(Refusal::Stale { seen, .. })) => {
            if is_recorded(&visit, &found, deed, seen, &sent).await? {
                return Ok(Redirect::to(&format!("/follow/{}", found.follow)).into_response());
            }
            changed(&visit, &code, &sent, seen).await
        }
        Err(Problem::Refused(why)) => {
            let faults = vec![fault::of_refusal(visit.tongue(), &why)];
            Ok(refused(&visit, &found, &sent, faults))
        }
        Err(problem) => Err(problem),
    }
}

async fn take(visit: &Visit, found: &Known, deed: Deed, sent: &Submission) -> Result<(), Problem> {
    let seen = sent.text("seen").parse().map_err(|_| Problem::Unreadable)?;
    let code = found.case.code.clone();
    Refusal::unless_shown(seen, found.case.seen)?;
    let action = found.action(&visit.app, deed).ok_or(Problem::NotFound)?;
    let text = clean_optional("text", sent.filled("text"), TEXT)?;
    let act = Act { text, ..Act::plain(action.id.clone(), seen) };
    let stamp = Stamp::at(visit.app.now());
    let packs = visit.app.packs.clone();
    let write = visit.app.db.write(move |tx| {
        kheo_store::case::act(tx, &packs.rules, &Actor::Citizen, &code, act, stamp)
    });
    write.await?;
    Ok(())
}

/// Whether the citizen sent the same before, and it is recorded.
async fn is_recorded(
    visit: &Visit,
    found: &Known,
    deed: Deed,
    seen: u64,
    sent: &Submission,
) -> Result<bool, Problem> {
    let text = clean_optional("text", sent.filled("text"), TEXT)?;
    let kind = found.kind(visit.app.rules());
    let actions = kind.iter().flat_map(|kind| &kind.actions).filter(|action| action.deed == deed);
    let acts: Vec<Act> = actions
        .map(|action| Act { text: text.clone(), ..Act::plain(action.id.clone(), seen) })
        .collect();
    let (packs, code) = (visit.app.packs.clone(), found.case.code.clone());
    let read = visit.app.db.read(move |r| {
        let recorded =
            |act| kheo_store::case::is_recorded(r, &packs.rules, &Actor::Citizen, &code, act);
        Ok(acts.into_iter().map(recorded).find(|found| !matches!(found, Ok(false))))
    });
    Ok(read.await?.transpose()?.unwrap_or_default())
}

/// The page again, with what was typed and what is wrong with it.
fn refused(visit: &Visit, found: &Known, sent: &Submission, faults: Vec<Fault>) -> Response {
    let sent = Sent { text: sent.text("text").to_owned(), faults, changed: None };
    let page = page::page(visit, &found.public(visit), &sent);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// The page as the case is now, beside what its reader saw and typed.
async fn changed(
    visit: &Visit,
    code: &str,
    sent: &Submission,
    seen: u64,
) -> Result<Response, Problem> {
    let found = Known::read(visit, code).await?;
    let now = found.version(visit, found.case.seen).ok_or(Problem::NotFound)?;
    let changed = Changed {
        seen: found.version(visit, seen).unwrap_or_else(|| now.clone()),
        now,
        since: found.since(visit, seen),
    };
    let text = sent.text("text").to_owned();
    let sent = Sent { text, faults: Vec::new(), changed: Some(changed) };
    let page = page::page(visit, &found.public(visit), &sent);
    Ok((StatusCode::CONFLICT, page).into_response())
}
