//! `kheo backup` and `kheo restore`: an installation set aside while it runs, and brought back.
//!
//! A backup is a data folder: `kheo ledger check --data` proves it as it does any other.

use std::fs::{self, File};
use std::path::Path;
use std::process::ExitCode;

use kheo_ledger::hexadecimal;
use kheo_store::files::Files;
use kheo_store::ledger::transfer::{copy, snapshot};
use kheo_store::ledger::{count, last, named_files, root};
use kheo_store::{Database, Db, StoreError};
use kheo_words::Tongue;

use crate::command_line::{Backup, DataFolder, Restore};
use crate::failure::Failure;
use crate::folder::{self, Held, Installation, unwritable};
use crate::ledger::{files_are_whole, ledger_is_whole, log_is_whole};
use crate::log_folder::LogFolder;
use crate::randomness;
use crate::terminal::{eprintln, println};

/// What is added to the name of a backup in which attached files are missing.
const INCOMPLETE: &str = ".incomplete";

/// `kheo backup DIR`: ends with 1 when attached files were damaged before. What is left is kept under another name,
/// so that a backup under its own name is whole.
pub(crate) fn run(wanted: &Backup, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let from = folder::open_to_read(&wanted.at)?;
    let failed = |why| unwritable(&wanted.backup, &why);
    let name = wanted.backup.file_name().unwrap_or_default().to_string_lossy();
    let incomplete = wanted.backup.with_file_name(format!("{name}{INCOMPLETE}"));
    if let Some(there) = [&wanted.backup, &incomplete].into_iter().find(|path| path.exists()) {
        return Err(Failure::new("backup-exists").with("path", there.display()));
    }
    // What lies there under its own name is whole.
    let draft = wanted.backup.with_file_name(format!(".{name}.partial"));
    let remove = || if draft.exists() { fs::remove_dir_all(&draft) } else { Ok(()) };
    remove().map_err(failed)?;
    let written = written(&from, &wanted.at.data, &draft, tongue);
    let Ok(copy) = written else {
        remove().map_err(failed)?;
        return written.map(|_| ExitCode::FAILURE);
    };
    let code = whole(&copy, tongue);
    let is_whole = code == ExitCode::SUCCESS;
    let (path, key) = if is_whole {
        (&wanted.backup, "backed-up")
    } else {
        (&incomplete, "backed-up-incomplete")
    };
    let told = told(&copy, path, key, tongue)?;
    drop(copy);
    fs::rename(&draft, path).map_err(failed)?;
    let above = draft.parent().filter(|above| !above.as_os_str().is_empty());
    File::open(above.unwrap_or(Path::new(".")))
        .and_then(|above| above.sync_all())
        .map_err(failed)?;
    println(&told);
    Ok(code)
}

/// Writes a copy of the installation whose folder is `data` into `draft`, and proves its ledger.
fn written(
    from: &Installation,
    data: &Path,
    draft: &Path,
    tongue: Tongue<'_>,
) -> Result<Installation, Failure> {
    let failed = |why| unwritable(draft, &why);
    // It holds all personal data, and the key.
    folder::make_private(draft).map_err(failed)?;
    folder::make_private(&folder::files_in(draft)).map_err(failed)?;
    // The log first: what is signed meanwhile is in the database that is copied after it.
    LogFolder::of(data).copy_to(&LogFolder::of(draft))?;
    snapshot(&from.db, &folder::file_in(draft), randomness::salts())?;
    if from.demonstration {
        folder::copy_mark(data, draft).map_err(failed)?;
    }
    let at = DataFolder { data: draft.to_owned(), database: None, files: None };
    let copy = folder::open_to_read(&at)?;
    copy_files(&copy.db, &from.files, &copy.files)?;
    let entries = ledger_is_whole(&copy, tongue)?;
    log_is_whole(&at, &copy, None, entries, tongue)?;
    File::open(draft).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(copy)
}

/// `kheo restore DIR`: ends with 1 when attached files are missing in the backup.
pub(crate) fn restore(wanted: &Restore, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    let backup = DataFolder { data: wanted.backup.clone(), database: None, files: None };
    let from = folder::open_to_read(&backup)?;
    let entries = ledger_is_whole(&from, tongue)?;
    log_is_whole(&backup, &from, None, entries, tongue)?;
    let held = Held::take_empty(&wanted.at)?;
    let restored = restored(&from, &wanted.backup, &held);
    if restored.is_err()
        && let Err(left) = held.give_up()
    {
        eprintln(&left.in_words(tongue));
    }
    let to = restored?;
    println(&told(&to, held.folder(), "restored", tongue)?);
    Ok(whole(&to, tongue))
}

/// Brings the backup back; the database comes last, so that what fails before leaves it empty.
fn restored(from: &Installation, backup: &Path, held: &Held) -> Result<Installation, Failure> {
    let not_empty = || Failure::new("target-not-empty").with("path", held.database());
    match held.database() {
        Database::File(file) if file.exists() => return Err(not_empty()),
        Database::File(file) => snapshot(&from.db, file, randomness::salts())?,
        Database::Server(_) => {}
    }
    let to = held.open()?;
    copy_files(&from.db, &from.files, &to.files)?;
    LogFolder::of(backup).copy_to(&held.log())?;
    if from.demonstration {
        folder::copy_mark(backup, held.folder()).map_err(|why| unwritable(backup, &why))?;
    }
    if held.database().is_shared() {
        if to.db.read_now(last)?.is_some() {
            return Err(not_empty());
        }
        copy(&from.db, &to.db)?;
    }
    held.mark_places()?;
    Ok(to)
}

/// Copies every file that an entry names, each proved to be what it was; what is missing or changed is left
/// out.
fn copy_files(named: &Db, from: &Files, to: &Files) -> Result<(), Failure> {
    for hash in named_files(named)? {
        match to.take_from(from, &hash) {
            Ok(_) | Err(StoreError::ChangedFile { .. }) => {}
            Err(why) => return Err(why.into()),
        }
    }
    Ok(())
}

/// How a command ends that moved an installation: with 1, and the names of the attached files that did not
/// come along, when there are any.
pub(crate) fn whole(installation: &Installation, tongue: Tongue<'_>) -> ExitCode {
    match files_are_whole(installation, tongue) {
        Ok(()) => ExitCode::SUCCESS,
        Err(damaged) => {
            eprintln(&damaged.in_words(tongue));
            ExitCode::from(1)
        }
    }
}

/// What was moved: how many entries, and the root of the tree over them.
pub(crate) fn told(
    installation: &Installation,
    to: &Path,
    key: &str,
    tongue: Tongue<'_>,
) -> Result<String, Failure> {
    let (entries, root) = installation.db.read_now(|r| Ok((count(r)?, root(r)?)))?;
    let (path, entries, root) = (to.display().to_string(), entries.to_string(), hexadecimal(&root));
    Ok(tongue.say_with(key, &[("path", &path), ("entries", &entries), ("root", &root)]))
}
