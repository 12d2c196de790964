//! Posts held in units.

use jiff::civil::Date;
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{PostId, UnitId};
use kheo_core::post::{Actor, Post, PostEvent};

use crate::entry::{Entry, append};
use crate::sql::{Row, json, values};
use crate::{Reader, StoreError, Tx, WriteError, unit};

/// Creates a post.
///
/// # Errors
/// As [`kheo_core::post::create`].
pub fn create(tx: &mut Tx<'_>, post: Post, stamp: Stamp, actor: &Actor) -> Result<(), WriteError> {
    let units: Vec<_> = unit::find(tx, &post.unit)?.into_iter().collect();
    let known: Vec<_> = find(tx, &post.id)?.into_iter().collect();
    let (id, held_in) = (post.id.clone(), post.unit.clone());
    let event = kheo_core::post::create(&units, &known, post)?;
    Ok(append(tx, &Event::Post(event), (id.as_str(), &held_in), actor, stamp)?)
}

const INSERT: &str = "INSERT INTO posts (post, seq, unit, detail) VALUES ($1, $2, $3, $4)";

pub(crate) fn project(tx: &mut Tx<'_>, entry: &Entry, event: &PostEvent) -> Result<(), StoreError> {
    let PostEvent::Created(post) = event;
    let values = values![post.id.as_str(), entry.seq, post.unit.as_str(), json(post)?];
    tx.run(INSERT, values)?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Post, StoreError> {
    row.json(0)
}

const EVERY: &str = "SELECT detail FROM posts ORDER BY seq";

/// All posts, in the order in which they were created.
///
/// # Errors
/// [`StoreError`].
pub fn all(r: &Reader<'_>) -> Result<Vec<Post>, StoreError> {
    r.rows(EVERY, &[], read)
}

const FIND: &str = "SELECT detail FROM posts WHERE post = $1";

/// The post of that name.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, post: &PostId) -> Result<Option<Post>, StoreError> {
    r.row(FIND, values![post.as_str()], read)
}

const LOOKING_AFTER: &str = "
    SELECT p.detail
      FROM unit_above a
      JOIN units u ON u.unit = a.above
      JOIN posts p ON p.unit = a.above
     WHERE a.unit = $1 AND COALESCE(u.since, '') <= $2 AND u.until >= $2
     ORDER BY a.depth, p.seq";

/// The posts in `unit` and in the units above it that live on `day`.
pub(crate) fn looking_after(
    r: &Reader<'_>,
    unit: &UnitId,
    day: Date,
) -> Result<Vec<Post>, StoreError> {
    r.rows(LOOKING_AFTER, values![unit.as_str(), day], read)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[INSERT, EVERY, FIND, LOOKING_AFTER];
