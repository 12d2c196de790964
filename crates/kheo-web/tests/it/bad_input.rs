//! What is refused, how it is told, and that nothing is half-written.

use crate::client::{self, File, MULTIPART, multipart};
use crate::site::{FORM, PICTURE, Site};

/// The good form with other values.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let value = |name, kept| {
        changes.iter().find(|(changed, _)| *changed == name).map_or(kept, |(_, value)| *value)
    };
    FORM.iter().map(|(name, kept)| (*name, value(*name, *kept))).collect()
}

#[test]
fn a_wrong_form_says_what_is_wrong_and_keeps_what_was_typed() {
    let site = Site::open();
    let rows: [(&[(&str, &str)], &str); 7] = [
        (&[("subject", " ")], "#f-subject"),
        (&[("text", "ngắn")], "#f-text"),
        (&[("phone", "gọi tôi")], "#f-phone"),
        (&[("unit", "atlantis")], "#f-unit"),
        (&[("unit", "old")], "#f-unit"),
        (&[("kind", "war")], "#f-kind"),
        (&[("topic", "war")], "#f-topic"),
    ];
    for (changes, link) in rows {
        let answer = site.post("/ask", &form(changes));
        assert_eq!(answer.status, 422, "{changes:?}");
        answer.says(&format!("href=\"{link}\""));
        answer.says("value=\"ngõ 12, tổ 3\"");
        answer.says("value=\"0123456789abcdef\"");
    }
    assert!(site.cases().is_empty());
}

#[test]
fn script_in_text_is_shown_as_text() {
    let site = Site::open();
    let subject = "<script>alert(1)</script>\"'&";
    let sent = site.post("/ask", &form(&[("subject", subject)]));
    let receipt = site.get(sent.header("location"));
    receipt.says("&lt;script&gt;alert(1)&lt;/script&gt;&quot;");
    receipt.keeps_silent_about("<script>alert");
    let refused = site.post("/ask", &form(&[("subject", subject), ("text", "</textarea><b>")]));
    refused.keeps_silent_about("</textarea><b>");
}

#[test]
fn decomposed_letters_are_joined() {
    let site = Site::open();
    site.post("/ask", &form(&[("subject", "Đe\u{300}n đươ\u{300}ng ho\u{309}ng")]));
    assert_eq!(site.cases().remove(0).petition.subject, "Đèn đường hỏng");
}

#[test]
fn text_that_is_not_utf8_is_refused_as_such() {
    let site = Site::open();
    let body = b"kind=request&unit=north&subject=%D0%FF%C0";
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let answer = client::send(site.at, "POST", "/ask", &form, body);
    assert_eq!(answer.status, 400);
    answer.says("UTF-8");
    let body = multipart(&[("subject", b"\xd0\xff")], &[]);
    let answer = client::send(site.at, "POST", "/ask", &[("content-type", MULTIPART)], &body);
    assert_eq!(answer.status, 400);
    answer.says("UTF-8");
    assert!(site.cases().is_empty());
}

#[test]
fn a_huge_text_is_refused_and_kept_and_a_flood_is_turned_away() {
    let site = Site::open();
    let huge = "ấ".repeat(400_000);
    let fields = form(&[("text", &huge)]);
    for answer in [site.post("/ask", &fields), site.post_files(&fields, &[])] {
        assert!(matches!(answer.status, 413 | 422), "{}", answer.status);
        answer.says("Nội dung lớn hơn 1 MB");
        answer.says(&"ấ".repeat(1000));
        answer.says("value=\"Đèn đường hỏng\"");
    }
    let flood = "x".repeat(3_000_000);
    let answer = site.post("/ask", &form(&[("text", &flood)]));
    assert_eq!(answer.status, 413);
    assert!(site.cases().is_empty());
}

#[test]
fn a_file_that_is_too_big_or_a_program_is_refused_and_the_words_are_kept() {
    let site = Site::open();
    let mut fifty = PICTURE.to_vec();
    fifty.resize(50 << 20, 0);
    let rows: [(&str, &[u8], &str); 4] = [
        ("to.png", &fifty, "lớn hơn 10 MB"),
        ("photo.jpg", b"MZ\x90\0\x03 This program cannot be run", "không phải là ảnh"),
        ("photo.jpg", b"\x7fELF", "không phải là ảnh"),
        ("trang.pdf", b"<html><script>", "không phải là ảnh"),
    ];
    for (name, content, words) in rows {
        let answer = site.post_files(&FORM, &[File { name, content }]);
        assert_eq!(answer.status, 422, "{name}");
        answer.says(words);
        answer.says(name);
        answer.says("value=\"Đèn đường hỏng\"");
    }
    let six: Vec<File<'_>> = (0..6).map(|_| File { name: "a.png", content: PICTURE }).collect();
    site.post_files(&FORM, &six).says("tối đa 5 tệp");
    assert!(site.cases().is_empty());
}

#[test]
fn what_is_no_form_is_refused() {
    let site = Site::open();
    let rows: [(&str, &[u8], u16); 4] = [
        ("application/json", b"{}", 415),
        ("text/plain", b"kind=request", 415),
        ("multipart/form-data", b"no boundary", 400),
        (MULTIPART, b"------kheo\r\nbroken", 400),
    ];
    for (media, body, status) in rows {
        let answer = client::send(site.at, "POST", "/ask", &[("content-type", media)], body);
        assert_eq!(answer.status, status, "{media}");
        answer.says("<h1>");
    }
    assert_eq!(client::send(site.at, "DELETE", "/ask", &[], b"").status, 405);
    assert_eq!(site.get("/nowhere").status, 404);
}
