//! The open database: one writer, a few readers.

mod connection;
mod database;
mod postgres;
mod read;
mod remembered;
mod sqlite;
mod sums;
mod transaction;
mod write;

use std::path::Path;
use std::sync::Arc;

pub use database::{Database, NoDatabase};
pub use transaction::{Reader, Tx};

use crate::StoreError;
use read::Readers;
use write::Writer;

pub(crate) use connection::Connection;
#[cfg(test)]
pub(crate) use postgres::tables;
pub(crate) use remembered::Remembered;
#[cfg(test)]
pub(crate) use sqlite::SCHEMA;
pub(crate) use sums::{Sums, Whole};

/// Where the random salts of entries come from.
pub type Salts = Box<dyn FnMut() -> [u8; 32] + Send>;

/// The open database of an installation. Cheap to clone; the last one closes it.
#[derive(Clone)]
pub struct Db {
    // The writer is dropped last, so that closing it also folds the log into the file.
    readers: Arc<Readers>,
    replica: Option<Arc<Readers>>,
    writer: Arc<Writer>,
}

impl Db {
    /// Opens the database, or begins one there.
    ///
    /// # Errors
    /// [`StoreError::NotOurs`], [`StoreError::Newer`], [`StoreError::Older`],
    /// [`StoreError::Outdated`], [`StoreError::Corrupt`],
    /// [`StoreError::Unopenable`]; the database is untouched then.
    pub fn open(database: &Database, salts: Salts) -> Result<Self, StoreError> {
        Self::opened(database, salts, false)
    }

    /// The same for [`ledger::rebuild`](crate::ledger::rebuild), before which nothing else may be
    /// asked or written: the read tables may be those of an older schema.
    ///
    /// # Errors
    /// As [`Db::open`], but for [`StoreError::Outdated`].
    pub fn open_to_rebuild(database: &Database, salts: Salts) -> Result<Self, StoreError> {
        Self::opened(database, salts, true)
    }

    /// Opens the database for questions alone: it is as before, and what is written is refused.
    ///
    /// # Errors
    /// [`StoreError::Nothing`] when none was begun there; as [`Db::open`], and [`StoreError::Outdated`] also where
    /// that would add what an earlier program did not have.
    pub fn open_to_read(database: &Database) -> Result<Self, StoreError> {
        let connection = match database {
            Database::File(file) => Connection::Sqlite(sqlite::onlooker(file)?),
            Database::Server(config) => Connection::Postgres(Box::new(postgres::onlooker(config)?)),
        };
        Self::on(database, connection, Box::new(|| [0; 32]))
    }

    fn opened(database: &Database, salts: Salts, to_rebuild: bool) -> Result<Self, StoreError> {
        let connection = match database {
            Database::File(file) => Connection::Sqlite(sqlite::writer(file, to_rebuild)?),
            Database::Server(config) => Connection::Postgres(Box::new(postgres::writer(config)?)),
        };
        Self::on(database, connection, salts)
    }

    fn on(database: &Database, connection: Connection, salts: Salts) -> Result<Self, StoreError> {
        let writer = Writer::start(connection, salts).map_err(|_| StoreError::BrokeOff)?;
        let readers = Readers::of(database, Connection::reader);
        Ok(Self { readers: Arc::new(readers), replica: None, writer: Arc::new(writer) })
    }

    /// Writes the database into a new `file` as it stands at one moment, while others go on; answers whether
    /// it is one that can be copied so.
    ///
    /// # Errors
    /// [`StoreError`]; what was begun is left there.
    pub(crate) fn copy_file(&self, file: &Path) -> Result<bool, StoreError> {
        let Database::File(from) = self.readers.database() else { return Ok(false) };
        sqlite::copy(from, file).map(|()| true)
    }

    /// The numbers of the pages of the file that are not as they were written; a server proves its own.
    ///
    /// # Errors
    /// [`StoreError::Folder`].
    pub(crate) fn damaged_pages(&self) -> Result<Vec<u64>, StoreError> {
        self.readers.database().damaged_pages()
    }

