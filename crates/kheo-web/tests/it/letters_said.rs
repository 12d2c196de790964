//! What single letters say of the case that they are about, and to whom.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kheo_core::case::{Act, FieldValue, Petition};
use kheo_core::id::{ActionId, CaseCode, FieldId, KindId, TopicId, UnitId};
use kheo_core::post::{Actor, Role};
use kheo_store::WriteError;
use kheo_store::case::Filing;
use kheo_testkit::{CITY, actor, filing, on};

use crate::desk::Desk;
use crate::site::Site;

fn register(
    site: &Site,
    kind: &str,
    topic: &str,
    code: &str,
    day: Date,
    form: &[(&str, FieldValue)],
) {
    let filled = form.iter().map(|(field, value)| (FieldId::new(*field), value.clone()));
    let blank = filing("north", code);
    let petition = Petition { filled: filled.collect(), ..blank.petition };
    let (kind, topic) = (KindId::new(kind), TopicId::new(topic));
    let filing = Filing { kind, topic, petition, ..blank };
    site.import(filing, day).expect("a case");
}

fn act(site: &Site, code: &str, by: Actor, action: &str, day: Date, to: Option<&str>) {
    let (code, rules) = (CaseCode::new(code), site.rules());
    let (action, unit) = (ActionId::new(action), to.map(UnitId::new));
    let acted = site.city.db.write_now(move |tx| {
        let seen = kheo_store::case::find(tx, &code)?.expect("a case").seen;
        let text = Some("Bản sao giấy khai sinh.".to_owned());
        let act = Act { text, unit, ..Act::plain(action, seen) };
        kheo_store::case::act(tx, &rules, &by, &code, act, on(day))
    });
    acted.map_err(|why: WriteError| why.to_string()).expect("an action");
}

/// The last letter of the case, as `desk` reads it.
fn last_letter(desk: &Desk<'_>, code: &str) -> String {
    let page = desk.get(&format!("/cases/{code}"));
    let link = format!("/cases/{code}/letters/");
    let number =
        |after: &str| -> String { after.chars().take_while(char::is_ascii_digit).collect() };
    let numbers =
        page.body.split(&link).skip(1).filter_map(|after| number(after).parse::<u32>().ok());
    let letter = desk.get(&format!("{link}{}", numbers.max().expect("a letter")));
    letter.body.split_once("<article").expect("the letter").1.to_owned()
}

#[test]
fn a_request_to_supplement_says_that_the_limit_stands_still_only_where_it_does() {
    let site = Site::with_shipped_packs();
    let chosen = |choice: &str| FieldValue::Chosen(BTreeSet::from([choice.to_owned()]));
    let form = [
        ("procedure", FieldValue::Text("Chứng thực bản sao".to_owned())),
        ("published-by", FieldValue::Text("Quyết định thử".to_owned())),
        ("limit-days", FieldValue::Number("5".parse().expect("a number"))),
        ("limit-unit", chosen("counted-in-working-days")),
    ];
    let clerk = Desk::of(&site, "clerk");
    let asked = |code: &str, day| {
        register(&site, "dossier", "dossier-certification", code, date(2016, 6, 1), &form);
        act(&site, code, actor("north", Role::Clerk), "ask-supplement", day, None);
        last_letter(&clerk, code)
    };
    let in_time = asked("HS-2016-0001", date(2016, 6, 3));
    assert!(in_time.contains("tạm dừng từ ngày 03/06/2016 cho đến khi"), "{in_time}");
    assert!(!in_time.contains("quá ngày hẹn"), "{in_time}");
    let late = asked("HS-2016-0002", date(2016, 6, 20));
    assert!(late.contains("đã quá ngày hẹn trả kết quả là ngày 08/06/2016"), "{late}");
    assert!(!late.contains("tạm dừng"), "{late}");
}

#[test]
fn a_unit_above_that_takes_a_case_over_does_not_write_to_itself() {
    let site = Site::with_shipped_packs();
    let head = Desk::at(&site, "city-head");
    let given = |code: &str, to| {
        register(&site, "recommendation", "roads", code, date(2016, 6, 1), &[]);
        act(&site, code, actor(CITY, Role::Head), "reassign", date(2016, 6, 3), Some(to));
        last_letter(&head, code)
    };
    let addressed = |letter: &str| letter.matches("Ủy ban nhân dân đơn vị city").count();
    let taken = given("KN-2016-0001", CITY);
    assert!(taken.contains("Ủy ban nhân dân đơn vị city trực tiếp xem xét, giải quyết"), "{taken}");
    assert!(!taken.contains("city giao"), "{taken}");
    assert_eq!(addressed(&taken), 1, "it stands in the text, not among the addressees: {taken}");
    let handed = given("KN-2016-0002", "south");
    assert!(
        handed.contains("Ủy ban nhân dân đơn vị city giao Ủy ban nhân dân đơn vị south"),
        "{handed}"
    );
    assert!(!handed.contains("trực tiếp"), "{handed}");
}
