//! For tests: a fixed clock, a folder with a database, and a small city with rules of its own.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground is missing has failed"
)]

mod city;
mod installation;
mod rules;

pub use city::{CITY, WARDS, actor, establish, filing, post, unit};
pub use installation::{Installation, salts};
pub use rules::{kind, measure, rules};

use jiff::civil::Date;
use kheo_core::event::Stamp;

/// Something that happens on `day` and is recorded there at eight in the morning.
#[must_use]
pub fn on(day: Date) -> Stamp {
    let eight = kheo_calendar::VIETNAM_TIME.to_timestamp(day.at(8, 0, 0, 0));
    Stamp::at(eight.expect("a day within the calendar"))
}
