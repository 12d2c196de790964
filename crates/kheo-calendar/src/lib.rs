//! Days, holidays, Tết, working days and time limits.
//!
//! The law counts days in its own way, so counting is a crate of its own: [`Calendar`] knows which
//! days the public sector is off, [`due`] says when a [`TimeLimit`] ends and why.

mod calendar;
mod counter;
mod due;
mod gloss;
mod hours;
mod law;
mod limit;
mod lunar;
mod table;
mod vietnam;

pub use calendar::{
    Calendar, CalendarError, Correction, DayOff, Listed, Misfit, Part, Sourced, What, Wrong,
};
pub use counter::Moment;
pub use due::{
    Citation, Due, Extended, ExtensionError, Pause, Rolled, Skipped, begin, days_late, days_left,
    due, due_on, moved,
};
pub use gloss::in_english;
pub use hours::{Session, WorkingHours};
pub use limit::{Extension, LimitUnit, Sense, TimeLimit, Whose};
pub use lunar::{hung_kings, tet};
pub use table::{Beside, Confidence, Decision, Ruling, TetBefore};
pub use vietnam::{VIETNAM_TIME, day_in_vietnam};
