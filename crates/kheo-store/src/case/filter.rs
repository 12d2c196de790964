//! Which cases a list shows, and in which order.

use jiff::civil::Date;
use kheo_core::case::{Metric, Phase};
use kheo_core::due::DueGroup;
use kheo_core::id::{KindId, PostId, StepId, TopicId, UnitId};
use kheo_core::period::Period;

use crate::case::public::listed;
use crate::sql::NEVER;

/// The conditions by which all lists of cases are narrowed, over the columns of `$of`, with the numbers of
/// the values of `values_of`. `$due` is the column of the due day, or what keeps the database from looking there first.
#[rustfmt::skip]
macro_rules! narrowed {
    ($of:literal, $due:literal, $open:literal $waiting:literal $closed:literal $owed:literal $from:literal $until:literal
     $kind:literal $step:literal $topic:literal $post:literal $unit:literal
     $escalated:literal $pursued:literal $persons:literal $prolonged:literal $hidden:literal) => {
        concat!("
       AND ", $of, "phase IN ($", $open, ", $", $waiting, ", $", $closed, ", $", $owed, ")
       AND ", $due, " BETWEEN $", $from, " AND $", $until, "
       AND ($", $kind, " = '' OR ", $of, "kind = $", $kind, ")
       AND ($", $step, " = '' OR ", $of, "step = $", $step, ")
       AND ($", $topic, " = '' OR ", $of, "topic = $", $topic, ")
       AND ($", $post, " = '' OR ", $of, "post = $", $post, "
            OR (", $of, "post IS NULL AND ", $of, "unit = $", $unit, "))
       AND ", $of, "escalated >= $", $escalated, " AND ", $of, "pursued >= $", $pursued, "
       AND ", $of, "persons >= $", $persons, "
       AND ($", $prolonged, " = '' OR ", $of, "overran = 1
            OR ", $of, "due_on < $", $prolonged, ")
       AND ($", $hidden, " = ','
            OR ($", $hidden, " NOT LIKE '%,' || ", $of, "kind || ',%'
                AND $", $hidden, " NOT LIKE '%,' || ", $of, "kind || ':' || ", $of, "topic || ',%'))")
    };
}
pub(super) use narrowed;

/// The word by which lists find a case that is closed while a limit runs on.
pub(crate) const OWED: &str = "owed";

/// Which cases are wanted: all that fit everything that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFilter {
    /// Held by this unit or one below it. Behind a figure: counted for one of them.
    pub scope: UnitId,
    /// By exactly this one of them.
    pub unit: Option<UnitId>,
    /// Registered by this day. Behind a figure: the days of its period count instead.
    pub until: Date,
    /// Of this kind.
    pub kind: Option<KindId>,
    /// At this step.
    pub step: Option<StepId>,
    /// About this.
    pub topic: Option<TopicId>,
    /// In one of these phases; in any, when none is named.
    pub phases: Vec<Phase>,
    /// Due then: not closed, or closed with something owed.
    pub due: Option<DueFilter>,
    /// This post being responsible.
    pub handler: Option<PostId>,
    /// With `handler`: or nobody being responsible, in exactly this unit.
    pub unclaimed_in: Option<UnitId>,
    /// Bearing these marks.
    pub marks: Marked,
    /// Of none of these kinds.
    pub hidden: Vec<KindId>,
    /// Nor of these kinds about these topics.
    pub hidden_topics: Vec<(KindId, TopicId)>,
    /// The order.
    pub order: Order,
    /// Exactly the records behind a figure.
    pub behind: Option<Behind>,
}

impl CaseFilter {
    /// All cases of `scope` and below that were registered by `until`, what is due first at the top.
    #[must_use]
    pub const fn within(scope: UnitId, until: Date) -> Self {
        Self {
            scope,
            unit: None,
            until,
            kind: None,
            step: None,
            topic: None,
            phases: Vec::new(),
            due: None,
            handler: None,
            unclaimed_in: None,
            marks: Marked::NONE,
            hidden: Vec::new(),
            hidden_topics: Vec::new(),
            order: Order::DueFirst,
            behind: None,
        }
    }

    /// What is left out as the statements take it: `,kind,kind:topic,`.
    pub(crate) fn left_out(&self) -> String {
        let topics = self.hidden_topics.iter().map(|(kind, topic)| format!("{kind}:{topic},"));
        topics.fold(listed(&self.hidden), |all, one| all + &one)
    }

    /// The phases as the statements take them: always four, any of which may repeat. Of what is closed, only
    /// what is owed has a day on which it is due.
    pub(crate) fn four_phases(&self) -> [&'static str; 4] {
        let wanted = |phase: &Phase| self.phases.is_empty() || self.phases.contains(phase);
        let words = [
            (Phase::Open, "open"),
            (Phase::Waiting, "waiting"),
            (Phase::Closed, "closed"),
            (Phase::Closed, OWED),
        ];
        let listed = |word| self.due.is_none() || word != "closed";
        words.map(|(phase, word)| if wanted(&phase) && listed(word) { word } else { "" })
    }
}

/// What stands out about the cases or matters that are wanted; all of it at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marked {
    /// Brought above the competent level.
    pub escalated: bool,
    /// Prolonged by the authority, seen from that day.
    pub prolonged: Option<Date>,
    /// Judged to be pursued after a final answer.
    pub pursued: bool,
    /// Brought by more than one person.
    pub many: bool,
}

impl Marked {
    /// Any mark or none.
    pub const NONE: Self = Self { escalated: false, prolonged: None, pursued: false, many: false };

    pub(crate) const fn least_persons(self) -> i64 {
        if self.many { 2 } else { 0 }
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What is due first comes first; what has no due day last.
    DueFirst,
    /// What was registered last comes first.
    NewestFirst,
}

impl Order {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::DueFirst => "due",
            Self::NewestFirst => "newest",
        }
    }
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueFilter {
    /// The group.
    pub group: DueGroup,
    /// The day it is.
    pub today: Date,
}

impl DueFilter {
    /// The first and the last day on which something is due that `filter` wants.
    pub(crate) fn range(filter: Option<Self>) -> (Date, Date) {
        filter.map_or((Date::MIN, NEVER), |due| due.group.days(due.today))
    }
}

/// A figure whose records are wanted. One row for each record that it counts: a case that was
/// answered twice stands in the list of answers twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behind {
    /// A tally of the period.
    Tally {
        /// Of this kind of case.
        kind: Option<KindId>,
        /// What is counted.
        metric: Metric,
        /// When.
        period: Period,
        /// The day it is: a stock is counted at the end of the period, or today if that is earlier.
        today: Date,
    },
    /// Overdue cases at the end of the period, or today if that is earlier.
    Overdue {
        /// When.
        period: Period,
        /// The day it is.
        today: Date,
    },
    /// Open cases that are not overdue then.
    Pending {
        /// When.
        period: Period,
        /// The day it is.
        today: Date,
    },
}
