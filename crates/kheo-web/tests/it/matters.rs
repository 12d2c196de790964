//! Matters: look-alikes on the page of a case, linking and parting, judging, lists and their rights.

use jiff::civil::date;
use kheo_core::case::{Persons, Petition};
use kheo_core::id::{CaseCode, TopicId};
use kheo_core::matter::Link;
use kheo_core::post::Actor;
use kheo_store::WriteError;
use kheo_store::case::CaseRow;
use kheo_testkit::{filing, on, rules};

use crate::client::Answer;
use crate::desk::{Desk, count, rows};
use crate::ground::fill;
use crate::site::{FORM, Site};

const NORTH: &str = "YC-2016-0101";
const CITY: &str = "YC-2016-0102";
const SOUTH: &str = "YC-2016-0103";

/// Registers a petition about the same broken culvert, with the secret words `kín`.
fn ask(site: &Site, unit: &str, code: &str, place: &str, persons: u32) {
    ask_after(site, None, unit, code, place, persons);
}

/// The same, as one that brings the matter of an earlier case again.
fn ask_after(site: &Site, again: Option<&str>, unit: &str, code: &str, place: &str, persons: u32) {
    let mut filed = filing(unit, code);
    filed.again = again.map(CaseCode::new);
    filed.petition = Petition {
        subject: format!("Cống thoát nước vỡ nắp {}", code.chars().take(12).collect::<String>()),
        text: format!("Nắp cống thoát nước vỡ ở {place}, học sinh suýt ngã. Chữ kín {unit}."),
        place: Some(place.to_owned()),
        name: None,
        phone: Some("0912 345 678".to_owned()),
        persons: Persons::new(persons).expect("a number of people"),
        ..Petition::default()
    };
    let registered = site.city.db.write_now(move |tx| {
        let stamp = on(date(2016, 6, 1));
        kheo_store::case::register(tx, &rules(), filed, stamp, &Actor::Citizen)
    });
    registered.map_err(|why: WriteError| why.to_string()).expect("a case");
}

fn site() -> Site {
    let site = Site::open();
    ask(&site, "north", NORTH, "tổ 14", 1);
    ask(&site, "city", CITY, "to 14, phuong Don vi north", 30);
    site
}

fn row(site: &Site, code: &str) -> CaseRow {
    let code = CaseCode::new(code);
    site.city.db.read_now(|r| kheo_store::case::find(r, &code)).expect("a question").expect("it")
}

fn matter(desk: &Desk<'_>, code: &str, deed: &str, fields: &[(&str, &str)]) -> Answer {
    desk.post(&format!("/cases/{code}/matter/{deed}"), fields)
}

/// Links the case with the one that it is suggested.
fn link(desk: &Desk<'_>, code: &str, other: &str) -> Answer {
    let other = row(desk.site, other).began.to_string();
    matter(desk, code, "link", &[("other", &other)])
}

#[test]
fn a_clerk_sees_what_looks_alike_links_it_and_can_take_that_back() {
    let site = site();
    let clerk = Desk::of(&site, "clerk");
    let page = clerk.get(&format!("/cases/{NORTH}"));
    page.says("Đơn có thể cùng vụ");
    page.says("Rất giống");
    page.keeps_silent_about("cùng số điện thoại");
    page.says("Một đơn khác");
    page.says("Đơn vị city (01/06/2016)");
    page.keeps_silent_about(CITY);
    page.keeps_silent_about("Chữ kín city");
    assert!(row(&site, CITY).escalated);

    let linked = link(&clerk, NORTH, CITY);
    assert_eq!((linked.status, linked.header("location")), (303, "/cases/YC-2016-0101#matter"));
    assert_eq!(link(&clerk, NORTH, CITY).status, 303, "sent twice links once");
    let page = clerk.get(&format!("/cases/{NORTH}"));
    page.says("Xem cả vụ trên một dòng thời gian");
    page.says("Bỏ nối");
    page.says("Không thấy đơn nào giống");
    page.keeps_silent_about(CITY);
    page.keeps_silent_about("Chữ kín city");
    // Received on 1 June, to be accepted by 8 June; the city had got it before that.
    assert!(row(&site, CITY).escalated, "the ward was not through with it");

    let other = row(&site, CITY).began.to_string();
    for _ in 0..2 {
        assert_eq!(matter(&clerk, NORTH, "unlink", &[("other", &other)]).status, 303);
    }
    clerk.get(&format!("/cases/{NORTH}")).says("Chưa nối với đơn nào khác");
}

