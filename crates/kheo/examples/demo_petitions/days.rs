//! The working days of the demonstration, by number.

use std::error::Error;

use jiff::civil::{Date, date};
use kheo_calendar::Calendar;

/// The first day on which petitions come in.
const FIRST: Date = date(2015, 11, 2);
/// The last day before the demonstration begins.
const LAST: Date = date(2016, 6, 29);

/// Days on which offices work, in order; later ones have not happened yet.
pub(crate) struct Days(Vec<Date>);

impl Days {
    pub(crate) fn of_the_demonstration() -> Result<Self, Box<dyn Error>> {
        let calendar = Calendar::vietnam();
        let mut days = Vec::new();
        for day in FIRST.series(jiff::Span::new().days(1)).take_while(|day| *day <= LAST) {
            if calendar.is_working(day)? {
                days.push(day);
            }
        }
        Ok(Self(days))
    }

    pub(crate) const fn count(&self) -> usize {
        self.0.len()
    }

    /// The working day of that number; nothing when it has not happened yet.
    pub(crate) fn day(&self, number: usize) -> Option<Date> {
        self.0.get(number).copied()
    }
}

/// The day as it is written in a letter.
pub(crate) fn written(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}
