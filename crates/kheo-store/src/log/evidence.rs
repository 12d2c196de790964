//! The receipt of a case: the entry that registered it, and the proof that it is in the log.

use kheo_core::id::CaseCode;
use kheo_ledger::fields;
use kheo_ledger::log::{LogProof, inclusion};
use kheo_ledger::receipt::{self, Evidence};

use crate::entry::{self, Stored};
use crate::log::{KeptTiles, head};
use crate::sql::{NOT_OUR_FORM, unreadable};
use crate::{Reader, StoreError};

/// What a receipt tells of a petition: what is asked, not who asks, nor what opens the case.
const TELLS: [&str; 2] = ["subject", "text"];

/// How far the receipt of a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// It is complete.
    Whole(Box<LogProof>),
    /// The entry waits to enter the log: less than a second.
    Waiting,
    /// What was recorded was erased since, so that it can no longer be told.
    Erased,
}

/// The receipt of the case `code`; nothing when there is no such case.
///
/// # Errors
/// [`StoreError`].
pub fn receipt(r: &Reader<'_>, code: &CaseCode) -> Result<Option<Receipt>, StoreError> {
    let Some(registered) = entry::first_about(r, code.as_str())? else { return Ok(None) };
    let Some(head) = head(r)?.filter(|head| head.size >= registered.seq) else {
        return Ok(Some(Receipt::Waiting));
    };
    let Some(evidence) = evidence(registered) else { return Ok(Some(Receipt::Erased)) };
    let beside = inclusion(evidence.seq.saturating_sub(1), head.size, &mut KeptTiles(r))?;
    let proof =
        receipt::receipt(&evidence, beside, head.note).map_err(|_| unreadable(0, NOT_OUR_FORM))?;
    Ok(Some(Receipt::Whole(Box::new(proof))))
}

fn evidence(stored: Stored) -> Option<Evidence> {
    let private = match (stored.private_commitment, stored.written.private, stored.private_salt) {
        (None, ..) => None,
        (Some(_), Some(text), Some(salt)) => Some(fields(&salt, &text, &TELLS)),
        (Some(_), ..) => return None,
    };
    Some(Evidence {
        seq: stored.seq,
        recorded_at: stored.recorded_at,
        effective_on: stored.effective_on,
        actor: stored.actor,
        unit: stored.unit,
        subject: stored.subject,
        kind: stored.written.kind,
        version: stored.written.version,
        payload: stored.written.payload,
        salt: stored.salt,
        private,
    })
}
