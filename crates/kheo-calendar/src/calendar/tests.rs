use jiff::civil::{Date, date};

use super::*;

fn why(month: i8, day: i8, year: i16) -> Option<DayOff> {
    Calendar::vietnam().day_off(date(year, month, day)).unwrap()
}

/// Every day off of `year` that is not a plain weekend, in order.
fn marked(calendar: &Calendar, year: i16) -> Vec<(i8, i8, DayOff)> {
    let mut days = Vec::new();
    let mut day = date(year, 1, 1);
    while day.year() == year {
        if let Some(off) = calendar.day_off(day).unwrap().filter(|off| *off != DayOff::Weekend) {
            days.push((day.day(), day.month(), off));
        }
        day = day.tomorrow().unwrap();
    }
    days
}

#[test]
fn the_days_off_of_2016() {
    let expected = [
        (1, 1, DayOff::NewYear),
        (7, 2, DayOff::Tet),
        (8, 2, DayOff::Tet),
        (9, 2, DayOff::Tet),
        (10, 2, DayOff::Tet),
        (11, 2, DayOff::Tet),
        (12, 2, DayOff::Substitute),
        (16, 4, DayOff::HungKings),
        (18, 4, DayOff::Substitute),
        (30, 4, DayOff::Reunification),
        (1, 5, DayOff::LabourDay),
        (2, 5, DayOff::Substitute),
        (3, 5, DayOff::Substitute),
        (2, 9, DayOff::NationalDay),
    ];
    assert_eq!(marked(&Calendar::vietnam(), 2016), expected);
    assert_eq!(why(2, 13, 2016), Some(DayOff::Weekend));
    assert_eq!(why(2, 15, 2016), None, "offices open again after Tết");
}

#[test]
fn each_sentence_of_the_labour_codes() {
    let rows = [
        ("1994, 73: Tết, 4 days; the eve", (2013, 2, 9), Some(DayOff::Tet)),
        ("1994, 73: Tết, 4 days; the third", (2013, 2, 12), Some(DayOff::Tet)),
        ("1994, 73: two fell on a weekend", (2013, 2, 14), Some(DayOff::Substitute)),
        ("1994, 73: no fifth day, a swap instead", (2013, 2, 15), Some(DayOff::Swap)),
        ("1994, 73: Hùng Kings", (2010, 4, 23), Some(DayOff::HungKings)),
        ("1994, 73: next day in its place", (2011, 1, 3), Some(DayOff::Substitute)),
        ("2012, 115.1.a: New Year, 1 day", (2014, 1, 1), Some(DayOff::NewYear)),
        ("2012, 115.1.b: Tết, 5 days; the eve", (2014, 1, 30), Some(DayOff::Tet)),
        ("2012, 115.1.b: Tết, 5 days; the fifth", (2014, 2, 3), Some(DayOff::Tet)),
        ("2012, 115.1.c: Reunification", (2014, 4, 30), Some(DayOff::Reunification)),
        ("2012, 115.1.d: Labour Day", (2014, 5, 1), Some(DayOff::LabourDay)),
        ("2012, 115.1.đ: National Day, 1 day", (2020, 9, 2), Some(DayOff::NationalDay)),
        ("2012, 115.1.đ: no day before it", (2020, 9, 1), None),
        ("2012, 115.1.đ: no day after it", (2020, 9, 3), None),
        ("2012, 115.1.e: Hùng Kings, 10/3 lunar", (2015, 4, 28), Some(DayOff::HungKings)),
        ("2012, 115.3: rest day replaced", (2019, 4, 15), Some(DayOff::Substitute)),
        ("2019, 112.1.đ: the day after, in 2021", (2021, 9, 3), Some(DayOff::NationalDay)),
        ("2019, 112.1.đ: the day before, in 2022", (2022, 9, 1), Some(DayOff::NationalDay)),
        ("2019, 111.3: next working day", (2023, 5, 3), Some(DayOff::Substitute)),
        ("24 November is off only when switched on", (2026, 11, 24), None),
    ];
    for (law, (year, month, day), expected) in rows {
        assert_eq!(why(month, day, year), expected, "{law}");
    }
}

#[test]
fn tet_breaks_are_as_announced() {
    let breaks = [
        (date(2011, 1, 31), date(2011, 2, 7)),
        (date(2013, 2, 9), date(2013, 2, 17)),
        (date(2014, 1, 28), date(2014, 2, 5)),
        (date(2015, 2, 15), date(2015, 2, 23)),
        (date(2016, 2, 6), date(2016, 2, 14)),
        (date(2017, 1, 26), date(2017, 2, 1)),
        (date(2018, 2, 14), date(2018, 2, 20)),
        (date(2019, 2, 2), date(2019, 2, 10)),
        (date(2020, 1, 23), date(2020, 1, 29)),
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
    ];
    assert_offs(&breaks);
}

