//! What everybody may see of cases.

use jiff::civil::Date;
use kheo_core::case::Metric;
use kheo_core::id::{KindId, TopicId, UnitId};
use kheo_core::period::Period;

use crate::case::row::CaseRow;
use crate::case::tally;
use crate::sql::values;
use crate::{Page, Paged, Reader, StoreError};

/// Which answers are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnsweredFilter {
    /// Of this unit.
    pub unit: Option<UnitId>,
    /// To cases of this kind.
    pub kind: Option<KindId>,
    /// To cases about this.
    pub topic: Option<TopicId>,
    /// Given by this day.
    pub until: Date,
}

const ANSWERED: &str = "
    SELECT page.total, c.detail
      FROM (SELECT COUNT(*) OVER () AS total, code
              FROM cases
             WHERE unit IN (SELECT unit FROM units WHERE $1 = '' OR unit = $1)
               AND answered = 1 AND answered_on <= $2
               AND ($3 = '' OR kind = $3) AND ($4 = '' OR topic = $4)
             ORDER BY answered_on DESC, code DESC
             LIMIT $5 OFFSET $6) page
      JOIN cases c ON c.code = page.code
     ORDER BY c.answered_on DESC, c.code DESC";

/// The cases whose answer stands, the newest answer first.
///
/// # Errors
/// [`StoreError`].
pub fn answered(
    r: &Reader<'_>,
    filter: &AnsweredFilter,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    let unit = filter.unit.as_ref().map_or("", UnitId::as_str);
    let kind = filter.kind.as_ref().map_or("", KindId::as_str);
    let topic = filter.topic.as_ref().map_or("", TopicId::as_str);
    Paged::of(page, |limit, offset| {
        r.rows(ANSWERED, values![unit, filter.until, kind, topic, limit, offset], |row| {
            Ok((row.int(0)?, row.json(1)?))
        })
    })
}

/// How a unit and all below it deal with cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PublicFigures {
    /// Cases received in the period.
    pub received: i64,
    /// How many of them were made up for a demonstration.
    pub demonstration: i64,
    /// Answers given in the period.
    pub answered: i64,
    /// Those given by their due date.
    pub answered_in_time: i64,
    /// Those given after it.
    pub answered_late: i64,
    /// Cases that are not closed at its end.
    pub open: i64,
    /// Cases closed with proof, and neither reopened nor brought again, at its end.
    pub kept_closed: i64,
    /// Cases past their due date at its end, or today if that is earlier.
    pub overdue: i64,
}

/// The figures of `unit` and all below it that everybody may see.
///
/// # Errors
/// [`StoreError`].
pub fn public_figures(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
    today: Date,
) -> Result<PublicFigures, StoreError> {
    let mut figures = PublicFigures::default();
    for tally in tally::tallies(r, unit, period)? {
        let sum = match tally.metric {
            Metric::Received => {
                figures.demonstration += tally.demonstration;
                &mut figures.received
            }
            Metric::Answered => &mut figures.answered,
            Metric::AnsweredInTime => &mut figures.answered_in_time,
            Metric::AnsweredLate => &mut figures.answered_late,
            Metric::Open => &mut figures.open,
            Metric::KeptClosed => &mut figures.kept_closed,
            _ => continue,
        };
        *sum += tally.count;
    }
    let overdue = tally::overdue(r, unit, period, today)?;
    figures.overdue = overdue.iter().map(|row| row.count).sum();
    Ok(figures)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[ANSWERED];
