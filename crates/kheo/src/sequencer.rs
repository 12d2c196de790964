//! The sequencer: lets what was recorded enter the log, several times a second.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kheo_ledger::log::LogSigner;
use kheo_store::log::{is_behind, sequence};
use kheo_store::{Db, StoreError};

use crate::terminal::eprintln;

/// How long an entry waits at most before it is looked for.
const PAUSE: Duration = Duration::from_millis(200);

/// Lets all entries that wait enter the log, on the thread that calls it.
pub(crate) fn catch_up(db: &Db, signer: &Arc<LogSigner>, now: Timestamp) -> Result<(), StoreError> {
    loop {
        let signer = Arc::clone(signer);
        if db.write_now(move |tx| sequence(tx, &signer, now))?.is_none() {
            return Ok(());
        }
    }
}

/// Lets entries enter the log as they are recorded, for ever. What fails is told once, and tried again.
pub(crate) async fn keep_up(
    db: Db,
    signer: Arc<LogSigner>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
) {
    let mut told = None;
    loop {
        match step(&db, &signer, now()).await {
            Ok(true) => continue,
            Ok(false) => told = None,
            Err(why) => {
                let why = why.to_string();
                if told.as_ref() != Some(&why) {
                    eprintln(&why);
                }
                told = Some(why);
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Answers whether anything entered.
async fn step(db: &Db, signer: &Arc<LogSigner>, now: Timestamp) -> Result<bool, StoreError> {
    if !db.read(is_behind).await? {
        return Ok(false);
    }
    let signer = Arc::clone(signer);
    Ok(db.write(move |tx| sequence(tx, &signer, now)).await?.is_some())
}