#[test]
fn a_case_is_linked_by_its_code_however_it_is_typed_or_told_why_not() {
    let site = site();
    let head = Desk::at(&site, "city-head");
    let wrong = matter(&head, CITY, "link", &[("code", "YC 2016 9999 WWWW")]);
    assert_eq!(wrong.status, 422);
    wrong.says("href=\"#link-code\"");
    wrong.says("value=\"YC 2016 9999 WWWW\"");
    let itself = matter(&head, CITY, "link", &[("code", CITY)]);
    assert_eq!(itself.status, 422);
    itself.says("Đây chính là đơn đang mở");
    assert_eq!(matter(&head, CITY, "link", &[("code", "yc 2016 0101")]).status, 303);
    let page = head.get(&format!("/cases/{CITY}"));
    page.says(NORTH);
    page.says("đông người: ít nhất 30");
    page.says("vượt cấp");
    page.says("Đại diện cho 30 người");
}

#[test]
fn a_matter_tells_with_which_case_it_was_linked_by_mistake_to_who_may_know_it() {
    let site = site();
    ask(&site, "south", SOUTH, "tổ 2", 1);
    let city = Desk::at(&site, "city-head");
    for other in [NORTH, SOUTH] {
        assert_eq!(matter(&city, CITY, "link", &[("code", other)]).status, 303);
    }
    let mistaken = row(&site, SOUTH).began.to_string();
    assert_eq!(matter(&city, CITY, "unlink", &[("other", &mistaken)]).status, 303);
    let page = format!("/matters/{}", row(&site, NORTH).began);
    let told = city.get(&page);
    let undone = told.body.split("Bỏ xác nhận cùng vụ").nth(1).expect("that it was undone");
    assert!(undone.contains(CITY) && undone.contains(SOUTH), "{undone}");
    Desk::of(&site, "clerk").get(&page).keeps_silent_about(SOUTH);
}

#[test]
fn nobody_links_what_is_neither_theirs_nor_suggested() {
    let site = site();
    ask(&site, "south", SOUTH, "tổ 2", 1);
    let clerk = Desk::of(&site, "clerk");
    let south = Desk::at(&site, "south-clerk");
    assert_eq!(link(&south, NORTH, CITY).status, 404);
    assert_eq!(matter(&clerk, NORTH, "link", &[("other", "x")]).status, 400);
    // It exists, but lies outside the scope and does not look alike.
    let unlike = site.city.db.write_now(|tx| {
        let mut filed = filing("south", "YC-2016-0104");
        filed.petition =
            Petition { subject: "Trường thiếu ghế".into(), ..Petition::default() };
        kheo_store::case::register(tx, &rules(), filed, on(date(2016, 6, 1)), &Actor::Import)
    });
    unlike.map_err(|why: WriteError| why.to_string()).expect("a case");
    assert_eq!(link(&clerk, NORTH, "YC-2016-0104").status, 303);
    // Typed, its code is told to be none, as one that does not exist.
    for code in ["YC-2016-0104", "YC-2016-9999"] {
        let told = matter(&clerk, NORTH, "link", &[("code", code)]);
        assert_eq!(told.status, 422, "{code}");
        told.says(&format!("Không có đơn nào mang mã {code}."));
    }
    clerk.get(&format!("/cases/{NORTH}")).says("Chưa nối với đơn nào khác");
}

