//! What many visitors at once share: how much is under way, and how often somebody may guess.

mod memory;
mod share;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::brake::{Brake, Rate};
use crate::problem::Problem;

pub(crate) use memory::Memory;
pub(crate) use share::{Share, Taken};

/// Files that forms under way have on disk together, and those from one address.
const FILES: (usize, usize) = (128, 32);
/// What texts under way hold together beyond what each may hold, and those from one address. Unit:
/// KiB.
const TEXTS: (usize, usize) = (32 << 10, 8 << 10);
/// How long a form waits for its turn.
const WAIT: Duration = Duration::from_secs(20);

/// The limits of one running program.
#[derive(Debug)]
pub(crate) struct Limits {
    /// Wrong user names and passwords.
    pub(crate) sign_in: Brake,
    /// Codes of cases that do not exist.
    pub(crate) codes: Brake,
    /// Wrong passphrases of keys.
    pub(crate) unsealing: Brake,
    /// How long a form waits for its turn.
    pub(crate) wait: Duration,
    files: Share,
    texts: Share,
    passwords: Arc<Semaphore>,
    papers: Arc<Semaphore>,
}

impl Limits {
    /// The limits as a program begins with them.
    pub(crate) fn new() -> Self {
        let rate = |burst, every| Rate { burst, every };
        Self {
            sign_in: Brake::new(rate(10, 30), rate(200, 1)),
            codes: Brake::new(rate(30, 10), rate(600, 1)),
            unsealing: Brake::new(rate(5, 60), rate(50, 10)),
            wait: WAIT,
            files: Share::new(FILES.0, FILES.1),
            texts: Share::new(TEXTS.0, TEXTS.1),
            passwords: Arc::new(Semaphore::new(1)),
            papers: Arc::new(Semaphore::new(1)),
        }
    }

    /// A turn to take in a file from `client`; others that are slow do not hold it up for long.
    ///
    /// # Errors
    /// [`Problem::Busy`], [`Problem::Broken`].
    pub(crate) async fn file(&self, client: IpAddr) -> Result<Taken, Problem> {
        self.files.take(client, 1, self.wait).await
    }

    /// A turn to write a file: it takes tens of megabytes, and a machine may have little memory.
    ///
    /// # Errors
    /// [`Problem::Broken`].
    pub(crate) async fn paper(&self) -> Result<OwnedSemaphorePermit, Problem> {
        turn(Arc::clone(&self.papers).acquire_owned().await)
    }

    /// A turn to check a password: each takes time and memory on purpose, and pages must go on.
    ///
    /// # Errors
    /// [`Problem::Broken`].
    pub(crate) async fn password(&self) -> Result<OwnedSemaphorePermit, Problem> {
        turn(Arc::clone(&self.passwords).acquire_owned().await)
    }
}

fn turn<E: std::fmt::Display>(
    permit: Result<OwnedSemaphorePermit, E>,
) -> Result<OwnedSemaphorePermit, Problem> {
    permit.map_err(|why| Problem::Broken(why.to_string()))
}
