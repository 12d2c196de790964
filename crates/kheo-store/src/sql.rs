//! The narrow door to the database: values in, rows out, the same for every dialect.

pub(crate) mod bytes;
mod row;

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_core::event::Misread;
use serde::Serialize;

use crate::StoreError;

pub(crate) use row::{Row, Rows, changed, is_same, line};

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
        Self::Text(Cow::Owned(iso(day)))
    }
}

/// A day as it is written down. Every row has some.
fn iso(day: Date) -> String {
    let Ok(year @ 0..=9999) = u32::try_from(day.year()) else { return day.to_string() };
    let [month, day] = [day.month(), day.day()].map(|part| u32::from(part.unsigned_abs()));
    let mut text = String::with_capacity(10);
    for (part, places) in
        [(year, [1000, 100, 10, 1].as_slice()), (month, &[10, 1]), (day, &[10, 1])]
    {
        if !text.is_empty() {
            text.push('-');
        }
        text.extend(places.iter().filter_map(|place| char::from_digit(part / place % 10, 10)));
    }
    text
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

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use jiff::civil::{Date, date};

    #[test]
    fn a_day_is_written_as_in_iso_8601() {
        let days = date(1999, 12, 25).series(1.day()).take(800);
        for day in days.chain([Date::MIN, Date::MAX, date(0, 1, 1), date(987, 6, 5)]) {
            assert_eq!(super::iso(day), day.to_string());
        }
    }
}
