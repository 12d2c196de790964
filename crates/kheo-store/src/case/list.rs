//! Lists of cases, among them the records behind a figure.

use jiff::civil::Date;
use kheo_core::case::Metric;
use kheo_core::id::{KindId, UnitId};
use kheo_core::period::Period;

use crate::case::filter::{Behind, CaseFilter, narrowed};
use crate::case::held::{held, values_of};
use crate::case::row::CaseRow;
use crate::case::tally::counted_on;
use crate::sql::{Row, Value, values};
use crate::{Page, Paged, Reader, StoreError};

/// The cases that `filter` wants.
///
/// # Errors
/// [`StoreError`].
pub fn list(r: &Reader<'_>, filter: &CaseFilter, page: Page) -> Result<Paged<CaseRow>, StoreError> {
    match &filter.behind {
        None => held(r, filter, page),
        Some(Behind::Tally { kind, metric, period, today }) => {
            let mark = (kind.as_ref(), *metric, *period);
            if metric.is_stock() {
                stock(r, filter, mark, counted_on(*period, *today), page)
            } else {
                flow(r, filter, mark, page)
            }
        }
        Some(Behind::Overdue { period, today }) => {
            let day = counted_on(*period, *today);
            let mut first = living(filter, *period);
            first.push(Value::from(day));
            ask(r, OVERDUE, &first, filter, page)
        }
        Some(Behind::Pending { period, today }) => {
            let day = counted_on(*period, *today);
            let mut first = living(filter, *period);
            first.push(Value::from(day));
            ask(r, PENDING, &first, filter, page)
        }
    }
}

/// The order and the part that all of these lists have.
#[rustfmt::skip]
macro_rules! ordered {
    ($order:literal $limit:literal $offset:literal) => {
        concat!("
     ORDER BY CASE WHEN $", $order, " = 'due' THEN c.due_on ELSE '' END,
              c.registered_on DESC, c.code DESC
     LIMIT $", $limit, " OFFSET $", $offset)
    };
}

// What was taken back later is behind no figure: on its day, no more are behind one than still count.
const FLOW: &str = concat!(
    "
    SELECT COUNT(*) OVER (), c.detail, m.effective_on
      FROM marks m JOIN cases c ON c.code = m.code
     WHERE m.unit IN (SELECT unit FROM unit_above
                       WHERE above = $1 AND ($2 = '' OR unit = $2) AND since <= $3 AND until >= $4)
       AND m.effective_on BETWEEN $4 AND $3 AND m.metric = $5 AND ($6 = '' OR m.kind = $6)
       AND m.marked > 0
       AND 0 <= (SELECT SUM(CASE WHEN k.marked < 0 THEN k.marked
                                 WHEN k.seq > m.seq THEN 1 ELSE 0 END)
                   FROM marks k
                  WHERE k.code = m.code AND k.unit = m.unit AND k.metric = m.metric
                    AND k.effective_on = m.effective_on)",
    narrowed!("c.", "c.due_on", 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22),
    ordered!(23 24 25)
);

fn flow(
    r: &Reader<'_>,
    filter: &CaseFilter,
    (kind, metric, period): (Option<&KindId>, Metric, Period),
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    let mut first = living(filter, period);
    first.push(Value::from(metric.word()));
    first.push(Value::from(kind.map_or("", KindId::as_str)));
    ask(r, FLOW, &first, filter, page)
}

const STOCK: &str = concat!(
    "
    SELECT COUNT(*) OVER (), c.detail, NULL
      FROM (SELECT m.code, m.unit
              FROM marks m
             WHERE m.unit IN (SELECT unit FROM unit_above
                       WHERE above = $1 AND ($2 = '' OR unit = $2) AND since <= $3 AND until >= $4)
               AND m.effective_on <= $5 AND m.metric = $6 AND ($7 = '' OR m.kind = $7)
             GROUP BY m.code, m.unit
            HAVING SUM(m.marked) > 0) h
      JOIN cases c ON c.code = h.code
     WHERE TRUE",
    narrowed!("c.", "c.due_on", 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23),
    ordered!(24 25 26)
);

fn stock(
    r: &Reader<'_>,
    filter: &CaseFilter,
    (kind, metric, period): (Option<&KindId>, Metric, Period),
    day: Date,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    let mut first = living(filter, period);
    first.push(Value::from(day));
    first.push(Value::from(metric.word()));
    first.push(Value::from(kind.map_or("", KindId::as_str)));
    ask(r, STOCK, &first, filter, page)
}

const OVERDUE: &str = concat!(
    "
    SELECT COUNT(*) OVER (), c.detail, NULL
      FROM (SELECT DISTINCT k.code, k.unit
              FROM clocks k
             WHERE k.unit IN (SELECT unit FROM unit_above
                       WHERE above = $1 AND ($2 = '' OR unit = $2) AND since <= $3 AND until >= $4)
               AND k.stopped_on > $5 AND k.due_on < $5 AND k.started_on <= $5
               AND 0 < (SELECT SUM(o.marked) FROM marks o
                         WHERE o.code = k.code AND o.unit = k.unit AND o.metric = 'open'
                           AND o.effective_on <= $5)) h
      JOIN cases c ON c.code = h.code
     WHERE TRUE",
    narrowed!("c.", "c.due_on", 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21),
    ordered!(22 23 24)
);

const PENDING: &str = concat!(
    "
    SELECT COUNT(*) OVER (), c.detail, NULL
      FROM (SELECT m.code, m.unit
              FROM marks m
             WHERE m.unit IN (SELECT unit FROM unit_above
                       WHERE above = $1 AND ($2 = '' OR unit = $2) AND since <= $3 AND until >= $4)
               AND m.effective_on <= $5 AND m.metric = 'open'
             GROUP BY m.code, m.unit
            HAVING SUM(m.marked) > 0) h
      JOIN cases c ON c.code = h.code
     WHERE NOT EXISTS (SELECT 1 FROM clocks k
                        WHERE k.code = h.code AND k.unit = h.unit
                          AND k.stopped_on > $5 AND k.due_on < $5 AND k.started_on <= $5)",
    narrowed!("c.", "c.due_on", 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21),
    ordered!(22 23 24)
);

/// The units whose records count: those of the filter, as far as they live in the period.
fn living(filter: &CaseFilter, period: Period) -> Vec<Value<'_>> {
    vec![
        Value::from(filter.scope.as_str()),
        Value::from(filter.unit.as_ref().map_or("", UnitId::as_str)),
        Value::from(period.last()),
        Value::from(period.first()),
    ]
}

/// Asks `sql`, whose values are `first` and then those that all lists share.
fn ask(
    r: &Reader<'_>,
    sql: &'static str,
    first: &[Value<'_>],
    filter: &CaseFilter,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    Paged::of(page, |limit, offset| {
        let last: &[Value<'_>] = values![filter.order.word(), limit, offset];
        r.rows(sql, &[first, &values_of(filter), last].concat(), read)
    })
}

fn read(row: &Row<'_>) -> Result<(i64, CaseRow), StoreError> {
    let mut case: CaseRow = row.json(1)?;
    case.marked_on = row.day(2)?;
    Ok((row.int(0)?, case))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[FLOW, STOCK, OVERDUE, PENDING];
