//! Tallies and the marks they are summed from.

use std::collections::BTreeMap;
use std::mem;

use jiff::civil::Date;
use kheo_calendar::day_in_vietnam;
use kheo_core::case::{Mark, Metric};
use kheo_core::id::{CaseCode, KindId, UnitId};
use kheo_core::period::{Period, PeriodLength};
use kheo_core::review::{Overdue, Tally};

use crate::case::project::Happened;
use crate::db::Whole;
use crate::sql::{Row, Value, unreadable, values};
use crate::{Reader, StoreError, Tx};

const MARK: &str = "
    INSERT INTO marks (unit, metric, effective_on, kind, seq, place, code, recorded_on, marked,
                       demonstration)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// The units that have held a case are found by its marks.
const MARKS: Whole = Whole { table: "marks", put: MARK, asked: &[0, 6] };

const TALLY: &str = "
    INSERT INTO tallies (unit, stock, effective_on, metric, kind, recorded_on, counted,
                         demonstration)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (unit, stock, effective_on, metric, kind, recorded_on) DO UPDATE
       SET counted = tallies.counted + excluded.counted,
           demonstration = tallies.demonstration + excluded.demonstration";

const TALLY_MONTH: &str = "
    INSERT INTO monthly_tallies (unit, stock, month, metric, kind, counted, demonstration)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (unit, stock, month, metric, kind) DO UPDATE
       SET counted = monthly_tallies.counted + excluded.counted,
           demonstration = monthly_tallies.demonstration + excluded.demonstration";

/// What is summed in one tally of a day.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Summed {
    unit: UnitId,
    metric: Metric,
    kind: KindId,
    on: Date,
    recorded_on: Date,
}

/// How much is added to a tally, and how much of that is demonstration.
#[derive(Clone, Copy, Default)]
struct Added {
    counted: i64,
    made_up: i64,
}

impl Added {
    const fn and(&mut self, more: Self) {
        self.counted += more.counted;
        self.made_up += more.made_up;
    }
}

/// A mark with where it comes from.
struct Marked {
    mark: Mark,
    seq: u64,
    place: u64,
    code: CaseCode,
    recorded_on: Date,
    demonstration: bool,
}

impl Marked {
    /// The order in which they are kept.
    fn key(&self) -> impl Ord + '_ {
        let Mark { unit, kind, metric, on, .. } = &self.mark;
        (unit, metric.word(), on, kind, self.seq, self.place)
    }

    fn values(&self) -> [Value<'_>; 10] {
        let Mark { unit, kind, metric, on, count } = &self.mark;
        [
            unit.as_str().into(),
            metric.word().into(),
            (*on).into(),
            kind.as_str().into(),
            self.seq.into(),
            self.place.into(),
            self.code.as_str().into(),
            self.recorded_on.into(),
            i64::from(*count).into(),
            self.demonstration.into(),
        ]
    }
}

/// Marks of the last entries, and what they add to tallies, as far as it waits to be written.
#[derive(Default)]
pub(super) struct Gathered {
    marks: Vec<Marked>,
    tallies: BTreeMap<Summed, Added>,
}

impl Gathered {
    pub(super) fn len(&self) -> usize {
        self.marks.len() + self.tallies.len()
    }

    /// Keeps the `marks` of an entry, and what they add.
    pub(super) fn keep(&mut self, happened: &Happened<'_>, marks: Vec<Mark>) {
        let recorded_on = day_in_vietnam(happened.entry.recorded_at);
        let demonstration = happened.demonstration;
        for (place, mark) in (0_u64..).zip(marks) {
            let counted = i64::from(mark.count);
            let made_up = if demonstration { counted } else { 0 };
            let (unit, kind) = (mark.unit.clone(), mark.kind.clone());
            let summed = Summed { unit, metric: mark.metric, kind, on: mark.on, recorded_on };
            self.tallies.entry(summed).or_default().and(Added { counted, made_up });
            let (seq, code) = (happened.entry.seq, happened.code.clone());
            self.marks.push(Marked { mark, seq, place, code, recorded_on, demonstration });
        }
    }

    /// Writes what waits.
    pub(super) fn write(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.write_marks(tx)?;
        let tallies = mem::take(&mut self.tallies);
        let mut months: BTreeMap<(&UnitId, Metric, &KindId, Date), Added> = BTreeMap::new();
        for (Summed { unit, metric, kind, on, .. }, added) in &tallies {
            let month = (unit, *metric, kind, on.first_of_month());
            months.entry(month).or_default().and(*added);
        }
        let days = tallies.iter().map(|(summed, added)| {
            let Summed { unit, metric, kind, on, recorded_on } = summed;
            [
                unit.as_str().into(),
                metric.is_stock().into(),
                (*on).into(),
                metric.word().into(),
                kind.as_str().into(),
                (*recorded_on).into(),
                added.counted.into(),
                added.made_up.into(),
            ]
        });
        tx.run_each(TALLY, days)?;
        let months = months.into_iter().map(|((unit, metric, kind, on), added)| {
            [
                unit.as_str().into(),
                metric.is_stock().into(),
                month(on).into(),
                metric.word().into(),
                kind.as_str().into(),
                added.counted.into(),
                added.made_up.into(),
            ]
        });
        tx.run_each(TALLY_MONTH, months)
    }

