//! Lists of matters.

use jiff::civil::Date;
use kheo_core::id::{CaseCode, KindId, UnitId};
use kheo_core::matter::{MatterId, Spoken, at_least};

use crate::case::{CaseRow, Marked, listed};
use crate::sql::{Row, Value, values};
use crate::{Page, Paged, Reader, StoreError};

/// Which matters are wanted: all that fit everything that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterFilter {
    /// With a case that this unit or one below it holds or has held.
    pub scope: UnitId,
    /// Begun by this day.
    pub until: Date,
    /// Bearing these marks.
    pub marks: Marked,
    /// Whose cases more than one unit holds or has held.
    pub several_units: bool,
    /// With such a case that the scope may be told of.
    pub told: Told,
}

/// Cases that a scope may be told of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// Of these kinds, those that it holds.
    pub held: Vec<KindId>,
    /// Of these kinds, those that it holds or has held.
    pub anywhere: Vec<KindId>,
}

/// The condition that the scope `$scope` may be told of the case `c`: one of the kinds `$held` that it holds, or
/// one of the kinds `$anywhere` that it holds or has held.
#[rustfmt::skip]
macro_rules! told {
    ($scope:literal $held:literal $anywhere:literal) => {
        concat!("
           (c.unit IN (SELECT unit FROM unit_above WHERE above = $", $scope, ")
            AND $", $held, " LIKE '%,' || c.kind || ',%'
            OR $", $anywhere, " LIKE '%,' || c.kind || ',%'
            AND EXISTS (SELECT 1 FROM marks m JOIN unit_above a ON a.unit = m.unit
                         WHERE m.code = c.code AND a.above = $", $scope, "))")
    };
}

/// A matter in a list.
#[expect(clippy::struct_excessive_bools, reason = "each mark stands for itself")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterRow {
    /// Its name.
    pub id: MatterId,
    /// How many cases it has.
    pub cases: u64,
    /// How many units hold or have held one of them.
    pub units: u64,
    /// How many people bring it, at least.
    pub persons: u64,
    /// Whether one of them was brought above the competent level.
    pub escalated: bool,
    /// Whether a limit ran out before what stops it was done.
    pub overran: bool,
    /// Whether an officer judged that it is pursued after a final answer.
    pub pursued: bool,
    /// Whether all of it is demonstration.
    pub demonstration: bool,
    /// The day on which an open case runs out first.
    pub due_on: Option<Date>,
    /// The day its first case was registered.
    pub began_on: Date,
    /// The day of the last thing that happened to it.
    pub changed_on: Date,
    /// The newest case that may be seen.
    pub newest: Option<CaseRow>,
}

impl MatterRow {
    /// What `cases` say of the matter `id` as a whole, which `units` units hold or have held; nothing
    /// when there are none.
    #[must_use]
    pub fn of(id: MatterId, cases: &[&CaseRow], units: u64) -> Option<Self> {
        let any = |is: fn(&CaseRow) -> bool| cases.iter().any(|case| is(case));
        let spoken: Vec<Spoken> = cases.iter().map(|case| Spoken::of(&case.petition)).collect();
        Some(Self {
            id,
            cases: u64::try_from(cases.len()).unwrap_or(u64::MAX),
            units,
            persons: at_least(&spoken).into(),
            escalated: any(|case| case.escalated),
            overran: any(|case| case.overran.is_some()),
            pursued: any(|case| case.pursued),
            demonstration: cases.iter().all(|case| case.origin.is_demonstration()),
            due_on: cases.iter().filter_map(|case| case.due()).map(|running| running.due.on).min(),
            began_on: cases.iter().map(|case| case.registered_on).min()?,
            changed_on: cases.iter().map(|case| case.changed_on).max()?,
            newest: None,
        })
    }

    /// Whether the authority prolonged it, seen from `today`.
    #[must_use]
    pub fn is_prolonged(&self, today: Date) -> bool {
        self.overran || self.due_on.is_some_and(|due| due < today)
    }
}

/// How many matters are counted: of more it is only said that there are more.
const COUNTED: i64 = 1_000;

/// What is shown of a matter in a list.
#[rustfmt::skip]
macro_rules! shown {
    () => {
        "
    SELECT t.matter, t.cases, t.units, t.persons, t.escalated, t.overran, t.pursued, t.made_up,
           t.due_on, t.began_on, t.changed_on"
    };
}

