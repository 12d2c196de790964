//! One matter with all its cases.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::event::Event;
use kheo_core::id::{CaseCode, KindId, UnitId};
use kheo_core::matter::{Link, MatterEvent, MatterId, Stop, path};

use crate::case::CaseRow;
use crate::entry::{Entry, Recorded, Who, about_matter, recorded, told_about};
use crate::matter::list::{MatterRow, row_of};
use crate::sql::{Row, values};
use crate::{Reader, StoreError};

/// A matter as somebody of a scope may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its name.
    pub id: MatterId,
    /// What is known of it as a whole.
    pub whole: MatterRow,
    /// Its newest cases, the first registered first.
    pub members: Vec<Member>,
    /// How many older ones there are.
    pub older: u64,
    /// Who said that which of them belong together.
    pub links: Vec<LinkRow>,
    /// What was said of the matter, in the order of the ledger, as far as it is about one of
    /// `members` in the scope.
    pub said: Vec<Said>,
}

/// Something that was said of a matter, with its entry.
pub type Said = Recorded<MatterEvent>;

/// A case of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The case.
    pub case: CaseRow,
    /// Whether it is in the scope: of others no more than unit, step and day may be shown.
    pub known: bool,
    /// The units it came to, one after the other.
    pub path: Vec<Stop>,
}

/// Somebody's word that two cases are about the same matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRow {
    /// The registrations of the two cases.
    pub ends: [u64; 2],
    /// The day it was said.
    pub on: Date,
    /// Who said it.
    pub who: Who,
}

const OF: &str = "SELECT matter FROM matter_cases WHERE code = $1";

/// The matter that the case is in.
///
/// # Errors
/// [`StoreError`].
pub fn of(r: &Reader<'_>, code: &CaseCode) -> Result<Option<MatterId>, StoreError> {
    r.row(OF, values![code.as_str()], |row| Ok(MatterId(row.count(0)?)))
}

const CODES: &str = "SELECT code FROM matter_cases WHERE matter = $1 ORDER BY code";

/// The cases of a matter.
pub(crate) fn codes(r: &Reader<'_>, matter: MatterId) -> Result<Vec<CaseCode>, StoreError> {
    r.rows(CODES, values![matter.0], |row| Ok(CaseCode::new(row.text(0)?)))
}

const IS_LINKED: &str = "
    SELECT 1 FROM matter_links WHERE one = $1 AND other = $2 AND linked = 1";

pub(super) fn is_linked(r: &Reader<'_>, link: &Link) -> Result<bool, StoreError> {
    let values = values![link.one.as_str(), link.other.as_str()];
    Ok(r.row(IS_LINKED, values, |_| Ok(()))?.is_some())
}

const BEGAN: &str = "SELECT code FROM cases WHERE began = $1";

/// The case that began with the entry `began`: a name for it that is no secret.
///
/// # Errors
/// [`StoreError`].
pub fn code_of(r: &Reader<'_>, began: u64) -> Result<Option<CaseCode>, StoreError> {
    r.row(BEGAN, values![began], |row| Ok(CaseCode::new(row.text(0)?)))
}

const LINKS: &str = "
    SELECT c.began, f.began, l.linked_on, l.actor
      FROM matter_cases t
      JOIN matter_links l ON l.one = t.code
      JOIN cases c ON c.code = l.one
      JOIN cases f ON f.code = l.other
     WHERE t.matter = $1 AND l.linked = 1
     ORDER BY l.seq";

const KINDS: &str = "
    SELECT DISTINCT c.kind FROM matter_cases t JOIN cases c ON c.code = t.code WHERE t.matter = $1";

/// The kinds of the cases of a matter.
///
/// # Errors
/// [`StoreError`].
pub fn kinds(r: &Reader<'_>, matter: MatterId) -> Result<Vec<KindId>, StoreError> {
    r.rows(KINDS, values![matter.0], |row| Ok(KindId::new(row.text(0)?)))
}

