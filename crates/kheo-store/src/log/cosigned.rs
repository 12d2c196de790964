//! What witnesses signed of this log: taking it in, and showing it beside the checkpoints.

use jiff::Timestamp;
use kheo_ledger::log::{Checkpoint, Note, Signature, VerifierKey, WitnessKey};

use crate::log::sequence::hour;
use crate::log::{Head, head, holds};
use crate::sql::values;
use crate::{Reader, StoreError, Tx};

/// Why a cosigned checkpoint is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untaken {
    /// It is not a checkpoint that the key of this log signed.
    NotOurs,
    /// No witness that is known here cosigned it, or a cosignature is false.
    Unwitnessed,
    /// It is not one from which the log of today grew.
    NotHeld,
}

/// A checkpoint that a known witness cosigned, ready to be taken in.
#[derive(Debug, Clone)]
pub struct Cosigned {
    checkpoint: Checkpoint,
    /// The checkpoint with the signature of the log alone.
    note: Note,
    by: Vec<Line>,
}

#[derive(Debug, Clone)]
struct Line {
    witness: String,
    at: u64,
    text: String,
}

/// What of `note` can be taken in: the cosignatures of the witnesses `known` below a checkpoint that the key
/// `log` signed.
///
/// # Errors
/// [`Untaken`].
pub fn cosigned(note: &Note, log: &VerifierKey, known: &[WitnessKey]) -> Result<Cosigned, Untaken> {
    let mut by = Vec::new();
    for witness in known {
        let Some(cosigned) = witness.cosigned(note).map_err(|_| Untaken::Unwitnessed)? else {
            continue;
        };
        let newest = witness.lines(note).max_by_key(|line| line.bytes.get(..8));
        let text = newest.map(ToString::to_string).unwrap_or_default();
        by.push(Line { witness: witness.to_string(), at: cosigned.at, text });
    }
    if by.is_empty() {
        return Err(Untaken::Unwitnessed);
    }
    let checkpoint: Checkpoint = note.text.parse().map_err(|_| Untaken::NotOurs)?;
    if checkpoint.origin != log.name() || !log.signed(note) {
        return Err(Untaken::NotOurs);
    }
    Ok(Cosigned { checkpoint, note: log.alone(note), by })
}

const LAST: &str = "
    SELECT size, cosigned_at FROM cosignatures WHERE witness = $1 ORDER BY size DESC LIMIT 1";

