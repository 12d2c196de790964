//! Opening the database of a server: whose it is, which schema it has, how it is spoken to.

use std::net::IpAddr;
use std::time::Duration;

use postgres::config::{Host, SslMode};
use postgres::{Client, Config, NoTls};

use super::Server;
use crate::StoreError;
use crate::db::Database;
use crate::db::sqlite::{KNOWN_SCHEMA, SCHEMA};
use crate::sql::values;

const CONNECTING: Duration = Duration::from_secs(3);
const SILENCE: Duration = Duration::from_secs(20);

/// A transaction of a program that hangs or cannot be reached any more ends by itself, so that others may
/// write; and nothing is said to be saved that is not on disk.
const SESSION: &str = "
    SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '30s';
    SELECT set_config('synchronous_commit', 'on', FALSE)
     WHERE current_setting('synchronous_commit') = 'off'";

/// What is written otherwise than in the schema of `SQLite`. Texts sort by their bytes there.
const DIALECT: [(&str, &str); 4] = [
    (" INTEGER PRIMARY KEY", " BIGINT PRIMARY KEY"),
    (" TEXT", " TEXT COLLATE \"C\""),
    (" BLOB", " BYTEA"),
    (") WITHOUT ROWID;", ");"),
];

/// The table by which the database is known as ours, and which whoever writes locks.
const INSTALLATION: &str = "
    CREATE TABLE installation (schema BIGINT NOT NULL);
    INSERT INTO installation (schema) VALUES (0);";

const SCHEMA_OF: &str = "SELECT schema FROM installation";
const SET_SCHEMA: &str = "UPDATE installation SET schema = $1";

/// The first schema that was on servers. Those since then only added tables.
const FIRST_SCHEMA: i64 = 5;

/// Programs that start at the same time make the tables one after the other: `KHEO`.
const ALONE: &str = "BEGIN; SELECT pg_advisory_xact_lock(1263027023)";

const OURS: &str = "SELECT to_regclass('installation') IS NOT NULL";
const EMPTY: &str = "
    SELECT NOT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema())";

/// The tables, as far as they are not there.
pub(crate) fn tables() -> String {
    DIALECT.iter().fold(SCHEMA.to_owned(), |sql, (from, to)| sql.replace(from, to))
}

/// The connection that writes; makes the tables when there are none.
pub(in crate::db) fn writer(config: &Config) -> Result<Server, StoreError> {
    let database = || named(config);
    let server = connected(config)?;
    server.batch(ALONE)?;
    let number = |sql| server.ask(sql, &[], |rows| rows.next()?.map_or(Ok(0), |row| row.int(0)));
    let is_new = number(OURS)? == 0;
    if is_new {
        if number(EMPTY)? == 0 {
            return Err(StoreError::NotOurs { database: database() });
        }
        server.batch(INSTALLATION)?;
    }
    let (found, known) = (number(SCHEMA_OF)?, KNOWN_SCHEMA);
    if found > known {
        return Err(StoreError::Newer { database: database(), found, known });
    }
    if found < FIRST_SCHEMA && !is_new {
        return Err(StoreError::Older { database: database(), found, known });
    }
    if found < known {
        server.make_tables()?;
        server.run(SET_SCHEMA, values![known])?;
    }
    server.batch("COMMIT")?;
    Ok(server)
}

/// A connection to a database that was begun, which it leaves as it is.
pub(in crate::db) fn onlooker(config: &Config) -> Result<Server, StoreError> {
    let database = || named(config);
    let server = connected(config)?;
    let number = |sql| server.ask(sql, &[], |rows| rows.next()?.map_or(Ok(0), |row| row.int(0)));
    if number(OURS)? == 0 {
        return Err(if number(EMPTY)? == 0 {
            StoreError::NotOurs { database: database() }
        } else {
            StoreError::Nothing { database: database() }
        });
    }
    match (number(SCHEMA_OF)?, KNOWN_SCHEMA) {
        (found, known) if found > known => {
            Err(StoreError::Newer { database: database(), found, known })
        }
        (found, known) if found < FIRST_SCHEMA => {
            Err(StoreError::Older { database: database(), found, known })
        }
        (found, known) if found < known => {
            Err(StoreError::Outdated { database: database(), found, known })
        }
        _ => Ok(server),
    }
}

/// What this program calls itself to a server.
const NAME: &str = "kheo";

const OTHERS: &str = "
    SELECT COUNT(*) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()";

/// Whether a Khéo is connected to the database, as one that serves it always is.
pub(in crate::db) fn is_in_use(config: &Config) -> Result<bool, StoreError> {
    let server = connected(config)?;
    let others =
        server.ask(OTHERS, values![NAME], |rows| rows.next()?.map_or(Ok(0), |row| row.int(0)))?;
    Ok(others > 0)
}

fn connected(config: &Config) -> Result<Server, StoreError> {
    Server::connected(config).map_err(|why| match why {
        StoreError::Database(why) => StoreError::Unopenable { database: named(config), why },
        other => other,
    })
}

/// Whether somebody may listen on the way: it leaves this machine, and whoever named the server does not say that the
/// network between is private.
fn is_overheard(config: &Config) -> bool {
    let is_here = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|it: IpAddr| it.is_loopback())
        }
    };
    match config.get_ssl_mode() {
        SslMode::Disable => false,
        SslMode::Require => true,
        _ => !config.get_hosts().iter().all(is_here),
    }
}

#[cfg(feature = "tls")]
fn encrypted(config: &mut Config) -> Result<Client, StoreError> {
    let tls = crate::network::trust::of_postgres();
    let tls = tls.map_err(|_| StoreError::Unencrypted { database: named(config) })?;
    Ok(config.ssl_mode(SslMode::Require).connect(tls)?)
}

#[cfg(not(feature = "tls"))]
fn encrypted(config: &mut Config) -> Result<Client, StoreError> {
    Err(StoreError::Unencrypted { database: named(config) })
}

fn named(config: &Config) -> Database {
    Database::Server(Box::new(config.clone()))
}

/// A new connection to the server.
pub(super) fn connect(config: &Config) -> Result<Client, StoreError> {
    let mut config = config.clone();
    config.application_name(NAME).tcp_user_timeout(SILENCE).keepalives_idle(SILENCE);
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECTING);
    }
    let mut client =
        if is_overheard(&config) { encrypted(&mut config)? } else { config.connect(NoTls)? };
    client.batch_execute(SESSION)?;
    Ok(client)
}
