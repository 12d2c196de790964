//! What was typed survives: an ended session, a newer one, and letters that cannot be read.

use crate::client::{self, Answer, File, urlencoded};
use crate::desk::Desk;
use crate::ground::owe;
use crate::site::{FORM, PASSWORD, PICTURE, Site};

const WORDS: &str = "Đã gọi điện cho <b>người gửi</b>";
const SHOWN: &str = "Đã gọi điện cho &lt;b&gt;người gửi&lt;/b&gt;</textarea>";

/// The address behind the button to sign in.
fn to_sign_in(page: &Answer) -> String {
    let rest = page.body.split("href=\"/login?next=").nth(1).expect("a link to sign in");
    format!("/login?next={}", rest.split('"').next().unwrap_or_default())
}

#[test]
fn a_form_of_an_ended_session_shows_what_was_typed_and_leads_back_to_its_page() {
    let site = Site::open();
    owe(&site);
    let code = site.ask();
    let case = format!("/cases/{code}");
    let fields = [("seen", "3"), ("text", WORDS)];
    let forms = [(format!("{case}/note"), case.as_str()), ("/tasks/c1-north".to_owned(), "/tasks")];
    for (path, page) in &forms {
        let desk = Desk::of(&site, "head");
        assert_eq!(desk.post("/logout", &[]).status, 303);
        let file = [File { name: "a.png", content: PICTURE }];
        for answer in [desk.post(path, &fields), desk.post_files(path, &fields, &file)] {
            assert_eq!(answer.status, 401, "{path}");
            answer.says("Phiên đăng nhập đã kết thúc");
            answer.says("Chưa có gì được ghi nhận.");
            answer.says(SHOWN);
            answer.keeps_silent_about(desk.csrf());
            let login = site.get(&to_sign_in(&answer));
            let next = login.hidden("next");
            assert_eq!(next, *page);
            let entered = [("login", "head"), ("password", PASSWORD), ("next", next.as_str())];
            let entered = site.post("/login", &entered);
            assert_eq!(entered.header("location"), *page);
            let back = site.get_with(page, &[("cookie", &entered.cookie())]);
            assert_eq!(back.status, 200, "{page}");
        }
    }
    let forged = [("cookie", "kheo-session=forged")];
    let answer = site.post_with(&forms[0].0, &fields, &forged);
    assert_eq!(answer.status, 401);
    answer.says(SHOWN);
    assert_eq!(site.cases().remove(0).seen, 3);
}

#[test]
fn a_form_of_an_earlier_session_shows_what_was_typed_whoever_signed_in_since() {
    let site = Site::open();
    owe(&site);
    let code = site.ask();
    let (note, case) = (format!("/cases/{code}/note"), format!("/cases/{code}"));
    let fields = [("seen", "3"), ("text", WORDS), ("subject", "Đèn hỏng"), ("phone", "0912")];
    let rows = [
        ("clerk", "clerk", note.as_str(), case.as_str()),
        ("clerk", "inspector", &note, &case),
        ("head", "clerk", "/tasks/c1-north", "/tasks"),
        ("clerk", "head", "/ask", "/ask"),
    ];
    for (before, since, path, page) in rows {
        let tab = Desk::of(&site, before).when_signed_in_again_as(&Desk::of(&site, since));
        let file = [File { name: "a.png", content: PICTURE }];
        for answer in [tab.post(path, &fields), tab.post_files(path, &fields, &file)] {
            assert_eq!(answer.status, 403, "{path} of {before}, then {since}");
            answer.says("Biểu mẫu thuộc một phiên đăng nhập khác");
            answer.says(SHOWN);
            answer.says("Đèn hỏng</textarea>");
            answer.says(&format!("<a class=\"btn\" href=\"{page}\">"));
            assert_eq!(site.get(&to_sign_in(&answer)).hidden("next"), page);
            answer.keeps_silent_about(tab.csrf());
        }
    }
    let secret = [("login", "clerk"), ("password", "mật khẩu của tôi"), ("csrf", "cũ")];
    let clerk = Desk::of(&site, "clerk");
    let answer = site.post_with("/login", &secret, &[("cookie", clerk.cookie())]);
    assert_eq!(answer.status, 403);
    answer.keeps_silent_about("mật khẩu của tôi");
    assert_eq!((site.cases().len(), site.cases().remove(0).seen), (1, 3));
    assert!(site.stored().is_empty());
}

#[test]
fn whatever_form_holds_letters_that_are_not_utf8_comes_back_with_the_others() {
    let site = Site::open();
    owe(&site);
    let (open, answered) = (site.ask(), {
        let mut other = FORM;
        other[0].1 = "another form";
        site.post("/ask", &other).header("location").trim_start_matches("/receipt/").to_owned()
    });
    site.answer(&answered);
    let seen = site.get(&format!("/follow/{answered}")).hidden("seen");
    let head = Desk::of(&site, "head");
    let before: Vec<u64> = site.cases().iter().map(|case| case.seen).collect();
    let send = |path: &str, cookie: &str, fields: &[(&str, &str)]| {
        let mut body = urlencoded(fields);
        body.extend_from_slice("&text=Đã%20".as_bytes());
        body.extend_from_slice(b"s%FFa");
        let media = ("content-type", "application/x-www-form-urlencoded");
        let answer = client::send(site.at, "POST", path, &[media, ("cookie", cookie)], &body);
        assert_eq!(answer.status, 422, "{path}");
        answer.says("không đúng bảng mã Unicode (UTF-8)");
        answer.says("Đã s\u{fffd}a</textarea>");
    };
    let staff = [("csrf", head.csrf()), ("seen", "3")];
    send(&format!("/cases/{open}/note"), head.cookie(), &staff);
    send("/tasks/c1-north", head.cookie(), &[("csrf", head.csrf()), ("seen", "0")]);
    send(&format!("/follow/{answered}/reopen"), "", &[("seen", &seen)]);
    let login = b"login=clerk%FF&password=x";
    let media = [("content-type", "application/x-www-form-urlencoded")];
    let login = client::send(site.at, "POST", "/login", &media, login);
    assert_eq!(login.status, 422);
    login.says("không đúng bảng mã Unicode (UTF-8)");
    login.says("value=\"clerk\u{fffd}\"");
    let after: Vec<u64> = site.cases().iter().map(|case| case.seen).collect();
    assert_eq!(before, after, "something was registered");
    head.get("/tasks").says("Chưa có báo cáo.");
}
