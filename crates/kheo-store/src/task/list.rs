//! Lists of tasks and conclusions.

use jiff::civil::Date;
use kheo_core::id::{TaskId, UnitId};
use kheo_core::period::Period;
use kheo_core::task::{Conclusion, Task};

use crate::case::DueFilter;
use crate::entry::{Recorded, Who};
use crate::sql::{Row, Value, values};
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
    /// Due then.
    pub due: Option<DueFilter>,
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
    SELECT page.total, t.detail, c.detail, t.assigned_on, t.done_on,
           n.seq, n.recorded_at, n.effective_on, n.actor, n.words, n.done
      FROM (SELECT COUNT(*) OVER () AS total, task
              FROM tasks
             WHERE unit IN (SELECT unit FROM unit_above WHERE above = $1 AND ($2 = '' OR unit = $2))
               AND done IN ($3, $4) AND due_on BETWEEN $5 AND $6
             ORDER BY done, due_on, unit, task
             LIMIT $7 OFFSET $8) page
      JOIN tasks t ON t.task = page.task
      JOIN conclusions c ON c.conclusion = t.conclusion
      LEFT JOIN task_reports n ON n.task = t.task
     ORDER BY t.done, t.due_on, t.unit, t.task, n.seq";

/// The tasks that `filter` wants: open ones first, what is due first at the top.
///
/// # Errors
/// [`StoreError`].
pub fn list(r: &Reader<'_>, filter: &TaskFilter, page: Page) -> Result<Paged<TaskRow>, StoreError> {
    let unit = filter.unit.as_ref().map_or("", UnitId::as_str);
    let (done, or) = filter.done.map_or((false, true), |done| (done, done));
    let (from, until) = DueFilter::range(filter.due);
    Paged::of(page, |limit, offset| {
        gathered(
            r,
            LIST,
            values![filter.scope.as_str(), unit, done, or, from, until, limit, offset],
        )
    })
}

const FIND: &str = "
    SELECT 1, t.detail, c.detail, t.assigned_on, t.done_on,
           n.seq, n.recorded_at, n.effective_on, n.actor, n.words, n.done
      FROM tasks t
      JOIN conclusions c ON c.conclusion = t.conclusion
      LEFT JOIN task_reports n ON n.task = t.task
     WHERE t.task = $1
     ORDER BY n.seq";

/// The task of that name.
///
/// # Errors
/// [`StoreError`].
pub fn find(r: &Reader<'_>, task: &TaskId) -> Result<Option<TaskRow>, StoreError> {
    Ok(gathered(r, FIND, values![task.as_str()])?.pop().map(|(_, row)| row))
}

/// The tasks of the answer, each with the total of the list and with its reports, of which every
/// row holds one at most.
fn gathered(
    r: &Reader<'_>,
    sql: &'static str,
    values: &[Value<'_>],
) -> Result<Vec<(i64, TaskRow)>, StoreError> {
    let mut all: Vec<(i64, TaskRow)> = Vec::new();
    r.each(sql, values, |row| {
        let task = read(row)?;
        let report = report(row)?;
        match all.last_mut() {
            Some((_, last)) if last.task.id == task.task.id => last.reports.extend(report),
            _ => all.push((row.int(0)?, TaskRow { reports: report.into_iter().collect(), ..task })),
        }
        Ok(())
    })?;
    Ok(all)
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

fn report(row: &Row<'_>) -> Result<Option<Recorded<TaskNews>>, StoreError> {
    if row.is_null(5)? {
        return Ok(None);
    }
    Ok(Some(Recorded {
        seq: row.count(5)?,
        recorded_at: row.parsed(6)?,
        effective_on: row.parsed(7)?,
        who: Who::of(&row.text(8)?),
        what: TaskNews { text: row.text(9)?, done: row.truth(10)? },
    }))
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
pub(crate) const SQL: &[&str] = &[LIST, FIND, CONCLUSIONS];
