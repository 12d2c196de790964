//! Sessions of people who signed in. Not in the ledger.

use jiff::Timestamp;
use kheo_core::post::Post;

use crate::sql::values;
use crate::{Reader, StoreError, Tx};

/// A session that begins.
pub struct NewSession {
    /// The hash of the token that the browser keeps.
    pub token_hash: String,
    /// The account.
    pub login: String,
    /// What every form of the session carries.
    pub csrf: String,
    /// When it begins.
    pub now: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

/// A session that runs.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// The account.
    pub login: String,
    /// The post it opens.
    pub post: Post,
    /// What every form of the session carries.
    pub csrf: String,
}

const FORGET: &str = "DELETE FROM sessions WHERE expires_at <= $1";

const BEGIN: &str = "
    INSERT INTO sessions (token_hash, login, csrf, expires_at) VALUES ($1, $2, $3, $4)";

/// Begins a session, and forgets those that have ended by themselves.
///
/// # Errors
/// [`StoreError`].
pub fn begin(tx: &mut Tx<'_>, session: &NewSession) -> Result<(), StoreError> {
    tx.run(FORGET, values![session.now])?;
    let NewSession { token_hash, login, csrf, expires_at, .. } = session;
    let values = values![token_hash.as_str(), login.as_str(), csrf.as_str(), *expires_at];
    tx.run(BEGIN, values)?;
    Ok(())
}

const FIND: &str = "
    SELECT p.detail, s.login, s.csrf
      FROM sessions s
      JOIN accounts a ON a.login = s.login
      JOIN posts p ON p.post = a.post
     WHERE s.token_hash = $1 AND s.expires_at > $2";

/// The session of that token, while it runs.
///
/// # Errors
/// [`StoreError`].
pub fn find(
    r: &Reader<'_>,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<Session>, StoreError> {
    r.row(FIND, values![token_hash, now], |row| {
        Ok(Session { post: row.json(0)?, login: row.text(1)?, csrf: row.text(2)? })
    })
}

const END: &str = "DELETE FROM sessions WHERE token_hash = $1";

/// Ends a session.
///
/// # Errors
/// [`StoreError`].
pub fn end(tx: &mut Tx<'_>, token_hash: &str) -> Result<(), StoreError> {
    tx.run(END, values![token_hash])?;
    Ok(())
}

const END_ALL: &str = "DELETE FROM sessions WHERE login = $1";

/// Ends all sessions of an account.
pub(crate) fn end_all_of(tx: &mut Tx<'_>, login: &str) -> Result<(), StoreError> {
    tx.run(END_ALL, values![login])?;
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[FORGET, BEGIN, FIND, END, END_ALL];
