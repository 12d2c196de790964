//! What holds of all limits.

use jiff::Span;
use jiff::civil::{Date, date};
use kheo_calendar::{CalendarError, LimitUnit, Sense, TimeLimit, Whose, due, due_on};
use proptest::prelude::*;

use crate::CALENDAR;

/// Any day of the years whose decisions are all known, with room for the longest limit tried on
/// either side.
fn start() -> impl Strategy<Value = Date> {
    (300_i32..5_700).prop_map(|n| date(2010, 1, 1).saturating_add(Span::new().days(n)))
}

fn limit() -> impl Strategy<Value = TimeLimit> {
    (-60_i16..60, 0..3, any::<bool>(), any::<bool>()).prop_map(|(count, unit, roll, after)| {
        let (unit, count) = match unit {
            0 => (LimitUnit::CalendarDays, count),
            1 => (LimitUnit::WorkingDays, count),
            _ => (LimitUnit::Months, count % 5),
        };
        let sense = if after { Sense::After } else { Sense::AtMost };
        TimeLimit { count, unit, roll, sense, whose: Whose::Authority }
    })
}

proptest! {
    /// Who comes later is never due earlier.
    #[test]
    fn a_later_start_is_never_due_earlier(start in start(), limit in limit()) {
        let tomorrow = due_on(start.tomorrow().unwrap(), limit, &CALENDAR).unwrap();
        prop_assert!(due_on(start, limit, &CALENDAR).unwrap() <= tomorrow);
    }

    /// Whom the law gives more is never due earlier.
    #[test]
    fn a_longer_limit_is_never_due_earlier(start in start(), limit in limit()) {
        let longer = TimeLimit { count: limit.count + 1, ..limit };
        // From before the event to after it, the day off is left in the other direction.
        prop_assume!(limit.count != -1 || !limit.roll);
        let (short, long) = (due_on(start, limit, &CALENDAR), due_on(start, longer, &CALENDAR));
        prop_assert!(short.unwrap() <= long.unwrap());
    }

    /// No due date is a day off unless the rule says so.
    #[test]
    fn what_rolls_ends_on_a_working_day(start in start(), limit in limit()) {
        let on = due_on(start, TimeLimit { roll: true, ..limit }, &CALENDAR).unwrap();
        prop_assert!(CALENDAR.is_working(on).unwrap());
        let plain = TimeLimit { roll: false, sense: Sense::AtMost, ..limit };
        let on = due_on(start, plain, &CALENDAR).unwrap();
        if limit.unit == LimitUnit::WorkingDays {
            prop_assert!(CALENDAR.is_working(on).unwrap());
        }
    }

    /// Adding working days and taking them away are inverse.
    #[test]
    fn working_days_are_added_and_taken_away(start in start(), count in -60_i32..60) {
        let from = CALENDAR.working_day_from(start).unwrap();
        let there = CALENDAR.add_working_days(from, count).unwrap();
        prop_assert_eq!(CALENDAR.add_working_days(there, -count).unwrap(), from);
        let (first, last) = (from.min(there), from.max(there));
        let between = CALENDAR.working_days_between(first, last).unwrap();
        prop_assert_eq!(i32::from(between), count.abs());
    }

    /// What is told beside the day never changes the day, and walking finds the same.
    #[test]
    fn the_explained_day_is_the_fast_one_and_the_walked_one(start in start(), limit in limit()) {
        let explained = due(start, limit, &CALENDAR).unwrap();
        prop_assert_eq!(due_on(start, limit, &CALENDAR).unwrap(), explained.on);
        if limit.unit == LimitUnit::WorkingDays && limit.count > 0 && limit.sense == Sense::AtMost {
            let (mut day, mut left) = (start, limit.count);
            while left > 0 {
                day = day.tomorrow().unwrap();
                left -= i16::from(CALENDAR.is_working(day).unwrap());
            }
            prop_assert_eq!(day, explained.on);
        }
        for skipped in &explained.skipped {
            prop_assert_eq!(CALENDAR.day_off(skipped.from).unwrap(), Some(skipped.why));
            prop_assert_eq!(CALENDAR.day_off(skipped.until).unwrap(), Some(skipped.why));
        }
    }

    /// Standing still makes nothing earlier, and standing still for no time changes nothing.
    #[test]
    fn a_pause_only_delays(start in start(), limit in limit(), after in 0_i32..90, long in 0_i32..60) {
        let limit = TimeLimit { count: limit.count.abs(), ..limit };
        let running = due(start, limit, &CALENDAR).unwrap();
        let from = start.saturating_add(Span::new().days(after));
        let again = |days| {
            let until = from.saturating_add(Span::new().days(days));
            running.pause(from).resume(until, &CALENDAR).unwrap().on
        };
        prop_assert!(again(long) >= running.on);
        prop_assert_eq!(again(0), running.on);
        let in_time = limit.sense == Sense::AtMost && from <= running.on;
        prop_assert!(!in_time || again(long) >= from.saturating_add(Span::new().days(long)));
    }
}

/// 4 February 2027 may be Tết already; nobody has decided.
#[test]
fn no_count_passes_or_meets_a_day_that_nobody_decided() {
    let open = date(2027, 2, 4);
    let (before, after) = (open.yesterday().unwrap(), open.tomorrow().unwrap());
    let undecided = CalendarError::Undecided { date: open };
    assert_eq!(CALENDAR.working_days_between(before, open), Err(undecided));
    assert_eq!(CALENDAR.add_working_days(before, 1), Err(undecided));
    assert_eq!(CALENDAR.add_working_days(after, -1), Err(undecided));
    assert_eq!(CALENDAR.working_day_from(open), Err(undecided));
    assert_eq!(CALENDAR.working_day_until(open), Err(undecided));
    assert_eq!(CALENDAR.working_days_between(date(2027, 2, 1), before), Ok(2));
    assert_eq!(CALENDAR.add_working_days(date(2027, 2, 1), 2), Ok(before));
    assert_eq!(CALENDAR.add_working_days(open, -1), Ok(before), "the day itself is not counted");
}
