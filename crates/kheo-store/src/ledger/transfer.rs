//! Moving an installation: everything that cannot be made anew, row by row.

use std::path::Path;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value as Json};

use crate::ledger::check::{self, Damage};
use crate::sql::{Row, Value};
use crate::{Database, Db, Reader, Salts, StoreError, Tx, log};

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
enum Form {
    Int,
    Text,
    Hash,
}
use Form::{Hash, Int, Text};

/// A table whose rows are moved; all others are made of the ledger.
#[derive(Debug)]
struct Kept {
    name: &'static str,
    columns: &'static [(&'static str, Form)],
    read: &'static str,
    write: &'static str,
}

const READ_ENTRIES: &str = "
    SELECT seq, recorded_at, effective_on, actor, unit, subject, kind, version, payload, private,
           salt, private_salt, private_commitment, commitment
      FROM entries ORDER BY seq";
const WRITE_ENTRY: &str = "
    INSERT INTO entries (seq, recorded_at, effective_on, actor, unit, subject, kind, version,
                         payload, private, salt, private_salt, private_commitment, commitment)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

const READ_CHECKPOINTS: &str = "SELECT size, made_at, note FROM checkpoints ORDER BY size";
const WRITE_CHECKPOINT: &str = "INSERT INTO checkpoints (size, made_at, note) VALUES ($1, $2, $3)";

const READ_COSIGNATURES: &str = "
    SELECT size, witness, cosigned_at, taken_at, line FROM cosignatures ORDER BY size, witness";
const WRITE_COSIGNATURE: &str = "
    INSERT INTO cosignatures (size, witness, cosigned_at, taken_at, line)
    VALUES ($1, $2, $3, $4, $5)";

const READ_ACCOUNTS: &str = "SELECT login, password_hash, post FROM accounts ORDER BY login";
const WRITE_ACCOUNT: &str = "INSERT INTO accounts (login, password_hash, post) VALUES ($1, $2, $3)";

const READ_REQUESTS: &str = "SELECT request, content, code, due_on FROM requests ORDER BY request";
const WRITE_REQUEST: &str = "
    INSERT INTO requests (request, content, code, due_on) VALUES ($1, $2, $3, $4)";

const READ_ERASURES: &str = "SELECT what FROM erasures ORDER BY what";
const WRITE_ERASURE: &str = "INSERT INTO erasures (what) VALUES ($1)";

const READ_KEYS: &str = "SELECT recipient, locked FROM sealing_keys ORDER BY recipient";
const WRITE_KEY: &str = "INSERT INTO sealing_keys (recipient, locked) VALUES ($1, $2)";

const KEPT: [Kept; 7] = [
    Kept {
        name: "entries",
        columns: &[
            ("seq", Int),
            ("recorded_at", Text),
            ("effective_on", Text),
            ("actor", Text),
            ("unit", Text),
            ("subject", Text),
            ("kind", Text),
            ("version", Int),
            ("payload", Text),
            ("private", Text),
            ("salt", Hash),
            ("private_salt", Hash),
            ("private_commitment", Hash),
            ("commitment", Hash),
        ],
        read: READ_ENTRIES,
        write: WRITE_ENTRY,
    },
    Kept {
        name: "checkpoints",
        columns: &[("size", Int), ("made_at", Text), ("note", Text)],
        read: READ_CHECKPOINTS,
        write: WRITE_CHECKPOINT,
    },
    Kept {
        name: "cosignatures",
        columns: &[
            ("size", Int),
            ("witness", Text),
            ("cosigned_at", Int),
            ("taken_at", Text),
            ("line", Text),
        ],
        read: READ_COSIGNATURES,
        write: WRITE_COSIGNATURE,
    },
    Kept {
        name: "accounts",
        columns: &[("login", Text), ("password_hash", Text), ("post", Text)],
        read: READ_ACCOUNTS,
        write: WRITE_ACCOUNT,
    },
    Kept {
        name: "requests",
        columns: &[("request", Text), ("content", Text), ("code", Text), ("due_on", Text)],
        read: READ_REQUESTS,
        write: WRITE_REQUEST,
    },
    Kept {
        name: "sealing_keys",
        columns: &[("recipient", Text), ("locked", Text)],
        read: READ_KEYS,
        write: WRITE_KEY,
    },
    Kept {
        name: "erasures",
        columns: &[("what", Text)],
        read: READ_ERASURES,
        write: WRITE_ERASURE,
    },
];

/// A value that is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    Null,
    Int(i64),
    Text(String),
    Hash([u8; 32]),
}

