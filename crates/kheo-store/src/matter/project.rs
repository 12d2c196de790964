//! Makes the read tables of matters.

use std::collections::BTreeSet;

use kheo_core::id::CaseCode;
use kheo_core::matter::{Link, MatterEvent, MatterId, together};

use crate::case::Unsaved;
use crate::entry::Entry;
use crate::matter::list::MatterRow;
use crate::matter::open::{codes, of};
use crate::sql::{NEVER, values};
use crate::{Reader, StoreError, Tx};

pub(crate) fn project(
    tx: &mut Tx<'_>,
    cases: &mut Unsaved,
    entry: &Entry,
    event: &MatterEvent,
) -> Result<(), StoreError> {
    match event {
        MatterEvent::Linked(link) => say(tx, cases, entry, (link, true)),
        MatterEvent::Unlinked(link) => say(tx, cases, entry, (link, false)),
        MatterEvent::JudgedPursued { code, .. } => cases.judge(tx, entry.seq, code, true),
        MatterEvent::JudgementWithdrawn { code, .. } => cases.judge(tx, entry.seq, code, false),
    }
}

/// Takes in that two cases belong together, as the entry says with which one of them began.
pub(crate) fn linked(
    tx: &mut Tx<'_>,
    cases: &mut Unsaved,
    entry: &Entry,
    link: &Link,
) -> Result<(), StoreError> {
    say(tx, cases, entry, (link, true))
}

const SAY: &str = "
    INSERT INTO matter_links (one, other, seq, linked, linked_on, actor)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (one, other) DO UPDATE
       SET seq = excluded.seq, linked = excluded.linked, linked_on = excluded.linked_on,
           actor = excluded.actor";

fn say(
    tx: &mut Tx<'_>,
    cases: &mut Unsaved,
    entry: &Entry,
    (link, linked): (&Link, bool),
) -> Result<(), StoreError> {
    let Link { one, other } = link;
    let (on, actor) = (entry.effective_on, entry.actor.as_str());
    tx.run(SAY, values![one.as_str(), other.as_str(), entry.seq, linked, on, actor])?;
    regroup(tx, cases, link)
}

const NO_UNITS: &str = "DELETE FROM matter_units WHERE matter = $1";

const NO_CASES: &str = "DELETE FROM matter_cases WHERE matter = $1";

const NO_MATTER: &str = "DELETE FROM matters WHERE matter = $1";

const JOIN: &str = "INSERT INTO matter_cases (code, matter) VALUES ($1, $2)";

/// Sorts the cases that `link` concerns into matters anew.
fn regroup(tx: &mut Tx<'_>, known: &mut Unsaved, link: &Link) -> Result<(), StoreError> {
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
            let codes: Vec<CaseCode> = matter.into_iter().collect();
            let rows = known.all(tx, &codes)?;
            let id = MatterId(rows.iter().map(|row| row.began).min().unwrap_or_default());
            for row in rows {
                tx.run(JOIN, values![row.code.as_str(), id.0])?;
            }
            known.change_matter(id);
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

/// Keeps what lists show of a matter and are filtered by: it is made of its `cases`, and of their marks.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    cases: &mut Unsaved,
    matter: MatterId,
) -> Result<(), StoreError> {
    tx.run(NO_UNITS, values![matter.0])?;
    let units = tx.run(UNITS, values![matter.0])?;
    let cases = cases.all(tx, &codes(tx, matter)?)?;
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

#[cfg(test)]
pub(crate) const SQL: &[&str] =
    &[SAY, NO_UNITS, NO_CASES, NO_MATTER, JOIN, LINKED_WITH, UNITS, KEEP];
