//! Procedures as pictures, from the command line.

use std::fs;

use tempfile::TempDir;

use crate::program::{kheo, text, top};

#[test]
fn every_kind_is_drawn_in_both_languages() {
    for kind in ["recommendation", "feedback", "voter-recommendation"] {
        let draw = ["pack", "draw", kind, "--on", "2016-06-30"];
        let english = kheo(&draw).well();
        let vietnamese = kheo(&[&draw[..], &["--lang", "vi"]].concat()).well();
        for (picture, shown) in [
            (&english, ["<title>Procedure: ", ">Answer</text>", ">Time to answer</text>"]),
            (&vietnamese, ["<title>Quy trình: ", ">Trả lời</text>", ">Thời hạn trả lời</text>"]),
        ] {
            assert!(picture.starts_with("<?xml") && picture.ends_with("</svg>\n"), "{picture}");
            assert!(!picture.contains('⟨'), "a word is missing: {picture}");
            for text in shown {
                assert!(picture.contains(text), "{text} is not in: {picture}");
            }
        }
    }
}

/// The description of a picture, which says in words all that it shows.
fn told(kind: &str, on: &str, lang: &str) -> String {
    let picture = kheo(&["pack", "draw", kind, "--on", on, "--lang", lang]).well();
    let told = picture.split_once("<desc>").unwrap().1;
    told.split_once("</desc>").unwrap().0.to_owned()
}

#[test]
fn a_picture_tells_extensions_and_of_which_cases_a_limit_is() {
    let vietnamese = told("denunciation", "2026-07-01", "vi");
    for part in [
        "Không quá 7 ngày làm việc. Được gia hạn đến tổng cộng không quá 10 ngày làm việc (khoản 1 Điều 24).",
        "Vụ việc đặc biệt phức tạp: Không quá 30 ngày. Được gia hạn tối đa 2 lần, mỗi lần không quá 30 ngày (Điều 30).",
        "Chỉ chạy với một số đơn, tùy theo: thẩm quyền của đơn vị giữ đơn; Thẩm quyền giải quyết.",
        "Chỉ chạy khi “Đơn do ai chuyển đến” là “Cơ quan báo chí” hoặc “Cơ quan, tổ chức khác”.",
        "Căn cứ: khoản 2 Điều 24 Luật Tố cáo số 25/2018/QH14",
    ] {
        assert!(vietnamese.contains(part), "{part} is not in: {vietnamese}");
    }
    let english = told("denunciation", "2016-06-30", "en");
    for part in [
        "At most 10 days. It may be extended once, by at most 5 days (article 20, clause 1, point a).",
        "Complex matters: At most 90 days. It may be extended once, by at most 60 days (article 21).",
        "Runs only for some cases, by what is told of: whether the unit that has it is competent; Who is competent.",
        "Basis: Law on Denunciations, No. 03/2011/QH13, article 20, clause 1, point b",
    ] {
        assert!(english.contains(part), "{part} is not in: {english}");
    }
}

#[test]
fn the_pictures_in_the_book_are_the_procedure_of_today() {
    for lang in ["vi", "en"] {
        let picture = format!("docs/pictures/recommendation.{lang}.svg");
        let book = fs::read_to_string(top().join(&picture)).unwrap();
        let draw = ["pack", "draw", "recommendation", "--on", "2026-07-01", "--lang", lang];
        let again = format!("kheo {} --out {picture}", draw.join(" "));
        assert!(book == kheo(&draw).well(), "{picture} is out of date: {again}");
    }
}

#[test]
fn a_picture_goes_into_a_file_or_the_command_says_why_not() {
    let folder = TempDir::new().unwrap();
    let file = text(&folder.path().join("picture.svg"));
    let said = kheo(&["pack", "draw", "feedback", "--out", &file]).well();
    assert!(said.contains(&file), "{said}");
    assert!(fs::read_to_string(&file).unwrap().contains("<svg "));
    let nowhere = text(&folder.path().join("no/such/folder.svg"));
    for lang in ["vi", "en"] {
        let draw = ["--lang", lang, "pack", "draw", "feedback", "--out", &nowhere];
        assert!(kheo(&draw).refused().contains(&nowhere));
    }
}

#[test]
fn an_unknown_kind_names_the_kinds_there_are() {
    let said = kheo(&["pack", "draw", "complaints", "--lang", "vi"]).refused();
    for part in ["complaints", "recommendation (2014-07-01)", "feedback (2014-07-01)", "--on"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let said = kheo(&["pack", "draw", "feedback", "--on", "2013-01-01"]).refused();
    assert!(said.contains("2013-01-01") && said.contains("--on"), "{said}");
    let said = kheo(&["due", "--kind", "x", "--step", "y", "--from", "2016-04-11"]).refused();
    assert!(said.contains("--law-on"), "{said}");
}

#[test]
fn a_folder_of_packs_takes_the_place_of_those_inside() {
    let packs = text(&top().join("packs"));
    let draw = ["pack", "draw", "feedback", "--on", "2016-06-30"];
    let from_folder = kheo(&[&draw[..], &["--packs", &packs]].concat()).well();
    assert_eq!(from_folder, kheo(&draw).well());
}
