//! What somebody wants done with a case.

use std::collections::BTreeSet;

use crate::case::form::Filled;
use crate::case::petition::Petition;
use crate::case::proof::Proof;
use crate::case::term::Circumstances;
use crate::id::{ActionId, CaseCode, PostId, ReasonId, TopicId, UnitId};
use crate::origin::Origin;
use crate::text::Bounds;
use crate::unit::{Level, Rank};

/// A request to register a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The code the case gets.
    pub code: CaseCode,
    /// The unit it is addressed to.
    pub unit: UnitId,
    /// Where that unit stands among the levels of government.
    pub rank: Rank,
    /// What it is about.
    pub topic: TopicId,
    /// The earlier case that brought the same matter.
    pub again: Option<CaseCode>,
    /// The levels of the units that were through with the same matter before.
    pub through: BTreeSet<Level>,
    /// What was asked, and by whom.
    pub petition: Petition,
    /// Files sent with it.
    pub files: Vec<Proof>,
    /// Where the record comes from.
    pub origin: Origin,
}

/// A request to take an action on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The action of the procedure.
    pub action: ActionId,
    /// The version of the case that the person was shown.
    pub seen: u64,
    /// Words, already cleaned.
    pub text: Option<String>,
    /// The unit to transfer to.
    pub unit: Option<UnitId>,
    /// The post that becomes responsible.
    pub post: Option<PostId>,
    /// What the lengths of limits depend on, where the action asks.
    pub circumstances: Circumstances,
    /// By how much to extend, in the units of the limit.
    pub length: Option<u16>,
    /// The reason that was chosen.
    pub reason: Option<ReasonId>,
    /// What was filled in of the fields that the action asks for.
    pub filled: Filled,
    /// Files, already stored.
    pub proofs: Vec<Proof>,
}

impl Act {
    /// The bounds of what is written with an action.
    pub const TEXT: Bounds = Bounds { least: 1, most: 10_000 };

    /// An action with nothing but itself.
    #[must_use]
    pub fn plain(action: ActionId, seen: u64) -> Self {
        Self {
            action,
            seen,
            text: None,
            unit: None,
            post: None,
            circumstances: Circumstances::default(),
            length: None,
            reason: None,
            filled: Filled::new(),
            proofs: Vec::new(),
        }
    }
}
