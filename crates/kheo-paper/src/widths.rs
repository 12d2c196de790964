//! How wide the columns of a printed table are.

use crate::document::Span;
use crate::document::table::Table;
use crate::lines::{held, held_value, width};

/// Longest text that a column is given room for on one line, in hundredths of the size of letters.
const LONGEST_LINE: i64 = 1_600;

/// Longest heading that is given room on one line, in the same unit.
const SHORT_TITLE: i64 = 650;

/// Room around the text of a cell, in the same unit.
const PADDING: i64 = 110;

/// Width of the page, in the same unit; as wide as the estimate of letters is wide.
const PAGE: i64 = 4_750;

/// How wide a column must be for its longest word, and how wide it would be best.
#[derive(Clone, Copy)]
struct Need {
    least: i64,
    best: i64,
}

/// Relative widths of the columns: room for the longest word of each, and what is left for short
/// cells on one line.
pub(crate) fn of(table: &Table) -> Vec<i64> {
    let needs = needs(table);
    let least: i64 = needs.iter().map(|need| need.least).sum();
    let best: i64 = needs.iter().map(|need| need.best).sum();
    let left = (PAGE - least).max(0);
    let width = |need: &Need| match best - least {
        more if more > left => need.least + (need.best - need.least) * left / more,
        _ => need.best,
    };
    needs.iter().map(width).collect()
}

fn needs(table: &Table) -> Vec<Need> {
    let of_title = |title: &str| {
        let least = longest_word(title);
        Need { least, best: least.max(width(title).min(SHORT_TITLE)) }
    };
    let mut needs: Vec<Need> = table.columns.iter().map(|column| of_title(&column.title)).collect();
    for (_, cells) in table.even_rows() {
        for (need, cell) in needs.iter_mut().zip(cells) {
            let text: String = cell.iter().map(shown).collect();
            let mark = cell.iter().filter_map(mark).map(width).max().unwrap_or_default() * 2 / 3;
            let (word, line) = (longest_word(&text) + mark, width(&text) + mark);
            need.least = need.least.max(word);
            need.best = need.best.max(word).max(line.min(LONGEST_LINE));
        }
    }
    let padded = |need: Need| Need { least: need.least + PADDING, best: need.best + PADDING };
    needs.into_iter().map(padded).collect()
}

/// The text as it is broken into lines.
fn shown(span: &Span) -> String {
    match span {
        Span::Figure(figure) => held_value(&figure.text),
        other => held(other.text()),
    }
}

/// The mark of a figure, which is set in smaller letters.
fn mark(span: &Span) -> Option<&str> {
    match span {
        Span::Figure(figure) => figure.mark.as_deref(),
        _ => None,
    }
}

/// The bold letters of headings and sums take a twentieth more room.
fn longest_word(text: &str) -> i64 {
    text.split(' ').map(width).max().unwrap_or_default() * 105 / 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::table::{Align, Column, Row};

    #[test]
    fn a_crowded_table_leaves_every_column_its_longest_word() {
        let column = |title: &str| Column { title: title.into(), align: Align::End };
        let long = "Giá trị sản xuất công nghiệp ngoài quốc doanh trên địa bàn";
        let cells =
            [long, long, long, "Nguyễnthịminhkhai"].map(|text| vec![Span::Text(text.into())]);
        let table = Table {
            caption: String::new(),
            columns: ["a", "b", "c", "d"].map(column).to_vec(),
            rows: vec![Row { cells: cells.to_vec(), strong: false }],
            note: None,
        };
        let widths = of(&table);
        assert!(widths.iter().sum::<i64>() <= PAGE, "{widths:?}");
        assert!(widths[3] >= width("Nguyễnthịminhkhai") + PADDING, "{widths:?}");
        assert_eq!(widths[0], widths[2]);
    }
}
