//! What a case is now: its events, folded.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_calendar::Due;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::case::event::{CaseEvent, Registered};
use crate::case::form::Filled;
use crate::case::kept::{Answered, Recurrence};
use crate::case::kind::{Deed, Phase};
use crate::case::term::Circumstances;
use crate::id::{ActionId, CaseCode, ClockId, KindId, PostId, StepId, TopicId, UnitId};

/// A case as its events left it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its code.
    pub code: CaseCode,
    /// Its kind.
    pub kind: KindId,
    /// The version of the kind it began under, named by its first day.
    pub version: Date,
    /// How many events it has: what an action has seen.
    pub seen: u64,
    /// The unit that holds it.
    pub unit: UnitId,
    /// What it is about.
    pub topic: TopicId,
    /// The step it stands at.
    pub step: StepId,
    /// The phase of that step.
    pub phase: Phase,
    /// The post that is responsible.
    pub post: Option<PostId>,
    /// What the lengths of its limits depend on.
    pub circumstances: Circumstances,
    /// The clocks that run.
    pub running: Vec<(ClockId, Due)>,
    /// How often each deed was done.
    pub done: BTreeMap<Deed, u16>,
    /// How often each action was taken, and when last.
    pub taken: BTreeMap<ActionId, Taken>,
    /// With which of its events each clock was started last.
    pub started: BTreeMap<ClockId, u64>,
    /// What was filled in of the fields of its kind.
    pub filled: Filled,
    /// Whether it was brought above the competent level before that level was through with the
    /// matter.
    pub escalated: bool,
    /// The first day on which a limit ran out, with the extensions it had, before what stops it was
    /// done.
    pub overran: Option<Date>,
    /// The answer that stands.
    pub answered: Option<Answered>,
    /// The later cases in which the same matter was brought again.
    pub recurred: Vec<Recurrence>,
    /// Whether its content was erased.
    pub erased: bool,
}

/// That an action was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Taken {
    /// How often.
    pub times: u16,
    /// With which event of the case the last time.
    pub last: u64,
}

impl Case {
    /// The case that `registered` began.
    #[must_use]
    pub fn begun(registered: &Registered) -> Self {
        Self {
            code: registered.code.clone(),
            kind: registered.case_kind.clone(),
            version: registered.version,
            seen: 1,
            unit: registered.unit.clone(),
            topic: registered.topic.clone(),
            step: registered.step.clone(),
            phase: if registered.unasked { Phase::Closed } else { Phase::Open },
            post: None,
            circumstances: Circumstances::default(),
            running: Vec::new(),
            done: BTreeMap::new(),
            taken: BTreeMap::new(),
            started: BTreeMap::new(),
            filled: registered.private.filled.clone(),
            escalated: registered.escalated,
            overran: None,
            answered: None,
            recurred: Vec::new(),
            erased: false,
        }
    }

    /// The case after one more event.
    pub fn apply(&mut self, event: &CaseEvent) {
        self.seen += 1;
        self.overran = self.overran.into_iter().chain(self.overrun_by(event)).min();
        self.keep(event);
        match event {
            CaseEvent::Registered(_)
            | CaseEvent::Recurred { .. }
            | CaseEvent::RecurrenceWithdrawn { .. } => {}
            CaseEvent::ClockStarted { clock, due } => {
                self.running.push((clock.clone(), due.clone()));
                self.started.insert(clock.clone(), self.seen);
            }
            CaseEvent::ClockPaused { clock, due }
            | CaseEvent::ClockResumed { clock, due }
            | CaseEvent::ClockExtended { clock, due }
            | CaseEvent::ClockRecounted { clock, due, .. }
            | CaseEvent::ClockMoved { clock, due, .. } => {
                for (_, running) in self.running.iter_mut().filter(|(id, _)| id == clock) {
                    running.clone_from(due);
                }
            }
            CaseEvent::ClockStopped { clock, .. } => self.running.retain(|(id, _)| id != clock),
            CaseEvent::EscalationCorrected { escalated, .. } => self.escalated = *escalated,
            CaseEvent::Erased(_) => {
                self.erased = true;
                self.filled.clear();
            }
            CaseEvent::Acted(acted) => {
                if acted.unit != self.unit {
                    self.post = None;
                }
                self.unit = acted.unit.clone();
                self.step = acted.step.clone();
                self.phase = acted.phase;
                if acted.post.is_some() {
                    self.post.clone_from(&acted.post);
                }
                self.circumstances = acted.circumstances.unwrap_or(self.circumstances);
                *self.done.entry(acted.deed).or_default() += 1;
                let taken = self.taken.entry(acted.action.clone()).or_default();
                *taken = Taken { times: taken.times.saturating_add(1), last: self.seen };
                self.filled.extend(acted.private.filled.clone());
            }
        }
    }

    /// Refuses what needs the content of a case that was erased.
    ///
    /// # Errors
    /// [`Refusal::Erased`].
    pub fn unless_erased(&self) -> Result<(), Refusal> {
        if self.erased { Err(Refusal::Erased { code: self.code.clone() }) } else { Ok(()) }
    }

    /// Folds all events of one case; nothing when they do not begin with its registration.
    #[must_use]
    pub fn fold<'a>(events: impl IntoIterator<Item = &'a CaseEvent>) -> Option<Self> {
        let mut events = events.into_iter();
        let Some(CaseEvent::Registered(registered)) = events.next() else { return None };
        let mut case = Self::begun(registered);
        for event in events {
            case.apply(event);
        }
        Some(case)
    }

    /// The day on which a limit had run out when `event` stopped it, made it stand still or extended
    /// it: what comes after that day does not undo it.
    fn overrun_by(&self, event: &CaseEvent) -> Option<Date> {
        let ran_out = |clock: &ClockId, on: Date| {
            let (_, due) = self.running.iter().find(|(id, _)| id == clock)?;
            (due.runs_out() && due.on < on).then_some(due.on)
        };
        match event {
            CaseEvent::ClockStopped { due_on, late: true, .. } => Some(*due_on),
            CaseEvent::ClockPaused { clock, due } => ran_out(clock, due.paused.last()?.from.day),
            CaseEvent::ClockExtended { clock, due } => ran_out(clock, due.extended.last()?.on),
            _ => None,
        }
    }

    /// Whether the authority prolonged it, seen from `today`: a limit with its extensions had run
    /// out before what stops it was done, or has run out and that is owed yet.
    #[must_use]
    pub fn is_prolonged(&self, today: Date) -> bool {
        self.overran.is_some() || self.due_on().is_some_and(|due| due < today)
    }

    /// The day the first running clock runs out; what stands still and what has to last do not
    /// run out.
    #[must_use]
    pub fn due_on(&self) -> Option<Date> {
        self.running.iter().filter(|(_, due)| due.runs_out()).map(|(_, due)| due.on).min()
    }
}