/// The matters that a filter wants, found by the units that hold or have held their cases.
#[rustfmt::skip]
macro_rules! of_units {
    () => {
        "
      FROM matters t
     WHERE t.matter IN (SELECT u.matter FROM unit_above a JOIN matter_units u ON u.unit = a.unit
                         WHERE a.above = $1)"
    };
}

/// What a filter wants of a matter of its units.
#[rustfmt::skip]
macro_rules! wanted {
    () => {
        concat!("
       AND t.escalated >= $2 AND t.pursued >= $3 AND t.persons >= $4 AND t.units >= $5
       AND ($6 = '' OR t.overran = 1 OR t.due_on < $6)
       AND t.began_on <= $7
       AND EXISTS (SELECT 1 FROM matter_cases v JOIN cases c ON c.code = v.code
                    WHERE v.matter = t.matter AND ", told!(1 8 9), ")")
    };
}

const COUNT: &str =
    concat!("\n    SELECT COUNT(*) FROM (SELECT 1", of_units!(), wanted!(), " LIMIT $10) counted");

const FEW: &str = concat!(
    shown!(),
    of_units!(),
    wanted!(),
    "
     ORDER BY t.changed_on DESC, t.matter DESC
     LIMIT $10 OFFSET $11"
);

// Of many the page is found in an index that has the order of the list; only its own rows are then read whole.
const MANY: &str = concat!(
    shown!(),
    "
      FROM matters t
     WHERE t.matter IN (
        SELECT t.matter
          FROM matters t
         WHERE EXISTS (SELECT 1 FROM matter_units u JOIN unit_above a ON a.unit = u.unit
                        WHERE u.matter = t.matter AND a.above = $1)",
    wanted!(),
    "
         ORDER BY t.changed_on DESC, t.matter DESC
         LIMIT $10 OFFSET $11)
     ORDER BY t.changed_on DESC, t.matter DESC"
);

/// The matters that `filter` wants, those that moved last first.
///
/// # Errors
/// [`StoreError`].
pub fn list(
    r: &Reader<'_>,
    filter: &MatterFilter,
    page: Page,
) -> Result<Paged<MatterRow>, StoreError> {
    let with = |more: &[Value<'static>]| [&conditions(filter)[..], more].concat();
    let counted = r.row(COUNT, &with(values![COUNTED + 1]), |row| row.int(0))?.unwrap_or(0);
    let many = counted > COUNTED;
    let rows = if many { MANY } else { FEW };
    let mut found = Paged::of_counted(page, counted.min(COUNTED), many, |limit, offset| {
        r.rows(rows, &with(values![limit, offset]), read)
    })?;
    for matter in &mut found.rows {
        matter.newest = newest(r, matter.id, filter)?;
    }
    Ok(found)
}

/// The values of the conditions of all lists.
fn conditions(filter: &MatterFilter) -> [Value<'_>; 9] {
    let MatterFilter { scope, until, marks, several_units, told } = filter;
    let units: i64 = if *several_units { 2 } else { 0 };
    [
        scope.as_str().into(),
        marks.escalated.into(),
        marks.pursued.into(),
        marks.least_persons().into(),
        units.into(),
        marks.prolonged.map(|today| today.to_string()).unwrap_or_default().into(),
        (*until).into(),
        listed(&told.held).into(),
        listed(&told.anywhere).into(),
    ]
}

fn read(row: &Row<'_>) -> Result<MatterRow, StoreError> {
    Ok(MatterRow {
        id: MatterId(row.count(0)?),
        cases: row.count(1)?,
        units: row.count(2)?,
        persons: row.count(3)?,
        escalated: row.truth(4)?,
        overran: row.truth(5)?,
        pursued: row.truth(6)?,
        demonstration: row.truth(7)?,
        due_on: row.day(8)?,
        began_on: row.parsed(9)?,
        changed_on: row.parsed(10)?,
        newest: None,
    })
}

const NEXT: &str = concat!(
    shown!(),
    of_units!(),
    wanted!(),
    "
       AND t.matter < $10
     ORDER BY t.matter DESC LIMIT $11"
);

/// The next `most` of the matters that `filter` wants, the last begun first: those that began before
/// the entry `before`.
///
/// # Errors
/// [`StoreError`].
pub fn begun_before(
    r: &Reader<'_>,
    filter: &MatterFilter,
    before: u64,
    most: u64,
) -> Result<Vec<MatterRow>, StoreError> {
    let values = [&conditions(filter)[..], values![before, most]].concat();
    let mut rows: Vec<MatterRow> = r.rows(NEXT, &values, read)?;
    for matter in &mut rows {
        matter.newest = newest(r, matter.id, filter)?;
    }
    Ok(rows)
}

const ROW: &str = concat!(shown!(), "\n      FROM matters t WHERE t.matter = $1");

/// What is known of a matter as a whole.
pub(super) fn row_of(r: &Reader<'_>, matter: MatterId) -> Result<Option<MatterRow>, StoreError> {
    r.row(ROW, values![matter.0], read)
}

const NEWEST: &str = concat!(
    "
    SELECT c.code
      FROM matter_cases t JOIN cases c ON c.code = t.code
     WHERE t.matter = $1 AND ",
    told!(2 3 4),
    "
     ORDER BY c.registered_on DESC, c.began DESC
     LIMIT 1"
);

fn newest(
    r: &Reader<'_>,
    matter: MatterId,
    filter: &MatterFilter,
) -> Result<Option<CaseRow>, StoreError> {
    let Told { held, anywhere } = &filter.told;
    let values = values![matter.0, filter.scope.as_str(), listed(held), listed(anywhere)];
    let code = r.row(NEWEST, values, |row| row.text(0))?;
    code.map_or(Ok(None), |code| crate::case::find(r, &CaseCode::new(code)))
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[COUNT, FEW, MANY, NEXT, ROW, NEWEST];

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Tx;
    use crate::db::{Connection, Remembered};

    #[test]
    fn a_page_is_the_same_whether_few_fit_or_many() {
        let scratch = Connection::scratch().unwrap();
        let (remembered, mut no_salts) = (Remembered::default(), || [0; 32]);
        let mut tx = Tx::on(&scratch, &remembered, &mut no_salts);
        tx.run(
            "INSERT INTO unit_above (above, unit, depth, since, until) VALUES ('city', 'ward', 1, '', '')",
            &[],
        )
        .unwrap();
        for matter in 1_i64..=9 {
            let (code, day) =
                (format!("KN-{matter}"), date(2016, 6, 1 + i8::try_from(matter % 4).unwrap()));
            let unit = if matter == 5 { "elsewhere" } else { "ward" };
            tx.run(
                "INSERT INTO cases (code, seq, unit, phase, due_on, kind, topic, step, registered_on, answered,
                                    escalated, overran, pursued, persons, began, detail)
                 VALUES ($1, $2, $3, 'open', '9999-12-31', 'request', '', '', $4, 0, 0, 0, 0, 1, $2, '')",
                values![code.as_str(), matter, unit, day],
            )
            .unwrap();
            tx.run(
                "INSERT INTO matter_cases (code, matter) VALUES ($1, $2)",
                values![code.as_str(), matter],
            )
            .unwrap();
            tx.run(
                "INSERT INTO matter_units (unit, matter) VALUES ($1, $2)",
                values![unit, matter],
            )
            .unwrap();
            tx.run(
                "INSERT INTO matters (matter, cases, units, persons, escalated, overran, pursued, made_up, due_on,
                                      began_on, changed_on)
                 VALUES ($1, 1, 1, 1, 0, 0, 0, 0, '9999-12-31', $2, $2)",
                values![matter, day],
            )
            .unwrap();
        }
        let filter = MatterFilter {
            scope: UnitId::new("city"),
            until: date(2016, 6, 30),
            marks: Marked::NONE,
            several_units: false,
            told: Told { held: vec![KindId::new("request")], ..Told::default() },
        };
        let page = |rows: &'static str, offset: i64| -> Vec<u64> {
            let values = [&conditions(&filter)[..], values![3_i64, offset]].concat();
            let found = tx.rows(rows, &values, read).unwrap();
            found.into_iter().map(|matter| matter.id.0).collect()
        };
        for (offset, expected) in [(0, vec![7, 3, 6]), (3, vec![2, 9, 1]), (6, vec![8, 4])] {
            assert_eq!(page(FEW, offset), expected);
            assert_eq!(page(MANY, offset), expected);
        }
    }
}
