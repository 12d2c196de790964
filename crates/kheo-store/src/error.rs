//! What can go wrong between Khéo and its database.

use std::path::PathBuf;

use kheo_core::Refusal;
use kheo_core::event::ReadError;

/// Why the database could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum StoreError {
    #[error("{} belongs to another program", file.display())]
    NotOurs { file: PathBuf },
    #[error(
        "{} was written by a newer Khéo: it has schema {found}, this program knows {known}",
        file.display()
    )]
    Newer { file: PathBuf, found: i64, known: i64 },
    #[error(
        "{} was written by a Khéo before its first release: it has schema {found}, this program \
         knows {known}",
        file.display()
    )]
    Older { file: PathBuf, found: i64, known: i64 },
    #[error(
        "{} has the tables of an earlier Khéo: they have schema {found}, this program needs {known}",
        file.display()
    )]
    Outdated { file: PathBuf, found: i64, known: i64 },
    #[error("{} is damaged: {why}", file.display())]
    Corrupt { file: PathBuf, why: rusqlite::Error },
    #[error("{} cannot be opened: {why}", file.display())]
    Unopenable { file: PathBuf, why: rusqlite::Error },
    #[error("{} cannot be read or written: {why}", path.display())]
    Folder { path: PathBuf, why: std::io::Error },
    #[error("the attached file {} is not what it was when it was stored", path.display())]
    ChangedFile { path: PathBuf },
    #[error("the database answered: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("column {column} of a row holds what this program cannot read: {why}")]
    Unreadable { column: usize, why: String },
    #[error(transparent)]
    Entry(#[from] ReadError),
    #[error("nothing was saved, because the commit failed: {why}")]
    NotSaved { why: String },
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
            Self::NotOurs { .. } => "not-ours",
            Self::Newer { .. } => "newer",
            Self::Older { .. } => "older",
            Self::Outdated { .. } => "outdated",
            Self::Corrupt { .. } => "corrupt",
            Self::Unopenable { .. } => "unopenable",
            Self::Folder { .. } => "folder",
            Self::ChangedFile { .. } => "changed-file",
            Self::Database(_) => "database",
            Self::Unreadable { .. } => "unreadable",
            Self::Entry(_) => "entry",
            Self::NotSaved { .. } => "not-saved",
            Self::BrokeOff => "broke-off",
            Self::Closed => "closed",
        }
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
