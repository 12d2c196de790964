//! The procedure of a kind of case as a picture and a table, for those who work on cases.

use crate::desk::Desk;
use crate::site::Site;

#[test]
fn a_case_leads_to_the_picture_of_the_procedure_it_follows() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let case = clerk.get(&format!("/cases/{code}"));
    let link = case.body.split("href=\"/procedures/").nth(1).expect("a link to the procedure");
    let path = format!("/procedures/{}", link.split('"').next().expect("the end of the address"));
    let page = clerk.get(&path);
    assert_eq!(page.status, 200, "{path}");
    for shown in [
        "<h1>Quy trình: Yêu cầu &lt;b&gt;",
        "<svg ",
        "class=\"chart-picture diagram\"",
        "<title>Quy trình: Yêu cầu",
        ">Đã trả lời</text>",
        ">Hỏi thêm</text>",
        ">Hạn trả lời</text>",
        "Ở bước “Đã nhận”: ",
        "Chuyển sang bước",
        "<th scope=\"row\">Trả lời</th>",
        "Người dân",
    ] {
        page.says(shown);
    }
    page.keeps_silent_about("⟨");
    page.keeps_silent_about(" style=");
}

#[test]
fn the_list_leads_to_every_procedure_in_both_languages() {
    let site = Site::open();
    let clerk = Desk::of(&site, "clerk");
    let list = clerk.get("/procedures");
    list.says("<h1>Quy trình</h1>");
    list.says("<a href=\"/procedures/request?version=");
    list.says("đang áp dụng");
    list.says("class=\"list cards\"");
    clerk.get_in_english("/procedures").says("<h1>Procedures</h1>");
    let page = clerk.get_in_english("/procedures/request");
    page.says("Procedure: ");
    page.says("starts a limit");
    clerk.get("/work").says("<a href=\"/procedures\">Quy trình</a>");
}

#[test]
fn a_kind_or_a_version_that_does_not_exist_is_not_found() {
    let site = Site::open();
    let clerk = Desk::of(&site, "clerk");
    for path in [
        "/procedures/war",
        "/procedures/request?version=1999-01-01",
        "/procedures/request?version=yesterday",
        "/procedures/%3Cb%3E",
    ] {
        let page = clerk.get(path);
        assert_eq!(page.status, 404, "{path}");
        page.keeps_silent_about("<svg role=\"img\"");
    }
}

#[test]
fn the_list_says_which_versions_apply_today_and_which_do_not_apply_yet_or_no_longer() {
    let site = Site::with_shipped_packs();
    let clerk = Desk::of(&site, "clerk");
    let state = |from| state_of(&clerk, from);
    assert_eq!(state("/procedures/complaint?version=2012-07-01"), [false, true, false]);
    assert_eq!(state("/procedures/complaint?version=2026-07-01"), [true, false, false]);
    let five_years = 5 * 366 * 24 * 60 * 60;
    site.wait(five_years);
    let clerk = Desk::of(&site, "clerk");
    let state = |from| state_of(&clerk, from);
    assert_eq!(state("/procedures/complaint?version=2012-07-01"), [false, false, true]);
    assert_eq!(state("/procedures/complaint?version=2020-12-10"), [false, true, false]);
}

/// Whether a version does not apply yet, applies, or applies no longer, as the list says.
fn state_of(clerk: &Desk<'_>, from: &str) -> [bool; 3] {
    let list = clerk.get("/procedures").body;
    let row = list.split("<tr>").find(|row| row.contains(from)).expect("a version");
    ["chưa áp dụng", "đang áp dụng", "đã hết áp dụng"].map(|state| row.contains(state))
}
