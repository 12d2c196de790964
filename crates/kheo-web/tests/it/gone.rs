//! Cases whose version of the procedure the packs have no more: they are read, and nothing is done with them.

use jiff::civil::date;
use kheo_core::id::KindId;
use kheo_core::post::Actor;
use kheo_core::rules::Rules;
use kheo_store::WriteError;
use kheo_store::case::Filing;
use kheo_testkit::{filing, on};

use crate::desk::{Desk, count, rows};
use crate::site::Site;

const CODE: &str = "YC-2016-0001";
const FOLLOW: &str = "YC-2016-0001-AAAA";
const GONE: &str = "không còn phiên bản quy trình mà đơn này theo (áp dụng từ 01/01/2012)";

/// A case of the ward `north` that began under other rules than those of the site, as `changed` makes them.
fn begun_under(site: &Site, changed: impl FnOnce(&mut Rules)) {
    begun_as(site, FOLLOW, changed);
}

fn begun_as(site: &Site, code: &str, changed: impl FnOnce(&mut Rules)) {
    let mut rules = site.rules();
    changed(&mut rules);
    let kind = rules.kinds.first().expect("a kind").id.clone();
    let filing = Filing { kind, ..filing("north", code) };
    let registered = site.city.db.write_now(move |tx| {
        kheo_store::case::register(tx, &rules, filing, on(date(2016, 6, 1)), &Actor::Citizen)
    });
    registered.map_err(|why: WriteError| why.to_string()).expect("a case");
}

#[test]
fn a_case_whose_version_is_gone_is_read_and_says_who_brings_it_back() {
    let site = Site::open();
    begun_under(&site, |rules| {
        rules.kinds.iter_mut().for_each(|kind| kind.from = date(2012, 1, 1));
    });
    let clerk = Desk::of(&site, "clerk");
    let page = clerk.get(&format!("/cases/{CODE}"));
    assert_eq!(page.status, 200);
    for text in [GONE, "kheo pack diff", "Đường vào tổ 3 hỏng", "Hạn nhận", "Giấy biên nhận"]
    {
        page.says(text);
    }
    page.keeps_silent_about("action=\"/cases/YC-2016-0001/accept\"");
    page.keeps_silent_about("/procedures/");
    assert_eq!(clerk.get(&format!("/cases/{CODE}/letters/1")).status, 200);
    let refused = clerk.post(&format!("/cases/{CODE}/accept"), &[("seen", "3")]);
    assert_eq!(refused.status, 422);
    refused.says(GONE);
    let followed = site.get(&format!("/follow/{FOLLOW}"));
    assert_eq!(followed.status, 200);
    followed.says("Đường hỏng");
    clerk.get_in_english(&format!("/cases/{CODE}")).says("can still be read");
}

#[test]
fn of_a_kind_that_is_gone_nobody_is_told_who_brought_the_case() {
    let site = Site::open();
    begun_under(&site, |rules| {
        rules.kinds.iter_mut().for_each(|kind| kind.id = KindId::new("bygone"));
    });
    let page = Desk::of(&site, "clerk").get(&format!("/cases/{CODE}"));
    assert_eq!(page.status, 200);
    page.says("không còn phiên bản quy trình");
    page.keeps_silent_about("Nguyễn Thị Thử");
    page.keeps_silent_about("Đường vào tổ 3 hỏng");
}

#[test]
fn a_list_of_matters_counts_as_many_as_it_shows() {
    let site = Site::open();
    for code in [FOLLOW, "YC-2016-0002-BBBB"] {
        begun_as(&site, code, |rules| {
            rules.kinds.iter_mut().for_each(|kind| kind.from = date(2012, 1, 1));
        });
    }
    let clerk = Desk::of(&site, "clerk");
    let linked = clerk.post(&format!("/cases/{CODE}/matter/link"), &[("code", "YC-2016-0002")]);
    assert_eq!(linked.status, 303, "{}", linked.body);
    for role in ["clerk", "compiler", "inspector"] {
        let desk = Desk::of(&site, role);
        let list = desk.get("/matters");
        let shown = list.body.matches("href=\"/matters/").count();
        assert_eq!(count(&list), rows(&desk.get("/matters?format=csv")), "{role}");
        assert_eq!((count(&list), shown), (1, 1), "{role}: {}", list.body);
    }
}
