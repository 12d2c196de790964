//! `POST /log/cosignature`: what a witness signed of the log.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use kheo_ledger::log::Note;
use kheo_store::log::{self, Untaken};

use crate::problem::Problem;
use crate::visit::Visit;

/// The most that a cosigned checkpoint may hold. Unit: bytes.
const NOTE: usize = 16 << 10;

/// Takes in a checkpoint of this log with the signature of the log and that of a known witness below it: 204
/// when it is kept or known already, 403 when no known witness signed it, 422 when this log did not, and 409
/// when the log of today did not grow from it. Whoever brings it may be anybody: the signatures say who speaks.
///
/// # Errors
/// [`Problem::Unreadable`], [`Problem::TooLarge`], [`Problem::Broken`].
pub(crate) async fn take(visit: Visit, request: Request) -> Result<Response, Problem> {
    let body = to_bytes(request.into_body(), NOTE).await.map_err(|_| Problem::TooLarge)?;
    let note = std::str::from_utf8(&body).map_err(|_| Problem::NotUtf8)?;
    let note: Note = note.parse().map_err(|_| Problem::Unreadable)?;
    let cosigned = match log::cosigned(&note, &visit.app.log, &visit.app.witnesses) {
        Ok(cosigned) => cosigned,
        Err(why) => return Ok(untaken(why)),
    };
    let asked = cosigned.clone();
    if !visit.app.db.read(move |r| log::is_news(r, &asked)).await? {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let now = visit.app.now();
    let taken = visit.app.db.write(move |tx| log::take(tx, &cosigned, now)).await?;
    Ok(taken.map_or_else(untaken, |()| StatusCode::NO_CONTENT.into_response()))
}

fn untaken(why: Untaken) -> Response {
    let (status, title) = match why {
        Untaken::NotOurs => (StatusCode::UNPROCESSABLE_ENTITY, "not-ours"),
        Untaken::Unwitnessed => (StatusCode::FORBIDDEN, "unwitnessed"),
        Untaken::NotHeld => (StatusCode::CONFLICT, "not-held"),
    };
    let document = serde_json::json!({ "status": status.as_u16(), "title": title });
    (status, [(CONTENT_TYPE, "application/problem+json")], document.to_string()).into_response()
}
