//! The receipt of a case: the entry that registered it, and the proof that it is in the log.

use kheo_core::case::{CaseEvent, Registered};
use kheo_core::event::{Event, Written};
use kheo_core::id::CaseCode;
use kheo_ledger::log::{Checkpoint, LogProof, inclusion, is_included, leaf_hash, root};
use kheo_ledger::receipt::{self, Evidence, Private};

use crate::entry::{self, Stored};
use crate::log::cosigned::best;
use crate::log::{KeptTiles, head};
use crate::sql::{NOT_OUR_FORM, unreadable};
use crate::{Reader, StoreError};

/// How far the receipt of a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// It is complete.
    Whole(Box<LogProof>),
    /// The entry waits to enter the log.
    Waiting,
}

/// The receipt of the case `code`, which tells of its petition the fields that `tells` names; nothing
/// when there is no such case. It rests on the checkpoint that most witnesses cosigned, and carries what they
/// signed.
///
/// # Errors
/// [`StoreError`]; also when what was signed does not hold what the ledger says, so that no false receipt
/// is handed out.
pub fn receipt(
    r: &Reader<'_>,
    code: &CaseCode,
    tells: &[&str],
) -> Result<Option<Receipt>, StoreError> {
    let Some(registered) = entry::registration(r, code.as_str())? else { return Ok(None) };
    let Some(head) = best(r, registered.seq)? else {
        return Ok(Some(Receipt::Waiting));
    };
    let evidence = evidence(registered, tells);
    let index = evidence.seq.saturating_sub(1);
    let beside = inclusion(index, head.size, &mut KeptTiles(r))?;
    let leaf = leaf_hash(&evidence.commitment());
    let signed: Checkpoint = head.note.text.parse().map_err(|_| unreadable(0, NOT_OUR_FORM))?;
    if !is_included(&leaf, index, signed.size, &beside, &signed.root) {
        return Err(unreadable(0, NOT_OUR_FORM));
    }
    let proof =
        receipt::receipt(&evidence, beside, head.note).map_err(|_| unreadable(0, NOT_OUR_FORM))?;
    Ok(Some(Receipt::Whole(Box::new(proof))))
}

/// Whether the log still is one that grew from `checkpoint`.
///
/// # Errors
/// [`StoreError`].
pub fn holds(r: &Reader<'_>, checkpoint: &Checkpoint) -> Result<bool, StoreError> {
    let size = head(r)?.map_or(0, |head| head.size);
    Ok(checkpoint.size <= size && root(checkpoint.size, &mut KeptTiles(r))? == checkpoint.root)
}

fn evidence(stored: Stored, tells: &[&str]) -> Evidence {
    let known = stored.private_salt.as_ref().zip(stored.written.private.as_deref());
    let private =
        stored.private_commitment.map(|commitment| Private::telling(commitment, known, tells));
    Evidence {
        form: receipt::FORM,
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
    }
}

/// What was registered, as far as the evidence of a receipt tells it; nothing when it is of something
/// else, or of a newer program.
#[must_use]
pub fn registered(evidence: &Evidence) -> Option<Registered> {
    let written = Written {
        kind: evidence.kind.clone(),
        version: evidence.version,
        payload: evidence.payload.clone(),
        private: evidence.told(),
    };
    match Event::read(&written) {
        Ok(Event::Case(CaseEvent::Registered(begun))) => Some(begun),
        _ => None,
    }
}
