//! Whether a form was sent from a page of another site.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// Whether the browser says that another site made it send the request.
///
/// Every browser in use says so in `Sec-Fetch-Site` or `Origin`. Whoever is signed in also proves it
/// by the token of the session in the form.
pub(crate) fn is_foreign(headers: &HeaderMap) -> bool {
    let text =
        |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site") {
        return !matches!(site.as_bytes(), b"same-origin" | b"none");
    }
    let Some(origin) = headers.get(ORIGIN) else { return false };
    let Some(host) = text(HOST) else { return true };
    let origin = origin.to_str().unwrap_or_default();
    origin.split_once("://").is_none_or(|(_, from)| from != host)
}

#[cfg(test)]
mod tests {
    use super::is_foreign;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn what_the_browser_says_of_the_sender_decides() {
        let rows: &[(&[(&'static str, &'static str)], bool)] = &[
            (&[("sec-fetch-site", "same-origin")], false),
            (
                &[("sec-fetch-site", "cross-site"), ("origin", "http://a.vn"), ("host", "a.vn")],
                true,
            ),
            (&[("sec-fetch-site", "same-site")], true),
            (&[("origin", "http://a.vn:80"), ("host", "a.vn:80")], false),
            (&[("origin", "http://b.vn"), ("host", "a.vn")], true),
            (&[("origin", "null"), ("host", "a.vn")], true),
            (&[("origin", "http://a.vn")], true),
            (&[("host", "a.vn")], false),
        ];
        for (sent, expected) in rows {
            let headers: HeaderMap = sent
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)))
                .collect();
            assert_eq!(is_foreign(&headers), *expected, "{sent:?}");
        }
    }
}
