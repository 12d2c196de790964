//! The writer: one thread that groups waiting jobs into one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::StoreError;
use crate::db::transaction::{Reader, Tx};
use crate::db::{Connection, Remembered, Salts};

/// The most jobs that share a commit.
const GROUP: usize = 256;
/// The most jobs that wait; whoever comes later waits for a place.
const WAITING: usize = 1024;

/// Something to write; it hands back what to tell the one who asked.
pub(super) type Job = Box<dyn FnOnce(Result<&mut Tx<'_>, StoreError>) -> Outcome + Send>;

/// What came of a job: whether to keep what it wrote, and how to answer once that is decided.
pub(super) struct Outcome {
    keep: bool,
    changed_units: bool,
    answer: Box<dyn FnOnce(Result<(), StoreError>)>,
}

/// `job` with its answer, for the queue.
pub(super) fn job<T: 'static, E: From<StoreError> + 'static>(
    job: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    answer: impl FnOnce(Result<T, E>) + Send + 'static,
) -> Job {
    Box::new(move |tx| {
        let mut changed_units = false;
        let result = tx.map_err(E::from).and_then(|tx| {
            let result = job(tx);
            changed_units = tx.has_changed_units();
            result
        });
        let keep = result.is_ok();
        let tell = move |saved: Result<(), StoreError>| {
            answer(result.and_then(|value| saved.map(|()| value).map_err(E::from)));
        };
        Outcome { keep, changed_units, answer: Box::new(tell) }
    })
}

pub(super) struct Writer {
    queue: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    changes_of_units: Arc<AtomicU64>,
}

impl Writer {
    pub(super) fn start(connection: Connection, salts: Salts) -> std::io::Result<Self> {
        let (queue, jobs) = channel(WAITING);
        let changes_of_units = Arc::<AtomicU64>::default();
        let count = Arc::clone(&changes_of_units);
        let thread = thread::Builder::new()
            .name("kheo-writer".to_owned())
            .spawn(move || work(&connection, salts, jobs, &count))?;
        Ok(Self { queue: Some(queue), thread: Some(thread), changes_of_units })
    }

    /// In how many transactions units or posts have changed.
    pub(super) fn changes_of_units(&self) -> u64 {
        self.changes_of_units.load(Ordering::Acquire)
    }

    pub(super) async fn send(&self, job: Job) -> Result<(), StoreError> {
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.send(job).await.map_err(|_| StoreError::Closed)
    }

    pub(super) fn send_now(&self, job: Job) -> Result<(), StoreError> {
        let queue = self.queue.as_ref().ok_or(StoreError::Closed)?;
        queue.blocking_send(job).map_err(|_| StoreError::Closed)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

fn work(
    connection: &Connection,
    mut salts: Salts,
    mut jobs: Receiver<Job>,
    changes_of_units: &AtomicU64,
) {
    let at = At { connection, remembered: Remembered::default() };
    while let Some(first) = jobs.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            group.push(next);
        }
        let mut group = group.into_iter();
        while group.len() > 0 {
            at.commit(&mut salts, &mut group, changes_of_units);
        }
    }
}

/// Undoes what one of several jobs wrote.
const STEP: &str = "ROLLBACK TO job; RELEASE job";
/// Undoes what the only job of a transaction wrote; nothing is left to save.
const WHOLE: &str = "ROLLBACK; BEGIN";

/// Where jobs write.
struct At<'c> {
    connection: &'c Connection,
    remembered: Remembered,
}

impl At<'_> {
    /// Does jobs of `group` in one transaction: all of them, unless the database gave the transaction
    /// up on the way. Nobody is told of success before it is on disk.
    fn commit(
        &self,
        salts: &mut Salts,
        group: &mut std::vec::IntoIter<Job>,
        changes_of_units: &AtomicU64,
    ) {
        if let Err(why) = self.begin() {
            let why = Arc::new(why);
            for job in group {
                let outcome = job(Err(StoreError::NotSaved { why: Arc::clone(&why) }));
                (outcome.answer)(Ok(()));
            }
            return;
        }
        let is_alone = group.len() == 1;
        let mut outcomes = Vec::new();
        for job in group.by_ref() {
            let work = || if is_alone { self.alone(salts, job) } else { self.step(salts, job) };
            match catch_unwind(AssertUnwindSafe(work)) {
                Ok(outcome) => outcomes.push(outcome),
                Err(_) => self.undo(if is_alone { WHOLE } else { STEP }),
            }
            if !self.connection.is_in_transaction() {
                break;
            }
        }
        let saved = self.connection.commit().map_err(Arc::new);
        if saved.is_err() {
            self.remembered.forget();
            if self.connection.is_in_transaction() {
                let _ = self.connection.batch("ROLLBACK");
            }
        }
        if outcomes.iter().any(|outcome| outcome.changed_units) {
            changes_of_units.fetch_add(1, Ordering::Release);
        }
        for outcome in outcomes {
            (outcome.answer)(match &saved {
                Ok(()) => Ok(()),
                Err(why) if matches!(**why, StoreError::Uncertain) => Err(StoreError::Uncertain),
                Err(why) => Err(StoreError::NotSaved { why: Arc::clone(why) }),
            });
        }
    }

    fn begin(&self) -> Result<(), StoreError> {
        self.connection.begin_to_write()?;
        let renewed = self.remembered.renew(&Reader::on(self.connection));
        if renewed.is_err() {
            self.undo("ROLLBACK");
        }
        renewed
    }

    /// Does the only job of a transaction. A savepoint would keep what every page was like before each
    /// statement of it, which takes longer and longer in a long one.
    fn alone(&self, salts: &mut Salts, job: Job) -> Outcome {
        let outcome = job(Ok(&mut Tx::on(self.connection, &self.remembered, salts.as_mut())));
        if !outcome.keep {
            self.undo(WHOLE);
        }
        outcome
    }

    /// Does one job in a savepoint of its own.
    fn step(&self, salts: &mut Salts, job: Job) -> Outcome {
        if let Err(why) = self.connection.run("SAVEPOINT job", &[]) {
            return job(Err(why));
        }
        let mut outcome = job(Ok(&mut Tx::on(self.connection, &self.remembered, salts.as_mut())));
        if !outcome.keep {
            self.undo(STEP);
        } else if let Err(why) = self.connection.run("RELEASE job", &[]) {
            self.undo(STEP);
            let (why, answer) = (Arc::new(why), outcome.answer);
            outcome.answer = Box::new(move |_| answer(Err(StoreError::NotSaved { why })));
        }
        outcome
    }

    /// Undoes what a job wrote.
    fn undo(&self, sql: &str) {
        self.remembered.forget();
        let _ = self.connection.batch(sql);
    }
}
