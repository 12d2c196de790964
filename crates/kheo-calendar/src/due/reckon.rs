//! The arithmetic of a due date, and the days off it passes.

use jiff::civil::Date;

use super::{Pause, Skipped};
use crate::calendar::{Calendar, CalendarError, DayOff};
use crate::counter::{Counter, Moment, move_by};
use crate::limit::{LimitUnit, Sense, TimeLimit};

/// Where a limit ends.
pub(super) struct End {
    /// The day that is told.
    pub(super) on: Moment,
    /// The day that counting came to, before it rolled.
    pub(super) counted: Date,
}

/// Ends `limit`, longer by `added` units, for an event at `start`.
pub(super) fn reckon(
    start: Moment,
    limit: TimeLimit,
    added: i32,
    paused: &[Pause],
    calendar: &Calendar,
) -> Result<End, CalendarError> {
    let meter = Counter { unit: limit.unit, calendar };
    let mut left = meter.units(start.day, i32::from(limit.count) + added)?;
    let mut from = start;
    for (stopped, went_on) in stretches(paused) {
        let gone = meter.between(from, stopped)?;
        let run_out = match limit.sense {
            // A deadline still runs on the day off that moved its end.
            Sense::AtMost if gone >= left => stopped.is_past(end(&meter, from, left, limit)?.on),
            _ => gone > left,
        };
        if run_out {
            break;
        }
        (left, from) = ((left - gone).max(0), went_on);
    }
    end(&meter, from, left, limit)
}

/// Ends what is `left` of `limit` at `from`.
fn end(
    meter: &Counter<'_>,
    from: Moment,
    left: i32,
    limit: TimeLimit,
) -> Result<End, CalendarError> {
    let calendar = meter.calendar;
    let mut on = meter.advance(from, left)?;
    if limit.sense == Sense::After && on.time.is_none() {
        on.day = move_by(on.day, 1)?;
    }
    let counted = on.day;
    if limit.roll && limit.unit != LimitUnit::WorkingHours {
        on.day = if limit.count < 0 {
            calendar.working_day_until(counted)?
        } else {
            calendar.working_day_from(counted)?
        };
    }
    Ok(End { on, counted })
}

/// When the clock stopped and when it went on, for each pause that is over and took time.
fn stretches(paused: &[Pause]) -> impl Iterator<Item = (Moment, Moment)> {
    let over = paused.iter().filter_map(|pause| Some((pause.from, pause.until?)));
    over.filter(|(stopped, went_on)| stopped != went_on)
}

/// The days off that `end` passed without counting them, in order.
pub(super) fn skipped(
    start: Moment,
    limit: TimeLimit,
    end: &End,
    paused: &[Pause],
    calendar: &Calendar,
) -> Result<Vec<Skipped>, CalendarError> {
    let mut found = Vec::new();
    let on = end.on.day;
    match limit.unit {
        LimitUnit::CalendarDays | LimitUnit::Months => {
            // Nothing between counts as off; only the days that moved the end do.
            let (first, last) = (end.counted.min(on), end.counted.max(on));
            if first != last {
                note(first, last, calendar, &mut found)?;
            }
        }
        LimitUnit::WorkingDays | LimitUnit::WorkingHours if limit.count < 0 => {
            note(on, move_by(start.day, -1)?, calendar, &mut found)?;
        }
        LimitUnit::WorkingDays | LimitUnit::WorkingHours => {
            // Hours count on the day they begin, days from the next.
            let after = i32::from(limit.unit == LimitUnit::WorkingDays);
            let mut first = move_by(start.day, after)?;
            for (stopped, went_on) in stretches(paused).filter(|(stopped, _)| stopped.day < on) {
                note(first, stopped.day, calendar, &mut found)?;
                first = move_by(went_on.day, after)?.max(move_by(stopped.day, 1)?);
            }
            note(first, on, calendar, &mut found)?;
        }
    }
    Ok(found)
}

/// The days that the end rests on and that count as worked, though that is not confirmed.
pub(super) fn unconfirmed(
    start: Moment,
    limit: TimeLimit,
    end: &End,
    paused: &[Pause],
    calendar: &Calendar,
) -> Vec<Date> {
    let on = end.on.day;
    let counts_days_off = matches!(limit.unit, LimitUnit::CalendarDays | LimitUnit::Months);
    let (first, last) = match (counts_days_off, limit.count < 0) {
        (true, _) if limit.roll => (on, on),
        (true, _) => return Vec::new(),
        (false, true) => (on, start.day),
        (false, false) => (start.day, on),
    };
    let stood_still = |day: Date| {
        stretches(paused).any(|(stopped, went_on)| stopped.day < day && day <= went_on.day)
    };
    let counted = |day: &Date| (first == last || *day != start.day) && !stood_still(*day);
    calendar.unconfirmed(first, last).filter(counted).collect()
}

/// Notes the days off from `first` to `last`.
fn note(
    first: Date,
    last: Date,
    calendar: &Calendar,
    found: &mut Vec<Skipped>,
) -> Result<(), CalendarError> {
    let mut day = first;
    while day <= last {
        if let Some(why) = calendar.day_off(day)? {
            fold(day, why, found);
        }
        day = move_by(day, 1)?;
    }
    Ok(())
}

fn fold(day: Date, why: DayOff, found: &mut Vec<Skipped>) {
    match found.last_mut() {
        Some(last) if last.why == why && last.until.tomorrow().ok() == Some(day) => {
            last.until = day;
        }
        _ => found.push(Skipped { from: day, until: day, why }),
    }
}
