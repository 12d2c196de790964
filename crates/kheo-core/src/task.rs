//! Conclusions of a review and the tasks they become.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::case::event::Words;
use crate::id::{ConclusionId, TaskId, UnitId};
use crate::origin::Origin;
use crate::period::Period;

/// A decision of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// Its name.
    pub id: ConclusionId,
    /// The unit whose review decided it.
    pub unit: UnitId,
    /// The period that the review covered.
    pub concluded: Period,
    /// What was decided, in Vietnamese.
    pub text: String,
    /// The same in English.
    pub text_en: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// What one unit owes by a date because of a conclusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its name.
    pub id: TaskId,
    /// The conclusion it comes from.
    pub conclusion: ConclusionId,
    /// The unit that owes it.
    pub unit: UnitId,
    /// The last day.
    pub due_on: Date,
    /// Where it comes from.
    pub origin: Origin,
}

/// What can happen to conclusions and tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum TaskEvent {
    /// A review concluded something.
    #[serde(rename = "task.concluded")]
    Concluded(Conclusion),
    /// A unit was given its piece of a conclusion.
    #[serde(rename = "task.assigned")]
    Assigned(Task),
    /// The unit told what it has done.
    #[serde(rename = "task.reported")]
    Reported {
        /// The task.
        task: TaskId,
        /// Whether that finishes it.
        done: bool,
        /// What was done.
        #[serde(default)]
        private: Words,
    },
}

/// Decides whether a unit can be given `task` on a day: not twice, only for a conclusion that is known, and
/// with time to do it.
///
/// # Errors
/// [`Refusal::Taken`], [`Refusal::UnknownConclusion`], [`Refusal::DueBeforeGiven`].
pub fn assign(
    conclusions: &[ConclusionId],
    known: &[TaskId],
    task: Task,
    on: Date,
) -> Result<TaskEvent, Refusal> {
    if known.contains(&task.id) {
        return Err(Refusal::Taken { name: task.id.to_string() });
    }
    if !conclusions.contains(&task.conclusion) {
        return Err(Refusal::UnknownConclusion { conclusion: task.conclusion });
    }
    if task.due_on < on {
        return Err(Refusal::DueBeforeGiven { on, due: task.due_on });
    }
    Ok(TaskEvent::Assigned(task))
}

/// What a unit tells of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was done.
    pub text: String,
    /// Whether that finishes the task.
    pub done: bool,
    /// How many reports were there when this one was written.
    pub seen: u64,
}

/// Decides whether a unit can report on `task`, of which `told` reports are there; `finished` says
/// that it was done before.
///
/// # Errors
/// Those of [`Refusal::unless_shown`], [`Refusal::AlreadyDone`].
pub fn report(
    task: TaskId,
    told: u64,
    finished: bool,
    report: Report,
) -> Result<TaskEvent, Refusal> {
    let Report { text, done, seen } = report;
    Refusal::unless_shown(seen, told)?;
    if finished {
        return Err(Refusal::AlreadyDone { task });
    }
    Ok(TaskEvent::Reported { task, done, private: Words { text, ..Words::default() } })
}
