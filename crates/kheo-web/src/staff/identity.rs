//! `/cases/{code}/identity/…`: two officers of two groups open who brought a sealed case, once.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use kheo_core::Refusal;
use kheo_core::case::Sight;
use kheo_core::event::Stamp;
use kheo_core::sealing::{Group, Identity, Sealed, StaysSealed};
use kheo_core::text::{Bounds, clean, composed};
use kheo_seal::{Key, Share, join, lock_share, unlock_share};
use kheo_store::sealing::Asking;
use maud::Markup;

use crate::pages::staff::case;
use crate::pages::staff::identity::{self as page, AskedPage, IdentityPage};
use crate::parts::fault;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::answers::{self, Reading};
use crate::staff::frame_at;
use crate::staff::open_case::OpenCase;
use crate::submission::Submission;
use crate::visit::Visit;

const REASON: Bounds = Bounds { least: 10, most: 1_000 };

/// How long the share of the first officer waits.
const WAITS: SignedDuration = SignedDuration::from_mins(15);

/// How the forms call their fields.
const CALLED: fault::Called<'_> =
    &[("reason", "staff-seal-reason"), ("passphrase", "staff-seal-passphrase")];

/// `POST /cases/{code}/identity/ask`: the first officer says why, unlocks a share, and is told the code that
/// the second one needs.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope, [`Problem::TooMany`].
pub(crate) async fn ask(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    let done = asked(&visit, &viewer, &open, &sent).await;
    let shown =
        done.map(|page| ("staff-seal-was-locked-title", page::asked(visit.tongue(), &page)));
    answered(&visit, &viewer, &open, &sent, shown)
}

async fn asked(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    sent: &Submission,
) -> Result<AskedPage, Problem> {
    let (sealed, group) = open.sealed_for(viewer).ok_or(StaysSealed::NotForYou)?;
    let reason = clean("reason", sent.text("reason"), REASON)?;
    let (app, code, opening_code) = (&visit.app, open.case.code.clone(), visit.app.opening_code());
    let with = opening_code.clone();
    let lock = move |share: Share| {
        lock_share(&share, &with).map_err(|why| Problem::Broken(why.to_string()))
    };
    let locked = unlocked(visit, viewer, sealed, group, sent, lock).await?;
    let now = app.now();
    let until = now.checked_add(WAITS).unwrap_or(now);
    let asking = Asking { group, reason, until, locked };
    let (actor, of) = (viewer.actor(), code.clone());
    let write =
        app.db.write(move |tx| kheo_store::sealing::ask(tx, &of, &asking, &actor, Stamp::at(now)));
    write.await?;
    Ok(AskedPage { code, opening_code, until })
}

/// `POST /cases/{code}/identity/open`: the second officer unlocks the other share, and sees who it is, once.
///
/// # Errors
/// [`Problem::NotFound`] for a case out of the viewer's scope, [`Problem::TooMany`].
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path(code): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let open = OpenCase::read(&visit, &viewer, &code).await?;
    let done = opened(&visit, &viewer, &open, &sent).await;
    let shown = done.map(|page| ("staff-seal-shown-title", page::page(visit.tongue(), &page)));
    answered(&visit, &viewer, &open, &sent, shown)
}

