//! Cases as the last entries left them, which the read tables do not say yet.

use std::collections::BTreeMap;
use std::mem;

use kheo_core::id::CaseCode;

use crate::case::project::save;
use crate::case::row::{CaseRow, find};
use crate::{Reader, StoreError, Tx, matter};

/// Cases that changed, each with the last entry about it.
#[derive(Default)]
pub(crate) struct Unsaved(BTreeMap<CaseCode, (u64, CaseRow)>);

impl Unsaved {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The case as the last entry about it left it, to be changed and [put](Self::put) back.
    pub(super) fn take(
        &mut self,
        r: &Reader<'_>,
        code: &CaseCode,
    ) -> Result<Option<CaseRow>, StoreError> {
        match self.0.remove(code) {
            Some((_, case)) => Ok(Some(case)),
            None => find(r, code),
        }
    }

    /// Keeps `case` as the entry `seq` left it.
    pub(super) fn put(&mut self, seq: u64, case: CaseRow) {
        self.0.insert(case.code.clone(), (seq, case));
    }

    /// Writes all of them, then what is kept of their matters.
    pub(crate) fn save(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let changed = mem::take(&mut self.0);
        for (seq, case) in changed.values() {
            save(tx, *seq, case)?;
        }
        changed.keys().try_for_each(|code| matter::refresh(tx, code))
    }
}
