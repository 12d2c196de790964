//! `kheo ledger`: proves that nothing was changed or lost, and makes the read tables anew.

use kheo_core::id::CaseCode;
use kheo_store::ledger::DamagedFile;
use kheo_words::Tongue;

use crate::command_line::DataFolder;
use crate::failure::Failure;
use crate::folder::{self, Held, Installation};
use crate::log_folder::LogFolder;
use crate::terminal::println;

/// `kheo ledger check`.
pub(crate) fn check(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let installation = folder::open_to_read(wanted)?;
    let entries = kheo_store::ledger::check(&installation.db)?;
    let damaged = kheo_store::ledger::check_files(&installation.db, &installation.files)?;
    if !damaged.is_empty() {
        let list: Vec<String> = damaged.iter().map(|file| told(file, tongue)).collect();
        let failure = Failure::new("files-damaged").with("count", list.len());
        return Err(failure.with("list", list.join("\n    ")));
    }
    println(&tongue.say_with("ledger-checked", &[("entries", &entries.to_string())]));
    check_log(wanted, &installation, entries, tongue)?;
    let unnamed = kheo_store::ledger::unnamed(&installation.db, &installation.files)?;
    if unnamed.files > 0 {
        let (files, kilobytes) = (unnamed.files.to_string(), unnamed.bytes.div_ceil(1024));
        let variables = [("files", files.as_str()), ("kilobytes", &kilobytes.to_string())];
        println(&tongue.say_with("ledger-unnamed", &variables));
    }
    Ok(())
}

/// The log, where it has begun: that it is the ledger's, and how many entries wait to enter it.
fn check_log(
    wanted: &DataFolder,
    installation: &Installation,
    entries: u64,
    tongue: Tongue<'_>,
) -> Result<(), Failure> {
    let folder = LogFolder::of(&wanted.data);
    let Some(key) = folder.verifier(&installation.db)? else { return Ok(()) };
    let size = kheo_store::log::check(&installation.db, &key, folder.anchor()?.as_ref())?;
    let checkpoints = installation.db.read_now(kheo_store::log::kept)?.len();
    let [size, checkpoints, waiting] =
        [size.to_string(), checkpoints.to_string(), entries.saturating_sub(size).to_string()];
    let variables = [("size", &*size), ("checkpoints", &checkpoints), ("waiting", &waiting)];
    println(&tongue.say_with("log-checked", &variables));
    Ok(())
}

/// How many cases are named for one file.
const MOST_CASES: usize = 5;

fn told(file: &DamagedFile, tongue: Tongue<'_>) -> String {
    let key = if file.changed { "ledger-file-changed" } else { "ledger-file-missing" };
    let first: Vec<&str> = file.cases.iter().take(MOST_CASES).map(CaseCode::as_str).collect();
    let mut cases = first.join(", ");
    let more = file.cases.len() - first.len();
    if more > 0 {
        let variables = [("cases", cases.as_str()), ("more", &more.to_string())];
        cases = tongue.say_with("ledger-file-cases", &variables);
    }
    tongue.say_with(key, &[("hash", file.hash.as_str()), ("cases", &cases)])
}

/// `kheo ledger rebuild`.
pub(crate) fn rebuild(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(wanted)?;
    let installation = held.open_to_rebuild()?;
    let entries = kheo_store::ledger::rebuild(&installation.db)?;
    println(&tongue.say_with("ledger-rebuilt", &[("entries", &entries.to_string())]));
    Ok(())
}