async fn opened(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    sent: &Submission,
) -> Result<IdentityPage, Problem> {
    let (sealed, group) = open.sealed_for(viewer).ok_or(StaysSealed::NotForYou)?;
    let code = open.case.code.clone();
    let pending = open.pending.clone().ok_or(StaysSealed::NotAsked)?;
    if pending.by == viewer.post.id {
        return Err(StaysSealed::SamePerson.into());
    }
    if pending.asking.group == group {
        return Err(StaysSealed::SameGroup.into());
    }
    let (locked, typed) = (pending.asking.locked.clone(), letters(sent.text("code")));
    let both = move |own: Share| match unlock_share(&locked, &typed) {
        Ok(other) => Ok((own, other)),
        Err(_) => Err(StaysSealed::WrongCode.into()),
    };
    let (own, other) = unlocked(visit, viewer, sealed, group, sent, both).await?;
    let secret = join(&own, &other).map_err(|_| StaysSealed::NotForYou)?;
    let unreadable = |_| Problem::Broken("a sealed identity cannot be read".to_owned());
    let identity: Identity = serde_json::from_slice(&secret).map_err(unreadable)?;
    let (actor, of) = (viewer.actor(), code.clone());
    let (asked, now) = (pending.clone(), visit.app.now());
    // It is on disk that it was opened before anybody sees it, and that it cannot be opened again.
    let write = visit
        .app
        .db
        .write(move |tx| kheo_store::sealing::open(tx, &of, &asked, &actor, Stamp::at(now)));
    write.await?;
    let tongue = visit.tongue();
    let reading = Reading { sees: Sight::Whole, ..open.reading() };
    Ok(IdentityPage {
        code,
        asked_by: open.directory.post(&pending.by, visit.lang),
        reason: pending.asking.reason,
        filled: answers::shown(tongue, &identity.filled, reading, true),
        name: identity.name,
        phone: identity.phone,
        place: identity.place,
        written: identity.written,
    })
}

/// The letters of a code, however they are spaced and cased.
fn letters(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase()).collect()
}

/// What `then` makes of the share that is sealed for `group`, unlocked with what the viewer typed.
async fn unlocked<T: Send + 'static>(
    visit: &Visit,
    viewer: &Viewer,
    sealed: &Sealed,
    group: Group,
    sent: &Submission,
    then: impl FnOnce(Share) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let turn = visit.limits.password().await?;
    let (brake, now) = (&visit.limits.unsealing, visit.app.now().as_second());
    brake.attempt(visit.client, now).map_err(Problem::TooMany)?;
    let post = viewer.post.id.clone();
    let locked = visit.app.db.read(move |r| kheo_store::sealing::locked(r, &post)).await?;
    if locked.is_empty() {
        return Err(StaysSealed::NoKeyOfYours.into());
    }
    let [first, second] = &sealed.shares;
    let share = if group == Group::First { first.clone() } else { second.clone() };
    let typed = composed(sent.text("passphrase"));
    let work = tokio::task::spawn_blocking(move || {
        let found = first_that_opens(&locked, &typed, &share);
        let made = found.map_err(Problem::from).and_then(then);
        drop(turn);
        made
    });
    let made = work.await??;
    brake.was_right(visit.client, now);
    Ok(made)
}

/// The share by the first of the `locked` keys that the passphrase unlocks and that it was sealed for.
fn first_that_opens(
    locked: &[String],
    passphrase: &str,
    sealed: &str,
) -> Result<Share, StaysSealed> {
    let mut why = StaysSealed::WrongPassphrase;
    for locked in locked {
        let Ok(key) = Key::unlock(locked, passphrase) else { continue };
        match key.open(sealed) {
            Ok(share) => return Ok(share),
            Err(_) => why = StaysSealed::NotForYou,
        }
    }
    Err(why)
}

/// The page that was `shown`, by the key of its title, or that of the case with why it was refused.
fn answered(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    sent: &Submission,
    shown: Result<(&str, Markup), Problem>,
) -> Result<Response, Problem> {
    match shown {
        Ok((title, content)) => {
            let here = format!("/cases/{}", open.case.code);
            Ok(frame_at(visit, &visit.tongue().say(title), &here, &content).into_response())
        }
        Err(Problem::Refused(why)) => Ok(refused(visit, viewer, open, sent, &why)),
        Err(problem) => Err(problem),
    }
}

/// The page of the case, with why it was refused. What was typed of the reason stays, of the passphrase
/// nothing.
fn refused(
    visit: &Visit,
    viewer: &Viewer,
    open: &OpenCase,
    sent: &Submission,
    why: &Refusal,
) -> Response {
    let fault = fault::of_refusal_in(visit.tongue(), why, CALLED);
    let mut page = open.page(visit, viewer, None);
    page.petitioner.refuse(sent.text("reason"), &fault.words);
    page.faults = vec![fault];
    let here = format!("/cases/{}", page.code);
    let content = case::page(visit.tongue(), &page);
    let body = frame_at(visit, &page.subject, &here, &content);
    (StatusCode::UNPROCESSABLE_ENTITY, body).into_response()
}
