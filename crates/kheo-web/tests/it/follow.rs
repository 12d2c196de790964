//! Following a case, and saying whether it is solved.

use kheo_core::case::{Action, Deed, Party};
use kheo_core::post::Role;

use crate::desk::Desk;
use crate::site::{Site, without_key};

#[test]
fn an_answer_is_confirmed_once_and_reopened_with_words() {
    let site = Site::open();
    let code = site.ask();
    let path = format!("/follow/{code}");
    site.get(&path).keeps_silent_about("Đã xong, ");
    let proof = site.answer(&code);
    let page = site.get(&path);
    page.says("Đã thay bóng đèn ngày 30/6.");
    page.says(&format!("/files/{}", proof.hash));
    page.says("đúng hạn");
    let seen = page.hidden("seen");
    let done = site.post(&format!("{path}/confirm"), &[("seen", &seen)]);
    assert_eq!((done.status, done.header("location")), (303, path.as_str()));
    site.get(&path).says("Người gửi xác nhận đã xong");
    let fresh = site.get(&path).hidden("seen");
    let reopened = [("seen", fresh.as_str()), ("text", "Đèn lại tắt rồi.")];
    assert_eq!(site.post(&format!("{path}/reopen"), &reopened).status, 303);
    let page = site.get(&path);
    page.says("Người gửi cho biết chưa xong");
    page.keeps_silent_about("Đèn lại tắt rồi.");
    page.keeps_silent_about("/confirm");
    let own = format!("{path}/files/{}", proof.hash);
    page.says(&own);
    assert_eq!(site.get(&own).status, 200, "the earlier answer keeps its files for its petitioner");
    assert_eq!(site.get(&format!("/files/{}", proof.hash)).status, 404);
}

#[test]
fn a_title_is_called_public_only_where_it_is() {
    let public = Site::open();
    public.get("/ask").says("Tiêu đề (sẽ công khai");
    public.get(&format!("/receipt/{}", public.ask())).says("Tiêu đề (sẽ công khai)");
    let hidden = Site::changed(|kind| kind.public.clear());
    hidden.get(&format!("/receipt/{}", hidden.ask())).keeps_silent_about("sẽ công khai");
}

#[test]
fn a_case_that_ended_is_with_nobody_any_more() {
    let site = Site::open();
    let code = site.ask();
    let path = format!("/follow/{code}");
    site.get(&path).says("Đang ở");
    let limit = site.get(&format!("/receipt/{code}")).body;
    let limit = limit.split("<dt>").last().and_then(|last| last.split("</dt>").next());
    site.get(&path).says(&format!("<p>{}</p>", limit.expect("what is due")));
    site.answer(&code);
    let answered = site.get(&path);
    answered.says("Đang ở");
    answered.keeps_silent_about("Đã kết thúc tại");
    let seen = answered.hidden("seen");
    assert_eq!(site.post(&format!("{path}/confirm"), &[("seen", &seen)]).status, 303);
    let page = site.get(&path);
    page.says("Đã kết thúc tại");
    page.keeps_silent_about("Đang ở");
}

#[test]
fn a_refusal_does_not_look_like_an_answer() {
    let site = Site::open();
    let code = site.ask();
    let path = format!("/follow/{code}");
    site.get(&path).says("<span class=\"chip open\">Đã nhận</span>");
    let clerk = Desk::of(&site, "clerk");
    let reason = "Việc này của điện lực.";
    assert_eq!(clerk.act(&code, "refuse", &[("text", reason)]).status, 303);
    let page = site.get(&path);
    page.says("<span class=\"chip refused\">");
    page.says(&format!("<p class=\"answer refused\" lang=\"vi\">{reason}</p>"));
    page.keeps_silent_about("chip done");
    clerk.get(&format!("/cases/{code}")).says("<span class=\"chip refused\">");
}

