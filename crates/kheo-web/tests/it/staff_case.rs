//! Acting on a case: refusals, two people at once, and what each post sees.

use kheo_core::case::{Action, Circumstances, Deed, Need, Party};
use kheo_core::id::{ActionId, StepId};
use kheo_core::post::Role;

use crate::client::File;
use crate::desk::Desk;
use crate::site::{PICTURE, Site, without_key};

#[test]
fn the_second_of_two_people_is_shown_both_versions_and_keeps_the_words() {
    let site = Site::open();
    let code = site.ask();
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    let case = format!("/cases/{code}");
    let seen = head.get(&case).hidden("seen");
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    let late = [("seen", seen.as_str()), ("text", "Việc này không thuộc phường <i>")];
    let conflict = head.post(&format!("{case}/refuse"), &late);
    assert_eq!(conflict.status, 409);
    conflict.says("Đơn đã thay đổi");
    conflict.says("<td>Đã nhận</td><td><strong>Đang làm</strong></td>");
    conflict.says("Chức vụ clerk north");
    conflict.says("Việc này không thuộc phường &lt;i&gt;");
    conflict.says(&format!("href=\"/cases/{}?lang=en\"", without_key(&code)));
    let fresh = conflict.hidden("seen");
    assert_ne!(fresh, seen);
    let again = [("seen", fresh.as_str()), ("text", "Việc này không thuộc phường")];
    assert_eq!(head.post(&format!("{case}/refuse"), &again).status, 303);
}

#[test]
fn a_form_that_names_a_version_that_never_was_is_refused_and_loses_nothing() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let path = format!("/cases/{code}/answer");
    let ahead = [("seen", "999"), ("text", "Đã thay bóng đèn <b>.")];
    let refused = clerk.post(&path, &ahead);
    assert_eq!(refused.status, 422);
    refused.says("phiên bản chưa từng có");
    refused.says("Đã thay bóng đèn &lt;b&gt;.</textarea>");
    assert_eq!(site.cases().remove(0).seen, 3);
    let seen = refused.hidden("seen");
    assert_eq!(clerk.post(&path, &[("seen", &seen), ("text", "Đã thay.")]).status, 303);

    let follow = format!("/follow/{code}");
    let refused = site.post(&format!("{follow}/reopen"), &[("seen", "999"), ("text", "Vẫn tối.")]);
    assert_eq!(refused.status, 422);
    refused.says("phiên bản chưa từng có");
    refused.says("Vẫn tối.");
}

#[test]
fn what_is_not_possible_any_more_is_told_with_the_words_to_copy() {
    let site = Site::open();
    let code = site.ask();
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    let seen = head.get(&format!("/cases/{code}")).hidden("seen");
    assert_eq!(clerk.act(&code, "answer", &[("text", "Đã sửa.")]).status, 303);
    let late = [("seen", seen.as_str()), ("text", "Xin chờ thêm.")];
    let conflict = head.post(&format!("/cases/{code}/note"), &late);
    assert_eq!(conflict.status, 409);
    conflict.says("Ở bước hiện nay không còn làm được thao tác này.");
    conflict.says("Xin chờ thêm.");
}

#[test]
fn a_form_sent_twice_acts_once_and_says_so_both_times() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let seen = clerk.get(&format!("/cases/{code}")).hidden("seen");
    let note = [("seen", seen.as_str()), ("text", "Đã gọi điện.")];
    let path = format!("/cases/{code}/note");
    assert_eq!(clerk.post(&path, &note).status, 303);
    assert_eq!(
        clerk.post(&path, &note).header("location"),
        format!("/cases/{}", without_key(&code))
    );
    let other = [("seen", seen.as_str()), ("text", "Đã gọi điện lại.")];
    assert_eq!(clerk.post(&path, &other).status, 409, "that was not recorded");
    assert_eq!(Desk::of(&site, "head").post(&path, &note).status, 409, "nor was it by the head");
    let page = clerk.get(&format!("/cases/{code}"));
    assert_eq!(page.body.matches("Đã gọi điện.").count(), 1);

    let seen = page.hidden("seen");
    let answer = [("seen", seen.as_str()), ("text", "Đã thay bóng đèn.")];
    let path = format!("/cases/{code}/answer");
    assert_eq!(clerk.post(&path, &answer).status, 303);
    assert_eq!(clerk.post(&path, &answer).status, 303, "though it cannot be answered any more");
    assert_eq!(site.get(&format!("/follow/{code}")).body.matches("Đã thay bóng đèn.").count(), 1);
}

