//! Against what others computed, recorded by `tests/data/make.py`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday, date};
use kheo_calendar::{
    Calendar, CalendarError, Confidence, Correction, Decision, Ruling, hung_kings, tet,
};

use crate::{CALENDAR, rows};

#[test]
fn tet_and_hung_kings_of_1966_to_2099_agree_with_lunar_vn() {
    let rows = rows("tet.csv");
    for row in &rows {
        let year = row["year"].parse().unwrap();
        assert_eq!(tet(year).to_string(), row["tet"]);
        assert_eq!(hung_kings(year).to_string(), row["hung_kings"]);
    }
    assert_eq!(rows.len(), 134);
}

fn recorded(file: &str) -> BTreeMap<Date, bool> {
    let rows = rows(file);
    rows.iter().map(|row| (row["day"].parse().unwrap(), row["is"] == "worked")).collect()
}

/// The package counts 24 November from 2026 on; here that is a switch.
fn with_culture_day() -> Calendar {
    let ruling = Ruling::CultureDay { from: 2026 };
    let source = Cow::Borrowed("holidays 0.109");
    let decision = Decision { ruling, source, confidence: Confidence::Medium };
    let correction = Correction {
        version: "compared".to_owned(),
        decisions: vec![decision],
        hours: Vec::new(),
        roll: None,
    };
    Calendar::vietnam().corrected(correction).unwrap()
}

#[test]
fn every_day_of_2013_to_2030_agrees_with_holidays_unless_it_is_wrong_there() {
    let calendar = with_culture_day();
    let (marked, wrong) = (recorded("holidays.csv"), recorded("holidays-wrong.csv"));
    let (mut day, mut open) = (date(2013, 1, 1), Vec::new());
    while day <= date(2030, 12, 31) {
        let weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let theirs = marked.get(&day).copied().unwrap_or(weekday);
        match calendar.is_working(day) {
            Ok(ours) => match wrong.get(&day) {
                Some(right) => assert!(ours == *right && ours != theirs, "{day}"),
                None => assert_eq!(ours, theirs, "{day}"),
            },
            Err(CalendarError::Undecided { date }) => open.push(date),
            Err(why) => panic!("{why}"),
        }
        day = day.tomorrow().unwrap();
    }
    // The package guesses these; nobody has decided them.
    assert_eq!(open.first(), Some(&date(2027, 2, 4)));
    assert_eq!(open.len(), 10, "{open:?}");
}

/// Every single working day between two days off of 2010 to 2013 was swapped, by a decision that the
/// table names; so no swap of these years is missing.
#[test]
fn the_first_years_leave_no_working_day_alone_between_days_off() {
    let mut day = date(2010, 1, 2);
    while day < date(2013, 12, 31) {
        let works = |day: Date| CALENDAR.is_working(day).unwrap();
        let alone =
            works(day) && !works(day.yesterday().unwrap()) && !works(day.tomorrow().unwrap());
        let made_up_for = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert!(!alone || made_up_for, "{day}");
        day = day.tomorrow().unwrap();
    }
}
