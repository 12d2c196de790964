//! `/receipt/{code}`: what a citizen keeps.

use axum::extract::Path;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, HOST};
use axum::response::{IntoResponse, Response};
use kheo_core::case::CaseKind;
use kheo_store::log::{self, Receipt};
use maud::Markup;

use crate::pages::public::receipt::{self, Entered};
use crate::problem::Problem;
use crate::public::told::Known;
use crate::visit::Visit;

/// `GET /receipt/{code}`.
///
/// # Errors
/// [`Problem::NotFound`], [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    headers: HeaderMap,
    Path(code): Path<String>,
) -> Result<Markup, Problem> {
    let known = Known::read(&visit, &code).await?;
    let entered = match kept(&visit, &known).await? {
        Receipt::Whole(proof) => Entered::Proven { seq: proof.index + 1 },
        Receipt::Waiting => Entered::Waiting,
    };
    let address = address(&visit, &headers);
    let address = address.map(|address| format!("{address}/follow/{}", known.follow));
    Ok(receipt::page(&visit, &known.public(&visit), entered, address.as_deref()))
}

/// The address of the pages: the one that was set, or else the one that the browser asked at.
fn address(visit: &Visit, headers: &HeaderMap) -> Option<String> {
    if let Some(address) = visit.app.address.as_deref() {
        return Some(address.to_owned());
    }
    let host = headers.get(HOST).and_then(|host| host.to_str().ok())?;
    let scheme = if visit.app.secure { "https" } else { "http" };
    Some(format!("{scheme}://{host}"))
}

/// `GET /follow/{code}/receipt.tlog-proof`: the proof that the case is in the log, for its petitioner.
///
/// # Errors
/// [`Problem::NotFound`] also while its entry waits to enter the log, [`Problem::TooMany`].
pub(crate) async fn proof(visit: Visit, Path(code): Path<String>) -> Result<Response, Problem> {
    let known = Known::read(&visit, &code).await?;
    let Receipt::Whole(proof) = kept(&visit, &known).await? else { return Err(Problem::NotFound) };
    let name = format!("attachment; filename=\"{}.tlog-proof\"", known.follow.case);
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), (CONTENT_DISPOSITION, &name)];
    Ok((headers, proof.to_string()).into_response())
}

async fn kept(visit: &Visit, known: &Known) -> Result<Receipt, Problem> {
    let case = known.follow.case.clone();
    let tells = known.kind(visit.app.rules()).map_or(&[][..], CaseKind::receipt_tells);
    let read = visit.app.db.read(move |r| log::receipt(r, &case, tells));
    read.await?.ok_or(Problem::NotFound)
}
