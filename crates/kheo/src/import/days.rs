//! Days that cannot be: after today, or before the case that they are about was registered.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::id::CaseCode;
use kheo_store::{Reader, StoreError};

use crate::import::fault::Fault;
use crate::import::row::{Placed, Rows};
use crate::import::troubles::Troubles;

/// Takes rows out whose day cannot be, and says so. Where there is no `today`, what is to come is known
/// too.
pub(super) fn check(
    r: &Reader<'_>,
    rows: &mut Rows,
    troubles: &mut Troubles,
    today: Option<Date>,
) -> Result<(), StoreError> {
    if let Some(today) = today {
        after(troubles, &mut rows.plans, |row| row.on, today);
        after(troubles, &mut rows.readings, |row| row.on, today);
        after(troubles, &mut rows.conclusions, |row| row.on, today);
        after(troubles, &mut rows.tasks, |row| row.on, today);
        after(troubles, &mut rows.cases, |row| row.on, today);
        after(troubles, &mut rows.acts, |row| row.on, today);
        after(troubles, &mut rows.matters, |row| row.on, today);
    }
    let here =
        rows.cases.iter().filter_map(|placed| Some((placed.row.case().ok()?, placed.row.on)));
    let here: BTreeMap<CaseCode, Date> = here.collect();
    let registered = |code: &CaseCode| match here.get(code) {
        Some(on) => Ok(Some(*on)),
        None => kheo_store::case::find(r, code).map(|found| found.map(|case| case.registered_on)),
    };
    before(troubles, &mut rows.acts, |row| (row.case().ok(), row.on), &registered)?;
    before(troubles, &mut rows.matters, |row| (row.case().ok(), row.on), &registered)
}

fn after<T>(troubles: &mut Troubles, rows: &mut Vec<Placed<T>>, on: fn(&T) -> Date, today: Date) {
    rows.retain(|placed| {
        let on = on(&placed.row);
        let is_late = on > today;
        if is_late {
            let fault = Fault::new(placed.file, placed.line, "after-today");
            let fault = fault.with("on", on).with("today", today);
            troubles.refuse(placed.about.as_ref(), vec![fault]);
        }
        !is_late
    });
}

fn before<T>(
    troubles: &mut Troubles,
    rows: &mut Vec<Placed<T>>,
    about: fn(&T) -> (Option<CaseCode>, Date),
    registered: &impl Fn(&CaseCode) -> Result<Option<Date>, StoreError>,
) -> Result<(), StoreError> {
    let mut early = Vec::new();
    for placed in std::mem::take(rows) {
        let (code, on) = about(&placed.row);
        let first = code.as_ref().map(registered).transpose()?.flatten();
        match first.filter(|first| on < *first) {
            Some(first) => {
                let fault = Fault::new(placed.file, placed.line, "before-its-case");
                let code = code.map_or_else(String::new, |code| code.to_string());
                let fault = fault.with("on", on).with("first", first).with("code", code);
                early.push((placed.about, fault));
            }
            None => rows.push(placed),
        }
    }
    for (about, fault) in early {
        troubles.refuse(about.as_ref(), vec![fault]);
    }
    Ok(())
}
