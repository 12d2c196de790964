//! `/login` and `/logout`.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::http::header::{HeaderMap, SET_COOKIE};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use kheo_core::text::clean_login;
use serde::Deserialize;

use crate::pages::public::login::{LoginPage, page};
use crate::parts::fault::Fault;
use crate::password;
use crate::problem::Problem;
use crate::session::{self, safe_next};
use crate::submission::Submission;
use crate::visit::Visit;

/// Where to go then.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LoginQuery {
    next: String,
}

/// `GET /login`.
pub(crate) async fn show(visit: Visit, Query(query): Query<LoginQuery>) -> Response {
    let form = page(&visit, &LoginPage { next: query.next, ..LoginPage::default() });
    if visit.signed_out {
        let forgotten = AppendHeaders([(SET_COOKIE, session::forgotten(&visit.app))]);
        return (forgotten, form).into_response();
    }
    form.into_response()
}

/// `POST /login`.
///
/// # Errors
/// [`Problem::TooMany`], [`Problem::Broken`].
pub(crate) async fn begin(
    visit: Visit,
    headers: HeaderMap,
    sent: Submission,
) -> Result<Response, Problem> {
    let faults = sent.faults(visit.tongue());
    if !faults.is_empty() {
        return Ok(again(&visit, &sent, faults));
    }
    let Some(login) = checked(&visit, &sent).await? else {
        let fault = Fault::new("login", visit.tongue().say("login-wrong"));
        return Ok(again(&visit, &sent, vec![fault]));
    };
    let cookie = session::begin(&visit.app, &headers, login).await?;
    let next = safe_next(sent.text("next"));
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(next)).into_response())
}

/// The account that was signed in to; nothing when the name or the password is wrong.
async fn checked(visit: &Visit, sent: &Submission) -> Result<Option<String>, Problem> {
    let name = clean_login(sent.text("login")).unwrap_or_default();
    let turn = visit.limits.password().await?;
    let (brake, now) = (&visit.limits.sign_in, visit.app.now().as_second());
    brake.attempt(visit.client, now).map_err(Problem::TooMany)?;
    let account = visit.app.db.read(move |r| kheo_store::account::find(r, &name)).await?;
    let typed = sent.text("password").to_owned();
    let kept = account.as_ref().map(|account| account.password_hash.clone());
    let work = tokio::task::spawn_blocking(move || {
        let right = password::is_right(&typed, kept.as_deref());
        drop(turn);
        right
    });
    if !work.await? {
        return Ok(None);
    }
    brake.was_right(visit.client, now);
    Ok(account.map(|account| account.login))
}

/// The form again, without the password.
fn again(visit: &Visit, sent: &Submission, faults: Vec<Fault>) -> Response {
    let (next, login) = (sent.text("next").to_owned(), sent.text("login").trim().to_owned());
    let form = LoginPage { next, login, faults };
    (StatusCode::UNPROCESSABLE_ENTITY, page(visit, &form)).into_response()
}

/// `POST /logout`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn end(
    visit: Visit,
    headers: HeaderMap,
    _: Submission,
) -> Result<Response, Problem> {
    let cookie = session::end(&visit.app, &headers).await?;
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to("/")).into_response())
}
