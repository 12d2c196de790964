//! Faults of the machine under the running program: it is killed, its disk fills up, its clock runs back. What it
//! acknowledged is there afterwards, and what it did not acknowledge can be sent again.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod bucket;
mod chance;
mod city;
mod clock;
mod cluster;
mod cut;
mod disk;
mod killed;
mod officer;
mod overheard;
mod pages;
mod patroni;
mod program;
mod rebound;
mod shared;
mod writer;
