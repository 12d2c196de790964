//! What a pack says of a case kind: its steps, clocks, reasons and topics.

mod action;

use std::collections::BTreeSet;

use jiff::civil::Date;
use kheo_calendar::Citation;
use serde::{Deserialize, Serialize};

use crate::case::clock::{Clock, Trigger};
use crate::case::form::FormField;
use crate::case::guard::{Condition, Fact, Guard};
use crate::case::petition::Part;
use crate::case::term::{Circumstances, Complexity, ComplexityRule};
use crate::duty::Duty;
use crate::id::{ActionId, FieldId, GuardId, KindId, LetterId, ReasonId, StepId, TopicId};
use crate::post::Role;
use crate::unit::Level;

pub use action::{Action, Need, Party, ProofKind};

/// One version of one kind of case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseKind {
    /// The kind: `recommendation`.
    pub id: KindId,
    /// The letters its codes begin with: `KN`.
    pub prefix: String,
    /// Whether citizens send such cases themselves, rather than somebody who listens to them.
    pub self_service: bool,
    /// Whether such a case counts as escalated when it is brought above the competent level; not
    /// where the law leads upward, as in a second complaint, or where nobody has sorted it yet.
    pub escalates: bool,
    /// What only a unit does that is competent for what a case is about; where there is anything, a case
    /// is sent on to such a unit alone.
    pub bound: Vec<Trigger>,
    /// The first day on which new cases begin under this version.
    pub from: Date,
    /// The last such day; nothing while the version is in force.
    pub until: Option<Date>,
    /// What a petitioner may leave out of other petitions, but not of these.
    pub requires: BTreeSet<Part>,
    /// What everybody may see of such a case.
    pub public: BTreeSet<Publicity>,
    /// The field that stands in place of the petition for those who may not know who brought it;
    /// nothing where they may. A case that has one is *sealed*.
    pub stripped: Option<FieldId>,
    /// The roles of the two groups that open together who brought a sealed case; nothing where it is not
    /// kept from those who take it in.
    pub openers: Option<[Role; 2]>,
    /// How long such a case is kept; nothing while nobody has decided it.
    pub retention: Option<Retention>,
    /// How long nobody may say otherwise before a case that was answered with proof counts as kept
    /// closed; nothing where no answer needs proof.
    pub kept_closed: Option<KeptClosed>,
    /// The letter that registration makes.
    pub receipt: Option<LetterId>,
    /// The step a new case stands at.
    pub first_step: StepId,
    /// All questions that the form of a petition or of an action asks.
    pub fields: Vec<FormField>,
    /// The fields that the form of a petition asks.
    pub form: Vec<FieldId>,
    /// All conditions of actions.
    pub guards: Vec<Guard>,
    /// By what a case is complex, where that follows from what was filled in; none where whoever
    /// accepts it says so.
    pub complexity: Vec<ComplexityRule>,
    /// All reasons for which a case is refused.
    pub reasons: Vec<Reason>,
    /// All steps.
    pub steps: Vec<Step>,
    /// All actions.
    pub actions: Vec<Action>,
    /// All clocks.
    pub clocks: Vec<Clock>,
    /// What heads of units have to do in person, as cases of this kind tell.
    pub duties: Vec<Duty>,
    /// What cases of this kind can be about; the last is for what fits nowhere else.
    pub topics: Vec<Topic>,
}

impl CaseKind {
    /// The kind `id` from `from` on, which has no steps yet and publishes nothing.
    #[must_use]
    pub fn new(id: KindId, from: Date) -> Self {
        Self {
            id,
            prefix: String::new(),
            self_service: true,
            escalates: true,
            bound: Vec::new(),
            from,
            until: None,
            requires: BTreeSet::new(),
            public: BTreeSet::new(),
            stripped: None,
            openers: None,
            retention: None,
            kept_closed: None,
            receipt: None,
            first_step: StepId::new(""),
            fields: Vec::new(),
            form: Vec::new(),
            guards: Vec::new(),
            complexity: Vec::new(),
            reasons: Vec::new(),
            steps: Vec::new(),
            actions: Vec::new(),
            clocks: Vec::new(),
            duties: Vec::new(),
            topics: Vec::new(),
        }
    }

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

