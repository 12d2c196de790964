//! Files attached to cases.

use kheo_core::case::Proof;
use kheo_core::id::{CaseCode, FileHash, UnitId};

use crate::sql::{Row, values};
use crate::{Reader, StoreError};

/// A file where it is attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub code: CaseCode,
    /// The unit that holds the case.
    pub unit: UnitId,
    /// The entry that brought it.
    pub seq: u64,
    /// The file.
    pub proof: Proof,
    /// Whether it proves an answer that stands, and so may be seen by everybody.
    pub public: bool,
}

const OF_HASH: &str = "
    SELECT f.code, c.unit, f.seq, f.hash, f.media_type, f.size, f.answer
      FROM case_files f JOIN cases c ON c.code = f.code
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
        unit: UnitId::new(row.text(1)?),
        seq: row.count(2)?,
        proof: Proof {
            hash: FileHash::new(row.text(3)?),
            media_type: row.text(4)?,
            size: row.count(5)?,
        },
        public: row.truth(6)?,
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[OF_HASH];
