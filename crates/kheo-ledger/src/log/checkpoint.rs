//! Checkpoints: what a log says of its tree, as text (C2SP `tlog-checkpoint`).

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::log::Hash;

/// The tree of a log at one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log.
    pub origin: String,
    /// How many leaves the tree has.
    pub size: u64,
    /// The root of the tree.
    pub root: Hash,
}

/// A text that is no checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no checkpoint: an origin, a size and a root are needed, each on a line of its own")]
pub struct WrongCheckpoint;

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, BASE64_STANDARD.encode(self.root))
    }
}

impl FromStr for Checkpoint {
    type Err = WrongCheckpoint;

    /// Lines after the third are left alone: they say nothing about the tree.
    fn from_str(text: &str) -> Result<Self, WrongCheckpoint> {
        let mut lines = text.lines();
        let origin = lines.next().filter(|line| !line.is_empty()).ok_or(WrongCheckpoint)?;
        let size = lines.next().and_then(number).ok_or(WrongCheckpoint)?;
        let root = lines.next().and_then(hash).ok_or(WrongCheckpoint)?;
        Ok(Self { origin: origin.to_owned(), size, root })
    }
}

/// A number as it is written in one way only.
pub(super) fn number(text: &str) -> Option<u64> {
    text.parse::<u64>().ok().filter(|number| number.to_string() == text)
}

/// A hash as it is written.
pub(super) fn hash(text: &str) -> Option<Hash> {
    BASE64_STANDARD.decode(text).ok()?.try_into().ok()
}
