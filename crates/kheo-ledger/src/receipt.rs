//! The receipt of an entry: what it says, and the proof that it is in the log.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::hash::{Commitment, Salt, in_hexadecimal};
use crate::log::{
    Checkpoint, FalseCosignature, Hash, LogProof, Note, VerifierKey, WitnessKey, Witnessed,
    WrongCheckpoint, WrongProof, is_included, leaf_hash, witnessed,
};
use crate::{Field, Fields, Leaf, commit, commit_fields, fields};

/// The form of evidence that this program writes and reads. Evidence that does not say its form has the first.
pub const FORM: u32 = 1;

/// What is read of evidence before anything else, in every form.
#[derive(Deserialize)]
struct Formed {
    #[serde(default = "first_form")]
    form: u32,
}

const fn first_form() -> u32 {
    FORM
}

/// An entry with all that its commitment covers, so that whoever holds it can compute it again.
///
/// - Format: JSON, in the extra line of a `tlog-proof`; what this program does not know is refused, and a
///   form that a later program writes says so in `form`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The form of this JSON: [`FORM`].
    #[serde(default = "first_form")]
    pub form: u32,
    /// The place of the entry in the ledger, from 1.
    pub seq: u64,
    /// When it was learned, as it is written down.
    pub recorded_at: String,
    /// The day it happened, as it is written down.
    pub effective_on: String,
    /// Who recorded it.
    pub actor: String,
    /// The unit it concerns.
    pub unit: String,
    /// What it is about.
    pub subject: String,
    /// What happened.
    pub kind: String,
    /// The version of the payload's form.
    pub version: i64,
    /// The payload.
    pub payload: String,
    /// The salt of the commitment.
    #[serde(with = "in_hexadecimal")]
    pub salt: Salt,
    /// The part that can be erased, if the entry has one: as much of it as the receipt tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<Private>,
}

/// The part of an entry that can be erased, as a receipt tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Private {
    /// Only that it was there: it was erased, or an earlier program committed to it as a whole.
    Whole {
        /// What stands for it.
        #[serde(with = "in_hexadecimal")]
        whole: Commitment,
    },
    /// Field by field.
    Fields(Fields),
}

impl Private {
    /// As much of the part as `tells` names, where `text` and `salt` are still what `commitment` stands
    /// for field by field; else that it was there.
    #[must_use]
    pub fn telling(commitment: Commitment, known: Option<(&Salt, &str)>, tells: &[&str]) -> Self {
        let fields = known.map(|(salt, text)| fields(salt, text, tells));
        match fields.filter(|fields| commit_fields(fields) == commitment) {
            Some(fields) => Self::Fields(fields),
            None => Self::Whole { whole: commitment },
        }
    }

    fn commitment(&self) -> Commitment {
        match self {
            Self::Whole { whole } => *whole,
            Self::Fields(fields) => commit_fields(fields),
        }
    }
}

impl Evidence {
    /// The commitment of the entry, which is its leaf in the log.
    #[must_use]
    pub fn commitment(&self) -> Commitment {
        let private = self.private.as_ref().map(Private::commitment);
        let leaf = Leaf {
            seq: self.seq,
            recorded_at: &self.recorded_at,
            effective_on: &self.effective_on,
            actor: &self.actor,
            unit: &self.unit,
            subject: &self.subject,
            kind: &self.kind,
            version: self.version,
            payload: &self.payload,
            private: private.as_ref(),
        };
        commit(&self.salt, &leaf)
    }

    /// What the receipt tells of the part that can be erased, as a JSON object; nothing when it tells
    /// nothing of it.
    #[must_use]
    pub fn told(&self) -> Option<String> {
        let Some(Private::Fields(fields)) = &self.private else { return None };
        let told = |(name, field): (&String, &Field)| match field {
            Field::Told { value, .. } => Some((name.clone(), serde_json::from_str(value).ok()?)),
            Field::Kept { .. } => None,
        };
        let told: serde_json::Map<String, Value> = fields.iter().filter_map(told).collect();
        (!told.is_empty()).then(|| Value::Object(told).to_string())
    }
}

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The entry.
    pub evidence: Evidence,
    /// What was signed of the log when the receipt was made.
    pub checkpoint: Checkpoint,
    /// The same with its signatures.
    pub note: Note,
}

