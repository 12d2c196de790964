//! Cases: registering them, acting on them, finding them.

mod clocks;
mod deed;
mod erase;
mod file;
mod filed;
mod filter;
mod held;
mod history;
mod list;
mod moved;
mod numbers;
mod past;
mod project;
mod public;
mod resent;
mod row;
pub(crate) mod tally;
mod unsaved;
mod work;

pub use deed::{CodeChoice, Filing, Registered, RequestKey, act, may_act, may_register, register};
pub use erase::{Finished, erase, finish_erasures, hashed};
pub use file::{CaseFile, file};
pub use filed::{Filed, alike, filed};
pub use filter::{Behind, CaseFilter, DueFilter, Marked, Order};
pub use held::{COUNTED, registered_before};
pub use history::{is_known_to, timeline};
pub use list::list;
pub use moved::{MovedClock, move_clocks, moved};
pub use past::{PastFilter, past};
pub use public::{AnsweredFilter, answered, answering};
pub use resent::is_recorded;
pub use row::{Answer, CaseRow, Erasure, RunningClock, find};
pub use tally::tallies;
pub use work::{Work, WorkFilter, WorkGroup, work};

pub(crate) use project::project;
pub(crate) use public::listed;
pub(crate) use unsaved::Unsaved;

#[cfg(test)]
pub(crate) const SQL: &[(&str, &[&str])] = &[
    ("case/clocks.rs", clocks::SQL),
    ("case/deed.rs", deed::SQL),
    ("case/erase.rs", erase::SQL),
    ("case/file.rs", file::SQL),
    ("case/filed.rs", filed::SQL),
    ("case/held.rs", held::SQL),
    ("case/history.rs", history::SQL),
    ("case/list.rs", list::SQL),
    ("case/moved.rs", moved::SQL),
    ("case/numbers.rs", numbers::SQL),
    ("case/past.rs", past::SQL),
    ("case/project.rs", project::SQL),
    ("case/public.rs", public::SQL),
    ("case/row.rs", row::SQL),
    ("case/tally.rs", tally::SQL),
];
