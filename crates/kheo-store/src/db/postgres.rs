//! `PostgreSQL`: a connection that is made again when it breaks, and statements that are prepared once.

mod compact;
mod open;
mod value;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::thread;
use std::time::{Duration, Instant};

use postgres::{Client, Config, Statement};

use crate::StoreError;
use crate::sql::{Rows, Value, changed};

pub(super) use compact::compact;
pub(crate) use open::tables;
pub(super) use open::{is_in_use, onlooker, writer};

/// How long a server that does not answer is waited for: a failover takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(50);

/// Sees one moment, and changes nothing.
const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Nobody else writes until this ends, so that entries follow one another without a gap.
const WRITE: &str = "BEGIN; LOCK TABLE installation IN EXCLUSIVE MODE";

#[expect(clippy::disallowed_methods, reason = "how long a server is silent is no fact of ours")]
/// What `connect` makes, which is tried again until a server that does not answer has been waited for long enough.
fn patiently(connect: impl Fn() -> Result<Server, StoreError>) -> Result<Server, StoreError> {
    let asked = Instant::now();
    loop {
        match connect() {
            Err(why) if why.is_away() && asked.elapsed() < PATIENCE => thread::sleep(PAUSE),
            done => return done,
        }
    }
}

/// A connection to the server.
pub(crate) struct Server {
    config: Config,
    client: RefCell<Client>,
    statements: RefCell<HashMap<&'static str, Statement>>,
    begun: Cell<bool>,
    patience: Duration,
}

impl Server {
    /// A connection that only reads.
    ///
    /// A server that does not answer is waited for.
    pub(super) fn reader(config: &Config) -> Result<Self, StoreError> {
        patiently(|| Self::connected(config))
    }

    /// One that only reads, and is not waited for.
    pub(super) fn replica(config: &Config) -> Result<Self, StoreError> {
        Ok(Self { patience: Duration::ZERO, ..Self::connected(config)? })
    }

    fn connected(config: &Config) -> Result<Self, StoreError> {
        Ok(Self {
            client: RefCell::new(open::connect(config)?),
            config: config.clone(),
            statements: RefCell::default(),
            begun: Cell::new(false),
            patience: PATIENCE,
        })
    }

    pub(super) fn begin_to_read(&self) -> Result<(), StoreError> {
        self.begin(READ)
    }

    pub(super) fn begin_to_write(&self) -> Result<(), StoreError> {
        self.begin(WRITE)
    }

    #[expect(clippy::disallowed_methods, reason = "how long a server is silent is no fact of ours")]
    /// Begins a transaction, on a new connection when the old one broke or no longer may write.
    fn begin(&self, sql: &str) -> Result<(), StoreError> {
        let asked = Instant::now();
        loop {
            match self.batch(sql) {
                Ok(()) => {
                    self.begun.set(true);
                    return Ok(());
                }
                Err(why) if asked.elapsed() >= self.patience => return Err(why),
                Err(_) => {}
            }
            if let Ok(client) = open::connect(&self.config) {
                self.statements.borrow_mut().clear();
                self.client.replace(client);
            } else {
                thread::sleep(PAUSE);
            }
        }
    }

    pub(super) fn is_in_transaction(&self) -> bool {
        self.begun.get() && !self.client.borrow().is_closed()
    }

    /// # Errors
    /// [`StoreError::Uncertain`] when the connection broke before the server answered.
    pub(super) fn commit(&self) -> Result<(), StoreError> {
        let asked = self.is_in_transaction();
        self.begun.set(false);
        self.batch("COMMIT").map_err(|why| {
            let lost = asked && self.client.borrow().is_closed();
            if lost { StoreError::Uncertain } else { why }
        })
    }

    pub(super) fn batch(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.borrow_mut().batch_execute(sql)?)
    }

    pub(super) fn ask<T>(
        &self,
        sql: &'static str,
        values: &[Value<'_>],
        take: impl FnOnce(&mut Rows<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let statement = self.prepared(sql)?;
        let mut client = self.client.borrow_mut();
        take(&mut Rows::Postgres(client.query_raw(&statement, values)?))
    }

    pub(super) fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, StoreError> {
        self.ask(sql, values, changed)
    }

    pub(super) fn make_tables(&self) -> Result<(), StoreError> {
        self.batch(&tables())
    }

    fn prepared(&self, sql: &'static str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.borrow_mut().prepare(sql)?;
        self.statements.borrow_mut().insert(sql, statement.clone());
        Ok(statement)
    }
}
