//! How many due dates one core counts in a second.

use std::hint::black_box;

use jiff::civil::{Date, date};
use kheo_calendar::{Calendar, CalendarError, LimitUnit, TimeLimit, due, due_on};

use crate::program::stopwatch;
use crate::table::Row;

const ROUNDS: usize = 400;

/// The fewest due dates that a core may count in a second.
///
/// - Unit: millions.
const LEAST: f64 = 5.0;

/// A row for each sort of limit, and one for all of them in turn.
pub(crate) fn rows() -> Result<Vec<Row>, CalendarError> {
    let calendar = Calendar::vietnam();
    let starts = starts();
    let limits = [
        ("30 calendar days, rolling", TimeLimit::rolling(30, LimitUnit::CalendarDays)),
        ("7 working days", TimeLimit::rolling(7, LimitUnit::WorkingDays)),
        ("30 working days", TimeLimit::rolling(30, LimitUnit::WorkingDays)),
        ("105 days before, fixed", TimeLimit::fixed(-105, LimitUnit::CalendarDays)),
        ("12 months, rolling", TimeLimit::rolling(12, LimitUnit::Months)),
        ("24 working hours", TimeLimit::fixed(24, LimitUnit::WorkingHours)),
    ];
    let mut rows = Vec::new();
    for (name, limit) in limits {
        let counted = repeated(ROUNDS, || each(&starts, &[limit], &calendar))?;
        rows.push(row(format!("due dates, {name}"), counted, LEAST));
    }
    let days: Vec<TimeLimit> = limits.iter().take(5).map(|(_, limit)| *limit).collect();
    let mixed = repeated(ROUNDS, || each(&starts, &days, &calendar))?;
    rows.push(row("due dates, the first five in turn".to_owned(), mixed, LEAST));
    let explained = repeated(ROUNDS / 40, || {
        for (start, limit) in starts.iter().zip(days.iter().cycle()) {
            black_box(due(*start, *limit, &calendar)?);
        }
        Ok(starts.len())
    })?;
    rows.push(row("due dates with their explanation, in turn".to_owned(), explained, 0.0));
    Ok(rows)
}

fn row(what: String, millions: f64, least: f64) -> Row {
    let limit = if least > 0.0 { format!("{least} million a second") } else { "none".to_owned() };
    let measured = format!("{millions:.1} million a second");
    Row { what, limit, measured, kept: millions > least }
}

/// The working days and days off of 2011 to 2025.
fn starts() -> Vec<Date> {
    date(2011, 1, 1)
        .series(jiff::Span::new().days(1))
        .take_while(|day| *day < date(2026, 1, 1))
        .collect()
}

fn each(
    starts: &[Date],
    limits: &[TimeLimit],
    calendar: &Calendar,
) -> Result<usize, CalendarError> {
    for (start, limit) in starts.iter().zip(limits.iter().cycle()) {
        black_box(due_on(*start, *limit, calendar)?);
    }
    Ok(starts.len())
}

/// - Unit: millions a second.
#[expect(clippy::cast_precision_loss, reason = "one decimal of millions")]
fn repeated(
    rounds: usize,
    mut round: impl FnMut() -> Result<usize, CalendarError>,
) -> Result<f64, CalendarError> {
    let elapsed = stopwatch();
    let mut counted = 0;
    for _ in 0..rounds {
        counted += round()?;
    }
    Ok(counted as f64 / elapsed().as_secs_f64() / 1e6)
}
