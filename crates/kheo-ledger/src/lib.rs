//! Salted commitments of the entries of the ledger, the transparency log over them, and receipts.
//!
//! A commitment proves what an entry said without telling it: whoever holds the entry and its salt
//! can compute it again, whoever holds only the commitment learns nothing. What can be erased has a
//! commitment and a salt of its own, so that the rest still proves itself after the erasure.

mod hash;
pub mod log;
mod private;
pub mod receipt;

pub use hash::{Commitment, ContentHash, Salt, content_hash, from_hexadecimal, hexadecimal};

pub use private::{Field, Fields, commit_fields, commit_private, commit_private_whole, fields};

use hash::Committing;

/// Everything that the commitment of an entry covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf<'a> {
    /// The place of the entry in the ledger.
    pub seq: u64,
    /// When it was learned, as it is written down.
    pub recorded_at: &'a str,
    /// The day it happened, as it is written down.
    pub effective_on: &'a str,
    /// Who recorded it.
    pub actor: &'a str,
    /// The unit it concerns.
    pub unit: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// What happened.
    pub kind: &'a str,
    /// The version of the payload's form.
    pub version: i64,
    /// The payload.
    pub payload: &'a str,
    /// The commitment of the part that can be erased, if the entry has one.
    pub private: Option<&'a Commitment>,
}

/// The commitment of an entry.
///
/// - Format: SHA-256 over the domain `kheo-entry-1`, the salt and every field, each with its length.
#[must_use]
pub fn commit(salt: &Salt, leaf: &Leaf<'_>) -> Commitment {
    let committing = Committing::new("kheo-entry-1")
        .with(salt)
        .with(&leaf.seq.to_be_bytes())
        .with(leaf.recorded_at.as_bytes())
        .with(leaf.effective_on.as_bytes())
        .with(leaf.actor.as_bytes())
        .with(leaf.unit.as_bytes())
        .with(leaf.subject.as_bytes())
        .with(leaf.kind.as_bytes())
        .with(&leaf.version.to_be_bytes())
        .with(leaf.payload.as_bytes());
    match leaf.private {
        Some(private) => committing.with(private).done(),
        None => committing.done(),
    }
}

#[cfg(test)]
mod tests;