impl Cell {
    fn of(row: &Row<'_>, column: usize, form: Form) -> Result<Self, StoreError> {
        if row.is_null(column)? {
            return Ok(Self::Null);
        }
        Ok(match form {
            Int => Self::Int(row.int(column)?),
            Text => Self::Text(row.text(column)?),
            Hash => Self::Hash(row.hash(column)?),
        })
    }

    fn read(json: &Json, form: Form) -> Option<Self> {
        match (form, json) {
            (_, Json::Null) => Some(Self::Null),
            (Int, Json::Number(n)) => n.as_i64().map(Self::Int),
            (Text, Json::String(text)) => Some(Self::Text(text.clone())),
            (Hash, Json::String(digits)) => kheo_ledger::from_hexadecimal(digits).map(Self::Hash),
            _ => None,
        }
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(n) => Value::from(*n),
            Self::Text(text) => Value::from(text.as_str()),
            Self::Hash(bytes) => Value::from(bytes.as_slice()),
        }
    }
}

/// A row that is moved. As JSON it is an object: `table` names the table, then every column by its name,
/// 32 bytes in
/// hexadecimal.
#[derive(Debug)]
pub struct Record {
    table: &'static Kept,
    cells: Vec<Cell>,
}

impl Record {
    /// The record that `json` tells of; nothing when it is none, or one that this program does not know.
    #[must_use]
    pub fn read(json: &Map<String, Json>) -> Option<Self> {
        let name = json.get("table")?.as_str()?;
        let table = KEPT.iter().find(|table| table.name == name)?;
        let cells =
            table.columns.iter().map(|(column, form)| Cell::read(json.get(*column)?, *form));
        let cells: Vec<Cell> = cells.collect::<Option<_>>()?;
        (json.len() == cells.len() + 1).then_some(Self { table, cells })
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.cells.len() + 1))?;
        map.serialize_entry("table", self.table.name)?;
        for ((column, _), cell) in self.table.columns.iter().zip(&self.cells) {
            match cell {
                Cell::Null => map.serialize_entry(column, &())?,
                Cell::Int(n) => map.serialize_entry(column, n)?,
                Cell::Text(text) => map.serialize_entry(column, text)?,
                Cell::Hash(bytes) => {
                    map.serialize_entry(column, &kheo_ledger::hexadecimal(bytes))?;
                }
            }
        }
        map.end()
    }
}

/// Gives every record of the installation.
///
/// # Errors
/// Those of `take`, and [`StoreError`].
pub fn records(
    r: &Reader<'_>,
    mut take: impl FnMut(Record) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    KEPT.iter().try_for_each(|table| {
        r.each(table.read, &[], |row| {
            let columns = table.columns.iter().enumerate();
            let cells = columns.map(|(at, (_, form))| Cell::of(row, at, *form));
            take(Record { table, cells: cells.collect::<Result<_, _>>()? })
        })
    })
}

/// Puts a record into an installation that has no entry of its own.
///
/// # Errors
/// [`StoreError`].
pub fn put(tx: &mut Tx<'_>, record: &Record) -> Result<(), StoreError> {
    let values: Vec<Value<'_>> = record.cells.iter().map(Cell::value).collect();
    tx.run(record.table.write, &values).map(|_| ())
}

/// Makes everything that follows from the records that were put: the read tables, and the tiles of the log.
///
/// # Errors
/// [`Damage`] when an entry is missing or not what it was.
pub fn finish(tx: &mut Tx<'_>) -> Result<(), Damage> {
    check::replay(tx)?;
    Ok(log::make_tiles(tx)?)
}

/// Copies the installation in `from` into `to`, which has no entry yet.
///
/// # Errors
/// [`Damage`]; nothing is written then.
pub fn copy(from: &Db, to: &Db) -> Result<(), Damage> {
    let from = from.clone();
    to.write_now(move |tx| {
        from.read_now(|r| records(r, |record| put(tx, &record)))?;
        finish(tx)
    })
}

/// Writes the installation as it stands at one moment into a new `file`, while others go on.
///
/// # Errors
/// [`Damage`]; what was begun is left there.
pub fn snapshot(db: &Db, file: &Path, salts: Salts) -> Result<(), Damage> {
    if db.copy_file(file)? { Ok(()) } else { copy(db, &Db::open(&Database::file(file), salts)?) }
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[
    READ_ENTRIES,
    WRITE_ENTRY,
    READ_CHECKPOINTS,
    WRITE_CHECKPOINT,
    READ_COSIGNATURES,
    WRITE_COSIGNATURE,
    READ_ACCOUNTS,
    WRITE_ACCOUNT,
    READ_REQUESTS,
    WRITE_REQUEST,
    READ_ERASURES,
    WRITE_ERASURE,
    READ_KEYS,
    WRITE_KEY,
];
