//! What the page of a case offers is what can be done with it, at the desks of a small city under the shipped
//! packs.

use jiff::civil::date;
use kheo_core::case::{Deed, FieldValue, Filled, Petition, Trigger};
use kheo_core::id::{ActionId, FieldId, KindId, StepId, TopicId};
use kheo_store::case::Filing;
use kheo_testkit::filing;

use crate::desk::Desk;
use crate::site::{Site, without_key};

fn chosen(word: &str) -> FieldValue {
    FieldValue::Chosen([word.to_owned()].into())
}

/// Registers a case of `kind` about `topic` at `unit` on 28 June, that nobody with a name brings.
fn register(site: &Site, of: (&str, &str, &str, &str), answers: &[(&str, FieldValue)]) {
    registered(site, of, answers, None).expect("a case");
}

/// The same, brought by somebody of that name.
fn registered(
    site: &Site,
    (kind, topic, unit, code): (&str, &str, &str, &str),
    answers: &[(&str, FieldValue)],
    name: Option<&str>,
) -> Result<(), String> {
    let filled: Filled =
        answers.iter().map(|(field, value)| (FieldId::new(*field), value.clone())).collect();
    let plain = filing(unit, code);
    let filing = Filing {
        kind: KindId::new(kind),
        topic: TopicId::new(topic),
        petition: Petition {
            filled,
            name: name.map(str::to_owned),
            phone: None,
            place: None,
            ..plain.petition
        },
        ..plain
    };
    site.import(filing, date(2016, 6, 28))
}

#[test]
fn what_the_file_disproves_or_the_law_does_not_know_is_neither_offered_nor_taken() {
    const CODE: &str = "KLD-2016-0001";
    let site = Site::with_shipped_packs();
    let known = FieldValue::Day(date(2016, 6, 1));
    let answers = [
        ("decision-complained", FieldValue::Text("Quyết định số 12/QĐ-UBND".to_owned())),
        ("known-on", known.clone()),
        ("filed-on", known),
        ("signature", chosen("signed")),
        ("about", chosen("about-other")),
    ];
    register(&site, ("complaint", "commune-decision", "north", CODE), &answers);
    let head = Desk::of(&site, "head");
    let page = head.get(&format!("/cases/{CODE}"));
    page.says("value=\"no-capacity\"");
    page.keeps_silent_about("value=\"letter-unsigned\"");
    page.keeps_silent_about("value=\"out-of-time\"");

    page.says("<option value=\"complex\"");
    page.keeps_silent_about("especially-complex");
    let beyond = head.act(CODE, "accept", &[("complexity", "especially-complex")]);
    assert_eq!(beyond.status, 422);
    beyond.says("Quy định về loại đơn này không có mức “đặc biệt phức tạp”");

    let text = ("text", "Đơn không có chữ ký nên không thụ lý.");
    let refuse = |reason| head.act(CODE, "refuse", &[("reason", reason), text]);
    let refused = refuse("letter-unsigned");
    assert_eq!(refused.status, 422);
    refused.says("hồ sơ ghi đơn có chữ ký hoặc điểm chỉ");
    refused.says("chọn lý do khác");
    refused.says("href=\"#refuse-reason\"");
    refused.says(text.1);
    let late = refuse("out-of-time");
    assert_eq!(late.status, 422);
    late.says("đơn nộp còn trong thời hạn");
    assert_eq!(refuse("no-capacity").status, 303);
}

#[test]
fn what_is_owed_after_a_refusal_stays_in_the_work_of_the_unit() {
    let site = Site::changed(|kind| {
        let note = ActionId::new("note");
        for action in kind.actions.iter_mut().filter(|action| action.id == note) {
            action.from.push(StepId::new("refused"));
        }
        for clock in kind.clocks.iter_mut().filter(|clock| clock.id.as_str() == "answer") {
            clock.stops = vec![Deed::Answer.into(), Trigger::Action(note.clone())];
        }
    });
    let code = without_key(&site.ask()).to_owned();
    let clerk = Desk::of(&site, "clerk");
    let text = ("text", "Không thuộc thẩm quyền của phường.");
    assert_eq!(clerk.act(&code, "refuse", &[text]).status, 303);
    clerk.get("/work?whose=unit").says(&code);
    let page = clerk.get(&format!("/cases/{code}"));
    page.says("21/07/2016");
    page.says(&format!("/cases/{code}/note\""));
    assert_eq!(clerk.act(&code, "note", &[text]).status, 303);
    clerk.get("/work?whose=unit").keeps_silent_about(&code);
}

#[test]
fn what_cannot_succeed_stands_apart_with_the_reason() {
    const CODE: &str = "TC-2016-0001";
    let site = Site::with_shipped_packs();
    let answers = [
        ("accused", FieldValue::Text("Cán bộ tổ 3".to_owned())),
        ("denouncer-named", chosen("nameless")),
        ("competent", chosen("competent-here")),
    ];
    register(&site, ("denunciation", "commune-staff", "north", CODE), &answers);
    let head = Desk::of(&site, "head");
    let page = head.get(&format!("/cases/{CODE}"));
    page.keeps_silent_about(&format!("/cases/{CODE}/accept\""));
    page.says(&format!("/cases/{CODE}/refuse\""));
    page.says(&format!("/cases/{CODE}/transfer\""));
    page.says("Chưa làm được lúc này, và vì sao");
    page.says("Chỉ thụ lý tố cáo");
    head.get_in_english(&format!("/cases/{CODE}")).says("Not possible now, and why");

    let refused = head.act(CODE, "accept", &[]);
    assert_eq!(refused.status, 422);
    refused.says("Chỉ thụ lý tố cáo");
}

#[test]
fn a_case_is_not_sent_on_where_no_unit_can_take_it() {
    const CODE: &str = "TC-2016-0001";
    let site = Site::with_shipped_packs();
    let answers = [
        ("accused", FieldValue::Text("Lãnh đạo thành phố".to_owned())),
        ("denouncer-named", chosen("named")),
        ("competent", chosen("competent-elsewhere")),
    ];
    register(&site, ("denunciation", "district-head", "city", CODE), &answers);
    let clerk = Desk::at(&site, "city-clerk");
    let page = clerk.get(&format!("/cases/{CODE}"));
    page.keeps_silent_about(&format!("/cases/{CODE}/transfer\""));
    page.says("Không có đơn vị nào khác trong chương trình có thẩm quyền");
    page.says(&format!("/cases/{CODE}/forward-outside\""));
}

#[test]
fn a_denunciation_of_the_highest_head_says_that_the_unit_above_is_missing() {
    let site = Site::with_shipped_packs();
    let answers = [
        ("accused", FieldValue::Text("Lãnh đạo thành phố".to_owned())),
        ("denouncer-named", chosen("named")),
        ("competent", chosen("competent-elsewhere")),
    ];
    let named = |topic| {
        let of = ("denunciation", topic, "city", "TC-2016-0001");
        registered(&site, of, &answers, Some("Nguyễn Thị Thử"))
    };
    let why = named("district-head").expect_err("nobody could open it");
    assert!(why.starts_with("no unit above that is competent works with the program"), "{why}");
    assert!(why.ends_with("Province"), "{why}");
    named("district-staff").expect("the city opens what it settles");
}
