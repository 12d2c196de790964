//! The kinds of the shipped packs that citizens send themselves, and what heads owe in person.

use jiff::civil::date;
use kheo_core::case::{FieldValue, Filled, Petition};
use kheo_core::id::{FieldId, KindId, TopicId};
use kheo_store::case::Filing;
use kheo_testkit::{filing, pdf};
use serde_json::json;

use crate::client::{self, Answer, File};
use crate::desk::{Desk, count};
use crate::site::{FORM, PICTURE, Site};

const PHOTO: [File<'static>; 1] = [File { name: "a.png", content: PICTURE }];

/// The form of a report from the spot, with `more` in the place of what it says.
fn report<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form: Vec<(&str, &str)> = FORM.to_vec();
    form.push(("field-hazard", "hazard-now"));
    form.push(("field-seen-on", "2016-06-29"));
    for (name, value) in [("kind", "urban-report"), ("topic", "waste")].iter().chain(more) {
        form.iter_mut().filter(|(other, _)| other == name).for_each(|field| field.1 = value);
    }
    form
}

/// The part of the form that is asked under the choice of `kind`.
fn asked_under<'a>(form: &'a Answer, kind: &str) -> &'a str {
    let choice = format!("name=\"kind\" value=\"{kind}\"");
    let after = form.body.split_once(choice.as_str()).expect("the choice").1;
    after.split_once("class=\"choice\"").map_or(after, |(before, _)| before)
}

#[test]
fn each_kind_asks_its_own_under_its_choice() {
    let site = Site::with_shipped_packs();
    let form = site.get("/ask");
    let urban = asked_under(&form, "urban-report");
    assert!(urban.contains("name=\"field-hazard\"") && urban.contains("name=\"field-seen-on\""));
    assert!(urban.contains("phải ghi địa điểm") && !urban.contains("field-asked-by"));
    let mediation = asked_under(&form, "mediation");
    assert!(mediation.contains("name=\"field-asked-by\"") && !mediation.contains("field-hazard"));
    assert!(mediation.contains("không có gì được công khai"));
    let plain = asked_under(&form, "recommendation");
    assert!(!plain.contains("field-") && !plain.contains("công khai"));
    form.says(
        "<optgroup label=\"Phản ánh · Kiến nghị · Phản ánh hiện trường\"><option value=\"roads\">",
    );
    form.says("<optgroup label=\"Đề nghị hòa giải ở cơ sở\"><option value=\"dispute-quarrel\">");
    assert_eq!(form.body.matches("<option value=\"other\">").count(), 1, "each topic once");
    form.says("Địa điểm (bắt buộc khi chọn: Phản ánh hiện trường, Đề nghị hòa giải ở cơ sở)");
    form.says("Số điện thoại (không bắt buộc)");
    for at_the_counter in ["reception", "dossier", "land-conciliation", "voter-recommendation"] {
        form.keeps_silent_about(&format!("value=\"{at_the_counter}\""));
    }
}

#[test]
fn a_report_without_its_place_is_not_taken_and_keeps_what_was_typed() {
    let site = Site::with_shipped_packs();
    let sent = report(&[("place", " "), ("field-hazard", ""), ("field-seen-on", "2016-07-01")]);
    let refused = site.post("/ask", &sent);
    assert_eq!(refused.status, 422);
    refused.says("href=\"#f-place\">Với loại này phải ghi địa điểm, để biết đến đâu.");
    refused.says("Chưa điền “Có nguy hiểm ngay cho người qua lại không”.");
    refused.says("“Bạn thấy từ ngày nào” là một ngày chưa đến.");
    refused.says("value=\"2016-07-01\"");
    refused.says("Đèn đầu ngõ 12 hỏng đã hai tuần, xin sửa giúp.");
    assert!(site.cases().is_empty());
    // What was typed under a choice that was given up is not asked of the one that was taken.
    let feedback = report(&[("kind", "feedback"), ("place", "")]);
    assert_eq!(site.post("/ask", &feedback).status, 303);
    assert!(site.cases().remove(0).petition.filled.is_empty());
}

#[test]
fn answers_to_the_questions_of_a_kind_come_back_in_words_with_a_form_that_is_not_taken() {
    let site = Site::with_shipped_packs();
    let tab = Desk::of(&site, "clerk").when_signed_in_again_as(&Desk::of(&site, "head"));
    let refused = tab.post("/ask", &report(&[]));
    assert_eq!(refused.status, 403);
    refused.says(">Có nguy hiểm ngay cho người qua lại không</label>");
    refused.says("Có</textarea>");
    refused.says(">Bạn thấy từ ngày nào</label>");
    refused.says("2016-06-29</textarea>");
    assert!(site.cases().is_empty());
}

