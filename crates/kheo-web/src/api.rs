//! `/api/v1`: intake and following for programs.

use axum::body::{Body, to_bytes};
use axum::extract::{Path, Request};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::Json;
use kheo_store::case::RequestKey;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::intake::{self, Wanted};
use crate::pages::public::case::PublicCase;
use crate::parts::fault::{self, Fault};
use crate::petition::Typed;
use crate::problem::Problem;
use crate::public::case::followed;
use crate::rights::Access::Public;
use crate::rights::{Route, get, post};
use crate::visit::Visit;

/// The most that a document may hold. Unit: bytes.
const BODY: usize = 1 << 20;

/// The routes.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        post("/api/v1/cases", Public, create),
        get("/api/v1/cases/{code}", Public, show),
    ]
}

/// A request, as a program sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewCase {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    text: String,
    name: Option<String>,
    phone: Option<String>,
}

/// `POST /api/v1/cases`: 201 with code, address and due date; the same again for the same
/// `Idempotency-Key`.
///
/// # Errors
/// As `application/problem+json`, with the field that is wrong.
async fn create(visit: Visit, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let new = read(&visit, &parts.headers, body).await?;
    let key = key(&parts.headers);
    let units = visit.app.db.read(intake::addressees).await?;
    let typed = Typed {
        subject: &new.subject,
        text: &new.text,
        place: None,
        name: new.name.as_deref(),
        phone: new.phone.as_deref(),
    };
    let wanted = Wanted { kind: &new.kind, unit: &new.unit, topic: "", typed };
    let filing = intake::filing(&visit.app, &units, wanted, key).map_err(|wrong| {
        Problem::Fields(wrong.iter().map(|why| fault::of_refusal(visit.tongue(), why)).collect())
    })?;
    let done = intake::take(&visit.app, filing, Vec::new()).await?;
    let address = format!("/follow/{}", done.code);
    let answer = json!({ "code": done.code, "url": address, "due_on": done.due_on });
    Ok((StatusCode::CREATED, [(LOCATION, address)], Json(answer)).into_response())
}

async fn read(visit: &Visit, headers: &HeaderMap, body: Body) -> Result<NewCase, Problem> {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if media.split(';').next().map(str::trim) != Some("application/json") {
        return Err(Problem::MediaType);
    }
    let body = to_bytes(body, BODY).await.map_err(|_| Problem::TooLarge)?;
    let text = std::str::from_utf8(&body).map_err(|_| Problem::NotUtf8)?;
    serde_json::from_str(text).map_err(|why| match why.classify() {
        serde_json::error::Category::Data => Problem::Fields(vec![misfit(visit, text)]),
        _ => Problem::Unreadable,
    })
}

/// The first field that is unknown or of another type than text.
fn misfit(visit: &Visit, text: &str) -> Fault {
    const FIELDS: [&str; 6] = ["kind", "unit", "subject", "text", "name", "phone"];
    let tongue = visit.tongue();
    let sent: Value = serde_json::from_str(text).unwrap_or_default();
    let Value::Object(fields) = sent else { return Fault::new("", tongue.say("api-not-an-object")) };
    let unknown = fields.keys().find(|name| !FIELDS.contains(&name.as_str()));
    match unknown {
        Some(name) => Fault::new(name.clone(), tongue.say("api-unknown-field")),
        None => {
            let other = fields.iter().find(|(_, value)| !value.is_string());
            let name = other.map_or_else(String::new, |(name, _)| name.clone());
            Fault::new(name, tongue.say("api-not-a-text"))
        }
    }
}

fn key(headers: &HeaderMap) -> Option<RequestKey> {
    let key = headers.get("idempotency-key")?.to_str().ok()?.trim();
    (!key.is_empty()).then(|| RequestKey::new(&format!("api:{key}")))
}

/// `GET /api/v1/cases/{code}`: what everybody may see of the case.
///
/// # Errors
/// As `application/problem+json`.
async fn show(visit: Visit, Path(code): Path<String>) -> Result<Json<Value>, Problem> {
    let found = followed(&visit, &code).await?;
    Ok(Json(document(&visit, found.row.unit.as_str(), &found.public(&visit)?)))
}

fn document(visit: &Visit, unit: &str, case: &PublicCase) -> Value {
    let tongue = visit.tongue();
    let events: Vec<Value> = case
        .events
        .iter()
        .map(|told| json!({ "on": told.on, "what": told.words, "text": told.text }))
        .collect();
    json!({
        "code": case.code,
        "kind": case.kind,
        "topic": case.topic,
        "unit": unit,
        "unit_name": case.unit,
        "subject": case.subject,
        "received_on": case.received_on,
        "step": case.step,
        "step_name": tongue.say(&format!("step-{}", case.step)),
        "due_on": case.running.as_ref().map(|(due, _)| due.on),
        "origin": case.origin.word(),
        "demonstration": visit.app.demonstration || case.origin.is_demonstration(),
        "events": events,
    })
}
