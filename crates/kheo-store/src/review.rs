//! What the review of a period is drafted from.

use jiff::civil::Date;
use kheo_core::id::UnitId;
use kheo_core::period::Period;
use kheo_core::review::Figures;
use kheo_core::task::{Conclusion, Task};

use crate::sql::values;
use crate::{Reader, StoreError, measure, unit};

/// What the review of one unit, and of all below it, is drafted from.
#[derive(Debug, Clone)]
pub struct Material {
    /// The figures.
    pub figures: Figures,
    /// What was concluded for the next period, with the tasks that these units owe.
    pub next: Vec<(Conclusion, Vec<Task>)>,
    /// The day as of which all this is: the day that the review bears.
    pub on: Date,
}

/// What the review of `unit` for `period` is drafted from, as it is `today`; nothing for a unit
/// that is not known.
///
/// # Errors
/// [`StoreError`].
pub fn material(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
    today: Date,
) -> Result<Option<Material>, StoreError> {
    if unit::find(r, unit)?.is_none() {
        return Ok(None);
    }
    let figures = measure::figures(r, unit, period, today)?;
    Ok(Some(Material { figures, next: next(r, unit, period)?, on: today }))
}

const NEXT: &str = "
    SELECT c.detail, COALESCE(t.detail, 'null')
      FROM conclusions c
      LEFT JOIN tasks t ON t.conclusion = c.conclusion
            AND t.unit IN (SELECT unit FROM unit_above WHERE above = $1)
     WHERE c.concluded = $2
       AND (t.task IS NOT NULL OR c.unit IN (SELECT unit FROM unit_above WHERE above = $1))
     ORDER BY c.seq, t.due_on, t.unit";

fn next(
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
