//! The rows that registrations left in the database, inserted again into empty tables by nothing but the driver: what
//! the same machine does at most.

mod postgres;
mod sqlite;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::time::Duration;

pub(crate) use self::postgres::Server;
pub(crate) use self::sqlite::File;

use crate::program::Fault;

/// Tables whose rows are summed up: each registration changes them as often as the second table got a row.
const SUMMED: [(&str, &str); 3] =
    [("tallies", "marks"), ("monthly_tallies", "marks"), ("counters", "case_keys")];

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

/// A table and its rows; of a summed one, with the columns of its key.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) key: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// All rows of a database.
pub(crate) type Tables = BTreeMap<String, Table>;

/// A database that the same rows can be inserted into.
pub(crate) trait Bare {
    /// All that it holds.
    fn tables(&self) -> Result<Tables, Fault>;

    /// Inserts `rows` into empty tables of the same form, a group of so many registrations in a transaction; answers
    /// how long it took.
    fn insert(&self, rows: &New, group: usize, folder: &Path) -> Result<Duration, Fault>;
}

/// What so many registrations wrote: of each table a statement, and the rows of each registration.
pub(crate) struct New {
    pub(crate) registrations: usize,
    pub(crate) tables: Vec<NewRows>,
}

/// What registrations wrote into one table.
pub(crate) struct NewRows {
    pub(crate) insert: String,
    rows: Vec<Vec<Cell>>,
    /// How many rows all registrations wrote; a summed table has fewer, which are written again and again.
    written: usize,
}

impl New {
    /// What `after` holds and `before` did not.
    pub(crate) fn between(before: &Tables, after: Tables, registrations: usize) -> Self {
        let mut added = BTreeMap::new();
        for (name, table) in after {
            let known: HashSet<&Vec<Cell>> =
                before.get(&name).into_iter().flat_map(|table| &table.rows).collect();
            let rows = table.rows.iter().filter(|row| !known.contains(row)).cloned().collect();
            added.insert(name, Table { rows, ..table });
        }
        let many = |table: &str| added.get(table).map_or(0, |table| table.rows.len());
        let tables = added
            .values()
            .filter(|table| !table.rows.is_empty())
            .map(|table| NewRows {
                insert: insert(table),
                rows: table.rows.clone(),
                written: of_summed(&table.name).map_or(table.rows.len(), many),
            })
            .collect();
        Self { registrations, tables }
    }

    /// How many rows a registration writes.
    pub(crate) fn rows_of_each(&self) -> usize {
        self.tables.iter().map(|table| table.written).sum::<usize>() / self.registrations.max(1)
    }
}

impl NewRows {
    /// What the registration at `place` of `all` wrote.
    pub(crate) fn of(&self, place: usize, all: usize) -> impl Iterator<Item = &Vec<Cell>> {
        let begin = self.written * place / all;
        let end = self.written * (place + 1) / all;
        (begin..end).filter_map(|row| self.rows.get(row % self.rows.len().max(1)))
    }
}

fn of_summed(table: &str) -> Option<&'static str> {
    SUMMED.iter().find(|(summed, _)| *summed == table).map(|(_, by)| *by)
}

fn insert(table: &Table) -> String {
    let Table { name, columns, key, .. } = table;
    let places: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
    let (list, places) = (columns.join(", "), places.join(", "));
    let sql = format!("INSERT INTO {name} ({list}) VALUES ({places})");
    if of_summed(name).is_none() {
        return sql;
    }
    let added = columns.iter().filter(|column| !key.contains(column));
    let added: Vec<String> =
        added.map(|column| format!("{column} = {name}.{column} + excluded.{column}")).collect();
    format!("{sql} ON CONFLICT ({}) DO UPDATE SET {}", key.join(", "), added.join(", "))
}
