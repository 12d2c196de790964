//! What early warnings are learned from: the limits of the past, and those that run.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;
use kheo_core::case::Undone;
use kheo_core::id::{CaseCode, ClockId, KindId, StepId, UnitId};
use kheo_core::post::Right;
use kheo_core::warning::{Hold, Past, Run};
use serde::Deserialize;

use crate::case::CaseRow;
use crate::sql::{NEVER, Row, values};
use crate::{Reader, StoreError, post};

/// How far back limits teach: what is older comes from other rules and other people.
const YEARS: i32 = 2;
/// How many holders of limits that ended are looked at, and how many of limits that run past their
/// day: the latest first.
const MOST: u64 = 6_000;
/// How many limits that run within their day are counted as load, what is due first before the rest.
const MOST_HELD: u64 = 50_000;
/// How many running cases are told of.
pub const MOST_RUNNING: u64 = 20_000;

/// The cases that teach: whose limits ended last, and whose limits that run are past their day.
macro_rules! teaching {
    () => {
        "SELECT code
           FROM (SELECT code FROM clocks
                  WHERE unit IN (SELECT unit FROM units) AND stopped_on BETWEEN $1 AND $2
                  ORDER BY stopped_on DESC, code LIMIT $3) newest
          UNION
         SELECT code
           FROM (SELECT code FROM clocks
                  WHERE unit IN (SELECT unit FROM units)
                    AND stopped_on = '9999-12-31' AND due_on < $2
                  ORDER BY due_on DESC, code LIMIT $3) overdue"
    };
}

const HOLDS: &str = concat!(
    "
    SELECT k.code, k.clock, k.unit, k.started_on, k.stopped_on, k.due_on, k.due, k.demonstration,
           c.kind
      FROM clocks k JOIN cases c ON c.code = k.code
     WHERE k.code IN (",
    teaching!(),
    ")
     ORDER BY k.code, k.clock, k.seq"
);

const STEPS: &str = concat!(
    "
    SELECT e.subject, e.effective_on,
           CASE WHEN e.kind IN ('case.registered', 'case.acted', 'case.clock-stopped') THEN e.payload END
      FROM (",
    teaching!(),
    ") held
      JOIN entries e ON e.subject = held.code
     WHERE e.kind LIKE 'case.%'
     ORDER BY e.subject, e.seq"
);

const RUNNING: &str = "
    SELECT code, clock, unit, started_on, due_on FROM clocks
     WHERE unit IN (SELECT unit FROM units) AND stopped_on = '9999-12-31'
       AND due_on BETWEEN $1 AND '9999-12-30'
     ORDER BY due_on, code LIMIT $2";

/// The limits of the last two years, as they are known `today`.
///
/// # Errors
/// [`StoreError`].
pub fn past(r: &Reader<'_>, today: Date) -> Result<Past, StoreError> {
    let since = today.checked_sub(YEARS.years()).unwrap_or(Date::MIN);
    let holders = r.rows(HOLDS, values![since, today, MOST], Held::read)?;
    let told = told(r, since, today)?;
    let (mut runs, mut codes): (Vec<Run>, Vec<CaseCode>) = (Vec::new(), Vec::new());
    let mut known: BTreeSet<(CaseCode, ClockId)> = BTreeSet::new();
    let mut last: Option<(CaseCode, ClockId, Date)> = None;
    for held in holders {
        let key = (held.code.clone(), held.clock.clone(), held.start);
        if last.as_ref() == Some(&key) {
            runs.last_mut().into_iter().for_each(|run| run.holds.push(held.hold.clone()));
            continue;
        }
        known.insert((held.code.clone(), held.clock.clone()));
        let steps = told.get(&held.code).map(|told| told.steps.clone()).unwrap_or_default();
        codes.push(held.code);
        runs.push(Run {
            kind: held.kind,
            clock: held.clock,
            start: held.start,
            holds: vec![held.hold],
            steps,
            undone: None,
            demonstration: held.demonstration,
        });
        last = Some(key);
    }
    for (run, code) in runs.iter_mut().zip(&codes) {
        let ended = run.holds.last().and_then(|hold| hold.until);
        let undone = told.get(code).map(|told| told.undone.as_slice()).unwrap_or_default();
        let of =
            |(clock, on, _): &&(ClockId, Date, Undone)| *clock == run.clock && Some(*on) == ended;
        run.undone = undone.iter().find(of).map(|(_, _, undone)| *undone);
    }
    let running = r.rows(RUNNING, values![today, MOST_HELD], |row| {
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

/// Of what happened to a case, only where it stood then and what was left undone.
#[derive(Deserialize, Default)]
struct Happened {
    step: Option<StepId>,
    clock: Option<ClockId>,
    undone: Option<Undone>,
}

/// What the entries of a case tell beside the clocks.
#[derive(Default)]
struct Told {
    /// The days on which anything happened to it, and the step it stood at after: as
    /// [`CaseRow::changed_on`] tells the last of these days of a case that runs.
    steps: Vec<(Date, StepId)>,
    /// The clocks that ended though what they are about was not done, in order, each with its day.
    undone: Vec<(ClockId, Date, Undone)>,
}

fn told(r: &Reader<'_>, since: Date, today: Date) -> Result<BTreeMap<CaseCode, Told>, StoreError> {
    let mut cases: BTreeMap<CaseCode, Told> = BTreeMap::new();
    r.each(STEPS, values![since, today, MOST], |row| {
        let told = cases.entry(CaseCode::new(row.text(0)?)).or_default();
        let (before, stood) = told.steps.last().cloned().unzip();
        let Happened { step, clock, undone } =
            if row.is_null(2)? { Happened::default() } else { row.json(2)? };
        // Nothing takes effect before what was recorded earlier.
        let day = row.parsed::<Date>(1)?.max(before.unwrap_or(Date::MIN));
        told.undone.extend(clock.zip(undone).map(|(clock, undone)| (clock, day, undone)));
        let now = step.or(stood).map(|step| (day, step));
        if told.steps.last() != now.as_ref() {
            told.steps.extend(now);
        }
        Ok(())
    })?;
    Ok(cases)
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

/// Shows `look` the cases whose first limit runs and is not missed `today`, what is due first before
/// the rest, at most [`MOST_RUNNING`] of them; answers how many.
///
/// # Errors
/// [`StoreError`].
pub fn running(
    r: &Reader<'_>,
    today: Date,
    mut look: impl FnMut(&CaseRow),
) -> Result<u64, StoreError> {
    let before_never = NEVER.yesterday().unwrap_or(NEVER);
    let mut count = 0;
    r.each(OPEN, values![today, before_never, MOST_RUNNING], |row| {
        look(&row.json(0)?);
        count += 1;
        Ok(())
    })?;
    Ok(count)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[HOLDS, STEPS, RUNNING, OPEN];
