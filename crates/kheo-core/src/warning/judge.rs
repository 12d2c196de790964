//! How good a model is, on limits that it was not fitted on.

use std::collections::BTreeSet;
use std::ptr;

use jiff::civil::Date;

use super::past::{Outcome, Run};
use super::situation::{Observation, Situation};
use super::{LEAST_IN_PART, number};

/// Two thirds of the past are fitted on, the last third judges.
const FITTED: (usize, usize) = (2, 3);
/// The calendar's rule: less than this share of the limit is left.
const LITTLE: f64 = 0.25;
/// How many equal ranges of chances are told apart.
const BINS: u32 = 5;

/// How good the model was where it was not fitted.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The earlier limits, on which it was fitted.
    pub fitted: Part,
    /// The later limits, which judged it.
    pub judged: Part,
    /// The error of the model.
    pub model: Brier,
    /// The error of the rule "less than a quarter is left, so it will be late", said as yes or no.
    pub count_down: Brier,
    /// The error of the same rule when it says how often such limits were missed in the earlier part.
    pub count_down_rates: Brier,
    /// The error of always saying the share of all that were missed in the earlier part.
    pub same_for_all: Brier,
    /// What was said and what came, by ranges of chances; ranges in which nothing was said too.
    pub bins: Vec<Bin>,
}

/// The mean of the squared differences between what was said and what came: 0 is perfect, and 0.25
/// is what always saying 50 % gets.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Brier(f64);

/// One of the two parts of the past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The last day in time of the first of its limits.
    pub first: Date,
    /// The same of the last of its limits.
    pub last: Date,
    /// How many limits.
    pub limits: usize,
    /// Of these, missed ones.
    pub missed: usize,
    /// How many were made up for the demonstration.
    pub demonstration: usize,
    /// Each was looked at on several days: how many times in all.
    pub looked_at: usize,
}

/// What was said in a range of chances, and what came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// - Unit: percent.
    pub from: u32,
    /// - Unit: percent.
    pub until: u32,
    /// How often a chance of this range was said.
    pub said: usize,
    /// How often the limit was missed then.
    pub missed: usize,
    /// The mean of what was said, from 0 to 1.
    pub chance: f64,
}

