//! `kheo seal`: the keys that the identities of denouncers are sealed for.

use kheo_core::event::Stamp;
use kheo_core::id::PostId;
use kheo_core::post::Actor;
use kheo_core::text::composed;
use kheo_seal::{NewKey, new_key};
use kheo_words::{Lang, Tongue};

use crate::account::secret;
use crate::cause::Cause;
use crate::command_line::{DataFolder, SealCommand, SealKey};
use crate::failure::Failure;
use crate::folder::{self, Held};
use crate::serve;
use crate::terminal::println;

/// The fewest characters of a passphrase: whoever has a copy of the database can try as many as they like.
const LEAST: usize = 20;

/// Runs a command about keys.
pub(crate) fn run(command: &SealCommand, tongue: Tongue<'_>) -> Result<(), Failure> {
    match command {
        SealCommand::Key(wanted) => key(wanted, tongue),
        SealCommand::List(wanted) => list(wanted, tongue),
    }
}

/// A new key, locked with `passphrase`.
///
/// # Errors
/// When the passphrase is too short, or the key cannot be locked.
pub(crate) fn made(passphrase: &str) -> Result<NewKey, Failure> {
    let passphrase = composed(passphrase);
    if passphrase.chars().count() < LEAST {
        return Err(Failure::new("passphrase-short").with("least", LEAST));
    }
    new_key(&passphrase).map_err(|why| Failure::new("password").caused_by(Cause::technical(&why)))
}

fn key(wanted: &SealKey, tongue: Tongue<'_>) -> Result<(), Failure> {
    let held = Held::take(&wanted.at)?;
    let installation = held.open()?;
    let post = PostId::new(wanted.post.as_str());
    let asked = ["seal-passphrase", "seal-passphrase-again"];
    let key = made(&secret(wanted.passphrase_stdin, asked, tongue)?)?;
    let stamp = Stamp::at(serve::clock(&installation)?.now());
    let (recipient, of) = (key.recipient.clone(), post.clone());
    installation.db.write_now(move |tx| {
        kheo_store::sealing::set_key(tx, &of, &key, &Actor::Administrator, stamp)
    })?;
    let said = [("post", post.as_str()), ("recipient", recipient.as_str())];
    println(&tongue.say_with("seal-key-set", &said));
    println(&tongue.say("seal-key-care"));
    Ok(())
}

fn list(wanted: &DataFolder, tongue: Tongue<'_>) -> Result<(), Failure> {
    let installation = folder::open_to_read(wanted)?;
    let keys = installation.db.read_now(kheo_store::sealing::keys)?;
    if keys.is_empty() {
        println(&tongue.say("seal-no-keys"));
    }
    for key in keys {
        let title = match tongue.lang() {
            Lang::Vi => &key.post.title,
            Lang::En => &key.post.title_en,
        };
        let since = tongue.date(key.since);
        println(&format!("{}\t{since}\t{}\t{title}", key.post.id, key.recipient));
    }
    Ok(())
}
