//! From the law and the decisions to the days of each year.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use jiff::civil::{Date, date};

use super::{DayOff, Mark, is_weekend};
use crate::lunar;
use crate::table::{self, Beside, Decision, Ruling, TetBefore};

/// What the table decides about one year.
#[derive(Debug, Clone, Copy, Default)]
struct Year {
    tet: Option<TetBefore>,
    beside: Option<Beside>,
    culture_day: bool,
}

/// All days that are not what their weekday says.
pub(super) fn marks(decisions: &[Decision]) -> BTreeMap<Date, Mark> {
    let mut marks = BTreeMap::new();
    for year in table::FIRST.year()..=table::LAST.year() {
        marks.append(&mut marks_of(year, decisions));
    }
    for decision in decisions {
        if let Ruling::Swap { worked, .. } = decision.ruling {
            marks.insert(worked, Mark::Worked);
        }
    }
    marks
}

/// The days off of `year`; those that depend on an open decision are marked as such.
fn marks_of(year: i16, decisions: &[Decision]) -> BTreeMap<Date, Mark> {
    let decided = decided(year, decisions);
    let (usual, other) = (TetBefore::OneDay, TetBefore::TwoDays);
    let (tet, other_tet) = decided.tet.map_or((usual, other), |tet| (tet, tet));
    let (beside, other_beside) =
        decided.beside.map_or((Beside::Before, Beside::After), |beside| (beside, beside));

    let swapped = swapped(year, decisions);
    let days = days_off(year, tet, beside, decided.culture_day, &swapped);
    let others = days_off(year, other_tet, other_beside, decided.culture_day, &swapped);
    let mut marks: BTreeMap<Date, Mark> = days
        .iter()
        .map(|(day, why)| {
            (*day, if others.contains_key(day) { Mark::Off(*why) } else { Mark::Undecided })
        })
        .collect();
    for day in others.into_keys() {
        marks.entry(day).or_insert(Mark::Undecided);
    }
    marks
}

fn decided(asked: i16, decisions: &[Decision]) -> Year {
    let mut found = Year::default();
    for decision in decisions {
        match decision.ruling {
            Ruling::Tet { year, before } if year == asked => found.tet = Some(before),
            Ruling::NationalDay { year, beside } if year == asked => found.beside = Some(beside),
            Ruling::CultureDay { from } if from <= asked => found.culture_day = true,
            _ => {}
        }
    }
    found
}

fn swapped(year: i16, decisions: &[Decision]) -> Vec<Date> {
    let off = decisions.iter().filter_map(|decision| match decision.ruling {
        Ruling::Swap { off, .. } if off.year() == year => Some(off),
        _ => None,
    });
    off.collect()
}

/// Holidays, swapped days and substitutes of one year.
fn days_off(
    year: i16,
    tet: TetBefore,
    beside: Beside,
    culture_day: bool,
    swapped: &[Date],
) -> BTreeMap<Date, DayOff> {
    let mut days = holidays(year, tet, beside, culture_day);
    let fell_on_rest_days: Vec<Date> =
        days.keys().copied().filter(|day| is_weekend(*day)).collect();
    days.extend(swapped.iter().map(|day| (*day, DayOff::Swap)));
    for holiday in fell_on_rest_days {
        let mut day = holiday;
        while is_weekend(day) || days.contains_key(&day) {
            day = after(day, 1);
        }
        days.insert(day, DayOff::Substitute);
    }
    days
}

fn holidays(
    year: i16,
    tet: TetBefore,
    beside: Beside,
    culture_day: bool,
) -> BTreeMap<Date, DayOff> {
    let mut days = BTreeMap::from([
        (date(year, 1, 1), DayOff::NewYear),
        (lunar::hung_kings(year), DayOff::HungKings),
        (date(year, 4, 30), DayOff::Reunification),
        (date(year, 5, 1), DayOff::LabourDay),
        (date(year, 9, 2), DayOff::NationalDay),
    ]);
    let before = match tet {
        TetBefore::OneDay => 1,
        TetBefore::TwoDays => 2,
    };
    let first = after(lunar::tet(year), -before);
    days.extend((0..5).map(|n| (after(first, n), DayOff::Tet)));
    if year >= table::TWO_NATIONAL_DAYS_FROM {
        let day = match beside {
            Beside::Before => 1,
            Beside::After => 3,
        };
        days.insert(date(year, 9, day), DayOff::NationalDay);
    }
    if culture_day {
        days.insert(date(year, 11, 24), DayOff::CultureDay);
    }
    days
}

fn after(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_hours(24 * days))
}
