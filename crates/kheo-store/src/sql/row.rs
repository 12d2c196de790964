//! Rows of an answer, whichever database gave it.

use std::str::FromStr;

use jiff::civil::Date;
use postgres::RowIter;
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{FromSql, Type};
use rusqlite::types::ValueRef;
use serde::de::DeserializeOwned;

use crate::StoreError;
use crate::sql::{NEVER, NOT_OUR_FORM, misread, unreadable};

/// The rows of an answer, one after the other.
pub(crate) enum Rows<'a> {
    Sqlite(rusqlite::Rows<'a>),
    Postgres(RowIter<'a>),
}

impl Rows<'_> {
    /// The next row; nothing at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>, StoreError> {
        Ok(match self {
            Self::Sqlite(rows) => rows.next()?.map(Row::Sqlite),
            Self::Postgres(rows) => rows.next()?.map(Row::Postgres),
        })
    }
}

/// How many rows the statement changed that `rows` is the answer of, as a server tells it.
pub(crate) fn changed(rows: &mut Rows<'_>) -> Result<u64, StoreError> {
    while rows.next()?.is_some() {}
    Ok(match rows {
        Rows::Sqlite(_) => 0,
        Rows::Postgres(rows) => rows.rows_affected().unwrap_or(0),
    })
}

/// A row of an answer.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(postgres::Row),
}

impl Row<'_> {
    pub(super) fn columns(&self) -> usize {
        match self {
            Self::Sqlite(row) => row.as_ref().column_count(),
            Self::Postgres(row) => row.len(),
        }
    }

    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get::<_, Whole>(column)?.0,
        })
    }

    pub(crate) fn maybe_count(&self, column: usize) -> Result<Option<u64>, StoreError> {
        if self.is_null(column)? { Ok(None) } else { self.count(column).map(Some) }
    }

    pub(crate) fn is_null(&self, column: usize) -> Result<bool, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get_ref(column)? == ValueRef::Null,
            Self::Postgres(row) => row.try_get::<_, Option<Anything>>(column)?.is_none(),
        })
    }

    pub(crate) fn count(&self, column: usize) -> Result<u64, StoreError> {
        u64::try_from(self.int(column)?).map_err(|_| unreadable(column, "it is below nothing"))
    }

    pub(crate) fn truth(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    pub(crate) fn hash(&self, column: usize) -> Result<[u8; 32], StoreError> {
        self.maybe_hash(column)?.ok_or_else(|| unreadable(column, NOT_OUR_FORM))
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => row.try_get(column)?,
        })
    }

    pub(crate) fn maybe_hash(&self, column: usize) -> Result<Option<[u8; 32]>, StoreError> {
        Ok(match self {
            Self::Sqlite(row) => row.get(column)?,
            Self::Postgres(row) => {
                let bytes: Option<&[u8]> = row.try_get(column)?;
                let hash = bytes.map(TryInto::try_into).transpose();
                hash.map_err(|_| unreadable(column, NOT_OUR_FORM))?
            }
        })
    }

    pub(crate) fn parsed<T>(&self, column: usize) -> Result<T, StoreError>
    where
        T: FromStr,
    {
        self.text(column)?.parse().map_err(|_| unreadable(column, NOT_OUR_FORM))
    }

    /// A day; nothing for the one that stands for "not yet".
    pub(crate) fn day(&self, column: usize) -> Result<Option<Date>, StoreError> {
        match self.maybe_text(column)? {
            None => Ok(None),
            Some(text) => {
                let day: Date = text.parse().map_err(|_| unreadable(column, NOT_OUR_FORM))?;
                Ok((day != NEVER).then_some(day))
            }
        }
    }

    pub(crate) fn json<T: DeserializeOwned>(&self, column: usize) -> Result<T, StoreError> {
        serde_json::from_str(&self.text(column)?).map_err(|why| misread(column, why))
    }
}

/// Whether two rows of one statement say the same.
pub(crate) fn is_same(one: &Row<'_>, other: &Row<'_>) -> Result<bool, StoreError> {
    let (Row::Sqlite(one), Row::Sqlite(other)) = (one, other) else {
        return Ok(line(one)? == line(other)?);
    };
    let columns = one.as_ref().column_count();
    if columns != other.as_ref().column_count() {
        return Ok(false);
    }
    for column in 0..columns {
        if one.get_ref(column)? != other.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The whole row as one line of text, to be compared.
pub(crate) fn line(row: &Row<'_>) -> Result<String, StoreError> {
    let mut line = String::new();
    for column in 0..row.columns() {
        line.push_str(if column == 0 { "" } else { " | " });
        line.push_str(&told(row, column)?);
    }
    Ok(line)
}

fn told(row: &Row<'_>, column: usize) -> Result<String, StoreError> {
    const NOTHING: &str = "∅";
    Ok(match row {
        Row::Sqlite(row) => match row.get_ref(column)? {
            ValueRef::Null => NOTHING.to_owned(),
            ValueRef::Integer(n) => n.to_string(),
            ValueRef::Real(x) => x.to_string(),
            ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
            ValueRef::Blob(bytes) => kheo_ledger::hexadecimal(bytes),
        },
        _ if row.is_null(column)? => NOTHING.to_owned(),
        Row::Postgres(answer) => match answer.columns().get(column).map(postgres::Column::type_) {
            Some(&Type::BYTEA) => kheo_ledger::hexadecimal(&row.bytes(column)?),
            Some(&Type::TEXT) => format!("{:?}", row.text(column)?),
            _ => row.int(column)?.to_string(),
        },
    })
}

/// A whole number or a truth, in any of the widths that a server answers in.
struct Whole(i64);

impl<'a> FromSql<'a> for Whole {
    fn from_sql(
        form: &Type,
        raw: &'a [u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(match *form {
            Type::BOOL => bool::from_sql(form, raw)?.into(),
            Type::INT4 => i32::from_sql(form, raw)?.into(),
            _ => i64::from_sql(form, raw)?,
        }))
    }

    fn accepts(form: &Type) -> bool {
        matches!(*form, Type::BOOL | Type::INT4 | Type::INT8)
    }
}

/// A value that is there, whatever it is.
struct Anything;

impl<'a> FromSql<'a> for Anything {
    fn from_sql(_: &Type, _: &'a [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
