//! The ledger as a whole: proving that it is unchanged, making the read tables anew.

mod attached;
mod check;
mod compare;
mod tables;
pub mod transfer;
mod unnamed;

use jiff::Timestamp;
use kheo_ledger::log::{Edge, Hash, leaf_hash};

pub use attached::{DamagedFile, check_files, missing_files, named_files};
pub use check::{Damage, check, check_telling};
pub use tables::dump;
pub(crate) use unnamed::is_named;
pub use unnamed::{Unnamed, remove_unnamed, unnamed};

use crate::sql::values;
use crate::{Db, Reader, StoreError, log};

/// How many entries are read at a time.
const BATCH: u64 = 1000;

/// Makes the read tables again from the ledger, in one transaction, those that are missing or of an
/// older schema too;
/// answers how many entries were read.
///
/// # Errors
/// [`Damage`] when the ledger itself is not whole: then the tables are as they were, for what they
/// say may be all that is left of an entry.
pub fn rebuild(db: &Db) -> Result<u64, Damage> {
    db.write_now(|tx| {
        let gone = tx.make_missing_tables()?;
        let named = check::named(tx)?.max(gone);
        for table in tables::TABLES {
            tx.run(table.empty, &[])?;
        }
        tx.change_units();
        let last = check::replay(tx)?;
        if named > last { Err(Damage::CutOff { last, named }) } else { Ok(last) }
    })
}

const COUNT: &str = "SELECT COUNT(*) FROM entries";

/// How many entries the ledger has.
///
/// # Errors
/// [`StoreError`].
pub fn count(r: &Reader<'_>) -> Result<u64, StoreError> {
    Ok(r.row(COUNT, &[], |row| row.count(0))?.unwrap_or(0))
}

/// The root of the Merkle tree (RFC 6962) over all entries, whether or not they have entered the log: two
/// installations with the same root have the same ledger.
///
/// # Errors
/// [`StoreError`].
pub fn root(r: &Reader<'_>) -> Result<Hash, StoreError> {
    let mut edge = Edge::default();
    loop {
        let next = log::commitments_after(r, edge.size())?;
        if next.is_empty() {
            return Ok(edge.root());
        }
        for commitment in &next {
            edge.push(leaf_hash(commitment));
        }
        edge.take_changed();
    }
}

const LAST_ENTRY: &str = "SELECT MAX(seq) FROM entries";

/// The place of the last entry; nothing while the ledger is empty.
///
/// # Errors
/// [`StoreError`].
pub fn last(r: &Reader<'_>) -> Result<Option<u64>, StoreError> {
    r.row(LAST_ENTRY, &[], |row| row.maybe_count(0)).map(Option::flatten)
}

const LAST_COMMITMENT: &str = "
    SELECT seq, commitment FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)";

/// The last entry: its place, and what it is known by; nothing while the ledger is empty.
///
/// # Errors
/// [`StoreError`].
pub fn last_commitment(r: &Reader<'_>) -> Result<Option<(u64, Hash)>, StoreError> {
    r.row(LAST_COMMITMENT, &[], |row| Ok((row.count(0)?, row.hash(1)?)))
}

const COMMITMENT: &str = "SELECT commitment FROM entries WHERE seq = $1";

/// What the entry at a place is known by; nothing when there is none.
///
/// # Errors
/// [`StoreError`].
pub fn commitment_of(r: &Reader<'_>, seq: u64) -> Result<Option<Hash>, StoreError> {
    r.row(COMMITMENT, values![seq], |row| row.hash(0))
}

const LAST: &str = "SELECT recorded_at FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)";

/// When the last entry was recorded; nothing while the ledger is empty.
///
/// # Errors
/// [`StoreError`].
pub fn last_recorded_at(r: &Reader<'_>) -> Result<Option<Timestamp>, StoreError> {
    r.row(LAST, &[], |row| row.parsed(0))
}

#[cfg(test)]
pub(crate) const SQL: &[(&str, &[&str])] = &[
    ("ledger.rs", &[COUNT, LAST_ENTRY, LAST_COMMITMENT, COMMITMENT, LAST]),
    ("ledger/attached.rs", attached::SQL),
    ("ledger/check.rs", check::SQL),
    ("ledger/transfer.rs", transfer::SQL),
    ("ledger/unnamed.rs", unnamed::SQL),
];

#[cfg(test)]
pub(crate) fn of_tables() -> impl Iterator<Item = &'static str> {
    tables::TABLES.iter().flat_map(|table| [table.empty, table.show].into_iter().chain(table.all))
}
