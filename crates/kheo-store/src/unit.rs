//! Units and the tree they stand in.

use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::event::{Event, Stamp};
use kheo_core::id::UnitId;
use kheo_core::post::Actor;
use kheo_core::unit::{Rank, Unit, UnitEvent};

use crate::entry::{Entry, append};
use crate::sql::{NEVER, Row, json, values};
use crate::{Reader, StoreError, Tx, WriteError};

/// Enters a unit.
///
/// # Errors
/// As [`kheo_core::unit::establish`].
pub fn establish(
    tx: &mut Tx<'_>,
    unit: Unit,
    stamp: Stamp,
    actor: &Actor,
) -> Result<(), WriteError> {
    let parent = unit.parent.as_ref().map(|parent| find(tx, parent)).transpose()?.flatten();
    let known: Vec<Unit> = find(tx, &unit.id)?.into_iter().chain(parent).collect();
    let id = unit.id.clone();
    let event = kheo_core::unit::establish(&known, unit)?;
    Ok(append(tx, Event::Unit(event), (id.as_str(), &id), actor, stamp)?)
}

const INSERT: &str = "
    INSERT INTO units (unit, seq, parent, since, until, detail) VALUES ($1, $2, $3, $4, $5, $6)";

const INSERT_SELF: &str = "
    INSERT INTO unit_above (above, unit, depth, since, until)
    VALUES ($1, $1, 0, '', '9999-12-31')";

const INSERT_ABOVE: &str = "
    INSERT INTO unit_above (above, unit, depth, since, until)
    SELECT above, $1, depth + 1, $2, $3 FROM unit_above WHERE unit = $4";

const INSERT_SUCCESSOR: &str = "
    INSERT INTO unit_successors (successor, unit) VALUES ($1, $2)
    ON CONFLICT (successor, unit) DO NOTHING";

