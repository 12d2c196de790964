//! The transparency log over the ledger: its tiles and its checkpoints.
//!
//! Nothing here is a read table: the tiles follow from the ledger, but a checkpoint was signed and may be
//! in the hands of others, so it stays.

mod check;
mod cosigned;
mod evidence;
mod sequence;

use kheo_ledger::log::{Hash, Note, TILE, Tile, Tiles};

pub use check::{LogDamage, check, check_telling};
pub use cosigned::{
    Cosigned, LastSeen, Untaken, cosigned, is_news, take, with_cosignatures, witnesses,
};
pub use evidence::{Receipt, holds, receipt, registered};
pub use sequence::{MOST, is_behind, sequence};
pub(crate) use sequence::{commitments_after, make_tiles};

use crate::sql::{NOT_OUR_FORM, unreadable, values};
use crate::{Reader, StoreError};

/// A checkpoint of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many entries the log had.
    pub size: u64,
    /// What was signed of it, with the signatures.
    pub note: Note,
}

const HEAD: &str = "SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1";

/// The newest checkpoint; nothing before the first.
///
/// # Errors
/// [`StoreError`].
pub fn head(r: &Reader<'_>) -> Result<Option<Head>, StoreError> {
    r.row(HEAD, &[], |row| Ok(Head { size: row.count(0)?, note: row.parsed(1)? }))
}

const KEPT: &str = "SELECT size, note FROM checkpoints ORDER BY size";

/// Every checkpoint that is kept, the oldest first.
///
/// # Errors
/// [`StoreError`].
pub fn kept(r: &Reader<'_>) -> Result<Vec<Head>, StoreError> {
    r.rows(KEPT, &[], |row| Ok(Head { size: row.count(0)?, note: row.parsed(1)? }))
}

const HASHES: &str = "SELECT hashes FROM log_tiles WHERE level = $1 AND place = $2";

/// The tiles of the log as the database keeps them.
pub struct KeptTiles<'r, 'c>(pub &'r Reader<'c>);

impl Tiles for KeptTiles<'_, '_> {
    type Error = StoreError;

    fn hashes(&mut self, tile: Tile) -> Result<Vec<Hash>, StoreError> {
        let bytes = hashes(self.0, tile)?.ok_or_else(|| unreadable(0, NOT_OUR_FORM))?;
        let (hashes, rest) = bytes.as_chunks::<32>();
        if rest.is_empty() { Ok(hashes.to_vec()) } else { Err(unreadable(0, NOT_OUR_FORM)) }
    }
}

/// The hashes of a tile one after the other; nothing when the log has no such tile yet.
///
/// # Errors
/// [`StoreError`].
pub fn hashes(r: &Reader<'_>, tile: Tile) -> Result<Option<Vec<u8>>, StoreError> {
    r.row(HASHES, values![u64::from(tile.level), tile.index], |row| row.bytes(0))
}

const COMMITMENTS: &str = "
    SELECT commitment FROM entries WHERE seq > $1 ORDER BY seq LIMIT $2";

/// The entries behind the first `width` hashes of the tile `index` of level 0: their commitments.
///
/// # Errors
/// [`StoreError`].
pub fn entries(r: &Reader<'_>, index: u64, width: u64) -> Result<Vec<[u8; 32]>, StoreError> {
    r.rows(COMMITMENTS, values![index.saturating_mul(TILE), width], |row| row.hash(0))
}

#[cfg(test)]
pub(crate) const SQL: &[(&str, &[&str])] = &[
    ("log.rs", &[HEAD, KEPT, HASHES, COMMITMENTS]),
    ("log/check.rs", check::SQL),
    ("log/cosigned.rs", cosigned::SQL),
    ("log/sequence.rs", sequence::SQL),
];
