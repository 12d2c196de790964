//! What a review says of the next period.

use kheo_core::id::UnitId;
use kheo_core::period::Period;
use kheo_core::task::{Conclusion, Task};

use crate::sql::values;
use crate::{Reader, StoreError};

const NEXT: &str = "
    SELECT c.detail, COALESCE(t.detail, 'null')
      FROM conclusions c
      LEFT JOIN tasks t ON t.conclusion = c.conclusion
            AND t.unit IN (SELECT unit FROM unit_above WHERE above = $1)
     WHERE c.concluded = $2
       AND (t.task IS NOT NULL OR c.unit IN (SELECT unit FROM unit_above WHERE above = $1))
     ORDER BY c.seq, t.due_on, t.unit";

/// What was concluded for the period after `period`, with the tasks that `unit` and those below it
/// owe.
///
/// # Errors
/// [`StoreError`].
pub fn next(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
) -> Result<Vec<(Conclusion, Vec<Task>)>, StoreError> {
    let rows: Vec<(Conclusion, Option<Task>)> =
        r.rows(NEXT, values![unit.as_str(), period.to_string()], |row| {
            Ok((row.json(0)?, row.json(1)?))
        })?;
    let mut next: Vec<(Conclusion, Vec<Task>)> = Vec::new();
    for (conclusion, task) in rows {
        match next.last_mut() {
            Some((known, tasks)) if known.id == conclusion.id => tasks.extend(task),
            _ => next.push((conclusion, task.into_iter().collect())),
        }
    }
    Ok(next)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NEXT];
