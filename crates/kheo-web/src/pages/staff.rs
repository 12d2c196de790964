//! The pages for those who work on cases, tasks and figures.

pub(crate) mod action;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod choice;
pub(crate) mod conflict;
pub(crate) mod duties;
pub(crate) mod figures;
pub(crate) mod identity;
pub(crate) mod letter;
pub(crate) mod line;
pub(crate) mod matter;
pub(crate) mod matters;
pub(crate) mod measure;
pub(crate) mod procedures;
pub(crate) mod rail;
pub(crate) mod review;
pub(crate) mod tasks;
pub(crate) mod told;
pub(crate) mod units;
pub(crate) mod warnings;
pub(crate) mod work;

#[cfg(test)]
mod tests;
