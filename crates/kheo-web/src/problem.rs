//! Everything that can go wrong with a request, and what its sender is told.

use std::sync::Arc;

use axum::http::header::{CONTENT_TYPE, HeaderValue, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kheo_core::Refusal;
use kheo_store::{StoreError, WriteError};
use serde_json::json;

use crate::pages::problem as page;
use crate::parts::fault::{self, Fault};
use crate::session;
use crate::visit::Visit;

/// Why a request has no ordinary answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    /// There is no such page or record, or it is not for this reader.
    #[error("not found")]
    NotFound,
    /// The page exists, but not for this method.
    #[error("method not allowed")]
    Method,
    /// The form or the parameters cannot be read.
    #[error("cannot be read")]
    Unreadable,
    /// What was sent is not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The form did not come from a page of this installation.
    #[error("sent from elsewhere")]
    Forged,
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// What was sent is of a media type that is not taken here.
    #[error("media type")]
    MediaType,
    /// The page needs somebody signed in.
    #[error("sign in first")]
    SignIn,
    /// The rules say no.
    #[error(transparent)]
    Refused(Refusal),
    /// Fields of the API that are wrong.
    #[error("wrong fields")]
    Fields(Vec<Fault>),
    /// The program or its disk failed.
    #[error("{0}")]
    Broken(String),
}

impl Problem {
    /// The one place that says which status a problem has.
    fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable | Self::NotUtf8 => StatusCode::BAD_REQUEST,
            Self::SignIn => StatusCode::SEE_OTHER,
            Self::Forged => StatusCode::FORBIDDEN,
            Self::NotFound
            | Self::Refused(
                Refusal::NotYours | Refusal::UnknownCase { .. } | Refusal::UnknownTask { .. },
            ) => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused(Refusal::Stale { .. }) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Refused(_) | Self::Fields(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::Method),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooLarge),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Self::MediaType),
            status if status.is_client_error() => Some(Self::Unreadable),
            status if status.is_server_error() => Some(Self::Broken(status.to_string())),
            _ => None,
        }
    }

    /// The word for it in the keys of its title and its text.
    fn word(&self) -> &'static str {
        match self.status() {
            StatusCode::BAD_REQUEST if matches!(self, Self::NotUtf8) => "not-utf8",
            StatusCode::BAD_REQUEST => "unreadable",
            StatusCode::FORBIDDEN => "forged",
            StatusCode::NOT_FOUND => "not-found",
            StatusCode::METHOD_NOT_ALLOWED => "method",
            StatusCode::CONFLICT => "conflict",
            StatusCode::PAYLOAD_TOO_LARGE => "too-large",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "media-type",
            StatusCode::UNPROCESSABLE_ENTITY => "refused",
            _ => "broken",
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Problem {
    fn from(why: StoreError) -> Self {
        Self::Broken(why.to_string())
    }
}

impl From<WriteError> for Problem {
    fn from(why: WriteError) -> Self {
        match why {
            WriteError::Refused(refusal) => Self::Refused(refusal),
            WriteError::Store(why) => why.into(),
        }
    }
}

impl IntoResponse for Problem {
    /// Only the status; [`finished`] writes the page, in the language of the reader.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The response with a page, or a document for programs, in place of a bare problem.
pub(crate) fn finished(visit: &Visit, mut response: Response) -> Response {
    let problem = match response.extensions_mut().remove::<Arc<Problem>>() {
        Some(problem) => problem,
        None if is_page(response.headers()) => return response,
        None => match Problem::of_status(response.status()) {
            Some(problem) => Arc::new(problem),
            None => return response,
        },
    };
    if matches!(*problem, Problem::SignIn) {
        return to_login(visit);
    }
    let reference = reference(visit, &problem);
    if visit.is_api() {
        return document(visit, &problem, reference.as_deref());
    }
    let detail = match &*problem {
        Problem::Refused(refusal) => Some(fault::refusal(visit.tongue(), refusal)),
        _ => None,
    };
    let markup = page::page(visit, problem.word(), detail.as_deref(), reference.as_deref());
    (problem.status(), markup).into_response()
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| !value.as_bytes().starts_with(b"text/plain"))
}

fn to_login(visit: &Visit) -> Response {
    let address = session::login_address(visit);
    let location = HeaderValue::from_str(&address);
    let location = location.unwrap_or(HeaderValue::from_static("/login"));
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}

/// Tells whoever runs the program of a fault, and its reader only where to find it.
fn reference(visit: &Visit, problem: &Problem) -> Option<String> {
    let Problem::Broken(cause) = problem else { return None };
    let reference: String = visit.app.secret().chars().take(10).collect();
    (visit.app.faults)(&format!("{reference}: {cause}"));
    Some(reference)
}

/// The problem as `application/problem+json` (RFC 9457).
fn document(visit: &Visit, problem: &Problem, reference: Option<&str>) -> Response {
    let tongue = visit.tongue();
    let word = problem.word();
    let single;
    let faults: &[Fault] = match problem {
        Problem::Fields(faults) => faults,
        Problem::Refused(refusal) => {
            single = [fault::of_refusal(tongue, refusal)];
            &single
        }
        _ => &[],
    };
    let errors: Vec<_> =
        faults.iter().map(|fault| json!({ "field": fault.field, "detail": fault.words })).collect();
    let mut body = json!({
        "type": "about:blank",
        "title": tongue.say(&format!("problem-{word}-title")),
        "status": problem.status().as_u16(),
        "detail": tongue.say(&format!("problem-{word}-text")),
        "errors": errors,
    });
    if let (Some(reference), Some(fields)) = (reference, body.as_object_mut()) {
        fields.insert("reference".to_owned(), json!(reference));
    }
    let headers = [(CONTENT_TYPE, "application/problem+json")];
    (problem.status(), headers, body.to_string()).into_response()
}
