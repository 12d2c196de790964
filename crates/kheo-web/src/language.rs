//! Which language a reader gets.

use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, HeaderValue, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use kheo_words::Lang;

use crate::app::App;
use crate::cookie;

const COOKIE: &str = "kheo-lang";
const YEAR: u32 = 365 * 24 * 3600;

/// The language of a request: that of the cookie, for programs the first they accept; Vietnamese
/// otherwise.
pub(crate) fn of(path: &str, headers: &HeaderMap) -> Lang {
    if path.starts_with("/api/") {
        return accepted(headers).unwrap_or_default();
    }
    cookie::read(headers, COOKIE).and_then(Lang::from_tag).unwrap_or_default()
}

fn accepted(headers: &HeaderMap) -> Option<Lang> {
    let line = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let weight = |range: &str| {
        let q = range.split(';').find_map(|part| part.trim().strip_prefix("q="));
        q.map_or(1.0, |q| q.parse::<f32>().unwrap_or(0.0))
    };
    let mut wanted: Vec<(Lang, f32)> = line
        .split(',')
        .filter_map(|range| {
            let tag = range.split([';', '-']).next()?.trim().to_ascii_lowercase();
            Some((Lang::from_tag(&tag)?, weight(range)))
        })
        .filter(|(_, weight)| *weight > 0.0)
        .collect();
    wanted.sort_by(|a, b| b.1.total_cmp(&a.1));
    wanted.first().map(|(lang, _)| *lang)
}

/// For an address with `lang=`: a redirect to the same address without it, that sets the cookie.
pub(crate) fn switched(app: &App, request: &Request) -> Option<Response> {
    let path = request.uri().path();
    let is_page = !path.starts_with("/api/") && !path.starts_with("/assets/");
    if !is_page || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return None;
    }
    let (lang, address) = chosen(request.uri())?;
    let location = HeaderValue::from_str(&address).ok()?;
    let cookie = cookie::write(app, COOKIE, lang.tag(), YEAR);
    Some((StatusCode::SEE_OTHER, [(LOCATION, location), (SET_COOKIE, cookie)]).into_response())
}

fn chosen(uri: &Uri) -> Option<(Lang, String)> {
    let query = uri.query()?;
    let tag = query.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    let lang = Lang::from_tag(tag)?;
    let rest: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    Some((lang, with_query(&local(uri.path()), &rest.join("&"))))
}

/// The address that shows the page of `address` in the other language.
pub(crate) fn switch(address: &str, to: Lang) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let lang = format!("lang={}", to.tag());
    let query = if query.is_empty() { lang } else { format!("{query}&{lang}") };
    with_query(path, &query)
}

/// A path that cannot be read as the name of another host.
fn local(path: &str) -> String {
    format!("/{}", path.trim_start_matches(['/', '\\']))
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::{accepted, chosen, switch};
    use axum::http::{HeaderMap, HeaderValue, Uri};
    use kheo_words::Lang;

    #[test]
    fn switching_keeps_the_rest_of_the_address() {
        let there = switch("/answers?unit=song-cau&page=2", Lang::En);
        assert_eq!(there, "/answers?unit=song-cau&page=2&lang=en");
        let back = chosen(&there.parse::<Uri>().unwrap());
        assert_eq!(back, Some((Lang::En, "/answers?unit=song-cau&page=2".to_owned())));
        assert_eq!(chosen(&Uri::from_static("/?lang=en")), Some((Lang::En, "/".to_owned())));
        assert_eq!(chosen(&Uri::from_static("/?lang=xx")), None);
    }

    #[test]
    fn switching_never_leads_to_another_host() {
        let (_, address) = chosen(&Uri::from_static("//evil.vn/?lang=en")).unwrap();
        assert_eq!(address, "/evil.vn/");
    }

    #[test]
    fn programs_get_the_language_they_like_best() {
        let rows = [
            ("en", Some(Lang::En)),
            ("fr, en;q=0.5, vi;q=0.8", Some(Lang::Vi)),
            ("en-GB,vi;q=0.1", Some(Lang::En)),
            ("en;q=0", None),
            ("fr", None),
        ];
        for (line, expected) in rows {
            let mut headers = HeaderMap::new();
            headers.insert("accept-language", HeaderValue::from_static(line));
            assert_eq!(accepted(&headers), expected, "{line}");
        }
    }
}
