//! The transparency log: a Merkle tree over the commitments of the ledger, as it is published and proven.
//!
//! Hashing is that of RFC 6962; what is published follows the C2SP formats `tlog-tiles`, `tlog-checkpoint`,
//! `signed-note`, `tlog-cosignature` and `tlog-proof`, so that monitors and witnesses that exist today
//! can follow a log of ours.

mod bundle;
mod checkpoint;
mod cosignature;
mod edge;
mod follow;
mod key;
mod note;
mod proof;
mod tile;
mod tree;

pub use bundle::{bundle, unbundle};
pub use checkpoint::{Checkpoint, WrongCheckpoint};
pub use cosignature::{
    Cosigned, FalseCosignature, WitnessKey, WitnessSigner, Witnessed, witnessed,
};
pub use edge::Edge;
pub use follow::{Unfollowed, follow};
pub use key::{LogSigner, VerifierKey, WrongKey};
pub use note::{Note, Signature, WrongNote};
pub use proof::{LogProof, WrongProof};
pub use tile::{Path, TILE, Tile, Tiles, WrongPath};
pub use tree::{Hash, consistency, inclusion, is_consistent, is_included, leaf_hash, root};

#[cfg(test)]
mod tests;
