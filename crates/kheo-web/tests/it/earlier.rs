//! What waits until an earlier case about the same matter has ended, and what takes no name, at the desks of a
//! small city under the shipped packs.

use jiff::civil::{Date, date};
use kheo_core::case::{FieldValue, Filled, Petition};
use kheo_core::id::{CaseCode, FieldId, KindId, TopicId};
use kheo_core::quantity::Quantity;
use kheo_store::case::Filing;
use kheo_testkit::filing;

use crate::desk::Desk;
use crate::site::Site;

fn chosen(word: &str) -> FieldValue {
    FieldValue::Chosen([word.to_owned()].into())
}

fn filled(all: &[(&str, FieldValue)]) -> Filled {
    all.iter().map(|(id, value)| (FieldId::new(*id), value.clone())).collect()
}

/// A second complaint of 28 June at the city about what the ward was asked on `first`.
fn complained_twice(first: Date) -> Site {
    let site = Site::with_shipped_packs();
    let plain = filing("north", "KLD-2016-0001");
    let answers = [
        ("decision-complained", FieldValue::Text("Quyết định số 12/QĐ-UBND".to_owned())),
        ("filed-on", FieldValue::Day(first)),
        ("signature", chosen("signed")),
        ("about", chosen("about-other")),
    ];
    let known = [("known-on", FieldValue::Day(first))];
    let complaint = Filing {
        kind: KindId::new("complaint"),
        topic: TopicId::new("commune-decision"),
        petition: Petition {
            filled: filled(&[&answers[..], &known].concat()),
            ..plain.petition.clone()
        },
        ..plain.clone()
    };
    site.import(complaint, first).expect("a first complaint");
    let more = [
        ("first-outcome", chosen("first-overdue")),
        ("second-from", FieldValue::Day(first)),
        ("area", chosen("ordinary-area")),
    ];
    let second = Filing {
        kind: KindId::new("second-complaint"),
        topic: TopicId::new("decided-by-commune"),
        again: Some(CaseCode::new("KLD-2016-0001")),
        petition: Petition { filled: filled(&[&answers[..], &more].concat()), ..plain.petition },
        ..filing("city", "KLH-2016-0001")
    };
    site.import(second, date(2016, 6, 28)).expect("a second complaint");
    site
}

#[test]
fn a_second_complaint_waits_for_a_first_that_is_known_to_be_in_time() {
    let site = complained_twice(date(2016, 6, 27));
    let refused = Desk::at(&site, "city-head").act("KLH-2016-0001", "accept", &[]);
    assert_eq!(refused.status, 422, "whatever was declared");
    refused.says("Khiếu nại lần đầu về việc này đang được giải quyết tại đây");

    let site = complained_twice(date(2016, 6, 10));
    let accepted = Desk::at(&site, "city-head").act("KLH-2016-0001", "accept", &[]);
    assert_eq!(accepted.status, 303, "its limit has run out");
}

#[test]
fn a_visit_about_a_denunciation_takes_no_name_and_no_number_and_is_not_shown_to_the_head() {
    let site = Site::with_shipped_packs();
    let plain = filing("north", "TCD-2016-0001");
    let answers =
        [("received-by", chosen("head")), ("visitors", FieldValue::Number(Quantity::whole(1)))];
    let visit = |change: &dyn Fn(&mut Petition)| {
        let mut petition = Petition { filled: filled(&answers), ..plain.petition.clone() };
        (petition.place, petition.name, petition.phone) = (None, None, None);
        change(&mut petition);
        let (kind, topic) = (KindId::new("reception"), TopicId::new("visit-denunciation"));
        site.import(Filing { kind, topic, petition, ..plain.clone() }, date(2016, 6, 28))
    };
    let refused = [
        (visit(&|one| one.name = Some("Bà Lò Thị Thử".to_owned())), "the name is not taken down"),
        (visit(&|one| one.phone = Some("0912345678".to_owned())), "the phone is not taken down"),
        (visit(&|one| one.place = Some("số 5, tổ 3".to_owned())), "the place is not taken down"),
        (visit(&|one| one.text = "Gọi số 0912.345.678 để hỏi thêm.".to_owned()), "`text`"),
        (visit(&|one| one.subject = "Người ở số 0912345678".to_owned()), "`subject`"),
    ];
    for (told, why) in refused {
        let told = told.expect_err(why);
        assert!(told.contains(why), "{why} is not in: {told}");
    }
    visit(&|_| {}).expect("a visit without a name");
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    assert_eq!(head.get("/cases/TCD-2016-0001").status, 404, "it may tell of the head");
    head.get("/cases").keeps_silent_about("TCD-2016-0001");
    clerk.get("/cases").says("TCD-2016-0001");
    let answer = "Đã hướng dẫn gửi đơn tố cáo; liên hệ 0912 345 678.";
    let told = clerk.act("TCD-2016-0001", "answer-at-once", &[("text", answer)]);
    assert_eq!(told.status, 422);
    told.says("có số điện thoại");
    let answer = "Đã hướng dẫn gửi đơn tố cáo đến đúng nơi.";
    assert_eq!(clerk.act("TCD-2016-0001", "answer-at-once", &[("text", answer)]).status, 303);
    head.get("/work?whose=unit").keeps_silent_about("TCD-2016-0001");
}
