//! The list of the cases that units hold: a page of it, and one part of it after another.
//!
//! Whatever is asked, it is found in one of five indexes that hold all that lists are filtered by: by post, where the
//! work of one is wanted, by unit, where few cases are, and in the order of the list, where many are.

use kheo_core::case::Phase;
use kheo_core::id::{KindId, PostId, StepId, TopicId, UnitId};

use crate::case::filter::{CaseFilter, DueFilter, Order, narrowed};
use crate::case::row::CaseRow;
use crate::sql::{Value, values};
use crate::{Page, Paged, Reader, StoreError};

/// How many cases are counted: of more it is only said that there are more.
pub const COUNTED: i64 = 10_000;

const COUNT: &str = concat!(
    "
    SELECT COUNT(*)
      FROM (SELECT 1
              FROM cases
             WHERE unit IN (SELECT unit FROM unit_above WHERE above = $1 AND ($2 = '' OR unit = $2))
               AND registered_on <= $3",
    narrowed!("", "due_on", 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19),
    "
             LIMIT $20) counted"
);

// The page is chosen by index columns alone; only its own rows are then read whole.
const FEW: &str = concat!(
    "
    SELECT c.detail
      FROM (SELECT code
              FROM cases
             WHERE unit IN (SELECT unit FROM unit_above WHERE above = $1 AND ($2 = '' OR unit = $2))
               AND registered_on <= $3",
    narrowed!("", "due_on", 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19),
    "
             ORDER BY CASE WHEN $20 = 'due' THEN due_on ELSE '' END, registered_on DESC, code DESC
             LIMIT $21 OFFSET $22) page
      JOIN cases c ON c.code = page.code
     ORDER BY CASE WHEN $20 = 'due' THEN c.due_on ELSE '' END, c.registered_on DESC, c.code DESC"
);

/// A page in the order `$page` of an index, all of whose rows are `$kept`; they are shown in the order `$rows`, which is
/// the same.
macro_rules! in_order {
    ($kept:literal, $due:literal, $page:literal, $rows:literal) => {
        concat!(
            "
    SELECT c.detail
      FROM (SELECT n.code
              FROM cases n
             WHERE EXISTS (SELECT 1 FROM unit_above a
                            WHERE a.above = $1 AND ($2 = '' OR n.unit = $2) AND a.unit = n.unit)
               AND n.registered_on <= $3",
            $kept,
            narrowed!("n.", $due, 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19),
            "
             ORDER BY ", $page, "
             LIMIT $20 OFFSET $21) page
      JOIN cases c ON c.code = page.code
     ORDER BY ", $rows
        )
    };
}

const NEWEST: &str = in_order!(
    "",
    "(n.due_on || '')",
    "n.registered_on DESC, n.code DESC",
    "c.registered_on DESC, c.code DESC"
);

const DUE: &str = in_order!(
    "",
    "n.due_on",
    "n.due_on, n.registered_on DESC, n.code DESC",
    "c.due_on, c.registered_on DESC, c.code DESC"
);

// Otherwise all that are open would be passed first.
const CLOSED: &str = in_order!(
    "
               AND n.phase IN ('closed', 'owed')",
    "n.due_on",
    "n.due_on, n.registered_on DESC, n.code DESC",
    "c.due_on, c.registered_on DESC, c.code DESC"
);

/// The cases that the post `$1` is responsible for, and those in the unit `$2` that nobody is; `$what` is asked of them.
macro_rules! of_post {
    ($what:literal, $rest:literal) => {
        concat!(
            $what,
            "
              FROM (SELECT code, unit, phase, due_on, registered_on, kind, step, topic, post, escalated,
                           pursued, persons, overran
                      FROM cases WHERE post = $1
                     UNION ALL
                    SELECT code, unit, phase, due_on, registered_on, kind, step, topic, post, escalated,
                           pursued, persons, overran
                      FROM cases WHERE unit = $2 AND post IS NULL) n
             WHERE EXISTS (SELECT 1 FROM unit_above a
                            WHERE a.above = $3 AND ($4 = '' OR n.unit = $4) AND a.unit = n.unit)
               AND n.registered_on <= $5",
            narrowed!("n.", "n.due_on", 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21),
            $rest
        )
    };
}

const COUNT_OF_POST: &str =
    of_post!("\n    SELECT COUNT(*) FROM (SELECT 1", "\n             LIMIT $22) counted");

