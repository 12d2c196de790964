//! `SQLite`: opening the file: whose it is, which schema it has, how it is written.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

use kheo_file::AddError;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags};

use crate::db::Database;
use crate::sql::Value;
use crate::{DatabaseError, StoreError};

/// The tables of `SQLite`, as far as they are not there.
pub(crate) const SCHEMA: &str =
    concat!(include_str!("../schema/sqlite.sql"), include_str!("../schema/indexes.sql"));

/// Begins a file: all tables, and what marks it as ours (`KHEO`), or nothing.
const BEGIN: &str = concat!(
    "BEGIN;",
    include_str!("../schema/sqlite.sql"),
    include_str!("../schema/indexes.sql"),
    "PRAGMA application_id = 0x4b48454f; PRAGMA user_version = 7; COMMIT;"
);

/// `KHEO`, as [`BEGIN`] writes it into the head of the file.
const APPLICATION: [u8; 4] = *b"KHEO";
pub(super) const KNOWN_SCHEMA: i64 = 7;
/// The oldest schema whose read tables are those of today.
const SAME_TABLES: i64 = 4;
/// The oldest schema whose ledger is written as today, so that the read tables can be made of it.
const REBUILT_SCHEMA: i64 = 2;

/// Makes the tables of an older schema into those of this one, but for what stands in them.
const RENEW: &str = concat!(
    "DROP TABLE cases;",
    include_str!("../schema/sqlite.sql"),
    include_str!("../schema/indexes.sql"),
    "PRAGMA user_version = 7;"
);

/// Adds to a file with the read tables of today what came after them.
const ADD: &str =
    concat!("BEGIN;", include_str!("../schema/sqlite.sql"), "PRAGMA user_version = 7; COMMIT;");

/// Makes the indexes of a file that an earlier program of the same schema wrote, in place of its own.
/// They hold nothing that is not in the tables.
const INDEXES: &str = concat!(
    include_str!("../schema/indexes.sql"),
    "DROP INDEX IF EXISTS cases_due; DROP INDEX IF EXISTS cases_answered;"
);

const PATIENCE: Duration = Duration::from_secs(10);
const STATEMENTS: usize = 256;

/// A page that is written again and again is brought from the log into the file every 4,000 pages (16 MB), not every
/// 1,000: what is saved is in the log, on disk, all the same.
const WRITING: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA cache_size = -16000;
    PRAGMA temp_store = MEMORY";

const READING: &str = "
    PRAGMA query_only = ON;
    PRAGMA cache_size = -2000;
    PRAGMA temp_store = MEMORY";

/// What the head of a file says before anything opens it.
enum Head {
    Nothing,
    Ours,
    Foreign,
}

fn head(file: &Path) -> Result<Head, StoreError> {
    let unreadable = |why| StoreError::Folder { path: file.to_owned(), why };
    let head = match kheo_file::first(file) {
        Ok(head) => head,
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(Head::Nothing),
        Err(why) => return Err(unreadable(why)),
    };
    let ours = head.starts_with(b"SQLite format 3\0") && head.get(68..72) == Some(&APPLICATION);
    Ok(match head.as_slice() {
        [] => Head::Nothing,
        _ if ours => Head::Ours,
        _ => Head::Foreign,
    })
}

/// The connection that writes; begins the file when there is none. With `to_rebuild` the read tables
/// may be those of an older schema.
pub(super) fn writer(file: &Path, to_rebuild: bool) -> Result<Connection, StoreError> {
    let head = head(file)?;
    if matches!(head, Head::Foreign) {
        return Err(StoreError::NotOurs { database: Database::file(file) });
    }
    let failed = |why| failed(file, why);
    if matches!(head, Head::Nothing) {
        begin_private(file);
    }
    prove_pages(file)?;
    let connection = kheo_file::open(file, OpenFlags::default()).map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    if matches!(head, Head::Nothing) {
        connection.execute_batch(BEGIN).map_err(failed)?;
    }
    let found = schema(&connection).map_err(failed)?;
    if found > KNOWN_SCHEMA {
        return Err(StoreError::Newer {
            database: Database::file(file),
            found,
            known: KNOWN_SCHEMA,
        });
    }
    if found < REBUILT_SCHEMA {
        return Err(StoreError::Older {
            database: Database::file(file),
            found,
            known: KNOWN_SCHEMA,
        });
    }
    if found < SAME_TABLES && !to_rebuild {
        return Err(StoreError::Outdated {
            database: Database::file(file),
            found,
            known: KNOWN_SCHEMA,
        });
    }
    connection.execute_batch(WRITING).map_err(failed)?;
    if (SAME_TABLES..KNOWN_SCHEMA).contains(&found) {
        connection.execute_batch(ADD).map_err(failed)?;
    }
    if found >= SAME_TABLES && !to_rebuild && has_cases(&connection).map_err(failed)? {
        connection.execute_batch(INDEXES).map_err(failed)?;
    }
    Ok(connection)
}