impl Proven {
    /// Who of the witnesses `known` saw the log as it stands in the receipt; `key` is that of the log.
    ///
    /// # Errors
    /// [`WrongReceipt::FalseCosignature`].
    pub fn witnessed(
        &self,
        key: &VerifierKey,
        known: &[WitnessKey],
    ) -> Result<Witnessed, WrongReceipt> {
        Ok(witnessed(&self.note, key, known)?)
    }
}

/// Why a receipt proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum WrongReceipt {
    #[error("there is nothing in it")]
    Empty,
    #[error("it is no receipt: {0}")]
    Form(#[from] WrongProof),
    #[error("what was recorded is missing from it or cannot be read")]
    NoEvidence,
    #[error("it has the form {form}, which a later program writes")]
    Newer { form: u32 },
    #[error("it is of the log `{origin}`, not of this one")]
    OtherLog { origin: String },
    #[error("its checkpoint is not signed with this key, or was changed after it was signed")]
    NotSigned,
    #[error("its checkpoint cannot be read")]
    Checkpoint(#[from] WrongCheckpoint),
    #[error("it says entry {said}, but its proof is of entry {proven}")]
    OtherEntry { said: u64, proven: u64 },
    #[error("what it says is not what entry {seq} of the log says: it was changed")]
    NotRecorded { seq: u64 },
    #[error("it was signed, but the log no longer holds entry {seq}")]
    Gone { seq: u64 },
    #[error(transparent)]
    FalseCosignature(#[from] FalseCosignature),
}

impl WrongReceipt {
    /// The stable word for it; the words for people, with what to do next, are found by it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Form(WrongProof::CutOff | WrongProof::Checkpoint(_)) => "cut-off",
            Self::Form(_) => "form",
            Self::NoEvidence => "no-evidence",
            Self::Newer { .. } => "newer",
            Self::OtherLog { .. } => "other-log",
            Self::NotSigned => "not-signed",
            Self::Checkpoint(_) => "checkpoint",
            Self::OtherEntry { .. } => "other-entry",
            Self::NotRecorded { .. } => "not-recorded",
            Self::Gone { .. } => "gone",
            Self::FalseCosignature(_) => "false-cosignature",
        }
    }
}

/// The receipt: `evidence` with the proof that leads from it to a signed `checkpoint`.
///
/// # Errors
/// When the evidence cannot be written as JSON.
pub fn receipt(
    evidence: &Evidence,
    beside: Vec<Hash>,
    checkpoint: Note,
) -> Result<LogProof, serde_json::Error> {
    let extra = Some(serde_json::to_vec(evidence)?);
    Ok(LogProof { extra, index: evidence.seq.saturating_sub(1), beside, checkpoint })
}

/// What the receipt `text` proves to whoever trusts `key`; no network and no server is asked. Whether
/// the log still holds it only the log can tell. What mail programs and editors do to the ends of lines and the
/// beginning of a file is undone.
///
/// # Errors
/// [`WrongReceipt`]: the first thing that is wrong.
pub fn verify(text: &str, key: &VerifierKey) -> Result<Proven, WrongReceipt> {
    let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    if plain.trim().is_empty() {
        return Err(WrongReceipt::Empty);
    }
    let proof: LogProof = format!("{}\n", plain.trim()).parse()?;
    let extra = proof.extra.as_deref().ok_or(WrongReceipt::NoEvidence)?;
    let evidence = evidence(extra)?;
    let checkpoint: Checkpoint = proof.checkpoint.text.parse()?;
    if checkpoint.origin != key.name() {
        return Err(WrongReceipt::OtherLog { origin: checkpoint.origin });
    }
    if !key.signed(&proof.checkpoint) {
        return Err(WrongReceipt::NotSigned);
    }
    let proven = proof.index.saturating_add(1);
    if evidence.seq != proven {
        return Err(WrongReceipt::OtherEntry { said: evidence.seq, proven });
    }
    let leaf = leaf_hash(&evidence.commitment());
    if !is_included(&leaf, proof.index, checkpoint.size, &proof.beside, &checkpoint.root) {
        return Err(WrongReceipt::NotRecorded { seq: evidence.seq });
    }
    Ok(Proven { evidence, checkpoint, note: proof.checkpoint })
}

fn evidence(extra: &[u8]) -> Result<Evidence, WrongReceipt> {
    let Formed { form } = serde_json::from_slice(extra).map_err(|_| WrongReceipt::NoEvidence)?;
    if form != FORM {
        return Err(WrongReceipt::Newer { form });
    }
    serde_json::from_slice(extra).map_err(|_| WrongReceipt::NoEvidence)
}

#[cfg(test)]
mod tests;
