//! Which unit held which running clock of a case for how long, and until when it ran then.

use jiff::civil::Date;
use kheo_core::case::{Case, CaseEvent};
use kheo_core::id::{CaseCode, ClockId, UnitId};

use crate::case::project::Happened;
use crate::db::Whole;
use crate::sql::{NEVER, Row, Value, json, values};
use crate::{Reader, StoreError, Tx};

const PUT: &str = "
    INSERT INTO clocks (code, seq, clock, unit, started_on, stopped_on, due_on, due, demonstration)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

/// Clocks that were stopped before they were written: nothing changes them any more.
const STOPPED: Whole = Whole { table: "clocks", put: PUT, asked: &[] };

const STOP: &str = "
    UPDATE clocks SET stopped_on = $1 WHERE code = $2 AND seq = $3 AND clock = $4";

const RUNNING: &str = "
    SELECT seq, clock, unit, started_on, due_on, due, demonstration
      FROM clocks WHERE code = $1 AND stopped_on = '9999-12-31' ORDER BY seq, clock";

/// A clock while one unit held it and it ran to one day.
#[derive(Clone)]
struct Held {
    seq: u64,
    clock: ClockId,
    unit: UnitId,
    started_on: Date,
    /// [`NEVER`] while it runs.
    stopped_on: Date,
    /// [`NEVER`] while it stands still, and for what only has to last.
    due_on: Date,
    due: String,
    demonstration: bool,
    is_written: bool,
}

impl Held {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.count(0)?,
            clock: ClockId::new(row.text(1)?),
            unit: UnitId::new(row.text(2)?),
            started_on: row.parsed(3)?,
            stopped_on: NEVER,
            due_on: row.parsed(4)?,
            due: row.text(5)?,
            demonstration: row.truth(6)?,
            is_written: true,
        })
    }

    fn runs(&self) -> bool {
        self.stopped_on == NEVER
    }

    fn values<'v>(&'v self, code: &'v CaseCode) -> [Value<'v>; 9] {
        [
            code.as_str().into(),
            self.seq.into(),
            self.clock.as_str().into(),
            self.unit.as_str().into(),
            self.started_on.into(),
            self.stopped_on.into(),
            self.due_on.into(),
            self.due.as_str().into(),
            self.demonstration.into(),
        ]
    }
}

/// The clocks of a case that run, and those that wait to be written; nothing while nobody asked for them.
#[derive(Default)]
pub(super) struct Clocks(Option<Vec<Held>>);

impl Clocks {
    /// Those of a case that begins.
    pub(super) const fn none() -> Self {
        Self(Some(Vec::new()))
    }

    /// Brings them up to what happened to the case as it stood `before`.
    pub(super) fn take(
        &mut self,
        r: &Reader<'_>,
        happened: &Happened<'_>,
        before: &Case,
    ) -> Result<(), StoreError> {
        match happened.event {
            CaseEvent::ClockStarted { clock, due } => {
                let held = begun(happened, &before.unit, clock, due)?;
                self.held(r, happened.code)?.push(held);
            }
            CaseEvent::ClockPaused { clock, due }
            | CaseEvent::ClockResumed { clock, due }
            | CaseEvent::ClockExtended { clock, due }
            | CaseEvent::ClockRecounted { clock, due, .. }
            | CaseEvent::ClockMoved { clock, due, .. } => {
                let held = self.held(r, happened.code)?;
                stop(held, happened.on, Some(clock));
                held.push(begun(happened, &before.unit, clock, due)?);
            }
            CaseEvent::ClockStopped { clock, .. } => {
                stop(self.held(r, happened.code)?, happened.on, Some(clock));
            }
            CaseEvent::Acted(acted) if acted.unit != before.unit => {
                let held = self.held(r, happened.code)?;
                let handed_over = |held: &Held| Held {
                    seq: happened.entry.seq,
                    unit: acted.unit.clone(),
                    started_on: happened.on,
                    is_written: false,
                    ..held.clone()
                };
                let after: Vec<Held> =
                    held.iter().filter(|held| held.runs()).map(handed_over).collect();
                stop(held, happened.on, None);
                held.extend(after);
            }
            _ => {}
        }
        Ok(())
    }

    fn held(&mut self, r: &Reader<'_>, code: &CaseCode) -> Result<&mut Vec<Held>, StoreError> {
        let held = match self.0.take() {
            Some(held) => held,
            None => r.rows(RUNNING, values![code.as_str()], Held::read)?,
        };
        Ok(self.0.insert(held))
    }

    /// Writes those that wait, and forgets those that run no more.
    pub(super) fn write(&mut self, tx: &mut Tx<'_>, code: &CaseCode) -> Result<(), StoreError> {
        let Some(all) = &mut self.0 else { return Ok(()) };
        for held in &mut *all {
            if held.is_written {
                if !held.runs() {
                    let row =
                        values![held.stopped_on, code.as_str(), held.seq, held.clock.as_str()];
                    tx.run(STOP, row)?;
                }
            } else if held.runs() {
                tx.run(PUT, &held.values(code))?;
            } else {
                tx.put_each(&STOPPED, [held.values(code)])?;
            }
            held.is_written = true;
        }
        all.retain(Held::runs);
        Ok(())
    }
}

fn begun(
    happened: &Happened<'_>,
    unit: &UnitId,
    clock: &ClockId,
    due: &kheo_calendar::Due,
) -> Result<Held, StoreError> {
    Ok(Held {
        seq: happened.entry.seq,
        clock: clock.clone(),
        unit: unit.clone(),
        started_on: happened.on,
        stopped_on: NEVER,
        due_on: if due.runs_out() { due.on } else { NEVER },
        due: json(due)?,
        demonstration: happened.demonstration,
        is_written: false,
    })
}

/// Stops those that run, or of them only `clock`.
fn stop(held: &mut [Held], on: Date, clock: Option<&ClockId>) {
    let is_meant = |held: &&mut Held| held.runs() && clock.is_none_or(|clock| held.clock == *clock);
    held.iter_mut().filter(is_meant).for_each(|held| held.stopped_on = on);
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[PUT, STOP, RUNNING];
