//! Sequencing: what was committed since the last checkpoint enters the log.

use jiff::Timestamp;
use kheo_ledger::log::{Checkpoint, Edge, LogSigner, Tile, leaf_hash};

use crate::log::{KeptTiles, head};
use crate::sql::values;
use crate::{Reader, StoreError, Tx};

/// How many entries enter the log in one transaction, so that no petition waits long for its turn.
pub const MOST: u64 = 4096;

const BEHIND: &str = "
    SELECT (SELECT COALESCE(MAX(seq), 0) FROM entries)
           > (SELECT COALESCE(MAX(size), 0) FROM checkpoints)";

/// Whether entries wait to enter the log.
///
/// # Errors
/// [`StoreError`].
pub fn is_behind(r: &Reader<'_>) -> Result<bool, StoreError> {
    Ok(r.row(BEHIND, &[], |row| row.truth(0))?.unwrap_or(false))
}

const NEXT: &str = "SELECT seq, commitment FROM entries WHERE seq > $1 ORDER BY seq LIMIT $2";

const KEEP_TILE: &str = "
    INSERT INTO log_tiles (level, place, hashes) VALUES ($1, $2, $3)
    ON CONFLICT (level, place) DO UPDATE SET hashes = excluded.hashes";

const KEEP_CHECKPOINT: &str = "INSERT INTO checkpoints (size, made_at, note) VALUES ($1, $2, $3)";

/// Of the checkpoints of one hour only the last is kept.
const FORGET: &str = "DELETE FROM checkpoints WHERE made_at >= $1";

/// Lets up to [`MOST`] entries that wait enter the log and signs what it has come to; answers the
/// new checkpoint, or nothing when no entry waited.
///
/// # Errors
/// [`StoreError`]; [`StoreError::Gap`] when the ledger lacks an entry: nothing is signed over a gap.
pub fn sequence(
    tx: &mut Tx<'_>,
    signer: &LogSigner,
    at: Timestamp,
) -> Result<Option<Checkpoint>, StoreError> {
    let size = head(tx)?.map_or(0, |head| head.size);
    let waiting = tx.rows(NEXT, values![size, MOST], |row| Ok((row.count(0)?, row.hash(1)?)))?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let mut edge = Edge::load(size, &mut KeptTiles(tx))?;
    for (seq, commitment) in waiting {
        if seq != edge.size() + 1 {
            return Err(StoreError::Gap { seq: edge.size() + 1 });
        }
        edge.push(leaf_hash(&commitment));
    }
    for (Tile { level, index }, hashes) in edge.take_changed() {
        tx.run(KEEP_TILE, values![u64::from(level), index, hashes.as_flattened()])?;
    }
    let origin = signer.verifier().name().to_owned();
    let checkpoint = Checkpoint { origin, size: edge.size(), root: edge.root() };
    let note = signer.sign(checkpoint.to_string()).to_string();
    tx.run(FORGET, values![hour(at)])?;
    tx.run(KEEP_CHECKPOINT, values![checkpoint.size, at, note])?;
    Ok(Some(checkpoint))
}

/// The beginning of the hour, as moments are written down.
fn hour(at: Timestamp) -> String {
    let written = crate::sql::written(at);
    written.split(':').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[BEHIND, NEXT, KEEP_TILE, KEEP_CHECKPOINT, FORGET];
