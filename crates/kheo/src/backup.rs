//! `kheo backup` and `kheo restore`: an installation set aside while it runs, and brought back.
//!
//! A backup is a data folder: `kheo ledger check --data` proves it as it does any other.

use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use kheo_ledger::hexadecimal;
use kheo_store::files::Files;
use kheo_store::ledger::transfer::{copy, snapshot};
use kheo_store::ledger::{last, named_files, root};
use kheo_store::{Database, Db};
use kheo_words::Tongue;

use crate::command_line::{Backup, DataFolder, Restore};
use crate::failure::Failure;
use crate::folder::{self, Held, Installation};
use crate::log_folder::LogFolder;
use crate::terminal::{eprintln, println};
use crate::{ledger, randomness};

/// `kheo backup DIR`.
pub(crate) fn run(wanted: &Backup, tongue: Tongue<'_>) -> Result<(), Failure> {
    let from = folder::open_to_read(&wanted.at)?;
    let unwritable = |why| unwritable(&wanted.backup, &why);
    if wanted.backup.exists() {
        return Err(Failure::new("backup-exists").with("path", wanted.backup.display()));
    }
    // What lies there under its own name is whole.
    let name = wanted.backup.file_name().unwrap_or_default().to_string_lossy();
    let draft = wanted.backup.with_file_name(format!(".{name}.partial"));
    if draft.exists() {
        fs::remove_dir_all(&draft).map_err(unwritable)?;
    }
    let above = wanted.backup.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(above).map_err(unwritable)?;
    // It holds all personal data, and the key.
    DirBuilder::new().mode(0o700).create(&draft).map_err(unwritable)?;
    let draft_at = DataFolder { data: draft.clone(), database: None };
    // The log first: what is signed meanwhile is in the database that is copied after it.
    LogFolder::of(&wanted.at.data).copy_to(&LogFolder::of(&draft))?;
    snapshot(&from.db, &folder::file_in(&draft), randomness::salts())?;
    if from.demonstration {
        folder::copy_mark(&wanted.at.data, &draft).map_err(unwritable)?;
    }
    let to = folder::open_to_read(&draft_at)?;
    copy_files(&to.db, &from.files, &to.files)?;
    ledger::check_with(&draft_at, None, &[], tongue)?;
    let told = told(&to, &wanted.backup, "backed-up", tongue)?;
    drop(to);
    File::open(&draft).and_then(|folder| folder.sync_all()).map_err(unwritable)?;
    fs::rename(&draft, &wanted.backup).map_err(unwritable)?;
    println(&told);
    Ok(())
}

/// `kheo restore DIR`.
pub(crate) fn restore(wanted: &Restore, tongue: Tongue<'_>) -> Result<(), Failure> {
    let backup = DataFolder { data: wanted.backup.clone(), database: None };
    let from = folder::open_to_read(&backup)?;
    ledger::check_with(&backup, None, &[], tongue)?;
    let held = Held::take_empty(&wanted.at)?;
    let restored = restored(&from, &wanted.backup, &held, tongue);
    if restored.is_err()
        && let Err(left) = held.give_up()
    {
        eprintln(&left.in_words(tongue));
    }
    println(&restored?);
    Ok(())
}

fn restored(
    from: &Installation,
    backup: &Path,
    held: &Held,
    tongue: Tongue<'_>,
) -> Result<String, Failure> {
    let not_empty = || Failure::new("target-not-empty").with("path", held.database());
    if let Database::File(file) = held.database() {
        if file.exists() {
            return Err(not_empty());
        }
        snapshot(&from.db, file, randomness::salts())?;
    }
    let to = held.open()?;
    if held.database().is_shared() {
        if to.db.read_now(last)?.is_some() {
            return Err(not_empty());
        }
        copy(&from.db, &to.db)?;
    }
    copy_files(&from.db, &from.files, &to.files)?;
    LogFolder::of(backup).copy_to(&held.log())?;
    if from.demonstration {
        folder::copy_mark(backup, held.folder()).map_err(|why| unwritable(backup, &why))?;
    }
    told(&to, held.folder(), "restored", tongue)
}

/// Copies every file that an entry names, each proved to be what it was. What is missing stays missing:
/// the check after it names it.
fn copy_files(named: &Db, from: &Files, to: &Files) -> Result<(), Failure> {
    for hash in named_files(named)? {
        to.take_from(from, &hash)?;
    }
    Ok(())
}

/// What was moved: how many entries, and the root of the tree over them.
pub(crate) fn told(
    installation: &Installation,
    to: &Path,
    key: &str,
    tongue: Tongue<'_>,
) -> Result<String, Failure> {
    let (entries, root) =
        installation.db.read_now(|r| Ok((kheo_store::ledger::count(r)?, root(r)?)))?;
    let (path, entries, root) = (to.display().to_string(), entries.to_string(), hexadecimal(&root));
    Ok(tongue.say_with(key, &[("path", &path), ("entries", &entries), ("root", &root)]))
}

fn unwritable(path: &Path, why: &std::io::Error) -> Failure {
    Failure::new("unwritable").with("path", path.display()).with("why", why)
}