pub(crate) fn project(tx: &mut Tx<'_>, entry: &Entry, event: &UnitEvent) -> Result<(), StoreError> {
    let UnitEvent::Established(unit) = event;
    let id = unit.id.as_str();
    let parent = unit.parent.as_ref().map(UnitId::as_str);
    let since = unit.since.map(|day| day.to_string()).unwrap_or_default();
    let until = unit.until.unwrap_or(NEVER);
    tx.run(INSERT, values![id, entry.seq, parent, since.as_str(), until, json(unit)?])?;
    tx.run(INSERT_SELF, values![id])?;
    if let Some(parent) = parent {
        tx.run(INSERT_ABOVE, values![id, since, until, parent])?;
    }
    for successor in &unit.successors {
        tx.run(INSERT_SUCCESSOR, values![successor.as_str(), id])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Unit, StoreError> {
    row.json(0)
}

const EVERY: &str = "SELECT detail FROM units ORDER BY seq";

/// All units, in the order in which they were entered.
///
/// # Errors
/// [`StoreError`].
pub fn all(r: &Reader<'_>) -> Result<Vec<Unit>, StoreError> {
    r.rows(EVERY, &[], read)
}

const LAST_CHANGE: &str = "
    SELECT MAX(seq)
      FROM (SELECT MAX(seq) AS seq FROM units UNION ALL SELECT MAX(seq) FROM posts) last";

/// The last entry that changed a unit or a post: while it is the same, so are they.
///
/// # Errors
/// [`StoreError`].
pub fn last_change(r: &Reader<'_>) -> Result<Option<u64>, StoreError> {
    r.row(LAST_CHANGE, &[], |row| row.maybe_count(0)).map(Option::flatten)
}

const FIND: &str = "SELECT detail FROM units WHERE unit = $1";

/// The unit of that name.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, unit: &UnitId) -> Result<Option<Unit>, StoreError> {
    Ok(r.remembered(FIND, unit.as_str(), read)?.first().cloned())
}

/// Refuses a unit that is not known.
pub(crate) fn known(r: &Reader<'_>, unit: &UnitId) -> Result<(), WriteError> {
    match find(r, unit)? {
        Some(_) => Ok(()),
        None => Err(Refusal::UnknownUnit { unit: unit.clone() }.into()),
    }
}

const LIVING_BELOW: &str = "
    SELECT u.unit, u.parent FROM unit_above a JOIN units u ON u.unit = a.unit
     WHERE a.above = $1 AND a.depth > 0 AND a.since <= $2 AND a.until >= $3 ORDER BY u.seq";

/// The units below `unit` that live on some day from `first` to `last`, each with the unit directly
/// above it.
pub(crate) fn living_below(
    r: &Reader<'_>,
    unit: &UnitId,
    first: Date,
    last: Date,
) -> Result<Vec<(UnitId, Option<UnitId>)>, StoreError> {
    r.rows(LIVING_BELOW, values![unit.as_str(), last, first], |row| {
        Ok((UnitId::new(row.text(0)?), row.maybe_text(1)?.map(UnitId::new)))
    })
}

const IS_WITHIN: &str = "SELECT 1 FROM unit_above WHERE above = $1 AND unit = $2";

/// Whether `unit` is `above` itself or stands below it.
///
/// # Errors
/// [`StoreError`].
pub fn is_within(r: &Reader<'_>, unit: &UnitId, above: &UnitId) -> Result<bool, StoreError> {
    let found = r.row(IS_WITHIN, values![above.as_str(), unit.as_str()], |_| Ok(()))?;
    Ok(found.is_some())
}

const UPWARDS: &str = "
    SELECT u.detail FROM unit_above a JOIN units u ON u.unit = a.above
     WHERE a.unit = $1 ORDER BY a.depth";

/// `unit` and all above it, from the lowest to the highest.
pub(crate) fn upwards(r: &Reader<'_>, unit: &UnitId) -> Result<Rc<Vec<Unit>>, StoreError> {
    r.remembered(UPWARDS, unit.as_str(), read)
}

/// Where `unit` stands among the levels of government.
pub(crate) fn rank(r: &Reader<'_>, unit: &UnitId) -> Result<Rank, StoreError> {
    Ok(Rank::of(&*upwards(r, unit)?))
}

/// Where each unit stands among the levels of government.
///
/// # Errors
/// [`StoreError`].
pub fn ranks(r: &Reader<'_>) -> Result<BTreeMap<UnitId, Rank>, StoreError> {
    let units = all(r)?;
    let ranked = |unit: &Unit| Ok((unit.id.clone(), rank(r, &unit.id)?));
    units.iter().map(ranked).collect()
}

const PREDECESSORS: &str = "
    SELECT u.detail FROM unit_successors s JOIN units u ON u.unit = s.unit
     WHERE s.successor = $1 ORDER BY u.seq";

/// The units whose place `unit` took.
///
/// # Errors
/// [`StoreError`].
pub fn predecessors(r: &Reader<'_>, unit: &UnitId) -> Result<Vec<Unit>, StoreError> {
    r.rows(PREDECESSORS, values![unit.as_str()], read)
}

const PLACE: &str = "
    SELECT p.unit
      FROM posts p
      JOIN units u ON u.unit = p.unit
      JOIN unit_above a ON a.unit = p.unit
     GROUP BY p.unit, u.seq
     ORDER BY CASE WHEN EXISTS (SELECT 1 FROM unit_above b WHERE b.above = p.unit AND b.depth > 0)
                   THEN 0 ELSE 1 END, MAX(a.depth), u.seq
     LIMIT 1";

/// The unit whose installation this is: the highest of those with posts, with units below it if any
/// has them.
///
/// # Errors
/// [`StoreError`].
pub fn place(r: &Reader<'_>) -> Result<Option<UnitId>, StoreError> {
    r.row(PLACE, &[], |row| Ok(UnitId::new(row.text(0)?)))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[
    INSERT,
    INSERT_SELF,
    INSERT_ABOVE,
    INSERT_SUCCESSOR,
    EVERY,
    LAST_CHANGE,
    FIND,
    LIVING_BELOW,
    IS_WITHIN,
    UPWARDS,
    PREDECESSORS,
    PLACE,
];
