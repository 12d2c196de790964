//! The pages and the API over real HTTP, from a small city with rules of its own.
#![expect(clippy::expect_used, reason = "a test whose ground is missing has failed")]

mod api;
mod ask;
mod bad_input;
mod brake;
mod client;
mod desk;
mod door;
mod files;
mod follow;
mod frame;
mod gathered;
mod ground;
mod kept;
mod letters;
mod log;
mod making;
mod matters;
mod packs_letters;
mod procedures;
mod rights;
mod sealed;
mod service;
mod sights;
mod silence;
mod site;
mod staff_case;
mod staff_circle;
mod staff_lists;
mod ticks;
mod transfer;
mod uploads;
mod warnings;
