use jiff::civil::date;

use super::{Group, group, take_out, tells_who};
use crate::case::{CaseKind, Petition, Topic};
use crate::id::{FieldId, KindId, PostId, TopicId, UnitId};
use crate::post::{Post, Role};
use crate::unit::{Level, Rank};

fn kind() -> CaseKind {
    CaseKind {
        stripped: Some(FieldId::new("stripped-letter")),
        openers: Some([Role::Head, Role::Inspector]),
        topics: vec![
            Topic::new(TopicId::new("ward-head"), Level::District),
            Topic::new(TopicId::new("district-head"), Level::Province),
            Topic::new(TopicId::new("department-head"), Level::Province),
            Topic { bodies: true, ..Topic::new(TopicId::new("department-staff"), Level::Province) },
            Topic::new(TopicId::new("other"), Level::Commune),
        ],
        ..CaseKind::new(KindId::new("denunciation"), date(2012, 7, 1))
    }
}

#[test]
fn nothing_that_tells_who_is_left_in_the_petition() {
    let petition = Petition {
        subject: "Tố cáo việc thu tiền".into(),
        text: "Tôi là HOÀNG  khuổi Dặt, số máy 0912.345.678.\nCó người thu tiền.".into(),
        place: Some("tổ 6".into()),
        name: Some("Hoàng Khuổi Dặt".into()),
        phone: Some("0912 345 678".into()),
        ..Petition::default()
    };
    let (rest, identity) = take_out(&kind(), petition.clone());
    assert_eq!(rest.text, "Tôi là […], số máy […].\nCó người thu tiền.");
    assert_eq!((rest.name, rest.phone, rest.place), (None, None, None));
    assert_eq!(identity.name.as_deref(), Some("Hoàng Khuổi Dặt"));
    assert_eq!(identity.written, Some((petition.subject.clone(), petition.text)));
    assert_eq!(format!("{identity:?}"), "Identity");

    let unsigned = Petition { text: "Có người thu tiền.".into(), ..Petition::default() };
    let (rest, identity) = take_out(&kind(), unsigned.clone());
    assert_eq!((&rest, identity.written), (&unsigned, None));
    assert!(!tells_who(&kind(), &unsigned));
    assert!(tells_who(&kind(), &Petition { place: Some("tổ 6".into()), ..unsigned }));
}

#[test]
fn the_head_whom_a_case_may_be_about_is_in_no_group() {
    let about = |topic: &'static str, role, rank| {
        let post = Post {
            id: PostId::new("p"),
            unit: UnitId::new("u"),
            role,
            title: String::new(),
            title_en: String::new(),
        };
        group(&kind(), &TopicId::new(topic), date(2016, 5, 4), &post, rank)
    };
    let of = |role, level| about("ward-head", role, Rank::at(level));
    assert_eq!(of(Role::Head, Level::Commune), None);
    assert_eq!(of(Role::Head, Level::District), Some(Group::First));
    assert_eq!(of(Role::Inspector, Level::Commune), None, "one of the staff of the accused");
    assert_eq!(of(Role::Inspector, Level::District), Some(Group::Second));
    assert_eq!(of(Role::Clerk, Level::District), None);
    assert_eq!(of(Role::Clerk, Level::Commune), Some(Group::First), "who forwards it");
    let department = Rank { own: None, under: Some(Level::Province) };
    for role in [Role::Head, Role::Inspector] {
        let group = about("district-head", role, Rank::at(Level::District));
        assert_eq!(group, None, "nor anybody of the district, where it is about its head");
        let group = about("department-head", role, department);
        assert_eq!(group, None, "nor of the department, where it is about its head");
    }
    assert_eq!(about("department-staff", Role::Head, department), Some(Group::First));
}
