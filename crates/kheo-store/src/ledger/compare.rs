//! Compares the read tables of a database with those that were made of its ledger.

use crate::db::Sums;
use crate::ledger::check::{Damage, Place};
use crate::ledger::tables::{TABLES, Table};
use crate::sql::{Row, is_same, line};
use crate::{Reader, StoreError};

/// Whether all tables are the same: what they hold adds up to what `sums` and the tables that were `made` do. Those
/// of long rows are compared row by row.
pub(super) fn are_same(
    live: &Reader<'_>,
    made: &Reader<'_>,
    sums: &mut Sums,
) -> Result<bool, StoreError> {
    for table in &TABLES {
        let is_same = match table.all {
            Some(all) => sums.are_of((live, made), table.name, all)?,
            None => difference(live, made, table)?.is_none(),
        };
        if !is_same {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Compares the tables row by row, and names the first that differs.
pub(super) fn row_by_row(live: &Reader<'_>, made: &Reader<'_>) -> Result<(), Damage> {
    for table in &TABLES {
        if let Some(row) = difference(live, made, table)? {
            return Err(Damage::Differs { table: table.name, row });
        }
    }
    Ok(())
}

/// The first row of a table that is not the same; of either side no more is held than one.
fn difference(
    live: &Reader<'_>,
    made: &Reader<'_>,
    table: &Table,
) -> Result<Option<Place>, StoreError> {
    live.beside(made, table.show, |live, made| {
        if let (Some(live), Some(made)) = (live, made)
            && is_same(live, made)?
        {
            return Ok(None);
        }
        live.or(made).map(place).transpose()
    })
}

fn place(row: &Row<'_>) -> Result<Place, StoreError> {
    let row = line(row)?;
    let key: Vec<&str> = row.split(" | ").take(2).collect();
    Ok(Place(key.join(", ")))
}
