//! What other accounts of the machine may do with a folder: nothing.

use std::fs::{self, DirBuilder, Permissions};
use std::io::ErrorKind;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::Path;

use kheo_store::Database;

use super::{beside, files_in};

/// Makes a folder in which only the account of the program may read.
pub(crate) fn make_private(folder: &Path) -> std::io::Result<()> {
    if let Some(above) = folder.parent() {
        fs::create_dir_all(above)?;
    }
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(why) if why.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        made => made,
    }
}

/// Takes the rights of other accounts at a folder, its files and its database away, as far as this account may.
pub(super) fn make_others_stay_out(folder: &Path, database: &Database) {
    let only_owner = |path: &Path, mode: u32| {
        let now = fs::metadata(path).map(|found| found.permissions().mode() & 0o777);
        if now.is_ok_and(|now| now & !mode != 0) {
            let _ = fs::set_permissions(path, Permissions::from_mode(mode));
        }
    };
    for path in [folder, &files_in(folder)] {
        only_owner(path, 0o700);
    }
    if let Database::File(file) = database {
        for file in beside(file) {
            only_owner(&file, 0o600);
        }
    }
}
