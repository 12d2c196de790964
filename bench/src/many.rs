//! What grows with the number of cases, and what does not.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::demonstration::{LOGIN, REVIEW, first_case};
use crate::load;
use crate::program::{Fault, Program};
use crate::table::{Row, megabytes, page, size};

const CLIENTS: usize = 4;
const REQUESTS_OF_EACH: usize = 25;
const PAGE: Duration = Duration::from_millis(50);
/// Lists and counts over all cases, and the review that is made of them.
const LISTS: [&str; 7] =
    ["/work", "/cases", "/cases?due=overdue", "/cases?phase=closed", "/matters", "/units", REVIEW];
/// The most memory, in megabytes.
const MEMORY: u64 = 300;
/// The fewest entries that `kheo ledger check` reads again in a second.
const CHECKED: f64 = 100_000.0;

/// Rows for a demonstration with so many cases more.
pub(crate) fn rows(program: &Program, cases: usize) -> Result<Vec<Row>, Fault> {
    let folder = tempfile::tempdir()?;
    program.load_demo(folder.path())?;
    let seeded = program.seed(folder.path(), cases)?;
    let file = folder.path().join("demo/kheo.db");
    let (entries, bytes) = (entries(&file)?, file.metadata()?.len());
    let mut rows = vec![Row::told(
        &format!("{cases} cases, {entries} entries: seeded"),
        format!("{} in {:.0} s", megabytes(bytes), seeded.as_secs_f64()),
    )];
    let running = program.serve_demo(folder.path())?;
    let case = format!("/cases/{}", first_case(&running)?);
    for path in LISTS.into_iter().chain([case.as_str()]) {
        let mut spread = load::spread(&running, Some(LOGIN), path, CLIENTS, REQUESTS_OF_EACH)?;
        let name = if path == case { "/cases/{code}" } else { path };
        rows.push(page(&format!("`{name}` at {CLIENTS} clients"), &mut spread, (PAGE, PAGE)));
    }
    rows.push(size("resident memory after that", running.resident()?, MEMORY));
    drop(running);
    rows.push(checked(program, folder.path(), entries)?);
    let kept = folder.path().join("kept");
    let took = program.on_demo(folder.path(), &["backup", &kept.display().to_string()])?;
    rows.push(Row::told(
        "backup, proved again",
        format!("{} in {:.1} s", megabytes(bytes), took.as_secs_f64()),
    ));
    Ok(rows)
}

#[expect(clippy::cast_precision_loss, reason = "a rate without decimals")]
fn checked(program: &Program, folder: &Path, entries: u64) -> Result<Row, Fault> {
    let took = program.on_demo(folder, &["ledger", "check"])?;
    let rate = entries as f64 / took.as_secs_f64();
    Ok(Row {
        what: "`kheo ledger check`".to_owned(),
        limit: format!("{CHECKED:.0} entries a second"),
        measured: format!("{rate:.0} entries a second"),
        kept: rate >= CHECKED,
    })
}

fn entries(file: &Path) -> Result<u64, Fault> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let last: i64 = connection.query_row("SELECT MAX(seq) FROM entries", [], |row| row.get(0))?;
    Ok(last.unsigned_abs())
}