impl Brier {
    fn of(said: &[f64], judged: &[&Observation<'_>]) -> Self {
        let errors = said.iter().zip(judged).map(|(said, one)| {
            let error = if one.missed { 1.0 - said } else { *said };
            error * error
        });
        Self(errors.sum::<f64>() / number(said.len()).max(1.0))
    }

    /// - Unit: thousandths.
    #[must_use]
    pub fn thousandths(self) -> i64 {
        rounded(self.0 * 1000.0)
    }

    /// The error itself.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl Bin {
    /// - Unit: percent; nothing when nothing was said.
    #[must_use]
    pub fn said_percent(&self) -> Option<i64> {
        (self.said > 0).then(|| rounded(self.chance * 100.0))
    }

    /// - Unit: percent; nothing when nothing was said.
    #[must_use]
    pub fn missed_percent(&self) -> Option<i64> {
        (self.said > 0).then(|| rounded(number(self.missed) / number(self.said) * 100.0))
    }
}

impl Judgement {
    pub(super) fn of(
        parts: [Part; 2],
        fitted: &[&Observation<'_>],
        judged: &[&Observation<'_>],
        said: &[f64],
    ) -> Self {
        let of_all = rate(fitted.iter().copied());
        let of_few = rate(fitted.iter().copied().filter(|one| is_little(&one.situation)));
        let of_rest = rate(fitted.iter().copied().filter(|one| !is_little(&one.situation)));
        let by_rule = |few: f64, rest: f64| {
            let say = |one: &&Observation<'_>| if is_little(&one.situation) { few } else { rest };
            Brier::of(&judged.iter().map(say).collect::<Vec<f64>>(), judged)
        };
        let [fitted, judged_part] = parts;
        Self {
            fitted,
            judged: judged_part,
            model: Brier::of(said, judged),
            count_down: by_rule(1.0, 0.0),
            count_down_rates: by_rule(of_few, of_rest),
            same_for_all: by_rule(of_all, of_all),
            bins: bins(said, judged),
        }
    }

    /// Whether the model errs less than each way to do without it.
    #[must_use]
    pub fn is_better(&self) -> bool {
        [self.count_down, self.count_down_rates, self.same_for_all]
            .iter()
            .all(|other| self.model < *other)
    }
}

fn is_little(situation: &Situation) -> bool {
    1.0 - situation.used < LITTLE
}

fn rate<'a, 'b: 'a>(seen: impl Iterator<Item = &'a Observation<'b>>) -> f64 {
    let (missed, all) =
        seen.fold((0, 0_usize), |(missed, all), one| (missed + usize::from(one.missed), all + 1));
    number(missed) / number(all).max(1.0)
}

fn bins(said: &[f64], judged: &[&Observation<'_>]) -> Vec<Bin> {
    let step = 100 / BINS;
    let place = |said: f64| (0..BINS).rev().find(|n| said * 100.0 >= f64::from(n * step));
    let bin = |n: u32| {
        let here = || said.iter().zip(judged).filter(move |(said, _)| place(**said) == Some(n));
        let count = here().count();
        Bin {
            from: n * step,
            until: (n + 1) * step,
            said: count,
            missed: here().filter(|(_, one)| one.missed).count(),
            chance: here().map(|(said, _)| said).sum::<f64>() / number(count).max(1.0),
        }
    };
    (0..BINS).map(bin).collect()
}

/// The day from which limits judge: those that were due earlier are fitted on.
pub(super) fn split(ended: &[(&Run, Outcome)]) -> Date {
    let mut days: Vec<Date> = ended.iter().map(|(_, outcome)| outcome.due_on).collect();
    days.sort_unstable();
    days.get(days.len() * FITTED.0 / FITTED.1).copied().unwrap_or(Date::MAX)
}

/// The observations to fit on, whose outcome was known on the day `split`, and those to judge by,
/// made from that day on.
pub(super) fn parted<'a, 'b>(
    seen: &'a [Observation<'b>],
    split: Date,
) -> (Vec<&'a Observation<'b>>, Vec<&'a Observation<'b>>) {
    let fitted = seen.iter().filter(|one| one.due_on < split).collect();
    (fitted, seen.iter().filter(|one| one.due_on >= split && one.day >= split).collect())
}

impl Part {
    pub(super) fn of(
        ended: &[(&Run, Outcome)],
        seen: &[&Observation<'_>],
        fitted: bool,
        split: Date,
    ) -> Self {
        let looked_at: BTreeSet<*const Run> =
            seen.iter().map(|one| ptr::from_ref(one.run)).collect();
        let here: Vec<&(&Run, Outcome)> = ended
            .iter()
            .filter(|(_, outcome)| (outcome.due_on < split) == fitted)
            .filter(|(run, _)| looked_at.contains(&ptr::from_ref(*run)))
            .collect();
        let days = || here.iter().map(|(_, outcome)| outcome.due_on);
        Self {
            first: days().min().unwrap_or(split),
            last: days().max().unwrap_or(split),
            limits: here.len(),
            missed: here.iter().filter(|(_, outcome)| outcome.missed).count(),
            demonstration: here.iter().filter(|(run, _)| run.demonstration).count(),
            looked_at: seen.len(),
        }
    }

    pub(super) const fn is_uneven(&self) -> bool {
        self.missed < LEAST_IN_PART || self.limits - self.missed < LEAST_IN_PART
    }
}

/// The whole number that is nearest; what is no number is 0.
#[expect(clippy::cast_possible_truncation, reason = "percents and thousandths are small")]
pub(super) fn rounded(value: f64) -> i64 {
    libm::round(value) as i64
}