const IS_KNOWN: &str = "
    SELECT 1 FROM matter_units u JOIN unit_above a ON a.unit = u.unit
     WHERE u.matter = $1 AND a.above = $2 LIMIT 1";

// The cases are chosen before any of them is read whole.
const MEMBERS: &str = "
    SELECT c.detail,
           EXISTS (SELECT 1 FROM marks m JOIN unit_above a ON a.unit = m.unit
                    WHERE m.code = c.code AND a.above = $1)
      FROM (SELECT n.code FROM matter_cases t JOIN cases n ON n.code = t.code
             WHERE t.matter = $2 ORDER BY n.registered_on DESC, n.began DESC LIMIT $3) newest
      JOIN cases c ON c.code = newest.code
     ORDER BY c.registered_on, c.began";

/// The matter of that name with its `most` newest cases; nothing when there is none with a case that
/// `scope` may see. However many cases it has, this asks the same few questions.
///
/// # Errors
/// [`StoreError`].
pub fn open(
    r: &Reader<'_>,
    id: MatterId,
    scope: &UnitId,
    most: u64,
) -> Result<Option<Matter>, StoreError> {
    let is_known = r.row(IS_KNOWN, values![id.0, scope.as_str()], |_| Ok(()))?.is_some();
    let Some(whole) = row_of(r, id)?.filter(|_| is_known) else { return Ok(None) };
    let mut members = r.rows(MEMBERS, values![scope.as_str(), id.0, most], |row| {
        Ok(Member { case: row.json(0)?, known: row.truth(1)?, path: Vec::new() })
    })?;
    let told = told(r, id, most)?;
    let mut said = Vec::new();
    for member in &mut members {
        let Some(told) = told.get(&member.case.code) else { continue };
        member.path = path(told.iter().filter_map(|entry| match &entry.event {
            Event::Case(what) => Some((entry.effective_on, what)),
            _ => None,
        }));
        if member.known {
            said.extend(told.iter().filter_map(|entry| recorded(entry.clone(), of_matter)));
        }
    }
    said.sort_by_key(|one| one.seq);
    let links = r.rows(LINKS, values![id.0], link)?;
    let shown = u64::try_from(members.len()).unwrap_or(u64::MAX);
    let older = whole.cases.saturating_sub(shown);
    Ok(Some(Matter { id, whole, members, older, links, said }))
}

/// The entries about the `most` newest cases of the matter.
fn told(
    r: &Reader<'_>,
    id: MatterId,
    most: u64,
) -> Result<BTreeMap<CaseCode, Vec<Entry>>, StoreError> {
    let mut told: BTreeMap<CaseCode, Vec<Entry>> = BTreeMap::new();
    for entry in about_matter(r, id, most)? {
        told.entry(CaseCode::new(&entry.subject)).or_default().push(entry);
    }
    Ok(told)
}

/// The last judgement that a matter is pursued with the case, whether it is linked with others or not.
///
/// # Errors
/// [`StoreError`].
pub fn judgement(r: &Reader<'_>, code: &CaseCode) -> Result<Option<Said>, StoreError> {
    let said = told_about(r, code.as_str(), of_matter)?;
    let is_judgement = |said: &Said| matches!(said.what, MatterEvent::JudgedPursued { .. });
    Ok(said.into_iter().rfind(is_judgement))
}

fn of_matter(event: Event) -> Option<MatterEvent> {
    match event {
        Event::Matter(what) => Some(what),
        _ => None,
    }
}

fn link(row: &Row<'_>) -> Result<LinkRow, StoreError> {
    let who = Who::of(&row.text(3)?);
    Ok(LinkRow { ends: [row.count(0)?, row.count(1)?], on: row.parsed(2)?, who })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[OF, CODES, IS_LINKED, BEGAN, LINKS, KINDS, IS_KNOWN, MEMBERS];
