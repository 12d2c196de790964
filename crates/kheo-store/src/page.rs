//! Long lists, a page at a time.

use crate::StoreError;

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The number of the page, from 0.
    pub number: i64,
    /// How many rows it has.
    pub size: i64,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paged<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows the whole list has; where there are `more`, how many of them are counted.
    pub total: i64,
    /// Whether it has more rows than are counted.
    pub more: bool,
    /// The number of this page, from 0: the last one when a later one was asked for.
    pub page: i64,
    /// How many rows a page has.
    pub size: i64,
}

impl<T> Paged<T> {
    /// How many pages the list has; an empty list has one.
    #[must_use]
    pub const fn pages(&self) -> i64 {
        last(self.total, self.size) + 1
    }

    /// The page that `ask` finds: rows with the total of the list, from an offset.
    ///
    /// Rows past the end tell no total, so a page too far is asked for again from the start.
    pub(crate) fn of(
        page: Page,
        ask: impl Fn(i64, i64) -> Result<Vec<(i64, T)>, StoreError>,
    ) -> Result<Self, StoreError> {
        let size = page.size.clamp(1, 1000);
        let mut number = page.number.max(0);
        let mut found = ask(size, number.saturating_mul(size))?;
        if found.is_empty() && number > 0 {
            let total = ask(1, 0)?.first().map_or(0, |(total, _)| *total);
            number = last(total, size);
            found = ask(size, number * size)?;
        }
        let total = found.first().map_or(0, |(total, _)| *total);
        let rows = found.into_iter().map(|(_, row)| row).collect();
        Ok(Self { rows, total, more: false, page: number, size })
    }

    /// The page that `ask` finds in a list of which `total` rows are counted.
    pub(crate) fn of_counted(
        page: Page,
        total: i64,
        more: bool,
        ask: impl Fn(i64, i64) -> Result<Vec<T>, StoreError>,
    ) -> Result<Self, StoreError> {
        let size = page.size.clamp(1, 1000);
        let number = page.number.clamp(0, last(total, size));
        let rows = ask(size, number * size)?;
        Ok(Self { rows, total, more, page: number, size })
    }
}

const fn last(total: i64, size: i64) -> i64 {
    if total == 0 { 0 } else { (total - 1) / size }
}
