//! Following a log of others: whether its newest checkpoint grew from the one that was seen before.

use crate::log::{
    Checkpoint, Note, Tiles, VerifierKey, WrongCheckpoint, consistency, is_consistent, root,
};

/// Why a checkpoint cannot be cosigned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfollowed<E> {
    /// What was given is no checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] WrongCheckpoint),
    /// It is that of another log.
    #[error("it is a checkpoint of the log `{origin}`")]
    OtherLog {
        /// The name of the other log.
        origin: String,
    },
    /// Another key signed it, or none.
    #[error("it is not signed with the key of the log")]
    NotSigned,
    /// The log has fewer entries than it had.
    #[error("the log had {before} entries and has {now}")]
    WentBack {
        /// How many it had.
        before: u64,
        /// How many it has.
        now: u64,
    },
    /// The log signed two histories: its first entries are not those that it signed before.
    #[error("the first {before} of {now} entries are not those that were signed before")]
    Forked {
        /// How many entries were signed before.
        before: u64,
        /// How many are signed now.
        now: u64,
    },
    /// The hashes that the log serves are not those that it signed.
    #[error("what the log serves does not make the root of {size} entries that it signed")]
    OtherTiles {
        /// How many entries are signed.
        size: u64,
    },
    /// A tile could not be had.
    #[error("a tile could not be had")]
    Tiles(E),
}

/// The checkpoint of `note`, once it is proven from `tiles` that it grew from `seen`, the last one that was
/// seen of the log of `key`. Nobody is believed: the tiles may come from the log itself.
///
/// # Errors
/// [`Unfollowed`]: the first thing that is wrong.
pub fn follow<T: Tiles>(
    key: &VerifierKey,
    seen: Option<&Checkpoint>,
    note: &Note,
    tiles: &mut T,
) -> Result<Checkpoint, Unfollowed<T::Error>> {
    let now: Checkpoint = note.text.parse()?;
    if now.origin != key.name() {
        return Err(Unfollowed::OtherLog { origin: now.origin });
    }
    if !key.signed(note) {
        return Err(Unfollowed::NotSigned);
    }
    let Some(seen) = seen else {
        let made = root(now.size, tiles).map_err(Unfollowed::Tiles)?;
        return if made == now.root {
            Ok(now)
        } else {
            Err(Unfollowed::OtherTiles { size: now.size })
        };
    };
    if now.size < seen.size {
        return Err(Unfollowed::WentBack { before: seen.size, now: now.size });
    }
    let forked = Unfollowed::Forked { before: seen.size, now: now.size };
    if now.size == seen.size {
        return if now.root == seen.root { Ok(now) } else { Err(forked) };
    }
    // The proof first shows which root the signed tree had at that size; then it is compared.
    let then = root(seen.size, tiles).map_err(Unfollowed::Tiles)?;
    let proof = consistency(seen.size, now.size, tiles).map_err(Unfollowed::Tiles)?;
    if !is_consistent((seen.size, &then), (now.size, &now.root), &proof) {
        return Err(Unfollowed::OtherTiles { size: now.size });
    }
    if then == seen.root { Ok(now) } else { Err(forked) }
}
