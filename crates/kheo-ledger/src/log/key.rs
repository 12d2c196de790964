//! Keys: the one that signs the checkpoints of a log, and the one that anybody checks them with.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::log::note::{Note, Signature, is_name};

/// What a signature says, by the number that the key carries in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Ed25519 over the text of the note.
    Log = 0x01,
    /// Ed25519 over the text and the time at which a witness saw it.
    Witness = 0x04,
}

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WrongKey {
    #[error("a key is written NAME+HASH+KEY")]
    Form,
    #[error("the name of a key has no spaces and no plus sign")]
    Name,
    #[error("the hash does not belong to this name and key: a letter is wrong or missing")]
    Hash,
    #[error("a key of a kind that is not used here")]
    Kind,
}

/// A name and the public half of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Public {
    pub(super) name: String,
    pub(super) key: VerifyingKey,
    pub(super) uses: Use,
}

impl Public {
    pub(super) fn id(&self) -> [u8; 4] {
        let mut id = [0; 4];
        let hashed = Sha256::new()
            .chain_update(&self.name)
            .chain_update([b'\n', self.uses as u8])
            .chain_update(self.key.as_bytes())
            .finalize();
        id.iter_mut().zip(hashed).for_each(|(to, from)| *to = from);
        id
    }

    pub(super) fn read(text: &str, uses: Use) -> Result<Self, WrongKey> {
        let (name, hash, key) = parts(text)?;
        let (kind, key) = key.split_first().ok_or(WrongKey::Form)?;
        if *kind != uses as u8 {
            return Err(WrongKey::Kind);
        }
        let key = <[u8; 32]>::try_from(key).map_err(|_| WrongKey::Form)?;
        let key = VerifyingKey::from_bytes(&key).map_err(|_| WrongKey::Hash)?;
        let public = Self { name: name.to_owned(), key, uses };
        if written(public.id()) == hash { Ok(public) } else { Err(WrongKey::Hash) }
    }

    /// The signatures of `note` that claim to be this key's.
    pub(super) fn claimed<'a>(&self, note: &'a Note) -> impl Iterator<Item = &'a Signature> {
        let (name, id) = (self.name.clone(), self.id());
        note.signatures
            .iter()
            .filter(move |signature| signature.name == name && signature.key == id)
    }

    /// Whether `signature` is this key's over `message`.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        ed25519_dalek::Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for Public {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = [&[self.uses as u8], self.key.as_bytes().as_slice()].concat();
        write!(f, "{}+{}+{}", self.name, written(self.id()), BASE64_STANDARD.encode(key))
    }
}

fn written(id: [u8; 4]) -> String {
    crate::hexadecimal(&id)
}

fn parts(text: &str) -> Result<(&str, &str, Vec<u8>), WrongKey> {
    let (name, rest) = text.split_once('+').ok_or(WrongKey::Form)?;
    let (hash, key) = rest.split_once('+').ok_or(WrongKey::Form)?;
    let key = BASE64_STANDARD.decode(key).map_err(|_| WrongKey::Form)?;
    if is_name(name) { Ok((name, hash, key)) } else { Err(WrongKey::Name) }
}

/// The key with which anybody checks the checkpoints of one log.
///
/// - Format: `NAME+HASH+KEY`, the verifier key of C2SP `signed-note`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey(Public);

impl VerifierKey {
    /// The name of the key, which is the origin of its log.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether the owner of this key signed `note`, and nobody put a false signature of his beside it.
    #[must_use]
    pub fn signed(&self, note: &Note) -> bool {
        let mut claimed = self.0.claimed(note).peekable();
        claimed.peek().is_some()
            && claimed.all(|one| self.0.signed(note.text.as_bytes(), &one.bytes))
    }

    /// `note` with the signatures of this key alone.
    #[must_use]
    pub fn alone(&self, note: &Note) -> Note {
        Note { text: note.text.clone(), signatures: self.0.claimed(note).cloned().collect() }
    }

    /// How many signatures of `note` claim to be this key's.
    pub(super) fn claims(&self, note: &Note) -> usize {
        self.0.claimed(note).count()
    }
}

impl FromStr for VerifierKey {
    type Err = WrongKey;

    fn from_str(text: &str) -> Result<Self, WrongKey> {
        Public::read(text, Use::Log).map(Self)
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A name and the secret half of a key; forgotten in memory when it is dropped, and never shown.
pub(super) struct Secret {
    pub(super) name: String,
    pub(super) key: SigningKey,
    pub(super) uses: Use,
}

/// What a secret key begins with, so that nobody takes it for a public one.
const SECRET: &str = "PRIVATE+KEY+";

impl Secret {
    pub(super) fn new(name: &str, seed: &[u8; 32], uses: Use) -> Result<Self, WrongKey> {
        if !is_name(name) {
            return Err(WrongKey::Name);
        }
        Ok(Self { name: name.to_owned(), key: SigningKey::from_bytes(seed), uses })
    }

    pub(super) fn read(text: &str, uses: Use) -> Result<Self, WrongKey> {
        let (name, hash, key) = parts(text.strip_prefix(SECRET).ok_or(WrongKey::Form)?)?;
        let (kind, seed) = key.split_first().ok_or(WrongKey::Form)?;
        if *kind != uses as u8 {
            return Err(WrongKey::Kind);
        }
        let seed = <[u8; 32]>::try_from(seed).map_err(|_| WrongKey::Form)?;
        let secret = Self::new(name, &seed, uses)?;
        if written(secret.public().id()) == hash { Ok(secret) } else { Err(WrongKey::Hash) }
    }

    pub(super) fn public(&self) -> Public {
        Public { name: self.name.clone(), key: self.key.verifying_key(), uses: self.uses }
    }

    /// The line of signature whose bytes are those of `before` and the signature of `message`.
    pub(super) fn sign(&self, message: &[u8], before: &[u8]) -> Signature {
        let signature = self.key.sign(message).to_bytes();
        Signature {
            name: self.name.clone(),
            key: self.public().id(),
            bytes: [before, &signature].concat(),
        }
    }

    pub(super) fn told(&self) -> String {
        let key = [&[self.uses as u8], self.key.as_bytes().as_slice()].concat();
        let id = written(self.public().id());
        format!("{SECRET}{}+{id}+{}", self.name, BASE64_STANDARD.encode(key))
    }
}

/// The key that signs the checkpoints of a log.
pub struct LogSigner(Secret);

impl LogSigner {
    /// The key called `name`, the origin of the log, from 32 random bytes.
    ///
    /// # Errors
    /// [`WrongKey::Name`].
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, WrongKey> {
        Secret::new(name, seed, Use::Log).map(Self)
    }

    /// The key as [`Self::secret`] wrote it.
    ///
    /// # Errors
    /// [`WrongKey`].
    pub fn read(text: &str) -> Result<Self, WrongKey> {
        Secret::read(text, Use::Log).map(Self)
    }

    /// The key as text, for the one file that holds it.
    #[must_use]
    pub fn secret(&self) -> String {
        self.0.told()
    }

    /// The key that everybody may know.
    #[must_use]
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey(self.0.public())
    }

    /// The text, signed.
    #[must_use]
    pub fn sign(&self, text: String) -> Note {
        let signature = self.0.sign(text.as_bytes(), &[]);
        Note { text, signatures: vec![signature] }
    }
}
