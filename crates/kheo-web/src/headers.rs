//! Headers that every response carries.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, STRICT_TRANSPORT_SECURITY,
    VARY,
};
use axum::http::{Extensions, HeaderMap, Method, StatusCode, Version};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::App;
use crate::session;

const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    script-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; \
    frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Behind https, browsers do not come back without it for a year.
const HTTPS_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Whether everybody who asks gets the same page: nobody is signed in, nothing was sent, and no
/// code opens it.
fn is_public(app: &App, request: &Request) -> bool {
    const PUBLIC: [&str; 3] = ["/", "/ask", "/answers"];
    let path = request.uri().path();
    matches!(*request.method(), Method::GET | Method::HEAD)
        && session::named(app, request.headers()).is_none()
        && (PUBLIC.contains(&path) || path.starts_with("/assets/"))
}

/// What of a request decides which page is sent.
fn varies(path: &str) -> Option<&'static str> {
    match path {
        _ if path.starts_with("/assets/") => None,
        _ if path.starts_with("/api/") => Some("accept-language"),
        _ => Some("cookie"),
    }
}

/// Goes around everything and sets the headers.
pub(crate) async fn set(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let keep = if is_public(&app, &request) { "no-cache" } else { "no-store" };
    let varies = varies(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if app.secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static(keep));
    if let Some(varies) = varies {
        headers.append(VARY, HeaderValue::from_static(varies));
    }
    response
}

/// Whether a response may be compressed.
pub(crate) fn is_compressible(
    _: StatusCode,
    _: Version,
    headers: &HeaderMap,
    _: &Extensions,
) -> bool {
    headers.get(CACHE_CONTROL).is_none_or(|value| value != "no-store")
}
