//! Taking away what cases say of persons.

use std::collections::BTreeSet;
use std::time::SystemTime;

use kheo_core::Refusal;
use kheo_core::case::{CaseEvent, Erasing, FollowCode};
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, FileHash};
use kheo_core::post::{Actor, Role};

use crate::case::row::find;
use crate::entry::append;
use crate::files::Files;
use crate::sql::values;
use crate::{Db, StoreError, Tx, WriteError, ledger, post, unit};

const PARTS: &str = "
    UPDATE entries SET private = NULL, private_salt = NULL
     WHERE subject = $1 AND private IS NOT NULL";

const REQUESTS: &str = "DELETE FROM requests WHERE code = $1";

const OPENING: &str = "DELETE FROM openings WHERE code = $1";

const FILES: &str = "SELECT DISTINCT hash FROM case_files WHERE code = $1 ORDER BY hash";

const TO_DO: &str = "INSERT INTO erasures (what) VALUES ($1) ON CONFLICT (what) DO NOTHING";

/// Takes the content of the case `code` away: what its entries say of persons, with the salts, what it is
/// found by, and that its registration was asked for. What lies in other places is written down, for
/// [`finish_erasures`] once this is saved.
///
/// # Errors
/// [`Refusal::UnknownCase`], [`Refusal::UnknownPost`], [`Refusal::ErasesNot`] unless it is decided by a head of the unit
/// that has the case or of one above, and those of [`kheo_core::case::erase()`].
pub fn erase(
    tx: &mut Tx<'_>,
    code: &CaseCode,
    erasing: Erasing,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let unknown = || Refusal::UnknownCase { code: code.clone() };
    let case = find(tx, code)?.ok_or_else(unknown)?;
    let by = erasing.by.clone();
    let decides = post::find(tx, &by)?.ok_or_else(|| Refusal::UnknownPost { post: by.clone() })?;
    if decides.role != Role::Head || !unit::is_within(tx, &case.unit, &decides.unit)? {
        return Err(Refusal::ErasesNot { post: by }.into());
    }
    let key = case.petition.key.clone();
    let follow = key.map(|key| hashed(&FollowCode { case: code.clone(), key }));
    let erased = kheo_core::case::erase(&case.state(), erasing, follow)?;
    for file in tx.rows(FILES, values![code.as_str()], |row| row.text(0))? {
        tx.run(TO_DO, values![file])?;
    }
    tx.run(TO_DO, values![COMPACT])?;
    tx.run(PARTS, values![code.as_str()])?;
    tx.run(REQUESTS, values![code.as_str()])?;
    tx.run(OPENING, values![code.as_str()])?;
    let event = Event::Case(CaseEvent::Erased(erased));
    Ok(append(tx, event, (code.as_str(), &case.unit), actor, stamp)?)
}

/// What stands for the code and the key of an erased case: it opens nothing but the news that it was
/// erased.
#[must_use]
pub fn hashed(follow: &FollowCode) -> String {
    let text = format!("kheo-follow-1 {follow}");
    kheo_ledger::hexadecimal(&kheo_ledger::content_hash(text.as_bytes()))
}

/// That the database still holds, in places it no longer uses, what was erased.
static COMPACT: &str = "database";

const LEFT: &str = "SELECT what FROM erasures ORDER BY what";

const DONE: &str = "DELETE FROM erasures WHERE what = $1";

/// What came of finishing erasures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Finished {
    /// How many files were removed.
    pub files: u64,
    /// Whether something is left to do the next time.
    pub left: bool,
}

/// Finishes what was erased: removes the files that no case names any more and writes the tables of the
/// database anew, without what is no longer in them. Does what is left of an erasure that broke off.
///
/// Left for the next time are files that were sent after the moment `before`, for another program may be about
/// to name them, and tables on a server of which somebody still reads an earlier state.
///
/// # Errors
/// [`StoreError`]; what is left is done the next time.
pub fn finish_erasures(
    db: &Db,
    files: &Files,
    before: Option<SystemTime>,
) -> Result<Finished, StoreError> {
    let left: BTreeSet<String> =
        db.read_now(|r| r.rows(LEFT, &[], |row| row.text(0)))?.into_iter().collect();
    let mut finished = Finished::default();
    for what in left {
        let is_done = if what == COMPACT {
            db.compact()?
        } else {
            let file = FileHash::new(what.as_str());
            let is_named = db.read_now(|r| ledger::is_named(r, &file))?;
            let removed = if is_named { None } else { files.remove(&file, before)? };
            finished.files += u64::from(removed == Some(true));
            removed != Some(false)
        };
        if is_done {
            db.write_now::<_, StoreError>(move |tx| tx.run(DONE, values![what]).map(drop))?;
        } else {
            finished.left = true;
        }
    }
    Ok(finished)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[PARTS, REQUESTS, OPENING, FILES, TO_DO, LEFT, DONE];
