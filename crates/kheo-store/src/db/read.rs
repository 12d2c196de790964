//! Readers: a few connections that see what is committed and change nothing.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::StoreError;
use crate::db::open;
use crate::db::transaction::Reader;

/// How many pages read at once; the others wait in line.
const AT_ONCE: usize = 4;

pub(super) struct Readers {
    file: PathBuf,
    idle: Mutex<Vec<Connection>>,
    turns: Semaphore,
}

impl Readers {
    pub(super) fn of(file: &Path) -> Self {
        let (idle, turns) = (Mutex::default(), Semaphore::new(AT_ONCE));
        Self { file: file.to_owned(), idle, turns }
    }

    pub(super) async fn turn(&self) -> Result<SemaphorePermit<'_>, StoreError> {
        self.turns.acquire().await.map_err(|_| StoreError::Closed)
    }

    /// Asks `job` inside one read transaction.
    pub(super) fn ask<T>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open::reader(&self.file)?,
        };
        connection.execute_batch("BEGIN")?;
        let answer = job(&Reader::on(&connection));
        connection.execute_batch("ROLLBACK")?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < AT_ONCE {
            idle.push(connection);
        }
        answer
    }
}