const OF_POST: &str = of_post!(
    "
    SELECT c.detail
      FROM (SELECT n.code",
    "
             ORDER BY CASE WHEN $22 = 'due' THEN n.due_on ELSE '' END, n.registered_on DESC, n.code DESC
             LIMIT $23 OFFSET $24) page
      JOIN cases c ON c.code = page.code
     ORDER BY CASE WHEN $22 = 'due' THEN c.due_on ELSE '' END, c.registered_on DESC, c.code DESC"
);

const NEXT: &str = concat!(
    "
    SELECT c.detail
      FROM cases c
     WHERE EXISTS (SELECT 1 FROM unit_above a
                    WHERE a.above = $1 AND ($2 = '' OR c.unit = $2) AND a.unit = c.unit)
       AND c.registered_on <= $3",
    narrowed!("c.", "c.due_on", 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19),
    "
       AND c.began < $20
     ORDER BY c.began DESC LIMIT $21"
);

/// The values of the conditions that all of these share.
fn conditions(filter: &CaseFilter) -> Vec<Value<'_>> {
    let unit = filter.unit.as_ref().map_or("", UnitId::as_str);
    let held: &[Value<'_>] = values![filter.scope.as_str(), unit, filter.until];
    [held, &values_of(filter)].concat()
}

/// The values by which `filter` narrows any list of cases, in the order in which all of them ask.
pub(super) fn values_of(filter: &CaseFilter) -> [Value<'_>; 16] {
    let [open, waiting, closed, owed] = filter.four_phases();
    let (due_from, due_until) = DueFilter::range(filter.due);
    [
        open.into(),
        waiting.into(),
        closed.into(),
        owed.into(),
        due_from.into(),
        due_until.into(),
        filter.kind.as_ref().map_or("", KindId::as_str).into(),
        filter.step.as_ref().map_or("", StepId::as_str).into(),
        filter.topic.as_ref().map_or("", TopicId::as_str).into(),
        filter.handler.as_ref().map_or("", PostId::as_str).into(),
        filter.unclaimed_in.as_ref().map_or("", UnitId::as_str).into(),
        filter.marks.escalated.into(),
        filter.marks.pursued.into(),
        filter.marks.least_persons().into(),
        filter.marks.prolonged.map(|today| today.to_string()).unwrap_or_default().into(),
        filter.left_out().into(),
    ]
}

/// A page of the list.
pub(super) fn held(
    r: &Reader<'_>,
    filter: &CaseFilter,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    match &filter.handler {
        Some(post) => of_post(r, filter, post, page),
        None => of_anybody(r, filter, page),
    }
}