#[test]
fn programs_are_told_that_the_place_is_missing() {
    let site = Site::with_shipped_packs();
    let mut body = json!({
        "kind": "urban-report", "unit": "north", "subject": "Rác tràn ra đường",
        "text": "Rác ở đầu ngõ 12 đã ba ngày không ai dọn.", "fields": { "hazard": "no-hazard" },
    });
    let post = |body: &serde_json::Value| {
        let headers = [("content-type", "application/json"), ("idempotency-key", "k1")];
        let body = body.to_string();
        client::send(site.at, "POST", "/api/v1/cases", &headers, body.as_bytes())
    };
    let refused = post(&body);
    assert_eq!(refused.status, 422, "{}", refused.body);
    refused.says("\"place\"");
    body["place"] = json!("đầu ngõ 12, tổ 3");
    let taken = post(&body);
    assert_eq!(taken.status, 201, "{}", taken.body);
    assert_eq!(taken.json()["due_on"], "2016-06-30", "sorted within four hours of work");
}

#[test]
fn a_report_from_the_spot_is_sorted_and_answered_with_a_picture() {
    let site = Site::with_shipped_packs();
    let sent = site.post_files(&report(&[]), &PHOTO);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let code = sent.header("location").trim_start_matches("/receipt/").to_owned();
    assert!(code.starts_with("HT-2016-0001-"));
    let receipt = site.get(sent.header("location"));
    receipt.says("<dt>Thời hạn phân loại</dt><dd><b>30/06/2016 14:00</b></dd>");
    receipt.says("hạn 30/06/2016 14:00");

    let clerk = Desk::of(&site, "clerk");
    clerk.get(&format!("/cases/{code}")).says("Có nguy hiểm ngay cho người qua lại không");
    assert_eq!(clerk.act(&code, "grade", &[]).status, 422, "by which urgency?");
    assert_eq!(clerk.act(&code, "grade", &[("field-urgency", "urgent")]).status, 303);
    let due = site.cases().remove(0).due().expect("a limit").clone();
    assert_eq!((due.clock.as_str(), due.due.on), ("mend-urgent", date(2016, 7, 1)));

    let seen = clerk.get(&format!("/cases/{code}")).hidden("seen");
    let told = [("seen", seen.as_str()), ("text", "Đã thay bóng đèn đầu ngõ 12.")];
    let answer =
        |files: &[File<'_>]| clerk.post_files(&format!("/cases/{code}/answer"), &told, files);
    let thin = [("seen", seen.as_str()), ("text", "ab")];
    let thin = clerk.post_files(&format!("/cases/{code}/answer"), &thin, &PHOTO);
    assert_eq!(thin.status, 422);
    thin.says("quá ngắn. Hãy viết ít nhất 20 ký tự.");
    thin.says("ab</textarea>");
    let english = [("seen", seen.as_str()), ("text", "ab")];
    let path = format!("/cases/{code}/answer");
    clerk.post_in_english(&path, &english).says("Text: too short. Write at least 20 characters.");
    let bare = answer(&[]);
    assert_eq!(bare.status, 422);
    bare.says("Đã thay bóng đèn đầu ngõ 12.");
    let minutes = pdf("minutes");
    let paper = answer(&[File { name: "bb.pdf", content: &minutes }]);
    assert_eq!(paper.status, 422);
    paper.says("Cần ít nhất một ảnh làm minh chứng.");
    assert_eq!(answer(&PHOTO).status, 303);
    let page = site.get(&format!("/follow/{code}"));
    page.says("Đã thay bóng đèn đầu ngõ 12.");
    page.says("đúng hạn");
    assert_eq!(site.stored().len(), 1, "the same picture was sent and shows what was done");
}

#[test]
fn a_refused_report_tells_the_citizen_what_to_do_next() {
    let site = Site::with_shipped_packs();
    let sent = site.post("/ask", &report(&[]));
    let code = sent.header("location").trim_start_matches("/receipt/").to_owned();
    let clerk = Desk::of(&site, "clerk");
    let text = ("text", "Đã đến lúc 9 giờ, không thấy.");
    assert_eq!(clerk.act(&code, "refuse", &[text]).status, 422, "for which reason?");
    let reason = ("reason", "not-found-there");
    assert_eq!(clerk.act(&code, "refuse", &[text, reason]).status, 303);
    let page = site.get(&format!("/follow/{code}"));
    page.says("Đã đến nhưng không thấy sự việc ở địa điểm được nêu");
    page.says("Hãy gửi lại, ghi rõ hơn địa điểm");
    page.says("Chưa có văn bản pháp luật nào được xác nhận");
}

#[test]
fn mediation_is_asked_for_by_anybody_and_published_to_nobody() {
    let site = Site::with_shipped_packs();
    let mut form = report(&[("kind", "mediation"), ("topic", "dispute-quarrel")]);
    form.retain(|(name, _)| !name.starts_with("field-"));
    form.push(("field-asked-by", "a-party"));
    let sent = site.post("/ask", &form);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let code = sent.header("location").trim_start_matches("/receipt/").to_owned();
    let clerk = Desk::of(&site, "clerk");
    let assign = [
        ("post", "north-handler"),
        ("field-mediator", "Tổ trưởng tổ hòa giải tổ 3"),
        ("field-begin-when", "within-three-days"),
    ];
    assert_eq!(clerk.act(&code, "assign-mediator", &assign).status, 303);
    let due = site.cases().remove(0).due().expect("a limit").due.clone();
    assert_eq!(due.on, date(2016, 7, 4), "3 July is a Sunday");
    clerk
        .get(&format!("/cases/{code}"))
        .says("khoản 2 Điều 20 Luật Hòa giải ở cơ sở số 35/2013/QH13");
    assert_eq!(clerk.act(&code, "begin-mediation", &[("text", "Gặp hai bên.")]).status, 303);
    let agreed = [("text", "Hai bên đã thỏa thuận.")];
    assert_eq!(clerk.act(&code, "agree-unwritten", &agreed).status, 303);
    site.get(&format!("/follow/{code}")).says("Hai bên đã thỏa thuận.");
    site.get("/answers").keeps_silent_about("Hai bên đã thỏa thuận.");
}

/// A visit to `unit` on the day `day` of June that `who` received.
fn visit(site: &Site, unit: &'static str, (day, who): (i8, &str)) {
    let chosen = FieldValue::Chosen([who.to_owned()].into());
    let visitors = FieldValue::Number("2".parse().expect("a number"));
    let filled =
        Filled::from([(FieldId::new("received-by"), chosen), (FieldId::new("visitors"), visitors)]);
    let plain = filing(unit, &format!("TCD-2016-{unit}-{day}"));
    let filing = Filing {
        kind: KindId::new("reception"),
        topic: TopicId::new("visit-guidance"),
        petition: Petition { filled, ..plain.petition },
        ..plain
    };
    site.import(filing, date(2016, 6, day)).expect("a visit");
}

#[test]
fn the_page_of_a_unit_tells_how_often_its_head_received_and_has_to() {
    let site = Site::with_shipped_packs();
    for seen in [(1, "head"), (3, "head"), (8, "deputy"), (14, "officer"), (22, "head")] {
        visit(&site, "north", seen);
    }
    let head = Desk::of(&site, "head");
    let page = head.get("/units/north");
    page.says("Người đứng đầu phải trực tiếp làm · tháng 6 năm 2016");
    page.says("Chủ tịch UBND cấp xã trực tiếp tiếp công dân");
    page.says("5 ngày<div class=\"m\">ít nhất 1 ngày mỗi tuần</div>");
    // The first and the third of June lie in one week; a deputy counts until July 2026.
    page.says("alone=yes&amp;period=2016-06\">3 ngày</a>");
    page.says("không tính: 1 ngày do người khác làm");
    page.says("điểm d khoản 2 Điều 15 Luật Tiếp công dân số 42/2013/QH13");
    let behind = "/cases?metric=received&kind=reception&unit=north&alone=yes&period=2016-06";
    assert_eq!(count(&head.get(behind)), 5);
    let city = Desk::at(&site, "city-head").get("/units/city");
    city.says("Chủ tịch UBND cấp huyện trực tiếp tiếp công dân");
    assert_eq!(city.body.matches("ít nhất 1 ngày mỗi tuần").count(), 3, "its three wards");
    city.says("ít nhất 2 ngày mỗi tháng");
    head.get("/units/south").keeps_silent_about("trực tiếp tiếp công dân");
}
