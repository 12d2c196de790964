//! The program from outside: what it prints, what it refuses, and how it ends.

mod demonstration;
mod documents;
mod program;
mod refusals;
mod served;
