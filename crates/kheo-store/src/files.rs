//! Attached files: each is stored once, under the hash of its content.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kheo_core::id::FileHash;
use kheo_ledger::{content_hash, hexadecimal};

use crate::StoreError;

/// The folder that attached files are stored in.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
    written: Arc<AtomicU64>,
}

impl Files {
    /// The files in `folder`, which is made when it is not there.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn in_folder(folder: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(folder).map_err(|why| failed(folder, why))?;
        Ok(Self { folder: folder.to_owned(), written: Arc::default() })
    }

    /// The hash under which `content` is stored, or would be.
    #[must_use]
    pub fn hash(content: &[u8]) -> FileHash {
        FileHash::new(hexadecimal(&content_hash(content)))
    }

    /// Stores `content`; it is on disk when this returns, and so before any entry names it.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub fn put(&self, content: &[u8]) -> Result<FileHash, StoreError> {
        let hash = Self::hash(content);
        let name = hash.as_str();
        let path = self.folder.join(name);
        if !path.exists() {
            let number = self.written.fetch_add(1, Ordering::Relaxed);
            let draft = self.folder.join(format!(".{name}-{}-{number}", std::process::id()));
            save(&draft, &path, content).map_err(|why| {
                let _ = fs::remove_file(&draft);
                failed(&path, why)
            })?;
            let folder = File::open(&self.folder).and_then(|folder| folder.sync_all());
            folder.map_err(|why| failed(&self.folder, why))?;
        }
        Ok(hash)
    }

    /// The content that was stored under `hash`; nothing when none was.
    ///
    /// # Errors
    /// [`StoreError::ChangedFile`] when it is not what was stored, [`StoreError::Folder`].
    pub fn get(&self, hash: &FileHash) -> Result<Option<Vec<u8>>, StoreError> {
        let name = hash.as_str();
        if name.len() != 64 || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(None);
        }
        let path = self.folder.join(name);
        match fs::read(&path) {
            Ok(content) if hexadecimal(&content_hash(&content)) == name => Ok(Some(content)),
            Ok(_) => Err(StoreError::ChangedFile { path }),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(failed(&path, why)),
        }
    }
}

fn save(draft: &Path, path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(draft)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(draft, path)
}

fn failed(path: &Path, why: std::io::Error) -> StoreError {
    StoreError::Folder { path: path.to_owned(), why }
}
