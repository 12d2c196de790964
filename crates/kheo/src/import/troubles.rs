//! What is wrong so far, and what can no longer be judged because of it.

use std::collections::BTreeSet;

use kheo_core::Refusal;

use crate::failure::Failure;
use crate::import::columns::{Name, Sort};
use crate::import::fault::Fault;
use crate::import::row::Placed;

/// What is wrong with the files of a folder.
#[derive(Default)]
pub(super) struct Troubles {
    pub(super) faults: Vec<Fault>,
    /// What is not known, or not as it should be, because a row about it was refused.
    lost: BTreeSet<Name>,
    /// Whether so much cannot be read that nothing can be said of what refers to it.
    pub(super) is_deep: bool,
}

impl Troubles {
    /// No row of a file can be read.
    pub(super) fn file_is_lost(&mut self, faults: Vec<Fault>) {
        self.faults.extend(faults);
        self.is_deep = true;
    }

    /// A row is refused, and with it what it is `about`.
    pub(super) fn refuse(&mut self, about: Option<&Name>, faults: Vec<Fault>) {
        self.faults.extend(faults);
        self.lost.extend(about.cloned());
    }

    /// The rules refuse a row. What is there already is no less there because a row makes it once more;
    /// but what follows on a case is about the case of that row.
    pub(super) fn refused<T>(&mut self, placed: &Placed<T>, why: Vec<Refusal>) {
        let is_case = placed.about.as_ref().is_some_and(|(sort, _)| *sort == Sort::Case);
        let stays = !is_case && matches!(why.as_slice(), [Refusal::Taken { .. }]);
        let about = placed.about.as_ref().filter(|_| !stays);
        self.refuse(about, vec![Fault::refused(placed.file, placed.line, why)]);
    }

    /// Whether a row cannot be judged, because something it needs is lost; what it is about is then
    /// lost too.
    pub(super) fn reach<T>(&mut self, placed: &Placed<T>) -> bool {
        let reached = placed.needs.iter().any(|name| self.lost.contains(name));
        if reached {
            self.lost.extend(placed.about.clone());
        }
        reached
    }

    /// # Errors
    /// One failure that lists all faults by file and line.
    pub(super) fn none(&mut self) -> Result<(), Failure> {
        if self.faults.is_empty() {
            return Ok(());
        }
        let mut faults = std::mem::take(&mut self.faults);
        faults.sort_by_key(Fault::place);
        Err(Failure::new("faults").with("count", faults.len()).listing(faults))
    }
}
