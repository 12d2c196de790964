//! Every day of the calendar by its number, so that working days are counted without walking.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Mark, is_weekend};
use crate::table::{FIRST, LAST};

/// What a day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Working,
    Off,
    Undecided,
}

/// All days from [`FIRST`] to [`LAST`], numbered from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    dates: Vec<Date>,
    /// The number of 1 January, for each year.
    years: Vec<u16>,
    /// How many working days come before each day; one more than there are days.
    before: Vec<u16>,
    /// The numbers of the working days, in order.
    working: Vec<u16>,
    /// For each day the first undecided one from it on, and for each day the last one up to it;
    /// [`NONE`] where there is none.
    next_undecided: Vec<u16>,
    last_undecided: Vec<u16>,
}

const NONE: u16 = u16::MAX;

impl Days {
    pub(super) fn new(marks: &BTreeMap<Date, Mark>) -> Self {
        let mut days = Self {
            dates: Vec::new(),
            years: Vec::new(),
            before: vec![0],
            working: Vec::new(),
            next_undecided: Vec::new(),
            last_undecided: Vec::new(),
        };
        let (mut number, mut last) = (0_u16, NONE);
        let mut day = FIRST;
        while day <= LAST {
            if day.day_of_year() == 1 {
                days.years.push(number);
            }
            let kind = kind(marks, day);
            if kind == Kind::Working {
                days.working.push(number);
            } else if kind == Kind::Undecided {
                last = number;
            }
            days.dates.push(day);
            days.last_undecided.push(last);
            days.before.push(u16::try_from(days.working.len()).unwrap_or(NONE));
            number += 1;
            day = day.tomorrow().unwrap_or(Date::MAX);
        }
        let mut next = NONE;
        let of_days: Vec<u16> = (0..number)
            .rev()
            .map(|number| {
                if days.last_undecided.get(usize::from(number)) == Some(&number) {
                    next = number;
                }
                next
            })
            .collect();
        days.next_undecided = of_days.into_iter().rev().collect();
        days
    }

    /// The number of a day; nothing outside the calendar.
    pub(super) fn number(&self, day: Date) -> Option<u16> {
        let year = usize::try_from(day.year().checked_sub(FIRST.year())?).ok()?;
        let first = *self.years.get(year)?;
        Some(first + u16::try_from(day.day_of_year() - 1).ok()?)
    }

    /// The day of a number; nothing outside the calendar.
    pub(super) fn date(&self, number: u16) -> Option<Date> {
        self.dates.get(usize::from(number)).copied()
    }

    /// How many working days come before day `number`.
    pub(super) fn working_before(&self, number: u16) -> u16 {
        self.before.get(usize::from(number)).copied().unwrap_or(NONE)
    }

    /// The number of the working day that `before` working days come before.
    pub(super) fn working_day(&self, before: i32) -> Option<u16> {
        self.working.get(usize::try_from(before).ok()?).copied()
    }

    /// The first undecided day from `number` on.
    pub(super) fn undecided_from(&self, number: u16) -> Option<u16> {
        self.next_undecided.get(usize::from(number)).copied().filter(|found| *found != NONE)
    }

    /// The last undecided day up to `number`.
    pub(super) fn undecided_until(&self, number: u16) -> Option<u16> {
        self.last_undecided.get(usize::from(number)).copied().filter(|found| *found != NONE)
    }
}

fn kind(marks: &BTreeMap<Date, Mark>, day: Date) -> Kind {
    match marks.get(&day) {
        Some(Mark::Off { .. }) => Kind::Off,
        Some(Mark::Undecided) => Kind::Undecided,
        None if is_weekend(day) => Kind::Off,
        Some(Mark::Worked { .. }) | None => Kind::Working,
    }
}
