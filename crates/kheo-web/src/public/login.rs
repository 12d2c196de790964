//! `/login` and `/logout`.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::http::header::{HeaderMap, SET_COOKIE};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::pages::public::login::{LoginPage, page};
use crate::parts::fault::Fault;
use crate::password;
use crate::problem::Problem;
use crate::session::{self, safe_next};
use crate::submission::Submission;
use crate::visit::Visit;

/// Passwords that are checked at once: each takes time and memory on purpose, and pages must go on.
static CHECKS: Semaphore = Semaphore::const_new(1);

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
/// [`Problem::Broken`].
pub(crate) async fn begin(visit: Visit, sent: Submission) -> Result<Response, Problem> {
    let login = sent.text("login").trim().to_owned();
    let name = login.clone();
    let account = visit.app.db.read(move |r| kheo_store::account::find(r, &name)).await?;
    let typed = sent.text("password").to_owned();
    let kept = account.as_ref().map(|account| account.password_hash.clone());
    let turn = CHECKS.acquire().await.map_err(|why| Problem::Broken(why.to_string()))?;
    let checked =
        tokio::task::spawn_blocking(move || password::is_right(&typed, kept.as_deref())).await;
    drop(turn);
    let right = checked.map_err(|why| Problem::Broken(why.to_string()))?;
    let next = sent.text("next");
    let Some(account) = account.filter(|_| right) else {
        let faults = vec![Fault::new("login", visit.tongue().say("login-wrong"))];
        let form = LoginPage { next: next.to_owned(), login, faults };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&visit, &form)).into_response());
    };
    let cookie = session::begin(&visit.app, account.login).await?;
    Ok((AppendHeaders([(SET_COOKIE, cookie)]), Redirect::to(safe_next(next))).into_response())
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
