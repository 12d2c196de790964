//! `kheo ledger`: proves that nothing was changed or lost, and makes the read tables anew.

use kheo_core::id::CaseCode;
use kheo_ledger::log::{VerifierKey, WitnessKey};
use kheo_store::ledger::DamagedFile;
use kheo_store::log::LastSeen;
use kheo_store::sealing::LostKey;
use kheo_words::Tongue;

use crate::command_line::{CheckLedger, DataFolder};
use crate::failure::Failure;
use crate::folder::{self, Held, Installation};
use crate::log_folder::LogFolder;
use crate::terminal::{Progress, println};

/// `kheo ledger check`. What the disk changed is named by its pages, also where it cannot be read at all.
pub(crate) fn check(wanted: &CheckLedger, tongue: Tongue<'_>) -> Result<(), Failure> {
    checked(wanted, tongue).map_err(|why| match folder::damaged_pages(&wanted.at) {
        Ok(pages) if !pages.is_empty() => Failure::of_pages(&pages),
        _ => why,
    })
}

fn checked(wanted: &CheckLedger, tongue: Tongue<'_>) -> Result<(), Failure> {
    let installation = folder::open_to_read(&wanted.at)?;
    let entries = ledger_is_whole(&installation, tongue)?;
    files_are_whole(&installation, tongue)?;
    keys_are_kept(&installation, tongue)?;
    println(&tongue.say_with("ledger-checked", &[("entries", &entries.to_string())]));
    if log_is_whole(&wanted.at, &installation, wanted.key.as_ref(), entries, tongue)? {
        let seen = installation.db.read_now(kheo_store::log::witnesses)?;
        for line in witnesses(&wanted.witness, &seen, tongue) {
            println(&line);
        }
    }
    let unnamed = kheo_store::ledger::unnamed(&installation.db, &installation.files)?;
    if unnamed.files > 0 {
        let (files, kilobytes) = (unnamed.files.to_string(), unnamed.bytes.div_ceil(1024));
        let variables = [("files", files.as_str()), ("kilobytes", &kilobytes.to_string())];
        println(&tongue.say_with("ledger-unnamed", &variables));
    }
    Ok(())
}

/// Proves every entry and every read table; answers how many entries there are.
pub(crate) fn ledger_is_whole(
    installation: &Installation,
    tongue: Tongue<'_>,
) -> Result<u64, Failure> {
    let all = installation.db.read_now(kheo_store::ledger::count)?;
    Ok(watched("ledger-checking", all, tongue, |done| {
        kheo_store::ledger::check_telling(&installation.db, done)
    })?)
}

/// Refuses an installation with attached files that are missing or changed, and names them.
pub(crate) fn files_are_whole(
    installation: &Installation,
    tongue: Tongue<'_>,
) -> Result<(), Failure> {
    let damaged = kheo_store::ledger::check_files(&installation.db, &installation.files)?;
    if damaged.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = damaged.iter().map(|file| told(file, tongue)).collect();
    let failure = Failure::new("files-damaged").with("count", list.len());
    Err(failure.with("list", list.join("\n    ")))
}

/// Refuses an installation that lost keys for sealed identities, and names them.
fn keys_are_kept(installation: &Installation, tongue: Tongue<'_>) -> Result<(), Failure> {
    let keys = installation.db.read_now(kheo_store::sealing::lost_keys)?;
    if keys.is_empty() {
        return Ok(());
    }
    let line = |key: &LostKey| {
        let said = if key.changed { "seal-key-changed" } else { "seal-key-missing" };
        tongue.say_with(said, &[("post", key.post.as_str()), ("recipient", &key.recipient)])
    };
    let list: Vec<String> = keys.iter().map(line).collect();
    let failure = Failure::new("sealing-keys-lost").with("count", list.len());
    Err(failure.with("list", list.join("\n    ")))
}

/// Does `work` while a line says how many of `all` entries it is done with.
fn watched<T>(
    line: &str,
    all: u64,
    tongue: Tongue<'_>,
    work: impl FnOnce(&mut dyn FnMut(u64)) -> T,
) -> T {
    let mut progress = Progress::begin();
    let all = all.to_string();
    let mut last = None;
    let worked = work(&mut |done| {
        let step = done / STEP;
        if last != Some(step) {
            last = Some(step);
            let variables = [("done", &*done.to_string()), ("all", &all)];
            progress.show(|| tongue.say_with(line, &variables));
        }
    });
    progress.end();
    worked
}

/// Proves the log with `key`, or else with the one of the folder, and says how many of the `entries` wait to
/// enter it; answers whether it has begun.
pub(crate) fn log_is_whole(
    at: &DataFolder,
    installation: &Installation,
    key: Option<&VerifierKey>,
    entries: u64,
    tongue: Tongue<'_>,
) -> Result<bool, Failure> {
    let folder = LogFolder::of(&at.data);
    let own = key.map_or_else(|| folder.verifier(&installation.db), |key| Ok(Some(key.clone())))?;
    let Some(key) = own else { return Ok(false) };
    let anchor = folder.anchor()?;
    let size = watched("log-checking", entries, tongue, |done| {
        kheo_store::log::check_telling(&installation.db, &key, anchor.as_ref(), done)
    })?;
    let checkpoints = installation.db.read_now(kheo_store::log::kept)?.len();
    let [size, checkpoints, waiting] =
        [size.to_string(), checkpoints.to_string(), entries.saturating_sub(size).to_string()];
    let variables = [("size", &*size), ("checkpoints", &checkpoints), ("waiting", &waiting)];
    println(&tongue.say_with("log-checked", &variables));
    Ok(true)
}

/// What each witness last saw of the log: those that were named, and those whose keys only the data tell.
fn witnesses(named: &[WitnessKey], seen: &[LastSeen], tongue: Tongue<'_>) -> Vec<String> {
    let line = |key: &str, last: &LastSeen| {
        let (size, at) = (last.size.to_string(), tongue.told_at(last.at));
        let witness = last.witness.name();
        tongue.say_with(key, &[("witness", witness), ("size", &size), ("at", &at)])
    };
    let of_named = named.iter().map(|key| {
        seen.iter().find(|last| last.witness == *key).map_or_else(
            || tongue.say_with("ledger-never-witnessed", &[("witness", key.name())]),
            |last| line("ledger-witnessed", last),
        )
    });
    let others = seen.iter().filter(|last| !named.contains(&last.witness));
    of_named.chain(others.map(|last| line("ledger-witnessed-unnamed", last))).collect()
}

/// After how many entries the line of progress is written anew.
const STEP: u64 = 5000;

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