#[test]
fn national_day_breaks_are_as_announced() {
    let breaks = [
        (date(2017, 9, 2), date(2017, 9, 4)),
        (date(2021, 9, 2), date(2021, 9, 5)),
        (date(2022, 9, 1), date(2022, 9, 4)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 8, 29), date(2026, 9, 2)),
    ];
    assert_offs(&breaks);
}

/// The breaks begin and end exactly on these days.
fn assert_offs(breaks: &[(Date, Date)]) {
    let calendar = Calendar::vietnam();
    for (first, last) in breaks {
        assert!(calendar.is_working(first.yesterday().unwrap()).unwrap(), "before {first}");
        let mut day = *first;
        while day <= *last {
            assert!(!calendar.is_working(day).unwrap(), "{day} is off");
            day = day.tomorrow().unwrap();
        }
        assert!(calendar.is_working(day).unwrap(), "{day} is worked");
    }
}

#[test]
fn swapped_days_change_places() {
    let rows = [
        (date(2010, 2, 19), date(2010, 2, 27)),
        (date(2010, 9, 3), date(2010, 9, 11)),
        (date(2011, 1, 31), date(2011, 1, 29)),
        (date(2011, 2, 1), date(2011, 1, 30)),
        (date(2011, 4, 11), date(2011, 4, 9)),
        (date(2012, 1, 27), date(2012, 2, 4)),
        (date(2012, 12, 31), date(2013, 1, 5)),
        (date(2013, 2, 15), date(2013, 2, 23)),
        (date(2013, 4, 29), date(2013, 5, 4)),
        (date(2014, 1, 28), date(2014, 1, 25)),
        (date(2014, 1, 29), date(2014, 2, 8)),
        (date(2014, 5, 2), date(2014, 4, 26)),
        (date(2014, 9, 1), date(2014, 9, 6)),
        (date(2015, 1, 2), date(2014, 12, 27)),
        (date(2015, 2, 16), date(2015, 2, 14)),
        (date(2015, 4, 29), date(2015, 4, 25)),
        (date(2018, 12, 31), date(2019, 1, 5)),
        (date(2019, 4, 29), date(2019, 5, 4)),
        (date(2024, 4, 29), date(2024, 5, 4)),
        (date(2025, 5, 2), date(2025, 4, 26)),
        (date(2026, 1, 2), date(2026, 1, 10)),
        (date(2026, 8, 31), date(2026, 8, 22)),
    ];
    let calendar = Calendar::vietnam();
    for (off, worked) in rows {
        assert_eq!(calendar.day_off(off), Ok(Some(DayOff::Swap)), "{off} is off");
        assert_eq!(calendar.day_off(worked), Ok(None), "{worked} is worked");
    }
}

#[test]
fn the_shipped_table_stands_its_own_check() {
    let shipped = Calendar::vietnam();
    let nothing = Correction {
        version: shipped.version().to_owned(),
        decisions: Vec::new(),
        hours: Vec::new(),
        roll: None,
    };
    assert_eq!(shipped.clone().corrected(nothing), Ok(shipped));
}

#[test]
fn outside_the_table_is_an_error() {
    let (first, last) = (date(2010, 1, 1), date(2040, 12, 31));
    for asked in [date(2009, 12, 31), date(2041, 1, 1)] {
        assert_eq!(
            Calendar::vietnam().day_off(asked),
            Err(CalendarError::Unknown { date: asked, first, last })
        );
    }
    assert_eq!(Calendar::vietnam().day_off(first), Ok(Some(DayOff::NewYear)));
    assert_eq!(Calendar::vietnam().day_off(last), Ok(None), "a Monday");
}

#[test]
fn only_days_that_hang_on_a_decision_are_undecided() {
    let calendar = Calendar::vietnam();
    let undecided: Vec<Date> = date(2027, 1, 1)
        .series(jiff::Span::new().days(1))
        .take_while(|day| day.year() == 2027)
        .filter(|day| calendar.day_off(*day).is_err())
        .collect();
    // Tết on Saturday 6 February: off from the 4th or until the 11th; National Day on a Thursday.
    let expected = [date(2027, 2, 4), date(2027, 2, 11), date(2027, 9, 1), date(2027, 9, 3)];
    assert_eq!(undecided, expected);
    assert_eq!(calendar.day_off(date(2027, 2, 5)), Ok(Some(DayOff::Tet)));
}

#[test]
fn no_two_holidays_meet_so_none_is_lost() {
    for year in 2010..=2040 {
        let rest = [crate::tet(year), date(year, 4, 30), date(year, 5, 1)];
        assert!(!rest.contains(&crate::hung_kings(year)), "{year}");
    }
}
