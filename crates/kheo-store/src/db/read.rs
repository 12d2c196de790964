//! Readers: a few connections that see what is committed and change nothing.

use std::mem;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::StoreError;
use crate::db::transaction::Reader;
use crate::db::{Connection, Database};

/// How many pages read at once; the others wait in line.
const AT_ONCE: usize = 4;

/// How a connection to the database is opened.
type Open = fn(&Database) -> Result<Connection, StoreError>;

pub(super) struct Readers {
    database: Database,
    open: Open,
    idle: Mutex<Vec<Connection>>,
    turns: Arc<Semaphore>,
}

impl Readers {
    pub(super) fn of(database: &Database, open: Open) -> Self {
        let (idle, turns) = (Mutex::default(), Arc::new(Semaphore::new(AT_ONCE)));
        Self { database: database.clone(), open, idle, turns }
    }

    pub(super) const fn database(&self) -> &Database {
        &self.database
    }

    /// A turn to read; it belongs to the work, which may outlast the one who asked for it.
    pub(super) async fn turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        Arc::clone(&self.turns).acquire_owned().await.map_err(|_| StoreError::Closed)
    }

    /// A connection on which a read transaction has begun.
    pub(super) fn begin(&self) -> Result<Connection, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => (self.open)(&self.database)?,
        };
        connection.begin_to_read()?;
        Ok(connection)
    }

    /// Asks `job` inside the read transaction of `connection`, and ends it.
    pub(super) fn ask<T>(
        &self,
        connection: Connection,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let answer = job(&Reader::on(&connection));
        if connection.batch("ROLLBACK").is_err() {
            return answer;
        }
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < AT_ONCE {
            idle.push(connection);
        }
        answer
    }
}

/// A connection to a server may not be closed on a thread that others wait on.
impl Drop for Readers {
    fn drop(&mut self) {
        let idle = mem::take(self.idle.get_mut().unwrap_or_else(PoisonError::into_inner));
        let _ = thread::spawn(move || drop(idle)).join();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::AT_ONCE;
    use crate::{Database, Db};

    #[test]
    fn a_turn_ends_with_the_work_and_not_with_the_one_who_asked() {
        let folder = tempfile::tempdir().unwrap();
        let db =
            Db::open(&Database::file(folder.path().join("kheo.db")), Box::new(|| [0; 32])).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut held = Vec::new();
            for _ in 0..AT_ONCE {
                let (go_on, wait) = channel::<()>();
                let (begun, has_begun) = tokio::sync::oneshot::channel();
                let reader = db.clone();
                let asked = tokio::spawn(async move {
                    let work = reader.read(move |_| {
                        begun.send(()).unwrap();
                        let _ = wait.recv();
                        Ok(())
                    });
                    work.await
                });
                has_begun.await.unwrap();
                asked.abort();
                assert!(asked.await.unwrap_err().is_cancelled());
                held.push(go_on);
            }
            assert_eq!(db.readers.turns.available_permits(), 0);
            drop(held);
            db.read(|_| Ok(())).await.unwrap();
        });
    }
}
