//! Limits while they run: extended, standing still, counted anew.

use jiff::civil::{Date, date};
use kheo_calendar::{
    Calendar, CalendarError, Confidence, Correction, DayOff, Decision, Extension, ExtensionError,
    LimitUnit, Ruling, Sense, TetBefore, TimeLimit, What, begin, due, moved,
};

use crate::{CALENDAR, days, working};

/// Complaints 2011, art. 28: 30 days, in a complex matter 45 in all.
#[test]
fn an_extension_is_counted_from_the_start_and_has_a_maximum() {
    let once = Extension::Times { times: 1, count: 15 };
    let running = due(date(2016, 5, 4), days(30, true), &CALENDAR).unwrap();
    assert_eq!(running.on, date(2016, 6, 3));

    let longer = running.extend(15, date(2016, 6, 1), once, &CALENDAR).unwrap();

    assert_eq!(longer.on, date(2016, 6, 20), "45 days end on a Saturday");
    assert_eq!(longer.extended.len(), 1);
    let again = longer.extend(1, date(2016, 6, 10), once, &CALENDAR);
    assert_eq!(again, Err(ExtensionError::NoMore));
    for by in [0, 16] {
        let refused = running.extend(by, date(2016, 6, 1), once, &CALENDAR);
        let too_long = ExtensionError::TooLong { most: 15, unit: LimitUnit::CalendarDays };
        assert_eq!(refused, Err(too_long), "{by}");
    }
}

#[test]
fn a_limit_is_extended_up_to_its_last_day_and_not_once_it_has_run_out() {
    let once = Extension::Times { times: 1, count: 15 };
    // 30 days end on Saturday 4 June, so on Monday the 6th.
    let running = due(date(2016, 5, 5), days(30, true), &CALENDAR).unwrap();
    let on = |on| running.extend(15, on, once, &CALENDAR).map(|longer| longer.on);
    assert_eq!(on(date(2016, 6, 6)), Ok(date(2016, 6, 20)), "45 days end on Sunday the 19th");
    assert_eq!(on(date(2016, 6, 7)), Err(ExtensionError::RunOut { on: date(2016, 6, 6) }));
    let waiting = running.pause(date(2016, 6, 3));
    let longer = waiting.extend(15, date(2016, 7, 1), once, &CALENDAR).unwrap();
    let again = longer.resume(date(2016, 7, 3), &CALENDAR).unwrap();
    assert_eq!(again.on, date(2016, 7, 19), "one day was left, and fifteen came in the pause");
}

/// Denunciations 2018, art. 24.1: 7 working days, at most 10 in all.
#[test]
fn an_extension_to_a_total_may_be_used_in_parts() {
    let to_ten = Extension::Total { count: 10 };
    let running = due(date(2026, 3, 2), working(7), &CALENDAR).unwrap();
    let decided = date(2026, 3, 9);
    let longer = running.extend(2, decided, to_ten, &CALENDAR).unwrap();
    assert_eq!(to_ten.most(longer.limit, &longer.extended), 1);
    let longest = longer.extend(1, decided, to_ten, &CALENDAR).unwrap();
    assert_eq!(longest.on, due(date(2026, 3, 2), working(10), &CALENDAR).unwrap().on);
    assert_eq!(longest.extend(1, decided, to_ten, &CALENDAR), Err(ExtensionError::NoMore));
}

/// A new day for a result: once at most, and no rule says how late it may be.
#[test]
fn an_open_extension_is_as_long_as_is_decided_but_not_more_often() {
    let once = Extension::Open { times: 1 };
    let running = due(date(2025, 7, 7), working(10), &CALENDAR).unwrap();
    assert_eq!(once.longest(running.limit), None);
    let later = running.extend(60, date(2025, 7, 21), once, &CALENDAR).unwrap();
    assert_eq!(later.on, due(date(2025, 7, 7), working(70), &CALENDAR).unwrap().on);
    assert_eq!(later.extend(1, date(2025, 7, 22), once, &CALENDAR), Err(ExtensionError::NoMore));
}

#[test]
fn what_stands_still_goes_on_with_what_was_left() {
    let start = date(2016, 5, 4);
    // Ten days on the 14th; four passed by the 8th, six are left on the 20th.
    let rows = [
        ("calendar days", days(10, false), date(2016, 5, 26)),
        // Of ten working days two have passed by Sunday the 8th.
        ("working days", working(10), date(2016, 6, 1)),
        // One month is 31 days from 4 May; 27 are left.
        ("months", TimeLimit::fixed(1, LimitUnit::Months), date(2016, 6, 16)),
    ];
    for (name, limit, expected) in rows {
        let running = due(start, limit, &CALENDAR).unwrap();
        let waiting = running.pause(date(2016, 5, 8));
        assert!(!waiting.is_late(date(2017, 1, 1).into()), "{name}: nothing is late meanwhile");
        let again = waiting.resume(date(2016, 5, 20), &CALENDAR).unwrap();
        assert_eq!(again.on, expected, "{name}");
    }
}

