//! Makes the read tables of cases.

use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::event::{Acted, Registered};
use kheo_core::case::{Case, CaseEvent, Deed, Petition, Proof, marks};
use kheo_core::id::{CaseCode, ClockId};
use kheo_core::matter::Link;

use crate::case::row::{Answer, CaseRow, Erasure, RunningClock};
use crate::case::unsaved::Unsaved;
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
    let before = match event {
        CaseEvent::Registered(_) => None,
        _ => Some(unsaved.take(tx, &code)?.ok_or_else(|| StoreError::Unreadable {
            column: 0,
            why: format!("entry {} is about a case that was never registered", entry.seq),
        })?),
    };
    let changed_on = before.as_ref().map_or(entry.effective_on, |case| case.changed_on);
    let origin = match (event, &before) {
        (CaseEvent::Registered(registered), _) => Some(&registered.origin),
        (_, before) => before.as_ref().map(|case| &case.origin),
    };
    let happened = Happened {
        entry,
        event,
        code: &code,
        on: entry.effective_on.max(changed_on),
        demonstration: origin.is_some_and(kheo_core::origin::Origin::is_demonstration),
    };
    let state = before.as_ref().map(CaseRow::state);
    unsaved.gathered.keep(&happened, marks(state.as_ref(), event, happened.on));
    clocks(tx, &happened, state.as_ref())?;
    let after = match (event, before) {
        (CaseEvent::Registered(registered), _) => {
            count(tx, &registered.code)?;
            files(tx, &happened, &registered.files)?;
            begun(&happened, registered)
        }
        (_, Some(before)) => {
            if let CaseEvent::Acted(acted) = event {
                if acted.deed == Deed::Reopen {
                    tx.run(UNANSWERED, values![code.as_str()])?;
                }
                files(tx, &happened, &acted.proofs)?;
            }
            if matches!(event, CaseEvent::Erased(_)) {
                unsaved.keys.forget(tx, &before)?;
                tx.run(NO_FILES, values![code.as_str()])?;
            }
            changed(&happened, before)
        }
        (_, None) => return Ok(()),
    };
    if !matches!(event, CaseEvent::Registered(_)) {
        unsaved.put(entry.seq, after);
        return Ok(());
    }
    unsaved.keys.remember(tx, &after)?;
    let earlier = after.again.clone();
    let link = earlier.map(|earlier| Link::between(earlier, after.code.clone()));
    unsaved.put(entry.seq, after);
    link.map_or(Ok(()), |link| {
        unsaved.save(tx)?;
        matter::linked(tx, entry, &link)
    })
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
        filled: case.filled,
        answer: None,
        erased: None,
        marked_on: None,
    }
}

