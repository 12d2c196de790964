//! What everybody may see of cases.

use jiff::civil::Date;
use kheo_core::id::{KindId, TopicId, UnitId};

use crate::case::row::CaseRow;
use crate::sql::{Value, values};
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
    /// The kinds of case whose answers are not for everybody.
    pub hidden: Vec<KindId>,
}

/// How many answers are counted: of more it is only said that there are more.
const COUNTED: i64 = 1_000;

const COUNT: &str = "
    SELECT COUNT(*)
      FROM (SELECT 1 FROM cases
             WHERE answered = 1 AND answered_on <= $1
               AND ($2 = '' OR kind = $2) AND ($3 = '' OR topic = $3)
               AND $4 NOT LIKE '%,' || kind || ',%'
             LIMIT $5) counted";

const COUNT_OF_UNIT: &str = "
    SELECT COUNT(*)
      FROM (SELECT 1 FROM cases
             WHERE answered = 1 AND answered_on <= $1
               AND ($2 = '' OR kind = $2) AND ($3 = '' OR topic = $3)
               AND $4 NOT LIKE '%,' || kind || ',%' AND unit = $5
             LIMIT $6) counted";

// The page is chosen in the order of the index; only its own rows are then read whole.
const ANSWERED: &str = "
    SELECT c.detail
      FROM (SELECT code FROM cases
             WHERE answered = 1 AND answered_on <= $1
               AND ($2 = '' OR kind = $2) AND ($3 = '' OR topic = $3)
               AND $4 NOT LIKE '%,' || kind || ',%'
             ORDER BY answered_on DESC, code DESC
             LIMIT $5 OFFSET $6) page
      JOIN cases c ON c.code = page.code
     ORDER BY c.answered_on DESC, c.code DESC";

const ANSWERED_OF_UNIT: &str = "
    SELECT c.detail
      FROM (SELECT code FROM cases
             WHERE answered = 1 AND answered_on <= $1
               AND ($2 = '' OR kind = $2) AND ($3 = '' OR topic = $3)
               AND $4 NOT LIKE '%,' || kind || ',%' AND unit = $5
             ORDER BY answered_on DESC, code DESC
             LIMIT $6 OFFSET $7) page
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
    let kind = filter.kind.as_ref().map_or("", KindId::as_str);
    let topic = filter.topic.as_ref().map_or("", TopicId::as_str);
    let hidden = listed(&filter.hidden);
    let mut conditions = values![filter.until, kind, topic, hidden.as_str()].to_vec();
    conditions.extend(filter.unit.as_ref().map(|unit| unit.as_str().into()));
    let (count, list) = match filter.unit {
        Some(_) => (COUNT_OF_UNIT, ANSWERED_OF_UNIT),
        None => (COUNT, ANSWERED),
    };
    let with = |more: &[Value<'static>]| [&conditions[..], more].concat();
    let counted = r.row(count, &with(values![COUNTED + 1]), |row| row.int(0))?.unwrap_or(0);
    Paged::of_counted(page, counted.min(COUNTED), counted > COUNTED, |limit, offset| {
        r.rows(list, &with(values![limit, offset]), |row| row.json(0))
    })
}

const ANSWERING: &str = "
    SELECT u.unit FROM units u
     WHERE EXISTS (SELECT 1 FROM cases c
                    WHERE c.unit = u.unit AND c.answered = 1 AND c.answered_on <= $1
                      AND $2 NOT LIKE '%,' || c.kind || ',%')
     ORDER BY u.seq";

/// The units that hold an answer that stands and is for everybody, given by `until`.
///
/// # Errors
/// [`StoreError`].
pub fn answering(
    r: &Reader<'_>,
    until: Date,
    hidden: &[KindId],
) -> Result<Vec<UnitId>, StoreError> {
    let hidden = listed(hidden);
    r.rows(ANSWERING, values![until, hidden.as_str()], |row| Ok(UnitId::new(row.text(0)?)))
}

/// Kinds as a text in which each stands between commas.
pub(crate) fn listed(kinds: &[KindId]) -> String {
    let mut text = String::from(",");
    for kind in kinds {
        text.push_str(kind.as_str());
        text.push(',');
    }
    text
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[COUNT, COUNT_OF_UNIT, ANSWERED, ANSWERED_OF_UNIT, ANSWERING];
