//! Passwords, from the person at the terminal to the form in which they are kept.

use std::io::{BufRead, IsTerminal};

use kheo_words::Tongue;

use crate::cause::Cause;
use crate::failure::Failure;
use crate::randomness;

/// The fewest characters of a password.
const LEAST: usize = 12;

/// A password that is long enough.
pub(crate) struct Password(String);

/// A password as it is kept.
pub(crate) struct Hashed(String);

impl Hashed {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Password {
    /// Takes a password.
    ///
    /// # Errors
    /// When it is too short.
    pub(crate) fn new(typed: &str) -> Result<Self, Failure> {
        if typed.chars().count() < LEAST {
            return Err(Failure::new("password-short").with("least", LEAST));
        }
        Ok(Self(typed.to_owned()))
    }

    /// The password as it is kept, with a salt of its own.
    ///
    /// # Errors
    /// When it cannot be hashed.
    pub(crate) fn hashed(&self) -> Result<Hashed, Failure> {
        let mut salt = [0; 16];
        randomness::source()(&mut salt);
        let hash = kheo_web::hash_password(&self.0, &salt);
        hash.map(Hashed).map_err(|why| Failure::new("password").caused_by(Cause::technical(&why)))
    }
}

/// The password that the person at the terminal types twice, without its being shown; or the first
/// line of the standard input.
///
/// # Errors
/// When it is too short, or the two differ, or there is no terminal to ask at.
pub(super) fn asked(from_stdin: bool, tongue: Tongue<'_>) -> Result<Password, Failure> {
    let asked = ["account-password", "account-password-again"];
    Password::new(&secret(from_stdin, asked, tongue)?)
}

/// The secret that the person at the terminal types twice, asked for in the words of `keys`, without its
/// being shown; or the first line of the standard input.
///
/// # Errors
/// When the two differ, or there is no terminal to ask at.
pub(crate) fn secret(
    from_stdin: bool,
    keys: [&str; 2],
    tongue: Tongue<'_>,
) -> Result<String, Failure> {
    let unreadable = |why| Failure::new("password-unread").caused_by(why);
    if from_stdin {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map_err(unreadable)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::new("no-terminal"));
    }
    let ask = |key| rpassword::prompt_password(tongue.say(key) + " ").map_err(unreadable);
    let [first, again] = keys;
    let typed = ask(first)?;
    if ask(again)? != typed {
        return Err(Failure::new("password-differs"));
    }
    Ok(typed)
}
