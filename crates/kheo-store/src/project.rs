//! Makes the read tables from the ledger, entry by entry.

use kheo_core::event::Event;

use crate::entry::Entry;
use crate::{StoreError, Tx, case, matter, measure, post, sealing, task, unit};

/// Brings the read tables from the state before `entry` to the state after it.
///
/// It looks at nothing but the entry and the read tables, so that reading the ledger from the
/// beginning gives the same tables as living through it did.
pub(crate) fn project(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), StoreError> {
    if matches!(entry.event, Event::Unit(_) | Event::Post(_)) {
        tx.change_units();
    }
    match &entry.event {
        Event::Unit(event) => unit::project(tx, entry, event),
        Event::Post(event) => post::project(tx, entry, event),
        Event::Case(event) => case::project(tx, entry, event),
        Event::Matter(event) => matter::project(tx, entry, event),
        Event::Measure(event) => measure::project(tx, entry, event),
        Event::Task(event) => task::project(tx, entry, event),
        Event::Sealing(event) => sealing::project(tx, entry, event),
        // What is recorded of a sealed identity is read from the entries alone.
        Event::Identity(_) => Ok(()),
    }
}
