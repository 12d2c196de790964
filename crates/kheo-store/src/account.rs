//! Accounts: who may sign in, and for which post. Not in the ledger.

use kheo_core::Refusal;
use kheo_core::id::PostId;
use kheo_core::post::Post;

use crate::sql::values;
use crate::{Reader, StoreError, Tx, WriteError, post};

/// What somebody signs in with.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The name to sign in with.
    pub login: String,
    /// The password, hashed for keeping.
    pub password_hash: String,
    /// The post that it opens.
    pub post: Post,
}

const INSERT: &str = "
    INSERT INTO accounts (login, password_hash, post) VALUES ($1, $2, $3)
    ON CONFLICT (login) DO NOTHING";

/// Opens an account for a post.
///
/// # Errors
/// [`Refusal::UnknownPost`], or [`Refusal::Taken`] for a login in use.
pub fn create(
    tx: &mut Tx<'_>,
    login: &str,
    password_hash: &str,
    post: &PostId,
) -> Result<(), WriteError> {
    if post::find(tx, post)?.is_none() {
        return Err(Refusal::UnknownPost { post: post.clone() }.into());
    }
    match tx.run(INSERT, values![login, password_hash, post.as_str()])? {
        0 => Err(Refusal::Taken { name: login.to_owned() }.into()),
        _ => Ok(()),
    }
}

const FIND: &str = "
    SELECT p.detail, a.login, a.password_hash
      FROM accounts a JOIN posts p ON p.post = a.post WHERE a.login = $1";

/// The account of that login.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, login: &str) -> Result<Option<Account>, StoreError> {
    r.row(FIND, values![login], |row| {
        Ok(Account { post: row.json(0)?, login: row.text(1)?, password_hash: row.text(2)? })
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[INSERT, FIND];
