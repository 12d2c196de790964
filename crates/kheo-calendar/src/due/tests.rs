use jiff::civil::date;

use super::*;
use crate::LimitUnit;
use crate::calendar::outside;

fn days(count: i16, roll: bool) -> TimeLimit {
    TimeLimit { roll, ..TimeLimit::rolling(count, LimitUnit::CalendarDays) }
}

fn working(count: i16) -> TimeLimit {
    TimeLimit::rolling(count, LimitUnit::WorkingDays)
}

fn months(count: i16, roll: bool) -> TimeLimit {
    TimeLimit { roll, ..TimeLimit::rolling(count, LimitUnit::Months) }
}

/// One row per sentence of law: why, the day of the event, the limit, the last day in time.
fn assert_due(rows: &[(&str, Date, TimeLimit, Date)]) {
    for (law, start, limit, expected) in rows {
        let due = due(*start, *limit, &Calendar::vietnam()).unwrap();
        assert_eq!(due.on, *expected, "{law}");
        assert_eq!((due.start, due.limit), (*start, *limit), "{law}");
        assert_eq!(due.calendar, "vn-2026.2", "{law}");
    }
}

#[test]
fn the_civil_code_counts_days_and_moves_the_end() {
    assert_due(&[
        ("2005, 152.2: day 1 follows the event", date(2016, 3, 7), days(1, true), date(2016, 3, 8)),
        ("2005, 153.5: Saturday to Monday", date(2016, 3, 2), days(10, true), date(2016, 3, 14)),
        ("153.5: past both replacements", date(2016, 3, 31), days(30, true), date(2016, 5, 4)),
        ("153.5: past Tết and what follows", date(2016, 1, 9), days(30, true), date(2016, 2, 15)),
        ("a worked Saturday is no day off", date(2026, 1, 5), days(5, true), date(2026, 1, 10)),
    ]);
}

#[test]
fn the_civil_code_counts_months() {
    assert_due(&[
        ("2005, 153.3: the same number", date(2016, 4, 4), months(1, true), date(2016, 5, 4)),
        ("2015, 148.3: the last day", date(2017, 1, 31), months(1, false), date(2017, 2, 28)),
        ("2015, 148.5: a Sunday moves on", date(2017, 1, 5), months(1, true), date(2017, 2, 6)),
        ("148.5: Hùng Kings moves on", date(2017, 3, 6), months(1, true), date(2017, 4, 7)),
    ]);
}

#[test]
fn the_special_laws_of_complaints_denunciations_and_elections() {
    assert_due(&[
        ("Complaints 2011, 27: 10 days", date(2016, 5, 4), days(10, true), date(2016, 5, 16)),
        ("Complaints 2011, 28: 30 days", date(2016, 5, 4), days(30, true), date(2016, 6, 3)),
        ("Denunciations 2011, 20: 5 working", date(2016, 3, 4), working(5), date(2016, 3, 11)),
        ("the same over Tết", date(2016, 2, 3), working(5), date(2016, 2, 17)),
        ("Denunciations 2018, 24.1: 7 working", date(2026, 4, 23), working(7), date(2026, 5, 7)),
        ("12729/VPCP-KGVX: 10/1 is worked", date(2025, 12, 31), working(6), date(2026, 1, 10)),
        ("Elections 2015, 76: 3 days", date(2016, 5, 22), days(3, false), date(2016, 5, 25)),
        ("86: 20 days, on a Saturday", date(2016, 5, 22), days(20, false), date(2016, 6, 11)),
    ]);
}

fn off(from: Date, until: Date, why: DayOff) -> Skipped {
    Skipped { from, until, why }
}

#[test]
fn a_due_date_tells_which_days_moved_it() {
    let due = due(date(2016, 3, 31), days(30, true), &Calendar::vietnam()).unwrap();
    let expected = [
        off(date(2016, 4, 30), date(2016, 4, 30), DayOff::Reunification),
        off(date(2016, 5, 1), date(2016, 5, 1), DayOff::LabourDay),
        off(date(2016, 5, 2), date(2016, 5, 3), DayOff::Substitute),
    ];
    assert_eq!(due.skipped, expected);
}

