//! Bare inserts into a file.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, params_from_iter};

use crate::bare::{Bare, Cell, New, Table, Tables};
use crate::program::{Fault, stopwatch};

/// The database of an installation, which nobody writes to now.
pub(crate) struct File(pub(crate) PathBuf);

const FORM: &str = "
    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
     ORDER BY type DESC";
const TABLES: &str = "
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
const COLUMNS: &str = "SELECT name, pk FROM pragma_table_info(?1) ORDER BY cid";

impl File {
    fn open(&self) -> Result<Connection, Fault> {
        Ok(Connection::open_with_flags(&self.0, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
    }
}

impl Bare for File {
    fn tables(&self) -> Result<Tables, Fault> {
        let connection = self.open()?;
        let names = texts(&connection, TABLES)?;
        names.into_iter().map(|name| Ok((name.clone(), table(&connection, name)?))).collect()
    }

    fn insert(&self, rows: &New, group: usize, folder: &Path) -> Result<Duration, Fault> {
        let bare = Connection::open(folder.join("bare.db"))?;
        bare.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")?;
        for form in texts(&self.open()?, FORM)? {
            bare.execute_batch(&form)?;
        }
        bare.set_prepared_statement_cache_capacity(rows.tables.len());
        let elapsed = stopwatch();
        for begin in (0..rows.registrations).step_by(group) {
            bare.execute_batch("BEGIN IMMEDIATE")?;
            for place in begin..rows.registrations.min(begin + group) {
                for table in &rows.tables {
                    let mut statement = bare.prepare_cached(&table.insert)?;
                    for row in table.of(place, rows.registrations) {
                        statement.execute(params_from_iter(row))?;
                    }
                }
            }
            bare.execute_batch("COMMIT")?;
        }
        Ok(elapsed())
    }
}

fn texts(connection: &Connection, sql: &str) -> Result<Vec<String>, Fault> {
    let mut statement = connection.prepare(sql)?;
    let texts = statement.query_map([], |row| row.get(0))?;
    Ok(texts.collect::<Result<_, _>>()?)
}

fn table(connection: &Connection, name: String) -> Result<Table, Fault> {
    let mut statement = connection.prepare(COLUMNS)?;
    let columns = statement.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let columns = columns.collect::<Result<Vec<(String, i64)>, _>>()?;
    let key = columns.iter().filter(|(_, place)| *place > 0).map(|(name, _)| name.clone());
    let key = key.collect();
    let mut statement = connection.prepare(&format!("SELECT * FROM {name}"))?;
    let read = statement.query_map([], |row| {
        (0..columns.len()).map(|column| Ok(Cell::from(row.get_ref(column)?))).collect()
    })?;
    let rows = read.collect::<Result<_, _>>()?;
    Ok(Table { name, columns: columns.into_iter().map(|(name, _)| name).collect(), key, rows })
}

impl From<ValueRef<'_>> for Cell {
    fn from(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null | ValueRef::Real(_) => Self::Null,
            ValueRef::Integer(n) => Self::Int(n),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Self::Blob(bytes.to_owned()),
        }
    }
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::Borrowed(ValueRef::Null)),
            Self::Int(n) => Ok(ToSqlOutput::from(*n)),
            Self::Text(text) => text.to_sql(),
            Self::Blob(bytes) => bytes.to_sql(),
        }
    }
}
