//! Files that are being written, beside those that are stored.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use kheo_core::id::FileHash;
use kheo_ledger::{ContentHash, hexadecimal};

use super::{Stored, failed};
use crate::StoreError;

/// A file that is being written. Dropped, it is gone.
pub struct Draft {
    file: File,
    place: Place,
    hash: ContentHash,
    size: u64,
}

/// A file that is written to its end, and has no name yet. Dropped, it is gone.
#[derive(Debug)]
pub struct Whole {
    file: File,
    place: Place,
    hash: FileHash,
    size: u64,
}

/// Where a file lies that is removed unless it is kept.
#[derive(Debug)]
struct Place {
    path: PathBuf,
    kept: bool,
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Draft {
    pub(super) fn at(path: &Path) -> std::io::Result<Self> {
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        let place = Place { path: path.to_owned(), kept: false };
        Ok(Self { file, place, hash: ContentHash::default(), size: 0 })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn write(&mut self, piece: &[u8]) -> Result<(), StoreError> {
        self.hash.add(piece);
        self.size += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.file.write_all(piece).map_err(|why| failed(&self.place.path, why))
    }

    /// The file, of which nothing is missing any more.
    #[must_use]
    pub fn whole(self) -> Whole {
        let Self { file, place, hash, size } = self;
        Whole { file, place, hash: FileHash::new(hexadecimal(&hash.done())), size }
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Whole {
    /// The hash under which it is stored, or would be.
    #[must_use]
    pub const fn hash(&self) -> &FileHash {
        &self.hash
    }

    /// How much it holds. Unit: bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Its content, from the beginning.
    pub(super) fn content(&self) -> std::io::Result<File> {
        File::open(&self.place.path)
    }

    /// The file as one that is stored; it loses its place, and is gone when it is read.
    pub(super) fn stored(self) -> std::io::Result<Stored> {
        Ok(Stored::of(self.content()?, self.size))
    }

    /// Brings its content to the disk.
    pub(super) fn sync(&self) -> std::io::Result<()> {
        self.file.sync_all()
    }

    /// Gives it its name.
    pub(super) fn rename(mut self, path: &Path) -> std::io::Result<()> {
        fs::rename(&self.place.path, path)?;
        self.place.kept = true;
        Ok(())
    }
}
