//! For tests: a fixed clock, a folder with a database, and a small city with rules of its own.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test whose ground is missing has failed"
)]

mod city;
mod disk;
mod installation;
mod rules;
mod server;

pub use city::{CITY, PASSPHRASE, WARDS, actor, establish, filing, give_keys, post, unit};
pub use disk::{lies_in_tables, lies_on_disk};
pub use installation::{Installation, salts};
pub use rules::{kind, measure, rules};
pub use server::behind;

use jiff::civil::Date;
use kheo_core::event::Stamp;

/// A PDF of one empty page, which `remark` sets apart from others.
#[must_use]
pub fn pdf(remark: &str) -> Vec<u8> {
    let objects = format!(
        "%PDF-1.7\n% {remark}\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
    );
    let place = |object: &str| objects.find(object).unwrap_or_default();
    let [one, two, three] = ["1 0 obj", "2 0 obj", "3 0 obj"].map(place);
    let table = format!(
        "xref\n0 4\n0000000000 65535 f \n{one:010} 00000 n \n{two:010} 00000 n \n{three:010} 00000 n \n\
         trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
        objects.len()
    );
    [objects, table].concat().into_bytes()
}

/// Something that happens on `day` and is recorded there at eight in the morning.
#[must_use]
pub fn on(day: Date) -> Stamp {
    let eight = kheo_calendar::VIETNAM_TIME.to_timestamp(day.at(8, 0, 0, 0));
    Stamp::at(eight.expect("a day within the calendar"))
}
