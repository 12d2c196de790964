//! The table that a bench prints.

use std::time::Duration;

use crate::load::Spread;

/// A line of the table.
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) limit: String,
    pub(crate) measured: String,
    pub(crate) kept: bool,
}

impl Row {
    /// What has no limit.
    pub(crate) fn told(what: &str, measured: String) -> Self {
        Self { what: what.to_owned(), limit: "none".to_owned(), measured, kept: true }
    }
}

/// How long something was waited for: at the middle, and by one of a hundred.
pub(crate) fn page(what: &str, spread: &mut Spread, most: (Duration, Duration)) -> Row {
    let (middle, slow) = (spread.at(50), spread.at(99));
    let told = |middle, slow| format!("p50 {}, p99 {}", milliseconds(middle), milliseconds(slow));
    Row {
        what: what.to_owned(),
        limit: told(most.0, most.1),
        measured: told(middle, slow),
        kept: middle < most.0 && slow < most.1,
    }
}

pub(crate) fn time(what: &str, measured: Duration, limit: Duration) -> Row {
    let (what, kept) = (what.to_owned(), measured < limit);
    Row { what, limit: milliseconds(limit), measured: milliseconds(measured), kept }
}

pub(crate) fn size(what: &str, bytes: u64, limit: u64) -> Row {
    Row {
        what: what.to_owned(),
        limit: format!("{limit} MB"),
        measured: megabytes(bytes),
        kept: bytes < limit * 1_000_000,
    }
}

#[expect(clippy::cast_precision_loss, reason = "one decimal of a megabyte")]
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

fn milliseconds(duration: Duration) -> String {
    format!("{:.1} ms", duration.as_secs_f64() * 1000.0)
}
