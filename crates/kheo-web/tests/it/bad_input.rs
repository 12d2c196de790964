//! What is refused, how it is told, and that nothing is half-written.

use crate::client::{self, File, MULTIPART, multipart, urlencoded};
use crate::desk::Desk;
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
fn text_that_is_not_utf8_is_refused_as_such_and_kept_as_far_as_it_could_be_read() {
    let site = Site::open();
    let body = b"kind=request&unit=north&subject=%C4%90%C3%A8n+%D0%FF&text=%FFxin+ch%C3%A0o&place=t%E1%BB%95+3";
    let parts: [(&str, &[u8]); 5] = [
        ("kind", b"request"),
        ("unit", b"north"),
        ("subject", "Đèn \u{fffd}".as_bytes()),
        ("text", b"\xffxin ch\xc3\xa0o"),
        ("place", "tổ 3".as_bytes()),
    ];
    let files = [File { name: "a.png", content: PICTURE }];
    let forms = [
        ("application/x-www-form-urlencoded", body.to_vec()),
        (MULTIPART, multipart(&parts, &files)),
    ];
    for (media, body) in forms {
        let answer = client::send(site.at, "POST", "/ask", &[("content-type", media)], &body);
        assert_eq!(answer.status, 422, "{media}");
        answer.says("không đúng bảng mã Unicode (UTF-8)");
        answer.says("value=\"Đèn \u{fffd}");
        answer.says("\u{fffd}xin chào</textarea>");
        answer.says("value=\"tổ 3\"");
        answer.says("<option value=\"north\" selected>");
    }
    assert!(site.cases().is_empty() && site.stored().is_empty());
}

#[test]
fn a_huge_text_is_refused_and_its_first_megabyte_kept_with_all_that_stands_after_it() {
    let site = Site::open();
    let (large, flood) = ("ấ".repeat(400_000), "x".repeat(20_000_000));
    for text in [&large, &flood] {
        let fields = form(&[("text", text)]);
        for answer in [site.post("/ask", &fields), site.post_files(&fields, &[])] {
            assert_eq!(answer.status, 422);
            answer.says("Nội dung lớn hơn 1 MB");
            let kept: String = text.chars().take(340_000).collect();
            answer.says(&kept);
            assert!(answer.body.len() < 1_200_000, "{} bytes", answer.body.len());
            answer.says("value=\"Đèn đường hỏng\"");
            answer.says("value=\"ngõ 12, tổ 3\"");
            answer.says("value=\"0912 345 678\"");
        }
    }
    assert!(site.cases().is_empty());
}

#[test]
fn what_nobody_typed_is_turned_away_without_being_kept() {
    let site = Site::open();
    let mut body = b"subject=xin+ch%C3%A0o&text=".to_vec();
    body.resize((64 << 20) + 1, b'x');
    let media = [("content-type", "application/x-www-form-urlencoded")];
    let answer = client::send(site.at, "POST", "/ask", &media, &body);
    assert_eq!(answer.status, 413);
    answer.says("Dữ liệu gửi lên quá lớn");
    answer.keeps_silent_about("xxxxxxxxxx");
}

#[test]
fn a_form_of_countless_fields_is_refused_and_of_countless_files_as_well() {
    let site = Site::open();
    let mut body = urlencoded(&FORM);
    for _ in 0..1_000_000 {
        body.extend_from_slice(b"&a&b&c&d");
    }
    for number in 0..500_000 {
        body.extend_from_slice(format!("&{number}=").as_bytes());
    }
    let media = [("content-type", "application/x-www-form-urlencoded")];
    let answer = client::send(site.at, "POST", "/ask", &media, &body);
    assert_eq!(answer.status, 422);
    answer.says("quá nhiều ô");
    answer.says("value=\"Đèn đường hỏng\"");
    let names: Vec<String> = (0..20_000).map(|number| format!("field-{number}")).collect();
    let mut parts: Vec<(&str, &[u8])> =
        FORM.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    parts.extend(names.iter().map(|name| (name.as_str(), b"".as_slice())));
    let media = [("content-type", MULTIPART)];
    let answer = client::send(site.at, "POST", "/ask", &media, &multipart(&parts, &[]));
    assert_eq!(answer.status, 422);
    answer.says("quá nhiều ô");
    let wrong: Vec<File<'_>> =
        (0..5_000).map(|_| File { name: "chương trình.exe", content: b"MZ" }).collect();
    let answer = site.post_files(&FORM, &wrong);
    assert_eq!(answer.status, 422);
    let told = answer.body.matches("chương trình.exe").count();
    assert!((1..=60).contains(&told), "told {told} times");
    assert!(site.cases().is_empty());
}

#[test]
fn a_part_whose_head_has_no_end_is_refused_before_it_fills_the_memory() {
    let site = Site::open();
    let mut body = b"------kheo\r\ncontent-disposition: form-data; name=\"".to_vec();
    body.resize(3 << 20, b'n');
    let answer = client::send(site.at, "POST", "/ask", &[("content-type", MULTIPART)], &body);
    assert_eq!(answer.status, 400);
}

#[test]
fn a_file_that_is_too_big_or_a_program_is_refused_and_the_words_are_kept() {
    let site = Site::open();
    let mut fifty = PICTURE.to_vec();
    fifty.resize(50 << 20, 0);
    let disguised =
        [b"\xff\xd8\xff".as_slice(), b"MZ\x90\0\x03 This program", &[0; 400], b"\xff\xd9"];
    let disguised = disguised.concat();
    let rows: [(&str, &[u8], &str); 6] = [
        ("to.png", &fifty, "lớn hơn 10 MB"),
        ("photo.jpg", b"MZ\x90\0\x03 This program cannot be run", "không phải là ảnh"),
        ("photo.jpg", b"\x7fELF", "không phải là ảnh"),
        ("photo.jpg", &disguised, "không phải là ảnh"),
        ("half.png", &PICTURE[..40], "không phải là ảnh"),
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

#[test]
fn a_value_that_no_text_holds_names_nothing() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    for path in ["/files/%00", "/follow/%00", "/api/v1/cases/a%00"] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
    for path in ["/tasks/%00", "/cases/%00", "/units/a%00b", "/procedures/%00"] {
        assert_eq!(clerk.get(path).status, 404, "{path}");
    }
    for path in ["/answers?unit=%00", "/follow?code=%00"] {
        assert_eq!(site.get(path).status, 400, "{path}");
    }
    for path in ["/cases?handler=a%00", "/work?whose=%00"] {
        assert_eq!(clerk.get(path).status, 400, "{path}");
    }
    assert_eq!(site.post("/login", &[("login", "a\0"), ("password", "x")]).status, 400);
    for (action, field) in [("transfer", "unit"), ("assign", "post"), ("note", "text")] {
        let sent = clerk.act(&code, action, &[(field, "a\0")]);
        assert_eq!(sent.status, 400, "{action}");
    }
    let linked = clerk.post(&format!("/cases/{code}/matter/link"), &[("code", "a\0")]);
    assert_eq!(linked.status, 400);
    assert!(site.faults.lock().expect("the list").is_empty(), "nothing broke");
}
