//! Days, holidays, Tết, working days and time limits.
//!
//! The law counts days in its own way, so counting is a crate of its own: [`Calendar`] knows which
//! days the public sector is off, [`due`] says when a [`TimeLimit`] ends and why.

mod calendar;
mod limit;
mod lunar;
mod table;
mod vietnam;

pub use calendar::{Calendar, CalendarError, DayOff};
pub use limit::{
    Due, LimitUnit, Skipped, TimeLimit, days_late, days_left, due, working_days_between,
};
pub use lunar::{hung_kings, tet};
pub use table::{Beside, Confidence, Decision, Ruling, TetBefore};
pub use vietnam::{VIETNAM_TIME, day_in_vietnam};
