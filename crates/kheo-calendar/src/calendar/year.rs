//! From the law and the decisions to the days of each year.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::SignedDuration;
use jiff::civil::{Date, date};

use super::{DayOff, Mark, is_weekend};
use crate::law::{CULTURE_DAY_FROM, FIVE_DAYS_OF_TET_FROM, TWO_NATIONAL_DAYS_FROM};
use crate::lunar;
use crate::table::{self, Beside, Decision, Ruling, TetBefore};

/// What the table decides about one year.
#[derive(Debug, Clone, Copy, Default)]
struct Year {
    tet: Option<TetBefore>,
    beside: Option<Beside>,
    culture_day: bool,
}

/// Days given off, each with the rest day that is worked instead.
type Swaps = BTreeMap<Date, Date>;

/// Days off, each with the day it stands for: the holiday of a substitute, the day worked instead.
type DaysOff = BTreeMap<Date, (DayOff, Option<Date>)>;

/// Tết and the Hùng Kings' day of each year, computed once: the moon is slow.
static LUNAR: LazyLock<BTreeMap<i16, (Date, Date)>> = LazyLock::new(|| {
    let years = table::FIRST.year()..=table::LAST.year();
    years.map(|year| (year, (lunar::tet(year), lunar::hung_kings(year)))).collect()
});

fn lunar_days(year: i16) -> (Date, Date) {
    let known = LUNAR.get(&year).copied();
    known.unwrap_or_else(|| (lunar::tet(year), lunar::hung_kings(year)))
}

/// All days that are not what their weekday says.
pub(super) fn marks(decisions: &[Decision]) -> BTreeMap<Date, Mark> {
    let swaps = swaps(decisions);
    let mut marks = BTreeMap::new();
    for year in table::FIRST.year()..=table::LAST.year() {
        marks.append(&mut marks_of(year, decisions, &swaps));
    }
    for (off, worked) in swaps {
        marks.insert(worked, Mark::Worked { off });
    }
    marks
}

/// The working days that the holiday of 24 November would take, as long as no decision says whether it is one.
pub(super) fn unconfirmed(decisions: &[Decision]) -> BTreeSet<Date> {
    let is_decided = |one: &Decision| matches!(one.ruling, Ruling::CultureDay { .. });
    if decisions.iter().any(is_decided) {
        return BTreeSet::new();
    }
    let day = |year| {
        let mut day = date(year, 11, 24);
        while is_weekend(day) {
            day = after(day, 1);
        }
        day
    };
    (CULTURE_DAY_FROM..=table::LAST.year()).map(day).collect()
}

/// The days off of `year`; those that depend on an open decision are marked as such.
fn marks_of(year: i16, decisions: &[Decision], swaps: &Swaps) -> BTreeMap<Date, Mark> {
    let decided = decided(year, decisions);
    let (usual, other) = (TetBefore::OneDay, TetBefore::TwoDays);
    let (tet, other_tet) = decided.tet.map_or((usual, other), |tet| (tet, tet));
    let (beside, other_beside) =
        decided.beside.map_or((Beside::Before, Beside::After), |beside| (beside, beside));

    let days = days_off(year, tet, beside, decided.culture_day, swaps);
    let others = days_off(year, other_tet, other_beside, decided.culture_day, swaps);
    let mut marks = BTreeMap::new();
    for (day, &(why, of)) in &days {
        if others.contains_key(day) {
            marks.insert(*day, Mark::Off { why, of });
        }
    }
    let only_one = |day: &Date| days.contains_key(day) != others.contains_key(day);
    // A rest day is off whatever is decided.
    let open = days.keys().chain(others.keys()).filter(|day| only_one(day) && !is_weekend(**day));
    marks.extend(open.map(|day| (*day, Mark::Undecided)));
    marks
}

fn decided(asked: i16, decisions: &[Decision]) -> Year {
    let mut found = Year::default();
    if asked < FIVE_DAYS_OF_TET_FROM {
        found.tet = Some(TetBefore::OneDay);
    }
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

fn swaps(decisions: &[Decision]) -> Swaps {
    let mut swaps = Swaps::new();
    for decision in decisions {
        match decision.ruling {
            Ruling::Swap { off, worked } => {
                swaps.insert(off, worked);
            }
            Ruling::NoSwap { off } => {
                swaps.remove(&off);
            }
            _ => {}
        }
    }
    swaps
}

/// Holidays, swapped days and substitutes of one year.
fn days_off(
    year: i16,
    tet: TetBefore,
    beside: Beside,
    culture_day: bool,
    swaps: &Swaps,
) -> DaysOff {
    let mut days = holidays(year, tet, beside, culture_day);
    let fell_on_rest_days: Vec<Date> =
        days.keys().copied().filter(|day| is_weekend(*day)).collect();
    let swapped = swaps.range(date(year, 1, 1)..=date(year, 12, 31));
    days.extend(swapped.map(|(off, worked)| (*off, (DayOff::Swap, Some(*worked)))));
    for holiday in fell_on_rest_days {
        let mut day = holiday;
        while is_weekend(day) || days.contains_key(&day) {
            day = after(day, 1);
        }
        days.insert(day, (DayOff::Substitute, Some(holiday)));
    }
    days
}

fn holidays(year: i16, tet: TetBefore, beside: Beside, culture_day: bool) -> DaysOff {
    let (new_year, hung_kings) = lunar_days(year);
    let mut days = BTreeMap::from([
        (date(year, 1, 1), DayOff::NewYear),
        (hung_kings, DayOff::HungKings),
        (date(year, 4, 30), DayOff::Reunification),
        (date(year, 5, 1), DayOff::LabourDay),
        (date(year, 9, 2), DayOff::NationalDay),
    ]);
    let before = match tet {
        TetBefore::OneDay => 1,
        TetBefore::TwoDays => 2,
    };
    let first = after(new_year, -before);
    let of_tet = if year < FIVE_DAYS_OF_TET_FROM { 4 } else { 5 };
    days.extend((0..of_tet).map(|n| (after(first, n), DayOff::Tet)));
    if year >= TWO_NATIONAL_DAYS_FROM {
        let day = match beside {
            Beside::Before => 1,
            Beside::After => 3,
        };
        days.insert(date(year, 9, day), DayOff::NationalDay);
    }
    if culture_day {
        days.insert(date(year, 11, 24), DayOff::CultureDay);
    }
    days.into_iter().map(|(day, why)| (day, (why, None))).collect()
}

fn after(day: Date, days: i64) -> Date {
    day.saturating_add(SignedDuration::from_hours(24 * days))
}
