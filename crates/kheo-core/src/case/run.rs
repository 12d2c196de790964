//! The runs of the clocks of a case: what was in time, what was late, what still runs.

use jiff::civil::Date;
use kheo_calendar::{Due, Moment};

use crate::case::event::{CaseEvent, Undone};
use crate::id::ClockId;

/// A clock of a case, from its start until it stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The clock.
    pub clock: ClockId,
    /// When it runs out, or would have.
    pub due: Due,
    /// The day it stopped, and whether that was too late; nothing while it runs.
    pub stopped: Option<(Date, bool)>,
}

/// How a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It stopped in time.
    InTime,
    /// It stopped late.
    Late,
    /// It runs, or stands still, and has not run out.
    Running,
    /// It runs and has run out.
    Overdue,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::InTime, Self::Late, Self::Running, Self::Overdue];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::InTime => "in-time",
            Self::Late => "late",
            Self::Running => "running",
            Self::Overdue => "overdue",
        }
    }
}

impl Run {
    /// Whether it is one of `clock` that has not ended.
    fn is_of(&self, clock: &ClockId) -> bool {
        self.clock == *clock && self.stopped.is_none()
    }

    /// How it stands at `now`.
    #[must_use]
    pub fn standing(&self, now: Moment) -> Standing {
        match self.stopped {
            Some((_, false)) => Standing::InTime,
            Some((_, true)) => Standing::Late,
            None if self.due.runs_out() && self.due.is_late(now) => Standing::Overdue,
            None => Standing::Running,
        }
    }
}

/// The runs of all clocks of a case by whose end the authority has to do something, in the order of
/// their starts; what has to last, or to wait, is neither in time nor late.
#[must_use]
pub fn runs<'e>(events: impl IntoIterator<Item = &'e (Moment, CaseEvent)>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, event) in events {
        match event {
            CaseEvent::ClockStarted { clock, due } => {
                runs.push(Run { clock: clock.clone(), due: due.clone(), stopped: None });
            }
            CaseEvent::ClockPaused { clock, due }
            | CaseEvent::ClockResumed { clock, due }
            | CaseEvent::ClockExtended { clock, due }
            | CaseEvent::ClockRecounted { clock, due, .. }
            | CaseEvent::ClockMoved { clock, due, .. } => {
                if let Some(run) = open(&mut runs, clock) {
                    run.due.clone_from(due);
                }
            }
            // What lapsed in its time was neither kept nor missed.
            CaseEvent::ClockStopped {
                clock, late: false, undone: Some(Undone::Lapsed), ..
            } => {
                if let Some(at) = runs.iter().rposition(|run| run.is_of(clock)) {
                    runs.remove(at);
                }
            }
            CaseEvent::ClockStopped { clock, late, undone, .. } => {
                if let Some(run) = open(&mut runs, clock) {
                    run.stopped = Some((at.day, *late || *undone == Some(Undone::Failed)));
                }
            }
            CaseEvent::Registered(_)
            | CaseEvent::Acted(_)
            | CaseEvent::EscalationCorrected { .. }
            | CaseEvent::Erased(_)
            | CaseEvent::Recurred { .. }
            | CaseEvent::RecurrenceWithdrawn { .. } => {}
        }
    }
    runs.retain(|run| run.due.limit.binds_authority());
    runs
}

/// The run of a clock that has not ended.
fn open<'r>(runs: &'r mut [Run], clock: &ClockId) -> Option<&'r mut Run> {
    runs.iter_mut().rev().find(|run| run.is_of(clock))
}

/// A run under the rules that a case had, beside the same run under others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BothRuns {
    /// The clock.
    pub clock: ClockId,
    /// As it was; nothing when it did not run.
    pub before: Option<Run>,
    /// As it would have been; nothing when it would not have run.
    pub after: Option<Run>,
}

/// The runs of one case under two sets of rules: the first of a clock beside its first, and so on.
#[must_use]
pub fn side_by_side(before: Vec<Run>, after: Vec<Run>) -> Vec<BothRuns> {
    let mut both: Vec<BothRuns> = Vec::new();
    for run in before {
        both.push(BothRuns { clock: run.clock.clone(), before: Some(run), after: None });
    }
    for run in after {
        let own = both.iter_mut().find(|both| both.clock == run.clock && both.after.is_none());
        if let Some(both) = own {
            both.after = Some(run);
        } else {
            both.push(BothRuns { clock: run.clock.clone(), before: None, after: Some(run) });
        }
    }
    both
}
