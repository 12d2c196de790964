//! Tables of a document.

use serde::Serialize;

use super::Span;

/// A table with a caption and one row of headings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What the table shows, with its number where it has one.
    pub caption: String,
    /// The columns; the first one names each row.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// A remark below the table.
    pub note: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Heading of the column.
    pub title: String,
    /// Where the text of its cells stands.
    pub align: Align,
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Start,
    /// In the middle.
    Centre,
    /// At the right, for numbers.
    End,
}

/// A row of a table; missing cells are drawn empty, surplus ones are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// One entry per column.
    pub cells: Vec<Vec<Span>>,
    /// Whether the row stands out, as a total does.
    pub strong: bool,
}

/// Most rows of a table that is kept on one page; of a longer one, as many as end it together.
const ROWS_TOGETHER: usize = 16;
pub(crate) const LAST_ROWS: usize = 3;

impl Table {
    /// Whether the table is short enough to be kept on one page.
    pub(crate) fn is_short(&self) -> bool {
        self.rows.len() <= ROWS_TOGETHER
    }

    /// Whether the row, counted from 1, stands on one page with what follows it.
    pub(crate) fn keeps_next(&self, row: usize) -> bool {
        let followed = row < self.rows.len() || self.note.is_some();
        followed && (self.is_short() || row + LAST_ROWS > self.rows.len())
    }

    /// The rows, each with exactly one cell per column.
    pub(crate) fn even_rows(&self) -> impl Iterator<Item = (&Row, Vec<&[Span]>)> {
        self.rows.iter().map(|row| {
            let cells = (0..self.columns.len())
                .map(|index| row.cells.get(index).map_or(&[][..], Vec::as_slice));
            (row, cells.collect())
        })
    }
}
