//! The demonstration, its ledger and its review, from the command line.

use std::fs;

use tempfile::TempDir;

use crate::account::signed_in;
use crate::program::{Rows, Server, city, kheo, text};

#[test]
fn help_names_every_command_in_both_languages() {
    for lang in ["vi", "en"] {
        let help = kheo(&["--lang", lang, "--help"]).well();
        for command in
            ["demo", "serve", "import", "account", "review", "pack", "ledger", "backup", "copy"]
        {
            assert!(help.contains(&format!("\n  {command}")), "{lang}: {command}\n{help}");
            let own = kheo(&["--lang", lang, command, "--help"]).well();
            assert!(!own.contains('⟨'), "a word is missing: {own}");
        }
    }
    assert_ne!(kheo(&["--lang", "vi", "--help"]).said, kheo(&["--lang", "en", "--help"]).said);
}

#[test]
fn a_second_start_reuses_the_city_and_reset_begins_anew() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    let demo = ["demo", "--no-serve", "--data", &path];
    kheo(&demo).well();
    let entries = kheo(&["ledger", "check", "--data", &path]).well();

    let again = kheo(&demo).well();
    assert!(again.contains(&path), "{again}");
    assert_eq!(kheo(&["ledger", "check", "--data", &path]).well(), entries);

    kheo(&["demo", "--no-serve", "--reset", "--data", &path]).well();
    assert_eq!(kheo(&["ledger", "check", "--data", &path]).well(), entries);
    kheo(&["ledger", "rebuild", "--data", &path]).well();
    assert_eq!(kheo(&["ledger", "check", "--data", &path]).well(), entries);
}

#[test]
fn reset_begins_anew_over_the_tables_of_an_earlier_program() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    kheo(&["demo", "--no-serve", "--data", &path]).well();
    let database = folder.path().join("city").join("kheo.db");
    let database = kheo_file::open(&database, kheo_file::OpenFlags::default()).unwrap();
    database.pragma_update(None, "user_version", 2).unwrap();
    drop(database);
    kheo(&["demo", "--no-serve", "--data", &path]).refused();
    kheo(&["demo", "--no-serve", "--reset", "--data", &path]).well();
    kheo(&["ledger", "check", "--data", &path]).well();
}

#[test]
fn a_folder_full_of_other_things_is_left_alone() {
    let folder = TempDir::new().unwrap();
    let thesis = folder.path().join("files").join("thesis.txt");
    fs::create_dir(folder.path().join("files")).unwrap();
    fs::write(&thesis, "mine").unwrap();
    for reset in [&["--reset"][..], &[]] {
        let path = text(folder.path());
        let refused = kheo(&[&["demo", "--no-serve", "--data", &path], reset].concat()).refused();
        assert!(refused.contains(&path), "{refused}");
    }
    assert_eq!(fs::read_to_string(&thesis).unwrap(), "mine");
    assert!(!folder.path().join("kheo.db").exists());
}

#[test]
fn the_clock_of_a_demonstration_never_runs_back() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    let on = |day: &str| kheo(&["demo", "--no-serve", "--data", &path, "--today", day]);
    for day in ["1990-01-01", "2015-12-31", "2025-07-01", "9999-12-31"] {
        let refused = on(day).refused();
        assert!(refused.contains("2016-01-01") && refused.contains("2025-06-30"), "{refused}");
    }
    on("2016-08-01").well();
    on("2016-08-01").well();
    assert!(on("2016-07-01").refused().contains("--reset"));
    on("2016-08-02").well();
    // Nothing was written on that day, and the next start goes on there.
    assert!(on("2016-08-01").refused().contains("2 August 2016"));
    for command in ["demo", "serve"] {
        let server = Server::start(&[command, "--data", &path, "--listen", "127.0.0.1:0"]);
        let cookie = signed_in(&server, "xu-ly", "dan-van-kheo-2016").unwrap();
        let work = crate::served::get_as(&server, "/work", &cookie);
        assert!(work.contains("02/08/2016"), "{command}: {work}");
    }
}

