//! Databases of tests on a server, and what is done behind the back of the program.

use std::env;
use std::sync::atomic::{AtomicU64, Ordering};

use kheo_store::Database;
use postgres::{Client, Config, NoTls};
use rusqlite::OpenFlags;

/// The server on which tests run, as `tests/with-postgresql` names it; unset, they run on files.
const SERVER: &str = "KHEO_TEST_SERVER";

/// What tampering needs, under the names that it has in `SQLite`.
const FUNCTIONS: &str = "
    CREATE FUNCTION hex(BYTEA) RETURNS TEXT LANGUAGE SQL RETURN ENCODE($1, 'hex');
    CREATE FUNCTION unhex(TEXT) RETURNS BYTEA LANGUAGE SQL RETURN DECODE($1, 'hex');
    CREATE FUNCTION zeroblob(INT) RETURNS BYTEA LANGUAGE SQL RETURN unhex(REPEAT('00', $1))";

/// A namespace of its own in the database of the server. Dropped, it is gone.
pub(crate) struct Namespace {
    server: Config,
    name: String,
}

impl Namespace {
    /// A new one; nothing when tests run on files.
    pub(crate) fn of_the_server() -> Option<Self> {
        static MADE: AtomicU64 = AtomicU64::new(0);
        let server: Config =
            env::var(SERVER).ok()?.parse().expect("KHEO_TEST_SERVER names a PostgreSQL");
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("t{}_{number}", std::process::id());
        run(&server, &format!("CREATE SCHEMA {name}"));
        let namespace = Self { server, name };
        behind(&namespace.database(), FUNCTIONS);
        Some(namespace)
    }

    pub(crate) fn database(&self) -> Database {
        let mut config = self.server.clone();
        config.options(&format!("-c search_path={}", self.name));
        Database::Server(Box::new(config))
    }
}

impl Drop for Namespace {
    fn drop(&mut self) {
        run(&self.server, &format!("DROP SCHEMA {} CASCADE", self.name));
    }
}

/// Carries out statements behind the back of the program, as who holds the database can.
pub fn behind(database: &Database, sql: &str) {
    match database {
        Database::File(file) => {
            let file =
                kheo_file::open(file, OpenFlags::default()).expect("the file of the database");
            file.execute_batch(sql).expect("statements that the file takes");
        }
        Database::Server(config) => run(config, sql),
    }
}

fn run(server: &Config, sql: &str) {
    let mut client: Client = server.connect(NoTls).expect("the server of the tests");
    client.batch_execute(sql).expect("statements that the server takes");
}