#[test]
fn working_days_tell_every_day_off_on_the_way() {
    let due = due(date(2016, 1, 28), working(8), &Calendar::vietnam()).unwrap();
    let expected = [
        off(date(2016, 1, 30), date(2016, 1, 31), DayOff::Weekend),
        off(date(2016, 2, 6), date(2016, 2, 6), DayOff::Weekend),
        off(date(2016, 2, 7), date(2016, 2, 11), DayOff::Tet),
        off(date(2016, 2, 12), date(2016, 2, 12), DayOff::Substitute),
        off(date(2016, 2, 13), date(2016, 2, 14), DayOff::Weekend),
    ];
    assert_eq!(due.on, date(2016, 2, 16));
    assert_eq!(due.skipped, expected);
}

#[test]
fn working_hours_that_begin_on_a_day_off_tell_that_day_too() {
    let start = date(2026, 1, 3).at(10, 0, 0, 0);
    let limit = TimeLimit::rolling(8, LimitUnit::WorkingHours);
    let due = begin(start, limit, &Calendar::vietnam()).unwrap();
    assert_eq!(due.skipped, [off(date(2026, 1, 3), date(2026, 1, 4), DayOff::Weekend)]);
}

#[test]
fn nothing_is_skipped_when_the_end_is_worked_or_does_not_move() {
    let calendar = Calendar::vietnam();
    assert_eq!(due(date(2016, 5, 4), days(30, true), &calendar).unwrap().skipped, []);
    assert_eq!(due(date(2016, 5, 22), days(20, false), &calendar).unwrap().skipped, []);
}

#[test]
fn a_stored_due_date_keeps_its_form() {
    let due = due(date(2016, 4, 6), days(10, true), &Calendar::vietnam()).unwrap();
    let stored = serde_json::json!({
        "on": "2016-04-19",
        "start": "2016-04-06",
        "limit": { "count": 10, "unit": "calendar-days", "roll": true },
        "skipped": [
            { "from": "2016-04-16", "until": "2016-04-16", "why": "hung-kings" },
            { "from": "2016-04-17", "until": "2016-04-17", "why": "weekend" },
            { "from": "2016-04-18", "until": "2016-04-18", "why": "substitute" },
        ],
        "calendar": "vn-2026.2",
    });
    assert_eq!(serde_json::from_value::<Due>(stored.clone()).unwrap().on, due.on, "as once");
    let mut written = stored;
    written["rolled"] = serde_json::json!({
        "from": "2016-04-16",
        "source": Calendar::vietnam().roll().source,
        "confidence": "unconfirmed",
    });
    assert_eq!(serde_json::to_value(&due).unwrap(), written);
    assert_eq!(serde_json::from_value::<Due>(written).unwrap(), due);
}

#[test]
fn no_guess_where_the_calendar_is_silent() {
    let calendar = Calendar::vietnam();
    let undecided = Err(CalendarError::Undecided { date: date(2027, 2, 4) });
    assert_eq!(due(date(2027, 2, 1), working(5), &calendar), undecided);
    let before = Err(outside(date(2009, 12, 2)));
    assert_eq!(due(date(2009, 11, 2), days(30, true), &calendar), before);
    let after = Err(outside(date(2041, 1, 1)));
    assert_eq!(due(date(2040, 12, 31), working(1), &calendar), after);
    assert_eq!(due(Date::MAX, days(1, false), &calendar), Err(outside(Date::MAX)));
}

#[test]
fn a_limit_that_counts_every_day_asks_no_calendar() {
    let due = due(date(2009, 1, 30), days(30, false), &Calendar::vietnam()).unwrap();
    assert_eq!(due.on, date(2009, 3, 1));
}

#[test]
fn late_and_left_count_from_the_due_day() {
    let on = date(2016, 6, 3);
    let rows = [
        (date(2016, 6, 1), 0, 2),
        (date(2016, 6, 3), 0, 0),
        (date(2016, 6, 4), 1, 0),
        (date(2016, 7, 3), 30, 0),
    ];
    for (today, late, left) in rows {
        assert_eq!((days_late(on, today), days_left(on, today)), (late, left), "{today}");
    }
}
