//! Limits of 20 days that were missed as often as a test says.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::super::{Hold, Past, Run};
use crate::id::{ClockId, KindId, StepId, UnitId};

pub(super) const TODAY: Date = date(2016, 6, 30);

/// Dice that fall the same in every run.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let high = u32::try_from(self.0 >> 33).unwrap_or(0);
        high % sides
    }

    pub(super) fn falls(&mut self, chance: f64) -> bool {
        f64::from(self.roll(1_000_000)) < chance * 1_000_000.0
    }
}

/// A limit of `kind` that `unit` held for `days` days from `start` on; for ever without.
pub(super) fn run(kind: &str, unit: &str, start: Date, whole: i64, days: Option<i64>) -> Run {
    let on = |days: i64| start.checked_add(days.days()).unwrap();
    Run {
        kind: KindId::new(kind),
        clock: ClockId::new("answer"),
        start,
        holds: vec![Hold {
            unit: UnitId::new(unit),
            from: start,
            until: days.map(on),
            due_on: Some(on(whole)),
        }],
        steps: vec![(start, StepId::new("received"))],
        undone: None,
        demonstration: false,
    }
}

/// A limit of two years, that ended on any day in time, or some days late.
pub(super) fn drawn(dice: &mut Dice, kind: &str, unit: &str, missed: bool) -> Run {
    let start = date(2014, 7, 1).checked_add(i64::from(dice.roll(690)).days()).unwrap();
    let days = if missed { 21 + i64::from(dice.roll(10)) } else { 1 + i64::from(dice.roll(20)) };
    run(kind, unit, start, 20, Some(days))
}

/// So many limits of two kinds in three units, each missed with the chance that `of` says.
pub(super) fn planted(count: usize, of: impl Fn(&str, &str) -> f64) -> Past {
    let mut dice = Dice::new(2016);
    let runs = (0..count).map(|_| {
        let kind = ["slow", "quick"][usize::try_from(dice.roll(2)).unwrap()];
        let unit = ["north", "south", "west"][usize::try_from(dice.roll(3)).unwrap()];
        let missed = dice.falls(of(kind, unit));
        drawn(&mut dice, kind, unit, missed)
    });
    let runs: Vec<Run> = runs.collect();
    // Today each unit holds as many as on the usual day.
    let held = ["north", "south", "west"].into_iter().flat_map(|unit| {
        let start = TODAY.checked_sub(5.days()).unwrap();
        let holds = run("quick", unit, start, 20, None).holds;
        holds.into_iter().cycle().take(count * 15 / 690 / 3)
    });
    Past { running: held.collect(), runs, ..Past::default() }
}
