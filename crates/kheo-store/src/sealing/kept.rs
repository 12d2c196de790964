//! Proves that the secret halves of the keys, which lie beside the ledger, are what they were.

use kheo_core::id::PostId;
use kheo_ledger::{content_hash, hexadecimal};
use serde::Deserialize;

use crate::{Reader, StoreError};

/// A key whose secret half is not what it was: without it, what was sealed for it stays sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostKey {
    /// Whose it is.
    pub post: PostId,
    /// Its public half.
    pub recipient: String,
    /// Whether there is a secret half, with another content.
    pub changed: bool,
}

/// What the entry of a key says of its secret half.
#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    locked: Option<String>,
}

const KEPT: &str = "
    SELECT s.post, s.recipient, e.payload, k.locked
      FROM sealing_recipients s
      JOIN entries e ON e.seq = s.seq
      LEFT JOIN sealing_keys k ON k.recipient = s.recipient
     ORDER BY s.seq";

/// The keys whose secret half is missing, or not the one that the entry of the key tells of, the oldest first.
///
/// # Errors
/// [`StoreError`].
pub fn lost_keys(r: &Reader<'_>) -> Result<Vec<LostKey>, StoreError> {
    let keys = r.rows(KEPT, &[], |row| {
        let (said, locked): (Said, _) = (row.json(2)?, row.maybe_text(3)?);
        let is_changed = |locked: &String| said.locked.is_some_and(|it| it != hashed(locked));
        let changed = locked.as_ref().map(is_changed);
        let key = |changed| {
            let (post, recipient) = (PostId::new(row.text(0)?), row.text(1)?);
            Ok(LostKey { post, recipient, changed })
        };
        match changed {
            None => key(false).map(Some),
            Some(true) => key(true).map(Some),
            Some(false) => Ok(None),
        }
    })?;
    Ok(keys.into_iter().flatten().collect())
}

/// What the entry of a key says of its secret half, as it is locked.
pub(super) fn hashed(locked: &str) -> String {
    hexadecimal(&content_hash(locked.as_bytes()))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[KEPT];
