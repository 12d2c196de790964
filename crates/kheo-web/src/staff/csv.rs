//! Lists as files for spreadsheets.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use kheo_words::Tongue;

/// Spreadsheets tell UTF-8 by it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table as comma-separated values.
#[derive(Debug)]
pub(crate) struct Sheet {
    text: String,
}

impl Sheet {
    /// A sheet whose first row holds the words of `columns`.
    pub(crate) fn new(tongue: Tongue<'_>, columns: &[&str]) -> Self {
        let mut sheet = Self { text: BYTE_ORDER_MARK.to_owned() };
        let heads: Vec<String> = columns.iter().map(|key| tongue.say(key)).collect();
        sheet.row(heads.iter().map(String::as_str));
        sheet
    }

    /// Adds a row.
    pub(crate) fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.cell(cell);
        }
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        self.text.push('"');
        if is_formula(cell) {
            self.text.push('\'');
        }
        self.text.push_str(&cell.replace('"', "\"\""));
        self.text.push('"');
    }

    /// The sheet as a file called `name`.
    pub(crate) fn into_file(self, name: &str) -> Response {
        let file = format!("attachment; filename=\"{name}.csv\"");
        let kind = "text/csv; charset=utf-8".to_owned();
        ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, file)], self.text)
            .into_response()
    }
}

/// Whether a spreadsheet would compute the text instead of showing it.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn cells_cannot_break_out_and_do_not_compute() {
        let mut sheet = Sheet { text: String::new() };
        sheet.row(["a \"b\", c", "=1+1", "-3.5", "dòng\nhai"]);
        assert_eq!(sheet.text, "\"a \"\"b\"\", c\",\"'=1+1\",\"-3.5\",\"dòng\nhai\"\r\n");
    }
}