#[test]
fn the_days_off_of_a_pause_are_not_told_as_skipped() {
    let running = due(date(2016, 4, 14), working(2), &CALENDAR).unwrap();
    let again = running.pause(date(2016, 4, 15)).resume(date(2016, 4, 19), &CALENDAR).unwrap();
    assert_eq!((again.on, again.skipped.as_slice()), (date(2016, 4, 20), [].as_slice()));
    assert_eq!(running.skipped.len(), 3, "Hùng Kings, Sunday, the substitute");
}

#[test]
fn what_has_run_out_does_not_stand_still() {
    let running = due(date(2016, 5, 4), days(10, true), &CALENDAR).unwrap();
    assert_eq!(running.on, date(2016, 5, 16));
    let waiting = running.pause(date(2016, 5, 17));
    assert!(!waiting.is_paused() && waiting.is_late(date(2016, 5, 17).into()));
    assert_eq!(waiting.resume(date(2016, 5, 30), &CALENDAR).unwrap().on, running.on);
}

/// The day on which a clock stops has been counted, so nothing is left of a limit that stops on its
/// last day; whoever waited with it is not late on the day it goes on.
#[test]
fn what_stops_on_its_last_day_ends_on_the_day_it_goes_on() {
    let rows = [
        ("the last day", days(10, false), date(2016, 5, 14), date(2016, 5, 25), date(2016, 5, 25)),
        (
            "one day off later",
            days(10, true),
            date(2016, 5, 15),
            date(2016, 5, 25),
            date(2016, 5, 25),
        ),
        (
            "the day it rolled to",
            days(10, true),
            date(2016, 5, 16),
            date(2016, 5, 25),
            date(2016, 5, 25),
        ),
        (
            "goes on on a Saturday",
            days(10, true),
            date(2016, 5, 16),
            date(2016, 5, 28),
            date(2016, 5, 30),
        ),
        ("working days", working(5), date(2016, 5, 11), date(2016, 5, 28), date(2016, 5, 30)),
    ];
    for (name, limit, stopped, went_on, expected) in rows {
        let running = due(date(2016, 5, 4), limit, &CALENDAR).unwrap();
        let again = running.pause(stopped).resume(went_on, &CALENDAR).unwrap();
        assert_eq!(again.on, expected, "{name}");
        assert!(!again.is_late(went_on.into()), "{name}");
    }
}

#[test]
fn pauses_that_touch_count_as_one_and_one_of_no_day_as_none() {
    let running = due(date(2016, 5, 4), days(10, false), &CALENDAR).unwrap();
    let day = |day| date(2016, 5, day);
    let one = running.pause(day(8)).resume(day(20), &CALENDAR).unwrap();
    let first = running.pause(day(8)).resume(day(12), &CALENDAR).unwrap();
    let both = first.pause(day(12)).resume(day(20), &CALENDAR).unwrap();
    assert_eq!((both.on, both.paused.len()), (one.on, 2));
    let same_day = running.pause(day(8)).resume(day(8), &CALENDAR).unwrap();
    assert_eq!(same_day.on, running.on);
}

#[test]
fn what_was_recorded_out_of_order_takes_no_time_away() {
    let running = due(date(2016, 5, 4), days(10, false), &CALENDAR).unwrap();
    let waiting = running.pause(date(2016, 5, 1));
    assert_eq!(waiting.resume(date(2016, 5, 6), &CALENDAR).unwrap().on, date(2016, 5, 16));
    assert_eq!(waiting.resume(date(2016, 4, 1), &CALENDAR).unwrap().on, running.on);
}

/// Decree 124/2020, art. 29.3.b: posted at least 15 days. Law on Land 2024, art. 87.2: decided only
/// after 10 more days.
#[test]
fn a_minimum_is_never_late_but_may_be_ended_too_early() {
    let start = date(2026, 3, 2);
    let limit = |count, sense| TimeLimit { sense, ..days(count, false) };
    let posting = due(start, limit(15, Sense::AtLeast), &CALENDAR).unwrap();
    assert_eq!(posting.on, date(2026, 3, 17));
    assert!(posting.is_early(date(2026, 3, 16).into()));
    assert!(!posting.is_early(date(2026, 3, 17).into()));
    assert!(!posting.is_late(date(2026, 12, 31).into()));
    let lawful = due(start, limit(10, Sense::After), &CALENDAR).unwrap();
    assert_eq!(lawful.on, date(2026, 3, 13));
}

