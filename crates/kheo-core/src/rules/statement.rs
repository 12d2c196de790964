//! What rules say, one statement at a time, so that two sets of rules can be laid side by side.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_calendar::{Citation, Extension, LimitUnit, TimeLimit};

use crate::case::{Circumstances, Competence};
use crate::id::{
    ActionId, ClockId, DutyId, FieldId, GuardId, LetterId, MeasureId, MilestoneId, ReasonId,
    StepId, TopicId,
};
use crate::quantity::Quantity;

/// What a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// The kind of case as a whole.
    Kind,
    /// A clock of it.
    Clock(ClockId),
    /// A step of it.
    Step(StepId),
    /// An action of it.
    Action(ActionId),
    /// A question of its forms.
    Field(FieldId),
    /// A condition of its actions.
    Guard(GuardId),
    /// A reason for which its cases are refused.
    Reason(ReasonId),
    /// What heads of units have to do, as its cases tell.
    Duty(DutyId),
    /// What its cases can be about.
    Topic(TopicId),
    /// A letter.
    Letter(LetterId),
    /// A version of a limit that no case counts, by its first day.
    Milestone(MilestoneId, Date),
    /// A number that units report.
    Measure(MeasureId),
    /// The review as a whole.
    Review,
    /// A theme of the review.
    Theme(String),
    /// A formula of the review.
    Indicator(String),
    /// The days off.
    Calendar,
}

impl Item {
    /// The word for what it is.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Clock(_) => "clock",
            Self::Step(_) => "step",
            Self::Action(_) => "action",
            Self::Field(_) => "field",
            Self::Guard(_) => "guard",
            Self::Reason(_) => "reason",
            Self::Duty(_) => "duty",
            Self::Topic(_) => "topic",
            Self::Letter(_) => "letter",
            Self::Milestone(..) => "milestone",
            Self::Measure(_) => "measure",
            Self::Review => "review",
            Self::Theme(_) => "theme",
            Self::Indicator(_) => "indicator",
            Self::Calendar => "calendar",
        }
    }

    /// Its name; nothing for what there is only one of.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        Some(match self {
            Self::Kind | Self::Review | Self::Calendar => return None,
            Self::Clock(id) => id.as_str(),
            Self::Step(id) => id.as_str(),
            Self::Action(id) => id.as_str(),
            Self::Field(id) => id.as_str(),
            Self::Guard(id) => id.as_str(),
            Self::Reason(id) => id.as_str(),
            Self::Duty(id) => id.as_str(),
            Self::Topic(id) => id.as_str(),
            Self::Letter(id) => id.as_str(),
            Self::Milestone(id, _) => id.as_str(),
            Self::Measure(id) => id.as_str(),
            Self::Theme(id) | Self::Indicator(id) => id,
        })
    }
}

/// Which of the things that can be said of an item a statement says: a word of its own, and for
/// limits the matters they are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aspect {
    /// Its word: `limit`, `who`.
    pub word: &'static str,
    /// The matters it is about, where lengths differ by matter.
    pub under: Option<Circumstances>,
    /// Whom a change of it concerns.
    pub concerns: Concern,
}

/// Whom a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Concern {
    /// Cases that run, and those to come.
    Running,
    /// Cases that are registered from then on.
    New,
    /// Figures, what heads owe, and the review, but no case.
    Figures,
}

impl Concern {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::New => "new",
            Self::Figures => "figures",
        }
    }
}

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Yes or no.
    Flag(bool),
    /// These, in this order.
    Names(Vec<Name>),
    /// A day.
    Day(Date),
    /// A number.
    Number(Quantity),
    /// A number of calendar days.
    Days(u16),
    /// A number of years.
    Years(u16),
    /// A limit.
    Limit(TimeLimit),
    /// By how much the limit beside it may be extended, which is counted in this.
    Extension(Extension, LimitUnit),
    /// Rules as they are cited.
    Rules(Vec<Citation>),
    /// Levels, one after the other.
    Competent(Vec<Competence>),
    /// What the pack writes, line by line.
    Written(Vec<String>),
}

/// A name with words on screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The key of its words is this, a hyphen and the name.
    pub family: &'static str,
    /// The name.
    pub name: String,
}

impl Name {
    /// The name `name` of `family`.
    #[must_use]
    pub fn new(family: &'static str, name: impl Into<String>) -> Self {
        Self { family, name: name.into() }
    }
}

/// All that is said of some items.
pub(super) type Statements = BTreeMap<(Item, Aspect), Said>;

/// Collects what is said of one item; what is empty is not said.
pub(super) struct About<'s> {
    item: Item,
    into: &'s mut Statements,
}

impl<'s> About<'s> {
    pub(super) const fn new(item: Item, into: &'s mut Statements) -> Self {
        Self { item, into }
    }

    fn put(&mut self, aspect: Aspect, said: Said) {
        self.into.insert((self.item.clone(), aspect), said);
    }

    /// Says what concerns cases that run too.
    pub(super) fn states(
        &mut self,
        word: &'static str,
        said: impl Into<Option<Said>>,
    ) -> &mut Self {
        self.concerning(Concern::Running, word, said)
    }

    pub(super) fn concerning(
        &mut self,
        concerns: Concern,
        word: &'static str,
        said: impl Into<Option<Said>>,
    ) -> &mut Self {
        if let Some(said) = said.into() {
            self.put(Aspect { word, under: None, concerns }, said);
        }
        self
    }

    pub(super) fn under(&mut self, word: &'static str, matters: Circumstances, said: Said) {
        let aspect = Aspect { word, under: Some(matters), concerns: Concern::Running };
        self.put(aspect, said);
    }
}

/// Names in the order in which they are written; nothing when there are none.
pub(super) fn in_order<T: ToString>(
    family: &'static str,
    names: impl IntoIterator<Item = T>,
) -> Option<Said> {
    let names: Vec<Name> =
        names.into_iter().map(|name| Name::new(family, name.to_string())).collect();
    (!names.is_empty()).then_some(Said::Names(names))
}

/// Names whose order means nothing; nothing when there are none.
pub(super) fn in_any_order<T: ToString>(
    family: &'static str,
    names: impl IntoIterator<Item = T>,
) -> Option<Said> {
    sorted(names.into_iter().map(|name| Name::new(family, name.to_string())))
}

/// The same of several families.
pub(super) fn sorted(names: impl IntoIterator<Item = Name>) -> Option<Said> {
    let mut names: Vec<Name> = names.into_iter().collect();
    names.sort();
    names.dedup();
    (!names.is_empty()).then_some(Said::Names(names))
}

/// One name.
pub(super) fn named(family: &'static str, name: &(impl ToString + ?Sized)) -> Said {
    Said::Names(vec![Name::new(family, name.to_string())])
}

/// Lines as they are written; nothing when there are none.
pub(super) fn written(lines: impl IntoIterator<Item = impl ToString>) -> Option<Said> {
    let lines: Vec<String> =
        lines.into_iter().map(|line| line.to_string()).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then_some(Said::Written(lines))
}
