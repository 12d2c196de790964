//! Early warnings: the chance on a case and in lists, and how good such chances are.

use jiff::ToSpan as _;
use jiff::civil::date;
use kheo_core::case::Act;
use kheo_core::id::{ActionId, CaseCode, TopicId};
use kheo_core::post::{Actor, Role};
use kheo_store::WriteError;
use kheo_store::case::Filing;
use kheo_testkit::{actor, filing, on, rules};

use crate::desk::Desk;
use crate::site::{Site, without_key};

/// Two hundred cases of the past: nine in ten of the ward `north` were answered late, one in ten of
/// `south`.
fn remember(site: &Site) {
    let written = site.city.db.write_now(|tx| {
        for n in 0..200_i32 {
            let unit = if n % 2 == 0 { "north" } else { "south" };
            let code = format!("YC-2016-{:04}", 1000 + n);
            let day = date(2016, 1, 5).checked_add((n * 110 / 200).days()).expect("a day");
            let case = filing(unit, &code);
            kheo_store::case::register(tx, &rules(), case, on(day), &Actor::Citizen)?;
            let unusual = n / 2 % 10 == 0;
            let days = if (unit == "north") == unusual { 1 + n % 4 } else { 36 + n % 5 };
            let day = day.checked_add(days.days()).expect("a day");
            let act = Act {
                text: Some("Đã xong.".to_owned()),
                ..Act::plain(ActionId::new("answer"), 3)
            };
            let (by, code) = (actor(unit, Role::Clerk), CaseCode::new(code));
            kheo_store::case::act(tx, &rules(), &by, &code, act, on(day))?;
        }
        Ok(())
    });
    written.map_err(|why: WriteError| why.to_string()).expect("a past");
}

#[test]
fn a_running_case_is_warned_about_with_reasons_and_with_how_good_that_is() {
    let site = Site::open();
    remember(&site);
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    let case = clerk.get(&format!("/cases/{code}"));
    for text in [
        "Khả năng trễ hạn: ",
        "Tăng khả năng trễ: trước đây đơn vị trễ khoảng ",
        "<a href=\"/warnings?judged=shown#how-good\">Cảnh báo này đúng đến đâu?</a>",
    ] {
        case.says(text);
    }
    for list in ["/work", "/cases"] {
        clerk.get(list).says("<span class=\"chip up\">Khả năng trễ hạn: ");
    }
    clerk.get("/cases?format=csv").says("Khả năng trễ hạn (nếu từ 50% trở lên)");
    let page = clerk.get("/warnings");
    assert_eq!(page.status, 200);
    for text in [
        &format!("<a href=\"/cases/{}\" data-row lang=\"vi\">", without_key(&code)),
        "1 đơn đang trong hạn",
        "không phải là đánh giá một ai",
        "điểm Brier",
        "Đếm ngược: còn dưới một phần tư thời hạn thì nói là trễ",
        "<svg",
        "vạch đứng: khả năng đã báo",
    ] {
        page.says(text);
    }
    clerk.get_in_english("/warnings").says("How good are these warnings?");
    site.get(&format!("/follow/{code}")).keeps_silent_about("Khả năng trễ hạn");
}

#[test]
fn warnings_stand_twelve_to_a_page_with_how_good_they_are_folded_below() {
    let site = Site::open();
    remember(&site);
    let written = site.city.db.write_now(|tx| {
        for n in 2001..2014 {
            let case = filing("north", &format!("YC-2016-{n}"));
            kheo_store::case::register(tx, &rules(), case, on(date(2016, 6, 30)), &Actor::Citizen)?;
        }
        Ok(())
    });
    written.map_err(|why: WriteError| why.to_string()).expect("thirteen cases");
    let clerk = Desk::of(&site, "clerk");
    let rows = |page: &str| page.matches(" data-row ").count();
    let first = clerk.get("/warnings");
    first.says("13 đơn đang trong hạn");
    first.says("<a href=\"/warnings?page=2\" rel=\"next\">");
    first.says("<details class=\"card fold\" id=\"how-good\"><summary>");
    let second = clerk.get("/warnings?page=2");
    assert_eq!((rows(&first.body), rows(&second.body)), (12, 1));
    clerk.get("/warnings?judged=shown").says("id=\"how-good\" open>");
    clerk.get("/warnings?judged=much").says("không có giá trị “much”.");
}

#[test]
fn warnings_end_at_the_scope_of_the_reader() {
    let site = Site::open();
    remember(&site);
    let code = site.ask();
    let here = format!("/cases/{}", without_key(&code));
    Desk::at(&site, "city-clerk").get("/warnings").says(&here);
    let south = Desk::at(&site, "south-clerk").get("/warnings");
    south.keeps_silent_about(&here);
    south.says("Không có đơn nào đang trong hạn ở đơn vị này.");
}

#[test]
fn what_a_reader_is_not_shown_is_not_counted_among_the_warnings_either() {
    let site = Site::sealed();
    remember(&site);
    let written = site.city.db.write_now(|tx| {
        let case = Filing { topic: TopicId::new("schools"), ..filing("north", "YC-2016-3001") };
        kheo_store::case::register(tx, &rules(), case, on(date(2016, 6, 30)), &Actor::Citizen)
    });
    written.map_err(|why: WriteError| why.to_string()).expect("a case");
    let page = |role| Desk::of(&site, role).get("/warnings");
    page("clerk").says("1 đơn đang trong hạn");
    for role in ["head", "inspector", "compiler"] {
        page(role).says("Không có đơn nào đang trong hạn ở đơn vị này.");
    }
}

#[test]
fn a_case_that_was_answered_since_the_morning_is_no_longer_listed() {
    let site = Site::open();
    remember(&site);
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    clerk.get("/warnings").says(without_key(&code));
    site.answer(&code);
    clerk.get("/warnings").keeps_silent_about(without_key(&code));
}

#[test]
fn where_the_past_is_thin_nothing_is_said_but_why() {
    let site = Site::open();
    let code = site.ask();
    let clerk = Desk::of(&site, "clerk");
    clerk.get("/warnings").says("Cảnh báo đang tắt: mới có 0 thời hạn đã qua");
    clerk.get_in_english("/warnings").says("Warnings are off: only 0 limits have passed");
    for page in [format!("/cases/{code}"), "/work".to_owned(), "/cases".to_owned()] {
        clerk.get(&page).keeps_silent_about("Khả năng trễ hạn:");
    }
    let odd = clerk.get("/warnings?page=x");
    assert_eq!(odd.status, 200);
    odd.says("Trang: không có giá trị “x”.");
}