#[test]
fn the_review_is_exported_in_every_format_and_language() {
    let folder = TempDir::new().unwrap();
    let export = |format: &str, lang: &str| {
        let out = text(&folder.path().join(format!("review.{lang}.{format}")));
        kheo(&[
            "review",
            "export",
            "--data",
            city(),
            "--period",
            "2016-H1",
            "--unit",
            "bac-kan",
            "--format",
            format,
            "--lang",
            lang,
            "--out",
            &out,
        ])
        .well();
        fs::read(&out).unwrap()
    };
    for lang in ["vi", "en"] {
        let page = String::from_utf8(export("html", lang)).unwrap();
        assert!(page.contains(&format!("lang=\"{lang}\"")));
        assert!(!page.contains('⟨'), "a word is missing in {lang}");
        assert!(page.contains("<svg"), "the charts are missing");
        let data: serde_json::Value = serde_json::from_slice(&export("json", lang)).unwrap();
        assert!(data.is_object());
        assert!(export("docx", lang).starts_with(b"PK"));
    }
    let vietnamese = String::from_utf8(export("html", "vi")).unwrap();
    assert!(vietnamese.contains("6 tháng đầu năm 2016"));
    assert!(export("pdf", "vi").starts_with(b"%PDF"));
}

#[test]
fn the_packs_inside_the_program_are_sound() {
    kheo(&["pack", "check"]).well();
    kheo(&["pack", "check", &text(&crate::program::top().join("packs"))]).well();
}

#[test]
fn the_city_has_matters_of_every_sort_to_look_at() {
    let server = Server::start(&["serve", "--data", city(), "--listen", "127.0.0.1:0"]);
    let cookie = signed_in(&server, "thanh-pho", "dan-van-kheo-2016").unwrap();
    let see = |path: &str| crate::served::get_as(&server, path, &cookie);
    for mark in ["escalated", "prolonged", "pursued", "many"] {
        for list in ["/cases", "/matters"] {
            let page = see(&format!("{list}?mark={mark}"));
            assert!(page.contains("data-rows"), "{list} has nothing that is {mark}");
        }
    }
    let canal = see("/cases/KN-2016-0232");
    for part in ["KN-2015-0075", "37", "Không còn tính là vượt cấp"] {
        assert!(canal.contains(part), "{part} is not on the page of the canal");
    }
}

#[test]
fn nothing_of_the_city_was_received_after_its_day() {
    for (day, is_there) in [("2016-06-30", false), ("2018-12-01", true)] {
        let folder = TempDir::new().unwrap();
        let path = text(&folder.path().join("city"));
        let start = ["demo", "--data", &path, "--today", day, "--listen", "127.0.0.1:0"];
        let server = Server::start(&start);
        let cookie = signed_in(&server, "thanh-pho", "dan-van-kheo-2016").unwrap();
        let found = crate::served::get_as(&server, "/cases/CT-2018-0014", &cookie);
        assert_eq!(found.contains("Kênh mương trên địa bàn phường"), is_there, "{found}");
    }
}

#[test]
fn the_sign_ins_of_the_city_open_letters_of_every_sort() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    let server = Server::start(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    let cookie = signed_in(&server, "chu-tich", "dan-van-kheo-2016").unwrap();
    let rows = [
        ("DON-2016-0002/letters/5", "hướng dẫn ông (bà) như sau"),
        ("DON-2016-0003/letters/4", "lưu đơn, không xử lý vì lý do"),
        ("TC-2016-0002/letters/3", "kiểm tra điều kiện thụ lý được gia hạn đến ngày 16/03/2016"),
        ("TC-2016-0002/letters/13", "Thời hạn giải quyết được gia hạn đến ngày 13/07/2016"),
    ];
    for (letter, says) in rows {
        let page = crate::served::get_as(&server, &format!("/cases/{letter}"), &cookie);
        assert!(page.contains(says), "{letter}: {page}");
    }
}

#[test]
fn the_past_of_the_city_is_good_enough_for_the_early_warning() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    let server = Server::start(&["demo", "--data", &path, "--listen", "127.0.0.1:0"]);
    let cookie = signed_in(&server, "thanh-pho", "dan-van-kheo-2016").unwrap();
    let page = crate::served::get_as(&server, "/warnings", &cookie);
    assert!(!page.contains("Cảnh báo đang tắt"), "{page}");
    assert!(page.contains("data-rows"), "no case is warned of");
}

#[test]
fn a_demonstration_takes_as_many_cases_as_are_wanted_to_measure_with() {
    let folder = TempDir::new().unwrap();
    let data = text(&folder.path().join("data"));
    kheo(&["backup", &data, "--data", city()]).well();
    let entries = || {
        let checked = kheo(&["ledger", "check", "--data", &data]).well();
        let number = checked.split(": ").nth(1).and_then(|rest| rest.split(' ').next());
        number.and_then(|number| number.parse::<u64>().ok()).unwrap()
    };
    let before = entries();
    kheo(&["bench", "seed", "--data", &data, "--cases", "650"]).well();
    assert!(entries() > before + 650 * 3, "the acts of each come with it");
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let said = kheo(&["bench", "seed", "--data", &rows.data(), "--cases", "1"]).refused();
    assert!(said.contains("no demonstration"), "{said}");
}
