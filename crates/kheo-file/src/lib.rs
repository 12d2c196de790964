//! The file of an `SQLite` database whose pages prove themselves: each ends with a sum over what it says and where
//! it stands, written with it and compared whenever it is read. A page that the disk changed is never served.
//!
//! `SQLite` has no such sums of its own; `PostgreSQL` has them (`initdb --data-checksums`).

mod held;
mod pages;
mod vfs;

use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rusqlite::Connection;

pub use pages::{damaged, first};
pub use rusqlite::OpenFlags;

/// Opens the database in `file` as `flags` say. Its pages prove themselves, unless an earlier program wrote them
/// without sums ([`is_without_sums`]); a file that begins here has them.
///
/// # Errors
/// Those of `SQLite`.
pub fn open(file: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    // What cannot be read is told by whoever opens it.
    if is_without_sums(file).unwrap_or(false) {
        return Connection::open_with_flags(file, flags);
    }
    let connection = Connection::open_with_flags_and_vfs(file, flags, vfs::name()?)?;
    vfs::leave_room(&connection)?;
    Ok(connection)
}

/// Whether an earlier program wrote the file, whose pages have no sums.
///
/// # Errors
/// When it cannot be read.
pub fn is_without_sums(file: &Path) -> io::Result<bool> {
    match pages::first(file) {
        Ok(first) => Ok(!first.is_empty() && !pages::has_sums(&first)),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(false),
        Err(why) => Err(why),
    }
}

/// Gives the pages of a file that has none their sums. Nobody else may have it open; it is as before, or whole.
///
/// # Errors
/// Those of `SQLite` and of the disk; the file is as before.
pub fn add_sums(file: &Path) -> Result<(), AddError> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let draft = file.with_file_name(format!(".{name}.partial"));
    if draft.exists() {
        fs::remove_file(&draft)?;
    }
    // It holds all personal data.
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    let connection = Connection::open(file)?;
    // So that nothing of it stands in another file.
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    vfs::leave_room(&connection)?;
    connection.execute("VACUUM INTO $1", [draft.to_string_lossy()])?;
    connection.close().map_err(|(_, why)| why)?;
    pages::write_sums(&draft)?;
    fs::rename(&draft, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
}

/// Why a file got no sums.
#[derive(Debug)]
pub enum AddError {
    /// The database.
    Database(rusqlite::Error),
    /// The disk.
    Disk(io::Error),
}

impl From<rusqlite::Error> for AddError {
    fn from(why: rusqlite::Error) -> Self {
        Self::Database(why)
    }
}

impl From<io::Error> for AddError {
    fn from(why: io::Error) -> Self {
        Self::Disk(why)
    }
}

#[cfg(test)]
mod tests;
