//! Installations that are set aside, brought back, moved to another database, and written out as text.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{Rows, Server, city, command, kheo, text};

/// A folder for what a test makes, and paths in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn path(&self, name: &str) -> String {
        text(&self.0.path().join(name))
    }
}

fn check(data: &str) -> String {
    kheo(&["ledger", "check", "--data", data]).well()
}

/// The root that a command told of.
fn root(said: &str) -> &str {
    said.trim_end().trim_end_matches('.').rsplit_once("root ").unwrap().1.split('.').next().unwrap()
}

#[test]
fn a_backup_is_taken_while_the_city_is_served_and_comes_back_whole() {
    let desk = Desk::new();
    let [data, backup, back] = ["data", "2016-06-30", "back"].map(|name| desk.path(name));
    kheo(&["backup", &data, "--data", city()]).well();
    let server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    let said = kheo(&["backup", &backup, "--data", &data]).well();
    drop(server);
    let mode = fs::metadata(&backup).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700, "it holds the key and all personal data");
    assert_eq!(check(&backup), check(&data));
    let again = kheo(&["backup", &backup, "--data", &data]).refused();
    assert!(again.contains("is there already"), "{again}");

    let restored = kheo(&["restore", &backup, "--data", &back]).well();
    assert_eq!(root(&restored), root(&said));
    assert_eq!(check(&back), check(&data));
    let refused = kheo(&["restore", &backup, "--data", &back]).refused();
    assert!(refused.contains("is not empty"), "{refused}");
    let _server = Server::start(&["serve", "--data", &back, "--listen", "127.0.0.1:0"]);
}

#[test]
fn a_damaged_attachment_is_named_and_all_else_is_backed_up_and_restored() {
    let desk = Desk::new();
    let [backup, back] = ["backup", "back"].map(|name| desk.path(name));
    kheo(&["backup", &backup, "--data", city()]).well();
    let attached = fs::read_dir(Path::new(&backup).join("files")).unwrap().next().unwrap().unwrap();
    fs::write(attached.path(), "something else").unwrap();
    let [again, text] = ["again", "all.jsonl"].map(|name| desk.path(name));
    for command in [
        &["restore", &backup, "--data", &back][..],
        &["backup", &again, "--data", &backup],
        &["export", "--jsonl", "--data", &backup, "--out", &text],
    ] {
        let ended = kheo(command);
        assert_eq!(ended.code, Some(1), "{}", ended.complained);
        assert!(ended.complained.contains("missing or changed: 1"), "{}", ended.complained);
    }
    kheo(&["ledger", "rebuild", "--data", &back]).well();
    assert!(!Path::new(&again).exists(), "what has this name is whole");
    let refused = kheo(&["backup", &again, "--data", &backup]).refused();
    let again = format!("{again}.incomplete");
    assert!(refused.contains(&again), "{refused}");
    assert_eq!(fs::metadata(&again).unwrap().permissions().mode() & 0o777, 0o700);
    let ledger = Path::new(&again).join("kheo.db");
    let half = fs::read(&ledger).unwrap();
    fs::write(&ledger, half.get(..half.len() / 2).unwrap()).unwrap();
    let other = desk.path("other");
    kheo(&["restore", &again, "--data", &other]).refused();
    assert!(!Path::new(&other).exists());
    let nothing = kheo(&["restore", &desk.path("none"), "--data", &back]).refused();
    assert!(nothing.contains("no data of Khéo"), "{nothing}");
}

#[test]
fn a_copy_has_the_same_ledger_and_only_an_empty_database_takes_one() {
    let desk = Desk::new();
    let from = format!("sqlite:{}/kheo.db", city());
    let to = format!("sqlite:{}", desk.path("moved.db"));
    let said = kheo(&["copy", "--from", &from, "--to", &to]).well();
    assert!(said.contains("proved equal"), "{said}");
    let checked = kheo(&["ledger", "check", "--data", city(), "--database", &to]).well();
    assert_eq!(checked, check(city()));
    let none = desk.path("none");
    let refused = kheo(&["ledger", "check", "--data", &none, "--database", &to]).refused();
    assert!(refused.contains(&none) && !Path::new(&none).exists(), "{refused}");
    let refused = kheo(&["copy", "--from", &from, "--to", &to]).refused();
    assert!(refused.contains("is not empty"), "{refused}");
    let secret =
        kheo(&["copy", "--from", &from, "--to", "mysql://city:secret@host/kheo"]).refused();
    assert!(secret.contains("postgres://") && !secret.contains("secret"), "{secret}");
}

