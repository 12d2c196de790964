//! How wide the columns of a printed table are.

use crate::document::Span;
use crate::document::table::Table;

/// Longest text that a column is given room for on one line, in characters.
const LONGEST_LINE: usize = 26;

/// Room around the text of a cell, in characters.
const PADDING: usize = 2;

/// Relative widths of the columns: room for the longest word, and for short cells on one line.
pub(crate) fn of(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> =
        table.columns.iter().map(|column| longest_word(&column.title)).collect();
    for (_, cells) in table.even_rows() {
        for (width, cell) in widths.iter_mut().zip(cells) {
            let text: String = cell.iter().map(Span::text).collect();
            let line = text.chars().count().min(LONGEST_LINE);
            *width = (*width).max(line).max(longest_word(&text));
        }
    }
    widths.iter().map(|width| width + PADDING).collect()
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(|word| word.chars().count()).max().unwrap_or_default()
}
