//! `kheo ledger`: proves that nothing was changed, and makes the read tables anew.

use kheo_words::Tongue;

use crate::command_line::DataFolder;
use crate::failure::Failure;
use crate::folder::{self, Held};
use crate::terminal::println;

/// `kheo ledger check`.
pub(crate) fn check(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let installation = folder::open_to_read(&wanted.data)?;
    let entries = kheo_store::ledger::check(&installation.db)?;
    println(&tongue.say_with("ledger-checked", &[("entries", &entries.to_string())]));
    Ok(())
}

/// `kheo ledger rebuild`.
pub(crate) fn rebuild(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(&wanted.data)?;
    let installation = held.open()?;
    let entries = kheo_store::ledger::rebuild(&installation.db)?;
    println(&tongue.say_with("ledger-rebuilt", &[("entries", &entries.to_string())]));
    Ok(())
}
