//! What can go wrong between Khéo and its database.

use std::fmt;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use kheo_core::Refusal;
use kheo_core::event::ReadError;
use kheo_seal::SealError;
use postgres::error::SqlState;
use rusqlite::ErrorCode;

use crate::db::Database;

/// Why the database could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum StoreError {
    #[error("there is nothing in {database} yet")]
    Nothing { database: Database },
    #[error("{database} belongs to another program")]
    NotOurs { database: Database },
    #[error(
        "{database} was written by a newer Khéo: it has schema {found}, this program knows {known}"
    )]
    Newer { database: Database, found: i64, known: i64 },
    #[error(
        "{database} was written by a Khéo before its first release: it has schema {found}, this program \
         knows {known}"
    )]
    Older { database: Database, found: i64, known: i64 },
    #[error(
        "{database} has the tables of an earlier Khéo: they have schema {found}, this program needs {known}"
    )]
    Outdated { database: Database, found: i64, known: i64 },
    #[error("{database} is damaged: {why}")]
    Corrupt { database: Database, why: DatabaseError },
    #[error("{database} cannot be opened: its pages {pages:?} are not as they were written")]
    Pages { database: Database, pages: Vec<u64> },
    #[error("{database} cannot be opened: {why}")]
    Unopenable { database: Database, why: DatabaseError },
    #[error("{database} would be spoken to in clear over a network")]
    Unencrypted { database: Database },
    #[error("{} cannot be read or written: {why}", path.display())]
    Folder { path: PathBuf, why: std::io::Error },
    #[error("the bucket {bucket} cannot be read or written: {why}")]
    Bucket { bucket: String, why: std::io::Error },
    #[error("the attached file {} is not what it was when it was stored", path.display())]
    ChangedFile { path: PathBuf },
    #[error("entry {seq} of the ledger is not what it was when it was written")]
    ChangedEntry { seq: u64 },
    #[error("a part of the database is not what was written there, so nothing of it is shown: {0}")]
    Damaged(DatabaseError),
    #[error("the database answered: {0}")]
    Database(DatabaseError),
    #[error("column {column} of a row holds what this program cannot read: {why}")]
    Unreadable { column: usize, why: String },
    #[error(transparent)]
    Entry(#[from] ReadError),
    #[error("who brought the case could not be sealed, so nothing was saved: {0}")]
    NotSealed(SealError),
    #[error("nothing was saved, because the commit failed: {why}")]
    NotSaved { why: Arc<StoreError> },
    #[error("the database was lost while it saved, so nobody knows whether it did: send it again")]
    Uncertain,
    #[error("the task broke off and nothing of it was saved")]
    BrokeOff,
    #[error("the database is closed")]
    Closed,
}

impl StoreError {
    /// The stable word for it; the words for people, with what to do next, are found by it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Nothing { .. } => "nothing",
            Self::NotOurs { .. } => "not-ours",
            Self::Newer { .. } => "newer",
            Self::Older { .. } => "older",
            Self::Outdated { .. } => "outdated",
            Self::Corrupt { .. } => "corrupt",
            Self::Pages { .. } => "pages",
            Self::Unopenable { .. } => "unopenable",
            Self::Unencrypted { .. } => "unencrypted",
            Self::Folder { .. } => "folder",
            Self::Bucket { .. } => "bucket",
            Self::ChangedFile { .. } => "changed-file",
            Self::ChangedEntry { .. } => "changed-entry",
            Self::Damaged(_) => "damaged",
            Self::Database(_) => "database",
            Self::Unreadable { .. } => "unreadable",
            Self::Entry(_) => "entry",
            Self::NotSealed(_) => "not-sealed",
            Self::NotSaved { .. } => "not-saved",
            Self::Uncertain => "uncertain",
            Self::BrokeOff => "broke-off",
            Self::Closed => "closed",
        }
    }
}

impl StoreError {
    /// Whether nothing was saved because there was no room for it: that is known then, for the transaction was
    /// given up.
    #[must_use]
    pub fn is_want_of_room(&self) -> bool {
        match self {
            Self::NotSaved { why } => why.is_want_of_room(),
            Self::Folder { why, .. } => {
                matches!(why.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
            }
            Self::Database(DatabaseError::File(why)) => {
                why.sqlite_error_code() == Some(ErrorCode::DiskFull)
            }
            Self::Database(DatabaseError::Server(why)) => why.code() == Some(&SqlState::DISK_FULL),
            _ => false,
        }
    }
}

impl StoreError {
    /// Whether nothing was read or saved because the server of the database does not answer, or takes no work now.
    #[must_use]
    pub fn is_away(&self) -> bool {
        match self {
            Self::NotSaved { why } => why.is_away(),
            Self::Database(why) | Self::Unopenable { why, .. } => why.is_away(),
            _ => false,
        }
    }
}

/// What a database answered, as far as it may be told.
#[derive(Debug)]
pub enum DatabaseError {
    /// `SQLite`.
    File(rusqlite::Error),
    /// `PostgreSQL`.
    Server(postgres::Error),
}

impl DatabaseError {
    /// The five letters by which a server says what is wrong (`SQLSTATE`), when it answered at all.
    #[must_use]
    pub fn server_code(&self) -> Option<&str> {
        match self {
            Self::File(_) => None,
            Self::Server(why) => why.code().map(SqlState::code),
        }
    }

    /// Whether a server broke off, was told to stop, is not ready yet, or has too many guests.
    fn is_away(&self) -> bool {
        let Self::Server(why) = self else { return false };
        why.code().is_none_or(|code| code.code().starts_with("57P") || code.code() == "53300")
    }

    /// Whether it found something else than it wrote.
    pub(crate) fn is_damage(&self) -> bool {
        match self {
            Self::File(why) => matches!(
                why.sqlite_error_code(),
                Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt)
            ),
            // Data or an index is corrupted.
            Self::Server(why) => why.code().is_some_and(|code| {
                [&SqlState::DATA_CORRUPTED, &SqlState::INDEX_CORRUPTED].contains(&code)
            }),
        }
    }

    /// The extended result code of `SQLite`, when it gave one.
    #[must_use]
    pub fn sqlite_code(&self) -> Option<i32> {
        match self {
            Self::File(why) => why.sqlite_error().map(|why| why.extended_code),
            Self::Server(_) => None,
        }
    }
}

/// Never with the details of a server: they hold what was to be written.
impl fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self {
            Self::File(why) => return why.fmt(f),
            Self::Server(why) => why,
        };
        match why.as_db_error() {
            // Of wrong data the message itself tells what it is.
            Some(why) if why.code().code().starts_with("22") => f.write_str(why.code().code()),
            Some(why) => write!(f, "{} ({})", why.message(), why.code().code()),
            None => why.fmt(f),
        }
    }
}

impl std::error::Error for DatabaseError {}

impl From<DatabaseError> for StoreError {
    fn from(why: DatabaseError) -> Self {
        if why.is_damage() { Self::Damaged(why) } else { Self::Database(why) }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(why: rusqlite::Error) -> Self {
        match why {
            // The disk is well: somebody wrote there what this program does not write.
            rusqlite::Error::InvalidColumnType(column, ..) => {
                Self::Unreadable { column, why: "it is of another type".to_owned() }
            }
            why => DatabaseError::File(why).into(),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(why: postgres::Error) -> Self {
        DatabaseError::Server(why).into()
    }
}

/// Why something was not written down: it may not be, or it could not be.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
