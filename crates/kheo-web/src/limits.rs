//! What many visitors at once share: how much is under way, and how often somebody may guess.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::brake::{Brake, Rate};
use crate::problem::Problem;

/// Bytes that forms under way hold together. Unit: MiB.
const UNDER_WAY: u32 = 104;
/// How long a form with files waits for its turn.
const WAIT: Duration = Duration::from_secs(20);

/// The limits of one running program.
#[derive(Debug)]
pub(crate) struct Limits {
    /// Wrong user names and passwords.
    pub(crate) sign_in: Brake,
    /// Codes of cases that do not exist.
    pub(crate) codes: Brake,
    /// How long a form with files waits for its turn.
    pub(crate) wait: Duration,
    forms: Arc<Semaphore>,
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
            wait: WAIT,
            forms: Arc::new(Semaphore::new(UNDER_WAY as usize)),
            passwords: Arc::new(Semaphore::new(1)),
            papers: Arc::new(Semaphore::new(1)),
        }
    }

    /// A turn to read the files of a form that will hold `bytes`; small ones need not wait, others
    /// not for long.
    ///
    /// # Errors
    /// [`Problem::Busy`], [`Problem::Broken`].
    pub(crate) async fn form(&self, bytes: usize) -> Result<OwnedSemaphorePermit, Problem> {
        let share = u32::try_from(bytes >> 20).unwrap_or(u32::MAX).min(UNDER_WAY / 2);
        let turn_to_read = Arc::clone(&self.forms).acquire_many_owned(share);
        match tokio::time::timeout(self.wait, turn_to_read).await {
            Ok(permit) => turn(permit),
            Err(_) => Err(Problem::Busy),
        }
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

#[cfg(test)]
mod tests {
    use std::future::Future as _;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::Limits;

    #[tokio::test]
    async fn two_forms_full_of_files_go_at_once_and_a_third_waits_but_small_ones_do_not() {
        let limits = Limits::new();
        let mut asked = Context::from_waker(Waker::noop());
        let mut turn = |bytes: usize| match pin!(limits.form(bytes)).poll(&mut asked) {
            Poll::Ready(turn) => Some(turn.unwrap()),
            Poll::Pending => None,
        };
        let (first, second) = (turn(256 << 20), turn(52 << 20));
        assert!(first.is_some() && second.is_some());
        assert!(turn(52 << 20).is_none());
        assert!(turn(2 << 20).is_none());
        assert!(turn(100_000).is_some());
        drop(first);
        assert!(turn(52 << 20).is_some());
    }
}
