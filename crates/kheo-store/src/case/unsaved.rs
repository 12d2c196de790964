//! What the last entries said of cases, which the read tables do not say yet.

use std::collections::{BTreeSet, HashMap};
use std::mem;

use kheo_core::case::Case;
use kheo_core::id::CaseCode;
use kheo_core::matter::MatterId;

use crate::case::clocks::Clocks;
use crate::case::numbers::Numbers;
use crate::case::project::save;
use crate::case::row::{CaseRow, find};
use crate::case::tally::Gathered;
use crate::matter::{self, Keys};
use crate::{Reader, StoreError, Tx};

/// How many rows of marks, tallies and keys wait at most.
const MOST_ROWS: usize = 100_000;
/// How many cases are held at most.
const MOST_CASES: usize = 10_000;

/// Cases, marks, tallies and keys that wait to be written, and matters that are to be made of them.
#[derive(Default)]
pub(crate) struct Unsaved {
    pub(super) cases: Cases,
    pub(super) gathered: Gathered,
    pub(super) keys: Keys,
    pub(super) numbers: Numbers,
    matters: BTreeSet<MatterId>,
}

/// The cases that entries were about, or that were looked up for them.
pub(super) type Cases = HashMap<CaseCode, Box<Held>>;

/// A case that is held.
pub(super) struct Held {
    /// The last entry about it, when there was one since it was looked up.
    pub(super) seq: Option<u64>,
    pub(super) row: CaseRow,
    /// As the rules see it; the row follows when it is shown or written.
    pub(super) case: Case,
    pub(super) clocks: Clocks,
}

impl Held {
    /// A case that began in the entry `seq`.
    pub(super) fn begun(seq: u64, row: CaseRow) -> Self {
        Self { seq: Some(seq), case: row.state(), row, clocks: Clocks::none() }
    }

    fn found(row: CaseRow) -> Self {
        Self { seq: None, case: row.state(), row, clocks: Clocks::default() }
    }
}

/// The case as the last entry about it left it.
pub(super) fn known<'c>(
    cases: &'c mut Cases,
    r: &Reader<'_>,
    code: &CaseCode,
) -> Result<Option<&'c mut Held>, StoreError> {
    if !cases.contains_key(code)
        && let Some(row) = find(r, code)?
    {
        cases.insert(code.clone(), Box::new(Held::found(row)));
    }
    Ok(cases.get_mut(code).map(Box::as_mut))
}

impl Unsaved {
    /// Those of the cases that there are, as the last entries about them left them.
    pub(crate) fn all(
        &mut self,
        r: &Reader<'_>,
        codes: &[CaseCode],
    ) -> Result<Vec<&CaseRow>, StoreError> {
        for code in codes {
            if let Some(held) = known(&mut self.cases, r, code)? {
                held.row.bring_up_to(&held.case);
            }
        }
        Ok(codes.iter().filter_map(|code| Some(&self.cases.get(code)?.row)).collect())
    }

    /// Notes what an officer judged of a case in the entry `seq`.
    pub(crate) fn judge(
        &mut self,
        r: &Reader<'_>,
        seq: u64,
        code: &CaseCode,
        pursued: bool,
    ) -> Result<(), StoreError> {
        if let Some(held) = known(&mut self.cases, r, code)? {
            held.seq = Some(seq);
            held.row.pursued = pursued;
        }
        Ok(())
    }

    /// Notes that a matter is to be made of its cases.
    pub(crate) fn change_matter(&mut self, matter: MatterId) {
        self.matters.insert(matter);
    }

    /// Writes what waits, as far as more than enough does: of cases, those that nothing happened to for longest.
    /// Rows that are only summed up need not wait for their order.
    pub(crate) fn make_room(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        if !tx.writes_rows() {
            self.gathered.write_marks(tx)?;
            self.keys.write(tx)?;
        }
        if self.gathered.len() + self.keys.len() >= MOST_ROWS {
            self.write_rows(tx)?;
        }
        if self.cases.len() >= MOST_CASES {
            let mut last: Vec<_> = self.cases.values().map(|held| held.seq).collect();
            let (_, middle, _) = last.select_nth_unstable(MOST_CASES / 2);
            let middle = *middle;
            self.save_until(tx, middle)?;
        }
        Ok(())
    }

    /// Writes everything.
    pub(crate) fn save(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.save_until(tx, Some(u64::MAX))
    }

    /// Writes everything but cases that something happened to after the entry `last`; what is kept of matters
    /// comes last, for it is made of the rest.
    fn save_until(&mut self, tx: &mut Tx<'_>, last: Option<u64>) -> Result<(), StoreError> {
        self.write_rows(tx)?;
        let waiting = self.cases.iter_mut().filter(|(_, held)| held.seq <= last);
        let mut waiting: Vec<_> = waiting.collect();
        waiting.sort_unstable_by_key(|(code, _)| *code);
        for (code, held) in waiting {
            let Some(seq) = held.seq else { continue };
            held.row.bring_up_to(&held.case);
            save(tx, seq, &held.row)?;
            held.clocks.write(tx, code)?;
            self.matters.extend(matter::of(tx, code)?);
        }
        for matter in mem::take(&mut self.matters) {
            matter::keep(tx, self, matter)?;
        }
        for (_, held) in self.cases.extract_if(|_, held| held.seq <= last) {
            tx.note_case(held.row);
        }
        Ok(())
    }

    fn write_rows(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.gathered.write(tx)?;
        self.keys.write(tx)?;
        self.numbers.write(tx)
    }
}
