//! What was known in the morning of a day: how much each unit held, and how often it was late.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::number;
use super::past::{Hold, Past};
use crate::id::UnitId;

/// How many limits the rate of all units counts for in that of one unit.
const DRAWN_TO_ALL: f64 = 4.0;

/// The days on which things changed, by unit.
#[derive(Debug, Clone)]
pub(super) struct Known {
    units: BTreeMap<UnitId, Days>,
    all: Days,
    posts: BTreeMap<UnitId, u32>,
}

/// Days in order, one for each thing that happened.
#[derive(Debug, Clone, Default)]
struct Days {
    begun: Vec<Date>,
    ended: Vec<Date>,
    /// The day after the last in time, of limits that were missed.
    fell: Vec<Date>,
    /// The day on which a missed one ended.
    cleared: Vec<Date>,
    kept: Vec<Date>,
    missed: Vec<Date>,
}

/// What was known of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Standing {
    /// Limits that ran for each post that works on cases.
    pub(super) load: f64,
    /// The share of these that were past their day.
    pub(super) overdue: f64,
    /// The share of its earlier limits that were missed.
    pub(super) missed_before: f64,
}

impl Known {
    pub(super) fn of(past: &Past, today: Date) -> Self {
        let mut units: BTreeMap<UnitId, Days> = BTreeMap::new();
        let mut all = Days::default();
        for hold in past.runs.iter().flat_map(|run| &run.holds).chain(&past.running) {
            units.entry(hold.unit.clone()).or_default().held(hold, today);
        }
        for run in &past.runs {
            let (Some(outcome), Some(last)) = (run.outcome(), run.holds.last()) else { continue };
            let day = if outcome.missed { after(outcome.due_on) } else { last.until };
            for days in [units.entry(last.unit.clone()).or_default(), &mut all] {
                if outcome.missed { days.missed.extend(day) } else { days.kept.extend(day) }
            }
        }
        units.values_mut().chain([&mut all]).for_each(Days::sort);
        Self { units, all, posts: past.posts.clone() }
    }

    /// What was known of `unit` in the morning of `day`.
    pub(super) fn of_unit(&self, unit: &UnitId, day: Date) -> Standing {
        let none = Days::default();
        let days = self.units.get(unit).unwrap_or(&none);
        let running = before(&days.begun, day).saturating_sub(before(&days.ended, day));
        let overdue = up_to(&days.fell, day).saturating_sub(before(&days.cleared, day));
        let posts = self.posts.get(unit).copied().unwrap_or(1).max(1);
        let (missed, ended) = days.past(day);
        let (all_missed, all_ended) = self.all.past(day);
        let rate = if all_ended > 0.0 { all_missed / all_ended } else { 0.0 };
        Standing {
            load: number(running) / f64::from(posts),
            overdue: number(overdue) / number(running.max(overdue).max(1)),
            missed_before: (missed + DRAWN_TO_ALL * rate) / (ended + DRAWN_TO_ALL),
        }
    }
}

impl Days {
    fn held(&mut self, hold: &Hold, today: Date) {
        // What stands still is no load.
        let Some(due_on) = hold.due_on else { return };
        self.begun.push(hold.from);
        self.ended.extend(hold.until);
        let late = hold.until.unwrap_or(today) > due_on;
        if late {
            self.fell.extend(after(due_on).map(|day| day.max(hold.from)));
            self.cleared.extend(hold.until);
        }
    }

    fn sort(&mut self) {
        let Self { begun, ended, fell, cleared, kept, missed } = self;
        for days in [begun, ended, fell, cleared, kept, missed] {
            days.sort_unstable();
        }
    }

    /// How many limits were missed, and how many had ended.
    fn past(&self, day: Date) -> (f64, f64) {
        let missed = number(up_to(&self.missed, day));
        (missed, missed + number(before(&self.kept, day)))
    }
}

fn after(day: Date) -> Option<Date> {
    day.tomorrow().ok()
}

fn before(days: &[Date], day: Date) -> usize {
    days.partition_point(|one| *one < day)
}

fn up_to(days: &[Date], day: Date) -> usize {
    days.partition_point(|one| *one <= day)
}