#[test]
fn a_refusal_changes_nothing_leads_to_the_field_and_keeps_what_was_typed() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let before = site.cases().remove(0).seen;

    let empty = clerk.act(&code, "refuse", &[("text", "  ")]);
    assert_eq!(empty.status, 422);
    empty.says("href=\"#refuse-text\"");
    empty.says("id=\"refuse-text-error\"");

    let long = "đ".repeat(10_001);
    let too_long = clerk.act(&code, "refuse", &[("text", &long)]);
    assert_eq!(too_long.status, 422);
    too_long.says("10.001");
    too_long.says(&long);

    let seen = before.to_string();
    let told = [("seen", seen.as_str()), ("text", "Đã sửa, xem ảnh.")];
    let program = [File { name: "photo.jpg", content: b"MZ\x90\0 a program" }];
    let refused = clerk.post_files(&format!("/cases/{code}/answer"), &told, &program);
    assert_eq!(refused.status, 422);
    refused.says("Đã sửa, xem ảnh.");
    refused.says("photo.jpg");

    let elsewhere = [("seen", seen.as_str()), ("post", "south-clerk")];
    assert_eq!(clerk.post(&format!("/cases/{code}/assign"), &elsewhere).status, 422);
    let nowhere = [("seen", seen.as_str()), ("unit", "old")];
    assert_eq!(clerk.post(&format!("/cases/{code}/transfer"), &nowhere).status, 422);
    assert_eq!(clerk.post(&format!("/cases/{code}/dance"), &told).status, 404);
    assert_eq!(clerk.post(&format!("/cases/{code}/note"), &[("text", "x")]).status, 400);
    assert_eq!(site.cases().remove(0).seen, before, "a refusal left something behind");

    let good = [File { name: "a.png", content: PICTURE }];
    assert_eq!(clerk.post_files(&format!("/cases/{code}/answer"), &told, &good).status, 303);
}

#[test]
fn each_post_sees_what_it_may() {
    let site = Site::open();
    let code = site.ask();
    let case = format!("/cases/{code}");
    let at_login = site.get(&case);
    assert_eq!(at_login.status, 303);
    assert!(at_login.header("location").starts_with("/login?next="));

    let clerk = Desk::of(&site, "clerk");
    let page = clerk.get(&case);
    page.says("Trần Văn Thử");
    page.says("ngõ 12, tổ 3");
    page.says("02/07/2016 – 03/07/2016: nghỉ cuối tuần");

    let compiler = Desk::of(&site, "compiler");
    let page = compiler.get(&case);
    assert_eq!(page.status, 200);
    page.keeps_silent_about("Trần Văn Thử");
    page.keeps_silent_about("0912 345 678");
    page.keeps_silent_about("/accept\"");
    let note = [("seen", "3"), ("text", "Xin chào")];
    assert_eq!(compiler.post(&format!("{case}/note"), &note).status, 404);

    let south = Desk::at(&site, "south-head");
    let hidden = [case.as_str(), "/review/2016-H1/north", "/review/2016-H1/city/document.json"];
    for path in hidden {
        assert_eq!(south.get(path).status, 404, "{path}");
    }
    for path in ["/cases?unit=north", "/figures?unit=north", "/tasks?unit=north"] {
        let own = south.get(path);
        own.says("Đơn vị: không có giá trị “north”.");
        own.keeps_silent_about(&code);
    }
    let figure = south.get("/cases?metric=received&unit=city&period=2016-H1");
    assert_eq!(figure.status, 400);
    assert_eq!(south.post(&format!("{case}/accept"), &[("seen", "3")]).status, 404);
    south.get("/cases").says("Không có đơn nào khớp");
    south.get("/units/north").keeps_silent_about("/cases?metric");
    assert_eq!(site.cases().remove(0).seen, 3);
}

#[test]
fn a_form_without_the_token_of_the_session_is_turned_away() {
    let site = Site::open();
    let code = site.ask();
    let cookie = site.sign_in("clerk");
    let path = format!("/cases/{code}/accept");
    let fields = [("seen", "3"), ("csrf", "guessed")];
    let forged = site.post_with(&path, &fields, &[("cookie", &cookie)]);
    assert_eq!(forged.status, 403);
    assert_eq!(site.cases().remove(0).seen, 3);
}