/// Whether something of `cosigned` is newer than what is kept of its witnesses.
///
/// # Errors
/// [`StoreError`].
pub fn is_news(r: &Reader<'_>, cosigned: &Cosigned) -> Result<bool, StoreError> {
    for line in &cosigned.by {
        if is_newer(r, cosigned.checkpoint.size, line)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn is_newer(r: &Reader<'_>, size: u64, line: &Line) -> Result<bool, StoreError> {
    Ok(last(r, &line.witness)?.is_none_or(|last| (size, line.at) > last))
}

/// Up to which entry a witness saw the log last, and when.
fn last(r: &Reader<'_>, witness: &str) -> Result<Option<(u64, u64)>, StoreError> {
    r.row(LAST, values![witness], |row| Ok((row.count(0)?, row.count(1)?)))
}

const KEEP_CHECKPOINT: &str = "
    INSERT INTO checkpoints (size, made_at, note) VALUES ($1, $2, $3)
    ON CONFLICT (size) DO NOTHING";

/// Of what a witness signed within one hour only the last is kept.
const FORGET: &str = "
    DELETE FROM cosignatures WHERE witness = $1 AND taken_at >= $2 AND taken_at < $3";

const KEEP: &str = "
    INSERT INTO cosignatures (size, witness, cosigned_at, taken_at, line) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (size, witness)
    DO UPDATE SET cosigned_at = excluded.cosigned_at, taken_at = excluded.taken_at, line = excluded.line";

/// Keeps what is news, and the checkpoint below it, which may have been forgotten meanwhile.
///
/// # Errors
/// [`StoreError`].
pub fn take(
    tx: &mut Tx<'_>,
    cosigned: &Cosigned,
    now: Timestamp,
) -> Result<Result<(), Untaken>, StoreError> {
    let size = cosigned.checkpoint.size;
    if !holds(tx, &cosigned.checkpoint)? {
        return Ok(Err(Untaken::NotHeld));
    }
    tx.run(KEEP_CHECKPOINT, values![size, now, cosigned.note.to_string()])?;
    let hour = hour(now);
    for line in &cosigned.by {
        if is_newer(tx, size, line)? {
            let witness = line.witness.as_str();
            tx.run(FORGET, values![witness, hour.as_str(), format!("{hour}~")])?;
            tx.run(KEEP, values![size, witness, line.at, now, line.text.as_str()])?;
        }
    }
    Ok(Ok(()))
}

const LINES: &str = "SELECT line FROM cosignatures WHERE size = $1 ORDER BY witness";

/// `head` with what witnesses signed of it, below the signature of the log.
///
/// # Errors
/// [`StoreError`].
pub fn with_cosignatures(r: &Reader<'_>, mut head: Head) -> Result<Head, StoreError> {
    let lines: Vec<Signature> = r.rows(LINES, values![head.size], |row| row.parsed(0))?;
    head.note.signatures.extend(lines);
    Ok(head)
}

/// What a witness last said of this log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSeen {
    /// Its key.
    pub witness: WitnessKey,
    /// Up to which entry it saw the log.
    pub size: u64,
    /// When, by its own clock, in seconds since 1970.
    pub at: u64,
}

const NEXT_WITNESS: &str = "
    SELECT witness FROM cosignatures WHERE witness > $1 ORDER BY witness LIMIT 1";

/// The witnesses of which something is kept, with what they said last.
///
/// # Errors
/// [`StoreError`].
pub fn witnesses(r: &Reader<'_>) -> Result<Vec<LastSeen>, StoreError> {
    let mut all = Vec::new();
    let mut name = String::new();
    while let Some(next) =
        r.row(NEXT_WITNESS, values![name.as_str()], |row| Ok((row.text(0)?, row.parsed(0)?)))?
    {
        let witness;
        (name, witness) = next;
        if let Some((size, at)) = last(r, &name)? {
            all.push(LastSeen { witness, size, at });
        }
    }
    Ok(all)
}

/// Looked for among the newest, so that it takes no longer as the log grows old.
const BEST: &str = "
    SELECT size
      FROM (SELECT size FROM cosignatures WHERE size >= $1 ORDER BY size DESC LIMIT 500) newest
     GROUP BY size ORDER BY COUNT(*) DESC, size DESC LIMIT 1";

const AT: &str = "SELECT size, note FROM checkpoints WHERE size = $1";

/// The checkpoint that covers the entry `seq` and that most witnesses cosigned, with what they signed; the
/// newest one where none did, and nothing when none covers the entry.
///
/// # Errors
/// [`StoreError`].
pub(super) fn best(r: &Reader<'_>, seq: u64) -> Result<Option<Head>, StoreError> {
    let size = r.row(BEST, values![seq], |row| row.count(0))?;
    let best = match size {
        Some(size) => {
            r.row(AT, values![size], |row| Ok(Head { size: row.count(0)?, note: row.parsed(1)? }))?
        }
        None => head(r)?.filter(|head| head.size >= seq),
    };
    best.map(|best| with_cosignatures(r, best)).transpose()
}

const OF_NO_CHECKPOINT: &str = "
    SELECT size, witness FROM cosignatures
     WHERE NOT EXISTS (SELECT 1 FROM checkpoints WHERE checkpoints.size = cosignatures.size)
     ORDER BY size LIMIT 1";

const KEPT: &str =
    "SELECT witness, cosigned_at, line FROM cosignatures WHERE size = $1 ORDER BY witness";

/// The first witness whose kept cosignature of the checkpoint `head` is not true.
pub(super) fn damaged(r: &Reader<'_>, head: &Head) -> Result<Option<String>, StoreError> {
    let kept =
        r.rows(KEPT, values![head.size], |row| Ok((row.text(0)?, row.count(1)?, row.text(2)?)))?;
    let is_true = |witness: &str, at: u64, line: &str| {
        let key: WitnessKey = witness.parse().ok()?;
        let note = Note { text: head.note.text.clone(), signatures: vec![line.parse().ok()?] };
        key.cosigned(&note).ok().flatten().filter(|cosigned| cosigned.at == at)
    };
    let damaged =
        kept.into_iter().find(|(witness, at, line)| is_true(witness, *at, line).is_none());
    Ok(damaged.map(|(witness, ..)| witness))
}

/// A cosignature whose checkpoint is gone: its size and its witness.
pub(super) fn left_over(r: &Reader<'_>) -> Result<Option<(u64, String)>, StoreError> {
    r.row(OF_NO_CHECKPOINT, &[], |row| Ok((row.count(0)?, row.text(1)?)))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] =
    &[LAST, KEEP_CHECKPOINT, FORGET, KEEP, LINES, NEXT_WITNESS, BEST, AT, OF_NO_CHECKPOINT, KEPT];
