//! A letter about all that was said at one meeting.

use kheo_core::case::{Act, FieldValue, Filled, Petition};
use kheo_core::id::{ActionId, CaseCode, FieldId, KindId, TopicId};
use kheo_core::post::Role;
use kheo_store::WriteError;
use kheo_store::case::Filing;
use kheo_testkit::{actor, filing, on};

use crate::client::Answer;
use crate::desk::Desk;
use crate::site::Site;

/// What voters asked: the unit, the number of the case, the day of June 2016 on which it was
/// registered, and what for.
type Asked = (&'static str, u8, i8, &'static str);

fn code(number: u8) -> String {
    format!("CT-2016-{number:04}")
}

/// Registers what voters asked at the meeting of a day of June, if that is known.
fn ask(site: &Site, (unit, number, registered, subject): Asked, met: Option<i8>) {
    let day = |day| jiff::civil::date(2016, 6, day);
    let of = FieldValue::Chosen(["province-council".to_owned()].into());
    let mut filled = Filled::from([(FieldId::new("delegates-of"), of)]);
    let met = met.map(|met| (FieldId::new("meeting-on"), FieldValue::Day(day(met))));
    filled.extend(met);
    let plain = filing(unit, &code(number));
    let filing = Filing {
        kind: KindId::new("voter-recommendation"),
        topic: TopicId::new("roads"),
        petition: Petition { filled, subject: subject.to_owned(), ..plain.petition },
        ..plain
    };
    site.import(filing, day(registered)).expect("a recommendation");
}

/// Collects a recommendation on a day of June, and shows the list that stands with it then, if one does.
fn list(site: &Site, desk: &Desk<'_>, number: u8, day: i8) -> Option<Answer> {
    collect(site, number, day);
    shown(desk, number)
}

fn collect(site: &Site, number: u8, day: i8) {
    let (rules, case) = (site.rules(), CaseCode::new(code(number)));
    let act = Act::plain(ActionId::new("collect"), 2);
    let written = site.city.db.write_now(move |tx| {
        let on = on(jiff::civil::date(2016, 6, day));
        kheo_store::case::act(tx, &rules, &actor("north", Role::Clerk), &case, act, on)
    });
    written.map_err(|why: WriteError| why.to_string()).expect("collected");
}

/// The list that stands with a recommendation.
fn shown(desk: &Desk<'_>, number: u8) -> Option<Answer> {
    let case = format!("/cases/{}", code(number));
    let page = desk.get(&case);
    let links = page.body.split("href=\"").filter_map(|rest| rest.split('"').next());
    let letter = format!("{case}/letters/");
    let last = links.filter(|link| link.starts_with(&letter)).last().expect("a letter");
    Some(desk.get(last)).filter(|page| page.body.contains("BÁO CÁO"))
}

#[test]
fn what_voters_said_at_one_meeting_stands_in_one_list() {
    let site = Site::with_shipped_packs();
    for (asked, met) in [
        (("north", 1, 6, "Đường vào xóm lầy lội"), Some(2)),
        (("north", 2, 7, "Cầu treo hỏng ván"), Some(2)),
        (("north", 3, 7, "Thiếu nước tưới"), Some(3)),
        (("south", 4, 7, "Chợ chưa có mái"), Some(2)),
        (("north", 5, 9, "Nói ở buổi đó, ghi sau"), Some(2)),
        (("north", 6, 9, "Không rõ buổi nào"), None),
        (("north", 7, 9, "Cũng không rõ buổi nào"), None),
    ] {
        ask(&site, asked, met);
    }
    let clerk = Desk::of(&site, "clerk");
    assert!(list(&site, &clerk, 1, 9).is_none(), "two of the meeting are not collected");
    assert!(list(&site, &clerk, 2, 9).is_none(), "one of the meeting is not collected");
    let page = list(&site, &clerk, 5, 10).expect("the list of the meeting");
    for number in [1, 2] {
        assert!(shown(&clerk, number).is_none(), "there is one list, with the last of them");
    }
    let direct = clerk.get(&format!("/cases/{}/letters/3", code(1)));
    assert_eq!(direct.status, 404, "nor is there another under its address");
    for said in [
        "BÁO CÁO",
        "Ngày tiếp xúc cử tri: 02/06/2016.",
        "Đường vào xóm lầy lội",
        "Cầu treo hỏng ván",
        "Nói ở buổi đó, ghi sau",
    ] {
        page.says(said);
    }
    page.says(&format!("mã số {}", code(2)));
    for other in ["Thiếu nước tưới", "Chợ chưa có mái", "Không rõ buổi nào"] {
        page.keeps_silent_about(other);
    }
    let unknown = list(&site, &clerk, 6, 10).expect("a list of its own");
    unknown.says("Không rõ buổi nào");
    unknown.keeps_silent_about("Cũng không rõ buổi nào");
    unknown.keeps_silent_about("Ngày tiếp xúc cử tri");
}

#[test]
fn the_list_of_a_meeting_stands_with_what_was_collected_last_however_it_was_numbered() {
    let site = Site::with_shipped_packs();
    for (number, registered) in [(1, 6), (2, 7), (3, 9)] {
        ask(&site, ("north", number, registered, "Đường vào xóm lầy lội"), Some(2));
    }
    let clerk = Desk::of(&site, "clerk");
    assert!(list(&site, &clerk, 3, 9).is_none(), "two of the meeting are not collected");
    assert!(list(&site, &clerk, 2, 10).is_none(), "one of the meeting is not collected");
    let page = list(&site, &clerk, 1, 11).expect("the list of the meeting");
    for number in [1, 2, 3] {
        page.says(&format!("mã số {}", code(number)));
    }
    let standing = |desk: &Desk<'_>| [1, 2, 3].map(|number| shown(desk, number).is_some());
    assert_eq!(standing(&clerk), [true, false, false]);
    site.wait(500 * 24 * 3600);
    let later = Desk::of(&site, "clerk");
    assert_eq!(standing(&later), [true, false, false], "a year and more later");
}
