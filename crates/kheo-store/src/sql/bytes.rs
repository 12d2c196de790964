//! A row as bytes: rows that differ in anything are never the same bytes.

use postgres::types::Type;
use rusqlite::types::ValueRef;

use crate::StoreError;
use crate::sql::{Row, Value};

/// Adds the bytes of a value that is about to be written.
pub(crate) fn add_value(value: &Value<'_>, to: &mut Vec<u8>) {
    match value {
        Value::Null => add(to, b'n', &[]),
        Value::Int(n) => add(to, b'i', &n.to_le_bytes()),
        Value::Text(text) => add(to, b't', text.as_bytes()),
        Value::Blob(bytes) => add(to, b'b', bytes),
    }
}

/// Adds the bytes of a row of an answer: those of the values that it was written with.
pub(crate) fn add_row(row: &Row<'_>, to: &mut Vec<u8>) -> Result<(), StoreError> {
    for column in 0..row.columns() {
        match row {
            Row::Sqlite(row) => match row.get_ref(column)? {
                ValueRef::Null => add(to, b'n', &[]),
                ValueRef::Integer(n) => add(to, b'i', &n.to_le_bytes()),
                ValueRef::Real(x) => add(to, b'r', &x.to_le_bytes()),
                ValueRef::Text(text) => add(to, b't', text),
                ValueRef::Blob(bytes) => add(to, b'b', bytes),
            },
            _ if row.is_null(column)? => add(to, b'n', &[]),
            Row::Postgres(answer) => {
                match answer.columns().get(column).map(postgres::Column::type_) {
                    Some(&Type::BYTEA) => add(to, b'b', &row.bytes(column)?),
                    Some(&Type::TEXT) => add(to, b't', row.text(column)?.as_bytes()),
                    _ => add(to, b'i', &row.int(column)?.to_le_bytes()),
                }
            }
        }
    }
    Ok(())
}

/// Adds a value after what sort it is of and how long it is.
fn add(to: &mut Vec<u8>, sort: u8, bytes: &[u8]) {
    match u8::try_from(bytes.len()) {
        Ok(length) if length < u8::MAX => to.extend_from_slice(&[sort, length]),
        _ => {
            to.extend_from_slice(&[sort, u8::MAX]);
            to.extend_from_slice(&bytes.len().to_le_bytes());
        }
    }
    to.extend_from_slice(bytes);
}
