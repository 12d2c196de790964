//! Sequencing: what was committed since the last checkpoint enters the log.

use jiff::Timestamp;
use kheo_ledger::log::{Checkpoint, Edge, Hash, LogSigner, Tile, leaf_hash};

use crate::log::check::extends;
use crate::log::{Head, KeptTiles, LogDamage, head};
use crate::sql::{values, written};
use crate::{Reader, StoreError, Tx};

/// How many entries enter the log in one transaction, so that no petition waits long for its turn.
pub const MOST: u64 = 4096;

const BEHIND: &str = "
    SELECT (SELECT COALESCE(MAX(seq), 0) FROM entries)
           <> (SELECT COALESCE(MAX(size), 0) FROM checkpoints)";

/// Whether entries wait to enter the log, or some that entered it are gone.
///
/// # Errors
/// [`StoreError`].
pub fn is_behind(r: &Reader<'_>) -> Result<bool, StoreError> {
    Ok(r.row(BEHIND, &[], |row| row.truth(0))?.unwrap_or(false))
}

const NEXT: &str = "SELECT seq, commitment FROM entries WHERE seq > $1 ORDER BY seq LIMIT $2";

const LAST: &str = "SELECT COALESCE(MAX(seq), 0) FROM entries";

const KEEP_TILE: &str = "
    INSERT INTO log_tiles (level, place, hashes) VALUES ($1, $2, $3)
    ON CONFLICT (level, place) DO UPDATE SET hashes = excluded.hashes";

const KEEP_CHECKPOINT: &str = "INSERT INTO checkpoints (size, made_at, note) VALUES ($1, $2, $3)";

/// Of the checkpoints of one hour only the last is kept, and those that a witness cosigned.
const FORGET: &str = "
    DELETE FROM checkpoints
     WHERE made_at >= $1 AND made_at < $2
       AND NOT EXISTS (SELECT 1 FROM cosignatures WHERE cosignatures.size = checkpoints.size)";

/// Lets up to [`MOST`] entries that wait enter the log and signs what it has come to; answers the
/// new checkpoint, or nothing when no entry waited.
///
/// Nothing is signed that does not grow from what was signed before: from the newest checkpoint, and from
/// `anchor`, the one that whoever signs remembers outside the database.
///
/// # Errors
/// [`LogDamage`].
pub fn sequence(
    tx: &mut Tx<'_>,
    signer: &LogSigner,
    anchor: Option<&Checkpoint>,
    at: Timestamp,
) -> Result<Option<Checkpoint>, LogDamage> {
    let head = head(tx)?;
    let size = head.as_ref().map_or(0, |head| head.size);
    let mut edge = Edge::load(size, &mut KeptTiles(tx))?;
    grows(tx, signer, head.as_ref(), &edge, anchor)?;
    let waiting = tx.rows(NEXT, values![size, MOST], |row| Ok((row.count(0)?, row.hash(1)?)))?;
    if waiting.is_empty() {
        let last = tx.row(LAST, &[], |row| row.count(0))?.unwrap_or(0);
        return if last < size { Err(LogDamage::Missing { seq: last + 1 }) } else { Ok(None) };
    }
    for (seq, commitment) in waiting {
        if seq != edge.size() + 1 {
            return Err(LogDamage::Missing { seq: edge.size() + 1 });
        }
        edge.push(leaf_hash(&commitment));
    }
    keep_tiles(tx, &mut edge)?;
    let origin = signer.verifier().name().to_owned();
    let checkpoint = Checkpoint { origin, size: edge.size(), root: edge.root() };
    let note = signer.sign(checkpoint.to_string()).to_string();
    let hour = hour(at);
    tx.run(FORGET, values![hour.as_str(), format!("{hour}~")])?;
    tx.run(KEEP_CHECKPOINT, values![checkpoint.size, at, note])?;
    Ok(Some(checkpoint))
}

/// The commitments of up to [`MOST`] entries after `seq`.
pub(crate) fn commitments_after(r: &Reader<'_>, seq: u64) -> Result<Vec<Hash>, StoreError> {
    r.rows(NEXT, values![seq, MOST], |row| row.hash(1))
}

/// Makes the tiles that the newest checkpoint covers anew from the ledger.
pub(crate) fn make_tiles(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let size = head(tx)?.map_or(0, |head| head.size);
    let mut edge = Edge::default();
    while edge.size() < size {
        let next = commitments_after(tx, edge.size())?;
        if next.is_empty() {
            break;
        }
        let covered = usize::try_from(size - edge.size()).unwrap_or(usize::MAX);
        for commitment in next.iter().take(covered) {
            edge.push(leaf_hash(commitment));
        }
        keep_tiles(tx, &mut edge)?;
    }
    Ok(())
}

fn keep_tiles(tx: &mut Tx<'_>, edge: &mut Edge) -> Result<(), StoreError> {
    for (Tile { level, index }, hashes) in edge.take_changed() {
        tx.run(KEEP_TILE, values![u64::from(level), index, hashes.as_flattened()])?;
    }
    Ok(())
}

/// Refuses to go on with a log that is not the one that was signed.
fn grows(
    r: &Reader<'_>,
    signer: &LogSigner,
    head: Option<&Head>,
    edge: &Edge,
    anchor: Option<&Checkpoint>,
) -> Result<(), LogDamage> {
    let key = signer.verifier();
    if let Some(head) = head {
        if !key.signed(&head.note) {
            return Err(LogDamage::Unsigned { size: head.size });
        }
        let (origin, root) = (key.name().to_owned(), edge.root());
        if head.note.text != (Checkpoint { origin, size: head.size, root }).to_string() {
            return Err(LogDamage::Forked { size: head.size });
        }
    }
    extends(r, edge.size(), anchor)
}

/// The beginning of the hour, as moments are written down.
pub(super) fn hour(at: Timestamp) -> String {
    written(at).split(':').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[BEHIND, NEXT, LAST, KEEP_TILE, KEEP_CHECKPOINT, FORGET];
