//! Lists of tasks and conclusions.

use jiff::civil::Date;
use kheo_core::id::{TaskId, UnitId};
use kheo_core::period::Period;
use kheo_core::task::{Conclusion, Task};

use crate::entry::{Recorded, Who};
use crate::sql::{NEVER, Row, values};
use crate::{Page, Paged, Reader, StoreError};

/// Which tasks are wanted: all that fit everything that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFilter {
    /// Owed by this unit or one below it.
    pub scope: UnitId,
    /// By exactly this one of them.
    pub unit: Option<UnitId>,
    /// Done, or not.
    pub done: Option<bool>,
    /// Due by this day.
    pub due_by: Option<Date>,
}

/// A task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskRow {
    /// The task.
    pub task: Task,
    /// The conclusion it comes from.
    pub conclusion: Conclusion,
    /// The day it was given.
    pub assigned_on: Date,
    /// The day it was done.
    pub done_on: Option<Date>,
    /// What the unit told of it, the first first.
    pub reports: Vec<Recorded<TaskNews>>,
}

/// What a unit told of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskNews {
    /// What was done.
    pub text: String,
    /// Whether that finishes it.
    pub done: bool,
}

const LIST: &str = "
    SELECT COUNT(*) OVER (), t.detail, c.detail, t.assigned_on, t.done_on
      FROM tasks t JOIN conclusions c ON c.conclusion = t.conclusion
     WHERE t.unit IN (SELECT unit FROM unit_above WHERE above = $1 AND ($2 = '' OR unit = $2))
       AND t.done IN ($3, $4) AND t.due_on <= $5
     ORDER BY t.done, t.due_on, t.unit, t.task
     LIMIT $6 OFFSET $7";

/// The tasks that `filter` wants: open ones first, what is due first at the top.
///
/// # Errors
/// [`StoreError`].
pub fn list(r: &Reader<'_>, filter: &TaskFilter, page: Page) -> Result<Paged<TaskRow>, StoreError> {
    let unit = filter.unit.as_ref().map_or("", UnitId::as_str);
    let (done, or) = filter.done.map_or((false, true), |done| (done, done));
    let due_by = filter.due_by.unwrap_or(NEVER);
    let mut page = Paged::of(page, |limit, offset| {
        let values = values![filter.scope.as_str(), unit, done, or, due_by, limit, offset];
        r.rows(LIST, values, |row| Ok((row.int(0)?, read(row)?)))
    })?;
    for row in &mut page.rows {
        row.reports = reports(r, &row.task.id)?;
    }
    Ok(page)
}

const FIND: &str = "
    SELECT 1, t.detail, c.detail, t.assigned_on, t.done_on
      FROM tasks t JOIN conclusions c ON c.conclusion = t.conclusion
     WHERE t.task = $1";

/// The task of that name.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, task: &TaskId) -> Result<Option<TaskRow>, StoreError> {
    let Some(mut row) = r.row(FIND, values![task.as_str()], read)? else { return Ok(None) };
    row.reports = reports(r, task)?;
    Ok(Some(row))
}

fn read(row: &Row<'_>) -> Result<TaskRow, StoreError> {
    Ok(TaskRow {
        task: row.json(1)?,
        conclusion: row.json(2)?,
        assigned_on: row.parsed(3)?,
        done_on: row.day(4)?,
        reports: Vec::new(),
    })
}

const REPORTS: &str = "
    SELECT seq, recorded_at, effective_on, actor, words, done
      FROM task_reports WHERE task = $1 ORDER BY seq";

fn reports(r: &Reader<'_>, task: &TaskId) -> Result<Vec<Recorded<TaskNews>>, StoreError> {
    r.rows(REPORTS, values![task.as_str()], |row| {
        Ok(Recorded {
            seq: row.count(0)?,
            recorded_at: row.parsed(1)?,
            effective_on: row.parsed(2)?,
            who: Who::of(&row.text(3)?),
            what: TaskNews { text: row.text(4)?, done: row.truth(5)? },
        })
    })
}

const CONCLUSIONS: &str = "
    SELECT detail FROM conclusions
     WHERE unit IN (SELECT unit FROM unit_above WHERE above = $1) AND concluded = $2
     ORDER BY seq";

/// What the reviews of a period concluded, of `scope` and of all below it.
///
/// # Errors
/// [`StoreError`].
pub fn conclusions(
    r: &Reader<'_>,
    scope: &UnitId,
    concluded: Period,
) -> Result<Vec<Conclusion>, StoreError> {
    r.rows(CONCLUSIONS, values![scope.as_str(), concluded.to_string()], |row| row.json(0))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[LIST, FIND, REPORTS, CONCLUSIONS];
