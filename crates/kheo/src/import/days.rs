//! Days that cannot be: after today, or before the case that they are about was registered.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::id::CaseCode;
use kheo_store::{Reader, StoreError};

use crate::failure::Failure;
use crate::import::row::{Placed, Rows};

/// Refuses rows whose day cannot be: one failure that lists them all. Where there is no `today`, what
/// is to come is known too.
pub(super) fn check(r: &Reader<'_>, rows: &Rows, today: Option<Date>) -> Result<(), Failure> {
    let mut wrong = Vec::new();
    if let Some(today) = today {
        after(&mut wrong, &rows.plans, |row| row.on, today);
        after(&mut wrong, &rows.readings, |row| row.on, today);
        after(&mut wrong, &rows.conclusions, |row| row.on, today);
        after(&mut wrong, &rows.tasks, |row| row.on, today);
        after(&mut wrong, &rows.cases, |row| row.on, today);
        after(&mut wrong, &rows.acts, |row| row.on, today);
        after(&mut wrong, &rows.matters, |row| row.on, today);
    }
    let here: BTreeMap<&str, Date> =
        rows.cases.iter().map(|placed| (placed.row.code.trim(), placed.row.on)).collect();
    let registered = |code: &str| match here.get(code) {
        Some(on) => Ok(Some(*on)),
        None => kheo_store::case::find(r, &CaseCode::new(code))
            .map(|found| found.map(|case| case.registered_on)),
    };
    before(&mut wrong, &rows.acts, |row| (&row.code, row.on), &registered)?;
    before(&mut wrong, &rows.matters, |row| (&row.code, row.on), &registered)?;
    if wrong.is_empty() {
        return Ok(());
    }
    let failure = Failure::new("days").with("count", wrong.len());
    Err(failure.with("list", wrong.join("\n    ")))
}

fn after<T>(wrong: &mut Vec<String>, rows: &[Placed<T>], on: fn(&T) -> Date, today: Date) {
    let late = rows.iter().filter(|placed| on(&placed.row) > today);
    wrong.extend(
        late.map(|Placed { file, line, row }| format!("{file}:{line}: {} > {today}", on(row))),
    );
}

fn before<T>(
    wrong: &mut Vec<String>,
    rows: &[Placed<T>],
    about: fn(&T) -> (&String, Date),
    registered: &impl Fn(&str) -> Result<Option<Date>, StoreError>,
) -> Result<(), Failure> {
    for Placed { file, line, row } in rows {
        let (code, on) = about(row);
        let code = code.trim();
        if let Some(first) = registered(code)?.filter(|first| on < *first) {
            wrong.push(format!("{file}:{line}: {on} < {first} ({code})"));
        }
    }
    Ok(())
}
