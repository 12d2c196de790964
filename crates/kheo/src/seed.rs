//! `kheo bench seed`: as many cases as a province has, in a demonstration, to measure with.

use std::collections::BTreeSet;

use include_dir::Dir;
use kheo_words::Tongue;

use crate::cause::Cause;
use crate::command_line::{RuleFiles, Seed};
use crate::demo::CITY;
use crate::failure::Failure;
use crate::folder::Held;
use crate::import::{Parcel, Rows, Source};
use crate::terminal::{Progress, println};
use crate::{packs, serve};

const CASES: &str = "cases.csv";
const ACTS: &str = "acts.csv";
/// How many cases are brought in in one transaction.
const BATCH: usize = 5_000;

/// Runs `kheo bench seed`: the recommendations of the demonstration city and what was done with them, again
/// and again under codes of their own.
pub(crate) fn run(wanted: &Seed, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, _) = packs::load(&RuleFiles { packs: None, calendar: None })?;
    let held = Held::take(&wanted.at)?;
    let installation = held.open()?;
    if !installation.demonstration {
        let path = wanted.at.data.display();
        return Err(Failure::new("not-a-demonstration").with("path", path));
    }
    let now = serve::clock(&installation)?.now();
    let (cases, acts) = (Table::of(&CITY, CASES)?, Table::of(&CITY, ACTS)?);
    let mut progress = Progress::begin();
    let mut done = 0;
    while done < wanted.cases {
        let most = BATCH.min(wanted.cases - done);
        let rows =
            (done..done + most).map(|place| (place % cases.rows.len(), place / cases.rows.len()));
        let mut source = Source::embedded_proofs(&CITY);
        let (of_cases, of_acts) = batch(&cases, &acts, rows)?;
        source.put(CASES, of_cases);
        source.put(ACTS, of_acts);
        let parcel = Parcel::of(Rows::read(&source).readable()?, &source, &installation.files)?;
        let rules = packs.rules.clone();
        installation.db.write_now(move |tx| parcel.bring_in(tx, &rules, now, None))?;
        done += most;
        let variables = [("done", &*done.to_string()), ("all", &wanted.cases.to_string())];
        progress.show(|| tongue.say_with("seeding", &variables));
    }
    progress.end();
    println(&tongue.say_with("seeded", &[("cases", &done.to_string())]));
    Ok(())
}

/// The rows of a table of the city.
struct Table {
    head: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    fn of(city: &Dir<'_>, name: &'static str) -> Result<Self, Failure> {
        let text = city.get_file(name).map(include_dir::File::contents).unwrap_or_default();
        let mut reader = csv::Reader::from_reader(text);
        let head = reader.headers().map_err(|why| unreadable(name, &why))?.clone();
        let rows = reader.records().collect::<Result<_, _>>();
        Ok(Self { head, rows: rows.map_err(|why| unreadable(name, &why))? })
    }

    fn code(row: &csv::StringRecord) -> &str {
        row.get(0).unwrap_or_default()
    }
}

/// The cases at `rows`, each in the copy that stands beside it, and their acts.
fn batch(
    cases: &Table,
    acts: &Table,
    rows: impl Iterator<Item = (usize, usize)>,
) -> Result<(Vec<u8>, Vec<u8>), Failure> {
    let mut by_copy: Vec<(usize, BTreeSet<&str>)> = Vec::new();
    let mut written = csv::Writer::from_writer(Vec::new());
    let mut acted = csv::Writer::from_writer(Vec::new());
    write(&mut written, &cases.head, 0)?;
    write(&mut acted, &acts.head, 0)?;
    for (place, copy) in rows {
        let Some(row) = cases.rows.get(place) else { continue };
        write(&mut written, row, copy + 1)?;
        match by_copy.last_mut() {
            Some((last, codes)) if *last == copy => {
                codes.insert(Table::code(row));
            }
            _ => by_copy.push((copy, BTreeSet::from([Table::code(row)]))),
        }
    }
    for (copy, codes) in &by_copy {
        for row in acts.rows.iter().filter(|row| codes.contains(Table::code(row))) {
            write(&mut acted, row, copy + 1)?;
        }
    }
    let whole = |writer: csv::Writer<Vec<u8>>, name| {
        writer.into_inner().map_err(|why| unreadable(name, &why))
    };
    Ok((whole(written, CASES)?, whole(acted, ACTS)?))
}

/// Writes a row with the codes of its copy: `KN-2015-0001-WXHY` is `KN-2015-70001-WXHY` in the seventh.
fn write(
    to: &mut csv::Writer<Vec<u8>>,
    row: &csv::StringRecord,
    copy: usize,
) -> Result<(), Failure> {
    let fields = row.iter().map(|field| match field.split('-').collect::<Vec<_>>().as_slice() {
        [prefix, year, number, key] if copy > 0 && is_number(year) && is_number(number) => {
            format!("{prefix}-{year}-{copy}{number}-{key}")
        }
        _ => field.to_owned(),
    });
    to.write_record(fields).map_err(|why| unreadable(CASES, &why))
}

fn is_number(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn unreadable(name: &str, why: &impl ToString) -> Failure {
    Failure::new("unreadable").with("path", name).caused_by(Cause::technical(why))
}
