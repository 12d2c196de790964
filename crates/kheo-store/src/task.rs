//! Conclusions of reviews and the tasks they become.

mod list;

use kheo_core::Refusal;
use kheo_core::case::event::Words;
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{ConclusionId, TaskId};
use kheo_core::post::{Actor, Right};
use kheo_core::task::{Conclusion, Report, Task, TaskEvent};

pub use list::{TaskFilter, TaskNews, TaskRow, conclusions, find, list};

use crate::entry::{Entry, Who, append};
use crate::sql::{json, values};
use crate::{Reader, StoreError, Tx, WriteError, unit};

/// Records a conclusion of a review.
///
/// # Errors
/// [`Refusal::Taken`] for an id in use, [`Refusal::UnknownUnit`].
pub fn conclude(
    tx: &mut Tx<'_>,
    conclusion: Conclusion,
    stamp: Stamp,
    actor: &Actor,
) -> Result<(), WriteError> {
    unit::known(tx, &conclusion.unit)?;
    if is_concluded(tx, &conclusion.id)? {
        return Err(Refusal::Taken { name: conclusion.id.to_string() }.into());
    }
    let (id, unit) = (conclusion.id.clone(), conclusion.unit.clone());
    let event = Event::Task(TaskEvent::Concluded(conclusion));
    Ok(append(tx, event, (id.as_str(), &unit), actor, stamp)?)
}

/// Gives a unit its piece of a conclusion.
///
/// # Errors
/// [`Refusal::UnknownUnit`], and those of [`kheo_core::task::assign`].
pub fn assign(tx: &mut Tx<'_>, task: Task, stamp: Stamp, actor: &Actor) -> Result<(), WriteError> {
    unit::known(tx, &task.unit)?;
    let concluded: Vec<ConclusionId> = if is_concluded(tx, &task.conclusion)? {
        vec![task.conclusion.clone()]
    } else {
        Vec::new()
    };
    let assigned: Vec<TaskId> = find(tx, &task.id)?.into_iter().map(|row| row.task.id).collect();
    let (id, unit) = (task.id.clone(), task.unit.clone());
    let event = kheo_core::task::assign(&concluded, &assigned, task, stamp.effective_on)?;
    Ok(append(tx, Event::Task(event), (id.as_str(), &unit), actor, stamp)?)
}

/// Tells what was done for a task. What the same person told already of the version that they saw is recorded
/// once, however often it is sent.
///
/// # Errors
/// [`Refusal::UnknownTask`], [`Refusal::NotYours`] for a post of another unit or of a role that
/// reports no tasks, and those of [`kheo_core::task::report`].
pub fn report(
    tx: &mut Tx<'_>,
    task: &TaskId,
    report: Report,
    stamp: Stamp,
    actor: &Actor,
) -> Result<(), WriteError> {
    let row = find(tx, task)?.ok_or_else(|| Refusal::UnknownTask { task: task.clone() })?;
    if is_recorded(&row, &report, actor) {
        return Ok(());
    }
    let unit = row.task.unit;
    let may = match actor {
        Actor::Import => true,
        Actor::Citizen | Actor::Administrator => false,
        Actor::Post(post) => {
            post.role.allows(Right::ReportTasks) && unit::is_within(tx, &unit, &post.unit)?
        }
    };
    if !may {
        return Err(Refusal::NotYours.into());
    }
    let told = u64::try_from(row.reports.len()).unwrap_or(u64::MAX);
    let event = kheo_core::task::report(task.clone(), told, row.done_on.is_some(), report)?;
    Ok(append(tx, Event::Task(event), (task.as_str(), &unit), actor, stamp)?)
}

/// Whether `report` is what came next of the version that its writer saw, and by the same person.
fn is_recorded(row: &TaskRow, report: &Report, actor: &Actor) -> bool {
    let next = usize::try_from(report.seen).ok().and_then(|shown| row.reports.get(shown));
    next.is_some_and(|next| {
        let same = next.what.text == report.text && next.what.done == report.done;
        same && next.who == Who::of(&actor.word())
    })
}

const IS_CONCLUDED: &str = "SELECT 1 FROM conclusions WHERE conclusion = $1";

fn is_concluded(r: &Reader<'_>, conclusion: &ConclusionId) -> Result<bool, StoreError> {
    Ok(r.row(IS_CONCLUDED, values![conclusion.as_str()], |_| Ok(()))?.is_some())
}

const CONCLUDE: &str = "
    INSERT INTO conclusions (conclusion, seq, unit, concluded, detail)
    VALUES ($1, $2, $3, $4, $5)";

const ASSIGN: &str = "
    INSERT INTO tasks (task, seq, unit, conclusion, due_on, assigned_on, done, detail)
    VALUES ($1, $2, $3, $4, $5, $6, 0, $7)";

const REPORT: &str = "
    INSERT INTO task_reports (task, seq, recorded_at, effective_on, actor, words, done)
    VALUES ($1, $2, $3, $4, $5, $6, $7)";

const FINISH: &str = "UPDATE tasks SET done = 1, done_on = $1 WHERE task = $2";

pub(crate) fn project(tx: &mut Tx<'_>, entry: &Entry, event: &TaskEvent) -> Result<(), StoreError> {
    let (seq, on) = (entry.seq, entry.effective_on);
    match event {
        TaskEvent::Concluded(conclusion) => {
            let Conclusion { id, unit, concluded, .. } = conclusion;
            let (concluded, detail) = (concluded.to_string(), json(conclusion)?);
            tx.run(CONCLUDE, values![id.as_str(), seq, unit.as_str(), concluded, detail])?;
        }
        TaskEvent::Assigned(task) => {
            let Task { id, conclusion, unit, due_on, .. } = task;
            let (id, unit, conclusion) = (id.as_str(), unit.as_str(), conclusion.as_str());
            tx.run(ASSIGN, values![id, seq, unit, conclusion, *due_on, on, json(task)?])?;
        }
        TaskEvent::Reported { task, done, private: Words { text, .. } } => {
            let (task, actor) = (task.as_str(), entry.actor.as_str());
            let at = entry.recorded_at;
            tx.run(REPORT, values![task, seq, at, on, actor, text.as_str(), *done])?;
            if *done {
                tx.run(FINISH, values![on, task])?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[(&str, &[&str])] =
    &[("task.rs", &[IS_CONCLUDED, CONCLUDE, ASSIGN, REPORT, FINISH]), ("task/list.rs", list::SQL)];
