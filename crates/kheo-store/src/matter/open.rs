//! One matter with all its cases.

use jiff::civil::Date;
use kheo_core::event::Event;
use kheo_core::id::{CaseCode, UnitId};
use kheo_core::matter::{Link, MatterEvent, MatterId, Spoken, Stop, at_least, path};

use crate::case::{CaseRow, find, is_known_to, timeline};
use crate::entry::{Recorded, Who, told_about};
use crate::sql::{Row, values};
use crate::{Reader, StoreError};

/// A matter as somebody of a scope may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its name.
    pub id: MatterId,
    /// Its cases, the first registered first.
    pub members: Vec<Member>,
    /// Who said that which of them belong together.
    pub links: Vec<LinkRow>,
    /// What was said of the matter, in the order of the ledger, as far as it is about a case in the
    /// scope.
    pub said: Vec<Said>,
    /// How many people bring it, at least.
    pub persons: u32,
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

/// The matter of that name; nothing when there is none with a case that `scope` may see.
///
/// # Errors
/// [`StoreError`].
pub fn open(r: &Reader<'_>, id: MatterId, scope: &UnitId) -> Result<Option<Matter>, StoreError> {
    let (mut members, mut said) = (Vec::new(), Vec::new());
    for code in codes(r, id)? {
        let Some(case) = find(r, &code)? else { continue };
        let known = is_known_to(r, &code, scope)?;
        let told = timeline(r, &code)?;
        let path = path(told.iter().map(|one| (one.effective_on, &one.what)));
        if known {
            said.extend(said_of(r, &code)?);
        }
        members.push(Member { case, known, path });
    }
    if !members.iter().any(|member| member.known) {
        return Ok(None);
    }
    members.sort_by_key(|member| (member.case.registered_on, member.case.began));
    said.sort_by_key(|one| one.seq);
    let spoken: Vec<_> = members.iter().map(|member| Spoken::of(&member.case.petition)).collect();
    let links = r.rows(LINKS, values![id.0], link)?;
    Ok(Some(Matter { id, members, links, said, persons: at_least(&spoken) }))
}

fn link(row: &Row<'_>) -> Result<LinkRow, StoreError> {
    let who = Who::of(&row.text(3)?);
    Ok(LinkRow { ends: [row.count(0)?, row.count(1)?], on: row.parsed(2)?, who })
}

fn said_of(r: &Reader<'_>, code: &CaseCode) -> Result<Vec<Said>, StoreError> {
    told_about(r, code.as_str(), |event| match event {
        Event::Matter(what) => Some(what),
        _ => None,
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[OF, CODES, IS_LINKED, BEGAN, LINKS];
