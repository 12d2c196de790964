//! Small files beside the database that are whole or not there: keys, and what was signed or seen last.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

use crate::failure::Failure;

/// What the group and all others may do with a file.
const OTHERS: u32 = 0o077;

/// The text of a file; nothing when it is not there.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn read(file: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        Err(why) => Err(unreadable(file, &why)),
    }
}

/// The text of a file that holds a secret; nothing when it is not there.
///
/// # Errors
/// When it cannot be read, or others than its owner may.
pub(crate) fn read_secret(file: &Path) -> Result<Option<String>, Failure> {
    let Some(text) = read(file)? else { return Ok(None) };
    let mode = fs::metadata(file).map_err(|why| unreadable(file, &why))?.permissions().mode();
    if mode & OTHERS == 0 {
        return Ok(Some(text));
    }
    let mode = format!("{:03o}", mode & 0o777);
    Err(Failure::new("secret-open").with("path", file.display()).with("mode", mode))
}

/// Writes a file that nobody but the account of the program may read, whole or not at all; it is on disk when
/// this returns.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn keep(folder: &Path, name: &str, text: &str) -> Result<(), Failure> {
    replace(folder, name, text).map_err(|why| {
        Failure::new("unwritable").with("path", folder.join(name).display()).caused_by(why)
    })
}

/// [`keep`] for who says otherwise that it failed.
///
/// # Errors
/// Those of the disk.
pub(crate) fn replace(folder: &Path, name: &str, text: &str) -> std::io::Result<()> {
    let draft = folder.join(draft_of(name));
    if draft.exists() {
        fs::remove_file(&draft)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(&draft, folder.join(name))?;
    File::open(folder)?.sync_all()
}

/// Where a file is written before it takes its place.
fn draft_of(name: &str) -> String {
    format!(".{name}")
}

fn unreadable(file: &Path, why: &std::io::Error) -> Failure {
    Failure::new("unreadable").with("path", file.display()).caused_by(why)
}
