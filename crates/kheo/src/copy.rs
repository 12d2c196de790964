//! `kheo copy`: moves an installation to another database, and proves that it arrived whole.

use std::path::Path;

use kheo_store::ledger::{root, transfer};
use kheo_store::{Database, Db};
use kheo_words::Tongue;

use crate::command_line::{Copy, DataFolder};
use crate::failure::Failure;
use crate::folder::Held;
use crate::randomness;
use crate::terminal::println;

/// Runs `kheo copy`. The data folder stays where it is: its files and its key go with the new database, and
/// no command goes on with the file that is left in it unless it is named.
pub(crate) fn run(wanted: &Copy, tongue: Tongue<'_>) -> Result<(), Failure> {
    // Whoever serves a file would go on writing to it.
    let held = match &wanted.source {
        Database::File(file) => {
            let data = file.parent().unwrap_or(Path::new(".")).to_owned();
            Some(Held::take(&DataFolder { data, database: Some(wanted.source.clone()) })?)
        }
        Database::Server(_) => None,
    };
    let [from, to] = [&wanted.source, &wanted.target];
    let [from, to] = [Db::open(from, randomness::salts())?, Db::open(to, randomness::salts())?];
    if to.read_now(kheo_store::ledger::last)?.is_some() {
        return Err(Failure::new("target-not-empty").with("path", &wanted.target));
    }
    transfer::copy(&from, &to)?;
    let entries = kheo_store::ledger::check(&to)?;
    let [before, after] = [from.read_now(root)?, to.read_now(root)?];
    if before != after {
        return Err(Failure::new("copy-differs")
            .with("from", &wanted.source)
            .with("to", &wanted.target));
    }
    if let Some(held) = held {
        held.mark_server(&wanted.target)?;
    }
    let (path, entries) = (wanted.target.to_string(), entries.to_string());
    let root = kheo_ledger::hexadecimal(&after);
    let variables = [("path", path.as_str()), ("entries", &entries), ("root", &root)];
    println(&tongue.say_with("copied", &variables));
    Ok(())
}