#[test]
fn a_head_judges_with_reasons_after_an_answer_and_withdraws() {
    let site = site();
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    assert_eq!(clerk.act(NORTH, "answer", &[("text", "Đã thay nắp cống.")]).status, 303);
    let again = FORM.map(|(name, value)| match name {
        "subject" => (name, "Nắp cống thoát nước tổ 14 vẫn vỡ"),
        "place" => (name, "tổ 14"),
        _ => (name, value),
    });
    let sent = site.post("/ask", &again);
    let later = sent.header("location").trim_start_matches("/receipt/").to_owned();
    let early = matter(&head, &later, "judge", &[("text", "Cố tình kéo dài.")]);
    assert_eq!(early.status, 422, "nothing is linked yet");
    early.says("chưa được trả lời hay từ chối");
    assert_eq!(matter(&clerk, &later, "link", &[("code", NORTH)]).status, 303);
    clerk.get(&format!("/cases/{later}")).keeps_silent_about("matter/judge");
    assert_eq!(matter(&clerk, &later, "judge", &[("text", "Tôi nghĩ vậy.")]).status, 404);

    head.get(&format!("/cases/{later}")).says("matter/judge");
    let empty = matter(&head, &later, "judge", &[("text", "  ")]);
    assert_eq!(empty.status, 422);
    empty.says("href=\"#judge-text\"");
    let reasons = "Đã trả lời, đã giải thích ngày 30/6 <b>.";
    assert_eq!(matter(&head, &later, "judge", &[("text", reasons)]).status, 303);
    let twice = matter(&head, &later, "judge", &[("text", reasons)]);
    assert_eq!(twice.status, 422);
    twice.says("ngày 30/6 &lt;b&gt;.");
    let page = clerk.get(&format!("/cases/{later}"));
    page.says("theo đuổi sau khi có kết quả cuối cùng");
    page.says("Chức vụ head north, 30/06/2016");
    page.says("Đã trả lời, đã giải thích");
    assert_eq!(count(&clerk.get("/cases?mark=pursued")), 1);
    site.get(&format!("/follow/{later}")).keeps_silent_about("giải thích ngày 30/6");

    let withdrawn = matter(&head, &later, "withdraw", &[("text", "Có tình tiết mới.")]);
    assert_eq!(withdrawn.status, 303);
    assert_eq!(count(&clerk.get("/cases?mark=pursued")), 0);
    let page = clerk.get(&format!("/matters/{}", row(&site, NORTH).began));
    page.says("Rút kết luận");
    page.says("Có tình tiết mới.");
}

#[test]
fn a_judgement_of_a_case_that_is_linked_with_none_tells_who_and_why() {
    let site = Site::open();
    let (clerk, head) = (Desk::of(&site, "clerk"), Desk::of(&site, "head"));
    let code = site.ask();
    site.answer(&code);
    let path = format!("/follow/{code}");
    let seen = site.get(&path).hidden("seen");
    let reopened = [("seen", seen.as_str()), ("text", "Đèn vẫn tối.")];
    assert_eq!(site.post(&format!("{path}/reopen"), &reopened).status, 303);
    let reasons = "Đã giải thích hai lần, không có tình tiết mới.";
    assert_eq!(matter(&head, &code, "judge", &[("text", reasons)]).status, 303);
    let page = clerk.get(&format!("/cases/{code}"));
    page.says("Chưa nối với đơn nào khác");
    page.says("Chức vụ head north, 30/06/2016");
    page.says(reasons);
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    clerk.get(&format!("/cases/{code}")).keeps_silent_about(reasons);
    let (south, head) = (Desk::at(&site, "south-clerk"), Desk::at(&site, "south-head"));
    south.get(&format!("/cases/{code}")).says(reasons);
    assert_eq!(matter(&head, &code, "withdraw", &[("text", "Có tình tiết mới.")]).status, 303);
    south.get(&format!("/cases/{code}")).keeps_silent_about(reasons);
}

