//! Limits that hang on days off which nobody has decided or confirmed yet.

use jiff::civil::{Date, date};

use crate::desk::Desk;
use crate::site::Site;

/// Lets the time pass until `day`.
fn wait_until(site: &Site, day: Date) {
    site.wait(day.duration_since(date(2016, 6, 30)).as_secs());
}

#[test]
fn a_request_before_an_undecided_tet_is_taken_and_says_what_its_day_waits_for() {
    let site = Site::open();
    wait_until(&site, date(2027, 1, 28));
    let code = site.ask();
    let receipt = site.get(&format!("/receipt/{code}"));
    receipt.says("chưa tính được");
    receipt.says("chưa có quyết định ngày 04/02/2027 nghỉ hay làm việc");
    receipt.keeps_silent_about("quá hạn");
    let english = site.get_with(&format!("/follow/{code}"), &[("cookie", "kheo-lang=en")]);
    english.says("nobody has decided whether 4 February 2027 is a day off");
    let told = site.get(&format!("/api/v1/cases/{code}"));
    told.says("\"hangs_on\":\"2027-02-04\"");
    let clerk = Desk::of(&site, "clerk");
    let case = code.rsplit_once('-').map_or(code.as_str(), |(case, _)| case);
    let page = clerk.get(&format!("/cases/{case}"));
    page.says("chưa có quyết định ngày 04/02/2027");
    page.says("kheo calendar moved --apply");
    page.says("hạn chưa tính được");
    assert_eq!(clerk.act(case, "accept", &[]).status, 303);
}

#[test]
fn a_day_that_rests_on_24_november_is_shown_as_unconfirmed() {
    let site = Site::open();
    wait_until(&site, date(2026, 11, 19));
    let code = site.ask();
    let receipt = site.get(&format!("/receipt/{code}"));
    receipt.says("26/11/2026 (chưa xác nhận)");
    receipt.says("Ngày 24/11/2026 được tính là ngày làm việc");
    let clerk = Desk::of(&site, "clerk");
    clerk.get("/cases").says("26/11/2026 (chưa xác nhận)");
    let case = code.rsplit_once('-').map_or(code.as_str(), |(case, _)| case);
    clerk.get(&format!("/cases/{case}")).says("(chưa xác nhận)");
    clerk.get_in_english(&format!("/cases/{case}")).says("(unconfirmed)");
}
