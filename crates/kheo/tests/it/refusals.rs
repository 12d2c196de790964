//! A command that cannot do its work says why and what to do, and ends with 2.

use std::fs;
use std::net::TcpListener;

use tempfile::TempDir;

use crate::program::{city, kheo, text, top};

#[test]
fn a_port_in_use_is_named_with_another_that_may_be_free() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap();
    let said = kheo(&["serve", "--data", city(), "--listen", &address.to_string()]).refused();
    assert!(said.contains(&address.to_string()), "{said}");
    assert!(said.contains("--listen"), "{said}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("letter.txt");
    fs::write(&file, "a letter").unwrap();
    let inside = text(&file.join("city"));
    let said = kheo(&["demo", "--no-serve", "--data", &inside]).refused();
    assert!(said.contains(&inside), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), "a letter");
}

#[test]
fn a_file_of_another_program_is_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("kheo.db");
    fs::write(&file, "somebody's shopping list").unwrap();
    let path = text(folder.path());
    for command in [
        &["demo", "--no-serve", "--data", &path][..],
        &["demo", "--no-serve", "--reset", "--data", &path],
        &["serve", "--data", &path],
        &["ledger", "check", "--data", &path],
    ] {
        let said = kheo(command).refused();
        assert!(said.contains(&text(&file)), "{command:?}: {said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "somebody's shopping list", "{command:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{command:?}");
    }
}

#[test]
fn a_real_installation_is_never_taken_for_a_demonstration() {
    let folder = TempDir::new().unwrap();
    let rows = folder.path().join("rows");
    fs::create_dir(&rows).unwrap();
    fs::copy(top().join("demo/bac-kan-2016/units.csv"), rows.join("units.csv")).unwrap();
    let data = text(&folder.path().join("real"));
    kheo(&["import", &text(&rows), "--data", &data]).well();
    let before = fs::read(folder.path().join("real/kheo.db")).unwrap();
    for reset in [&["--reset"][..], &[]] {
        let said = kheo(&[&["demo", "--no-serve", "--data", &data], reset].concat()).refused();
        assert!(said.contains(&data), "{said}");
    }
    assert_eq!(fs::read(folder.path().join("real/kheo.db")).unwrap(), before);
}

#[test]
fn a_folder_without_an_installation_is_not_turned_into_one() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("nothing-here"));
    for command in [
        &["serve", "--data", &path][..],
        &["ledger", "check", "--data", &path],
        &["ledger", "rebuild", "--data", &path],
    ] {
        let said = kheo(command).refused();
        assert!(said.contains(&path), "{command:?}: {said}");
    }
    assert!(!folder.path().join("nothing-here").exists());
}

#[test]
fn attached_files_that_are_lost_or_changed_are_named_by_hash_and_case() {
    let folder = TempDir::new().unwrap();
    let path = text(&folder.path().join("city"));
    kheo(&["demo", "--no-serve", "--data", &path]).well();
    let mut files: Vec<_> = fs::read_dir(folder.path().join("city/files"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let [lost, changed] = [&files[0], &files[1]];
    fs::remove_file(lost).unwrap();
    fs::write(changed, "another").unwrap();
    let said = kheo(&["ledger", "check", "--data", &path]).refused();
    for file in [lost, changed] {
        let hash = file.file_name().unwrap().to_str().unwrap();
        let line = said.lines().find(|line| line.contains(hash)).unwrap();
        assert!(line.contains("KN-"), "no case is named: {line}");
    }
    assert!(!said.contains("rebuild"), "{said}");
}

#[test]
fn an_unknown_unit_is_named() {
    let folder = TempDir::new().unwrap();
    let out = text(&folder.path().join("review.html"));
    let unit = "atlantis";
    let said = kheo(&[
        "review",
        "export",
        "--data",
        city(),
        "--period",
        "2016-H1",
        "--unit",
        unit,
        "--format",
        "html",
        "--out",
        &out,
    ])
    .refused();
    assert!(said.contains(unit), "{said}");
    assert!(!folder.path().join("review.html").exists());
}

#[test]
fn the_review_of_a_period_that_has_not_begun_is_refused_and_one_that_goes_on_says_so() {
    let folder = TempDir::new().unwrap();
    let out = text(&folder.path().join("review.html"));
    let export = |period: &str| {
        let of = ["--data", city(), "--period", period, "--unit", "bac-kan"];
        let to = ["--format", "html", "--out", &out, "--lang", "vi"];
        kheo(&[&["review", "export"][..], &of, &to].concat())
    };
    let said = export("2016-H2").refused();
    assert!(said.contains("6 tháng cuối năm 2016") && said.contains("01/07/2016"), "{said}");
    assert!(!folder.path().join("review.html").exists());
    for (period, goes_on) in [("2016", true), ("2016-H1", false)] {
        export(period).well();
        let review = fs::read_to_string(&out).unwrap();
        assert_eq!(review.contains("chưa kết thúc"), goes_on, "{period}");
    }
}

#[test]
fn a_broken_pack_is_shown_with_its_line_and_stops_the_program() {
    let folder = TempDir::new().unwrap();
    let pack = folder.path().join("wells");
    fs::create_dir(&pack).unwrap();
    fs::write(pack.join("pack.toml"), "id = \"wells\"\ntitle = \"Giếng\"\ntitel_en = \"Wells\"\n")
        .unwrap();
    let path = text(folder.path());
    let ended = kheo(&["pack", "check", &path]);
    assert_eq!(ended.code, Some(2), "{}", ended.said);
    let told = format!("{}{}", ended.said, ended.complained);
    for part in ["wells/pack.toml", "3", "titel_en"] {
        assert!(told.contains(part), "{part} is not in: {told}");
    }
    let data = text(&folder.path().join("data"));
    kheo(&["demo", "--no-serve", "--data", &data, "--packs", &path]).refused();
}

#[test]
fn an_import_with_a_bad_row_names_it_and_brings_nothing_in() {
    let folder = TempDir::new().unwrap();
    let files = folder.path().join("files-to-import");
    fs::create_dir(&files).unwrap();
    let head =
        "id,code,name,name_en,kind,bloc,parent,since,until,successors,population,area_km2,source\n";
    let good = "dao,,Xã Đảo,Đảo commune,commune,government,,2000-01-01,,,,,\n";
    let bad = "bien,,Xã Biển,Biển commune,commune,government,,the year 2000,,,,,\n";
    fs::write(files.join("units.csv"), format!("{head}{good}{bad}")).unwrap();
    let (data, from) = (text(&folder.path().join("data")), text(&files));
    let said = kheo(&["import", &from, "--data", &data]).refused();
    for part in ["units.csv", "3"] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    fs::write(files.join("units.csv"), format!("{head}{good}")).unwrap();
    kheo(&["import", &from, "--data", &data]).well();
}
