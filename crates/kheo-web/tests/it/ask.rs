//! Sending a request without an account.

use kheo_testkit::pdf;

use crate::client::File;
use crate::site::{FORM, PICTURE, Site};

#[test]
fn a_request_gets_a_code_and_a_due_date_that_explains_itself() {
    let site = Site::open();
    let form = site.get("/ask");
    assert_eq!(form.status, 200);
    form.says("Đơn vị north");
    form.keeps_silent_about("Đơn vị old");
    let sent = site.post_files(&FORM, &[File { name: "đèn.png", content: PICTURE }]);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let receipt = site.get(sent.header("location"));
    let case = site.cases().remove(0);
    receipt.says(case.code.as_str());
    receipt.says("07/07/2016");
    receipt.says("02/07/2016 – 03/07/2016: nghỉ cuối tuần");
    receipt.says("Chưa có văn bản pháp luật nào được xác nhận là quy định điều này.");
    assert_eq!(receipt.header("cache-control"), "no-store");
    assert_eq!(case.petition.text, FORM[5].1);
    assert_eq!(case.petition.phone.as_deref(), Some("0912 345 678"));
}

#[test]
fn a_form_sent_twice_makes_one_case() {
    let site = Site::open();
    let first = site.post("/ask", &FORM);
    let second = site.post("/ask", &FORM);
    assert_eq!(first.header("location"), second.header("location"));
    assert_eq!(site.cases().len(), 1);
    let mut other = FORM;
    other[0].1 = "another form";
    assert_ne!(site.post("/ask", &other).header("location"), first.header("location"));
    assert_eq!(site.cases().len(), 2);
}

#[test]
fn the_holder_of_the_code_never_sees_what_is_private() {
    let site = Site::open();
    let code = site.ask();
    site.answer(&code);
    let pages = [
        format!("/receipt/{code}"),
        format!("/follow/{code}"),
        "/answers".to_owned(),
        format!("/api/v1/cases/{code}"),
        "/".to_owned(),
    ];
    for page in pages {
        let answer = site.get(&page);
        assert_eq!(answer.status, 200, "{page}");
        for private in ["Trần Văn Thử", "0912 345 678", "hai tuần", "ngõ 12, tổ 3"] {
            answer.keeps_silent_about(private);
        }
    }
}

#[test]
fn what_a_citizen_sends_is_not_for_everybody_but_a_proof_is() {
    let site = Site::open();
    let own = &pdf("of the citizen");
    site.post_files(&FORM, &[File { name: "don.pdf", content: own }]);
    let code = site.cases().remove(0).code;
    let sent = site.files.put(own).expect("the same file again");
    let private = format!("/files/{sent}");
    assert_eq!(site.get(&private).status, 404);
    let clerk = site.sign_in("clerk");
    assert_eq!(site.get_with(&private, &[("cookie", &clerk)]).status, 200);
    let compiler = site.sign_in("compiler");
    assert_eq!(site.get_with(&private, &[("cookie", &compiler)]).status, 404);
    let proof = site.answer(code.as_str());
    let public = site.get(&format!("/files/{}", proof.hash));
    assert_eq!(public.status, 200);
    assert_eq!(public.header("content-type"), "image/png");
    assert_eq!(public.header("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(site.get(&format!("/files/{}", "0".repeat(64))).status, 404);
}
