//! The only reader of the clock.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use jiff::{SignedDuration, Timestamp};

/// Tells the time: the true one, or that of a demonstration.
#[derive(Clone)]
pub(crate) struct Clock {
    ahead: SignedDuration,
}

impl Clock {
    /// The true time.
    pub(crate) const fn true_time() -> Self {
        Self { ahead: SignedDuration::ZERO }
    }

    /// A clock that says `start` now and runs on from there.
    pub(crate) fn starting_at(start: Timestamp) -> Self {
        Self { ahead: start.duration_since(wall()) }
    }

    /// The time by this clock.
    pub(crate) fn now(&self) -> Timestamp {
        wall().checked_add(self.ahead).unwrap_or_else(|_| wall())
    }

    /// The clock as the pages take it.
    pub(crate) fn shared(&self) -> Arc<dyn Fn() -> Timestamp + Send + Sync> {
        let clock = self.clone();
        Arc::new(move || clock.now())
    }
}

/// The moment a day before now, by which files are dated.
#[expect(clippy::disallowed_methods, reason = "this module is the reader of the clock")]
pub(crate) fn a_day_ago() -> SystemTime {
    SystemTime::now() - Duration::from_hours(24)
}

/// The moment an hour before now, by which files are dated. No form takes so long to arrive.
#[expect(clippy::disallowed_methods, reason = "this module is the reader of the clock")]
pub(crate) fn an_hour_ago() -> SystemTime {
    SystemTime::now() - Duration::from_hours(1)
}

/// Runs `work` and tells how long it took.
#[expect(clippy::disallowed_methods, reason = "this module is the reader of the clock")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let done = work();
    (done, start.elapsed())
}

#[expect(clippy::disallowed_methods, reason = "this module is the reader of the clock")]
fn wall() -> Timestamp {
    Timestamp::now()
}