#[test]
fn a_folder_whose_database_is_on_a_server_does_not_fall_back_on_a_file() {
    let desk = Desk::new();
    let data = desk.path("data");
    kheo(&["backup", &data, "--data", city()]).well();
    fs::write(Path::new(&data).join("SERVER"), "postgres://db.example:5432/kheo\n").unwrap();
    let refused = kheo(&["ledger", "check", "--data", &data]).refused();
    assert!(refused.contains("postgres://db.example:5432/kheo"), "{refused}");
    let server = "postgres://127.0.0.1:1/kheo";
    let by = [
        "--by",
        "bac-kan-chu-tich",
        "--reason",
        "theo yêu cầu của người gửi",
        "--law",
        "Luật 91/2025/QH15",
    ];
    let erase =
        [&["erase", "KN-2015-0001", "--data", &data, "--database", server], &by[..]].concat();
    let refused = kheo(&erase).refused();
    assert!(refused.contains("kheo.db") && refused.contains("Nothing was erased"), "{refused}");
}

#[test]
fn a_backup_is_not_taken_for_proven_when_a_server_is_named() {
    let desk = Desk::new();
    let backup = desk.path("backup");
    kheo(&["backup", &backup, "--data", city()]).well();
    let server = "postgres://127.0.0.1:1/kheo";
    let refused = kheo(&["ledger", "check", "--data", &backup, "--database", server]).refused();
    assert!(refused.contains(&backup) && refused.contains("unset KHEO_DATABASE"), "{refused}");
}

#[test]
fn everything_can_be_written_out_and_read_in() {
    let desk = Desk::new();
    let [all, data] = ["all.jsonl", "data"].map(|name| desk.path(name));
    let said = kheo(&["export", "--jsonl", "--data", city(), "--out", &all]).well();
    assert!(said.contains("all personal data"), "{said}");
    assert_eq!(fs::metadata(&all).unwrap().permissions().mode() & 0o777, 0o600);
    let again = kheo(&["export", "--jsonl", "--data", city(), "--out", &all]).refused();
    assert!(again.contains("is there already"), "{again}");

    let imported = kheo(&["import", &all, "--data", &data]).well();
    assert_eq!(root(&imported), root(&said));
    // The key is not in it: it comes from where it is kept.
    fs::copy(Path::new(city()).join("ledger.key"), Path::new(&data).join("ledger.key")).unwrap();
    assert_eq!(check(&data), check(city()));
    // A demonstration stays one, on its day.
    let mark = |data: &str| fs::read_to_string(Path::new(data).join("DEMONSTRATION")).unwrap();
    assert_eq!(mark(&data), mark(city()));
    let server = Server::start(&["serve", "--data", &data, "--listen", "127.0.0.1:0"]);
    let page = crate::served::get(&server, "/");
    assert!(page.contains("Đây là bản minh họa"), "{page}");
}

#[test]
fn what_was_killed_before_its_first_entry_can_be_brought_in_again() {
    let desk = Desk::new();
    let [all, backup] = ["all.jsonl", "backup"].map(|name| desk.path(name));
    kheo(&["export", "--jsonl", "--data", city(), "--out", &all]).well();
    kheo(&["backup", &backup, "--data", city()]).well();
    // What an import leaves that is killed: a database without entries, and half a file.
    let killed = |name: &str| {
        let data = desk.path(name);
        fs::create_dir_all(Path::new(&data).join("files")).unwrap();
        fs::write(Path::new(&data).join("files/.7-0"), "half a file").unwrap();
        let file = Path::new(&data).join("kheo.db");
        fs::copy(Path::new(&backup).join("kheo.db"), &file).unwrap();
        let db = kheo_file::open(&file, kheo_file::OpenFlags::default()).unwrap();
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOTNULL";
        let mut tables = db.prepare(tables).unwrap();
        let names = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
        for name in names.map(Result::unwrap).collect::<Vec<_>>() {
            if !name.starts_with("sqlite_") {
                db.execute_batch(&format!("DELETE FROM \"{name}\"")).unwrap();
            }
        }
        data
    };
    let [imported, restored] = ["imported", "restored"].map(killed);
    let said = kheo(&["import", &all, "--data", &imported]).well();
    let told = kheo(&["restore", &backup, "--data", &restored]).well();
    assert_eq!(root(&said), root(&told));
    let refused = kheo(&["import", &all, "--data", &imported]).refused();
    assert!(refused.contains("is not empty"), "{refused}");
    assert!(Path::new(&imported).join("kheo.db").exists());
}

