//! Lists as files for spreadsheets.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kheo_words::Tongue;

use crate::pieces::{self, Pieces};
use crate::problem::Problem;
use crate::visit::Visit;

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

    /// What was added since this was asked last.
    fn take(&mut self) -> Bytes {
        std::mem::take(&mut self.text).into()
    }

    /// The sheet as a file called `name`.
    pub(crate) fn into_file(self, name: &str) -> Response {
        as_file(name, self.text.into())
    }
}

fn as_file(name: &str, content: Body) -> Response {
    let file = format!("attachment; filename=\"{name}.csv\"");
    let kind = "text/csv; charset=utf-8".to_owned();
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, file)], content).into_response()
}

/// How many rows are read at a time.
pub(crate) const PART: u32 = 500;
/// How many rows a file holds at most; the last row says when there are more.
const MOST: u32 = 100_000;

/// The rows of a long list, a part at a time. Between two parts nothing is held.
pub(crate) trait Parts: Send + 'static {
    /// Adds the next rows to `sheet`; answers how many: fewer than [`PART`] at the end.
    fn add(&mut self, sheet: &mut Sheet) -> impl Future<Output = Result<usize, Problem>> + Send;
}

/// The file called `name` with the rows of `parts` below `sheet`, sent while they are read.
pub(crate) fn long(visit: &Visit, name: &str, sheet: Sheet, parts: impl Parts) -> Response {
    let (pieces, body) = pieces::body(None);
    let visit = visit.clone();
    tokio::spawn(async move {
        if let Err(problem) = send(&visit, sheet, parts, &pieces).await {
            if let Problem::Broken(why) = problem {
                (visit.app.faults)(&why);
            }
            drop(pieces.send(Err(io::Error::other("the list broke off"))).await);
        }
    });
    as_file(name, body)
}

async fn send(
    visit: &Visit,
    mut sheet: Sheet,
    mut parts: impl Parts,
    pieces: &Pieces,
) -> Result<(), Problem> {
    for _ in 0..MOST / PART {
        let added = parts.add(&mut sheet).await?;
        let is_last = added < PART as usize;
        // Whoever has gone away needs no more rows.
        if pieces.send(Ok(sheet.take())).await.is_err() || is_last {
            return Ok(());
        }
    }
    if parts.add(&mut Sheet { text: String::new() }).await? > 0 {
        let cut = visit.tongue().say_count("staff-csv-cut", i64::from(MOST), &[]);
        sheet.row([cut.as_str()]);
        drop(pieces.send(Ok(sheet.take())).await);
    }
    Ok(())
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
