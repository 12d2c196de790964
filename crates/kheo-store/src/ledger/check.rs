//! Proves that nobody changed the ledger or the read tables behind the program's back.

use std::fmt;

use rusqlite::Connection;

use crate::db::SCHEMA;
use crate::ledger::tables::TABLES;
use crate::project::project;
use crate::sql::line;
use crate::{Db, Reader, StoreError, Tx, entry};

/// What was changed, and where.
#[derive(Debug, thiserror::Error)]
pub enum Damage {
    /// An entry is not there.
    #[error("entry {seq} is missing")]
    Missing {
        /// Its place in the ledger.
        seq: u64,
    },
    /// An entry does not say what it said when it was written.
    #[error("entry {seq} was changed after it was written")]
    Changed {
        /// Its place in the ledger.
        seq: u64,
    },
    /// An entry makes no sense to this program.
    #[error("entry {seq} cannot be read: {why}")]
    Unreadable {
        /// Its place in the ledger.
        seq: u64,
        /// What the reader stumbled over.
        why: StoreError,
    },
    /// A read table does not say what the ledger says.
    #[error("the table `{table}` differs from the ledger at the row {row}")]
    Differs {
        /// The table.
        table: &'static str,
        /// The row, by its key and the entry it comes from.
        row: Place,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The beginning of the row that differs: its key. Nothing of what it says is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(String);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Damage {
    /// The stable word for it; the words for people, with what to do next, are found by it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "missing",
            Self::Changed { .. } => "changed",
            Self::Unreadable { .. } => "unreadable",
            Self::Differs { .. } => "differs",
            Self::Store(why) => why.code(),
        }
    }
}

/// Reads the whole ledger, proves every entry against its commitment, makes the read tables in
/// memory and compares them with those of the database; answers how many entries there are.
///
/// # Errors
/// [`Damage`], the first that is found.
pub fn check(db: &Db) -> Result<u64, Damage> {
    db.read_now(|r| Ok(examine(r)))?
}

fn examine(r: &Reader<'_>) -> Result<u64, Damage> {
    let scratch = Connection::open_in_memory().map_err(StoreError::from)?;
    scratch.execute_batch(SCHEMA).map_err(StoreError::from)?;
    scratch.set_prepared_statement_cache_capacity(256);
    let mut no_salts = || [0; 32];
    let mut tx = Tx::on(&scratch, &mut no_salts);
    let entries = replay(r, &mut tx)?;
    compare(r, &tx)?;
    Ok(entries)
}

const BATCH: u64 = 1000;

fn replay(r: &Reader<'_>, tx: &mut Tx<'_>) -> Result<u64, Damage> {
    let mut done = 0;
    loop {
        let batch = entry::after(r, done, BATCH)?;
        if batch.is_empty() {
            return Ok(done);
        }
        for stored in batch {
            done += 1;
            if stored.seq != done {
                return Err(Damage::Missing { seq: done });
            }
            if !stored.is_unchanged() {
                return Err(Damage::Changed { seq: done });
            }
            let unreadable = |why| Damage::Unreadable { seq: done, why };
            let entry = stored.entry().map_err(unreadable)?;
            project(tx, &entry).map_err(unreadable)?;
        }
    }
}

fn compare(live: &Reader<'_>, made: &Reader<'_>) -> Result<(), Damage> {
    for table in &TABLES {
        let live = live.rows(table.show, &[], line)?;
        let made = made.rows(table.show, &[], line)?;
        let first = (0..live.len().max(made.len())).find(|at| live.get(*at) != made.get(*at));
        if let Some(at) = first {
            let row = live.get(at).or(made.get(at)).map_or("", String::as_str);
            let key: Vec<&str> = row.split(" | ").take(2).collect();
            return Err(Damage::Differs { table: table.name, row: Place(key.join(", ")) });
        }
    }
    Ok(())
}