fn changed(happened: &Happened<'_>, mut row: CaseRow) -> CaseRow {
    let mut case = row.state();
    case.apply(happened.event);
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
    if let Some((answer, answered)) = row.answer.as_mut().zip(case.answered) {
        answer.confirmed_on = answered.confirmed_on;
    }
    row.unit = case.unit;
    row.step = case.step;
    row.phase = case.phase;
    row.post = case.post;
    row.seen = case.seen;
    row.circumstances = case.circumstances;
    row.done = case.done;
    row.filled = case.filled;
    row.recurred = case.recurred;
    row.escalated = case.escalated;
    row.overran = case.overran;
    row.changed_on = happened.on;
    row.running =
        case.running.into_iter().map(|(clock, due)| RunningClock { clock, due }).collect();
    row
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
pub(crate) fn save(tx: &mut Tx<'_>, seq: u64, case: &CaseRow) -> Result<(), StoreError> {
    tx.run(
        SAVE,
        values![
            case.code.as_str(),
            seq,
            case.unit.as_str(),
            word(&case.phase)?,
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
    tx.note_case(case);
    Ok(())
}

const COUNT: &str = "
    INSERT INTO counters (prefix, year, number) VALUES ($1, $2, $3)
    ON CONFLICT (prefix, year) DO UPDATE
       SET number = CASE WHEN excluded.number > counters.number
                         THEN excluded.number ELSE counters.number END";

/// Remembers the number of a code such as `KN-2016-0412`, so that the next one is higher.
fn count(tx: &mut Tx<'_>, code: &CaseCode) -> Result<(), StoreError> {
    let mut parts = code.as_str().split('-');
    let prefix = parts.next().unwrap_or_default();
    let year = parts.next().and_then(|year| year.parse::<i64>().ok());
    let number = parts.next().and_then(|number| number.parse::<i64>().ok());
    if let (Some(year), Some(number)) = (year, number) {
        tx.run(COUNT, values![prefix, year, number])?;
    }
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
    if answers {
        tx.run(UNANSWERED, values![code])?;
    }
    for (place, proof) in (0_u64..).zip(proofs) {
        let Proof { hash, media_type, size } = proof;
        let hash = hash.as_str();
        let seq = happened.entry.seq;
        tx.run(ATTACH, values![code, seq, place, hash, media_type.as_str(), *size, answers])?;
    }
    Ok(())
}

const START: &str = "
    INSERT INTO clocks (code, seq, clock, unit, started_on, stopped_on, due_on, due, demonstration)
    VALUES ($1, $2, $3, $4, $5, '9999-12-31', $6, $7, $8)";

const STOP: &str = "
    UPDATE clocks SET stopped_on = $1
     WHERE code = $2 AND clock = $3 AND stopped_on = '9999-12-31'";

const HAND_OVER: &str = "
    INSERT INTO clocks (code, seq, clock, unit, started_on, stopped_on, due_on, due, demonstration)
    SELECT code, $1, clock, $2, $3, stopped_on, due_on, due, demonstration
      FROM clocks WHERE code = $4 AND stopped_on = '9999-12-31'";

const LET_GO: &str = "
    UPDATE clocks SET stopped_on = $1
     WHERE code = $2 AND seq < $3 AND stopped_on = '9999-12-31'";

/// Keeps which unit held which running clock for how long, and until when it ran then.
fn clocks(
    tx: &mut Tx<'_>,
    happened: &Happened<'_>,
    before: Option<&Case>,
) -> Result<(), StoreError> {
    let Some(before) = before else { return Ok(()) };
    let (code, seq, on) = (happened.code.as_str(), happened.entry.seq, happened.on);
    match happened.event {
        CaseEvent::ClockStarted { clock, due } => run(tx, happened, before, clock, due)?,
        CaseEvent::ClockPaused { clock, due }
        | CaseEvent::ClockResumed { clock, due }
        | CaseEvent::ClockExtended { clock, due }
        | CaseEvent::ClockRecounted { clock, due, .. }
        | CaseEvent::ClockMoved { clock, due, .. } => {
            tx.run(STOP, values![on, code, clock.as_str()])?;
            run(tx, happened, before, clock, due)?;
        }
        CaseEvent::ClockStopped { clock, .. } => {
            tx.run(STOP, values![on, code, clock.as_str()])?;
        }
        CaseEvent::Acted(acted) if acted.unit != before.unit => {
            tx.run(HAND_OVER, values![seq, acted.unit.as_str(), on, code])?;
            tx.run(LET_GO, values![on, code, seq])?;
        }
        _ => {}
    }
    Ok(())
}

fn run(
    tx: &mut Tx<'_>,
    happened: &Happened<'_>,
    before: &Case,
    clock: &ClockId,
    due: &Due,
) -> Result<(), StoreError> {
    let (code, seq, on) = (happened.code.as_str(), happened.entry.seq, happened.on);
    let (unit, made_up) = (before.unit.as_str(), happened.demonstration);
    let due_on = if due.runs_out() { due.on } else { NEVER };
    let due = json(due)?;
    tx.run(START, values![code, seq, clock.as_str(), unit, on, due_on, due, made_up])?;
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] =
    &[SAVE, COUNT, ATTACH, UNANSWERED, NO_FILES, START, STOP, HAND_OVER, LET_GO];