#[test]
fn whoever_acts_on_an_older_version_is_shown_the_newer_one_and_keeps_the_words() {
    let site = Site::open();
    let code = site.ask();
    site.answer(&code);
    let path = format!("/follow/{code}");
    let seen = site.get(&path).hidden("seen");
    for sent in ["once", "again"] {
        let confirmed = site.post(&format!("{path}/confirm"), &[("seen", &seen)]);
        assert_eq!(confirmed.header("location"), path, "{sent}");
    }
    let late = [("seen", seen.as_str()), ("text", "Vẫn chưa sáng.")];
    let answer = site.post(&format!("{path}/reopen"), &late);
    assert_eq!(answer.status, 409);
    answer.says("Đơn đã thay đổi sau khi bạn mở trang.");
    answer.says("<td>Đã trả lời</td><td><strong>Đã xong</strong></td>");
    let since = answer.body.split("Diễn ra sau khi bạn mở trang").nth(1).expect("what happened");
    let since = since.split("</ol>").next().unwrap_or_default();
    assert!(since.contains("Người gửi xác nhận đã xong") && !since.contains("đã trả lời"));
    answer.says("Vẫn chưa sáng.</textarea>");
    let fresh = answer.hidden("seen");
    assert_ne!(fresh, seen);
    let again = [("seen", fresh.as_str()), ("text", "Vẫn chưa sáng.")];
    assert_eq!(site.post(&format!("{path}/reopen"), &again).status, 303);
    let much_later = site.post(&format!("{path}/reopen"), &late);
    assert_eq!(much_later.status, 409);
    much_later.says("<td>Đã trả lời</td><td><strong>Đang làm</strong></td>");
    much_later.says("<textarea id=\"kept\" rows=\"5\" readonly>\nVẫn chưa sáng.</textarea>");
    much_later.keeps_silent_about("/confirm");
}

#[test]
fn an_officer_does_not_answer_for_the_citizen() {
    let site = Site::open();
    let code = site.ask();
    site.answer(&code);
    let path = format!("/follow/{code}");
    let seen = site.get(&path).hidden("seen");
    let handler = Desk::of(&site, "handler");
    let page = handler.get(&path);
    page.says("Đã thay bóng đèn ngày 30/6.");
    page.says("Chỉ người gửi xác nhận đã xong hoặc mở lại đơn");
    page.keeps_silent_about("/confirm");
    page.keeps_silent_about("/reopen");
    for deed in ["confirm", "reopen"] {
        let fields = [("seen", seen.as_str()), ("text", "Đèn sáng rồi.")];
        let refused = handler.post(&format!("{path}/{deed}"), &fields);
        assert_eq!(refused.status, 403, "{deed}");
        refused.says("Việc này chỉ người gửi được làm");
        refused.says("Đèn sáng rồi.</textarea>");
    }
    assert_eq!(site.get(&path).hidden("seen"), seen);
    assert_eq!(site.post(&format!("{path}/confirm"), &[("seen", &seen)]).status, 303);
}

#[test]
fn an_open_case_cannot_be_confirmed() {
    let site = Site::open();
    let code = site.ask();
    let before = site.cases().remove(0).seen.to_string();
    let answer = site.post(&format!("/follow/{code}/confirm"), &[("seen", &before)]);
    assert!((400..500).contains(&answer.status), "{}", answer.status);
    assert_eq!(site.cases().remove(0).seen.to_string(), before);
}

#[test]
fn a_code_is_found_however_it_was_typed_and_an_unknown_one_is_told() {
    let site = Site::open();
    let code = site.ask();
    let joined = code.replace('-', "").to_lowercase();
    let (number, key) = joined.split_at(joined.len() - 8);
    let (first, rest) = key.split_at(4);
    for typed in [
        code.to_lowercase(),
        format!("%20{}%20", code.replace('-', "+")),
        joined.clone(),
        format!("{number}+{first}+{rest}"),
    ] {
        let found = site.get(&format!("/follow?code={typed}"));
        assert_eq!(
            (found.status, found.header("location")),
            (303, format!("/follow/{code}").as_str())
        );
    }
    let unknown = site.get("/follow?code=YC-2016-9999-%3Cb%3E");
    assert_eq!(unknown.status, 404);
    unknown.says("href=\"#f-code\"");
    unknown.keeps_silent_about("-<b>");
    site.get(&format!("/follow?code={number}")).says("Mã tra cứu có cả các chữ cái ở cuối");
    assert_eq!(site.get("/follow/YC-2016-9999-AAAA").status, 404);
}