/// Notice three days before a meeting on Monday 4 May 2026: on 1 May, a day off, so by 29 April.
#[test]
fn a_limit_before_an_event_moves_to_the_working_day_before() {
    let meeting = date(2026, 5, 4);
    assert_eq!(due(meeting, days(-3, false), &CALENDAR).unwrap().on, date(2026, 5, 1));
    let due_before = due(meeting, days(-3, true), &CALENDAR).unwrap();
    assert_eq!(due_before.on, date(2026, 4, 29));
    let why: Vec<(Date, DayOff)> = due_before.skipped.iter().map(|s| (s.from, s.why)).collect();
    let expected =
        [(date(2026, 4, 30), DayOff::Reunification), (date(2026, 5, 1), DayOff::LabourDay)];
    assert_eq!(why, expected);
    assert_eq!(due(meeting, working(-3), &CALENDAR).unwrap().on, date(2026, 4, 24));
}

#[test]
fn a_limit_counted_by_the_same_calendar_does_not_move() {
    for start in [date(2016, 3, 31), date(2026, 4, 23)] {
        for limit in [days(30, true), working(7), TimeLimit::rolling(1, LimitUnit::Months)] {
            let running = due(start, limit, &CALENDAR).unwrap();
            assert_eq!(moved(&running, &CALENDAR), Ok(None));
            assert_eq!(running.recount(&CALENDAR), Ok(running));
        }
    }
}

#[test]
fn a_limit_that_hangs_on_an_undecided_tet_runs_and_is_counted_when_that_is_decided() {
    let start = date(2027, 1, 28);
    let undecided = CalendarError::Undecided { date: date(2027, 2, 4) };
    assert_eq!(due(start, working(5), &CALENDAR), Err(undecided), "never a guess");
    let running = begin(start, working(5), &CALENDAR).unwrap();
    assert_eq!((running.on, running.undecided), (date(2027, 2, 4), Some(date(2027, 2, 4))));
    assert!(!running.ends() && !running.is_late(date(2027, 12, 1).into()));
    assert_eq!(moved(&running, &CALENDAR), Err(undecided));
    let table = tet_of_2027(TetBefore::TwoDays);
    let counted = moved(&running, &table).unwrap().unwrap();
    // The 4th and 5th are off then, and Tết lasts to the 8th.
    let expected = due(start, working(5), &table).unwrap();
    assert_eq!(counted, expected);
    assert!(counted.on > date(2027, 2, 8) && counted.runs_out());
    // By the other decision it ends on the very day that was undecided, and is counted all the same.
    let counted = moved(&running, &tet_of_2027(TetBefore::OneDay)).unwrap().unwrap();
    assert_eq!((counted.on, counted.undecided), (date(2027, 2, 4), None));
}

fn tet_of_2027(before: TetBefore) -> Calendar {
    corrected(Ruling::Tet { year: 2027, before })
}

fn corrected(ruling: Ruling) -> Calendar {
    let decision =
        Decision { ruling, source: "Thông báo thử".into(), confidence: Confidence::High };
    let (version, decisions) = ("thu-1".to_owned(), vec![decision]);
    let correction = Correction { version, decisions, hours: Vec::new(), roll: None };
    Calendar::vietnam().corrected(correction).unwrap()
}

#[test]
fn what_rests_on_24_november_is_unconfirmed_until_somebody_decides_it() {
    let (friday, tuesday) = (date(2026, 11, 20), date(2026, 11, 24));
    let unconfirmed = |start, limit| due(start, limit, &CALENDAR).unwrap().unconfirmed;
    assert_eq!(unconfirmed(friday, working(3)), [tuesday], "it is the second day");
    assert_eq!(unconfirmed(friday, working(2)), [tuesday], "it is the last");
    assert_eq!(unconfirmed(friday, days(4, true)), [tuesday], "the end would move");
    for (start, limit) in [
        (friday, working(1)),
        (tuesday, working(1)),
        (friday, days(10, true)),
        (friday, days(4, false)),
        (date(2025, 11, 20), working(5)),
    ] {
        assert_eq!(unconfirmed(start, limit), [], "{start} {limit:?}");
    }
    // In 2029 it is a Saturday, and Monday would be off instead.
    assert_eq!(unconfirmed(date(2029, 11, 23), working(1)), [date(2029, 11, 26)]);

    let doubtful = due(friday, working(3), &CALENDAR).unwrap();
    let later = corrected(Ruling::CultureDay { from: 2027 });
    let confirmed = moved(&doubtful, &later).unwrap().unwrap();
    assert_eq!((confirmed.on, confirmed.unconfirmed), (doubtful.on, vec![]));
    let off = corrected(Ruling::CultureDay { from: 2026 });
    let moved = moved(&doubtful, &off).unwrap().unwrap();
    assert_eq!((moved.on, moved.unconfirmed), (date(2026, 11, 26), vec![]));
    let listed = |calendar: &Calendar| {
        let days = calendar.days_of(2026).unwrap();
        days.iter().filter(|one| one.day == tuesday).map(|one| one.what).collect::<Vec<_>>()
    };
    assert_eq!(listed(&CALENDAR), [What::Unconfirmed(DayOff::CultureDay)]);
    assert_eq!((listed(&later), listed(&off)), (vec![], vec![What::Off(DayOff::CultureDay)]));
}
