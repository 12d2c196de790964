//! Makes the read tables of cases.

use jiff::civil::Date;
use kheo_core::case::event::{Acted, Registered};
use kheo_core::case::{Case, CaseEvent, Deed, Petition, Proof, marks};
use kheo_core::id::CaseCode;
use kheo_core::matter::Link;

use crate::case::filter::OWED;
use crate::case::row::{Answer, CaseRow, Erasure};
use crate::case::unsaved::{Held, Unsaved, known};
use crate::entry::Entry;
use crate::sql::{NEVER, json, values, word};
use crate::{StoreError, Tx, matter};

/// What the projection of one event needs to know.
pub(crate) struct Happened<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) event: &'a CaseEvent,
    pub(crate) code: &'a CaseCode,
    /// The day it takes effect: never before what happened to the case earlier, so that no stock
    /// falls below nothing.
    pub(crate) on: Date,
    pub(crate) demonstration: bool,
}

/// Brings the tables of cases up to `entry`, but for what waits in `unsaved`.
pub(crate) fn project(
    tx: &mut Tx<'_>,
    unsaved: &mut Unsaved,
    entry: &Entry,
    event: &CaseEvent,
) -> Result<(), StoreError> {
    let code = CaseCode::new(entry.subject.as_str());
    match event {
        CaseEvent::Registered(registered) => {
            let happened = Happened {
                entry,
                event,
                code: &code,
                on: entry.effective_on,
                demonstration: registered.origin.is_demonstration(),
            };
            begin(tx, unsaved, &happened, registered)
        }
        _ => go_on(tx, unsaved, entry, event, &code),
    }
}

fn begin(
    tx: &mut Tx<'_>,
    unsaved: &mut Unsaved,
    happened: &Happened<'_>,
    registered: &Registered,
) -> Result<(), StoreError> {
    let row = begun(happened, registered);
    unsaved.gathered.keep(happened, marks(None, happened.event, happened.on));
    unsaved.numbers.count(&row.code);
    unsaved.keys.remember(tx, &row)?;
    files(tx, happened, &registered.files)?;
    let link = row.again.clone().map(|earlier| Link::between(earlier, row.code.clone()));
    let held = Held::begun(happened.entry.seq, row);
    unsaved.cases.insert(registered.code.clone(), Box::new(held));
    link.map_or(Ok(()), |link| matter::linked(tx, unsaved, happened.entry, &link))
}

fn go_on(
    tx: &mut Tx<'_>,
    unsaved: &mut Unsaved,
    entry: &Entry,
    event: &CaseEvent,
    code: &CaseCode,
) -> Result<(), StoreError> {
    let Unsaved { cases, gathered, keys, .. } = unsaved;
    let held = known(cases, tx, code)?.ok_or_else(|| StoreError::Unreadable {
        column: 0,
        why: format!("entry {} is about a case that was never registered", entry.seq),
    })?;
    let happened = Happened {
        entry,
        event,
        code,
        on: entry.effective_on.max(held.row.changed_on),
        demonstration: held.row.origin.is_demonstration(),
    };
    held.clocks.take(tx, &happened, &held.case)?;
    gathered.keep(&happened, held.case.go_on(event, happened.on));
    match event {
        CaseEvent::Acted(acted) => {
            let answers_anew = matches!(acted.deed, Deed::Answer | Deed::Reopen);
            if answers_anew && held.row.answer.is_some() {
                tx.run(UNANSWERED, values![code.as_str()])?;
            }
            files(tx, &happened, &acted.proofs)?;
        }
        CaseEvent::Erased(_) => {
            keys.forget(tx, &held.row)?;
            tx.run(NO_FILES, values![code.as_str()])?;
        }
        _ => {}
    }
    change(&happened, &mut held.row);
    held.seq = Some(entry.seq);
    Ok(())
}

