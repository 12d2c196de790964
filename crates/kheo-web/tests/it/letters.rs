//! Letters that the actions on a case make, for those they are written to.

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
    for words in ["Trần Văn Thử", "Đèn đường hỏng", "Hạn: 07/07/2016", "Số:", "UBND ĐƠN VỊ CITY"]
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
