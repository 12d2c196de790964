//! The narrow door to the database: values in, rows out, the same for every dialect.

use std::borrow::Cow;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_core::event::Misread;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::StoreError;

/// The day that stands for "not yet" where an index needs a day.
pub(crate) const NEVER: Date = Date::MAX;

pub(crate) const NOT_OUR_FORM: &str = "it is not written as this program writes it";

/// A value given to a statement.
#[derive(Debug, Clone)]
pub(crate) enum Value<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
    Blob(&'a [u8]),
}

/// The values of a statement, in the order of their numbers.
macro_rules! values {
    ($($value:expr),* $(,)?) => { &[$($crate::sql::Value::from($value)),*] };
}
pub(crate) use values;

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<i64> for Value<'_> {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<bool> for Value<'_> {
    fn from(truth: bool) -> Self {
        Self::Int(i64::from(truth))
    }
}

impl From<u64> for Value<'_> {
    fn from(n: u64) -> Self {
        Self::Int(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Blob(bytes)
    }
}

impl From<Date> for Value<'_> {
    fn from(day: Date) -> Self {
        Self::Text(Cow::Owned(day.to_string()))
    }
}

impl From<Timestamp> for Value<'_> {
    fn from(at: Timestamp) -> Self {
        Self::Text(Cow::Owned(written(at)))
    }
}

impl<'a, T> From<Option<T>> for Value<'a>
where
    Value<'a>: From<T>,
{
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::from)
    }
}

/// A moment as it is written down, so that texts sort as moments do.
pub(crate) fn written(at: Timestamp) -> String {
    format!("{at:.3}")
}

/// A value as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|why| misread(0, why))
}

/// A word of a fixed list, as its JSON form without the quotes.
pub(crate) fn word(value: &impl Serialize) -> Result<String, StoreError> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(_) => Err(unreadable(0, "it is no word")),
        Err(why) => Err(misread(0, why)),
    }
}

/// `why` says nothing of the value, for it may tell of a person.
pub(crate) fn unreadable(column: usize, why: &str) -> StoreError {
    StoreError::Unreadable { column, why: why.to_owned() }
}

fn misread(column: usize, why: serde_json::Error) -> StoreError {
    unreadable(column, &Misread::from(why).to_string())
}

/// A row of an answer.
pub(crate) struct Row<'a>(pub(crate) &'a rusqlite::Row<'a>);

impl Row<'_> {
    pub(crate) fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(self.0.get(column)?)
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(self.0.get(column)?)
    }

    pub(crate) fn int(&self, column: usize) -> Result<i64, StoreError> {
        Ok(self.0.get(column)?)
    }

    pub(crate) fn maybe_count(&self, column: usize) -> Result<Option<u64>, StoreError> {
        if self.is_null(column)? { Ok(None) } else { self.count(column).map(Some) }
    }

    pub(crate) fn is_null(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.0.get_ref(column)? == ValueRef::Null)
    }

    pub(crate) fn count(&self, column: usize) -> Result<u64, StoreError> {
        u64::try_from(self.int(column)?).map_err(|_| unreadable(column, "it is below nothing"))
    }

    pub(crate) fn truth(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    pub(crate) fn hash(&self, column: usize) -> Result<[u8; 32], StoreError> {
        Ok(self.0.get(column)?)
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        Ok(self.0.get(column)?)
    }

    pub(crate) fn maybe_hash(&self, column: usize) -> Result<Option<[u8; 32]>, StoreError> {
        Ok(self.0.get(column)?)
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

/// The whole row as one line of text, to be compared.
pub(crate) fn line(row: &Row<'_>) -> Result<String, StoreError> {
    let mut line = String::new();
    for column in 0..row.0.as_ref().column_count() {
        let text = match row.0.get_ref(column)? {
            ValueRef::Null => "∅".to_owned(),
            ValueRef::Integer(n) => n.to_string(),
            ValueRef::Real(x) => x.to_string(),
            ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
            ValueRef::Blob(bytes) => kheo_ledger::hexadecimal(bytes),
        };
        line.push_str(if column == 0 { "" } else { " | " });
        line.push_str(&text);
    }
    Ok(line)
}
