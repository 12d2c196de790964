//! What looks alike and what only seems to.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::case::Petition;
use crate::id::TopicId;
use crate::matter::likeness::digits;
use crate::matter::{Likeness, Reason, Traits, likeness};

/// A petition: addressed to (nothing for the city), topic, place, name, phone, subject, text.
#[derive(Clone, Copy)]
struct Row<'a> {
    ward: Option<&'a str>,
    topic: &'a str,
    place: &'a str,
    name: &'a str,
    phone: &'a str,
    subject: &'a str,
    text: &'a str,
}

fn traits(row: Row<'_>) -> Traits {
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let petition = Petition {
        subject: row.subject.into(),
        text: row.text.into(),
        place: given(row.place),
        name: given(row.name),
        phone: given(row.phone),
        ..Petition::default()
    };
    Traits::of(&petition, TopicId::new(row.topic), row.ward)
}

const CULVERT: Row<'_> = Row {
    ward: Some("Phường Sông Cầu"),
    topic: "roads",
    place: "tổ 14",
    name: "Nguyễn Thị Lan",
    phone: "0912 345 678",
    subject: "Đề nghị sửa cống qua đường tại tổ 14",
    text: "Cống thoát nước ngang đường ở tổ 14 bị vỡ nắp, học sinh đi qua rất nguy hiểm.",
};

const NOTHING: Row<'_> =
    Row { ward: None, place: "", name: "", phone: "", subject: "", text: "", ..CULVERT };

const CANAL: Row<'_> = Row {
    ward: Some("Xã Nông Thượng"),
    topic: "canals-water",
    place: "thôn Khuổi Chang",
    name: "",
    phone: "",
    subject: "Mương Khuổi Chang bị sạt",
    text: "Mương dẫn nước vào cánh đồng Khuổi Chang sạt lở sau mưa lũ, ba vụ nay lúa thiếu nước.",
};

const ALIKE: &[(&str, Row<'_>, Row<'_>, u8)] = &[
    ("the same letter again", CULVERT, CULVERT, Likeness::STRONG),
    (
        "without marks, in capitals, to the city",
        CULVERT,
        Row {
            ward: None,
            place: "TDP 14, P. Song Cau, TP Bac Kan",
            phone: "+84 912345678",
            name: "NGUYEN THI LAN",
            subject: "CONG VO NAP O TO 14",
            text: "De nghi thanh pho cho sua cong thoat nuoc ngang duong to 14, vo nap rat nguy hiem.",
            ..CULVERT
        },
        Likeness::STRONG,
    ),
    (
        "a relative: the same place and topic, another name and number",
        CULVERT,
        Row {
            name: "Trần Văn Hùng",
            phone: "0986 111 222",
            subject: "Nắp cống tổ 14 chưa thay",
            text: "Gia đình tôi ở cạnh cống thoát nước. Nắp cống vỡ từ lâu, cháu nhỏ suýt ngã.",
            ..CULVERT
        },
        Likeness::SHOWN,
    ),
    (
        "a neighbour in the hills, in another year, in his own words",
        CANAL,
        Row {
            name: "Ma Văn Tú",
            place: "Khuoi Chang, xa Nong Thuong",
            ward: None,
            subject: "Khuổi Chang không có nước cấy",
            text: "Bà con Khuổi Chang kiến nghị xây lại đoạn mương sạt lở để lấy nước vào ruộng.",
            ..CANAL
        },
        Likeness::SHOWN,
    ),
    (
        "the same canal in quite other words",
        CANAL,
        Row {
            subject: "Kênh Khuổi Chang chưa hoàn thành",
            text: "Công trình làm dở từ năm ngoái, vụ này lại thiếu nước cấy. Đề nghị làm xong.",
            ..CANAL
        },
        Likeness::SHOWN,
    ),
    (
        "the place stands in the subject alone",
        CULVERT,
        Row {
            place: "", name: "", phone: "", subject: "Vỡ nắp cống ở tổ 014", ..CULVERT
        },
        Likeness::SHOWN,
    ),
    (
        "the same caller about the same thing, the group left out",
        CULVERT,
        Row {
            place: "",
            name: "",
            subject: "Nắp cống vẫn vỡ",
            text: "Tôi đã phản ánh nắp cống vỡ nhưng chưa thấy ai đến.",
            ..CULVERT
        },
        Likeness::SHOWN,
    ),
];

#[test]
fn the_same_matter_is_found_however_it_is_written() {
    for (what, one, other, least) in ALIKE.iter().copied() {
        let found = likeness(&traits(one), &traits(other));
        assert!(found.score >= least, "{what}: {found:?}");
        let shared: BTreeSet<String> = traits(one).keys().into_iter().collect();
        assert!(traits(other).keys().iter().any(|key| shared.contains(key)), "{what}: no key");
    }
}

