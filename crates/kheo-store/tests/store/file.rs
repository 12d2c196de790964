//! The file of the database, and files attached to cases.

use std::fs;
use std::time::{Duration, SystemTime};

use jiff::civil::date;
use kheo_core::case::Proof;
use kheo_core::id::{CaseCode, FileHash};
use kheo_core::post::Actor;
use kheo_store::files::Files;
use kheo_store::ledger::{Unnamed, check, remove_unnamed, unnamed};
use kheo_store::{Database, Db, StoreError};
use kheo_testkit::{Installation, salts};
use rusqlite::{Connection, OpenFlags};

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
        let refused = Db::open(&Database::file(&file), salts()).map(|_| ()).unwrap_err();
        assert!(
            matches!(&refused, StoreError::NotOurs { database } if database.to_string() == file.to_string_lossy())
        );
        assert!(refused.to_string().contains("belongs to another program"), "{refused}");
        assert_eq!(fs::read(&file).unwrap(), before);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing was left beside them");
}

#[test]
fn a_file_of_the_schema_before_gets_the_tables_that_came_after() {
    let installation = Installation::in_file().with_city().reopened(|database| {
        let before = "DROP TABLE erasures; DROP TABLE openings; DROP TABLE sealing_keys;
                      DROP TABLE sealing_recipients; PRAGMA user_version = 6";
        kheo_testkit::behind(database, before);
    });
    installation.db.write_now(kheo_testkit::give_keys).unwrap();
    assert_eq!(installation.db.read_now(kheo_store::sealing::keys).unwrap().len(), 3);
    check(&installation.db).unwrap();
    let version = |db: &rusqlite::Connection| {
        db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
    };
    let now = kheo_file::open(&installation.file(), OpenFlags::default());
    assert_eq!(now.and_then(|db| version(&db)), Ok(7));
}

#[test]
fn who_only_reads_leaves_a_file_of_a_schema_before_as_it_is() {
    for schema in [4, 5, 6] {
        let installation = Installation::in_file().with_city().reopened(|database| {
            let before = format!("DROP TABLE openings; PRAGMA user_version = {schema}");
            kheo_testkit::behind(database, &before);
            let refused = Db::open_to_read(database).map(|_| ()).unwrap_err();
            let StoreError::Outdated { found, known: 7, .. } = refused else { panic!("{refused}") };
            assert_eq!(found, schema);
            let Database::File(file) = database else { panic!() };
            let db = kheo_file::open(file, OpenFlags::default()).unwrap();
            let now = db.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
            assert_eq!(now, Ok(schema));
        });
        check(&installation.db).unwrap();
        let looking = Db::open_to_read(&installation.database).unwrap();
        assert_eq!(check(&looking).unwrap(), check(&installation.db).unwrap());
        let written = looking.write_now(kheo_testkit::give_keys);
        assert!(written.is_err(), "who only reads wrote");
    }
}

