//! Hours of working time.

use jiff::civil::{Date, DateTime, date, datetime};
use kheo_calendar::{CalendarError, Confidence, DayOff, LimitUnit, TimeLimit, due};

use crate::CALENDAR;

const fn hours(count: i16) -> TimeLimit {
    TimeLimit::fixed(count, LimitUnit::WorkingHours)
}

fn at(year: i16, month: i8, day: i8, hour: i8, minute: i8) -> DateTime {
    datetime(year, month, day, hour, minute, 0, 0)
}

/// 07:30–11:30 and 13:30–17:00, as long as no place has said its own.
#[test]
fn hours_run_only_while_offices_are_open() {
    let rows = [
        ("within the morning", at(2016, 5, 4, 8, 0), 2, at(2016, 5, 4, 10, 0)),
        ("over noon", at(2016, 5, 4, 11, 0), 1, at(2016, 5, 4, 14, 0)),
        ("to the last minute", at(2016, 5, 4, 7, 30), 4, at(2016, 5, 4, 11, 30)),
        ("in the break", at(2016, 5, 4, 12, 15), 1, at(2016, 5, 4, 14, 30)),
        ("before opening", at(2016, 5, 4, 5, 0), 1, at(2016, 5, 4, 8, 30)),
        ("after closing", at(2016, 5, 4, 18, 0), 1, at(2016, 5, 5, 8, 30)),
        ("a day and a half hour", at(2016, 5, 4, 7, 30), 8, at(2016, 5, 5, 8, 0)),
        ("over a weekend", at(2016, 5, 6, 16, 0), 2, at(2016, 5, 9, 8, 30)),
        ("over Tết", at(2016, 2, 5, 16, 30), 1, at(2016, 2, 15, 8, 0)),
        ("on a Saturday that is worked", at(2026, 1, 9, 16, 0), 2, at(2026, 1, 10, 8, 30)),
    ];
    for (name, start, count, expected) in rows {
        let due = due(start, hours(count), &CALENDAR).unwrap();
        assert_eq!(due.on.to_datetime(due.at.unwrap()), expected, "{name}");
        assert_eq!(due.start_at, Some(start.time()), "{name}");
    }
}

#[test]
fn an_event_whose_hour_is_not_known_counts_from_the_next_day() {
    let due = due(date(2016, 5, 4), hours(1), &CALENDAR).unwrap();
    assert_eq!((due.on, due.start_at), (date(2016, 5, 5), None));
    assert_eq!(due.at.unwrap(), jiff::civil::time(8, 30, 0, 0));
}

#[test]
fn a_minute_after_the_hour_is_late_where_the_hour_is_known() {
    let due = due(at(2016, 5, 4, 8, 0), hours(2), &CALENDAR).unwrap();
    let rows = [
        (at(2016, 5, 4, 10, 0).into(), false),
        (at(2016, 5, 4, 10, 1).into(), true),
        (date(2016, 5, 4).into(), false),
        (date(2016, 5, 5).into(), true),
    ];
    for (now, late) in rows {
        assert_eq!(due.is_late(now), late, "{now:?}");
    }
}

#[test]
fn hours_tell_the_days_off_they_passed_and_that_they_are_unconfirmed() {
    let due = due(at(2016, 4, 15, 16, 30), hours(1), &CALENDAR).unwrap();
    let why: Vec<(Date, DayOff)> = due.skipped.iter().map(|s| (s.from, s.why)).collect();
    let expected = [
        (date(2016, 4, 16), DayOff::HungKings),
        (date(2016, 4, 17), DayOff::Weekend),
        (date(2016, 4, 18), DayOff::Substitute),
    ];
    assert_eq!(why, expected);
    assert_eq!(due.hours.unwrap().confidence, Confidence::Unconfirmed);
}

#[test]
fn hours_stop_and_go_on() {
    let running = due(at(2016, 5, 4, 8, 0), hours(6), &CALENDAR).unwrap();
    let waiting = running.pause(at(2016, 5, 4, 10, 0));
    let again = waiting.resume(at(2016, 5, 6, 15, 0), &CALENDAR).unwrap();
    assert!(waiting.is_paused() && !again.is_paused());
    // Two of six hours had passed; two more fit into that Friday, two into Monday.
    assert_eq!(again.on.to_datetime(again.at.unwrap()), at(2016, 5, 9, 9, 30));
}

#[test]
fn hours_before_an_event_are_not_guessed() {
    let counted = due(at(2016, 5, 4, 8, 0), hours(-2), &CALENDAR);
    assert_eq!(counted, Err(CalendarError::BackwardHours));
}

#[test]
fn hours_that_stop_at_their_end_end_when_offices_are_open_again() {
    let running = due(at(2016, 5, 4, 8, 0), hours(2), &CALENDAR).unwrap();
    let again = |stopped: DateTime, went_on: DateTime| {
        let again = running.pause(stopped).resume(went_on, &CALENDAR).unwrap();
        again.on.to_datetime(again.at.unwrap())
    };
    let end = at(2016, 5, 4, 10, 0);
    assert_eq!(again(end, end), end, "standing still for no time");
    assert_eq!(again(end, at(2016, 5, 6, 12, 0)), at(2016, 5, 6, 13, 30));
    assert_eq!(again(at(2016, 5, 4, 10, 1), at(2016, 5, 6, 12, 0)), end, "it had run out");
}
