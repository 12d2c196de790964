//! The official schedules of the elections of 2016 and 2026.

use jiff::civil::{Date, date};
use kheo_calendar::{LimitUnit, TimeLimit, due};

use crate::{CALENDAR, rows};

/// Law on Elections 85/2015/QH13, as amended by Law 83/2025/QH15 for 2026: counted from polling day and
/// never moved, not even from a Sunday.
#[test]
fn the_time_tables_of_the_elections_come_out_to_the_day() {
    let mut sundays = 0;
    for row in rows("elections.csv") {
        for (year, polling) in [("2016", date(2016, 5, 22)), ("2026", date(2026, 3, 15))] {
            let column = |name: &str| row[&format!("{name}_{year}")].as_str();
            if column("days").is_empty() {
                continue;
            }
            let limit = TimeLimit::fixed(column("days").parse().unwrap(), LimitUnit::CalendarDays);
            let expected: Date = column("date").parse().unwrap();
            let due = due(polling, limit, &CALENDAR).unwrap();
            let name = format!("{}, art. {}, {year}", row["step"], row["article"]);
            assert_eq!(due.on, expected, "{name}, {}", column("confidence"));
            assert!(due.skipped.is_empty() && due.rolled.is_none(), "{name}");
            sundays += usize::from(expected.weekday() == jiff::civil::Weekday::Sunday);
        }
    }
    assert!(sundays > 10, "the schedules hold days off, {sundays} Sundays among them");
}
