//! A letter that is closed with the code of another case: that case must be there for somebody to answer it.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kheo_core::case::{FieldValue, Petition};
use kheo_core::id::{FieldId, KindId, TopicId};
use kheo_store::case::Filing;
use kheo_testkit::filing;

use crate::desk::Desk;
use crate::site::Site;

const LETTER: &str = "DON-2016-0001";
const OTHER_LETTER: &str = "DON-2016-0002";
const OWN: &str = "KN-2016-0001";
const ELSEWHERE: &str = "KN-2016-0002";

fn register(site: &Site, kind: &str, unit: &str, code: &str, form: &[(&str, &str)]) {
    register_on(site, date(2016, 6, 20), kind, (unit, code), form);
}

fn register_on(
    site: &Site,
    day: Date,
    kind: &str,
    (unit, code): (&str, &str),
    form: &[(&str, &str)],
) {
    let chosen = |choice: &str| FieldValue::Chosen(BTreeSet::from([choice.to_owned()]));
    let filled = form.iter().map(|(field, choice)| (FieldId::new(*field), chosen(choice)));
    let of_kind = filing(unit, code);
    let petition = Petition { filled: filled.collect(), ..of_kind.petition };
    let topic = if kind == "petition" { "unsorted-letter" } else { "roads" };
    let (kind, topic) = (KindId::new(kind), TopicId::new(topic));
    let filing = Filing { kind, topic, petition, ..of_kind };
    site.import(filing, day).expect("a case");
}

/// A site where the clerk of `north` has sorted a letter, and where `south` has a case of its own.
fn site(sort: &str) -> Site {
    let site = Site::with_shipped_packs();
    let form = [("signature", "signed"), ("arrived-by", "by-post")];
    register(&site, "petition", "north", LETTER, &form);
    register(&site, "petition", "north", OTHER_LETTER, &form);
    register(&site, "recommendation", "north", OWN, &[]);
    register(&site, "recommendation", "south", ELSEWHERE, &[]);
    let clerk = Desk::of(&site, "clerk");
    let mut eligible = vec![("field-sorted-as", sort)];
    eligible.extend(["in-vietnamese", "dated", "with-name-and-address", "with-signature"].map(
        |choice| {
            let control = match choice {
                "in-vietnamese" => "field-eligible.in-vietnamese",
                "dated" => "field-eligible.dated",
                "with-name-and-address" => "field-eligible.with-name-and-address",
                _ => "field-eligible.with-signature",
            };
            (control, "yes")
        },
    ));
    assert_eq!(clerk.act(LETTER, "sort", &eligible).status, 303);
    site
}

#[test]
fn a_letter_is_opened_as_a_case_that_is_there_and_that_its_officer_may_see() {
    let site = site("as-recommendation");
    let clerk = Desk::of(&site, "clerk");
    let open = |typed| clerk.act(LETTER, "open-case", &[("field-opened-code", typed)]);
    let missing = open("KN-2016-9999");
    assert_eq!(missing.status, 422);
    missing.says("đơn vị bạn không có hồ sơ nào mang mã này");
    missing.says("Hãy tiếp nhận hồ sơ ấy trước");
    // What another unit has is not told from what there is not.
    let elsewhere = open(ELSEWHERE);
    let said = |body: &str| body.replace(ELSEWHERE, "KN-2016-9999");
    elsewhere.says("đơn vị bạn không có hồ sơ nào mang mã này");
    assert_eq!(said(&elsewhere.body).len(), missing.body.len());
    for letter in [LETTER, OTHER_LETTER] {
        open(letter).says("cũng là một đơn cùng loại");
    }
    open("đơn của bà B").says("phải là mã hồ sơ");
    clerk.get(&format!("/cases/{LETTER}")).says("Mở hồ sơ theo loại đơn");
    assert_eq!(open("kn 2016 0001").status, 303);
    clerk.get(&format!("/cases/{LETTER}")).says(OWN);
}

#[test]
fn a_letter_is_opened_as_what_it_was_sorted_as_and_not_with_what_was_there_before() {
    let recommended = site("as-recommendation");
    let clerk = Desk::of(&recommended, "clerk");
    let open = |typed| clerk.act(LETTER, "open-case", &[("field-opened-code", typed)]);
    let friday = date(2016, 6, 17);
    register_on(&recommended, friday, "recommendation", ("north", "KN-2016-0003"), &[]);
    let before = open("KN-2016-0003");
    assert_eq!(before.status, 422);
    before.says("được tiếp nhận trước ngày 20/06/2016");
    assert_eq!(open(OWN).status, 303);

    let complained = site("as-complaint");
    let clerk = Desk::of(&complained, "clerk");
    let refused = clerk.act(LETTER, "open-case", &[("field-opened-code", OWN)]);
    assert_eq!(refused.status, 422);
    refused.says("thuộc loại không phù hợp");
}

#[test]
fn each_part_of_a_letter_that_is_split_is_a_case_that_is_there() {
    let site = site("as-mixed");
    let clerk = Desk::of(&site, "clerk");
    let split = |typed: &str| clerk.act(LETTER, "split-letter", &[("field-part-codes", typed)]);
    let wrong = split("KN-2016-0001, KN-2016-9999");
    assert_eq!(wrong.status, 422);
    wrong.says("KN-2016-0001, KN-2016-9999");
    wrong.says("đơn vị bạn không có hồ sơ nào mang mã này");
    split("KN-2016-0001, KN 2016 0001").says("phải ghi ít nhất 2 mã hồ sơ khác nhau");
    register(&site, "feedback", "north", "PA-2016-0001", &[]);
    assert_eq!(split("KN-2016-0001\nPA-2016-0001").status, 303);
    clerk.get(&format!("/cases/{LETTER}")).says("KN-2016-0001, PA-2016-0001");
}
