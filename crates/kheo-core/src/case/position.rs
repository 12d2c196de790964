//! Where whoever acts stands to a case: in the unit that has it, above that unit, or elsewhere.

use std::collections::BTreeSet;

use crate::case::competence::Seat;
use crate::case::state::Case;
use crate::id::{KindId, PostId};
use crate::post::{Post, Role};

/// How the unit of a post stands to the unit that has a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// It is that unit.
    Own,
    /// It stands above that unit: its posts do what the procedure gives to them by name.
    Above,
    /// It has nothing to do with it.
    #[default]
    None,
}

/// Where whoever acts stands to a case. A citizen and an import stand nowhere: what they may do does not
/// hang on a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Position {
    /// How their unit stands to the one that has the case.
    pub reach: Reach,
    /// The handler that the case was given to, while that post is held there: what handlers do with it
    /// is for that one alone. Where the post has ended, nobody is bound and the head gives it anew.
    pub given_to: Option<PostId>,
    /// Whether the unit that has the case is competent for it.
    pub seat: Seat,
    /// The kinds of earlier cases about the same matter that are known, and of which none was decided or is past a
    /// limit.
    pub in_time: BTreeSet<KindId>,
}

impl Position {
    /// The position of `by` to `case`; `is_within` says whether the unit that has the case is that of the
    /// post or below it, `given_to` is the post that is responsible, as it is held today.
    #[must_use]
    pub fn of(by: &Post, case: &Case, is_within: bool, given_to: Option<&Post>) -> Self {
        let reach = match is_within {
            true if by.unit == case.unit => Reach::Own,
            true => Reach::Above,
            false => Reach::None,
        };
        let works = |post: &&Post| {
            post.role == Role::Handler
                && post.unit == case.unit
                && case.post.as_ref() == Some(&post.id)
        };
        let given_to = given_to.filter(works).map(|post| post.id.clone());
        Self { reach, given_to, ..Self::default() }
    }

    /// The same, where the unit that has the case stands so to it.
    #[must_use]
    pub fn seated(self, seat: Seat) -> Self {
        Self { seat, ..self }
    }

    /// The same, where earlier cases of those kinds are in time.
    #[must_use]
    pub fn after(self, in_time: BTreeSet<KindId>) -> Self {
        Self { in_time, ..self }
    }

    /// Whether the case was given to another handler than `by`, who is one too.
    pub(crate) fn is_given_to_another(&self, by: &Post) -> bool {
        by.role == Role::Handler && self.given_to.as_ref().is_some_and(|post| *post != by.id)
    }
}