#[test]
fn who_only_reads_begins_nothing() {
    let installation = Installation::empty();
    assert!(Db::open_to_read(&installation.database).is_ok());
    let folder = tempfile::tempdir().unwrap();
    let none = Database::file(folder.path().join("kheo.db"));
    let refused = Db::open_to_read(&none).map(|_| ());
    assert!(matches!(refused, Err(StoreError::Nothing { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_newer_schema_and_a_damaged_file_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("kheo.db");
    drop(Db::open(&Database::file(&file), salts()).unwrap());
    kheo_file::open(&file, OpenFlags::default())
        .and_then(|db| db.pragma_update(None, "user_version", 99))
        .unwrap();
    let refused = Db::open(&Database::file(&file), salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Newer { found: 99, known: 7, .. }), "{refused}");
    kheo_file::open(&file, OpenFlags::default())
        .and_then(|db| db.pragma_update(None, "user_version", 1))
        .unwrap();
    let refused = Db::open(&Database::file(&file), salts()).map(|_| ()).unwrap_err();
    assert!(matches!(refused, StoreError::Older { found: 1, known: 7, .. }), "{refused}");

    let mut bytes = fs::read(&file).unwrap();
    bytes.iter_mut().skip(100).take(8000).for_each(|byte| *byte = 0x55);
    fs::write(&file, bytes).unwrap();
    let refused = Db::open(&Database::file(&file), salts()).map(|_| ()).unwrap_err();
    assert!(matches!(&refused, StoreError::Pages { pages, .. } if *pages == [1, 2]), "{refused}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Db::open(&Database::file(folder.path().join("none/kheo.db")), salts())
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(refused, StoreError::Unopenable { .. }));
    assert!(refused.to_string().contains("none/kheo.db"), "{refused}");
}

#[test]
fn what_was_answered_is_there_after_a_crash() {
    let installation = Installation::in_file().with_city();
    register(&installation.db, "north", "YC-2016-0001", date(2016, 5, 3));
    // What a killed process leaves behind: the file and its log, never closed.
    let copied = tempfile::tempdir().unwrap();
    for name in ["kheo.db", "kheo.db-wal"] {
        let from = installation.file().with_file_name(name);
        fs::copy(from, copied.path().join(name)).unwrap();
    }
    let again = Db::open(&Database::file(copied.path().join("kheo.db")), salts()).unwrap();
    let code = CaseCode::new("YC-2016-0001");
    let case = again.read_now(|r| kheo_store::case::find(r, &code)).unwrap().unwrap();
    assert_eq!(case.petition.subject, "Đường hỏng");
    assert!(kheo_store::ledger::check(&again).is_ok());
}

#[test]
fn a_closed_database_opens_again() {
    let installation = Installation::in_file().with_city();
    register(&installation.db, "north", "YC-2016-0001", date(2016, 5, 3));
    let entries = installation.db.read_now(kheo_store::ledger::count).unwrap();
    let log = installation.file().with_file_name("kheo.db-wal");
    let again = installation.reopened(|_| {
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
    let mut stored = files.open(&hash).unwrap().unwrap();
    assert_eq!((stored.size(), stored.next_piece().unwrap()), (7, b"picture".to_vec()));
    assert!(stored.next_piece().unwrap().is_empty());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    for unknown in ["../kheo.db", "", &"0".repeat(64), &"é".repeat(32)] {
        assert!(files.open(&FileHash::new(unknown)).unwrap().is_none(), "{unknown}");
    }
    fs::write(folder.path().join(hash.as_str()), b"another").unwrap();
    assert!(matches!(files.open(&hash), Err(StoreError::ChangedFile { .. })));
    files.put(b"picture").unwrap();
    assert!(files.open(&hash).unwrap().is_some(), "who sends it again makes it whole");
}

#[test]
fn a_file_that_is_not_kept_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let names = || fs::read_dir(folder.path()).unwrap().count();
    let mut draft = files.begin().unwrap();
    for piece in [b"pic".as_slice(), b"ture"] {
        draft.write(piece).unwrap();
    }
    let whole = draft.whole();
    assert_eq!((whole.size(), names()), (7, 1));
    drop(whole);
    assert_eq!(names(), 0);

    let kept = files.keep(files.begin().unwrap().whole()).unwrap();
    std::mem::forget(files.begin().unwrap());
    assert_eq!(names(), 2, "what a killed program leaves");
    files.remove_drafts(Some(SystemTime::UNIX_EPOCH)).unwrap();
    assert_eq!(names(), 2, "another program may be writing it");
    Files::in_folder(folder.path()).unwrap().remove_drafts(None).unwrap();
    assert_eq!(names(), 1);
    assert!(files.open(&kept).unwrap().is_some());
}

#[test]
fn what_no_entry_names_is_told_and_goes_when_it_is_old() {
    let installation = Installation::city();
    let folder = tempfile::tempdir().unwrap();
    let files = Files::in_folder(folder.path()).unwrap();
    let [named, old, new] = [b"named".as_slice(), b"old", b"new"].map(|one| {
        let hash = files.put(one).unwrap();
        let file = fs::File::options().write(true).open(folder.path().join(hash.as_str()));
        let file = file.unwrap();
        let age = if one == b"new" { Duration::ZERO } else { Duration::from_hours(48) };
        file.set_modified(file.metadata().unwrap().modified().unwrap() - age).unwrap();
        hash
    });
    let mut filing = kheo_testkit::filing("north", "YC-2016-0001-AAAA");
    filing.files = vec![Proof { hash: named.clone(), media_type: "image/png".into(), size: 5 }];
    let registered = installation.db.write_now(move |tx| {
        let stamp = kheo_testkit::on(date(2016, 5, 3));
        kheo_store::case::register(tx, &kheo_testkit::rules(), filing, stamp, &Actor::Citizen)
    });
    registered.unwrap();
    let told = || unnamed(&installation.db, &files).unwrap();
    assert_eq!(told(), Unnamed { files: 2, bytes: 6 });
    let newest = fs::metadata(folder.path().join(new.as_str())).unwrap().modified().unwrap();
    let before = newest - Duration::from_hours(24);
    assert_eq!(remove_unnamed(&installation.db, &files, before).unwrap(), 1);
    assert_eq!(told(), Unnamed { files: 1, bytes: 3 });
    let is_there = |hash| files.open(hash).unwrap().is_some();
    assert!(is_there(&named) && is_there(&new) && !is_there(&old));
}
