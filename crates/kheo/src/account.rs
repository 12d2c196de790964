//! `kheo account`: who may sign in, and for which post.

mod password;

use kheo_core::id::PostId;
use kheo_core::text::clean_login;
use kheo_store::{Tx, WriteError};
use kheo_words::{Lang, Tongue};

use crate::command_line::{AccountCommand, AddAccount, ChangePassword, DataFolder, NamedAccount};
use crate::failure::Failure;
use crate::folder::{self, Held};
use crate::terminal::println;

pub(crate) use password::{Hashed, Password, secret};

/// Runs a command about accounts.
pub(crate) fn run(command: &AccountCommand, tongue: Tongue<'_>) -> Result<(), Failure> {
    match command {
        AccountCommand::Add(wanted) => add(wanted, tongue),
        AccountCommand::List(wanted) => list(wanted, tongue),
        AccountCommand::Remove(wanted) => remove(wanted, tongue),
        AccountCommand::Password(wanted) => change_password(wanted, tongue),
    }
}

/// Opens an account for a post.
///
/// # Errors
/// [`UnknownPost`](kheo_core::Refusal::UnknownPost), [`Taken`](kheo_core::Refusal::Taken), and those of the login as text.
pub(crate) fn create(
    tx: &mut Tx<'_>,
    login: &str,
    post: &str,
    password: &Hashed,
) -> Result<(), WriteError> {
    let login = clean_login(login)?;
    kheo_store::account::create(tx, &login, password.as_str(), &PostId::new(post))
}

fn add(wanted: &AddAccount, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(&wanted.at)?;
    let installation = held.open()?;
    let password = password::asked(wanted.password_stdin, tongue)?.hashed()?;
    let (login, post) = (wanted.login.clone(), wanted.post.clone());
    installation.db.write_now(move |tx| create(tx, &login, &post, &password))?;
    let said = [("login", wanted.login.as_str()), ("post", wanted.post.as_str())];
    println(&tongue.say_with("account-added", &said));
    Ok(())
}

fn list(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let installation = folder::open_to_read(wanted)?;
    let accounts = installation.db.read_now(kheo_store::account::all)?;
    if accounts.is_empty() {
        println(&tongue.say("account-none"));
    }
    for (login, post) in accounts {
        let title = match tongue.lang() {
            Lang::Vi => &post.title,
            Lang::En => &post.title_en,
        };
        println(&format!("{login}\t{}\t{title}", post.id));
    }
    Ok(())
}

fn remove(wanted: &NamedAccount, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(&wanted.at)?;
    let login = wanted.login.clone();
    let removed = held.open()?.db.write_now(move |tx| {
        Ok::<_, WriteError>(kheo_store::account::remove(tx, &clean_login(&login)?)?)
    })?;
    done(removed, &wanted.login, "account-removed", tongue)
}

fn change_password(wanted: &ChangePassword, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(&wanted.at)?;
    let installation = held.open()?;
    let password = password::asked(wanted.password_stdin, tongue)?.hashed()?;
    let login = wanted.login.clone();
    let changed = installation.db.write_now(move |tx| {
        let login = clean_login(&login)?;
        Ok::<_, WriteError>(kheo_store::account::change_password(tx, &login, password.as_str())?)
    })?;
    done(changed, &wanted.login, "account-password-changed", tongue)
}

/// Says that it was done with an account, unless there is none of that login.
fn done(found: bool, login: &str, key: &str, tongue: Tongue<'_>) -> Result<(), Failure> {
    if !found {
        return Err(Failure::new("no-account").with("login", login));
    }
    println(&tongue.say_with(key, &[("login", login)]));
    Ok(())
}