/// The connection of who only asks: it changes nothing, and folds the write-ahead log into the file at the end.
pub(super) fn onlooker(file: &Path) -> Result<Connection, StoreError> {
    let database = || Database::file(file);
    match head(file)? {
        Head::Ours => {}
        Head::Nothing => return Err(StoreError::Nothing { database: database() }),
        Head::Foreign => return Err(StoreError::NotOurs { database: database() }),
    }
    let failed = |why| failed(file, why);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = kheo_file::open(file, flags).map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    let (found, known) = (schema(&connection).map_err(failed)?, KNOWN_SCHEMA);
    if found > known {
        return Err(StoreError::Newer { database: database(), found, known });
    }
    if found < REBUILT_SCHEMA {
        return Err(StoreError::Older { database: database(), found, known });
    }
    if found < known {
        return Err(StoreError::Outdated { database: database(), found, known });
    }
    connection.execute_batch(READING).map_err(failed)?;
    Ok(connection)
}

/// Begins a file that only the account of the program reads; what `SQLite` puts beside it is made like it. Why it
/// cannot be made, `SQLite` tells.
fn begin_private(file: &Path) {
    let _ = OpenOptions::new().append(true).create_new(true).mode(0o600).open(file);
}

/// Gives the pages of a file that an earlier program wrote the sums by which they prove themselves.
fn prove_pages(file: &Path) -> Result<(), StoreError> {
    let unreadable = |why| StoreError::Folder { path: file.to_owned(), why };
    if !kheo_file::is_without_sums(file).map_err(unreadable)? {
        return Ok(());
    }
    kheo_file::add_sums(file).map_err(|why| match why {
        AddError::Database(why) => failed(file, why),
        AddError::Disk(why) => unreadable(why),
    })
}

/// Whether the table is there that the indexes are of: what is damaged opens, to be told of.
fn has_cases(connection: &Connection) -> rusqlite::Result<bool> {
    const CASES: &str = "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'cases'";
    connection.query_row(CASES, [], |row| row.get(0))
}

/// A connection that only reads.
pub(super) fn reader(file: &Path) -> Result<Connection, StoreError> {
    let failed = |why| failed(file, why);
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = kheo_file::open(file, flags).map_err(failed)?;
    prepare(&connection).map_err(failed)?;
    connection.execute_batch(READING).map_err(failed)?;
    Ok(connection)
}

/// What waits to be opened goes, also from places of the file that are not used.
const FORGET_OPENINGS: &str =
    "PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; DELETE FROM openings;";

/// Writes what is in `file` into a new one, and brings that to the disk.
pub(super) fn copy(file: &Path, new: &Path) -> Result<(), StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = kheo_file::open(file, flags)?;
    connection.busy_timeout(PATIENCE)?;
    begin_private(new);
    connection.execute("VACUUM INTO $1", [new.to_string_lossy()])?;
    // A copy outlives the minutes for which an opening waits.
    let copied = kheo_file::open(new, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copied.execute_batch(FORGET_OPENINGS)?;
    drop(copied);
    let unsynced = |why| StoreError::Folder { path: new.to_owned(), why };
    File::open(new).and_then(|new| new.sync_all()).map_err(unsynced)
}

/// Writes `file` anew without what is no longer in it, not even in places that are not used, and empties
/// its write-ahead log; answers whether it could, for nobody may still read what was.
pub(super) fn compact(file: &Path) -> Result<bool, StoreError> {
    let connection = kheo_file::open(file, OpenFlags::default())?;
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; VACUUM;")?;
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}

/// A database with the tables of today, to be made of a ledger and read once in the order of their keys: without a
/// name it lies in a file that goes away with it, and all of it is one transaction that nobody saves.
pub(super) fn scratch() -> rusqlite::Result<Connection> {
    let connection = Connection::open("")?;
    prepare(&connection)?;
    // A row of a case fits into such a page, with others.
    connection.execute_batch(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
         PRAGMA cache_size = -32000;",
    )?;
    let tables = include_str!("../schema/sqlite.sql").replace("\n);", "\n) WITHOUT ROWID;");
    connection.execute_batch(&tables)?;
    connection.execute_batch(
        "DROP INDEX cases_began; DROP INDEX case_files_hash; DROP INDEX clocks_unit; BEGIN;",
    )?;
    Ok(connection)
}

/// Keeps 64 MB of pages in memory.
pub(super) fn make_room(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("PRAGMA cache_size = -64000;")
}

fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// Makes the tables that are missing, or are those of an older schema, empty; answers the highest place
/// in the ledger that was named in what went.
pub(super) fn make_missing_tables(connection: &Connection) -> rusqlite::Result<u64> {
    const NAMED: &str = "SELECT COALESCE(MAX(seq), 0) FROM cases";
    if schema(connection)? >= SAME_TABLES {
        connection.execute_batch(SCHEMA)?;
        return Ok(0);
    }
    let named: i64 = connection.query_row(NAMED, [], |row| row.get(0))?;
    connection.execute_batch(RENEW)?;
    Ok(u64::try_from(named).unwrap_or(0))
}

fn schema(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT COUNT(*) FROM entries WHERE seq = 1", [], |_| Ok(()))?;
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn failed(file: &Path, why: rusqlite::Error) -> StoreError {
    let (database, why) = (Database::file(file), DatabaseError::File(why));
    if !why.is_damage() {
        return StoreError::Unopenable { database, why };
    }
    match kheo_file::damaged(file) {
        Ok(pages) if !pages.is_empty() => StoreError::Pages { database, pages },
        _ => StoreError::Corrupt { database, why },
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
