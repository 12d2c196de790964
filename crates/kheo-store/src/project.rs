//! Makes the read tables from the ledger, entry by entry.

use kheo_core::event::Event;

use crate::case::Unsaved;
use crate::entry::Entry;
use crate::{StoreError, Tx, case, matter, measure, post, sealing, task, unit};

/// The read tables on their way from one entry to the next.
///
/// Cases and tallies change with almost every entry, and rows are written faster in their order. So they are
/// written when the entries are through, with [`Projection::settle`], or when too many wait.
#[derive(Default)]
pub(crate) struct Projection {
    cases: Unsaved,
}

impl Projection {
    /// Brings the read tables from the state before `entry` to the state after it.
    ///
    /// It looks at nothing but the entry and the read tables, so that reading the ledger from the
    /// beginning gives the same tables as living through it did.
    pub(crate) fn take(&mut self, tx: &mut Tx<'_>, entry: &Entry) -> Result<(), StoreError> {
        self.cases.make_room(tx)?;
        match &entry.event {
            Event::Unit(event) => {
                tx.change_units();
                unit::project(tx, entry, event)
            }
            Event::Post(event) => {
                tx.change_units();
                post::project(tx, entry, event)
            }
            Event::Case(event) => case::project(tx, &mut self.cases, entry, event),
            Event::Matter(event) => matter::project(tx, &mut self.cases, entry, event),
            Event::Measure(event) => measure::project(tx, entry, event),
            Event::Task(event) => task::project(tx, entry, event),
            Event::Sealing(event) => sealing::project(tx, entry, event),
            // What is recorded of a sealed identity is read from the entries alone.
            Event::Identity(_) => Ok(()),
        }
    }

    /// Writes what waits.
    pub(crate) fn settle(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.cases.save(tx)
    }
}
