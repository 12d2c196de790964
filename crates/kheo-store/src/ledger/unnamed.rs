//! Files that no entry names: their form was refused, or the program ended before it was written.

use std::time::SystemTime;

use kheo_core::id::FileHash;

use crate::files::Files;
use crate::sql::values;
use crate::{Db, Reader, StoreError};

/// How many files no entry names, and how much they hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unnamed {
    /// How many.
    pub files: u64,
    /// - Unit: bytes.
    pub bytes: u64,
}

const NAMED: &str = "SELECT 1 FROM case_files WHERE hash = $1";

/// Whether a case names the file.
pub(crate) fn is_named(r: &Reader<'_>, hash: &FileHash) -> Result<bool, StoreError> {
    Ok(r.row(NAMED, values![hash.as_str()], |_| Ok(()))?.is_some())
}

/// The stored files that no entry names.
///
/// # Errors
/// [`StoreError`].
pub fn unnamed(db: &Db, files: &Files) -> Result<Unnamed, StoreError> {
    db.read_now(|r| {
        let mut found = Unnamed::default();
        files.each_stored(|hash, bytes| {
            if !is_named(r, hash)? {
                found.files += 1;
                found.bytes += bytes;
            }
            Ok(())
        })?;
        Ok(found)
    })
}

/// Removes the stored files that no entry names and that were sent before the moment `before`: those
/// sent later may be about to be named. Answers how many.
///
/// # Errors
/// [`StoreError`].
pub fn remove_unnamed(db: &Db, files: &Files, before: SystemTime) -> Result<u64, StoreError> {
    let mut removed = 0;
    files.each_stored(|hash, _| {
        let is_named = db.read_now(|r| is_named(r, hash))?;
        if !is_named && files.remove(hash, Some(before))? == Some(true) {
            removed += 1;
        }
        Ok(())
    })?;
    Ok(removed)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NAMED];