    /// The field of that name.
    #[must_use]
    pub fn field(&self, id: &FieldId) -> Option<&FormField> {
        self.fields.iter().find(|field| field.id == *id)
    }

    /// The fields of those names.
    pub fn fields_of<'a>(&'a self, ids: &'a [FieldId]) -> impl Iterator<Item = &'a FormField> {
        ids.iter().filter_map(|id| self.field(id))
    }

    /// The fields whose choices make a case complex by their number, of those that `action` asks for.
    #[must_use]
    pub fn complex_by<'a>(&'a self, action: &'a Action) -> Vec<&'a FieldId> {
        let facts = || self.complexity.iter().flat_map(|rule| rule.when.facts());
        let counts = |field: &FieldId| facts().any(|fact| *fact == Fact::Count(field.clone()));
        action.asks.iter().filter(|field| counts(field)).collect()
    }

    /// How hard a case can be, as the law of the kind tells it apart: ordinary, and what any of its limits has a
    /// length for.
    #[must_use]
    pub fn complexities(&self) -> BTreeSet<Complexity> {
        let variants = self.clocks.iter().flat_map(|clock| &clock.terms.variants);
        let told = variants.map(|(about, _)| about.complexity);
        told.chain([Complexity::Ordinary]).collect()
    }

    /// The guard of that name.
    #[must_use]
    pub fn guard(&self, id: &GuardId) -> Option<&Guard> {
        self.guards.iter().find(|guard| guard.id == *id)
    }

    /// The reason of that name.
    #[must_use]
    pub fn reason(&self, id: &ReasonId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == *id)
    }

    /// The kinds of which its conditions ask whether an earlier case about the same matter is in time.
    #[must_use]
    pub fn asks_in_time(&self) -> BTreeSet<KindId> {
        let clocks = self.clocks.iter().filter_map(|clock| clock.when.as_ref());
        let reasons = self.reasons.iter().filter_map(|reason| reason.when.as_ref());
        let conditions = self.guards.iter().map(|guard| &guard.when).chain(clocks).chain(reasons);
        let asked = conditions.flat_map(Condition::facts).filter_map(|fact| match fact {
            Fact::EarlierInTime(kind) => Some(kind.clone()),
            _ => None,
        });
        asked.collect()
    }

    /// Whether who brought such a case is kept from those who verify it.
    #[must_use]
    pub const fn is_sealed(&self) -> bool {
        self.stripped.is_some()
    }

    /// The fields of a petition that its receipt tells, which is shown around: what is asked, not who asks, nor
    /// what opens the case. Of a sealed kind it tells nothing, for the letter may tell who wrote it.
    #[must_use]
    pub const fn receipt_tells(&self) -> &'static [&'static str] {
        if self.is_sealed() { &[] } else { &["subject", "text"] }
    }

    /// Whether everybody may see `what` of such a case.
    #[must_use]
    pub fn publishes(&self, what: Publicity) -> bool {
        self.public.contains(&what)
    }

    /// Whether posts of `role` take in such cases, and so may know who brought one that is sealed.
    #[must_use]
    pub fn takes_in(&self, role: Role) -> bool {
        self.actions.iter().any(|action| {
            action.from.contains(&self.first_step)
                && action.to.is_some()
                && action.who.contains(&Party::Role(role))
        })
    }

    /// Whether refused cases end at `step`.
    #[must_use]
    pub fn is_refusal(&self, step: &StepId) -> bool {
        let refuses = |action: &&Action| action.deed == Deed::Refuse;
        self.actions.iter().filter(refuses).any(|action| action.to.as_ref() == Some(step))
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

/// What everybody may see of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Publicity {
    /// Its subject.
    Subject,
    /// The answer to it, with its proof.
    Answer,
    /// The words in which it was refused.
    Refusal,
}

