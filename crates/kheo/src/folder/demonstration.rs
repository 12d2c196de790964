//! What marks the folder of a demonstration.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::MARK;
use crate::kept_file::replace;

/// What marks the folder of a demonstration: it holds the time to which its clock has come, so that it
/// goes on from there and never runs back.
pub(crate) struct Mark {
    pub(super) folder: PathBuf,
}

impl Mark {
    /// Writes down that the clock has come to `now`; it is on disk when this returns.
    pub(crate) fn set(&self, now: Timestamp) -> std::io::Result<()> {
        replace(&self.folder, MARK, &format!("{now}\n"))
    }
}

/// Marks another folder as that of the same demonstration.
pub(crate) fn copy_mark(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::copy(from.join(MARK), to.join(MARK)).map(|_| ())
}

/// The time to which the clock of the demonstration in the folder has come, as its mark says.
pub(super) fn come_to(folder: &Path) -> Option<Timestamp> {
    fs::read_to_string(folder.join(MARK)).ok()?.trim().parse().ok()
}
