//! What can happen to a case.

use jiff::civil::Date;
use kheo_calendar::Due;
use serde::{Deserialize, Serialize};

use crate::case::erase::Erased;
use crate::case::form::Filled;
use crate::case::kind::{Deed, Phase};
use crate::case::petition::Petition;
use crate::case::proof::Proof;
use crate::case::term::Circumstances;
use crate::id::{
    ActionId, CaseCode, ClockId, KindId, LetterId, PostId, ReasonId, StepId, TopicId, UnitId,
};
use crate::origin::Origin;

/// Words written by somebody who acts. Kept beside the ledger, where they can be erased.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Words {
    /// The text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What was filled in of the fields that the action asks for.
    #[serde(default, skip_serializing_if = "Filled::is_empty")]
    pub filled: Filled,
}

/// How a clock ended though what it is about was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undone {
    /// Nothing was owed any more: that is neither in time nor late.
    Lapsed,
    /// It was owed, and left out: that is never in time.
    Failed,
}

/// Something that happened to a case.
///
/// The field `private` of an event goes into the private part of its entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum CaseEvent {
    /// The case began.
    #[serde(rename = "case.registered")]
    Registered(Registered),
    /// Somebody took an action.
    #[serde(rename = "case.acted")]
    Acted(Acted),
    /// A clock began to run.
    #[serde(rename = "case.clock-started")]
    ClockStarted {
        /// The clock.
        clock: ClockId,
        /// When it runs out, and why then.
        due: Due,
    },
    /// A clock stopped.
    #[serde(rename = "case.clock-stopped")]
    ClockStopped {
        /// The clock.
        clock: ClockId,
        /// The day it would have run out.
        due_on: Date,
        /// Whether it stopped after that day.
        late: bool,
        /// Whether that day could not be told yet, and is only the least that it could be.
        #[serde(default, skip_serializing_if = "is_no")]
        uncounted: bool,
        /// Whether it ended though what it is about was not done. Older entries do not tell it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        undone: Option<Undone>,
    },
    /// A clock stood still from then on, because the case waits for somebody outside.
    #[serde(rename = "case.clock-paused")]
    ClockPaused {
        /// The clock.
        clock: ClockId,
        /// The limit, standing still.
        due: Due,
    },
    /// A clock that stood still went on.
    #[serde(rename = "case.clock-resumed")]
    ClockResumed {
        /// The clock.
        clock: ClockId,
        /// When it runs out now.
        due: Due,
    },
    /// A clock was given more time.
    #[serde(rename = "case.clock-extended")]
    ClockExtended {
        /// The clock.
        clock: ClockId,
        /// When it runs out now.
        due: Due,
    },
    /// A clock was counted anew, because the matter turned out to be more or less complex.
    #[serde(rename = "case.clock-recounted")]
    ClockRecounted {
        /// The clock.
        clock: ClockId,
        /// The day it would have run out.
        from: Date,
        /// When it runs out now.
        due: Due,
    },
    /// The day a clock runs out moved, because the calendar it was counted by was corrected.
    #[serde(rename = "case.clock-moved")]
    ClockMoved {
        /// The clock.
        clock: ClockId,
        /// The day it would have run out.
        from: Date,
        /// When it runs out now, with the calendar that says so.
        due: Due,
        /// Whether the day before could not be told yet: it is counted now.
        #[serde(default, skip_serializing_if = "is_no")]
        uncounted: bool,
    },
    /// What was known of other cases about the same matter changed, and with it whether the case was
    /// brought above its level.
    #[serde(rename = "case.escalation-corrected")]
    EscalationCorrected {
        /// Whether it was.
        escalated: bool,
        /// The unit it was addressed to: there it counts.
        unit: UnitId,
        /// The day it was registered: on that day it counts.
        on: Date,
    },
    /// The same matter was brought again in another case.
    #[serde(rename = "case.recurred")]
    Recurred {
        /// The later case.
        by: CaseCode,
        /// The day it was registered: on that day it counts. Older entries do not tell it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Date>,
    },
    /// What it says of persons was taken away from all its entries.
    #[serde(rename = "case.erased")]
    Erased(Erased),
    /// It was taken back that the other case is about the same matter.
    #[serde(rename = "case.recurrence-withdrawn")]
    RecurrenceWithdrawn {
        /// The other case.
        by: CaseCode,
    },
}

impl CaseEvent {
    /// The limit of `clock` as this leaves it; nothing where it says nothing of it.
    #[must_use]
    pub fn due_of(&self, clock: &ClockId) -> Option<&Due> {
        match self {
            Self::ClockStarted { clock: of, due }
            | Self::ClockPaused { clock: of, due }
            | Self::ClockResumed { clock: of, due }
            | Self::ClockExtended { clock: of, due }
            | Self::ClockRecounted { clock: of, due, .. }
            | Self::ClockMoved { clock: of, due, .. } => (of == clock).then_some(due),
            _ => None,
        }
    }
}

/// How a case began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// Its code.
    pub code: CaseCode,
    /// Its kind.
    pub case_kind: KindId,
    /// The version of the kind, named by its first day.
    pub version: Date,
    /// The unit it was addressed to.
    pub unit: UnitId,
    /// What it is about.
    pub topic: TopicId,
    /// The step it stands at.
    pub step: StepId,
    /// Whether nobody asked for anything, and it is closed from the beginning.
    #[serde(default, skip_serializing_if = "is_no")]
    pub unasked: bool,
    /// Whether it was brought above the competent level before that level was through with the
    /// matter, as far as that was known then.
    pub escalated: bool,
    /// The earlier case that brought the same matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<CaseCode>,
    /// Files sent with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Proof>,
    /// Where the record comes from.
    pub origin: Origin,
    /// What was asked, and by whom.
    #[serde(default)]
    pub private: Petition,
}

/// An action that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acted {
    /// The action of the procedure.
    pub action: ActionId,
    /// What it means.
    pub deed: Deed,
    /// The step the case stands at now.
    pub step: StepId,
    /// The phase of that step.
    pub phase: Phase,
    /// The unit that holds the case now.
    pub unit: UnitId,
    /// The post that became responsible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<PostId>,
    /// What the lengths of its limits depend on from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circumstances: Option<Circumstances>,
    /// The reason that was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReasonId>,
    /// The letter that it makes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<LetterId>,
    /// Whether the office did what else the petitioner does: confirmed or reopened it.
    #[serde(default, skip_serializing_if = "is_no")]
    pub by_office: bool,
    /// For an answer: whether it came after the day of any clock that it stopped; nothing when it
    /// stopped none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<bool>,
    /// For an answer: the day from which it counts as kept closed, when it comes with proof and nobody
    /// says otherwise by then. For a confirmation: the day it was given, where it comes before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_from: Option<Date>,
    /// For an answer: whether it leaves unsettled what was asked, as a conciliation that failed does.
    #[serde(default, skip_serializing_if = "is_no")]
    pub unsettled: bool,
    /// Files that prove what was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// What was written.
    #[serde(default)]
    pub private: Words,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
const fn is_no(flag: &bool) -> bool {
    !*flag
}
