//! Limits of the law that no clock of a case counts: those of procedures of which no cases are kept, such as
//! an election, and those of what lies before or after a case.

use jiff::civil::Date;
use kheo_calendar::Citation;

use crate::case::Terms;
use crate::id::{KindId, MilestoneId};

/// A limit that is counted from an event outside of cases, in one version of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its name; its words on screen are `milestone-` and this.
    pub id: MilestoneId,
    /// The kind of case that it belongs to, or else the procedure, whose words are `procedure-` and this.
    pub of: KindId,
    /// The event that it is counted from; its words on screen are `event-` and this.
    pub event: String,
    /// The first day of the rule.
    pub from: Date,
    /// The last day of the rule; nothing while it is in force.
    pub until: Option<Date>,
    /// How long it is: below 0 that much before the event.
    pub terms: Terms,
    /// The rule that gives it, as it is cited.
    pub rule: Citation,
}

impl Milestone {
    /// Whether its rule is in force on `day`.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}
