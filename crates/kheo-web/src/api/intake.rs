//! `POST /api/v1/cases`: register a case.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use axum::response::{IntoResponse, Response};
use kheo_core::Refusal;
use kheo_core::case::{Filled, Petition, TypedPetition, form};
use kheo_core::id::{FieldId, KindId, TopicId, UnitId};
use kheo_core::text::{Bounds, clean};
use serde_json::{Map, Value, json};

use crate::limits::Memory;
use crate::parts::fault::{self, Fault};
use crate::problem::Problem;
use crate::public::ask::{Asked, RequestName, is_addressable, register};
use crate::submission::{Submission, body};
use crate::visit::Visit;

/// The most that a document may hold. Unit: bytes.
const BODY: usize = 1 << 20;

/// The header in which the program names its request.
const KEY: &str = "Idempotency-Key";

const REQUIRED: [&str; 4] = ["kind", "unit", "subject", "text"];
const OPTIONAL: [&str; 5] = ["topic", "place", "name", "phone", PERSONS];
/// The field for a number; a text of digits is taken too.
const PERSONS: &str = "persons";
/// The answers to the questions of the kind: an object of texts, numbers and lists of texts.
const ANSWERS: &str = "fields";

/// `POST /api/v1/cases` with `{kind, unit, subject, text, topic?, place?, name?, phone?, persons?,
/// fields?}`.
///
/// # Errors
/// [`Problem::MediaType`], [`Problem::TooLarge`], [`Problem::Busy`], [`Problem::NotUtf8`], [`Problem::Unreadable`];
/// [`Problem::Fields`] names every field that is wrong.
pub(crate) async fn create(
    visit: Visit,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let mut memory = Memory::default();
    let fields = read(&visit, &headers, body, &mut memory).await?;
    may_be_sent(&visit, &fields).map_err(|fault| Problem::Fields(vec![fault]))?;
    let asked = checked(&visit, &headers, &fields).map_err(Problem::Fields)?;
    let registered = register(&visit, asked, &mut Submission::default())
        .await
        .map_err(|problem| reused(&visit, problem))?;
    let code = registered.follow_code();
    let url = format!("/follow/{code}");
    let answer = json!({ "code": code, "url": url, "due_on": registered.due_on });
    let headers = [(LOCATION, format!("/api/v1/cases/{code}"))];
    Ok((StatusCode::CREATED, headers, axum::Json(answer)).into_response())
}

/// A key that named another request before is a wrong field.
fn reused(visit: &Visit, problem: Problem) -> Problem {
    match problem {
        Problem::Refused(why @ Refusal::KeyReused) => {
            Problem::Fields(vec![Fault::new(KEY, fault::refusal(visit.tongue(), &why, &[]))])
        }
        other => other,
    }
}

async fn read(
    visit: &Visit,
    headers: &HeaderMap,
    mut body: Body,
    memory: &mut Memory,
) -> Result<Map<String, Value>, Problem> {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    if !media.eq_ignore_ascii_case("application/json") {
        return Err(Problem::MediaType);
    }
    let mut bytes = Vec::new();
    while let Some(piece) = body::next(&mut body).await? {
        let size = bytes.len() + piece.len();
        if size > BODY {
            return Err(Problem::TooLarge);
        }
        memory.hold(size, &visit.limits, visit.client).await?;
        bytes.extend_from_slice(&piece);
    }
    let text = std::str::from_utf8(&bytes).map_err(|_| Problem::NotUtf8)?;
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(fields),
        _ => Err(Problem::Unreadable),
    }
}

/// Refuses a kind that somebody takes in who listens, before anything is asked about it.
fn may_be_sent(visit: &Visit, fields: &Map<String, Value>) -> Result<(), Fault> {
    let (rules, today) = (visit.app.rules(), visit.today());
    let kind = KindId::new(fields.get("kind").and_then(Value::as_str).unwrap_or_default().trim());
    if rules.kind_on(&kind, today).map_or(true, |kind| kind.self_service) {
        return Ok(());
    }
    let others: Vec<&str> = rules.self_service(today).map(|kind| kind.id.as_str()).collect();
    let variables = [("kind", kind.as_str()), ("others", &others.join(", "))];
    Err(Fault::new("kind", visit.tongue().say_with("api-kind-not-sent", &variables)))
}

