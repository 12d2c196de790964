//! Guessing passwords and codes is slowed down; what is right is not.

use crate::client::{self, Answer};
use crate::site::{PASSWORD, Site};

fn sign_in(site: &Site, password: &str, from: &str) -> Answer {
    let fields = [("login", "clerk"), ("password", password)];
    site.post_with("/login", &fields, &[("x-forwarded-for", from)])
}

fn waits(answer: &Answer, seconds: &str) {
    assert_eq!((answer.status, answer.header("retry-after")), (429, seconds));
}

#[test]
fn after_ten_wrong_passwords_an_address_waits_and_others_do_not() {
    let site = Site::behind_https();
    for _ in 0..10 {
        assert_eq!(sign_in(&site, "sai", "1.2.3.4, 203.0.113.7").status, 422);
    }
    let braked = sign_in(&site, "sai", "203.0.113.7");
    waits(&braked, "30");
    braked.says("Thử sai quá nhiều lần");
    braked.says("Hãy đợi 30 giây rồi thử lại.");
    braked.says("clerk</textarea>");
    braked.keeps_silent_about("sai</textarea>");
    waits(&sign_in(&site, PASSWORD, "203.0.113.7"), "30");
    assert_eq!(sign_in(&site, PASSWORD, "203.0.113.8").status, 303);
    assert_eq!(sign_in(&site, PASSWORD, "203.0.113.7, 203.0.113.8").status, 303);
    site.wait(30);
    assert_eq!(sign_in(&site, PASSWORD, "203.0.113.7").status, 303);
    assert_eq!(sign_in(&site, "sai", "203.0.113.7").status, 422);
    waits(&sign_in(&site, "sai", "203.0.113.7"), "30");
}

#[test]
fn an_address_cannot_be_invented_where_no_server_stands_before_us() {
    let site = Site::open();
    for host in 0..10 {
        assert_eq!(sign_in(&site, "sai", &format!("203.0.113.{host}")).status, 422);
    }
    waits(&sign_in(&site, "sai", "203.0.113.99"), "30");
}

#[test]
fn right_passwords_are_never_slowed() {
    let site = Site::open();
    for _ in 0..12 {
        assert_eq!(sign_in(&site, PASSWORD, "").status, 303);
    }
}

#[test]
fn after_thirty_unknown_codes_an_address_waits_wherever_it_asks() {
    let site = Site::open();
    let code = site.ask();
    let at = |code: &str| {
        let api = format!("/api/v1/cases/{code}");
        [format!("/follow?code={code}"), format!("/follow/{code}"), format!("/receipt/{code}"), api]
    };
    for _ in 0..40 {
        assert_eq!(site.get(&format!("/follow/{code}")).status, 200);
    }
    for number in 0..30 {
        let guess = &at(&format!("YC-2016-0001-AAAA{number}"))[number % 4];
        assert_eq!(site.get(guess).status, 404, "{guess}");
    }
    for path in at("YC-2016-0001-BBBB").iter().chain(&at(&code)) {
        waits(&site.get(path), "10");
    }
    let reopen = format!("/follow/{code}/reopen");
    let braked = site.post(&reopen, &[("seen", "3"), ("text", "Đèn vẫn <b>tối</b>.")]);
    waits(&braked, "10");
    braked.says("Đèn vẫn &lt;b&gt;tối&lt;/b&gt;.</textarea>");
    braked.says(&format!("<a class=\"btn\" href=\"/follow/{code}\">"));
    let api = client::send(site.at, "GET", &at(&code)[3], &[], b"");
    assert_eq!(api.header("content-type"), "application/problem+json");
    assert_eq!(api.json()["status"], 429);
    assert_eq!(site.get("/answers").status, 200);
    site.wait(10);
    for path in at(&code) {
        assert!(matches!(site.get(&path).status, 200 | 303), "{path}");
    }
}
