//! Proves that the log is that of the ledger, and that every checkpoint ever signed still holds.

use kheo_ledger::log::{Checkpoint, Edge, Hash, TILE, Tile, VerifierKey, leaf_hash};

use crate::log::cosigned::{damaged, left_over};
use crate::log::{Head, hashes, holds, kept};
use crate::sql::values;
use crate::{Db, Reader, StoreError};

/// What of the log does not fit, and where.
#[derive(Debug, thiserror::Error)]
pub enum LogDamage {
    /// An entry is not the one that entered the log at its place: somebody wrote the ledger anew.
    #[error("entry {seq} is not the one that entered the log")]
    Rewritten {
        /// Its place in the ledger.
        seq: u64,
    },
    /// An entry that entered the log, or stands before one that waits, is not there.
    #[error("entry {seq} is missing")]
    Missing {
        /// Its place in the ledger.
        seq: u64,
    },
    /// More was signed than the log has: its end was cut off, or an old copy was put in its place.
    #[error("the log ends at entry {size}, but {signed} were signed")]
    CutOff {
        /// How many entries the log has.
        size: u64,
        /// How many there were once.
        signed: u64,
    },
    /// A tile is missing or does not follow from the entries.
    #[error("the tile {place} of level {level} does not fit the entries")]
    Tile {
        /// The level of the tile.
        level: u8,
        /// The place of the tile in its level.
        place: u64,
    },
    /// What was signed once is not what the ledger says.
    #[error("the ledger up to entry {size} is not the one whose checkpoint was signed")]
    Forked {
        /// How many entries the checkpoint covers.
        size: u64,
    },
    /// A checkpoint carries no signature of this log's key, or a false one.
    #[error("the checkpoint of {size} entries is not signed with the key of this log")]
    Unsigned {
        /// How many entries the checkpoint covers.
        size: u64,
    },
    /// What is kept of a witness is not what it signed.
    #[error("the cosignature of {witness} on {size} entries does not fit")]
    Cosignature {
        /// How many entries the checkpoint covers.
        size: u64,
        /// The key of the witness.
        witness: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LogDamage {
    /// The stable word for it; the words for people, with what to do next, are found by it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Rewritten { .. } => "rewritten",
            Self::Missing { .. } => "missing",
            Self::CutOff { .. } => "cut-off",
            Self::Tile { .. } => "tile",
            Self::Forked { .. } => "forked",
            Self::Unsigned { .. } => "unsigned",
            Self::Cosignature { .. } => "cosignature",
            Self::Store(why) => why.code(),
        }
    }
}

/// Makes the log once more from the ledger and compares it with every tile, every checkpoint and every
/// cosignature that is kept, and with the `anchor` that whoever signs remembers outside the database; answers
/// how many entries the log has.
///
/// # Errors
/// [`LogDamage`], the first that is found.
pub fn check(db: &Db, key: &VerifierKey, anchor: Option<&Checkpoint>) -> Result<u64, LogDamage> {
    check_telling(db, key, anchor, &mut |_| ())
}

/// [`check`] that tells `done` how many entries are proven, time and again.
///
/// # Errors
/// [`LogDamage`], the first that is found.
pub fn check_telling(
    db: &Db,
    key: &VerifierKey,
    anchor: Option<&Checkpoint>,
    done: &mut dyn FnMut(u64),
) -> Result<u64, LogDamage> {
    db.read_now(|r| Ok(examine(r, key, anchor, done)))?
}

fn examine(
    r: &Reader<'_>,
    key: &VerifierKey,
    anchor: Option<&Checkpoint>,
    done: &mut dyn FnMut(u64),
) -> Result<u64, LogDamage> {
    let checkpoints = kept(r)?;
    let mut edge = Edge::default();
    for head in &checkpoints {
        grow(r, &mut edge, head.size, done)?;
        signed(head, &edge, key)?;
        if let Some(witness) = damaged(r, head)? {
            return Err(LogDamage::Cosignature { size: head.size, witness });
        }
    }
    if let Some((size, witness)) = left_over(r)? {
        return Err(LogDamage::Cosignature { size, witness });
    }
    for (tile, made) in edge.take_changed() {
        if tile.level > 0 && !is_kept(r, tile, &made)? {
            return Err(LogDamage::Tile { level: tile.level, place: tile.index });
        }
    }
    no_other_tile(r, edge.size())?;
    extends(r, edge.size(), anchor)?;
    Ok(edge.size())
}

