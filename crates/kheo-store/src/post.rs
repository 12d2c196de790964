//! Posts held in units.

use std::rc::Rc;

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
    Ok(append(tx, Event::Post(event), (id.as_str(), &held_in), actor, stamp)?)
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
    Ok(r.remembered(FIND, post.as_str(), read)?.first().cloned())
}

const HELD_IN: &str = "SELECT detail FROM posts WHERE unit = $1 ORDER BY seq";

/// The posts held in `unit` itself, in the order in which they were created.
pub(crate) fn held_in(r: &Reader<'_>, unit: &UnitId) -> Result<Rc<Vec<Post>>, StoreError> {
    r.remembered(HELD_IN, unit.as_str(), read)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[INSERT, EVERY, FIND, HELD_IN];