    /// Whether what the disk changed is found before it is served: our files prove their pages, a server does when
    /// its cluster was made so.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn proves_pages(&self) -> Result<bool, StoreError> {
        const SAYS: &str = "SELECT current_setting('data_checksums') = 'on'";
        if !self.readers.database().is_shared() {
            return Ok(true);
        }
        self.read_now(|r| Ok(r.row(SAYS, &[], |row| row.truth(0))?.unwrap_or(false)))
    }

    /// How often units or posts have changed since the database was opened; nothing where other programs may
    /// change them too.
    #[must_use]
    pub fn changes_of_units(&self) -> Option<u64> {
        (!self.readers.database().is_shared()).then(|| self.writer.changes_of_units())
    }

    /// Writes the tables anew, without what was deleted from them: whoever reads the bytes of their files finds
    /// none of that. Answers whether that was possible: a server keeps what somebody still reads of an earlier
    /// state.
    ///
    /// # Errors
    /// [`StoreError`]; the database is as it was.
    pub(crate) fn compact(&self) -> Result<bool, StoreError> {
        match self.readers.database() {
            Database::File(file) => sqlite::compact(file),
            Database::Server(config) => postgres::compact(config),
        }
    }

    /// Does `job` in a transaction, and answers when what it wrote is on disk.
    ///
    /// A job that fails or breaks off leaves nothing behind. Jobs that wait share one commit.
    ///
    /// # Errors
    /// Those of the job, and [`StoreError`] when the transaction could not be saved.
    pub async fn write<T, E>(
        &self,
        job: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, answered) = tokio::sync::oneshot::channel();
        let job = write::job(job, |result| drop(answer.send(result)));
        self.writer.send(job).await?;
        answered.await.unwrap_or_else(|_| Err(StoreError::BrokeOff.into()))
    }

    /// [`Db::write`] for the command line: waits on the thread that calls it.
    ///
    /// # Errors
    /// As [`Db::write`].
    pub fn write_now<T, E>(
        &self,
        job: impl FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, answered) = std::sync::mpsc::sync_channel(1);
        let job = write::job(job, move |result| drop(answer.send(result)));
        self.writer.send_now(job)?;
        answered.recv().unwrap_or_else(|_| Err(StoreError::BrokeOff.into()))
    }

    /// The same, but [`Db::read_public`] asks this copy of the database, which a server keeps.
    #[must_use]
    pub fn with_replica(self, replica: &Database) -> Self {
        Self { replica: Some(Arc::new(Readers::of(replica, Connection::replica))), ..self }
    }

    /// Asks `job` of the database as it stands at one moment.
    ///
    /// # Errors
    /// Those of the job.
    pub async fn read<T>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
    {
        Self::ask(Arc::clone(&self.readers), None, job).await
    }

    /// [`Db::read`] for what anybody may see and nobody has just written: asks the replica, which may be some
    /// moments behind. One that does not answer is passed over.
    ///
    /// # Errors
    /// Those of the job.
    pub async fn read_public<T>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
    {
        Self::ask(Arc::clone(&self.readers), self.replica.clone(), job).await
    }

    async fn ask<T>(
        readers: Arc<Readers>,
        replica: Option<Arc<Readers>>,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
    {
        let turn = replica.as_ref().unwrap_or(&readers).turn().await?;
        let work = tokio::task::spawn_blocking(move || {
            let answer = match replica.map(|replica| (replica.begin(), replica)) {
                Some((Ok(connection), replica)) => replica.ask(connection, job),
                _ => readers.begin().and_then(|connection| readers.ask(connection, job)),
            };
            drop(turn);
            answer
        });
        work.await.unwrap_or(Err(StoreError::BrokeOff))
    }

    /// [`Db::read_now`] for a job that reads whole tables: on a connection of its own.
    ///
    /// # Errors
    /// Those of the job.
    pub(crate) fn read_whole<T>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let connection = Connection::reader(self.readers.database())?;
        connection.begin_to_read()?;
        job(&Reader::on(&connection))
    }

    /// [`Db::read`] for the command line: waits on the thread that calls it.
    ///
    /// # Errors
    /// Those of the job.
    pub fn read_now<T>(
        &self,
        job: impl FnOnce(&Reader<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.readers.ask(self.readers.begin()?, job)
    }
}
