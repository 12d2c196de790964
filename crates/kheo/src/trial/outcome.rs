//! How past cases stand under the rules they had, and under others.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_calendar::Moment;
use kheo_core::Refusal;
use kheo_core::case::{
    BothRuns, CaseEvent, Happened, NotReplayed, Run, Standing, replay, runs, side_by_side,
};
use kheo_core::id::{ActionId, CaseCode, ClockId, KindId, UnitId};
use kheo_core::rules::Rules;
use kheo_core::unit::Rank;

/// Under what cases are run.
pub(super) struct Trying<'t> {
    /// The rules; each case has the version of its kind for the day it was registered, or for `law_on`.
    pub(super) rules: &'t Rules,
    pub(super) law_on: Option<Date>,
    pub(super) now: Moment,
    /// Where a unit stands among the levels.
    pub(super) rank: &'t dyn Fn(&UnitId) -> Rank,
}

/// How all cases stand, by kind.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) kinds: BTreeMap<KindId, OfKind>,
}

/// How the cases of one kind stand.
#[derive(Default)]
pub(super) struct OfKind {
    /// How many were tried, with those that cannot be run.
    pub(super) cases: usize,
    pub(super) clocks: BTreeMap<ClockId, Standings>,
    /// The runs that stand differently, by the codes of their cases.
    pub(super) changed: Vec<Changed>,
    pub(super) refused: Vec<Refused>,
}

/// How many runs of a clock stand how: as it was, and as it would have been.
#[derive(Default)]
pub(super) struct Standings {
    pub(super) before: BTreeMap<Standing, usize>,
    pub(super) after: BTreeMap<Standing, usize>,
}

/// A run that stands differently.
pub(super) struct Changed {
    pub(super) code: CaseCode,
    pub(super) clock: ClockId,
    pub(super) before: Option<Stood>,
    pub(super) after: Option<Stood>,
}

/// How a run stands, and why.
pub(super) struct Stood {
    pub(super) standing: Standing,
    pub(super) due_on: Date,
    /// The day it stopped; nothing while it runs.
    pub(super) stopped_on: Option<Date>,
}

/// A case that cannot be run.
pub(super) struct Refused {
    pub(super) code: CaseCode,
    pub(super) on: Date,
    /// The action; nothing for the registration.
    pub(super) action: Option<ActionId>,
    pub(super) why: Refusal,
}

impl Outcome {
    /// Runs one case as `trying` says.
    pub(super) fn add(&mut self, trying: &Trying<'_>, code: CaseCode, past: &[Happened]) {
        let Trying { rules, law_on, now, rank } = *trying;
        let Some((begun, CaseEvent::Registered(registered))) = past.first() else { return };
        let of_kind = self.kinds.entry(registered.case_kind.clone()).or_default();
        of_kind.cases += 1;
        let version = rules.kind_on(&registered.case_kind, law_on.unwrap_or(begun.day));
        let unknown = |why| NotReplayed { at: *begun, action: None, why };
        let replayed = version
            .map_err(unknown)
            .and_then(|version| replay(version, past, rank, &rules.calendar));
        match replayed {
            Ok(replayed) => {
                for both in side_by_side(runs(past), runs(&replayed)) {
                    of_kind.count(&code, both, now);
                }
            }
            Err(NotReplayed { at, action, why }) => {
                of_kind.refused.push(Refused { code, on: at.day, action, why });
            }
        }
    }

    pub(super) fn cases(&self) -> usize {
        self.kinds.values().map(|kind| kind.cases).sum()
    }

    pub(super) fn refused(&self) -> usize {
        self.kinds.values().map(|kind| kind.refused.len()).sum()
    }

    /// How many cases have a run that stands differently.
    pub(super) fn changed(&self) -> usize {
        let of_kind = |kind: &OfKind| {
            let mut codes: Vec<&CaseCode> = kind.changed.iter().map(|one| &one.code).collect();
            codes.dedup();
            codes.len()
        };
        self.kinds.values().map(of_kind).sum()
    }
}

impl OfKind {
    fn count(&mut self, code: &CaseCode, both: BothRuns, now: Moment) {
        let BothRuns { clock, before, after } = both;
        let stood = |run: Run| Stood {
            standing: run.standing(now),
            due_on: run.due.on,
            stopped_on: run.stopped.map(|(on, _)| on),
        };
        let (before, after) = (before.map(stood), after.map(stood));
        let standing = |stood: &Option<Stood>| stood.as_ref().map(|stood| stood.standing);
        let standings = self.clocks.entry(clock.clone()).or_default();
        for (stood, counts) in [(&before, &mut standings.before), (&after, &mut standings.after)] {
            if let Some(standing) = standing(stood) {
                *counts.entry(standing).or_default() += 1;
            }
        }
        if standing(&before) != standing(&after) {
            self.changed.push(Changed { code: code.clone(), clock, before, after });
        }
    }
}
