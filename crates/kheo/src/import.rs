//! Brings files of a folder into an installation: units, posts, figures, conclusions, tasks, cases.
//!
//! A folder is taken as a whole or not at all.

mod apply;
mod row;
mod source;

use std::sync::Arc;

use jiff::Timestamp;
use kheo_core::rules::Rules;
use kheo_store::Db;
use kheo_store::files::Files;
use kheo_words::Tongue;

use crate::clock::Clock;
use crate::command_line::Import;
use crate::failure::Failure;
use crate::terminal::println;
use crate::{folder, packs};

pub(crate) use apply::Counts;
pub(crate) use source::Source;

use row::Rows;

/// `kheo import FOLDER`.
pub(crate) fn run(wanted: &Import, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, _) = packs::load(&wanted.rules)?;
    let installation = folder::open_or_create(&wanted.data)?;
    let source = Source::of_folder(&wanted.folder)?;
    let rules = Arc::new(packs.rules);
    let now = Clock::true_time().now();
    let counts = load(&source, &rules, &installation.db, &installation.files, now)?;
    println(&counts.in_words(tongue));
    Ok(())
}

/// Brings everything in `source` in, at `now`, in one transaction.
///
/// # Errors
/// All rows that cannot be read, or the first that the rules refuse; then nothing was changed.
pub(crate) fn load(
    source: &Source,
    rules: &Arc<Rules>,
    db: &Db,
    files: &Files,
    now: Timestamp,
) -> Result<Counts, Failure> {
    let rows = Rows::read(source)?;
    let proofs = source.store_proofs(files)?;
    let rules = Arc::clone(rules);
    db.write_now(move |tx| apply::Importer::new(tx, &rules, &proofs, now).all(&rows))
}
