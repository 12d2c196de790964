//! An answer with proof counts as kept closed after a time without word, and pages say until when.

use crate::desk::Desk;
use crate::site::Site;
use crate::staff_circle::{figures, whole};

const DAY: i64 = 24 * 60 * 60;
const REVIEW: &str = "/review/2016-H2/city";

/// What the pages for everybody say of the case: the list of answers, and the page for programs.
fn is_shown_as_kept(site: &Site, code: &str) -> bool {
    let listed = site.get("/answers").body.contains("giải quyết dứt điểm");
    let told = site.get(&format!("/api/v1/cases/{code}")).body.contains("\"kept_closed\":true");
    assert_eq!(listed, told);
    listed
}

#[test]
fn a_case_counts_from_its_day_on_though_nothing_is_recorded_on_it() {
    let site = Site::patient();
    let code = site.ask();
    site.answer(&code);
    assert!(!is_shown_as_kept(&site, &code));
    let followed = site.get(&format!("/follow/{code}"));
    followed.says("Nếu đến hết ngày 30/07/2016 bạn không có ý kiến gì");
    followed.says("Chưa có văn bản pháp luật nào được xác nhận");
    let case = format!("/cases/{code}");
    let page = Desk::of(&site, "clerk").get(&case);
    page.says("giải quyết dứt điểm từ ngày 31/07/2016, nếu đến lúc đó không bị mở lại");
    page.says("30 ngày không có ý kiến của người gửi");
    page.says("Chưa có văn bản pháp luật nào được xác nhận");

    site.wait(30 * DAY);
    let compiler = Desk::at(&site, "city-compiler");
    assert_eq!(whole(&figures(&compiler, REVIEW), "kept-closed"), 0);
    assert!(!is_shown_as_kept(&site, &code));
    site.wait(DAY);
    let compiler = Desk::of(&site, "city-compiler");
    assert_eq!(whole(&figures(&compiler, REVIEW), "kept-closed"), 1);
    assert!(is_shown_as_kept(&site, &code));
    site.get(&format!("/follow/{code}")).keeps_silent_about("31/07/2016");
    let clerk = Desk::of(&site, "clerk");
    clerk.get(&case).says("giải quyết dứt điểm từ ngày 31/07/2016.");
    clerk.get_in_english(&case).says("Counts as kept closed since 31 July 2016.");
}

#[test]
fn a_confirmation_makes_it_count_at_once() {
    let site = Site::patient();
    let code = site.ask();
    site.answer(&code);
    let path = format!("/follow/{code}");
    let seen = site.get(&path).hidden("seen");
    assert_eq!(site.post(&format!("{path}/confirm"), &[("seen", &seen)]).status, 303);
    assert!(is_shown_as_kept(&site, &code));
    site.get(&path).keeps_silent_about("31/07/2016");
    let clerk = Desk::of(&site, "clerk");
    clerk.get(&format!("/cases/{code}")).says("từ ngày 30/06/2016: người gửi xác nhận đã xong");
}

#[test]
fn the_procedure_tells_how_long_is_waited_and_by_which_rule() {
    let site = Site::patient();
    let page = Desk::of(&site, "clerk").get_in_english("/procedures/request");
    page.says("30 days without word from the petitioner");
    page.says("A rule of the test");
    page.says("No statute is confirmed to say so.");
    let at_once = Desk::of(&Site::open(), "clerk").get_in_english("/procedures/request").body;
    assert!(!at_once.contains("without word"));
}
