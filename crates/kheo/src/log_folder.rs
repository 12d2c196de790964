//! What of the log lies beside the database: the key that signs it, and how far it was signed.

use std::path::{Path, PathBuf};

use kheo_ledger::log::{Checkpoint, LogSigner, VerifierKey, WrongCheckpoint};
use kheo_store::Db;

use crate::failure::Failure;
use crate::{kept_file, randomness};

pub(crate) const KEY: &str = "ledger.key";
const KEY_DRAFT: &str = ".ledger.key";
const ANCHOR: &str = "ledger.checkpoint";
const ANCHOR_DRAFT: &str = ".ledger.checkpoint";

/// All files that lie there for the log.
pub(crate) const FILES: [&str; 4] = [KEY, KEY_DRAFT, ANCHOR, ANCHOR_DRAFT];

/// The data folder, as far as it is the log's.
pub(crate) struct LogFolder(PathBuf);

impl LogFolder {
    pub(crate) fn of(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    /// The key of the log. A log that has not begun gets one, whose name for good is `origin`.
    ///
    /// # Errors
    /// When the key cannot be read or written, is open to others, is none, or is missing although the log has
    /// begun.
    pub(crate) fn signer(&self, db: &Db, origin: &str) -> Result<LogSigner, Failure> {
        if let Some(signer) = self.key()? {
            return Ok(signer);
        }
        if self.has_begun(db)? {
            return Err(Failure::new("log-key-lost").with("path", self.path(KEY)));
        }
        let mut seed = [0; 32];
        randomness::source()(&mut seed);
        let signer = LogSigner::new(origin, &seed)
            .map_err(|_| Failure::new("log-name").with("name", origin))?;
        kept_file::keep(&self.0, KEY, &format!("{}\n", signer.secret()))?;
        Ok(signer)
    }

    /// The key with which anybody checks the log; nothing when the log has not begun.
    ///
    /// # Errors
    /// When the key cannot be read, is none, or is missing although the log has begun.
    pub(crate) fn verifier(&self, db: &Db) -> Result<Option<VerifierKey>, Failure> {
        match self.key()? {
            Some(signer) => Ok(Some(signer.verifier())),
            None if self.has_begun(db)? => {
                Err(Failure::new("log-key-lost").with("path", self.path(KEY)))
            }
            None => Ok(None),
        }
    }

    /// The last checkpoint that was signed here, whatever the database says.
    ///
    /// # Errors
    /// When the file cannot be read or is no checkpoint.
    pub(crate) fn anchor(&self) -> Result<Option<Checkpoint>, Failure> {
        let Some(text) = kept_file::read(&self.0.join(ANCHOR))? else { return Ok(None) };
        text.parse().map(Some).map_err(|_: WrongCheckpoint| {
            Failure::new("log-anchor").with("path", self.path(ANCHOR))
        })
    }

    /// Writes down that `checkpoint` was signed; it is on disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn remember(&self, checkpoint: &Checkpoint) -> Result<(), Failure> {
        kept_file::keep(&self.0, ANCHOR, &checkpoint.to_string())
    }

    /// Puts the key and the last checkpoint that was signed into another folder, as far as they are here.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub(crate) fn copy_to(&self, other: &Self) -> Result<(), Failure> {
        for name in [KEY, ANCHOR] {
            if let Some(text) = kept_file::read(&self.0.join(name))? {
                kept_file::keep(&other.0, name, &text)?;
            }
        }
        Ok(())
    }

    fn has_begun(&self, db: &Db) -> Result<bool, Failure> {
        Ok(self.anchor()?.is_some() || db.read_now(kheo_store::log::head)?.is_some())
    }

    fn key(&self) -> Result<Option<LogSigner>, Failure> {
        let Some(text) = kept_file::read_secret(&self.0.join(KEY))? else { return Ok(None) };
        let signer = LogSigner::read(text.trim());
        signer
            .map(Some)
            .map_err(|why| Failure::new("log-key").with("path", self.path(KEY)).caused_by(why))
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}
