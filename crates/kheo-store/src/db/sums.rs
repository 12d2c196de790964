//! Read tables as sums: of the rows of a table, each as a number that nobody can tell beforehand.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher as _, RandomState};

use crate::StoreError;
use crate::db::transaction::Reader;
use crate::sql::{Value, bytes};

/// A read table whose rows are put in and taken out whole, and never changed.
pub(crate) struct Whole {
    pub(crate) table: &'static str,
    /// The statement that puts a row in; its values are those of all columns of the table, in their order.
    pub(crate) put: &'static str,
    /// The columns by which the projection asks whether there is a row.
    pub(crate) asked: &'static [usize],
}

/// The sum of the rows of each such table that nobody asks for, in whatever order they come. Each row is a number of
/// 64 bits that hangs on a key drawn for these sums alone: whoever prepares other rows with the same sum has to guess
/// it, and one guess in 2^64 is right.
#[derive(Default)]
pub(crate) struct Sums {
    key: RandomState,
    made: BTreeMap<&'static str, u64>,
    /// What the projection finds when it asks.
    asked: HashSet<u64>,
    row: Vec<u8>,
}

impl Sums {
    /// Adds a row, unless it is the first that the projection finds by what it asks for; answers whether it is.
    pub(super) fn put(&mut self, whole: &Whole, row: &[Value<'_>]) -> bool {
        if !whole.asked.is_empty() && self.is_asked_first(whole, row) {
            return true;
        }
        let number = self.number(row);
        let made = self.made.entry(whole.table).or_default();
        *made = made.wrapping_add(number);
        false
    }

    fn is_asked_first(&mut self, whole: &Whole, row: &[Value<'_>]) -> bool {
        self.row.clear();
        let asked = whole.asked.iter().filter_map(|column| row.get(*column));
        asked.for_each(|value| bytes::add_value(value, &mut self.row));
        self.asked.insert(self.key.hash_one(&self.row))
    }

    /// Takes a row away.
    pub(super) fn take_out(&mut self, whole: &Whole, row: &[Value<'_>]) {
        let number = self.number(row);
        let made = self.made.entry(whole.table).or_default();
        *made = made.wrapping_sub(number);
    }

    /// Whether the rows that `all` shows of `table` in `live` are those that were put in and not taken out, and
    /// those that it shows in `made`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn are_of(
        &mut self,
        (live, made): (&Reader<'_>, &Reader<'_>),
        table: &str,
        all: &'static str,
    ) -> Result<bool, StoreError> {
        let summed = self.made.get(table).copied().unwrap_or_default();
        Ok(self.sum(live, all)? == summed.wrapping_add(self.sum(made, all)?))
    }

    fn sum(&mut self, r: &Reader<'_>, all: &'static str) -> Result<u64, StoreError> {
        let mut sum: u64 = 0;
        r.each(all, &[], |row| {
            self.row.clear();
            bytes::add_row(row, &mut self.row)?;
            sum = sum.wrapping_add(self.key.hash_one(&self.row));
            Ok(())
        })?;
        Ok(sum)
    }

    fn number(&mut self, row: &[Value<'_>]) -> u64 {
        self.row.clear();
        for value in row {
            bytes::add_value(value, &mut self.row);
        }
        self.key.hash_one(&self.row)
    }
}
