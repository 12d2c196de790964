//! One case, as lists and pages show it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::{
    Answered, Case, Circumstances, Deed, Erased, Filled, Petition, Phase, Proof, Recurrence, Taken,
};
use kheo_core::id::{ActionId, CaseCode, ClockId, KindId, PostId, StepId, TopicId, UnitId};
use kheo_core::origin::Origin;
use serde::{Deserialize, Serialize};

use crate::sql::values;
use crate::{Reader, StoreError};

/// A case as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseRow {
    /// Its code.
    pub code: CaseCode,
    /// Its kind.
    pub kind: KindId,
    /// The version of the kind it began under.
    pub version: Date,
    /// The unit that holds it.
    pub unit: UnitId,
    /// The unit it was addressed to.
    pub addressed_to: UnitId,
    /// What it is about.
    pub topic: TopicId,
    /// The step it stands at.
    pub step: StepId,
    /// The phase of that step.
    pub phase: Phase,
    /// The post that is responsible.
    pub post: Option<PostId>,
    /// Its version: what an action has seen.
    pub seen: u64,
    /// What was asked, and by whom.
    pub petition: Petition,
    /// Where the record comes from.
    pub origin: Origin,
    /// The day it was registered.
    pub registered_on: Date,
    /// When the registration was recorded.
    pub recorded_at: Timestamp,
    /// The day of the last thing that happened to it.
    pub changed_on: Date,
    /// Whether it was brought above the competent level before that level was through with the
    /// matter.
    pub escalated: bool,
    /// The first day on which a limit ran out before what stops it was done.
    pub overran: Option<Date>,
    /// Whether an officer judged that it pursues its matter after a final answer.
    pub pursued: bool,
    /// The entry of its registration.
    pub began: u64,
    /// The earlier case that brought the same matter.
    pub again: Option<CaseCode>,
    /// The later cases in which the same matter was brought again.
    pub recurred: Vec<Recurrence>,
    /// How often its petitioner reopened it.
    pub reopened: i64,
    /// What the lengths of its limits depend on.
    #[serde(default)]
    pub circumstances: Circumstances,
    /// The clocks that run.
    pub running: Vec<RunningClock>,
    /// How often each deed was done.
    #[serde(default)]
    pub done: BTreeMap<Deed, u16>,
    /// How often each action was taken, and when last.
    #[serde(default)]
    pub taken: BTreeMap<ActionId, Taken>,
    /// With which of its events each clock was started last.
    #[serde(default)]
    pub started: BTreeMap<ClockId, u64>,
    /// What was filled in of the fields of its kind, with the petition and since.
    #[serde(default)]
    pub filled: Filled,
    /// The answer that stands.
    pub answer: Option<Answer>,
    /// That its content was erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Erasure>,
    /// For a record behind a flow: the day that it counts for.
    #[serde(skip)]
    pub marked_on: Option<Date>,
}

/// That the content of a case was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The day.
    pub on: Date,
    /// By whose decision, and why.
    pub what: Erased,
}

/// A clock that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningClock {
    /// The clock.
    pub clock: ClockId,
    /// When it runs out, and why then.
    pub due: Due,
}

/// An answer that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The day it was given.
    pub on: Date,
    /// What it says.
    pub text: String,
    /// Whether it was late; nothing when it stopped no clock.
    pub late: Option<bool>,
    /// The files that prove it.
    pub proofs: Vec<Proof>,
    /// Whether it leaves unsettled what was asked.
    #[serde(default)]
    pub unsettled: bool,
    /// The day by which nobody must have said otherwise for it to count as kept closed.
    pub silence_until: Option<Date>,
    /// The day before that on which its petitioner confirmed it.
    pub confirmed_on: Option<Date>,
}

impl CaseRow {
    /// The running clock that runs out first.
    #[must_use]
    pub fn due(&self) -> Option<&RunningClock> {
        let run_out = self.running.iter().filter(|running| running.due.runs_out());
        run_out.min_by_key(|running| running.due.on)
    }

    /// Whether it is closed, and something is to be done about it all the same.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.phase == Phase::Closed && self.due().is_some()
    }

    /// The case as the rules see it.
    #[must_use]
    pub fn state(&self) -> Case {
        let running = self.running.iter().map(|r| (r.clock.clone(), r.due.clone())).collect();
        Case {
            code: self.code.clone(),
            kind: self.kind.clone(),
            version: self.version,
            seen: self.seen,
            unit: self.unit.clone(),
            topic: self.topic.clone(),
            step: self.step.clone(),
            phase: self.phase,
            post: self.post.clone(),
            circumstances: self.circumstances,
            running,
            done: self.done.clone(),
            taken: self.taken.clone(),
            started: self.started.clone(),
            filled: self.filled.clone(),
            escalated: self.escalated,
            overran: self.overran,
            answered: self.answer.as_ref().map(Answer::answered),
            recurred: self.recurred.clone(),
            erased: self.erased.is_some(),
        }
    }
}

impl CaseRow {
    /// Brings it up to `case`, as the rules left that.
    pub(super) fn bring_up_to(&mut self, case: &Case) {
        self.unit.clone_from(&case.unit);
        self.step.clone_from(&case.step);
        self.phase = case.phase;
        self.post.clone_from(&case.post);
        self.seen = case.seen;
        self.circumstances = case.circumstances;
        self.done.clone_from(&case.done);
        self.taken.clone_from(&case.taken);
        self.started.clone_from(&case.started);
        self.filled.clone_from(&case.filled);
        self.recurred.clone_from(&case.recurred);
        self.escalated = case.escalated;
        self.overran = case.overran;
        let running = case.running.iter().cloned();
        self.running = running.map(|(clock, due)| RunningClock { clock, due }).collect();
        if let Some((answer, answered)) = self.answer.as_mut().zip(case.answered) {
            answer.confirmed_on = answered.confirmed_on;
        }
    }
}

impl Answer {
    /// The answer as the rules see it.
    const fn answered(&self) -> Answered {
        Answered {
            proven: !self.unsettled && !self.proofs.is_empty(),
            silence_until: self.silence_until,
            confirmed_on: self.confirmed_on,
        }
    }
}

const FIND: &str = "SELECT detail FROM cases WHERE code = $1";

/// The case of that code.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, code: &CaseCode) -> Result<Option<CaseRow>, StoreError> {
    if let Some(known) = r.last_case(code) {
        return Ok(Some(known));
    }
    let found: Option<CaseRow> = r.row(FIND, values![code.as_str()], |row| row.json(0))?;
    if let Some(case) = &found {
        r.note_case(case.clone());
    }
    Ok(found)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[FIND];