const STREET: Row<'_> = Row {
    place: "đường Trường Chinh",
    subject: "Đèn chiếu sáng đường Trường Chinh hỏng",
    text: "Đèn chiếu sáng trên đường Trường Chinh không sáng đã hai tuần, đề nghị thay.",
    name: "",
    phone: "",
    ..CULVERT
};

const NOT_ALIKE: &[(&str, Row<'_>, Row<'_>)] = &[
    (
        "the same street name in another ward",
        STREET,
        Row { ward: Some("Phường Đức Xuân"), ..STREET },
    ),
    (
        "the same street name in another ward, said in the place",
        STREET,
        Row { ward: None, place: "đường Trường Chinh, phường Đức Xuân", ..STREET },
    ),
    (
        "the same letter from another group of the ward",
        CULVERT,
        Row {
            place: "tổ 5",
            name: "",
            phone: "",
            subject: "Đề nghị sửa cống qua đường tại tổ 5",
            text: "Cống thoát nước ngang đường ở tổ 5 bị vỡ nắp, học sinh đi qua rất nguy hiểm.",
            ..CULVERT
        },
    ),
    (
        "the same common words about something else",
        Row { place: "", phone: "", name: "", ..CULVERT },
        Row {
            topic: "procedures",
            place: "",
            name: "",
            phone: "",
            subject: "Đề nghị giải quyết sớm",
            text: "Kính đề nghị UBND phường xem xét giải quyết cho gia đình tôi, đã hai tháng nay \
                       chưa có ai trả lời, đi lại rất nhiều lần. Xin cảm ơn.",
            ..CULVERT
        },
    ),
    (
        "a name that many have, in another ward",
        CULVERT,
        Row {
            ward: Some("Phường Đức Xuân"),
            place: "tổ 2",
            phone: "0977 000 111",
            subject: "Cấp giấy chứng nhận chậm",
            text: "Hồ sơ của tôi nộp từ tháng ba vẫn chưa được trả.",
            topic: "land-certificate",
            ..CULVERT
        },
    ),
    (
        "the same group, another topic and other words",
        CULVERT,
        Row {
            topic: "order",
            name: "",
            phone: "",
            subject: "Hát karaoke quá giờ ở tổ 14",
            text: "Quán karaoke mở loa lớn sau 22 giờ, người già không ngủ được.",
            ..CULVERT
        },
    ),
    ("nothing is known of either", NOTHING, NOTHING),
];

#[test]
fn what_only_seems_alike_is_not_shown() {
    for (what, one, other) in NOT_ALIKE.iter().copied() {
        let found = likeness(&traits(one), &traits(other));
        assert!(found.score < Likeness::SHOWN, "{what}: {found:?}");
    }
}

#[test]
fn the_reasons_tell_why_in_the_words_of_the_one_that_is_looked_at() {
    let other = Row { name: "Lan", place: "to 14, phuong Song Cau", ..CULVERT };
    let found = likeness(&traits(CULVERT), &traits(other));
    assert_eq!(found.reasons.first(), Some(&Reason::SamePhone));
    assert!(found.reasons.contains(&Reason::SamePlace("tổ 14".into())), "{found:?}");
    assert!(found.reasons.contains(&Reason::SameTopic));
    let words = found.reasons.iter().find_map(|reason| match reason {
        Reason::WordsInCommon(words) => Some(words),
        _ => None,
    });
    assert!(
        words
            .unwrap()
            .iter()
            .all(|pair| CULVERT.text.contains(pair.as_str())
                || CULVERT.subject.contains(pair.as_str())),
        "{words:?}"
    );
}

#[test]
fn numbers_are_compared_as_they_are_dialled() {
    let rows = [
        ("0912 345 678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(0209) 387.1234", "02093871234"),
        ("8412345678", "8412345678"),
    ];
    for (written, dialled) in rows {
        assert_eq!(digits(written), dialled, "{written}");
    }
}

proptest! {
    #[test]
    fn likeness_has_no_direction_and_stays_in_its_bounds(
        texts in prop::collection::vec("[a-zăâđêôơưáàảãạ0-9 ,.]{0,60}", 10),
    ) {
        let row = |at: usize| Row {
            ward: Some("Phường Sông Cầu").filter(|_| at == 0),
            topic: "roads",
            place: &texts[at],
            name: &texts[at + 1],
            phone: &texts[at + 2],
            subject: &texts[at + 3],
            text: &texts[at + 4],
        };
        let (one, other) = (traits(row(0)), traits(row(5)));
        let (there, back) = (likeness(&one, &other), likeness(&other, &one));
        prop_assert_eq!(there.score, back.score);
        prop_assert!(there.score <= 100);
        prop_assert!(likeness(&one, &one).score >= there.score);
    }
}