#[test]
fn an_export_that_was_cut_off_or_changed_leaves_nothing() {
    let desk = Desk::new();
    let all = desk.path("all.jsonl");
    kheo(&["export", "--jsonl", "--data", city(), "--out", &all]).well();
    let whole = fs::read_to_string(&all).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    let last = lines.len() - 1;
    let file = lines.iter().position(|line| line.contains("\"table\":\"files\"")).unwrap();
    let without = |table: &str| {
        let table = format!("{{\"table\":\"{table}\"");
        let first = lines.iter().position(|line| line.starts_with(&table)).unwrap();
        [&lines[..first], &lines[first + 1..]].concat().join("\n") + "\n"
    };
    let cases = [
        ("end", lines[..last].join("\n"), "was cut off"),
        ("entry", [&lines[..9], &lines[10..]].concat().join("\n"), "was cut off"),
        ("account", without("accounts"), "changed"),
        ("key", without("sealing_keys"), "changed"),
        ("checkpoint", without("checkpoints"), "changed"),
        ("attached", without("files"), "changed"),
        (
            "post",
            whole.replacen("\"post\":\"bac-kan-chu-tich\"}", "\"post\":\"song-cau-chu-tich\"}", 1),
            "changed",
        ),
        ("after", format!("{whole}{}\n", lines[last]), "changed"),
        ("middle", [&lines[..9], &["{\"table\":\"ent"]].concat().join("\n"), "Line 10"),
        ("table", whole.replacen("\"entries\"", "\"cases\"", 1), "Line 2"),
        ("mark", lines[1..].join("\n"), "changed"),
        (
            "file",
            whole.replacen(lines[file], &lines[file].replacen("iVBOR", "iVBOS", 1), 1),
            "hash",
        ),
        ("text", "Sổ tay của văn phòng".to_owned(), "Line 1"),
    ];
    for (name, text, told) in cases {
        let (file, data) = (desk.path(&format!("{name}.jsonl")), desk.path(name));
        assert_ne!(text, whole, "{name}");
        fs::write(&file, text).unwrap();
        let refused = kheo(&["import", &file, "--data", &data]).refused();
        assert!(refused.contains(told), "{name}: {refused}");
        assert!(!Path::new(&data).exists(), "{name}");
    }
}

#[test]
fn a_folder_stays_with_its_ledger_and_its_files_when_others_are_refused() {
    let desk = Desk::new();
    let data = desk.path("data");
    kheo(&["backup", &data, "--data", city()]).well();
    let rows = Rows::of_a_city();
    rows.import("en").well();
    let mine = format!("sqlite:{}/kheo.db", rows.data());
    let serve = ["serve", "--listen", "127.0.0.1:0", "--data", &data];
    for lang in ["vi", "en"] {
        let said = kheo(&[&["--lang", lang][..], &serve, &["--database", &mine]].concat());
        let told = ["cơ sở khác", "another installation"];
        assert!(told.iter().any(|told| said.complained.contains(told)), "{}", said.complained);
        said.refused();
    }
    let silent = "s3://kheo?endpoint=http://127.0.0.1:1";
    let mut serving = command(&[&serve[..], &["--files", silent]].concat());
    let serving = serving.env("AWS_ACCESS_KEY_ID", "a").env("AWS_SECRET_ACCESS_KEY", "b");
    let ended = serving.output().unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("The bucket kheo cannot be read"), "{said}");
    let without_key = kheo(&[&serve[..], &["--files", silent]].concat()).refused();
    assert!(without_key.contains("AWS_ACCESS_KEY_ID"), "{without_key}");
    for mark in ["SERVER", "BUCKET"] {
        assert!(!Path::new(&data).join(mark).exists(), "{mark}");
    }
    assert_eq!(check(&data), check(city()));
}

/// What other accounts may do with a folder and with all that lies in it.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let mut all = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(path) = all.pop() {
        if path.is_dir() {
            all.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        }
        if mode(&path) & 0o077 != 0 {
            found.push(format!("{:o} {}", mode(&path), path.display()));
        }
    }
    found
}

#[test]
fn no_other_account_reads_what_was_backed_up_restored_or_served() {
    let desk = Desk::new();
    let [backup, back] = ["backup", "back"].map(|name| desk.path(name));
    kheo(&["backup", &backup, "--data", city()]).well();
    fs::create_dir(&back).unwrap();
    fs::set_permissions(&back, fs::Permissions::from_mode(0o755)).unwrap();
    kheo(&["restore", &backup, "--data", &back]).well();
    let none: [String; 0] = [];
    assert_eq!(open_to_others(Path::new(&backup)), none);
    assert_eq!(open_to_others(Path::new(&back)), none);
    // What an earlier program left open is closed when it is served.
    for (path, mode) in [("", 0o755), ("files", 0o755), ("kheo.db", 0o644)] {
        let path = Path::new(&back).join(path);
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    let _server = Server::start(&["serve", "--data", &back, "--listen", "127.0.0.1:0"]);
    assert!(Path::new(&back).join("kheo.db-wal").exists());
    assert_eq!(open_to_others(Path::new(&back)), none);
}
