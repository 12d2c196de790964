//! What a witness keeps: its key, what it saw last of each log, and evidence against logs that broke their word.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use kheo_ledger::log::{Checkpoint, Note, VerifierKey, WitnessSigner};
use kheo_ledger::{content_hash, hexadecimal};

use crate::failure::Failure;
use crate::folder::{try_lock, unwritable};
use crate::{kept_file, randomness};

const KEY: &str = "witness.key";
const LOGS: &str = "witnessed";
const SEEN: &str = "checkpoint";

/// The folder of a witness, as far as it is about one log; nobody else follows that log with it as long as
/// this value lives.
pub(super) struct Folder {
    data: PathBuf,
    log: PathBuf,
    _lock: File,
}

impl Folder {
    /// The part of `data` that is about the log of `key`. It goes by the name of the log, so that a log that
    /// changes its key is held to what it signed before.
    ///
    /// # Errors
    /// When it cannot be written, or another program follows that log with it.
    pub(super) fn take(data: &Path, key: &VerifierKey) -> Result<Self, Failure> {
        let hash = hexadecimal(&content_hash(key.name().as_bytes()));
        let log = data.join(LOGS).join(hash.chars().take(16).collect::<String>());
        fs::create_dir_all(&log).map_err(|why| unwritable(&log, &why))?;
        match try_lock(&log)? {
            Some(lock) => Ok(Self { data: data.to_owned(), log, _lock: lock }),
            None => Err(Failure::new("witness-in-use").with("path", log.display())),
        }
    }

    /// The key of this witness; one that is called `name` is made where there is none.
    ///
    /// # Errors
    /// When it cannot be read or written, is open to others or none, or has no name yet.
    pub(super) fn signer(&self, name: Option<&str>) -> Result<WitnessSigner, Failure> {
        let path = self.data.join(KEY);
        if let Some(text) = kept_file::read_secret(&path)? {
            return WitnessSigner::read(text.trim()).map_err(|why| {
                Failure::new("witness-key").with("path", path.display()).caused_by(why)
            });
        }
        let name = name.unwrap_or_default();
        let mut seed = [0; 32];
        randomness::source()(&mut seed);
        let signer = WitnessSigner::new(name, &seed)
            .map_err(|_| Failure::new("witness-name").with("name", name))?;
        kept_file::keep(&self.data, KEY, &format!("{}\n", signer.secret()))?;
        Ok(signer)
    }

    /// What was seen last of the log, as it was cosigned; nothing the first time.
    ///
    /// # Errors
    /// When the file cannot be read or is no signed note.
    pub(super) fn seen(&self) -> Result<Option<Note>, Failure> {
        let Some(text) = kept_file::read(&self.log.join(SEEN))? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| self.damaged())
    }

    /// The checkpoint that was seen.
    ///
    /// # Errors
    /// When the file holds none.
    pub(super) fn checkpoint(&self, seen: &Note) -> Result<Checkpoint, Failure> {
        seen.text.parse().map_err(|_| self.damaged())
    }

    /// Writes down what was seen and cosigned; it is on disk when this returns.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn remember(&self, cosigned: &Note) -> Result<(), Failure> {
        kept_file::keep(&self.log, SEEN, &cosigned.to_string())
    }

    /// Keeps both checkpoints of a log that broke its word, each as it was signed; answers where.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(super) fn keep_evidence(
        &self,
        seen: Option<&Note>,
        now: &Note,
    ) -> Result<PathBuf, Failure> {
        let notes: Vec<String> = seen.into_iter().chain([now]).map(Note::to_string).collect();
        let text = notes.join("\n");
        let hash = hexadecimal(&content_hash(text.as_bytes()));
        let name = format!("evidence-{}", hash.chars().take(16).collect::<String>());
        kept_file::keep(&self.log, &name, &text)?;
        Ok(self.log.join(name))
    }

    fn damaged(&self) -> Failure {
        Failure::new("witness-seen").with("path", self.log.join(SEEN).display())
    }
}
