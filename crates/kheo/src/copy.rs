//! `kheo copy`: moves an installation to another database, and proves that it arrived whole.

use std::path::Path;

use kheo_store::ledger::{last, root, transfer};
use kheo_store::{Database, Db};
use kheo_words::Tongue;

use crate::command_line::Copy;
use crate::failure::Failure;
use crate::terminal::println;
use crate::{folder, randomness};

/// Runs `kheo copy`. The data folder stays where it is: its files and its key go with the new database, and
/// no command goes on with the file that is left in it unless it is named.
pub(crate) fn run(wanted: &Copy, tongue: Tongue<'_>) -> Result<(), Failure> {
    let home = home(&wanted.source);
    // Whoever serves a file would go on writing to it.
    let _lock = home.map(folder::lock).transpose()?;
    if let Database::File(file) = &wanted.source
        && !file.is_file()
    {
        return Err(Failure::new("no-installation").with("path", &wanted.source));
    }
    for database in [&wanted.source, &wanted.target] {
        if database.is_in_use()? {
            return Err(Failure::new("server-in-use").with("path", database));
        }
    }
    let [from, to] = [&wanted.source, &wanted.target];
    let [from, to] = [Db::open_to_read(from)?, Db::open(to, randomness::salts())?];
    if to.read_now(last)?.is_some() {
        return Err(Failure::new("target-not-empty").with("path", &wanted.target));
    }
    transfer::copy(&from, &to)?;
    let entries = kheo_store::ledger::check(&to)?;
    let [before, after] = [from.read_now(root)?, to.read_now(root)?];
    if before != after {
        let failure = Failure::new("copy-differs").with("from", &wanted.source);
        return Err(failure.with("to", &wanted.target));
    }
    if let (Some(home), Database::Server(_)) = (home, &wanted.target)
        && wanted.source.to_string() == folder::file_in(home).display().to_string()
    {
        folder::mark_server(home, &wanted.target)?;
    }
    let (path, entries) = (wanted.target.to_string(), entries.to_string());
    let root = kheo_ledger::hexadecimal(&after);
    let variables = [("path", path.as_str()), ("entries", &entries), ("root", &root)];
    println(&tongue.say_with("copied", &variables));
    Ok(())
}

/// The folder that the file of a database lies in.
fn home(database: &Database) -> Option<&Path> {
    let Database::File(file) = database else { return None };
    file.parent().map(|home| if home.as_os_str().is_empty() { Path::new(".") } else { home })
}
