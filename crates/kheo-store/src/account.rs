//! Accounts: who may sign in, and for which post. Not in the ledger.

use kheo_core::Refusal;
use kheo_core::id::PostId;
use kheo_core::post::Post;

use crate::sql::values;
use crate::{Reader, StoreError, Tx, WriteError, post, session};

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

const ALL: &str = "
    SELECT a.login, p.detail FROM accounts a JOIN posts p ON p.post = a.post ORDER BY a.login";

/// All logins and the posts that they open, by login.
///
/// # Errors
/// [`StoreError`].
pub fn all(r: &Reader<'_>) -> Result<Vec<(String, Post)>, StoreError> {
    r.rows(ALL, &[], |row| Ok((row.text(0)?, row.json(1)?)))
}

const CHANGE: &str = "UPDATE accounts SET password_hash = $1 WHERE login = $2";

/// Gives an account another password and ends its sessions; answers whether there is such an account.
///
/// # Errors
/// [`StoreError`].
pub fn change_password(
    tx: &mut Tx<'_>,
    login: &str,
    password_hash: &str,
) -> Result<bool, StoreError> {
    let found = tx.run(CHANGE, values![password_hash, login])? > 0;
    session::end_all_of(tx, login)?;
    Ok(found)
}

const REMOVE: &str = "DELETE FROM accounts WHERE login = $1";

/// Closes an account and ends its sessions; answers whether there was such an account.
///
/// # Errors
/// [`StoreError`].
pub fn remove(tx: &mut Tx<'_>, login: &str) -> Result<bool, StoreError> {
    let found = tx.run(REMOVE, values![login])? > 0;
    session::end_all_of(tx, login)?;
    Ok(found)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[INSERT, FIND, ALL, CHANGE, REMOVE];