#[test]
fn the_code_that_officers_see_opens_nothing_to_them_or_to_others() {
    let site = Site::open();
    let code = site.ask();
    let (number, key) = code.rsplit_once('-').expect("a code with a key");
    site.answer(&code);
    let compiler = Desk::of(&site, "compiler");
    let clerk = Desk::of(&site, "clerk");
    let pages = ["/cases", "/cases?format=csv", "/work", "/warnings"].map(str::to_owned);
    for page in pages.iter().chain(&[format!("/cases/{number}")]) {
        for desk in [&clerk, &compiler] {
            desk.get(page).keeps_silent_about(key);
        }
    }
    clerk.get(&format!("/cases/{number}/letters/1")).keeps_silent_about(key);
    let api = "/api/v1/cases";
    for path in ["/follow", "/receipt", api].map(|path| format!("{path}/{number}")) {
        let letter = format!("{path}/letters/1/letter.pdf");
        for path in [&path, &format!("{path}-AAAAAAAA"), &letter] {
            assert_eq!(site.get(path).status, 404, "{path}");
            assert_eq!(clerk.get(path).status, 404, "{path} of the clerk");
            assert_eq!(compiler.get(path).status, 404, "{path} of the compiler");
        }
    }
    let said = site.post(&format!("/follow/{number}/confirm"), &[("seen", "5")]);
    assert_eq!(said.status, 404);
    let letters = format!("/follow/{code}/letters/1/letter.pdf");
    assert_eq!(site.get(&letters).status, 200);
}

#[test]
fn the_proof_of_an_answer_that_is_not_public_is_for_whoever_brought_the_case() {
    let site = Site::changed(|kind| kind.public.clear());
    let code = site.ask();
    let proof = site.answer(&code).hash;
    assert_eq!(site.get(&format!("/files/{proof}")).status, 404);
    let own = format!("/follow/{code}/files/{proof}");
    site.get(&format!("/follow/{code}")).says(&format!("href=\"{own}\""));
    assert_eq!(site.get(&own).status, 200);
    let guessed = format!("/follow/{}-AAAAAAAA/files/{proof}", without_key(&code));
    assert_eq!(site.get(&guessed).status, 404);
    assert_eq!(Desk::of(&site, "clerk").get(&format!("/files/{proof}")).status, 200);
}

#[test]
fn the_answers_show_no_code_that_lets_others_act() {
    let site = Site::open();
    let code = site.ask();
    site.get("/answers").says("Không có việc nào khớp");
    let proof = site.answer(&code);
    let answers = site.get("/answers?unit=north&topic=roads");
    answers.says("Đèn đường hỏng");
    answers.says("Đã thay bóng đèn ngày 30/6.");
    answers.says(&format!("/files/{}", proof.hash));
    answers.keeps_silent_about(&code);
    site.get("/answers?unit=south").says("Không có việc nào khớp");
    site.get("/answers?page=99").says("Đèn đường hỏng");
}

#[test]
fn what_an_officer_confirms_or_reopens_is_not_told_as_the_words_of_the_sender() {
    let site = Site::changed(|kind| {
        let of_sender = |action: &&mut Action| matches!(action.deed, Deed::Confirm | Deed::Reopen);
        for action in kind.actions.iter_mut().filter(of_sender) {
            action.who = vec![Party::Role(Role::Clerk)];
        }
    });
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    for (action, text) in [("accept", ""), ("answer", "Đã sửa."), ("confirm", ""), ("reopen", "")]
    {
        assert_eq!(clerk.act(&code, action, &[("text", text)]).status, 303, "{action}");
    }
    let page = site.get(&format!("/follow/{code}"));
    page.says("ghi nhận đã xong");
    page.says("mở lại để giải quyết");
    page.keeps_silent_about("Người gửi xác nhận");
    page.keeps_silent_about("Người gửi cho biết chưa xong");
    assert_eq!(site.cases().remove(0).reopened, 0, "its petitioner never did");
}
