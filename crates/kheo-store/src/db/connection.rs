//! One connection to the database, whichever it is: all that the rooms above need of a driver.

use rusqlite::params_from_iter;

use crate::StoreError;
use crate::db::postgres::Server;
use crate::db::{Database, sqlite};
use crate::sql::{Rows, Value};

/// An open connection.
pub(crate) enum Connection {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Server>),
}

impl Connection {
    /// A connection that only reads.
    pub(super) fn reader(database: &Database) -> Result<Self, StoreError> {
        Ok(match database {
            Database::File(file) => Self::Sqlite(sqlite::reader(file)?),
            Database::Server(config) => Self::Postgres(Box::new(Server::reader(config)?)),
        })
    }

    /// A connection to a replica, which is not waited for.
    pub(super) fn replica(database: &Database) -> Result<Self, StoreError> {
        match database {
            Database::File(_) => Self::reader(database),
            Database::Server(config) => Ok(Self::Postgres(Box::new(Server::replica(config)?))),
        }
    }

    /// Keeps more pages in memory than a reader of a few rows needs; a server has its own.
    pub(super) fn make_room(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(sqlite::make_room(connection)?),
            Self::Postgres(_) => Ok(()),
        }
    }

    /// A database with the tables of today, which goes away with the connection.
    pub(crate) fn scratch() -> Result<Self, StoreError> {
        Ok(Self::Sqlite(sqlite::scratch()?))
    }

    /// Begins a transaction that sees one moment and changes nothing.
    pub(super) fn begin_to_read(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch("BEGIN")?),
            Self::Postgres(server) => server.begin_to_read(),
        }
    }

    /// Begins a transaction beside which nobody else writes.
    pub(super) fn begin_to_write(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch("BEGIN IMMEDIATE")?),
            Self::Postgres(server) => server.begin_to_write(),
        }
    }

    /// Whether a transaction is under way: the database may have given it up.
    pub(super) fn is_in_transaction(&self) -> bool {
        match self {
            Self::Sqlite(connection) => !connection.is_autocommit(),
            Self::Postgres(server) => server.is_in_transaction(),
        }
    }

    /// Saves the transaction: what it wrote is on disk when this returns.
    pub(super) fn commit(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch("COMMIT")?),
            Self::Postgres(server) => server.commit(),
        }
    }

    /// Carries out statements that take no values.
    pub(super) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Self::Postgres(server) => server.batch(sql),
        }
    }

    /// Lets `take` have the rows of the answer.
    pub(super) fn ask<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        take: impl FnOnce(&mut Rows<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                take(&mut Rows::Sqlite(statement.query(params_from_iter(values))?))
            }
            Self::Postgres(server) => server.ask(sql, values, take),
        }
    }

    /// Carries out a statement; answers how many rows it changed.
    pub(super) fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let changed = connection.prepare_cached(sql)?.execute(params_from_iter(values))?;
                Ok(u64::try_from(changed).unwrap_or(u64::MAX))
            }
            Self::Postgres(server) => server.run(sql, values),
        }
    }

    /// Carries out a statement for each of `rows`.
    pub(super) fn run_each<'v, const N: usize>(
        &self,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Value<'v>; N]>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(sql)?;
                for row in rows {
                    statement.execute(params_from_iter(&row))?;
                }
                Ok(())
            }
            Self::Postgres(server) => {
                rows.into_iter().try_for_each(|row| server.run(sql, &row).map(drop))
            }
        }
    }

    /// Makes the tables that are missing, or are those of an older schema, empty; answers the
    /// highest place in the ledger that was named in what went.
    pub(super) fn make_missing_tables(&self) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(connection) => Ok(sqlite::make_missing_tables(connection)?),
            Self::Postgres(server) => server.make_tables().map(|()| 0),
        }
    }
}
