//! Cosignatures: what a witness says of a checkpoint that it saw (C2SP `tlog-cosignature`).

use std::fmt;
use std::str::FromStr;

use crate::log::VerifierKey;
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

/// A signature beside a checkpoint that claims to be of a known witness and is not: somebody forged it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the cosignature that claims to be of `{witness}` is false")]
pub struct FalseCosignature {
    /// The name of the witness.
    pub witness: String,
}

/// Who saw a checkpoint, as far as the reader knows the witnesses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Witnessed {
    /// The known witnesses that cosigned it.
    pub by: Vec<Cosigned>,
    /// How many more signatures stand there, of keys that nobody named: they count for nothing.
    pub unknown: usize,
}

/// Who of the witnesses `known` cosigned `note`, a checkpoint of the log of `log`.
///
/// # Errors
/// [`FalseCosignature`]: whoever forges one signature is not believed in the rest.
pub fn witnessed(
    note: &Note,
    log: &VerifierKey,
    known: &[WitnessKey],
) -> Result<Witnessed, FalseCosignature> {
    let cosigned = known.iter().map(|witness| witness.cosigned(note));
    let by = cosigned.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?;
    let claimed: usize = known.iter().map(|witness| witness.0.claimed(note).count()).sum();
    let unknown = note.signatures.len().saturating_sub(log.claims(note) + claimed);
    Ok(Witnessed { by, unknown })
}

impl WitnessKey {
    /// The name of the witness.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// When this witness last cosigned `note`; nothing when it did not.
    ///
    /// # Errors
    /// [`FalseCosignature`].
    pub fn cosigned(&self, note: &Note) -> Result<Option<Cosigned>, FalseCosignature> {
        let mut last = None;
        for signature in self.0.claimed(note) {
            let at = self.signed_at(note, signature);
            let at = at.ok_or_else(|| FalseCosignature { witness: self.0.name.clone() })?;
            last = last.max(Some(at));
        }
        Ok(last.map(|at| Cosigned { witness: self.0.name.clone(), at }))
    }

    /// The lines of signature of `note` that claim to be this witness's.
    pub fn lines<'a>(&self, note: &'a Note) -> impl Iterator<Item = &'a Signature> {
        self.0.claimed(note)
    }

    fn signed_at(&self, note: &Note, signature: &Signature) -> Option<u64> {
        let (at, bytes) = signature.bytes.split_first_chunk::<8>()?;
        let at = u64::from_be_bytes(*at);
        self.0.signed(&message(&note.text, at), bytes).then_some(at)
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
