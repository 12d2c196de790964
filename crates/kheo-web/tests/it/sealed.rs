//! Who brings a sealed case: two officers of two groups open it together, once, wherever they are.

use kheo_core::id::FieldId;
use kheo_core::post::Role;
use kheo_testkit::{PASSPHRASE, lies_on_disk};

use crate::client::Answer;
use crate::desk::Desk;
use crate::site::{FORM, Site, without_key};

/// Name, number and place that no other test writes, and where else the name stands.
const NAME: &str = "Bàn Khuổi Lếch";
const PHONE: &str = "0977 246 801";
const PLACE: &str = "bản Phiêng Lườn";
const SUBJECT: &str = "Việc của một cán bộ ở khu Nà Thử";
const REASON: &str = "Phải gặp người gửi để xác minh.";

fn site() -> Site {
    Site::changed(|kind| {
        kind.stripped = Some(FieldId::new("stripped"));
        kind.openers = Some([Role::Head, Role::Inspector]);
    })
}

/// Registers a case whose text names its sender; answers its page.
fn case(site: &Site) -> String {
    let text = format!("Tôi là {NAME}, máy {PHONE}, xin báo một việc.");
    let told = FORM.map(|(field, value)| match field {
        "subject" => (field, SUBJECT),
        "text" => (field, text.as_str()),
        "place" => (field, PLACE),
        "name" => (field, NAME),
        "phone" => (field, PHONE),
        _ => (field, value),
    });
    let sent = site.post("/ask", &told);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let code = sent.header("location").trim_start_matches("/receipt/");
    format!("/cases/{}", without_key(code))
}

fn ask(desk: &Desk<'_>, case: &str) -> Answer {
    let fields = [("reason", REASON), ("passphrase", PASSPHRASE)];
    desk.post(&format!("{case}/identity/ask"), &fields)
}

/// The code that the page after asking shows.
fn opening_code(asked: &Answer) -> String {
    assert_eq!(asked.status, 200, "{}", asked.body);
    let (_, rest) = asked.body.split_once("<strong class=\"code\">").expect("a code");
    rest.split('<').next().expect("a code").to_owned()
}

fn open(desk: &Desk<'_>, case: &str, code: &str, passphrase: &str) -> Answer {
    desk.post(&format!("{case}/identity/open"), &[("code", code), ("passphrase", passphrase)])
}

fn refused(answer: &Answer, why: &str) {
    assert_eq!(answer.status, 422, "{}", answer.body);
    answer.says(why);
    answer.keeps_silent_about(NAME);
}

#[test]
fn two_officers_open_it_once_each_at_another_program() {
    let site = site();
    let other = site.beside();
    let case = case(&site);
    let [head, inspector] = ["city-head", "city-inspector"].map(|post| Desk::at(&site, post));
    let (clerk, own) = (Desk::of(&site, "clerk"), Desk::of(&site, "inspector"));
    for desk in [&head, &inspector, &clerk, &own] {
        let page = desk.get(&case);
        page.says("Danh tính được niêm phong");
        for secret in [NAME, PHONE, PLACE] {
            page.keeps_silent_about(secret);
        }
    }

    clerk.get(&case).says("Tôi là […], máy […], xin báo một việc.");

    let asked = ask(&head, &case);
    let code = opening_code(&asked);
    assert_eq!(asked.header("cache-control"), "no-store");
    head.get(&case).says("Đang chờ người thứ hai");
    head.get(&case).keeps_silent_about(&code);
    inspector.get(&case).says(REASON);
    let path = format!("{case}/identity/open");
    let right = [("code", code.as_str()), ("passphrase", PASSPHRASE)];
    let wrong = [("code", "ABCD EFGH JKLM"), ("passphrase", PASSPHRASE)];
    refused(&inspector.post_at(&other, &path, &wrong), "Mã mở không đúng");
    refused(&head.post_at(&other, &path, &right), "không thể tự mở");
    refused(&clerk.post_at(&other, &path, &right), "Không có gì được niêm phong cho khóa của bạn");

    let shown = inspector.post_at(&other, &path, &right);
    assert_eq!(shown.status, 200, "{}", shown.body);
    assert_eq!(shown.header("cache-control"), "no-store");
    for told in [NAME, PHONE, PLACE, &format!("Tôi là {NAME}, máy {PHONE}")] {
        shown.says(told);
    }
    refused(&open(&inspector, &case, &code, PASSPHRASE), "Không có đề nghị mở nào đang chờ");
    for desk in [&head, &inspector, &own] {
        let page = desk.get(&case);
        page.says("đề nghị mở");
        page.says("đã mở và xem");
        page.says(REASON);
        page.keeps_silent_about(NAME);
    }
    clerk.get(&case).keeps_silent_about("đã mở và xem");

    let database = &site.city.database;
    assert!(lies_on_disk(database, SUBJECT), "the search finds what is there");
    for secret in [NAME, PHONE, PLACE, "ban khuoi lech", "0977246801", &code, PASSPHRASE] {
        assert!(!lies_on_disk(database, secret), "{secret}");
    }
    kheo_store::ledger::check(&site.city.db).unwrap();
}

#[test]
fn an_opening_that_nobody_comes_for_is_over_after_fifteen_minutes() {
    let site = site();
    let case = case(&site);
    let [head, inspector] = ["city-head", "city-inspector"].map(|post| Desk::at(&site, post));
    let code = opening_code(&ask(&head, &case));
    site.wait(15 * 60 - 1);
    inspector.get(&case).says("đề nghị mở; chờ đến");
    site.wait(1);
    inspector.get(&case).says("Đề nghị mở</button>");
    refused(&open(&inspector, &case, &code, PASSPHRASE), "Không có đề nghị mở nào đang chờ");
    // Either of the two may be the first.
    let code = opening_code(&ask(&inspector, &case));
    assert_eq!(open(&head, &case, &code.to_lowercase(), PASSPHRASE).status, 200);
}

#[test]
fn who_guesses_passphrases_or_codes_has_to_wait() {
    let site = site();
    let case = case(&site);
    let [head, inspector] = ["city-head", "city-inspector"].map(|post| Desk::at(&site, post));
    let code = opening_code(&ask(&head, &case));
    for _ in 0..3 {
        let wrong = open(&inspector, &case, &code, "không phải cụm mật khẩu này");
        refused(&wrong, "Cụm mật khẩu không đúng");
    }
    for _ in 0..2 {
        refused(&open(&inspector, &case, "AAAA AAAA AAAA", PASSPHRASE), "Mã mở không đúng");
    }
    let braked = open(&inspector, &case, &code, PASSPHRASE);
    assert_eq!((braked.status, braked.header("retry-after")), (429, "60"), "{}", braked.body);
    braked.keeps_silent_about(NAME);
    site.wait(60);
    assert_eq!(open(&inspector, &case, &code, PASSPHRASE).status, 200);
}

#[test]
fn what_an_officer_types_is_not_shown_again() {
    let site = site();
    let case = case(&site);
    let head = Desk::at(&site, "city-head");
    let short = [("reason", "Vì"), ("passphrase", PASSPHRASE)];
    let again = head.post(&format!("{case}/identity/ask"), &short);
    assert_eq!(again.status, 422);
    again.says(">\nVì</textarea>");
    again.keeps_silent_about(PASSPHRASE);
}