#[test]
fn a_limit_stands_still_while_somebody_is_asked_and_is_extended_once_with_a_reason() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let complex = [("complexity", "complex"), ("remote", "yes")];
    assert_eq!(clerk.act(&code, "accept", &complex).status, 303);
    let circumstances = site.cases().remove(0).circumstances;
    assert!(circumstances.remote);
    assert_eq!(circumstances.complexity, kheo_core::case::Complexity::Complex);
    let before = site.cases().remove(0).due().unwrap().due.on;
    clerk.get(&format!("/cases/{code}")).says("<dt>Mức độ phức tạp</dt><dd>phức tạp</dd>");
    let unknown = clerk.act(&code, "accept", &[("complexity", "simple")]);
    assert_eq!(unknown.status, 400, "no such degree");

    assert_eq!(clerk.act(&code, "ask", &[("text", "Xin gửi thêm ảnh.")]).status, 303);
    assert!(site.cases().remove(0).due().is_none());
    clerk.get(&format!("/cases/{code}")).says("Đồng hồ đang dừng");
    site.get(&format!("/follow/{code}")).says("Thời hạn tạm dừng");
    assert_eq!(clerk.act(&code, "supplement", &[("text", "Đã có ảnh.")]).status, 303);
    assert_eq!(site.cases().remove(0).due().unwrap().due.on, before, "asked and told on one day");

    let too_long = clerk.act(&code, "extend", &[("length", "6"), ("text", "Chờ vật tư.")]);
    assert_eq!(too_long.status, 422);
    too_long.says("href=\"#extend-length\"");
    too_long.says("value=\"6\"");
    too_long.says("Chờ vật tư.");
    let longer = [("length", "5"), ("text", "Chờ vật tư.")];
    assert_eq!(clerk.act(&code, "extend", &longer).status, 303);
    assert!(site.cases().remove(0).due().unwrap().due.on > before);
    clerk.get(&format!("/cases/{code}")).says("Gia hạn thêm 5 ngày làm việc");
    assert_eq!(clerk.act(&code, "extend", &longer).status, 422, "once is all");
}

#[test]
fn the_form_that_accepts_a_case_knows_whether_its_unit_is_remote() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let case = format!("/cases/{code}");
    let (near, far) = ("name=\"remote\" value=\"yes\">", "name=\"remote\" value=\"yes\" checked>");
    clerk.get(&case).says(near);
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let south = Desk::at(&site, "south-clerk");
    south.get(&case).says(far);
    south.get("/units/south").says("Vùng sâu, vùng xa, đi lại khó khăn từ");
    assert_eq!(south.act(&code, "accept", &[("remote", "yes")]).status, 303);
    assert!(site.cases().remove(0).circumstances.remote, "frozen into the case");
}

#[test]
fn a_refused_extension_says_how_long_it_may_be() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    for typed in ["6", "99999", "0", "-3", "năm ngày"] {
        let refused = clerk.act(&code, "extend", &[("length", typed), ("text", "Chờ thợ.")]);
        assert_eq!(refused.status, 422, "{typed}");
        refused.says("Được gia hạn từ 1 đến 5 ngày làm việc.");
        refused.says(&format!("value=\"{typed}\""));
    }
    assert_eq!(clerk.act(&code, "extend", &[("length", "5"), ("text", "Chờ thợ.")]).status, 303);
    let again = clerk.act(&code, "extend", &[("length", "1"), ("text", "Chờ thợ.")]);
    assert_eq!(again.status, 422);
    again.says("Quy định không cho gia hạn thêm.");
}

#[test]
fn the_form_that_says_how_complex_a_case_is_starts_from_what_it_is() {
    let site = Site::changed(|kind| {
        kind.actions.push(Action {
            from: vec![StepId::new("accepted")],
            who: vec![Party::Role(Role::Clerk)],
            needs: vec![Need::Circumstances],
            ..Action::new(ActionId::new("note-complex"), Deed::Note)
        });
    });
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let given = [("complexity", "complex"), ("remote", "yes")];
    assert_eq!(clerk.act(&code, "accept", &given).status, 303);
    let page = clerk.get(&format!("/cases/{code}"));
    page.says("value=\"complex\" selected");
    page.keeps_silent_about("name=\"remote\"");
    let before = site.cases().remove(0).circumstances;
    assert_eq!(clerk.act(&code, "note-complex", &[("complexity", "complex")]).status, 303);
    assert_eq!(site.cases().remove(0).circumstances, before, "sent as it was shown");
    assert_eq!(clerk.act(&code, "note-complex", &[]).status, 303);
    let after = site.cases().remove(0).circumstances;
    assert_eq!(after, Circumstances { remote: true, ..Circumstances::default() });
}

#[test]
fn a_limit_that_ended_opens_into_its_explanation_too() {
    let site = Site::open();
    let code = site.ask();
    site.answer(&code);
    let page = Desk::of(&site, "clerk").get(&format!("/cases/{code}"));
    let (_, told) = page.body.split_once("class=\"time\"").expect("a time line");
    assert!(told.contains("Vì sao là ngày này?") && told.contains("Căn cứ"), "{told}");
}
