//! Hashing, with every part told apart from the next by its length.

use sha2::{Digest, Sha256};

/// Random bytes that keep a commitment from being guessed.
pub type Salt = [u8; 32];

/// The hash that stands for a text that only its holder knows.
pub type Commitment = [u8; 32];

/// A commitment in the making.
pub(crate) struct Committing(Sha256);

impl Committing {
    /// Begins a commitment that means nothing outside its `domain`.
    pub(crate) fn new(domain: &str) -> Self {
        Self(Sha256::new()).with(domain.as_bytes())
    }

    /// Adds one part.
    pub(crate) fn with(mut self, part: &[u8]) -> Self {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        self.0.update(length.to_be_bytes());
        self.0.update(part);
        self
    }

    pub(crate) fn done(self) -> Commitment {
        self.0.finalize().into()
    }
}

/// The plain SHA-256 of `content`, the name of an attached file.
#[must_use]
pub fn content_hash(content: &[u8]) -> [u8; 32] {
    Sha256::digest(content).into()
}

/// The [`content_hash`] of a content that comes piece by piece.
#[derive(Default)]
pub struct ContentHash(Sha256);

impl ContentHash {
    /// Adds the next piece.
    pub fn add(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all pieces.
    #[must_use]
    pub fn done(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// `bytes` in lower-case hexadecimal.
#[must_use]
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(if half < 10 { b'0' + half } else { b'a' + half - 10 });
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 15));
    }
    text
}

/// The 32 bytes that `text` writes in lower-case hexadecimal.
#[must_use]
pub fn from_hexadecimal(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    (hexadecimal(&bytes) == text).then_some(bytes)
}

/// 32 bytes in hexadecimal.
pub(crate) mod in_hexadecimal {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::hexadecimal(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let text = String::deserialize(from)?;
        crate::hash::from_hexadecimal(&text)
            .ok_or_else(|| D::Error::custom("no 32 bytes in hexadecimal"))
    }
}
