//! The file of the database, and files attached to cases.

use std::fs;

use jiff::civil::date;
use kheo_core::id::{CaseCode, FileHash};
use kheo_store::files::Files;
use kheo_store::{Db, StoreError};
use kheo_testkit::{Installation, salts};
use rusqlite::Connection;

use crate::register;

#[test]
fn a_file_of_another_program_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    fs::write(&text, "Sổ tay của văn phòng").unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other)
        .and_then(|db| db.execute_batch("CREATE TABLE notes (text TEXT)"))
        .unwrap();
    for file in [text, other] {
        let before = fs::read(&file).unwrap();
        let refused = Db::open(&file, salts()).map(|_| ()).unwrap_err();
        assert!(matches!(&refused, StoreError::NotOurs { file: named } if *named == file));
        assert!(refused.to_string().contains("belongs to another program"), "{refused}");
        assert_eq!(fs::read(&file).unwrap(), before);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing was left beside them");
}

#[test]
fn a_newer_schema_and_a_damaged_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kheo.db");
    drop(Db::open(&file, salts()).unwrap());
    Connection::open(&file).and_then(|db| db.pragma_update(None, "user_version", 99)).unwrap();
    let refused = Db::open(&file, salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Newer { found: 99, known: 4, .. }), "{refused}");
    Connection::open(&file).and_then(|db| db.pragma_update(None, "user_version", 1)).unwrap();
    let refused = Db::open(&file, salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Older { found: 1, known: 4, .. }), "{refused}");

    let mut bytes = fs::read(&file).unwrap();
    bytes.iter_mut().skip(100).take(8000).for_each(|byte| *byte = 0x55);
    fs::write(&file, bytes).unwrap();
    let refused = Db::open(&file, salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Corrupt { .. }), "{refused}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Db::open(&folder.path().join("none/kheo.db"), salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Unopenable { .. }));
    assert!(refused.to_string().contains("none/kheo.db"), "{refused}");
}

#[test]
fn what_was_answered_is_there_after_a_crash() {
    let installation = Installation::city();
    register(&installation.db, "north", "YC-2016-0001", date(2016, 5, 3));
    // What a killed process leaves behind: the file and its log, never closed.
    let copied = tempfile::tempdir().unwrap();
    for name in ["kheo.db", "kheo.db-wal"] {
        let from = installation.file().with_file_name(name);
        fs::copy(from, copied.path().join(name)).unwrap();
    }
    let again = Db::open(&copied.path().join("kheo.db"), salts()).unwrap();
    let code = CaseCode::new("YC-2016-0001");
    let case = again.read_now(|r| kheo_store::case::find(r, &code)).unwrap().unwrap();
    assert_eq!(case.petition.subject, "Đường hỏng");
    assert!(kheo_store::ledger::check(&again).is_ok());
}

#[test]
fn a_closed_database_opens_again() {
    let installation = Installation::city();
    register(&installation.db, "north", "YC-2016-0001", date(2016, 5, 3));
    let entries = installation.db.read_now(kheo_store::ledger::count).unwrap();
    let again = installation.reopened(|file| {
        let log = file.with_file_name("kheo.db-wal");
        assert!(!log.exists(), "closing folds the log into the file");
    });
    assert_eq!(again.db.read_now(kheo_store::ledger::count).unwrap(), entries);
    register(&again.db, "north", "YC-2016-0002", date(2016, 5, 4));
}

#[test]
fn an_attached_file_is_kept_once_and_proved() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let hash = files.put(b"picture").unwrap();
    assert_eq!(files.put(b"picture").unwrap(), hash);
    assert_eq!(files.get(&hash).unwrap().as_deref(), Some(b"picture".as_slice()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    for unknown in ["../kheo.db", "", &"0".repeat(64), &"é".repeat(32)] {
        assert!(files.get(&FileHash::new(unknown)).unwrap().is_none(), "{unknown}");
    }
    fs::write(folder.path().join(hash.as_str()), b"another").unwrap();
    assert!(matches!(files.get(&hash), Err(StoreError::ChangedFile { .. })));
}
