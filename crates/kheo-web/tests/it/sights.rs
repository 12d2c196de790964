//! Who reads what of a case: a unit that sent it on, who compiles reviews, another handler.

use kheo_core::id::PostId;
use kheo_core::post::{Actor, Post, Role};
use kheo_store::WriteError;
use kheo_testkit::on;

use crate::desk::{Desk, count};
use crate::site::{Site, without_key};

#[test]
fn a_unit_that_sent_a_case_on_sees_where_it_is_and_no_longer_who_asked() {
    let site = Site::open();
    let code = site.ask();
    let (clerk, south) = (Desk::of(&site, "clerk"), Desk::at(&site, "south-clerk"));
    let case = format!("/cases/{}", without_key(&code));
    let own = [("text", "Nhà dân ở cuối ngõ, phường đã xem.")];
    assert_eq!(clerk.act(&code, "note", &own).status, 303);
    clerk.get(&case).says("0912 345 678");
    assert_eq!(clerk.act(&code, "transfer", &[("unit", "south")]).status, 303);
    let later = [("text", "Phường mới đã đến hỏi chuyện.")];
    assert_eq!(south.act(&code, "note", &later).status, 303);

    let sent_on = clerk.get(&case);
    assert_eq!(sent_on.status, 200);
    sent_on.says("Đơn vị của bạn đã chuyển đơn này đi");
    sent_on.says("Đơn vị south");
    sent_on.says("Nhà dân ở cuối ngõ");
    for hidden in ["0912", "Phường mới đã đến hỏi", "Trần Văn Thử", "ngõ 12"] {
        sent_on.keeps_silent_about(hidden);
    }
    // The slip that the unit made itself can still be printed, the receipt of the petitioner cannot.
    let letters: Vec<&str> = sent_on.body.split(&format!("{case}/letters/")).skip(1).collect();
    assert_eq!(letters.len(), 1, "one letter: the slip");
    assert_eq!(clerk.get(&format!("{case}/letters/1")).status, 404);
    south.get(&case).says("0912 345 678");
    Desk::of(&site, "head").get(&case).says("Đơn vị của bạn đã chuyển đơn này đi");
}

#[test]
fn who_compiles_reviews_sees_what_is_public() {
    let site = Site::open();
    let code = site.ask();
    let case = format!("/cases/{}", without_key(&code));
    let inside = [("text", "Ghi chú nội bộ của phường.")];
    assert_eq!(Desk::of(&site, "clerk").act(&code, "note", &inside).status, 303);
    let page = Desk::of(&site, "compiler").get(&case);
    assert_eq!(page.status, 200);
    page.says("Bạn xem được phần công khai của đơn này");
    for hidden in ["0912", "Ghi chú nội bộ", "Trần Văn Thử"] {
        page.keeps_silent_about(hidden);
    }
    Desk::of(&site, "inspector").get(&case).says("Ghi chú nội bộ");
}

#[test]
fn who_compiles_reviews_counts_sealed_cases_and_opens_none() {
    let site = Site::sealed();
    let code = site.ask();
    let case = format!("/cases/{}", without_key(&code));
    let (compiler, inspector) = (Desk::of(&site, "compiler"), Desk::of(&site, "inspector"));
    assert_eq!(compiler.get(&case).status, 404);
    let list = compiler.get("/cases");
    list.says("1 đơn trên trang này chỉ được tính vào con số");
    list.keeps_silent_about(without_key(&code));
    let file = compiler.get("/cases?format=csv");
    file.says("1 đơn chỉ được tính vào con số");
    file.keeps_silent_about(without_key(&code));
    let figure = "/cases?kind=request&unit=north&metric=received&period=2016-06";
    compiler.get(figure).says("1 đơn trên trang này chỉ được tính vào con số");
    let probes =
        ["step=received", "phase=open", "topic=roads", "due=later", "order=received", "mark=many"];
    for probe in probes {
        let list = compiler.get(&format!("/cases?{probe}"));
        assert_eq!(count(&list), 0, "{probe}");
        list.keeps_silent_about("chỉ được tính");
        compiler.get(&format!("/cases?format=csv&{probe}")).keeps_silent_about("chỉ được tính");
        compiler.get(&format!("{figure}&{probe}")).keeps_silent_about("chỉ được tính");
    }
    assert_eq!(count(&inspector.get("/cases?step=received")), 1);
    compiler.get("/work?whose=unit").keeps_silent_about(without_key(&code));
    assert_eq!(inspector.get(&case).status, 200);
    inspector.get("/cases").says(without_key(&code));
}

#[test]
fn another_handler_is_told_whom_to_ask_and_a_unit_above_that_the_case_is_not_its_own() {
    let site = Site::open();
    let code = site.ask();
    let made = site.city.db.write_now(|tx| {
        let Actor::Post(post) = kheo_testkit::actor("north", Role::Handler) else { return Ok(()) };
        let second = Post { id: PostId::new("second"), ..post };
        kheo_store::post::create(tx, second, on(jiff::civil::date(2016, 2, 1)), &Actor::Import)
    });
    made.map_err(|why: WriteError| why.to_string()).expect("a post");
    let (clerk, second) = (Desk::of(&site, "clerk"), Desk::at(&site, "second"));
    assert_eq!(clerk.act(&code, "accept", &[]).status, 303);
    let case = format!("/cases/{}", without_key(&code));
    let before = second.get(&case).hidden("seen");
    assert_eq!(clerk.act(&code, "assign", &[("post", "north-handler")]).status, 303);

    let page = second.get(&case);
    page.says("Đơn này đã giao cho: Chức vụ handler north");
    page.says("đề nghị lãnh đạo đơn vị giao lại");
    page.keeps_silent_about("name=\"seen\"");
    let seen = (before.parse::<u64>().expect("a version") + 1).to_string();
    let refused =
        second.post(&format!("{case}/answer"), &[("seen", &seen), ("text", "Đã làm xong việc.")]);
    assert_eq!(refused.status, 422);
    refused.says("đã giao cho cán bộ khác");
    Desk::of(&site, "handler").get(&case).says("name=\"seen\"");
    Desk::of(&site, "head").get(&case).says("name=\"seen\"");

    let above = Desk::at(&site, "city-head").get(&case);
    above.says("đang giữ và giải quyết đơn này");
    above.keeps_silent_about("name=\"seen\"");
}
