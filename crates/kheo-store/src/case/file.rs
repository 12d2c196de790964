//! Files attached to cases.

use kheo_core::case::Proof;
use kheo_core::id::{CaseCode, FileHash, KindId, UnitId};

use crate::sql::{Row, values};
use crate::{Reader, StoreError, Who};

/// A file where it is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub code: CaseCode,
    /// Its kind.
    pub kind: KindId,
    /// The unit that holds the case.
    pub unit: UnitId,
    /// The entry that brought it.
    pub seq: u64,
    /// Whether its petitioner sent it.
    pub petitioner: bool,
    /// Who attached it.
    pub who: Who,
    /// The file.
    pub proof: Proof,
    /// Whether it proves an answer that stands, and so may be seen by everybody.
    pub public: bool,
}

const OF_HASH: &str = "
    SELECT f.code, c.kind, c.unit, f.seq, e.kind = 'case.registered' OR e.actor = 'citizen', f.hash, f.media_type, f.size, f.answer, e.actor
      FROM case_files f JOIN cases c ON c.code = f.code JOIN entries e ON e.seq = f.seq
     WHERE f.hash = $1 ORDER BY f.seq, f.place";

/// Everywhere that a file is attached.
///
/// # Errors
/// [`StoreError`].
pub fn file(r: &Reader<'_>, hash: &FileHash) -> Result<Vec<CaseFile>, StoreError> {
    r.rows(OF_HASH, values![hash.as_str()], read)
}

fn read(row: &Row<'_>) -> Result<CaseFile, StoreError> {
    Ok(CaseFile {
        code: CaseCode::new(row.text(0)?),
        kind: KindId::new(row.text(1)?),
        unit: UnitId::new(row.text(2)?),
        seq: row.count(3)?,
        petitioner: row.truth(4)?,
        who: Who::of(&row.text(9)?),
        proof: Proof {
            hash: FileHash::new(row.text(5)?),
            media_type: row.text(6)?,
            size: row.count(7)?,
        },
        public: row.truth(8)?,
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[OF_HASH];
