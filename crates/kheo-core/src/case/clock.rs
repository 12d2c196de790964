//! Clocks: limits that run while a case is worked on.

use kheo_calendar::Citation;

use crate::case::event::Undone;
use crate::case::guard::Condition;
use crate::case::kind::Deed;
use crate::case::term::Terms;
use crate::id::{ActionId, ClockId, FieldId};

/// A limit that runs while a case is worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Its name; its words on screen are `clock-` and this.
    pub id: ClockId,
    /// Whether registration starts it.
    pub starts_at_registration: bool,
    /// What starts it. What also stops it begins it anew.
    pub starts: Vec<Trigger>,
    /// What stops it: by this what it is about is done.
    pub stops: Vec<Trigger>,
    /// With what it lapses, undone, because nothing is owed any more. An answer is in time or late by the
    /// clocks that it stops, not by those that lapse or fail with it.
    pub lapses: Vec<Trigger>,
    /// With what it fails: a notice that was owed and not given when the case was concluded. That is never
    /// in time.
    pub fails: Vec<Trigger>,
    /// What must hold of the case for it to start; nothing when it always does. What starts it has been
    /// filled in by then, but is not done yet: `done("answer")` counts the answers before.
    pub when: Option<Condition>,
    /// Whether it stands still while the case waits for somebody outside.
    pub pauses: bool,
    /// The field that says how many units it runs, where no rule gives one number for all; its terms
    /// then hold the most that can be filled in.
    pub counted_by: Option<FieldId>,
    /// How long it runs.
    pub terms: Terms,
    /// The rule it follows, as it is cited.
    pub rule: Citation,
}

impl Clock {
    /// Whether `action`, which does `deed`, starts it.
    #[must_use]
    pub fn starts_by(&self, action: &ActionId, deed: Deed) -> bool {
        self.starts.iter().any(|trigger| trigger.is(action, deed))
    }

    /// Whether `action`, which does `deed`, stops it.
    #[must_use]
    pub fn stops_by(&self, action: &ActionId, deed: Deed) -> bool {
        self.stops.iter().any(|trigger| trigger.is(action, deed))
    }

    /// Whether `action`, which does `deed`, is in time or late by it: an answer that stops what binds
    /// the authority.
    #[must_use]
    pub fn judges(&self, action: &ActionId, deed: Deed) -> bool {
        let binds = self.terms.ordinary.limit.binds_authority();
        binds && deed == Deed::Answer && self.stops_by(action, deed)
    }

    /// How `action`, which does `deed`, ends it without doing what it is about; nothing where it does that, or
    /// does not end it.
    #[must_use]
    pub fn left_undone_by(&self, action: &ActionId, deed: Deed) -> Option<Undone> {
        let names = |triggers: &[Trigger]| triggers.iter().any(|trigger| trigger.is(action, deed));
        if names(&self.stops) {
            None
        } else if names(&self.fails) {
            Some(Undone::Failed)
        } else {
            names(&self.lapses).then_some(Undone::Lapsed)
        }
    }

    /// Whether it runs no more after `action`, which does `deed`: it stops, lapses or fails.
    #[must_use]
    pub fn ends_by(&self, action: &ActionId, deed: Deed) -> bool {
        self.left_undone_by(action, deed).is_some() || self.stops_by(action, deed)
    }
}

/// What starts or stops a clock, or is done by competent units alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// Any action that does this.
    Deed(Deed),
    /// This action.
    Action(ActionId),
}

impl Trigger {
    /// Whether `action`, which does `deed`, is it.
    #[must_use]
    pub fn is(&self, action: &ActionId, deed: Deed) -> bool {
        match self {
            Self::Deed(own) => *own == deed,
            Self::Action(own) => own == action,
        }
    }
}

impl From<Deed> for Trigger {
    fn from(deed: Deed) -> Self {
        Self::Deed(deed)
    }
}
