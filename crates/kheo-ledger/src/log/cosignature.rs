//! Cosignatures: what a witness says of a checkpoint that it saw (C2SP `tlog-cosignature`).

use std::fmt;
use std::str::FromStr;

use crate::log::key::{Public, Secret, Use, WrongKey};
use crate::log::note::{Note, Signature};

/// That a witness saw a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The name of the witness.
    pub witness: String,
    /// When, in seconds since 1970.
    pub at: u64,
}

/// The key with which anybody checks what one witness cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessKey(Public);

impl WitnessKey {
    /// When this witness cosigned `note`; nothing when it did not, or the signature is false.
    #[must_use]
    pub fn cosigned(&self, note: &Note) -> Option<Cosigned> {
        self.0.claimed(note).find_map(|signature| {
            let (at, bytes) = signature.bytes.split_first_chunk::<8>()?;
            let at = u64::from_be_bytes(*at);
            let is_its = self.0.signed(&message(&note.text, at), bytes);
            is_its.then(|| Cosigned { witness: self.0.name.clone(), at })
        })
    }
}

impl FromStr for WitnessKey {
    type Err = WrongKey;

    fn from_str(text: &str) -> Result<Self, WrongKey> {
        Public::read(text, Use::Witness).map(Self)
    }
}

impl fmt::Display for WitnessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The key of a witness.
pub struct WitnessSigner(Secret);

impl WitnessSigner {
    /// The key called `name` from 32 random bytes.
    ///
    /// # Errors
    /// [`WrongKey::Name`].
    pub fn new(name: &str, seed: &[u8; 32]) -> Result<Self, WrongKey> {
        Secret::new(name, seed, Use::Witness).map(Self)
    }

    /// The key as [`Self::secret`] wrote it.
    ///
    /// # Errors
    /// [`WrongKey`].
    pub fn read(text: &str) -> Result<Self, WrongKey> {
        Secret::read(text, Use::Witness).map(Self)
    }

    /// The key as text, for the one file that holds it.
    #[must_use]
    pub fn secret(&self) -> String {
        self.0.told()
    }

    /// The key that everybody may know.
    #[must_use]
    pub fn verifier(&self) -> WitnessKey {
        WitnessKey(self.0.public())
    }

    /// The line that says that the checkpoint of `note` was seen at `at`, in seconds since 1970.
    #[must_use]
    pub fn cosign(&self, note: &Note, at: u64) -> Signature {
        self.0.sign(&message(&note.text, at), &at.to_be_bytes())
    }
}

fn message(text: &str, at: u64) -> Vec<u8> {
    format!("cosignature/v1\ntime {at}\n{text}").into_bytes()
}