fn begun(happened: &Happened<'_>, registered: &Registered) -> CaseRow {
    let case = Case::begun(registered);
    CaseRow {
        code: case.code,
        kind: case.kind,
        version: case.version,
        addressed_to: case.unit.clone(),
        unit: case.unit,
        topic: case.topic,
        step: case.step,
        phase: case.phase,
        post: case.post,
        seen: case.seen,
        petition: registered.private.clone(),
        origin: registered.origin.clone(),
        registered_on: happened.on,
        recorded_at: happened.entry.recorded_at,
        changed_on: happened.on,
        escalated: case.escalated,
        overran: case.overran,
        pursued: false,
        began: happened.entry.seq,
        again: registered.again.clone(),
        recurred: case.recurred,
        reopened: 0,
        circumstances: case.circumstances,
        running: Vec::new(),
        done: case.done,
        taken: case.taken,
        started: case.started,
        filled: case.filled,
        answer: None,
        erased: None,
        marked_on: None,
    }
}

/// Takes in what happened as far as the rules keep nothing of it.
fn change(happened: &Happened<'_>, row: &mut CaseRow) {
    row.changed_on = happened.on;
    match happened.event {
        CaseEvent::Acted(Acted {
            deed: Deed::Answer,
            private,
            proofs,
            late,
            counts_from,
            unsettled,
            ..
        }) => {
            row.answer = Some(Answer {
                on: happened.on,
                text: private.text.clone(),
                late: *late,
                proofs: proofs.clone(),
                unsettled: *unsettled,
                silence_until: *counts_from,
                confirmed_on: None,
            });
        }
        CaseEvent::Acted(Acted { deed: Deed::Reopen, by_office, .. }) => {
            row.answer = None;
            row.reopened += i64::from(!by_office);
        }
        CaseEvent::Erased(erased) => {
            row.petition = Petition::default();
            if let Some(answer) = &mut row.answer {
                answer.text.clear();
            }
            row.erased = Some(Erasure { on: happened.on, what: erased.clone() });
        }
        _ => {}
    }
}

const SAVE: &str = "
    INSERT INTO cases (code, seq, unit, phase, due_on, kind, topic, step, post, registered_on,
                       answered, answered_on, escalated, overran, pursued, persons, began, detail)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    ON CONFLICT (code) DO UPDATE
       SET seq = excluded.seq, unit = excluded.unit, phase = excluded.phase,
           due_on = excluded.due_on, step = excluded.step, post = excluded.post,
           answered = excluded.answered, answered_on = excluded.answered_on,
           escalated = excluded.escalated, overran = excluded.overran,
           pursued = excluded.pursued, persons = excluded.persons, detail = excluded.detail";

/// Keeps the row of `case`, as the entry `seq` left it.
pub(super) fn save(tx: &mut Tx<'_>, seq: u64, case: &CaseRow) -> Result<(), StoreError> {
    tx.run(
        SAVE,
        values![
            case.code.as_str(),
            seq,
            case.unit.as_str(),
            if case.is_owed() { OWED.to_owned() } else { word(&case.phase)? },
            case.due().map_or(NEVER, |running| running.due.on),
            case.kind.as_str(),
            case.topic.as_str(),
            case.step.as_str(),
            case.post.as_ref().map(kheo_core::id::PostId::as_str),
            case.registered_on,
            case.answer.is_some(),
            case.answer.as_ref().map(|answer| answer.on),
            case.escalated,
            case.overran.is_some(),
            case.pursued,
            u64::from(case.petition.persons.get()),
            case.began,
            json(case)?,
        ],
    )?;
    Ok(())
}

const ATTACH: &str = "
    INSERT INTO case_files (code, seq, place, hash, media_type, size, answer)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

const UNANSWERED: &str = "UPDATE case_files SET answer = 0 WHERE code = $1";

const NO_FILES: &str = "DELETE FROM case_files WHERE code = $1";

fn files(tx: &mut Tx<'_>, happened: &Happened<'_>, proofs: &[Proof]) -> Result<(), StoreError> {
    let answers = matches!(happened.event, CaseEvent::Acted(Acted { deed: Deed::Answer, .. }));
    let code = happened.code.as_str();
    for (place, proof) in (0_u64..).zip(proofs) {
        let Proof { hash, media_type, size } = proof;
        let hash = hash.as_str();
        let seq = happened.entry.seq;
        tx.run(ATTACH, values![code, seq, place, hash, media_type.as_str(), *size, answers])?;
    }
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[SAVE, ATTACH, UNANSWERED, NO_FILES];
