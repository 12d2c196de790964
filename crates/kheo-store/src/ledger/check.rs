//! Proves that nobody changed the ledger or the read tables behind the program's back.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use crate::db::{Connection, Remembered, Sums};
use crate::entry::{Entry, Stored};
use crate::ledger::{BATCH, compare};
use crate::project::Projection;
use crate::{Db, Reader, StoreError, Tx, entry};

/// What was changed, and where.
#[derive(Debug, thiserror::Error)]
pub enum Damage {
    /// Pages of the file are not as they were written: the disk changed them, or another program did.
    #[error("pages {pages:?} of the file are damaged")]
    Pages {
        /// Their numbers, from 1.
        pages: Vec<u64>,
    },
    /// An entry is not there.
    #[error("entry {seq} is missing")]
    Missing {
        /// Its place in the ledger.
        seq: u64,
    },
    /// The end is not there: the read tables tell of entries that the ledger does not have.
    #[error("the ledger ends at entry {last}, but the read tables tell of entry {named}")]
    CutOff {
        /// The place of the last entry; 0 when there is none.
        last: u64,
        /// The highest place that a read table names.
        named: u64,
    },
    /// An entry does not say what it said when it was written.
    #[error("entry {seq} was changed after it was written")]
    Changed {
        /// Its place in the ledger.
        seq: u64,
    },
    /// What could be erased of an entry is gone, and no entry says that it was erased.
    #[error("the private part of entry {seq} is gone, and no entry says that it was erased")]
    TakenAway {
        /// Its place in the ledger.
        seq: u64,
    },
    /// An entry makes no sense to this program.
    #[error("entry {seq} cannot be read: {why}")]
    Unreadable {
        /// Its place in the ledger.
        seq: u64,
        /// What the reader stumbled over.
        why: StoreError,
    },
    /// A read table does not say what the ledger says.
    #[error("the table `{table}` differs from the ledger at the row {row}")]
    Differs {
        /// The table.
        table: &'static str,
        /// The row, by its key and the entry it comes from.
        row: Place,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The beginning of the row that differs: its key. Nothing of what it says is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(pub(super) String);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Damage {
    /// The stable word for it; the words for people, with what to do next, are found by it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Pages { .. } => "pages",
            Self::Missing { .. } => "missing",
            Self::CutOff { .. } => "cut-off",
            Self::Changed { .. } => "changed",
            Self::TakenAway { .. } => "taken-away",
            Self::Unreadable { .. } => "unreadable",
            Self::Differs { .. } => "differs",
            Self::Store(why) => why.code(),
        }
    }
}

/// Proves every page of the file, reads the whole ledger, proves every entry against its commitment, makes the read tables
/// once more and compares them with those of the database; answers how many entries there are.
///
/// # Errors
/// [`Damage`], the first that is found.
pub fn check(db: &Db) -> Result<u64, Damage> {
    check_telling(db, &mut |_| ())
}

/// [`check`] that tells `done` how many entries are proven, time and again.
///
/// # Errors
/// [`Damage`], the first that is found.
pub fn check_telling(db: &Db, done: &mut dyn FnMut(u64)) -> Result<u64, Damage> {
    let pages = db.damaged_pages()?;
    if !pages.is_empty() {
        return Err(Damage::Pages { pages });
    }
    db.read_whole(|r| Ok(examine(r, done)))?
}

fn examine(r: &Reader<'_>, told: &mut dyn FnMut(u64)) -> Result<u64, Damage> {
    let mut sums = Sums::default();
    let (last, scratch) = replayed(r, told, Some(&mut sums))?;
    if compare::are_same(r, &Reader::on(&scratch), &mut sums)? {
        return Ok(last);
    }
    drop(scratch);
    let named = named(r)?;
    if named > last {
        return Err(Damage::CutOff { last, named });
    }
    // A sum says that rows differ, and not which.
    let (last, scratch) = replayed(r, told, None)?;
    compare::row_by_row(r, &Reader::on(&scratch))?;
    Ok(last)
}

const NAMED: &str = "
    SELECT COALESCE(MAX(seq), 0)
      FROM (SELECT MAX(seq) AS seq FROM units
            UNION ALL SELECT MAX(seq) FROM posts
            UNION ALL SELECT MAX(seq) FROM cases
            UNION ALL SELECT MAX(seq) FROM case_files
            UNION ALL SELECT MAX(seq) FROM clocks
            UNION ALL SELECT MAX(seq) FROM marks
            UNION ALL SELECT MAX(seq) FROM matter_links
            UNION ALL SELECT MAX(seq) FROM readings
            UNION ALL SELECT MAX(seq) FROM plans
            UNION ALL SELECT MAX(seq) FROM conclusions
            UNION ALL SELECT MAX(seq) FROM tasks
            UNION ALL SELECT MAX(seq) FROM sealing_recipients
            UNION ALL SELECT MAX(seq) FROM task_reports) named";

