//! What a pack says of a case kind: its steps, actions, clocks and topics.

use jiff::civil::Date;
use kheo_calendar::Citation;
use serde::{Deserialize, Serialize};

use crate::case::term::Terms;
use crate::id::{ActionId, ClockId, KindId, StepId, TopicId};
use crate::post::Role;
use crate::unit::Level;

/// One version of one kind of case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseKind {
    /// The kind: `recommendation`.
    pub id: KindId,
    /// The letters its codes begin with: `KN`.
    pub prefix: String,
    /// Whether citizens send such cases themselves, rather than somebody who listens to them.
    pub self_service: bool,
    /// The first day on which new cases begin under this version.
    pub from: Date,
    /// The last such day; nothing while the version is in force.
    pub until: Option<Date>,
    /// The step a new case stands at.
    pub first_step: StepId,
    /// All steps.
    pub steps: Vec<Step>,
    /// All actions.
    pub actions: Vec<Action>,
    /// All clocks.
    pub clocks: Vec<Clock>,
    /// What cases of this kind can be about; the last is for what fits nowhere else.
    pub topics: Vec<Topic>,
}

impl CaseKind {
    /// Whether new cases begin under this version on `day`.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The step of that name.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == *id)
    }

    /// The action of that name.
    #[must_use]
    pub fn action(&self, id: &ActionId) -> Option<&Action> {
        self.actions.iter().find(|action| action.id == *id)
    }

    /// The topic for what fits nowhere else: the last.
    #[must_use]
    pub fn catch_all(&self) -> Option<&Topic> {
        self.topics.last()
    }

    /// The topic of that name.
    #[must_use]
    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }
}

/// A place in the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name; its words on screen are `step-` and this.
    pub id: StepId,
    /// Whether the case is open here.
    pub phase: Phase,
}

/// Whether a case is still being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The unit has to act.
    Open,
    /// The unit waits for somebody outside.
    Waiting,
    /// An outcome is reached.
    Closed,
}

/// What somebody can do with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name; its words on screen are `action-` and this.
    pub id: ActionId,
    /// What it means to the rules.
    pub deed: Deed,
    /// The steps it can be taken at.
    pub from: Vec<StepId>,
    /// The step it leads to; nothing when the case stays where it is.
    pub to: Option<StepId>,
    /// Who may take it.
    pub who: Vec<Party>,
    /// What it asks for.
    pub needs: Vec<Need>,
}

/// What an action means to clocks, tallies and the reader of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// The unit takes the case on.
    Accept,
    /// The unit refuses it, with a reason.
    Refuse,
    /// Somebody in the unit is made responsible.
    Assign,
    /// It goes to the unit that is competent.
    Transfer,
    /// The petitioner gets the answer.
    Answer,
    /// The petitioner says that it is solved.
    Confirm,
    /// The petitioner says that it is not solved.
    Reopen,
    /// The limits that run and may be extended are extended, with a reason.
    Extend,
    /// Something worth knowing is written down.
    Note,
}

/// Who may take an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The citizen who holds the code.
    Citizen,
    /// A post of this role in the unit that holds the case, or above it.
    #[serde(untagged)]
    Role(Role),
}

/// What an action asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Words.
    Text,
    /// A file that proves what was done.
    Proof,
    /// The unit to transfer to.
    Unit,
    /// The post that becomes responsible.
    Post,
    /// Whether the matter is complex, and whether it lies in a remote area.
    Circumstances,
    /// By how much to extend.
    Length,
}

/// A limit that runs while a case is worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Its name; its words on screen are `clock-` and this.
    pub id: ClockId,
    /// Whether registration starts it.
    pub starts_at_registration: bool,
    /// The deeds that start it.
    pub starts: Vec<Deed>,
    /// The deeds that stop it.
    pub stops: Vec<Deed>,
    /// Whether it stands still while the case waits for somebody outside.
    pub pauses: bool,
    /// How long it runs.
    pub terms: Terms,
    /// The rule it follows, as it is cited.
    pub rule: Citation,
}

/// What a case can be about, and which level decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name; its words on screen are `topic-` and this.
    pub id: TopicId,
    /// The level that is competent for it.
    pub competent: Level,
}

impl Need {
    /// The form field that answers it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Proof => "proof",
            Self::Unit => "unit",
            Self::Post => "post",
            Self::Circumstances => "circumstances",
            Self::Length => "length",
        }
    }
}
