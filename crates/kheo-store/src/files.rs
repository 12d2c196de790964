//! Attached files: each is stored once, under the hash of its content.

mod bucket;
mod draft;
mod stored;

use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Read as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use kheo_core::id::FileHash;

pub use bucket::{Bucket, BucketAddress, NoBucket};
pub use draft::{Draft, Whole};
pub use stored::Stored;

use crate::StoreError;

/// The most that one attached file holds.
///
/// - Unit: bytes.
pub const MOST: u64 = 10 << 20;

/// How much is read at a time. Unit: bytes.
const PIECE: usize = 64 << 10;

/// Where attached files are stored: in a folder, or in a bucket.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
    /// Where it is, files only pass through the folder.
    bucket: Option<Bucket>,
    begun: Arc<AtomicU64>,
    /// Held while a file gets its name or is removed, so that none is removed that was just sent.
    moves: Arc<RwLock<()>>,
}

impl Files {
    /// The files in `folder`, which is made when it is not there: only the account of the program reads them.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn in_folder(folder: &Path) -> Result<Self, StoreError> {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|why| failed(folder, why))?;
        Ok(Self::to_read(folder))
    }

    /// The files in `folder`, for who only reads them: none when it is not there.
    #[must_use]
    pub fn to_read(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { folder, bucket: None, begun: Arc::default(), moves: Arc::default() }
    }

    /// The files in `bucket`; what comes and goes passes through `folder`, which is made when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn in_bucket(folder: &Path, bucket: Bucket) -> Result<Self, StoreError> {
        Ok(Self { bucket: Some(bucket), ..Self::in_folder(folder)? })
    }

    /// Begins a file whose content comes piece by piece.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn begin(&self) -> Result<Draft, StoreError> {
        loop {
            let number = self.begun.fetch_add(1, Ordering::Relaxed);
            let path = self.folder.join(format!(".{}-{number}", std::process::id()));
            match Draft::at(&path) {
                Err(why) if why.kind() == ErrorKind::AlreadyExists => {}
                made => return made.map_err(|why| failed(&path, why)),
            }
        }
    }

    /// Stores a file; it is kept for good when this returns, and so before any entry names it. What was
    /// stored under its name before is replaced, for it may have been damaged since.
    ///
    /// # Errors
    /// [`StoreError::Folder`], [`StoreError::Bucket`].
    pub fn keep(&self, whole: Whole) -> Result<FileHash, StoreError> {
        let hash = whole.hash().clone();
        let path = self.folder.join(hash.as_str());
        if let Some(bucket) = &self.bucket {
            let content = whole.content().map_err(|why| failed(&path, why))?;
            let _moves = self.moves.read().unwrap_or_else(PoisonError::into_inner);
            bucket.put(&hash, &content)?;
            return Ok(hash);
        }
        whole.sync().map_err(|why| failed(&path, why))?;
        let moves = self.moves.read().unwrap_or_else(PoisonError::into_inner);
        whole.rename(&path).map_err(|why| failed(&path, why))?;
        drop(moves);
        let folder = File::open(&self.folder).and_then(|folder| folder.sync_all());
        folder.map_err(|why| failed(&self.folder, why))?;
        Ok(hash)
    }

    /// Stores `content`; it is kept for good when this returns, and so before any entry names it.
    ///
    /// # Errors
    /// [`StoreError::Folder`], [`StoreError::Bucket`].
    pub fn put(&self, content: &[u8]) -> Result<FileHash, StoreError> {
        let mut draft = self.begin()?;
        draft.write(content)?;
        self.keep(draft.whole())
    }

    /// What was stored under `hash`, proved to be that; nothing when nothing was.
    ///
    /// # Errors
    /// [`StoreError::ChangedFile`] when it is not what was stored, [`StoreError::Folder`],
    /// [`StoreError::Bucket`].
    pub fn open(&self, hash: &FileHash) -> Result<Option<Stored>, StoreError> {
        let name = hash.as_str();
        if !is_hash(name) {
            return Ok(None);
        }
        let path = self.folder.join(name);
        if let Some(bucket) = &self.bucket {
            return self.fetch(bucket, hash, &path);
        }
        match Stored::at(&path) {
            Ok((stored, found)) if found == name => Ok(Some(stored)),
            Ok(_) => Err(StoreError::ChangedFile { path }),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(failed(&path, why)),
        }
    }

    /// What the bucket has under `hash`; nothing of it stays in the folder once it is read.
    fn fetch(
        &self,
        bucket: &Bucket,
        hash: &FileHash,
        path: &Path,
    ) -> Result<Option<Stored>, StoreError> {
        let Some(mut content) = bucket.get(hash)? else { return Ok(None) };
        let mut draft = self.begin()?;
        let mut piece = vec![0; PIECE];
        loop {
            let read = content.read(&mut piece).map_err(|why| bucket.failed(why))?;
            match piece.get(..read) {
                None | Some([]) => break,
                Some(piece) => draft.write(piece)?,
            }
        }
        let whole = draft.whole();
        if whole.hash() != hash {
            return Err(StoreError::ChangedFile { path: path.to_owned() });
        }
        whole.stored().map(Some).map_err(|why| failed(path, why))
    }

    /// Stores what `other` stored under `hash`; answers whether it had it.
    ///
    /// # Errors
    /// [`StoreError::ChangedFile`] when it is not what was stored, [`StoreError::Folder`].
    pub fn take_from(&self, other: &Self, hash: &FileHash) -> Result<bool, StoreError> {
        let mut draft = self.begin()?;
        let is_there = other.each_piece(hash, |piece| draft.write(piece))?;
        if is_there {
            self.keep(draft.whole())?;
        }
        Ok(is_there)
    }

    /// What was stored under `hash`, whole; nothing when nothing was.
    ///
    /// # Errors
    /// [`StoreError::ChangedFile`] when it is not what was stored, [`StoreError::Folder`].
    pub fn read(&self, hash: &FileHash) -> Result<Option<Vec<u8>>, StoreError> {
        let mut content = Vec::new();
        let is_there = self.each_piece(hash, |piece| {
            content.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(is_there.then_some(content))
    }

    /// Shows what was stored under `hash` to `look`, one piece after the other; answers whether anything was.
    fn each_piece(
        &self,
        hash: &FileHash,
        mut look: impl FnMut(&[u8]) -> Result<(), StoreError>,
    ) -> Result<bool, StoreError> {
        let Some(mut stored) = self.open(hash)? else { return Ok(false) };
        loop {
            let piece = stored.next_piece();
            let piece = piece.map_err(|why| failed(&self.folder.join(hash.as_str()), why))?;
            if piece.is_empty() {
                return Ok(true);
            }
            look(&piece)?;
        }
    }

    /// Removes what was under way when an earlier program ended; where programs share the folder, only what was
    /// last written before the moment `before`, for they may be at work on the rest.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn remove_drafts(&self, before: Option<SystemTime>) -> Result<(), StoreError> {
        self.each(|name, path| {
            let is_left = match before {
                Some(before) => fs::metadata(path)?.modified()? < before,
                None => true,
            };
            if name.starts_with('.') && is_left { fs::remove_file(path) } else { Ok(()) }
        })
    }

    /// Shows every stored file to `look`, by its hash and size.
    pub(crate) fn each_stored(
        &self,
        mut look: impl FnMut(&FileHash, u64) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if let Some(bucket) = &self.bucket {
            return bucket.each(look);
        }
        let mut shown = Ok(());
        self.each(|name, path| {
            if shown.is_ok() && is_hash(name) {
                let size = fs::metadata(path)?.len();
                shown = look(&FileHash::new(name), size);
            }
            Ok(())
        })?;
        shown
    }

    /// Removes a stored file, if it was sent before the moment `before`; answers whether it was, and nothing
    /// when there is none.
    pub(crate) fn remove(
        &self,
        hash: &FileHash,
        before: Option<SystemTime>,
    ) -> Result<Option<bool>, StoreError> {
        if !is_hash(hash.as_str()) {
            return Ok(None);
        }
        let path = self.folder.join(hash.as_str());
        let _moves = self.moves.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(bucket) = &self.bucket {
            return bucket.remove(hash, before);
        }
        let remove = || -> std::io::Result<bool> {
            let sent = fs::metadata(&path)?.modified()?;
            let is_older = before.is_none_or(|before| sent < before);
            if is_older {
                fs::remove_file(&path)?;
            }
            Ok(is_older)
        };
        match remove() {
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            removed => removed.map(Some).map_err(|why| failed(&path, why)),
        }
    }

    fn each(&self, mut look: impl FnMut(&str, &Path) -> io::Result<()>) -> Result<(), StoreError> {
        let entries = match fs::read_dir(&self.folder) {
            Err(why) if why.kind() == ErrorKind::NotFound => return Ok(()),
            entries => entries.map_err(|why| failed(&self.folder, why))?,
        };
        for entry in entries {
            let path = entry.map_err(|why| failed(&self.folder, why))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            match look(&name, &path) {
                Err(why) if why.kind() != ErrorKind::NotFound => return Err(failed(&path, why)),
                _ => {}
            }
        }
        Ok(())
    }
}

fn is_hash(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn failed(path: &Path, why: io::Error) -> StoreError {
    StoreError::Folder { path: path.to_owned(), why }
}