#[test]
fn lists_are_filtered_in_the_address_and_tell_each_reader_what_they_may_see() {
    let site = site();
    ask(&site, "south", SOUTH, "tổ 2", 1);
    let (clerk, city) = (Desk::of(&site, "clerk"), Desk::at(&site, "city-clerk"));
    clerk.get("/matters").says("Không có vụ việc nào khớp");
    assert_eq!(link(&clerk, NORTH, CITY).status, 303);
    // To be accepted by 8 June: on 30 June all are late.
    for (mark, matters, cases) in [("escalated", 1, 1), ("prolonged", 1, 3), ("many", 1, 1)] {
        assert_eq!(count(&city.get(&format!("/matters?mark={mark}"))), matters, "{mark}");
        assert_eq!(count(&city.get(&format!("/cases?mark={mark}"))), cases, "{mark}");
    }
    assert_eq!(count(&city.get("/matters?mark=pursued")), 0);
    assert_eq!(count(&city.get("/matters?units=several")), 1);
    assert_eq!(rows(&city.get("/matters?format=csv")), 1);
    city.get("/matters?mark=loud").says("Đặc điểm: không có giá trị “loud”.");
    assert_eq!(city.get("/matters?mark=loud&format=csv").status, 400);
    clerk.get("/cases?mark=prolonged").says("kéo dài");

    let page = format!("/matters/{}", row(&site, NORTH).began);
    let whole = city.get(&page);
    for text in [NORTH, CITY, "Ít nhất 30 người", "Xác nhận cùng vụ", "Chức vụ clerk north"]
    {
        whole.says(text);
    }
    let part = clerk.get(&page);
    part.says(NORTH);
    part.says("Một đơn khác");
    part.keeps_silent_about(CITY);
    part.keeps_silent_about("0912 345 678");
    clerk.get("/matters").keeps_silent_about(CITY);
    let south = Desk::at(&site, "south-head");
    assert_eq!(south.get(&page).status, 404);
    assert_eq!(count(&south.get("/matters")), 0);
    assert_eq!(city.get("/matters/999999").status, 404);
    assert_eq!(city.get("/matters/abc").status, 404);
    assert_eq!(site.get(&page).status, 303, "citizens sign in first");
    let inspector = Desk::of(&site, "inspector");
    inspector.get(&page).keeps_silent_about("matter/unlink");
    inspector.get(&format!("/cases/{NORTH}")).keeps_silent_about("Đơn có thể cùng vụ");
}

#[test]
fn a_matter_of_many_cases_shows_the_newest_and_says_how_many_more_there_are() {
    let site = Site::open();
    fill(&site, 27);
    let code = |n: usize| CaseCode::new(format!("YC-2016-{n:04}"));
    let linked = site.city.db.write_now(move |tx| {
        for n in 2..=26 {
            let (link, stamp) = (Link::between(code(1), code(n)), on(date(2016, 6, 1)));
            kheo_store::matter::link(tx, &rules(), &Actor::Import, &link, stamp)?;
        }
        Ok(())
    });
    linked.map_err(|why: WriteError| why.to_string()).expect("links");
    let city = Desk::at(&site, "city-head");
    let page = city.get("/cases/YC-2016-0001");
    page.says("và 5 đơn cũ hơn không hiển thị ở đây");
    page.says("/cases/YC-2016-0026\" data-row");
    page.keeps_silent_about("/cases/YC-2016-0006\" data-row");
    let matter = row(&site, "YC-2016-0001").began;
    let whole = city.get(&format!("/matters/{matter}"));
    whole.says("<span class=\"chip\">26 đơn</span>");
    whole.says("/cases/YC-2016-0002\" data-row");
    whole.keeps_silent_about("không hiển thị ở đây");
}

#[test]
fn a_closed_case_is_not_compared_with_others() {
    let site = site();
    let city = Desk::at(&site, "city-head");
    city.get(&format!("/cases/{CITY}")).says(NORTH);
    assert_eq!(city.act(CITY, "answer", &[("text", "Đã thay nắp cống.")]).status, 303);
    city.get(&format!("/cases/{CITY}")).keeps_silent_about(NORTH);
}

#[test]
fn a_petition_says_for_how_many_people_it_speaks() {
    let site = Site::open();
    let with = |persons: &'static str| {
        let mut fields = FORM.to_vec();
        fields.push(("persons", persons));
        site.post("/ask", &fields)
    };
    let refused = with("mười");
    assert_eq!(refused.status, 422);
    refused.says("href=\"#f-persons\"");
    refused.says("value=\"mười\"");
    refused.says("10.000");
    assert_eq!(with("12").status, 303);
    let code = site.cases().remove(0).code.to_string();
    let clerk = Desk::of(&site, "clerk");
    clerk.get(&format!("/cases/{code}")).says("Đại diện cho 12 người");
    clerk.get("/cases?mark=many").says(&code);
    site.get(&format!("/follow/{code}")).keeps_silent_about("12 người");
}

