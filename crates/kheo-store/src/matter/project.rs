//! Makes the read tables of matters.

use std::collections::BTreeSet;

use kheo_core::id::CaseCode;
use kheo_core::matter::{Link, MatterEvent, MatterId, together};

use crate::case::{CaseRow, find, save};
use crate::entry::Entry;
use crate::matter::list::MatterRow;
use crate::matter::open::{codes, of};
use crate::sql::{NEVER, values};
use crate::{Reader, StoreError, Tx};

pub(crate) fn project(
    tx: &mut Tx<'_>,
    entry: &Entry,
    event: &MatterEvent,
) -> Result<(), StoreError> {
    match event {
        MatterEvent::Linked(link) => say(tx, entry, link, true),
        MatterEvent::Unlinked(link) => say(tx, entry, link, false),
        MatterEvent::JudgedPursued { code, .. } => judged(tx, entry, code, true),
        MatterEvent::JudgementWithdrawn { code, .. } => judged(tx, entry, code, false),
    }
}

/// Takes in that two cases belong together, as the entry says with which one of them began.
pub(crate) fn linked(tx: &mut Tx<'_>, entry: &Entry, link: &Link) -> Result<(), StoreError> {
    say(tx, entry, link, true)
}

const SAY: &str = "
    INSERT INTO matter_links (one, other, seq, linked, linked_on, actor)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (one, other) DO UPDATE
       SET seq = excluded.seq, linked = excluded.linked, linked_on = excluded.linked_on,
           actor = excluded.actor";

fn say(tx: &mut Tx<'_>, entry: &Entry, link: &Link, linked: bool) -> Result<(), StoreError> {
    let Link { one, other } = link;
    let (on, actor) = (entry.effective_on, entry.actor.as_str());
    tx.run(SAY, values![one.as_str(), other.as_str(), entry.seq, linked, on, actor])?;
    regroup(tx, link)
}

const NO_UNITS: &str = "DELETE FROM matter_units WHERE matter = $1";

const NO_CASES: &str = "DELETE FROM matter_cases WHERE matter = $1";

const NO_MATTER: &str = "DELETE FROM matters WHERE matter = $1";

const JOIN: &str = "INSERT INTO matter_cases (code, matter) VALUES ($1, $2)";

/// Sorts the cases that `link` concerns into matters anew.
fn regroup(tx: &mut Tx<'_>, link: &Link) -> Result<(), StoreError> {
    let mut cases = BTreeSet::from([link.one.clone(), link.other.clone()]);
    for end in [&link.one, &link.other] {
        if let Some(matter) = of(tx, end)? {
            cases.extend(codes(tx, matter)?);
            for sql in [NO_UNITS, NO_CASES, NO_MATTER] {
                tx.run(sql, values![matter.0])?;
            }
        }
    }
    let links = links_among(tx, &cases)?;
    while let Some(case) = cases.first() {
        let matter = together(&links, case);
        cases.retain(|case| !matter.contains(case));
        if matter.len() > 1 {
            let rows = rows(tx, matter)?;
            let id = MatterId(rows.iter().map(|row| row.began).min().unwrap_or_default());
            for row in &rows {
                tx.run(JOIN, values![row.code.as_str(), id.0])?;
            }
            keep(tx, id, &rows)?;
        }
    }
    Ok(())
}

const LINKED_WITH: &str = "SELECT other FROM matter_links WHERE one = $1 AND linked = 1";

fn links_among(r: &Reader<'_>, cases: &BTreeSet<CaseCode>) -> Result<Vec<Link>, StoreError> {
    let mut links = Vec::new();
    for one in cases {
        links.extend(r.rows(LINKED_WITH, values![one.as_str()], |row| {
            Ok(Link { one: one.clone(), other: CaseCode::new(row.text(0)?) })
        })?);
    }
    Ok(links)
}

fn rows(
    r: &Reader<'_>,
    codes: impl IntoIterator<Item = CaseCode>,
) -> Result<Vec<CaseRow>, StoreError> {
    codes.into_iter().filter_map(|code| find(r, &code).transpose()).collect()
}

/// Brings what is kept of the matter of `code` up to its cases.
pub(crate) fn refresh(tx: &mut Tx<'_>, code: &CaseCode) -> Result<(), StoreError> {
    let Some(matter) = of(tx, code)? else { return Ok(()) };
    let rows = rows(tx, codes(tx, matter)?)?;
    keep(tx, matter, &rows)
}

const UNITS: &str = "
    INSERT INTO matter_units (unit, matter)
    SELECT DISTINCT m.unit, t.matter
      FROM matter_cases t JOIN marks m ON m.code = t.code
     WHERE t.matter = $1";

const KEEP: &str = "
    INSERT INTO matters (matter, cases, units, persons, escalated, overran, pursued, made_up,
                         due_on, began_on, changed_on)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (matter) DO UPDATE
       SET cases = excluded.cases, units = excluded.units, persons = excluded.persons,
           escalated = excluded.escalated, overran = excluded.overran,
           pursued = excluded.pursued, made_up = excluded.made_up, due_on = excluded.due_on,
           began_on = excluded.began_on, changed_on = excluded.changed_on";

/// Keeps what lists show of a matter and are filtered by.
fn keep(tx: &mut Tx<'_>, matter: MatterId, cases: &[CaseRow]) -> Result<(), StoreError> {
    tx.run(NO_UNITS, values![matter.0])?;
    let units = tx.run(UNITS, values![matter.0])?;
    let cases: Vec<&CaseRow> = cases.iter().collect();
    let Some(row) = MatterRow::of(matter, &cases, units) else { return Ok(()) };
    tx.run(
        KEEP,
        values![
            row.id.0,
            row.cases,
            row.units,
            row.persons,
            row.escalated,
            row.overran,
            row.pursued,
            row.demonstration,
            row.due_on.unwrap_or(NEVER),
            row.began_on,
            row.changed_on,
        ],
    )?;
    Ok(())
}

fn judged(
    tx: &mut Tx<'_>,
    entry: &Entry,
    code: &CaseCode,
    pursued: bool,
) -> Result<(), StoreError> {
    let Some(case) = find(tx, code)? else { return Ok(()) };
    save(tx, entry.seq, &CaseRow { pursued, ..case })?;
    refresh(tx, code)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] =
    &[SAY, NO_UNITS, NO_CASES, NO_MATTER, JOIN, LINKED_WITH, UNITS, KEEP];
