//! Holding a folder or a database, so that no other Khéo serves it or writes there.

use std::fs::{File, TryLockError};
use std::path::Path;

use kheo_store::Database;

use super::{DATABASE, unwritable};
use crate::failure::Failure;

/// Holds a folder that no other Khéo serves or writes to; the system lets go of it when the program ends,
/// however it ends.
///
/// # Errors
/// When another program holds it, or it cannot be read.
pub(crate) fn lock(folder: &Path) -> Result<File, Failure> {
    try_lock(folder)?.ok_or_else(|| Failure::new("in-use").with("path", folder.display()))
}

/// Holds a database in a file that does not lie in `folder`: the data folder it lies in, which whoever serves that
/// holds too, or else the file itself.
pub(super) fn lock_elsewhere(folder: &Path, database: &Database) -> Result<Option<File>, Failure> {
    let Database::File(file) = database else { return Ok(None) };
    // However it is written, and whatever leads to it.
    let real = file.canonicalize();
    let file = real.as_ref().unwrap_or(file);
    let home = file.parent().filter(|home| !home.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_of_folder = home.canonicalize().ok() == folder.canonicalize().ok();
    match file.file_name() {
        Some(name) if name == DATABASE && is_of_folder => Ok(None),
        Some(name) if name == DATABASE => lock(home).map(Some),
        _ if file.exists() => lock(file).map(Some),
        _ => Ok(None),
    }
}

/// [`lock`] for who says otherwise that another program holds the folder: nothing then.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn try_lock(folder: &Path) -> Result<Option<File>, Failure> {
    let lock = File::open(folder).map_err(|why| unwritable(folder, &why))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(why)) => Err(unwritable(folder, &why)),
    }
}
