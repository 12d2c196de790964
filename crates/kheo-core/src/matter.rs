//! Matters: what several cases are about. The same grievance, brought again, to other desks, by other
//! people, in other years.
//!
//! People say of two cases that they are about the same matter, and can take it back. A matter is
//! the cases that such links hold together, so a case is in one matter or in none; a link between
//! two matters makes them one, and taking it back makes them two again.

pub mod decide;
pub mod escalated;
pub mod event;
pub mod likeness;
pub mod path;
pub mod persons;
pub mod recurred;
pub mod state;

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use decide::{judge, link, unlink, withdraw};
pub use escalated::{is_end, is_escalated, through};
pub use event::{Link, MatterEvent};
pub use likeness::{Likeness, Reason, Traits, likeness};
pub use path::{Stop, path};
pub use persons::{Spoken, at_least};
pub use state::{Links, together};

/// A matter, named by the place in the ledger at which the first of its cases was registered: it
/// tells nothing of the case, and stays the same when later cases join or leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MatterId(pub u64);

impl fmt::Display for MatterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for MatterId {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

#[cfg(test)]
mod tests;
