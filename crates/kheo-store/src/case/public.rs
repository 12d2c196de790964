//! What everybody may see of cases.

use jiff::civil::Date;
use kheo_core::id::{KindId, TopicId, UnitId};

use crate::case::row::CaseRow;
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
    /// The kinds of case whose answers are not for everybody.
    pub hidden: Vec<KindId>,
}

const ANSWERED: &str = "
    SELECT page.total, c.detail
      FROM (SELECT COUNT(*) OVER () AS total, code
              FROM cases
             WHERE unit IN (SELECT unit FROM units WHERE $1 = '' OR unit = $1)
               AND answered = 1 AND answered_on <= $2
               AND ($3 = '' OR kind = $3) AND ($4 = '' OR topic = $4)
               AND $5 NOT LIKE '%,' || kind || ',%'
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
    let unit = filter.unit.as_ref().map_or("", UnitId::as_str);
    let kind = filter.kind.as_ref().map_or("", KindId::as_str);
    let topic = filter.topic.as_ref().map_or("", TopicId::as_str);
    let hidden = listed(&filter.hidden);
    Paged::of(page, |limit, offset| {
        let hidden = hidden.as_str();
        r.rows(ANSWERED, values![unit, filter.until, kind, topic, hidden, limit, offset], |row| {
            Ok((row.int(0)?, row.json(1)?))
        })
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
fn listed(kinds: &[KindId]) -> String {
    let mut text = String::from(",");
    for kind in kinds {
        text.push_str(kind.as_str());
        text.push(',');
    }
    text
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[ANSWERED, ANSWERING];
