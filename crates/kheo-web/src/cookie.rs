//! Cookies, read and written.

use axum::http::HeaderMap;
use axum::http::header::{COOKIE, HeaderValue};

use crate::app::App;

/// The value of the cookie `name`.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// The header that sets the cookie for `seconds`; 0 takes it away.
pub(crate) fn write(app: &App, name: &str, value: &str, seconds: u32) -> HeaderValue {
    let secure = if app.secure { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::read;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append("cookie", HeaderValue::from_static("xkheo=1; kheo=2"));
        headers.append("cookie", HeaderValue::from_static("lang=en"));
        assert_eq!(read(&headers, "kheo"), Some("2"));
        assert_eq!(read(&headers, "lang"), Some("en"));
        assert_eq!(read(&headers, "heo"), None);
    }
}
