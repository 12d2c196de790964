//! The sequencer: lets what was recorded enter the log, several times a second.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use kheo_ledger::log::{Checkpoint, LogSigner};
use kheo_store::Db;
use kheo_store::log::{is_behind, sequence};

use crate::failure::Failure;
use crate::log_folder::LogFolder;
use crate::terminal::eprintln;

/// How long an entry waits at most before it is looked for.
const PAUSE: Duration = Duration::from_millis(200);

/// What signs the log of one installation, and remembers outside the database how far it came.
pub(crate) struct Sequencer {
    db: Db,
    signer: Arc<LogSigner>,
    folder: LogFolder,
    anchor: Mutex<Option<Checkpoint>>,
}

impl Sequencer {
    /// The sequencer of the installation whose log is kept in `folder`. A log that has not begun is called
    /// `origin` for good.
    ///
    /// # Errors
    /// When the key or the anchor cannot be read or written, or was lost.
    pub(crate) fn of(db: &Db, folder: LogFolder, origin: &str) -> Result<Self, Failure> {
        let anchor = folder.anchor()?;
        let signer = Arc::new(folder.signer(db, origin)?);
        Ok(Self { db: db.clone(), signer, folder, anchor: Mutex::new(anchor) })
    }

    /// What signs.
    pub(crate) fn signer(&self) -> &LogSigner {
        &self.signer
    }

    /// Lets all entries that wait enter the log, on the thread that calls it.
    ///
    /// # Errors
    /// When the log is not the one that was signed, or cannot be written.
    pub(crate) fn catch_up(&self, now: Timestamp) -> Result<(), Failure> {
        let mut anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let (signer, known) = (Arc::clone(&self.signer), anchor.clone());
            let entered =
                self.db.write_now(move |tx| sequence(tx, &signer, known.as_ref(), now))?;
            let Some(checkpoint) = entered else { return Ok(()) };
            self.folder.remember(&checkpoint)?;
            *anchor = Some(checkpoint);
        }
    }
}

/// Lets entries enter the log as they are recorded, for ever. What fails is told once, and tried again.
pub(crate) async fn keep_up(
    sequencer: Arc<Sequencer>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    in_words: impl Fn(&Failure) -> String,
) {
    let mut told = None;
    loop {
        if let Err(failure) = step(&sequencer, now()).await {
            let why = in_words(&failure);
            if told.as_ref() != Some(&why) {
                eprintln(&why);
            }
            told = Some(why);
        } else {
            told = None;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn step(sequencer: &Arc<Sequencer>, now: Timestamp) -> Result<(), Failure> {
    if !sequencer.db.read(is_behind).await? {
        return Ok(());
    }
    let sequencer = Arc::clone(sequencer);
    let entering = tokio::task::spawn_blocking(move || sequencer.catch_up(now));
    entering.await.unwrap_or_else(|_| Err(Failure::new("store-broke-off")))
}