#[test]
fn what_is_sealed_is_neither_suggested_elsewhere_nor_told_by_its_matter() {
    let site = Site::sealed();
    ask(&site, "north", NORTH, "tổ 14", 1);
    ask(&site, "city", CITY, "to 14, phuong Don vi north", 1);
    ask(&site, "north", SOUTH, "tổ 14", 1);
    let (clerk, inspector) = (Desk::of(&site, "clerk"), Desk::of(&site, "inspector"));
    let page = clerk.get(&format!("/cases/{NORTH}"));
    page.says("cùng số điện thoại");
    page.says(SOUTH);
    page.keeps_silent_about("Đơn vị city (");
    assert_eq!(link(&clerk, NORTH, CITY).status, 303);
    clerk.get(&format!("/cases/{NORTH}")).says("Chưa nối với đơn nào khác");

    assert_eq!(link(&clerk, NORTH, SOUTH).status, 303);
    clerk.get(&format!("/cases/{NORTH}")).says("Xem cả vụ trên một dòng thời gian");
    let page = inspector.get(&format!("/cases/{NORTH}"));
    page.says("Danh tính người gửi được giữ kín");
    page.keeps_silent_about(SOUTH);
    let whole = format!("/matters/{}", row(&site, NORTH).began);
    assert_eq!(inspector.get(&whole).status, 404);
    for secret in [NORTH, SOUTH, "Cống thoát nước"] {
        inspector.get("/matters").keeps_silent_about(secret);
    }
    inspector.get("/matters").keeps_silent_about(&format!("href=\"{whole}\""));
    let city = Desk::at(&site, "city-clerk");
    city.get(&format!("/cases/{NORTH}")).says("Danh tính người gửi được giữ kín");
    ask(&site, "north", "YC-2016-0105", "tổ 2", 12);
    clerk.get("/cases").says("ít nhất 12");
    inspector.get("/cases").keeps_silent_about("ít nhất 12");
    assert_eq!(clerk.get(&whole).status, 200);
    assert_eq!(city.get(&whole).status, 404, "another unit holds it");
}

#[test]
fn below_the_competent_level_only_who_took_a_sealed_case_in_reads_what_may_be_about_their_head() {
    let site = Site::sealed();
    ask(&site, "north", NORTH, "tổ 14", 1);
    for (role, knows) in [("clerk", true), ("head", true), ("inspector", false)] {
        let page = Desk::of(&site, role).get(&format!("/cases/{NORTH}"));
        assert_eq!(page.body.contains("0912 345 678"), knows, "{role}");
    }
    let mut filed = filing("north", SOUTH);
    filed.topic = TopicId::new("schools");
    let filed = site.city.db.write_now(move |tx| {
        kheo_store::case::register(tx, &rules(), filed, on(date(2016, 6, 1)), &Actor::Citizen)
    });
    filed.map_err(|why: WriteError| why.to_string()).expect("a case");
    let page = |role| Desk::of(&site, role).get(&format!("/cases/{SOUTH}"));
    page("clerk").says("0209000000");
    for role in ["head", "inspector"] {
        assert_eq!(page(role).status, 404, "{role}");
        Desk::of(&site, role).get("/cases").keeps_silent_about(SOUTH);
    }
    let inspector = Desk::at(&site, "city-inspector").get(&format!("/cases/{SOUTH}"));
    inspector.says("Danh tính người gửi được giữ kín");
    inspector.keeps_silent_about("0209000000");
}

#[test]
fn the_time_line_of_a_sealed_case_names_no_later_one() {
    let site = Site::sealed();
    ask(&site, "north", NORTH, "tổ 14", 1);
    ask_after(&site, Some(NORTH), "north", SOUTH, "tổ 14", 1);
    let told = "Cùng vụ việc này được gửi lại";
    let page = Desk::of(&site, "clerk").get(&format!("/cases/{NORTH}"));
    page.says(told);
    page.says(SOUTH);
    let page = Desk::of(&site, "inspector").get(&format!("/cases/{NORTH}"));
    page.says(told);
    page.keeps_silent_about(SOUTH);
}

#[test]
fn an_empty_code_is_told_as_empty_and_a_list_without_a_filter_offers_to_drop_none() {
    let site = site();
    let clerk = Desk::of(&site, "clerk");
    let refused = matter(&clerk, NORTH, "link", &[("code", " ")]);
    assert_eq!(refused.status, 422);
    refused.says("còn để trống");
    clerk.get("/matters").keeps_silent_about("Bỏ lọc");
    clerk.get("/matters?units=several").says("Bỏ lọc");
}
