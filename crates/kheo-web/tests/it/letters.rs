//! Letters that the actions on a case make, for those they are written to.

use std::borrow::Cow;

use jiff::civil::date;
use kheo_calendar::{Calendar, Confidence, Correction, Decision, Ruling};
use kheo_core::id::CaseCode;
use kheo_core::post::Actor;
use kheo_testkit::on;

use crate::desk::Desk;
use crate::site::{Site, without_key};

#[test]
fn a_receipt_is_kept_by_its_sender_and_by_the_office() {
    let site = Site::open();
    let code = site.ask();
    let file = format!("/follow/{code}/letters/1/letter.pdf");
    for page in [format!("/receipt/{code}"), format!("/follow/{code}")] {
        site.get(&page).says(&format!("<a href=\"{file}\">Giấy biên nhận (PDF)</a>"));
    }
    let pdf = site.get(&file);
    assert_eq!((pdf.status, pdf.header("content-type")), (200, "application/pdf"));
    assert!(pdf.body.starts_with("%PDF-"));
    let clerk = Desk::of(&site, "clerk");
    let number = without_key(&code);
    let letter = format!("/cases/{number}/letters/1");
    clerk
        .get(&format!("/cases/{number}"))
        .says(&format!("<a href=\"{letter}\">Giấy biên nhận</a>"));
    let page = clerk.get(&letter);
    for words in
        ["Trần Văn Thử", "Đèn đường hỏng", "Hạn: ngày 07/07/2016", "Số:", "UBND ĐƠN VỊ CITY"]
    {
        page.says(words);
    }
    let docx = clerk.get(&format!("{letter}/letter.docx"));
    assert_eq!(docx.status, 200);
    assert!(docx.header("content-disposition").contains(&format!("{number}-1.docx")));
}

#[test]
fn a_letter_is_given_to_those_it_is_for_and_to_nobody_else() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let slip = clerk.get(&format!("/cases/{code}/letters/4"));
    slip.says("Kính chuyển");
    slip.keeps_silent_about("Đèn đường hỏng");
    let follow = format!("/follow/{code}/letters");
    let case = format!("/cases/{code}/letters");
    for path in ["4/letter.pdf", "2/letter.pdf", "0/letter.pdf", "99/letter.pdf", "1/letter.exe"] {
        assert_eq!(site.get(&format!("{follow}/{path}")).status, 404, "{path}");
    }
    for path in ["2", "0", "99", "1/letter.html", "x"] {
        let status = clerk.get(&format!("{case}/{path}")).status;
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
    // Compilers see cases, but not who brought them.
    let compiler = Desk::of(&site, "compiler");
    compiler.get(&format!("/cases/{code}")).keeps_silent_about("/letters/");
    assert_eq!(compiler.get(&format!("{case}/1")).status, 404);
    assert_eq!(site.get(&format!("{case}/1")).status, 303);
}

/// The table with Monday 4 July given off.
fn corrected() -> Calendar {
    let ruling = Ruling::Swap { off: date(2016, 7, 4), worked: date(2016, 7, 9) };
    let source = Cow::Borrowed("Công văn thử");
    let decision = Decision { ruling, source, confidence: Confidence::High };
    let correction = Correction {
        version: "thu-1".to_owned(),
        decisions: vec![decision],
        hours: Vec::new(),
        roll: None,
    };
    Calendar::vietnam().corrected(correction).expect("a swap of the table of days off")
}

#[test]
fn a_letter_that_was_issued_keeps_its_day_when_the_calendar_is_corrected() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let letter = format!("/cases/{code}/letters/1");
    clerk.get(&letter).says("Hạn: ngày 07/07/2016");
    let (calendar, of) = (corrected(), CaseCode::typed(&code).unwrap());
    let moved = site.city.db.write_now(move |tx| {
        let stamp = on(date(2016, 6, 30));
        kheo_store::case::move_clocks(tx, &calendar, &of, stamp, &Actor::Administrator)
    });
    assert!(moved.unwrap() > 0);
    clerk.get(&format!("/cases/{code}")).says("08/07/2016");
    clerk.get(&letter).says("Hạn: ngày 07/07/2016");
}
