//! Proves that nobody changed the ledger or the read tables behind the program's back.

use std::collections::BTreeMap;
use std::fmt;

use crate::db::Connection;
use crate::entry::Stored;
use crate::ledger::BATCH;
use crate::ledger::tables::TABLES;
use crate::project::project;
use crate::sql::line;
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
pub struct Place(String);

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
    db.read_now(|r| Ok(examine(r, done)))?
}

fn examine(r: &Reader<'_>, told: &mut dyn FnMut(u64)) -> Result<u64, Damage> {
    let scratch = Connection::scratch()?;
    let mut no_salts = || [0; 32];
    let mut tx = Tx::on(&scratch, &mut no_salts);
    let last = replay(r, &mut tx, told)?;
    let named = named(r)?;
    if named > last {
        return Err(Damage::CutOff { last, named });
    }
    compare(r, &tx)?;
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

fn replay(r: &Reader<'_>, tx: &mut Tx<'_>, told: &mut dyn FnMut(u64)) -> Result<u64, Damage> {
    let (mut done, mut taken) = (0, TakenAway::default());
    loop {
        told(done);
        let batch = entry::after(r, done, BATCH)?;
        if batch.is_empty() {
            return taken.excused().map(|()| done);
        }
        for stored in batch {
            done += 1;
            take(tx, &stored, done)?;
            taken.see(&stored);
        }
    }
}

/// Entries whose private part is gone, by their subject, until an entry says that it was erased.
#[derive(Default)]
pub(super) struct TakenAway(BTreeMap<String, u64>);

impl TakenAway {
    /// Takes the next entry of the ledger into account.
    pub(super) fn see(&mut self, stored: &Stored) {
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
    pub(super) fn excused(&self) -> Result<(), Damage> {
        self.0.values().min().map_or(Ok(()), |&seq| Err(Damage::TakenAway { seq }))
    }
}

/// Brings the read tables up to an entry that has to be the one at `seq`, and unchanged.
pub(super) fn take(tx: &mut Tx<'_>, stored: &Stored, seq: u64) -> Result<(), Damage> {
    if stored.seq != seq {
        return Err(Damage::Missing { seq });
    }
    if !stored.is_unchanged() {
        return Err(Damage::Changed { seq });
    }
    let unreadable = |why| Damage::Unreadable { seq, why };
    let entry = stored.entry().map_err(unreadable)?;
    project(tx, &entry).map_err(unreadable)
}

/// Compares the tables row by row: of no table more is held than one row of each side.
fn compare(live: &Reader<'_>, made: &Reader<'_>) -> Result<(), Damage> {
    for table in &TABLES {
        let differs = live.beside(made, table.show, |live, made| {
            let (live, made) = (live.map(line).transpose()?, made.map(line).transpose()?);
            Ok((live != made).then(|| place(live.or(made).as_deref().unwrap_or_default())))
        })?;
        if let Some(row) = differs {
            return Err(Damage::Differs { table: table.name, row });
        }
    }
    Ok(())
}

fn place(row: &str) -> Place {
    let key: Vec<&str> = row.split(" | ").take(2).collect();
    Place(key.join(", "))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NAMED];