/// A reason for which a case is refused: its words on screen are `reason-` and its name, and what
/// the citizen can do next has `-next` after that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Its name.
    pub id: ReasonId,
    /// What must be so of the case for it; nothing where what is filled in cannot tell. The words that say why
    /// not are `reason-` and its name with `-disproved` after that.
    pub when: Option<Condition>,
    /// The rule that gives it, as it is cited.
    pub rule: Citation,
}

/// How long cases are kept after they are closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retention {
    /// - Unit: years.
    pub years: u16,
    /// The rule that says so, as it is cited.
    pub rule: Citation,
}

/// When a case that was answered with proof counts as kept closed: once its petitioner has said
/// nothing, and nobody has brought the same matter again, for so long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptClosed {
    /// - Unit: calendar days after the answer.
    pub days: u16,
    /// The same in a remote area, where that is longer.
    pub remote: Option<u16>,
    /// The rule that says so, as it is cited.
    pub rule: Citation,
}

impl KeptClosed {
    /// How long it takes under `circumstances`.
    ///
    /// - Unit: calendar days after the answer.
    #[must_use]
    pub fn days_under(&self, circumstances: Circumstances) -> u16 {
        self.remote.filter(|_| circumstances.remote).unwrap_or(self.days)
    }
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
    /// The petitioner takes it back.
    Withdraw,
    /// Something worth knowing is written down.
    Note,
}

impl Deed {
    /// All deeds.
    pub const ALL: [Self; 10] = [
        Self::Accept,
        Self::Refuse,
        Self::Assign,
        Self::Transfer,
        Self::Answer,
        Self::Confirm,
        Self::Reopen,
        Self::Extend,
        Self::Withdraw,
        Self::Note,
    ];

    /// The word for it in packs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Refuse => "refuse",
            Self::Assign => "assign",
            Self::Transfer => "transfer",
            Self::Answer => "answer",
            Self::Confirm => "confirm",
            Self::Reopen => "reopen",
            Self::Extend => "extend",
            Self::Withdraw => "withdraw",
            Self::Note => "note",
        }
    }

    /// The deed of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }
}

/// What a case can be about, and which level decides it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its name; its words on screen are `topic-` and this.
    pub id: TopicId,
    /// The levels that are competent for it, one after the other; nobody is after the last day of the last.
    pub competent: Vec<Competence>,
    /// Whether a body that works under a unit of that level is competent too: an office or a department that
    /// decides on its own people.
    pub bodies: bool,
    /// For the last topic, which else binds its level as the lowest that can be competent: whether no other
    /// level is, as for what the law gives to communes alone.
    pub only_this_level: bool,
    /// Whether nobody is named who comes about it, with neither number nor place: who denounces stands with the
    /// denunciation alone, and no telephone number in what is written. It is not shown to the head, whom it may be
    /// about, nor linked with anything.
    pub nameless: bool,
    /// The closed step at which what is registered under it begins and ends, where nobody asked for
    /// anything: a day of reception to which nobody came. It counts in no tally and starts no clock.
    pub ends_at: Option<StepId>,
}

/// The level that is competent for a topic until a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Competence {
    /// The level.
    pub level: Level,
    /// The last day; nothing while that is so.
    pub until: Option<Date>,
}

impl Topic {
    /// The topic `id`, for which `level` is competent for good.
    #[must_use]
    pub fn new(id: TopicId, level: Level) -> Self {
        let competent = vec![Competence { level, until: None }];
        Self {
            id,
            competent,
            bodies: false,
            only_this_level: false,
            nameless: false,
            ends_at: None,
        }
    }

    /// The level that is competent for it on `day`; nothing when none is.
    #[must_use]
    pub fn competent_on(&self, day: Date) -> Option<Level> {
        let holds = |competence: &&Competence| competence.until.is_none_or(|until| day <= until);
        self.competent.iter().find(holds).map(|competence| competence.level)
    }
}