fn of_post(
    r: &Reader<'_>,
    filter: &CaseFilter,
    post: &PostId,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    let unclaimed = filter.unclaimed_in.as_ref().map_or("", UnitId::as_str);
    let whose: &[Value<'_>] = values![post.as_str(), unclaimed];
    let with = |more: &[Value<'static>]| [whose, &conditions(filter), more].concat();
    let counted = r.row(COUNT_OF_POST, &with(values![COUNTED + 1]), |row| row.int(0))?;
    let counted = counted.unwrap_or(0);
    Paged::of_counted(page, counted.min(COUNTED), counted > COUNTED, |limit, offset| {
        r.rows(OF_POST, &with(values![filter.order.word(), limit, offset]), |row| row.json(0))
    })
}

fn of_anybody(
    r: &Reader<'_>,
    filter: &CaseFilter,
    page: Page,
) -> Result<Paged<CaseRow>, StoreError> {
    let with = |more: &[Value<'static>]| [&conditions(filter)[..], more].concat();
    let counted = r.row(COUNT, &with(values![COUNTED + 1]), |row| row.int(0))?.unwrap_or(0);
    let many = counted > COUNTED;
    Paged::of_counted(page, counted.min(COUNTED), many, |limit, offset| {
        let order = filter.order.word();
        match filter.order {
            _ if !many => r.rows(FEW, &with(values![order, limit, offset]), |row| row.json(0)),
            Order::DueFirst if filter.phases == [Phase::Closed] => {
                r.rows(CLOSED, &with(values![limit, offset]), |row| row.json(0))
            }
            Order::DueFirst => r.rows(DUE, &with(values![limit, offset]), |row| row.json(0)),
            Order::NewestFirst => r.rows(NEWEST, &with(values![limit, offset]), |row| row.json(0)),
        }
    })
}

/// The next `most` of the cases that `filter` wants, the last registered first: those whose
/// registration is before the entry `before`.
///
/// # Errors
/// [`StoreError`].
pub fn registered_before(
    r: &Reader<'_>,
    filter: &CaseFilter,
    before: u64,
    most: u64,
) -> Result<Vec<CaseRow>, StoreError> {
    let values = [&conditions(filter)[..], values![before, most]].concat();
    r.rows(NEXT, &values, |row| row.json(0))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[COUNT, FEW, DUE, CLOSED, NEWEST, COUNT_OF_POST, OF_POST, NEXT];

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Tx;
    use crate::db::{Connection, Remembered};
    use crate::sql::NEVER;

    const INSERT: &str = "
        INSERT INTO cases (code, seq, unit, phase, due_on, kind, topic, step, post, registered_on,
                           answered, escalated, overran, pursued, persons, began, detail)
        VALUES ($1, $2, $3, $4, $5, 'request', '', '', $6, $7, 0, 0, 0, 0, 1, $2, $1)";

    /// Twelve cases of two units, a third of them closed, half of them given to a post.
    fn twelve(tx: &mut Tx<'_>) {
        for unit in ["north", "south"] {
            let above = "INSERT INTO unit_above (above, unit, depth, since, until) VALUES ('city', $1, 1, '', '')";
            tx.run(above, values![unit]).unwrap();
        }
        for number in 1..=12_i8 {
            let unit = if number % 4 == 0 { "south" } else { "north" };
            let phase = if number % 3 == 0 { "closed" } else { "open" };
            let due =
                if number == 5 || number % 3 == 0 { NEVER } else { date(2016, 7, 30 - number) };
            let post = (number % 2 == 0).then_some("clerk");
            let (code, seq) = (format!("KN-{number:02}"), i64::from(number));
            let registered = date(2016, 6, number / 3 + 1);
            tx.run(INSERT, values![code.as_str(), seq, unit, phase, due, post, registered])
                .unwrap();
        }
    }

    #[test]
    fn a_page_is_the_same_by_whatever_index_it_is_found() {
        let scratch = Connection::scratch().unwrap();
        let (remembered, mut no_salts) = (Remembered::default(), || [0; 32]);
        let mut tx = Tx::on(&scratch, &remembered, &mut no_salts);
        twelve(&mut tx);
        let all = CaseFilter::within(UnitId::new("city"), date(2016, 6, 30));
        let newest = CaseFilter { order: Order::NewestFirst, ..all.clone() };
        let closed = CaseFilter { phases: vec![Phase::Closed], ..all.clone() };
        for (filter, by_index) in [(&all, DUE), (&newest, NEWEST), (&closed, CLOSED)] {
            for offset in [0_i64, 3, 6, 9] {
                let page: &[Value<'_>] = values![4_i64, offset];
                let few = [&conditions(filter)[..], values![filter.order.word()], page].concat();
                let few = tx.rows(FEW, &few, |row| row.text(0)).unwrap();
                let many = [&conditions(filter)[..], page].concat();
                assert_eq!(tx.rows(by_index, &many, |row| row.text(0)).unwrap(), few, "{filter:?}");
            }
        }
        let of = |unclaimed: &str| {
            let filter = CaseFilter {
                handler: Some(PostId::new("clerk")),
                unclaimed_in: Some(UnitId::new(unclaimed)),
                ..newest.clone()
            };
            let (first, page): (&[Value<'_>], &[Value<'_>]) =
                (values!["clerk", unclaimed], values!["newest", 20_i64, 0_i64]);
            let values = [first, &conditions(&filter), page].concat();
            tx.rows(OF_POST, &values, |row| row.text(0)).unwrap().join(" ")
        };
        assert_eq!(of(""), "KN-12 KN-10 KN-08 KN-06 KN-04 KN-02");
        let and_unclaimed =
            "KN-12 KN-11 KN-10 KN-09 KN-08 KN-07 KN-06 KN-05 KN-04 KN-03 KN-02 KN-01";
        assert_eq!(of("north"), and_unclaimed);
        assert_eq!(of("south"), of(""), "all of its cases are given");
    }
}
