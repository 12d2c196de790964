//! Headers that every response carries.

use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, VARY};
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::middleware::Next;
use axum::response::Response;

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

/// Whether a page shows something that a shared computer should not keep.
fn is_private(path: &str) -> bool {
    const PUBLIC: [&str; 5] = ["/ask", "/answers", "/login", "/assets/", "/api/"];
    path != "/" && !PUBLIC.iter().any(|public| path.starts_with(public))
}

/// Goes around everything and sets the headers.
pub(crate) async fn set(request: Request, next: Next) -> Response {
    let keep = if is_private(request.uri().path()) { "no-store" } else { "no-cache" };
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static(keep));
    headers.append(VARY, HeaderValue::from_static("cookie"));
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