    /// Writes the marks that wait, in the order of their table.
    pub(super) fn write_marks(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.marks.sort_unstable_by(|one, other| one.key().cmp(&other.key()));
        tx.put_each(&MARKS, self.marks.iter().map(Marked::values))?;
        self.marks.clear();
        Ok(())
    }
}

fn month(day: Date) -> String {
    Period::containing(day, PeriodLength::Month).to_string()
}

const FLOWS: &str = "
    SELECT unit, kind, metric, CAST(SUM(counted) AS BIGINT), CAST(SUM(demonstration) AS BIGINT)
      FROM monthly_tallies
     WHERE unit IN (SELECT unit FROM unit_above
                     WHERE above = $1 AND since <= $2 AND until >= $3)
       AND stock = 0 AND month BETWEEN $4 AND $5
     GROUP BY unit, kind, metric ORDER BY unit, kind, metric";

// What takes effect on a day to come is among the marks already: whole months are summed by month, and
// the month of the day only up to it.
const STOCKS: &str = "
    SELECT unit, kind, metric, CAST(SUM(counted) AS BIGINT), CAST(SUM(demonstration) AS BIGINT)
      FROM (SELECT unit, kind, metric, counted, demonstration
              FROM monthly_tallies
             WHERE unit IN (SELECT unit FROM unit_above
                             WHERE above = $1 AND since <= $2 AND until >= $3)
               AND stock = 1 AND month < $4
            UNION ALL
            SELECT unit, kind, metric, counted, demonstration
              FROM tallies
             WHERE unit IN (SELECT unit FROM unit_above
                             WHERE above = $1 AND since <= $2 AND until >= $3)
               AND stock = 1 AND effective_on BETWEEN $5 AND $6) summed
     GROUP BY unit, kind, metric ORDER BY unit, kind, metric";

/// The tallies of `unit` and of all below it that live in `period`: flows of the period, stocks as they
/// are at its end, or `today` if that is earlier.
///
/// # Errors
/// [`StoreError`].
pub fn tallies(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
    today: Date,
) -> Result<Vec<Tally>, StoreError> {
    let (unit, first, last) = (unit.as_str(), period.first(), period.last());
    let mut all = r.rows(FLOWS, values![unit, last, first, month(first), month(last)], read)?;
    let day = counted_on(period, today);
    let (before, from) = whole_months(day);
    all.append(&mut r.rows(STOCKS, values![unit, last, first, before, from, day], read)?);
    Ok(all)
}

/// The first month that is not over by the end of `day`, and the first day of it; no day when no part of
/// it is over.
fn whole_months(day: Date) -> (String, Date) {
    match day.tomorrow() {
        Ok(next) if next.day() == 1 => (month(next), Date::MAX),
        _ => (month(day), day.first_of_month()),
    }
}

fn read(row: &Row<'_>) -> Result<Tally, StoreError> {
    let word = row.text(2)?;
    let metric = Metric::from_word(&word).ok_or_else(|| unreadable(2, "it is no metric"))?;
    Ok(Tally {
        unit: UnitId::new(row.text(0)?),
        kind: KindId::new(row.text(1)?),
        metric,
        count: row.int(3)?,
        demonstration: row.int(4)?,
    })
}

// What is owed after a case was closed is not behind the figure: that counts what is not settled.
const OVERDUE: &str = "
    SELECT k.unit, COUNT(DISTINCT k.code),
           COUNT(DISTINCT CASE WHEN k.demonstration = 1 THEN k.code END)
      FROM clocks k
     WHERE k.unit IN (SELECT unit FROM unit_above
                     WHERE above = $1 AND since <= $2 AND until >= $3)
       AND k.stopped_on > $4 AND k.due_on < $4 AND k.started_on <= $4
       AND 0 < (SELECT SUM(o.marked) FROM marks o
                 WHERE o.code = k.code AND o.unit = k.unit AND o.metric = 'open'
                   AND o.effective_on <= $4)
     GROUP BY k.unit ORDER BY k.unit";

/// The day on which stocks and overdue cases of a period are counted: its last, or `today` if that is
/// earlier.
pub(crate) fn counted_on(period: Period, today: Date) -> Date {
    period.last().min(today)
}

/// The overdue cases of `unit` and of all below it that live in `period`.
pub(crate) fn overdue(
    r: &Reader<'_>,
    unit: &UnitId,
    period: Period,
    today: Date,
) -> Result<Vec<Overdue>, StoreError> {
    let day = counted_on(period, today);
    r.rows(OVERDUE, values![unit.as_str(), period.last(), period.first(), day], |row| {
        Ok(Overdue {
            unit: UnitId::new(row.text(0)?),
            count: row.int(1)?,
            demonstration: row.int(2)?,
        })
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[MARK, TALLY, TALLY_MONTH, FLOWS, STOCKS, OVERDUE];