fn checked(
    visit: &Visit,
    headers: &HeaderMap,
    fields: &Map<String, Value>,
) -> Result<Asked, Vec<Fault>> {
    let tongue = visit.tongue();
    let mut faults = shape(visit, fields);
    let text = |field: &str| fields.get(field).and_then(Value::as_str);
    let required = |field| text(field).unwrap_or_default();
    let number = fields.get(PERSONS).filter(|value| value.is_number()).map(Value::to_string);
    let typed = TypedPetition {
        persons: number.as_deref().or(text(PERSONS)),
        subject: required("subject"),
        text: required("text"),
        place: text("place"),
        name: text("name"),
        phone: text("phone"),
    };
    let petition = typed.petition().map_err(|refusals| {
        let missing = |field: &str| faults.iter().any(|fault| fault.field == field);
        let new: Vec<Fault> = refusals
            .iter()
            .map(|why| fault::of_refusal(tongue, why))
            .filter(|fault| !missing(&fault.field))
            .collect();
        faults.extend(new);
    });
    let kind = KindId::new(required("kind").trim());
    if !faults.iter().any(|fault| fault.field == "kind")
        && let Err(refusal) = visit.app.rules().kind_on(&kind, visit.today())
    {
        faults.push(fault::of_refusal(tongue, &refusal));
    }
    if let Ok(known) = visit.app.rules().kind_on(&kind, visit.today()) {
        let lacks = known
            .requires
            .iter()
            .filter(|part| text(part.field()).is_none_or(|text| text.trim().is_empty()));
        faults.extend(lacks.map(|&part| fault::of_refusal(tongue, &Refusal::Lacks { part })));
    }
    let filled = answers(visit, &kind, fields).unwrap_or_else(|wrong| {
        faults.extend(wrong);
        Filled::new()
    });
    let unit = UnitId::new(required("unit").trim());
    if !faults.iter().any(|fault| fault.field == "unit") {
        let refused = refused_there(visit, &kind, &unit);
        faults.extend(refused.map(|why| fault::of_refusal(tongue, &why)));
    }
    let name = key(visit, headers).map_err(|fault| faults.push(fault));
    match (petition, name) {
        (Ok(petition), Ok(name)) if faults.is_empty() => Ok(Asked {
            kind,
            unit,
            topic: text("topic").map(str::trim).filter(|topic| !topic.is_empty()).map(TopicId::new),
            petition: Petition { filled, ..petition },
            name,
        }),
        _ => Err(faults),
    }
}

/// Why a case of `kind` cannot be sent to `unit`: citizens cannot turn to it, or nobody there takes such cases.
fn refused_there(visit: &Visit, kind: &KindId, unit: &UnitId) -> Option<Refusal> {
    if !is_addressable(visit, unit) {
        return Some(Refusal::UnknownUnit { unit: unit.clone() });
    }
    let kind = visit.app.rules().kind_on(kind, visit.today()).ok()?;
    let takes = visit.directory.takes(kind, unit);
    (!takes).then(|| Refusal::NobodyThere { unit: unit.clone() })
}

/// What answers the questions of `kind`; faults are named `fields.QUESTION`.
fn answers(
    visit: &Visit,
    kind: &KindId,
    fields: &Map<String, Value>,
) -> Result<Filled, Vec<Fault>> {
    let (tongue, today) = (visit.tongue(), visit.today());
    let Ok(kind) = visit.app.rules().kind_on(kind, today) else { return Ok(Filled::new()) };
    let empty = Map::new();
    let given = match fields.get(ANSWERS) {
        None | Some(Value::Null) => &empty,
        Some(Value::Object(given)) => given,
        Some(_) => return Err(vec![Fault::new(ANSWERS, tongue.say("api-not-an-object"))]),
    };
    let named = |id: &str| format!("{ANSWERS}.{id}");
    let asked = |id: &str| kind.form.iter().any(|field| field.as_str() == id);
    let unknown = given.keys().filter(|id| !asked(id));
    let mut faults: Vec<Fault> =
        unknown.map(|id| Fault::new(named(id), tongue.say("api-unknown"))).collect();
    let texts: BTreeMap<&str, Vec<String>> =
        given.iter().map(|(id, value)| (id.as_str(), texts(value))).collect();
    let typed = |id: &FieldId| {
        let texts = texts.get(id.as_str()).map_or(&[][..], Vec::as_slice);
        texts.iter().map(String::as_str).collect()
    };
    let filled = form::fill(kind.fields_of(&kind.form), typed, today).unwrap_or_else(|wrong| {
        faults.extend(wrong.iter().map(|why| {
            let id = why.field().unwrap_or_default();
            Fault::new(named(id), fault::refusal(tongue, why, &[]))
        }));
        Filled::new()
    });
    if faults.is_empty() { Ok(filled) } else { Err(faults) }
}

/// The texts that a value stands for, as if they had been typed.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(all) => all.iter().flat_map(texts).collect(),
        Value::String(text) => vec![text.clone()],
        other => vec![other.to_string()],
    }
}

/// Fields that are missing, unknown or of the wrong type.
fn shape(visit: &Visit, fields: &Map<String, Value>) -> Vec<Fault> {
    let tongue = visit.tongue();
    let mut faults = Vec::new();
    for field in REQUIRED {
        match fields.get(field) {
            None | Some(Value::Null) => faults.push(Fault::new(field, tongue.say("api-missing"))),
            Some(Value::String(text)) if text.trim().is_empty() => {
                faults.push(Fault::new(field, tongue.say("api-missing")));
            }
            Some(Value::String(_)) => {}
            Some(_) => faults.push(Fault::new(field, tongue.say("api-not-text"))),
        }
    }
    for (field, value) in fields {
        if field == PERSONS && value.is_number() {
            continue;
        }
        let optional = OPTIONAL.contains(&field.as_str());
        if optional && !matches!(value, Value::String(_) | Value::Null) {
            faults.push(Fault::new(field, tongue.say("api-not-text")));
        } else if !optional && field != ANSWERS && !REQUIRED.contains(&field.as_str()) {
            faults.push(Fault::new(field, tongue.say("api-unknown")));
        }
    }
    faults
}

/// What the program calls the request, so that it can send it again when it heard no answer.
fn key(visit: &Visit, headers: &HeaderMap) -> Result<RequestName, Fault> {
    let text = headers.get(KEY).and_then(|value| value.to_str().ok());
    let text = text.and_then(|text| clean("key", text, Bounds { least: 1, most: 200 }).ok());
    text.map(RequestName::Program).ok_or_else(|| Fault::new(KEY, visit.tongue().say("api-key")))
}
