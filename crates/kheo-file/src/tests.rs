use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::{add_sums, damaged, is_without_sums, open};

const ROWS: i64 = 300;
const FILL: &str = "
    CREATE TABLE t (n INTEGER PRIMARY KEY, text TEXT);
    WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300)
    INSERT INTO t SELECT n, hex(randomblob(n * 2)) FROM c";
const ALL: &str = "SELECT COUNT(*) + 0 * SUM(length(text)) FROM t";

fn rows(file: &Path) -> rusqlite::Result<i64> {
    open(file, OpenFlags::default())?.query_row(ALL, [], |row| row.get(0))
}

fn filled(folder: &TempDir, journal: &str) -> std::path::PathBuf {
    let file = folder.path().join("a.db");
    let connection = open(&file, OpenFlags::default()).unwrap();
    connection.execute_batch(&format!("PRAGMA journal_mode = {journal}; {FILL}")).unwrap();
    file
}

#[test]
fn whatever_byte_the_disk_changes_is_found_and_not_served() {
    let folder = TempDir::new().unwrap();
    let file = filled(&folder, "WAL");
    assert_eq!(rows(&file).unwrap(), ROWS);
    assert_eq!(damaged(&file).unwrap(), Vec::<u64>::new());
    let whole = fs::read(&file).unwrap();
    for page in 0..whole.len() / 4096 {
        for byte in [20, 1000, 4095] {
            let mut changed = whole.clone();
            changed[page * 4096 + byte] ^= 8;
            fs::write(&file, changed).unwrap();
            let page = u64::try_from(page).unwrap();
            assert_eq!(damaged(&file).unwrap(), [page + 1], "byte {byte}");
            assert!(rows(&file).is_err(), "byte {byte} of page {page}");
        }
    }
}

#[test]
fn a_page_in_the_place_of_another_is_found() {
    let folder = TempDir::new().unwrap();
    let file = filled(&folder, "DELETE");
    let mut whole = fs::read(&file).unwrap();
    let (one, other) = whole.split_at_mut(6 * 4096);
    one[5 * 4096..].swap_with_slice(&mut other[..4096]);
    fs::write(&file, whole).unwrap();
    assert_eq!(damaged(&file).unwrap(), [6, 7]);
    assert!(rows(&file).is_err());
}

#[test]
fn a_file_of_an_earlier_program_gets_its_sums() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("old.db");
    let old = Connection::open(&file).unwrap();
    old.execute_batch(&format!("PRAGMA journal_mode = WAL; PRAGMA user_version = 5; {FILL}"))
        .unwrap();
    drop(old);
    assert!(is_without_sums(&file).unwrap());
    assert_eq!(rows(&file).unwrap(), ROWS);
    add_sums(&file).unwrap();
    assert!(!is_without_sums(&file).unwrap());
    assert_eq!(rows(&file).unwrap(), ROWS);
    let connection = open(&file, OpenFlags::default()).unwrap();
    assert_eq!(connection.pragma_query_value(None, "user_version", |row| row.get(0)), Ok(5));
    connection.execute("DELETE FROM t WHERE n % 2 = 0", []).unwrap();
    connection.execute("VACUUM", []).unwrap();
    let copy = folder.path().join("copy.db");
    connection.execute("VACUUM INTO $1", [copy.to_string_lossy()]).unwrap();
    drop(connection);
    for file in [file, copy] {
        assert_eq!(damaged(&file).unwrap(), Vec::<u64>::new());
        assert_eq!(rows(&file).unwrap(), ROWS / 2);
    }
}

/// The locks that this program has on `file`, as the system tells them.
fn locks(file: &Path) -> Vec<String> {
    let (program, inode) = (std::process::id(), fs::metadata(file).unwrap().ino());
    let (program, inode) = (format!(" {program} "), format!(":{inode} "));
    let all = fs::read_to_string("/proc/locks").unwrap();
    let own = all.lines().filter(|lock| lock.contains(&program) && lock.contains(&inode));
    own.filter_map(|lock| lock.split_once(": ")).map(|(_, lock)| lock.to_owned()).collect()
}

#[test]
fn looking_at_a_file_takes_no_lock_from_who_has_it_open() {
    let folder = TempDir::new().unwrap();
    let file = filled(&folder, "WAL");
    let serving = open(&file, OpenFlags::default()).unwrap();
    serving.execute("DELETE FROM t WHERE n = 1", []).unwrap();
    let before = locks(&file);
    assert_eq!(before.len(), 1, "by it another program knows that the file is in use: {before:?}");
    drop(open(&file, OpenFlags::default()).unwrap());
    assert_eq!(locks(&file), before, "opened once more");
    assert!(!is_without_sums(&file).unwrap());
    assert_eq!(locks(&file), before, "looked at");
    damaged(&file).unwrap();
    assert_eq!(locks(&file), before, "proved");
}
