//! The writer: one thread that groups waiting jobs into one commit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::StoreError;
use crate::db::transaction::Tx;
use crate::db::{Connection, Salts};

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
    while let Some(first) = jobs.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            group.push(next);
        }
        let mut group = group.into_iter();
        while group.len() > 0 {
            commit(connection, &mut salts, &mut group, changes_of_units);
        }
    }
}

/// Does jobs of `group` in one transaction: all of them, unless the database gave the transaction
/// up on the way. Nobody is told of success before it is on disk.
fn commit(
    connection: &Connection,
    salts: &mut Salts,
    group: &mut std::vec::IntoIter<Job>,
    changes_of_units: &AtomicU64,
) {
    if let Err(why) = connection.begin_to_write() {
        let why = Arc::new(why);
        for job in group {
            let outcome = job(Err(StoreError::NotSaved { why: Arc::clone(&why) }));
            (outcome.answer)(Ok(()));
        }
        return;
    }
    let mut outcomes = Vec::new();
    for job in group.by_ref() {
        match catch_unwind(AssertUnwindSafe(|| step(connection, salts, job))) {
            Ok(outcome) => outcomes.push(outcome),
            Err(_) => undo(connection),
        }
        if !connection.is_in_transaction() {
            break;
        }
    }
    let saved = connection.commit().map_err(Arc::new);
    if saved.is_err() && connection.is_in_transaction() {
        let _ = connection.batch("ROLLBACK");
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

/// Does one job in a savepoint of its own.
fn step(connection: &Connection, salts: &mut Salts, job: Job) -> Outcome {
    if let Err(why) = connection.batch("SAVEPOINT job") {
        return job(Err(why));
    }
    let mut outcome = job(Ok(&mut Tx::on(connection, salts.as_mut())));
    if !outcome.keep {
        undo(connection);
    } else if let Err(why) = connection.batch("RELEASE job") {
        undo(connection);
        let (why, answer) = (Arc::new(why), outcome.answer);
        outcome.answer = Box::new(move |_| answer(Err(StoreError::NotSaved { why })));
    }
    outcome
}

fn undo(connection: &Connection) {
    let _ = connection.batch("ROLLBACK TO job; RELEASE job");
}