/// The highest place in the ledger that a read table names: that of the last entry it was made from.
pub(super) fn named(r: &Reader<'_>) -> Result<u64, StoreError> {
    Ok(r.row(NAMED, &[], |row| row.count(0))?.unwrap_or(0))
}

/// How many batches of proven entries wait at most for the tables to be made of them.
const WAITING: usize = 4;

/// Proves every entry and makes the read tables of them in a database of their own, on a thread of its own, or
/// `sums` of those whose rows are never changed; answers how many entries there are, and that database.
fn replayed(
    r: &Reader<'_>,
    told: &mut dyn FnMut(u64),
    sums: Option<&mut Sums>,
) -> Result<(u64, Connection), Damage> {
    thread::scope(|scope| {
        let (proven, entries) = sync_channel(WAITING);
        let made = scope.spawn(move || made(&entries, sums));
        let last = proved(r, told, &|batch| proven.send(batch).is_ok());
        drop(proven);
        // What no table can be made of stands before whatever was proven last.
        let scratch = made.join().unwrap_or(Err(StoreError::BrokeOff.into()))?;
        Ok((last?, scratch))
    })
}

/// Hands every entry of the ledger to `take`, proven, until that takes no more; answers how many there are.
fn proved(
    r: &Reader<'_>,
    told: &mut dyn FnMut(u64),
    take: &dyn Fn(Vec<Entry>) -> bool,
) -> Result<u64, Damage> {
    let mut proof = Proof::default();
    loop {
        told(proof.done);
        let batch = entry::after(r, proof.done, BATCH)?;
        if batch.is_empty() {
            return proof.end();
        }
        let mut proven = Vec::with_capacity(batch.len());
        let next: Result<(), Damage> = batch.into_iter().try_for_each(|stored| {
            proven.push(proof.next(stored)?);
            Ok(())
        });
        if !take(proven) {
            return Ok(proof.done);
        }
        next?;
    }
}

fn made(entries: &Receiver<Vec<Entry>>, sums: Option<&mut Sums>) -> Result<Connection, Damage> {
    let scratch = Connection::scratch()?;
    let (remembered, mut no_salts) = (Remembered::default(), || [0; 32]);
    let mut tx = Tx::on(&scratch, &remembered, &mut no_salts);
    if let Some(sums) = sums {
        tx = tx.summed(sums);
    }
    let mut projection = Projection::default();
    for batch in entries {
        for entry in &batch {
            let unreadable = |why| Damage::Unreadable { seq: entry.seq, why };
            projection.take(&mut tx, entry).map_err(unreadable)?;
        }
    }
    projection.settle(&mut tx)?;
    Ok(scratch)
}

/// Makes the read tables of a ledger in the same database.
pub(super) fn replay(tx: &mut Tx<'_>) -> Result<u64, Damage> {
    let (mut proof, mut projection) = (Proof::default(), Projection::default());
    loop {
        let batch = entry::after(tx, proof.done, BATCH)?;
        if batch.is_empty() {
            projection.settle(tx)?;
            return proof.end();
        }
        for stored in batch {
            let entry = proof.next(stored)?;
            let unreadable = |why| Damage::Unreadable { seq: entry.seq, why };
            projection.take(tx, &entry).map_err(unreadable)?;
        }
    }
}

/// The proof that the ledger is whole, as far as it has come.
#[derive(Default)]
struct Proof {
    /// How many entries are proven.
    done: u64,
    taken: TakenAway,
}

impl Proof {
    /// The entry, which has to be the next, and unchanged.
    fn next(&mut self, stored: Stored) -> Result<Entry, Damage> {
        let seq = self.done + 1;
        if stored.seq != seq {
            return Err(Damage::Missing { seq });
        }
        if !stored.is_unchanged() {
            return Err(Damage::Changed { seq });
        }
        self.taken.see(&stored);
        self.done = seq;
        stored.entry().map_err(|why| Damage::Unreadable { seq, why })
    }

    /// The end of the ledger; answers how many entries there are.
    fn end(self) -> Result<u64, Damage> {
        self.taken.excused().map(|()| self.done)
    }
}

/// Entries whose private part is gone, by their subject, until an entry says that it was erased.
#[derive(Default)]
struct TakenAway(BTreeMap<String, u64>);

impl TakenAway {
    /// Takes the next entry of the ledger into account.
    fn see(&mut self, stored: &Stored) {
        if stored.written.kind == "case.erased" {
            self.0.remove(&stored.subject);
        } else if stored.is_erased() {
            self.0.entry(stored.subject.clone()).or_insert(stored.seq);
        }
    }

    /// Whether all of them were erased as entries tell.
    ///
    /// # Errors
    /// [`Damage::TakenAway`], the first.
    fn excused(&self) -> Result<(), Damage> {
        self.0.values().min().map_or(Ok(()), |&seq| Err(Damage::TakenAway { seq }))
    }
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NAMED];