/// Refuses a log of `size` entries that does not grow from `anchor`.
pub(super) fn extends(
    r: &Reader<'_>,
    size: u64,
    anchor: Option<&Checkpoint>,
) -> Result<(), LogDamage> {
    match anchor {
        Some(anchor) if anchor.size > size => Err(LogDamage::CutOff { size, signed: anchor.size }),
        Some(anchor) if !holds(r, anchor)? => Err(LogDamage::Forked { size: anchor.size }),
        _ => Ok(()),
    }
}

const COMMITTED: &str = "SELECT commitment FROM entries WHERE seq > $1 AND seq <= $2 ORDER BY seq";

/// Adds the entries up to the one at `size`, each as the tile of its place holds it.
fn grow(
    r: &Reader<'_>,
    edge: &mut Edge,
    size: u64,
    done: &mut dyn FnMut(u64),
) -> Result<(), LogDamage> {
    while edge.size() < size {
        done(edge.size());
        let tile = Tile { level: 0, index: edge.size() / TILE };
        let to = size.min((tile.index + 1) * TILE);
        let before = edge.size();
        let committed = r.rows(COMMITTED, values![before, to], |row| row.hash(0))?;
        let all = kept_hashes(r, tile)?.unwrap_or_default();
        let (known, _) = all.as_chunks::<32>();
        let known = known.iter().skip(usize::try_from(before % TILE).unwrap_or_default());
        for (commitment, known) in committed.iter().zip(known) {
            let leaf: Hash = leaf_hash(commitment);
            if leaf != *known {
                return Err(LogDamage::Rewritten { seq: edge.size() + 1 });
            }
            edge.push(leaf);
        }
        if edge.size() < to {
            let there = before + committed.len() as u64;
            return Err(if there < to {
                LogDamage::Rewritten { seq: there + 1 }
            } else {
                LogDamage::Tile { level: 0, place: tile.index }
            });
        }
    }
    Ok(())
}

fn signed(head: &Head, edge: &Edge, key: &VerifierKey) -> Result<(), LogDamage> {
    if !key.signed(&head.note) {
        return Err(LogDamage::Unsigned { size: head.size });
    }
    let made = Checkpoint { origin: key.name().to_owned(), size: edge.size(), root: edge.root() };
    if head.note.text == made.to_string() {
        Ok(())
    } else {
        Err(LogDamage::Forked { size: head.size })
    }
}

fn is_kept(r: &Reader<'_>, tile: Tile, made: &[Hash]) -> Result<bool, LogDamage> {
    Ok(kept_hashes(r, tile)?.is_some_and(|kept| kept == made.as_flattened()))
}

/// The hashes of a tile; one that holds none is damaged.
fn kept_hashes(r: &Reader<'_>, tile: Tile) -> Result<Option<Vec<u8>>, LogDamage> {
    hashes(r, tile).map_err(|why| match why {
        StoreError::Unreadable { .. } => LogDamage::Tile { level: tile.level, place: tile.index },
        why => why.into(),
    })
}

const TILES: &str = "SELECT level, place, LENGTH(hashes) FROM log_tiles ORDER BY level, place";

/// Refuses tiles that a log of `size` entries does not have, and such as hold more than it.
fn no_other_tile(r: &Reader<'_>, size: u64) -> Result<(), LogDamage> {
    let tiles = r.rows(TILES, &[], |row| Ok([row.int(0)?, row.int(1)?, row.int(2)?]))?;
    for [level, place, length] in tiles {
        let (known, index) = (u8::try_from(level).ok(), u64::try_from(place).ok());
        let wanted = known.zip(index).map(|(level, index)| Tile { level, index }.width(size) * 32);
        if wanted.is_none_or(|wanted| wanted == 0 || u64::try_from(length) != Ok(wanted)) {
            let (level, place) = (known.unwrap_or(u8::MAX), index.unwrap_or(u64::MAX));
            return Err(LogDamage::Tile { level, place });
        }
    }
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[COMMITTED, TILES];
