//! Files that belong to a case.

use serde::{Deserialize, Serialize};

use crate::id::FileHash;

/// An attached file: its content is stored under its hash.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Proof {
    /// The hash of the content.
    pub hash: FileHash,
    /// What the content was found to be, not what it was called: `image/jpeg`, `image/png`, `application/pdf`.
    pub media_type: String,
    /// - Unit: bytes.
    pub size: u64,
}
