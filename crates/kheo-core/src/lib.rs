//! The rules of Khéo: units, cases, tasks, measures and reviews.
//!
//! Nothing here reads a clock, a file, a network or a random number. A command and what is known go
//! in; events or a [`Refusal`] come out.

pub mod case;
pub mod due;
pub mod duty;
pub mod event;
pub mod figure_ref;
pub mod formula;
pub mod id;
pub mod letter;
pub mod matter;
pub mod measure;
pub mod media;
pub mod milestone;
pub mod origin;
pub mod period;
pub mod post;
pub mod quantity;
mod refusal;
pub mod review;
pub mod rules;
pub mod sealing;
pub mod task;
pub mod text;
pub mod unit;
pub mod warning;

pub use refusal::Refusal;
