//! Secrets that two persons of two groups open together and nobody alone.
//!
//! What is sealed is split into two shares, each of which alone is noise. Each share is encrypted (age,
//! X25519) to the keys of one group. A key is locked with the passphrase of whoever holds it (age, scrypt),
//! and lies nowhere else. A share that waits for the other one is locked with a code, in the same way.
//!
//! The age library draws keys and nonces from the operating system and takes none from outside, so this crate stands
//! alone. The pad that splits a secret is an argument.

use std::fmt;
use std::io::Write as _;

use age::secrecy::{ExposeSecret, SecretString};
use age::{scrypt, x25519};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

/// How much work it is to try a passphrase: 64 MiB and some tenths of a second.
///
/// - Unit: the logarithm, to the base of two, of the rounds of scrypt.
const WORK: u8 = 16;
/// The most work that a locked key may ask for, whoever wrote it.
const MOST_WORK: u8 = 18;

/// Secrets are made as long as a multiple of this, so that their length tells nothing.
///
/// - Unit: bytes.
const BLOCK: usize = 512;

/// Why something could not be sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum SealError {
    #[error("there is no key to seal it for")]
    NoRecipient,
    #[error("the text names no key")]
    NotAKey,
    #[error("the pad is too short for the secret")]
    ShortPad,
    #[error("it could not be encrypted")]
    NotSealed,
    #[error("the passphrase is wrong, or what it locks was changed")]
    WrongPassphrase,
    #[error("it was not sealed for this key, or was changed")]
    NotForThisKey,
    #[error("the code is wrong, or what it locks was changed")]
    WrongCode,
    #[error("the two shares do not belong together")]
    NotTogether,
}

/// A share of a secret, or the secret; wiped when it goes.
pub type Share = Zeroizing<Vec<u8>>;

/// How many bytes of pad a secret of `length` bytes takes.
#[must_use]
pub const fn pad_length(length: usize) -> usize {
    (length + 4).div_ceil(BLOCK) * BLOCK
}

/// The two shares of `secret`: with a random `pad` of [`pad_length`], each alone tells nothing.
///
/// # Errors
/// [`SealError::ShortPad`].
pub fn split(secret: &[u8], pad: &[u8]) -> Result<[Share; 2], SealError> {
    let whole = pad_length(secret.len());
    let length = u32::try_from(secret.len()).map_err(|_| SealError::ShortPad)?;
    let pad = pad.get(..whole).ok_or(SealError::ShortPad)?;
    let mut padded = Zeroizing::new(Vec::with_capacity(whole));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(secret);
    padded.resize(whole, 0);
    let other = padded.iter().zip(pad).map(|(byte, pad)| byte ^ pad).collect();
    Ok([Zeroizing::new(pad.to_vec()), Zeroizing::new(other)])
}

/// The secret of two shares.
///
/// # Errors
/// [`SealError::NotTogether`].
pub fn join(one: &[u8], other: &[u8]) -> Result<Share, SealError> {
    if one.len() != other.len() {
        return Err(SealError::NotTogether);
    }
    let padded: Share = Zeroizing::new(one.iter().zip(other).map(|(a, b)| a ^ b).collect());
    let (length, secret) = padded.split_first_chunk::<4>().ok_or(SealError::NotTogether)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
    let secret = secret.get(..length).ok_or(SealError::NotTogether)?;
    Ok(Zeroizing::new(secret.to_vec()))
}

/// `share`, encrypted so that any of `recipients` opens it.
///
/// - Unit: base64.
///
/// # Errors
/// [`SealError::NoRecipient`], [`SealError::NotAKey`], [`SealError::NotSealed`].
pub fn seal(recipients: &[String], share: &[u8]) -> Result<String, SealError> {
    let keys = recipients.iter().map(|one| one.parse().map_err(|_| SealError::NotAKey));
    let keys: Vec<x25519::Recipient> = keys.collect::<Result<_, _>>()?;
    if keys.is_empty() {
        return Err(SealError::NoRecipient);
    }
    let all = keys.iter().map(|one| one as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(all).map_err(|_| SealError::NotSealed)?;
    encrypted(encryptor, share).map_err(|_| SealError::NotSealed)
}

fn encrypted(encryptor: age::Encryptor, share: &[u8]) -> std::io::Result<String> {
    let mut sealed = Vec::new();
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(share)?;
    writer.finish()?;
    Ok(STANDARD.encode(sealed))
}

/// A key that was just made: its public half, and the secret half as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewKey {
    /// What is sealed for it: `age1…`.
    pub recipient: String,
    /// The secret half, locked with the passphrase; base64.
    pub locked: String,
}

/// A new key, locked with `passphrase`.
///
/// # Errors
/// [`SealError::NotSealed`].
pub fn new_key(passphrase: &str) -> Result<NewKey, SealError> {
    let identity = x25519::Identity::generate();
    let secret = identity.to_string();
    let locked = locked(secret.expose_secret().as_bytes(), passphrase)?;
    Ok(NewKey { recipient: identity.to_public().to_string(), locked })
}

/// `share`, locked with a `code` until the other share comes.
///
/// - Unit: base64.
///
/// # Errors
/// [`SealError::NotSealed`].
pub fn lock_share(share: &[u8], code: &str) -> Result<String, SealError> {
    locked(share, code)
}

/// The share that was locked with `code`. It takes time and memory on purpose.
///
/// # Errors
/// [`SealError::WrongCode`].
pub fn unlock_share(locked: &str, code: &str) -> Result<Share, SealError> {
    unlocked(locked, code).ok_or(SealError::WrongCode)
}

fn locked(secret: &[u8], word: &str) -> Result<String, SealError> {
    let mut lock = scrypt::Recipient::new(SecretString::from(word.to_owned()));
    lock.set_work_factor(WORK);
    let locked = age::encrypt(&lock, secret).map_err(|_| SealError::NotSealed)?;
    Ok(STANDARD.encode(locked))
}

fn unlocked(locked: &str, word: &str) -> Option<Share> {
    let locked = STANDARD.decode(locked).ok()?;
    let mut lock = scrypt::Identity::new(SecretString::from(word.to_owned()));
    lock.set_max_work_factor(MOST_WORK);
    age::decrypt(&lock, &locked).ok().map(Zeroizing::new)
}

/// A key that its holder has unlocked. Never shown, not even to those who look for faults.
pub struct Key(x25519::Identity);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

impl Key {
    /// Unlocks the secret half of a key. It takes time and memory on purpose.
    ///
    /// # Errors
    /// [`SealError::WrongPassphrase`].
    pub fn unlock(locked: &str, passphrase: &str) -> Result<Self, SealError> {
        let secret = unlocked(locked, passphrase).ok_or(SealError::WrongPassphrase)?;
        let secret = std::str::from_utf8(&secret).map_err(|_| SealError::WrongPassphrase)?;
        secret.parse().map(Self).map_err(|_| SealError::WrongPassphrase)
    }

    /// The share that was sealed for this key.
    ///
    /// # Errors
    /// [`SealError::NotForThisKey`].
    pub fn open(&self, sealed: &str) -> Result<Share, SealError> {
        let sealed = STANDARD.decode(sealed).map_err(|_| SealError::NotForThisKey)?;
        let share = age::decrypt(&self.0, &sealed).map_err(|_| SealError::NotForThisKey)?;
        Ok(Zeroizing::new(share))
    }
}

#[cfg(test)]
mod tests;
