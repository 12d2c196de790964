//! What the last entries said of cases, which the read tables do not say yet.

use std::collections::BTreeMap;
use std::mem;

use kheo_core::id::CaseCode;

use crate::case::project::save;
use crate::case::row::{CaseRow, find};
use crate::case::tally::Gathered;
use crate::matter::{self, Keys};
use crate::{Reader, StoreError, Tx};

/// Cases, marks, tallies and keys that wait to be written.
#[derive(Default)]
pub(crate) struct Unsaved {
    /// Each with the last entry about it.
    cases: BTreeMap<CaseCode, (u64, CaseRow)>,
    pub(super) gathered: Gathered,
    pub(super) keys: Keys,
}

impl Unsaved {
    /// How many rows wait.
    pub(crate) fn len(&self) -> usize {
        self.cases.len() + self.gathered.len() + self.keys.len()
    }

    /// The case as the last entry about it left it, to be changed and [put](Self::put) back.
    pub(super) fn take(
        &mut self,
        r: &Reader<'_>,
        code: &CaseCode,
    ) -> Result<Option<CaseRow>, StoreError> {
        match self.cases.remove(code) {
            Some((_, case)) => Ok(Some(case)),
            None => find(r, code),
        }
    }

    /// Keeps `case` as the entry `seq` left it.
    pub(super) fn put(&mut self, seq: u64, case: CaseRow) {
        self.cases.insert(case.code.clone(), (seq, case));
    }

    /// Writes everything, what is kept of matters last: it is made of the rest.
    pub(crate) fn save(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.gathered.write(tx)?;
        self.keys.write(tx)?;
        let changed = mem::take(&mut self.cases);
        for (seq, case) in changed.values() {
            save(tx, *seq, case)?;
        }
        changed.keys().try_for_each(|code| matter::refresh(tx, code))
    }
}
