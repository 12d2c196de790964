//! The folder an installation lives in: its database and its attached files.

use std::fs;
use std::path::{Path, PathBuf};

use kheo_store::files::Files;
use kheo_store::{Db, StoreError, WriteError};

use crate::failure::Failure;
use crate::randomness;

const DATABASE: &str = "kheo.db";
const FILES: &str = "files";
const MARK: &str = "DEMONSTRATION";

/// An open installation.
pub(crate) struct Installation {
    pub(crate) db: Db,
    pub(crate) files: Files,
    /// Whether its folder is marked as that of a demonstration.
    pub(crate) demonstration: bool,
}

/// Opens the installation in `folder`.
///
/// # Errors
/// When there is none, or what is there belongs to another program.
pub(crate) fn open(folder: &Path) -> Result<Installation, Failure> {
    if !database(folder).is_file() {
        return Err(Failure::new("no-installation").with("path", folder.display()));
    }
    open_or_create(folder)
}

/// Opens the installation in `folder`, or begins one there.
///
/// # Errors
/// When the folder cannot be written, or what is there belongs to another program.
pub(crate) fn open_or_create(folder: &Path) -> Result<Installation, Failure> {
    randomness::probe()?;
    fs::create_dir_all(folder).map_err(|why| unwritable(folder, why))?;
    let trial = folder.join(".kheo-trial");
    fs::write(&trial, b"")
        .and_then(|()| fs::remove_file(&trial))
        .map_err(|why| unwritable(folder, why))?;
    let db = Db::open(&database(folder), randomness::salts())?;
    let files = Files::in_folder(&folder.join(FILES))?;
    Ok(Installation { db, files, demonstration: folder.join(MARK).exists() })
}

/// Marks `folder` as that of a demonstration, for every program that serves it.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn mark_demonstration(folder: &Path) -> Result<(), Failure> {
    fs::write(folder.join(MARK), b"").map_err(|why| unwritable(folder, why))
}

/// Removes a demonstration: its database, its files and its mark, nothing else in the folder.
///
/// # Errors
/// When what is there is no demonstration, or cannot be removed.
pub(crate) fn remove_demonstration(folder: &Path) -> Result<(), Failure> {
    if !database(folder).exists() {
        return Ok(());
    }
    if !open(folder)?.demonstration {
        return Err(Failure::new("not-a-demonstration").with("path", folder.display()));
    }
    for name in [DATABASE, "kheo.db-wal", "kheo.db-shm", MARK] {
        let file = folder.join(name);
        if file.exists() {
            fs::remove_file(file).map_err(|why| unwritable(folder, why))?;
        }
    }
    let files = folder.join(FILES);
    if files.exists() {
        fs::remove_dir_all(files).map_err(|why| unwritable(folder, why))?;
    }
    Ok(())
}

fn unwritable(folder: &Path, why: std::io::Error) -> Failure {
    Failure::new("unwritable").with("path", folder.display()).with("why", why)
}

fn database(folder: &Path) -> PathBuf {
    folder.join(DATABASE)
}

impl From<StoreError> for Failure {
    fn from(why: StoreError) -> Self {
        match &why {
            StoreError::NotOurs { file } => Self::new("not-ours").with("path", file.display()),
            _ => Self::new("store").with("why", why),
        }
    }
}

impl From<WriteError> for Failure {
    fn from(why: WriteError) -> Self {
        match why {
            WriteError::Store(why) => why.into(),
            WriteError::Refused(why) => Self::new("refused").with("why", why),
        }
    }
}
