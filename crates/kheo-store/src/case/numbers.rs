//! The last numbers that were given to codes such as `KN-2016-0412`, so that the next one is higher.

use std::collections::BTreeMap;
use std::mem;

use kheo_core::id::CaseCode;

use crate::sql::values;
use crate::{StoreError, Tx};

const COUNT: &str = "
    INSERT INTO counters (prefix, year, number) VALUES ($1, $2, $3)
    ON CONFLICT (prefix, year) DO UPDATE
       SET number = CASE WHEN excluded.number > counters.number
                         THEN excluded.number ELSE counters.number END";

/// The last number of each prefix and year, as far as it waits to be written.
#[derive(Default)]
pub(super) struct Numbers(BTreeMap<(String, i64), i64>);

impl Numbers {
    /// Remembers the number of `code`.
    pub(super) fn count(&mut self, code: &CaseCode) {
        let mut parts = code.as_str().split('-');
        let prefix = parts.next().unwrap_or_default();
        let year = parts.next().and_then(|year| year.parse().ok());
        let number = parts.next().and_then(|number| number.parse().ok());
        if let (Some(year), Some(number)) = (year, number) {
            let last = self.0.entry((prefix.to_owned(), year)).or_insert(number);
            *last = number.max(*last);
        }
    }

    /// Writes what waits.
    pub(super) fn write(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        mem::take(&mut self.0).into_iter().try_for_each(|((prefix, year), number)| {
            tx.run(COUNT, values![prefix.as_str(), year, number]).map(drop)
        })
    }
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[COUNT];
