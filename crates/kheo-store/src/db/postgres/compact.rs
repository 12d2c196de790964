//! Writing tables of a server anew, so that what was deleted leaves their files.

use std::thread;
use std::time::{Duration, Instant};

use postgres::error::SqlState;
use postgres::{Client, Config};

use super::PAUSE;
use super::open::connect;
use crate::StoreError;

/// How long those are waited for who still read an earlier state.
const PATIENCE: Duration = Duration::from_secs(5);

/// The tables that hold what can be erased; the server takes samples of them anew.
const REWRITE: [&str; 6] = [
    "VACUUM (FULL, ANALYZE) entries",
    "VACUUM (FULL, ANALYZE) cases",
    "VACUUM (FULL, ANALYZE) case_keys",
    "VACUUM (FULL, ANALYZE) case_files",
    "VACUUM (FULL, ANALYZE) requests",
    "VACUUM (FULL, ANALYZE) openings",
];
/// Where the samples of before were.
const SAMPLES: [&str; 1] = ["VACUUM FULL pg_catalog.pg_statistic"];

/// A transaction that begins after what was erased was saved.
const AFTER: &str = "SELECT pg_current_xact_id()::XID::TEXT";

/// Whether somebody may read a state of before that transaction, here or on a server that follows this one: such
/// rows would be written anew, too.
const READ: &str = "
    SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                    WHERE COALESCE(datname = current_database(), TRUE) AND pid <> pg_backend_pid()
                      AND (age(backend_xmin) > age($1::TEXT::XID)
                           OR age(backend_xid) > age($1::TEXT::XID)))
        OR EXISTS (SELECT 1 FROM pg_replication_slots WHERE age(xmin) > age($1::TEXT::XID))";

/// Writes the tables anew that hold what can be erased; answers whether nobody was in the way.
///
/// # Errors
/// [`StoreError`].
pub(in crate::db) fn compact(config: &Config) -> Result<bool, StoreError> {
    let mut client = connect(config)?;
    Ok(rewritten(&mut client, &REWRITE)? && rewritten(&mut client, &SAMPLES)?)
}

fn rewritten(client: &mut Client, statements: &[&str]) -> Result<bool, StoreError> {
    if !is_nobody_behind(client)? {
        return Ok(false);
    }
    for sql in statements {
        match client.batch_execute(sql) {
            Err(why) if why.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => return Ok(false),
            done => done?,
        }
    }
    Ok(true)
}

#[expect(clippy::disallowed_methods, reason = "how long others read is no fact of ours")]
fn is_nobody_behind(client: &mut Client) -> Result<bool, StoreError> {
    let after: String = client.query_one(AFTER, &[])?.get(0);
    let asked = Instant::now();
    loop {
        let is_read: bool = client.query_one(READ, &[&after])?.get(0);
        if !is_read {
            return Ok(true);
        }
        if asked.elapsed() >= PATIENCE {
            return Ok(false);
        }
        thread::sleep(PAUSE);
    }
}
