//! The early warning of a case.

use jiff::civil::Date;
use kheo_core::case::Case;
use kheo_core::warning::{Running, Warning, Warnings};
use kheo_store::case::CaseRow;

use crate::pages::staff::case::ClockCard;

/// The warning for the limit of `case` that runs out first.
pub(crate) fn of_row(warnings: &Warnings, case: &CaseRow) -> Option<Warning> {
    let first = case.due()?;
    warnings.of(Running {
        kind: &case.kind,
        clock: &first.clock,
        step: &case.step,
        unit: &case.unit,
        start: first.due.start,
        due_on: first.due.on,
        changed_on: case.changed_on,
    })
}

/// The warning for one of the limits of `case`, to which something happened last on `changed_on`.
pub(crate) fn of_clock(
    warnings: &Warnings,
    case: &Case,
    card: &ClockCard,
    changed_on: Date,
) -> Option<Warning> {
    let running = Running {
        kind: &case.kind,
        clock: &card.clock,
        step: &case.step,
        unit: &case.unit,
        start: card.due.start,
        due_on: card.due.on,
        changed_on,
    };
    warnings.of(running).filter(|_| card.due.runs_out())
}
