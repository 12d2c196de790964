//! A folder that is served is left alone, and a demonstration that was broken off begins anew.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;

use crate::program::{Rows, Server, city, command, kheo, kheo_told, text};

#[test]
fn a_folder_that_is_served_can_be_read_and_not_written() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let data = rows.data();
    let server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    let said = |command: [&str; 2]| kheo(&[&command[..], &["--data", &data]].concat()).well();
    let before = (said(["ledger", "check"]), said(["account", "list"]));
    let account = ["account", "add", "--login", "lan", "--post", "dao-clerk", "--password-stdin"];
    for command in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["demo", "--no-serve"],
        &["demo", "--no-serve", "--reset"],
        &["ledger", "rebuild"],
        &["calendar", "moved", "--apply"],
        &account,
    ] {
        let said = kheo_told(&[command, &["--data", &data]].concat(), "a good pass phrase\n");
        let said = said.refused();
        assert!(said.contains("serves") && said.contains(&data), "{command:?}: {said}");
    }
    assert!(rows.import("vi").refused().contains("đang phục vụ"));
    assert_eq!((said(["ledger", "check"]), said(["account", "list"])), before);

    kheo(&["calendar", "moved", "--data", &data]).well();
    let out = rows.beside("review.json");
    let export = ["review", "export", "--period", "2016-H1", "--unit", "dao", "--format", "json"];
    kheo(&[&export[..], &["--out", &out, "--data", &data]].concat()).well();

    // Nor through another folder, however its database is called there.
    let other = rows.beside("other");
    let link = rows.beside("link.db");
    std::os::unix::fs::symlink(Path::new(&data).join("kheo.db"), &link).unwrap();
    for database in [format!("{data}/kheo.db"), format!("{data}/../data/kheo.db"), link] {
        let database = format!("sqlite:{database}");
        let serve = ["serve", "--listen", "127.0.0.1:0", "--data", &other, "--database", &database];
        let said = kheo(&serve).refused();
        assert!(said.contains("serves"), "{database}: {said}");
        assert!(!Path::new(&other).exists());
    }

    drop(server);
    kheo(&["ledger", "rebuild", "--data", &data]).well();
}

#[test]
fn a_database_in_a_file_elsewhere_is_served_once() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let [from, to] = [format!("{}/kheo.db", rows.data()), rows.beside("moved.db")];
    let [from, to] = [from, to].map(|file| format!("sqlite:{file}"));
    kheo(&["copy", "--from", &from, "--to", &to]).well();
    let [one, two] = ["one", "two"].map(|name| rows.beside(name));
    let serve = |data| ["serve", "--listen", "127.0.0.1:0", "--database", &to, "--data", data];
    let _server = Server::start(&serve(&one));
    let said = kheo(&serve(&two)).refused();
    assert!(said.contains("serves") && said.contains("moved.db"), "{said}");
}

#[test]
fn files_that_no_entry_names_are_told_and_go_when_they_are_a_day_old() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let data = rows.data();
    let files = Path::new(&data).join("files");
    let names = ["a", "b"].map(|letter| files.join(letter.repeat(64)));
    for name in &names {
        fs::write(name, [0; 2048]).unwrap();
    }
    let old = fs::File::options().write(true).open(&names[0]).unwrap();
    let day = Duration::from_hours(25);
    old.set_modified(old.metadata().unwrap().modified().unwrap() - day).unwrap();
    fs::write(files.join(".1-0"), "a form under way when the program was killed").unwrap();
    let check = || kheo(&["ledger", "check", "--data", &data]).well();
    assert!(check().contains("2 files (4 KB) that no entry names"), "{}", check());

    let _server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    while names[0].exists() {
        std::thread::yield_now();
    }
    assert!(names[1].exists() && !files.join(".1-0").exists());
    assert!(check().contains("1 files (2 KB) that no entry names"), "{}", check());
}

#[test]
fn an_opening_that_is_over_goes_when_the_program_starts() {
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let data = rows.data();
    let file = Path::new(&data).join("kheo.db");
    let db = kheo_file::open(&file, kheo_file::OpenFlags::default()).unwrap();
    let put = "INSERT INTO openings (code, second, until, locked) VALUES
               ('TC-1', 0, '2016-01-01T00:00:00.000Z', 'x'), ('TC-2', 0, '9000-01-01T00:00:00.000Z', 'x')";
    db.execute_batch(put).unwrap();
    drop(db);
    let _server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    let reading = kheo_file::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = kheo_file::open(&file, reading).unwrap();
    let left = || {
        db.query_row("SELECT GROUP_CONCAT(code) FROM openings", [], |row| row.get::<_, String>(0))
    };
    while left().unwrap() != "TC-2" {
        std::thread::yield_now();
    }
}

#[test]
fn a_demonstration_that_was_broken_off_can_be_started_again_and_reset() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| text(&folder.path().join(name));
    let (first, second) = (path("first"), path("second"));
    let mut loading =
        command(&["demo", "--no-serve", "--data", &first]).stdout(Stdio::null()).spawn().unwrap();
    let mark = folder.path().join("first/DEMONSTRATION");
    while !mark.exists() {
        assert!(loading.try_wait().unwrap().is_none(), "it ended before it was marked");
        std::thread::yield_now();
    }
    loading.kill().unwrap();
    assert!(!loading.wait().unwrap().success(), "it was loaded before it could be broken off");
    fs::create_dir(&second).unwrap();
    for file in fs::read_dir(&first).unwrap().map(|entry| entry.unwrap().path()) {
        if file.is_file() {
            fs::copy(&file, Path::new(&second).join(file.file_name().unwrap())).unwrap();
        }
    }
    let whole = kheo(&["ledger", "check", "--data", city()]).well();
    for (data, how) in [(&first, &[][..]), (&second, &["--reset"])] {
        kheo(&[&["demo", "--no-serve", "--data", data], how].concat()).well();
        assert_eq!(kheo(&["ledger", "check", "--data", data]).well(), whole, "{how:?}");
        assert_eq!(kheo(&["account", "list", "--data", data]).well().lines().count(), 6);
    }
}
