//! Stored files, read piece by piece.

use std::fs::File;
use std::io::{Read, Seek as _};
use std::path::Path;

use kheo_ledger::{ContentHash, hexadecimal};

use super::PIECE;

/// A stored file, from its beginning.
#[derive(Debug)]
pub struct Stored {
    file: File,
    size: u64,
}

impl Stored {
    pub(super) const fn of(file: File, size: u64) -> Self {
        Self { file, size }
    }

    /// The file there, and the hash of what it holds.
    pub(super) fn at(path: &Path) -> std::io::Result<(Self, String)> {
        let mut stored = Self { file: File::open(path)?, size: 0 };
        let mut hash = ContentHash::default();
        loop {
            let piece = stored.next_piece()?;
            if piece.is_empty() {
                break;
            }
            stored.size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
            hash.add(&piece);
        }
        stored.file.rewind()?;
        Ok((stored, hexadecimal(&hash.done())))
    }

    /// How much it holds. Unit: bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The next piece; an empty one at the end.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn next_piece(&mut self) -> std::io::Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(PIECE);
        let most = u64::try_from(PIECE).unwrap_or(u64::MAX);
        (&mut self.file).take(most).read_to_end(&mut piece)?;
        Ok(piece)
    }
}
