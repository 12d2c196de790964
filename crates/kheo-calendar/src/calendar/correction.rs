//! A corrected or longer table, under a version of its own.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Calendar, CalendarError, DayOff, Sourced, day_off, year};
use crate::hours::WorkingHours;
use crate::law::{FIVE_DAYS_OF_TET_FROM, TWO_NATIONAL_DAYS_FROM};
use crate::table::{self, Decision, Ruling};

/// What an administrator adds to the table or puts in the place of something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The version that due dates keep from now on.
    pub version: String,
    /// Decisions, each in the place of the one of the table that decides the same.
    pub decisions: Vec<Decision>,
    /// Hours of work, by the first day they hold; they replace those of the table.
    pub hours: Vec<WorkingHours>,
    /// Who says that a limit that ends on a day off ends on the next working day.
    pub roll: Option<Sourced>,
}

/// What does not fit the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misfit {
    /// Where it stands.
    pub at: Part,
    /// The day it is about.
    pub day: Date,
    /// What is wrong.
    pub why: Wrong,
}

/// A part of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The correction as a whole: a decision of the table does not fit it.
    Whole,
    /// The decision of that place.
    Decision(usize),
    /// The hours of that place.
    Hours(usize),
}

/// What can be wrong with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The day lies outside the calendar.
    Outside,
    /// The day to be worked is no weekly rest day.
    NotRestDay,
    /// The day to be worked is worked for another day already.
    WorkedAlready,
    /// The day to be given off is off already.
    AlreadyOff,
    /// Whether the day is off hangs on a decision that is missing.
    Undecided,
    /// No swap gives that day off.
    NoSwap,
    /// The law of that year leaves nothing to decide.
    NoChoice,
    /// Another decision of the correction decides the same.
    DecidedTwice,
    /// Hours that end before they begin, or overlap, or come after later ones.
    Disorder,
}

impl Calendar {
    /// The same calendar with a correction.
    ///
    /// # Errors
    /// The first part that does not fit.
    pub fn corrected(self, correction: Correction) -> Result<Self, Misfit> {
        let Correction { version, decisions: added, hours, roll } = correction;
        let first = self.decisions.len();
        let mut decided = BTreeSet::new();
        for (at, decision) in added.iter().enumerate() {
            let wrong = |(day, why)| Misfit { at: Part::Decision(at), day, why };
            let day = by_itself(decision).map_err(wrong)?;
            if !decided.insert(subject(decision.ruling)) {
                return Err(wrong((day, Wrong::DecidedTwice)));
            }
        }
        in_order(&hours)?;
        let mut decisions = self.decisions;
        decisions.extend(added);
        let roll = roll.unwrap_or(self.roll);
        let hours = if hours.is_empty() { self.hours } else { hours };
        swaps_fit(&decisions, first)?;
        Ok(Self::build(version, decisions, hours, roll))
    }
}

const fn is_swap(decision: &Decision) -> bool {
    matches!(decision.ruling, Ruling::Swap { .. } | Ruling::NoSwap { .. })
}

fn first_of(year: i16) -> Date {
    Date::new(year, 1, 1).unwrap_or(Date::MAX)
}

/// What it decides: two decisions of one subject cannot both hold.
fn subject(ruling: Ruling) -> (&'static str, Date) {
    match ruling {
        Ruling::Tet { year, .. } => ("tet", first_of(year)),
        Ruling::NationalDay { year, .. } => ("national-day", first_of(year)),
        Ruling::CultureDay { .. } => ("culture-day", table::FIRST),
        Ruling::Swap { off, .. } => ("swap", off),
        Ruling::NoSwap { off } => ("no-swap", off),
    }
}

/// What can be said of a decision without the others: the day it is about.
fn by_itself(decision: &Decision) -> Result<Date, (Date, Wrong)> {
    let (day, least) = match decision.ruling {
        Ruling::Tet { year, .. } => (first_of(year), first_of(FIVE_DAYS_OF_TET_FROM)),
        Ruling::NationalDay { year, .. } => (first_of(year), first_of(TWO_NATIONAL_DAYS_FROM)),
        Ruling::CultureDay { from } => (first_of(from), table::FIRST),
        Ruling::Swap { off, worked } => {
            let days = [off, worked].into_iter();
            let outside = days.clone().find(|day| *day < table::FIRST || *day > table::LAST);
            (outside.unwrap_or(off), table::FIRST)
        }
        Ruling::NoSwap { off } => (off, table::FIRST),
    };
    if day < table::FIRST || day > table::LAST {
        return Err((day, Wrong::Outside));
    }
    if day < least { Err((day, Wrong::NoChoice)) } else { Ok(day) }
}

fn in_order(hours: &[WorkingHours]) -> Result<(), Misfit> {
    let mut before = None;
    for (at, hours) in hours.iter().enumerate() {
        if !hours.make_sense() || before.is_some_and(|before| before >= hours.from) {
            return Err(Misfit { at: Part::Hours(at), day: hours.from, why: Wrong::Disorder });
        }
        before = Some(hours.from);
    }
    Ok(())
}

/// Whether every swap gives off a working day and works a rest day; those before `first` stand in
/// the table.
fn swaps_fit(decisions: &[Decision], first: usize) -> Result<(), Misfit> {
    let others: Vec<Decision> = decisions.iter().filter(|one| !is_swap(one)).cloned().collect();
    let swapless = year::marks(&others);
    let place = |at: usize| at.checked_sub(first).map_or(Part::Whole, Part::Decision);
    let mut swaps: BTreeMap<Date, (usize, Date)> = BTreeMap::new();
    for (at, decision) in decisions.iter().enumerate() {
        match decision.ruling {
            Ruling::Swap { off, worked } => {
                swaps.insert(off, (at, worked));
            }
            Ruling::NoSwap { off } if swaps.remove(&off).is_none() => {
                return Err(Misfit { at: place(at), day: off, why: Wrong::NoSwap });
            }
            _ => {}
        }
    }
    let mut worked_days: BTreeMap<Date, usize> = BTreeMap::new();
    for (off, (at, worked)) in swaps {
        let wrong = |day, why| Err(Misfit { at: place(at), day, why });
        match day_off(&swapless, worked) {
            Ok(Some(DayOff::Weekend)) => {}
            Ok(_) => return wrong(worked, Wrong::NotRestDay),
            Err(CalendarError::Undecided { date }) => return wrong(date, Wrong::Undecided),
            Err(_) => return wrong(worked, Wrong::Outside),
        }
        match day_off(&swapless, off) {
            Ok(None) => {}
            Ok(Some(_)) => return wrong(off, Wrong::AlreadyOff),
            Err(CalendarError::Undecided { date }) => return wrong(date, Wrong::Undecided),
            Err(_) => return wrong(off, Wrong::Outside),
        }
        if let Some(other) = worked_days.insert(worked, at) {
            let at = place(at.max(other));
            return Err(Misfit { at, day: worked, why: Wrong::WorkedAlready });
        }
    }
    Ok(())
}
