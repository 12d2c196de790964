//! Everything that can go wrong with a request, and what its sender is told.

use std::sync::Arc;

use axum::http::header::{CONTENT_TYPE, HeaderValue, LOCATION, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kheo_core::Refusal;
use kheo_core::sealing::StaysSealed;
use kheo_store::{StoreError, WriteError};
use maud::Markup;
use serde_json::json;
use tokio::task::JoinError;

use crate::brake::Wait;
use crate::pages::{kept as kept_page, problem as page};
use crate::parts::fault::{self, Fault};
use crate::parts::unknown::Unknown;
use crate::session;
use crate::visit::Visit;

/// When to ask again for what a database that is away would tell: another node takes over in some seconds.
///
/// - Unit: seconds.
const AGAIN: i64 = 10;

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
    /// The form was sent without a session that runs.
    #[error("the session has ended")]
    SignedOut,
    /// The form was made for another session than the one in which it was sent.
    #[error("of another session")]
    StaleForm,
    /// The form is for citizens, and somebody signed in sent it.
    #[error("for citizens only")]
    Officer,
    /// Too many wrong attempts came from this address.
    #[error("too many wrong attempts")]
    TooMany(Wait),
    /// Too much is under way to take more now.
    #[error("busy")]
    Busy,
    /// The address of the page has values that name nothing.
    #[error("unknown values")]
    Unknown(Vec<Unknown>),
    /// More was sent than is taken.
    #[error("too large")]
    TooLarge,
    /// More was sent than a receipt may hold.
    #[error("receipt too large")]
    ReceiptTooLarge,
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
    /// It failed while something was sent, so that nobody knows whether it was recorded.
    #[error("{0}")]
    Unsaved(String),
    /// There was no room for what was sent, so that nothing of it was recorded.
    #[error("no room")]
    NoRoom,
    /// The server of the database does not answer, so that nothing was read or recorded.
    #[error("{0}")]
    Away(String),
}

impl Problem {
    /// The one place that says which status a problem has.
    fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable | Self::NotUtf8 | Self::Unknown(_) => StatusCode::BAD_REQUEST,
            Self::SignIn => StatusCode::SEE_OTHER,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forged | Self::StaleForm | Self::Officer => StatusCode::FORBIDDEN,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy | Self::Unsaved(_) | Self::NoRoom | Self::Away(_) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::NotFound
            | Self::Refused(
                Refusal::NotYours | Refusal::UnknownCase { .. } | Refusal::UnknownTask { .. },
            ) => StatusCode::NOT_FOUND,
            Self::Refused(Refusal::Erased { .. }) => StatusCode::GONE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Refused(Refusal::Stale { .. }) => StatusCode::CONFLICT,
            Self::TooLarge | Self::ReceiptTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
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
        match self {
            Self::Unreadable => "unreadable",
            Self::NotUtf8 => "not-utf8",
            Self::Unknown(_) => "unknown",
            Self::SignIn | Self::SignedOut => "signed-out",
            Self::Forged => "forged",
            Self::StaleForm => "stale-form",
            Self::Officer => "officer",
            Self::TooMany(_) => "too-many",
            Self::Busy => "busy",
            Self::Method => "method",
            Self::TooLarge => "too-large",
            Self::ReceiptTooLarge => "receipt-too-large",
            Self::MediaType => "media-type",
            Self::Broken(_) => "broken",
            Self::Unsaved(_) => "unsaved",
            Self::NoRoom => "no-room",
            Self::Away(_) => "away",
            Self::NotFound | Self::Refused(_) | Self::Fields(_) => match self.status() {
                StatusCode::NOT_FOUND => "not-found",
                StatusCode::CONFLICT => "conflict",
                _ => "refused",
            },
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StaysSealed> for Problem {
    fn from(why: StaysSealed) -> Self {
        Self::Refused(why.into())
    }
}

impl From<StoreError> for Problem {
    fn from(why: StoreError) -> Self {
        if why.is_want_of_room() {
            Self::NoRoom
        } else if why.is_away() {
            Self::Away(why.to_string())
        } else {
            Self::Broken(why.to_string())
        }
    }
}

impl From<JoinError> for Problem {
    /// What made the work break off may hold what somebody typed, so it is not told.
    fn from(_: JoinError) -> Self {
        Self::Broken("a piece of work broke off".to_owned())
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
    let problem = match &*problem {
        // All that is recorded carries a key or what was seen, so it can be sent again.
        Problem::Broken(cause) if visit.sends => Arc::new(Problem::Unsaved(cause.clone())),
        _ => problem,
    };
    if matches!(*problem, Problem::SignIn) {
        return to_login(visit);
    }
    let reference = reference(visit, &problem);
    let mut response = if visit.is_api() {
        document(visit, &problem, reference.as_deref())
    } else {
        (problem.status(), markup(visit, &problem, reference.as_deref())).into_response()
    };
    let wait = match &*problem {
        Problem::TooMany(Wait(seconds)) => Some(*seconds),
        Problem::Away(_) => Some(AGAIN),
        _ => None,
    };
    let wait = wait.map(|seconds| (RETRY_AFTER, HeaderValue::from(seconds)));
    response.headers_mut().extend(wait);
    response
}

fn markup(visit: &Visit, problem: &Problem, reference: Option<&str>) -> Markup {
    let tongue = visit.tongue();
    let detail = match problem {
        Problem::SignedOut | Problem::StaleForm | Problem::Officer => {
            return kept_page::page(visit, problem.word());
        }
        Problem::Refused(refusal) => vec![fault::refusal(tongue, refusal, &[])],
        Problem::Unknown(unknown) => unknown.iter().map(|one| one.words(tongue)).collect(),
        Problem::TooMany(Wait(seconds)) => {
            vec![tongue.say_count("problem-too-many-wait", *seconds, &[])]
        }
        _ => Vec::new(),
    };
    page::page(visit, problem.word(), &detail, reference)
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|value| !value.as_bytes().starts_with(b"text/plain"))
}

fn to_login(visit: &Visit) -> Response {
    let address = session::login_address(&visit.address);
    let location = HeaderValue::from_str(&address);
    let location = location.unwrap_or(HeaderValue::from_static("/login"));
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}

/// Tells whoever runs the program of a fault, and its reader only where to find it.
fn reference(visit: &Visit, problem: &Problem) -> Option<String> {
    if matches!(problem, Problem::NoRoom) {
        (visit.app.no_room)();
    }
    let (Problem::Broken(cause) | Problem::Unsaved(cause) | Problem::Away(cause)) = problem else {
        return None;
    };
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
