//! Signing in and out, and forms that come from elsewhere.

use crate::site::{FORM, PASSWORD, Site};

#[test]
fn signing_in_leads_back_and_signing_out_ends_the_session() {
    let site = Site::open();
    let turned = site.get("/cases?due=overdue");
    assert_eq!(turned.status, 303);
    let login = site.get(turned.header("location"));
    let next = login.hidden("next");
    assert_eq!(next, "/cases?due=overdue");
    let fields = [("login", "clerk"), ("password", PASSWORD), ("next", next.as_str())];
    let entered = site.post("/login", &fields);
    assert_eq!((entered.status, entered.header("location")), (303, "/cases?due=overdue"));
    let flags = entered.header("set-cookie");
    assert!(flags.contains("HttpOnly") && flags.contains("SameSite=Lax"), "{flags}");
    let cookie = entered.cookie();
    let page = site.get_with("/cases", &[("cookie", &cookie)]);
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    let csrf = page.hidden("csrf");
    let left = site.post_with("/logout", &[("csrf", &csrf)], &[("cookie", &cookie)]);
    assert_eq!(left.status, 303);
    assert_eq!(site.get_with("/cases", &[("cookie", &cookie)]).status, 303);
}

#[test]
fn a_wrong_login_does_not_say_what_was_wrong() {
    let site = Site::open();
    let wrong = |login, password| {
        let answer = site.post("/login", &[("login", login), ("password", password)]);
        assert_eq!(answer.status, 422);
        assert_eq!(answer.header("set-cookie"), "");
        answer.keeps_silent_about(password);
        answer.body.replace(login, "")
    };
    assert_eq!(wrong("clerk", "sai-mật-khẩu"), wrong("nobody", "sai-mật-khẩu"));
}

#[test]
fn signing_in_never_leads_to_another_site() {
    let site = Site::open();
    for next in ["https://evil.vn/", "//evil.vn", "/\\evil.vn", "/%09/evil.vn"] {
        let fields = [("login", "clerk"), ("password", PASSWORD), ("next", next)];
        let to = site.post("/login", &fields).header("location").to_owned();
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'), "{next}: {to}");
    }
}

#[test]
fn a_tampered_cookie_is_nobodys() {
    let site = Site::open();
    let cookie = site.sign_in("clerk");
    let (name, value) = cookie.split_once('=').expect("a cookie");
    let tampered = format!("{name}={}", value.chars().rev().collect::<String>());
    for bad in [tampered.as_str(), "kheo-session=", "kheo-session=' OR 1=1 --"] {
        let answer = site.get_with("/work", &[("cookie", bad)]);
        assert_eq!(answer.status, 303, "{bad}");
        let login = site.get_with(answer.header("location"), &[("cookie", bad)]);
        login.says("Phiên đăng nhập đã kết thúc hoặc không hợp lệ.");
        assert!(login.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(site.get_with("/", &[("cookie", bad)]).status, 200);
    }
}

#[test]
fn a_form_from_elsewhere_or_without_its_token_changes_nothing() {
    let site = Site::open();
    let host = site.at.to_string();
    let elsewhere: [&[(&str, &str)]; 4] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "http://evil.vn")],
        &[("origin", "null")],
    ];
    for headers in elsewhere {
        assert_eq!(site.post_with("/ask", &FORM, headers).status, 403, "{headers:?}");
    }
    let cookie = site.sign_in("clerk");
    assert_eq!(site.post_with("/ask", &FORM, &[("cookie", &cookie)]).status, 403);
    assert!(site.cases().is_empty());
    let page = site.get_with("/ask", &[("cookie", &cookie)]);
    let csrf = page.hidden("csrf");
    let mut fields = FORM.to_vec();
    fields.push(("csrf", &csrf));
    let origin = format!("http://{host}");
    let sent = site.post_with("/ask", &fields, &[("cookie", &cookie), ("origin", &origin)]);
    assert_eq!(sent.status, 303, "{}", sent.body);
}

#[test]
fn a_post_without_the_right_sees_no_such_page() {
    let site = Site::open();
    let code = site.ask();
    let inspector = site.sign_in("inspector");
    let path = format!("/cases/{code}");
    let page = site.get_with(&path, &[("cookie", &inspector)]);
    assert_eq!(page.status, 200);
    let csrf = page.hidden("csrf");
    let seen = site.cases().remove(0).seen.to_string();
    let fields = [("csrf", csrf.as_str()), ("seen", seen.as_str())];
    let acted = site.post_with(&format!("{path}/accept"), &fields, &[("cookie", &inspector)]);
    assert_eq!(acted.status, 404);
    assert_eq!(site.cases().remove(0).seen.to_string(), seen);
}

#[test]
fn signing_in_anew_ends_the_session_before() {
    let site = Site::open();
    let first = site.sign_in("clerk");
    let page = site.get_with("/work", &[("cookie", &first)]);
    let csrf = page.hidden("csrf");
    let fields = [("login", "head"), ("password", PASSWORD), ("csrf", csrf.as_str())];
    let second = site.post_with("/login", &fields, &[("cookie", &first)]).cookie();
    assert_eq!(site.get_with("/work", &[("cookie", &first)]).status, 303);
    assert_eq!(site.get_with("/work", &[("cookie", &second)]).status, 200);
}

#[test]
fn behind_https_the_cookie_belongs_to_this_host_alone_and_browsers_come_back_by_https() {
    let site = Site::behind_https();
    let fields = [("login", "clerk"), ("password", PASSWORD)];
    let entered = site.post("/login", &fields);
    let set = entered.header("set-cookie");
    assert!(set.starts_with("__Host-kheo-session="), "{set}");
    assert!(set.contains("; Secure") && set.contains("; Path=/;") && !set.contains("Domain"));
    assert_eq!(entered.header("strict-transport-security"), "max-age=31536000");
    let cookie = entered.cookie();
    assert_eq!(site.get_with("/work", &[("cookie", &cookie)]).status, 200);
    let planted = cookie.trim_start_matches("__Host-");
    assert_eq!(site.get_with("/work", &[("cookie", planted)]).status, 303);
    assert_eq!(Site::open().get("/").header("strict-transport-security"), "");
}
