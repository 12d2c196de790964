//! The program from outside: what it prints, what it refuses, and how it ends.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod account;
mod changed;
mod days;
mod deadlines;
mod demonstration;
mod documents;
mod drawn;
mod erased;
mod held;
mod import;
mod log;
mod moves;
mod procedures;
mod program;
mod refusals;
mod sealed;
mod served;
mod tongue;
mod usage;
mod witness;
