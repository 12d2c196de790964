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
    let here =
        rows.cases.iter().filter_map(|placed| Some((placed.row.case().ok()?, placed.row.on)));
    let here: BTreeMap<CaseCode, Date> = here.collect();
    let registered = |code: &CaseCode| match here.get(code) {
        Some(on) => Ok(Some(*on)),
        None => kheo_store::case::find(r, code).map(|found| found.map(|case| case.registered_on)),
    };
    before(&mut wrong, &rows.acts, |row| (row.case().ok(), row.on), &registered)?;
    before(&mut wrong, &rows.matters, |row| (row.case().ok(), row.on), &registered)?;
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
    about: fn(&T) -> (Option<CaseCode>, Date),
    registered: &impl Fn(&CaseCode) -> Result<Option<Date>, StoreError>,
) -> Result<(), Failure> {
    for Placed { file, line, row } in rows {
        let (Some(code), on) = about(row) else { continue };
        if let Some(first) = registered(&code)?.filter(|first| on < *first) {
            wrong.push(format!("{file}:{line}: {on} < {first} ({code})"));
        }
    }
    Ok(())
}
