//! Proves that the attached files are what they were when they were stored.

use std::collections::{BTreeMap, BTreeSet};

use kheo_core::id::{CaseCode, FileHash};

use crate::files::Files;
use crate::{Db, StoreError};

/// An attached file that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedFile {
    /// The hash of what was stored, which is the name of the file.
    pub hash: FileHash,
    /// The cases it is attached to, by their codes.
    pub cases: Vec<CaseCode>,
    /// Whether there is a file of that name, with another content.
    pub changed: bool,
}

const ATTACHED: &str = "SELECT hash, code FROM case_files GROUP BY hash, code ORDER BY hash, code";

const NAMES: &str = "SELECT DISTINCT hash FROM case_files ORDER BY hash";

/// Every file that a case names, by its hash.
///
/// # Errors
/// [`StoreError`].
pub fn named_files(db: &Db) -> Result<Vec<FileHash>, StoreError> {
    db.read_now(|r| r.rows(NAMES, &[], |row| Ok(FileHash::new(row.text(0)?))))
}

/// How many files that a case names are not there; what they hold is not read.
///
/// # Errors
/// [`StoreError::Folder`], [`StoreError::Bucket`]; those of the database.
pub fn missing_files(db: &Db, files: &Files) -> Result<usize, StoreError> {
    let mut named: BTreeSet<FileHash> = named_files(db)?.into_iter().collect();
    files.each_stored(|hash, _| {
        named.remove(hash);
        Ok(())
    })?;
    Ok(named.len())
}

/// Reads every file that a case names and compares it with its hash; answers those that are missing
/// or changed, by their hashes.
///
/// # Errors
/// [`StoreError::Folder`] when a file is there and cannot be read; those of the database.
pub fn check_files(db: &Db, files: &Files) -> Result<Vec<DamagedFile>, StoreError> {
    let named: Vec<(String, String)> =
        db.read_now(|r| r.rows(ATTACHED, &[], |row| Ok((row.text(0)?, row.text(1)?))))?;
    let mut cases: BTreeMap<FileHash, Vec<CaseCode>> = BTreeMap::new();
    for (hash, code) in named {
        cases.entry(FileHash::new(hash)).or_default().push(CaseCode::new(code));
    }
    let mut damaged = Vec::new();
    for (hash, cases) in cases {
        let changed = match files.open(&hash) {
            Ok(Some(_)) => continue,
            Ok(None) => false,
            Err(StoreError::ChangedFile { .. }) => true,
            Err(why) => return Err(why),
        };
        damaged.push(DamagedFile { hash, cases, changed });
    }
    Ok(damaged)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NAMES, ATTACHED];
