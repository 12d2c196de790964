//! What early warnings are learned from: the limits of the past, and those that run.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_core::id::{CaseCode, ClockId, KindId, StepId, UnitId};
use kheo_core::post::Right;
use kheo_core::warning::{Hold, Past, Run};
use serde::Deserialize;

use crate::case::CaseRow;
use crate::sql::{NEVER, Row, values};
use crate::{Reader, StoreError, post};

/// How far back limits teach: what is older comes from other rules and other people.
const YEARS: i32 = 2;
/// How many holders of limits are looked at, the latest first.
const MOST: u64 = 6_000;
/// How many running cases are told of.
const MOST_RUNNING: u64 = 20_000;

const HOLDS: &str = "
    SELECT k.code, k.clock, k.unit, k.started_on, k.stopped_on, k.due_on, k.due, k.demonstration,
           c.kind
      FROM clocks k JOIN cases c ON c.code = k.code
     WHERE k.code IN (SELECT code
                        FROM (SELECT code FROM clocks
                               WHERE unit IN (SELECT unit FROM units)
                                 AND stopped_on BETWEEN $1 AND $2
                               ORDER BY stopped_on DESC, code LIMIT $3) newest
                       UNION
                      SELECT code FROM clocks
                       WHERE unit IN (SELECT unit FROM units)
                         AND stopped_on = '9999-12-31' AND due_on < $2)
     ORDER BY k.code, k.clock, k.seq";

const STEPS: &str = "
    SELECT effective_on, payload FROM entries
     WHERE subject = $1 AND kind IN ('case.registered', 'case.acted') ORDER BY seq";

const RUNNING: &str = "
    SELECT code, clock, unit, started_on, due_on FROM clocks
     WHERE unit IN (SELECT unit FROM units) AND stopped_on = '9999-12-31'
       AND due_on BETWEEN $1 AND '9999-12-30'";

/// The limits of the last two years, as they are known `today`.
///
/// # Errors
/// [`StoreError`].
pub fn past(r: &Reader<'_>, today: Date) -> Result<Past, StoreError> {
    let since = today.checked_sub(YEARS.years()).unwrap_or(Date::MIN);
    let holders = r.rows(HOLDS, values![since, today, MOST], Held::read)?;
    let mut runs: Vec<Run> = Vec::new();
    let mut known: BTreeSet<(CaseCode, ClockId)> = BTreeSet::new();
    let mut steps: BTreeMap<CaseCode, Vec<(Date, StepId)>> = BTreeMap::new();
    let mut last: Option<(CaseCode, ClockId, Date)> = None;
    for held in holders {
        let key = (held.code.clone(), held.clock.clone(), held.start);
        if last.as_ref() == Some(&key) {
            runs.last_mut().into_iter().for_each(|run| run.holds.push(held.hold.clone()));
            continue;
        }
        if !steps.contains_key(&held.code) {
            steps.insert(held.code.clone(), steps_of(r, &held.code)?);
        }
        known.insert((held.code.clone(), held.clock.clone()));
        runs.push(Run {
            kind: held.kind,
            clock: held.clock,
            start: held.start,
            holds: vec![held.hold],
            steps: steps.get(&held.code).cloned().unwrap_or_default(),
            demonstration: held.demonstration,
        });
        last = Some(key);
    }
    let running = r.rows(RUNNING, values![today], |row| {
        let key = (CaseCode::new(row.text(0)?), ClockId::new(row.text(1)?));
        let hold = Hold {
            unit: UnitId::new(row.text(2)?),
            from: row.parsed(3)?,
            until: None,
            due_on: row.day(4)?,
        };
        Ok((!known.contains(&key)).then_some(hold))
    })?;
    let running = running.into_iter().flatten().collect();
    Ok(Past { runs, running, posts: posts(r)? })
}

/// A holder of a limit, with what it belongs to.
struct Held {
    code: CaseCode,
    kind: KindId,
    clock: ClockId,
    /// The day of the event that began the limit: the same for all its holders.
    start: Date,
    hold: Hold,
    demonstration: bool,
}

/// Of a limit, only its beginning.
#[derive(Deserialize)]
struct Begun {
    start: Date,
}

impl Held {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            code: CaseCode::new(row.text(0)?),
            clock: ClockId::new(row.text(1)?),
            hold: Hold {
                unit: UnitId::new(row.text(2)?),
                from: row.parsed(3)?,
                until: row.day(4)?,
                due_on: row.day(5)?,
            },
            start: row.json::<Begun>(6)?.start,
            demonstration: row.truth(7)?,
            kind: KindId::new(row.text(8)?),
        })
    }
}

/// Of what happened to a case, only where it stood then.
#[derive(Deserialize)]
struct Stood {
    step: StepId,
}

/// The days on which something happened to the case, and the step it stood at after.
fn steps_of(r: &Reader<'_>, code: &CaseCode) -> Result<Vec<(Date, StepId)>, StoreError> {
    let mut steps: Vec<(Date, StepId)> = r.rows(STEPS, values![code.as_str()], |row| {
        Ok((row.parsed(0)?, row.json::<Stood>(1)?.step))
    })?;
    let mut last = Date::MIN;
    for (day, _) in &mut steps {
        // Nothing takes effect before what was recorded earlier.
        last = last.max(*day);
        *day = last;
    }
    Ok(steps)
}

/// How many posts of each unit work on cases.
fn posts(r: &Reader<'_>) -> Result<BTreeMap<UnitId, u32>, StoreError> {
    let mut posts: BTreeMap<UnitId, u32> = BTreeMap::new();
    for post in post::all(r)?.into_iter().filter(|post| post.role.allows(Right::ActOnCases)) {
        *posts.entry(post.unit).or_default() += 1;
    }
    Ok(posts)
}

const OPEN: &str = "
    SELECT detail FROM cases
     WHERE unit IN (SELECT unit FROM units) AND phase IN ('open', 'waiting')
       AND due_on BETWEEN $1 AND $2
     ORDER BY due_on, code LIMIT $3";

/// The cases whose first limit runs and is not missed `today`, what is due first at the top.
///
/// # Errors
/// [`StoreError`].
pub fn running(r: &Reader<'_>, today: Date) -> Result<Vec<CaseRow>, StoreError> {
    let before_never = NEVER.yesterday().unwrap_or(NEVER);
    r.rows(OPEN, values![today, before_never, MOST_RUNNING], |row| row.json(0))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[HOLDS, STEPS, RUNNING, OPEN];
