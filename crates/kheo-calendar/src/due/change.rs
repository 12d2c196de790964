//! What happens to a limit while it runs: it is extended, stands still, goes on, is counted anew.

use jiff::civil::Date;

use super::{Due, Extended, Pause};
use crate::calendar::{Calendar, CalendarError};
use crate::counter::Moment;
use crate::limit::{Extension, LimitUnit, TimeLimit};

/// Why a limit cannot be extended so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum ExtensionError {
    #[error("the rule allows no further extension")]
    NoMore,
    #[error("it may be extended by 1 to {most}")]
    TooLong { most: u16, unit: LimitUnit },
    #[error("it ran out on {on}; only what still runs can be extended")]
    RunOut { on: Date },
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

impl Due {
    /// The same limit, extended by `by` of its units, as decided at `at`.
    ///
    /// # Errors
    /// [`ExtensionError`] for more than `allowed`, after the end, or for an end the calendar does not
    /// know.
    pub fn extend(
        &self,
        by: u16,
        at: impl Into<Moment>,
        allowed: Extension,
        calendar: &Calendar,
    ) -> Result<Self, ExtensionError> {
        let at = at.into();
        if self.is_late(at) {
            return Err(ExtensionError::RunOut { on: self.on });
        }
        let most = allowed.most(self.limit, &self.extended);
        if most == 0 {
            return Err(ExtensionError::NoMore);
        }
        if by == 0 || by > most {
            return Err(ExtensionError::TooLong { most, unit: self.limit.unit });
        }
        let mut extended = self.extended.clone();
        extended.push(Extended { by, on: at.day });
        Ok(self.with(extended, self.paused.clone(), calendar)?)
    }

    /// The same limit, standing still from `at` on; what stands still or has run out is left as it is.
    #[must_use]
    pub fn pause(&self, at: impl Into<Moment>) -> Self {
        let (mut paused, from) = (self.clone(), at.into());
        if !self.is_paused() && !self.is_late(from) {
            paused.paused.push(Pause { from: from.later(self.started()), until: None });
        }
        paused
    }

    /// The same limit, going on from `at` with what was left of it: what stopped on its last day ends on
    /// the day it goes on.
    ///
    /// # Errors
    /// [`CalendarError`] for an end the calendar does not know.
    pub fn resume(
        &self,
        at: impl Into<Moment>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let mut paused = self.paused.clone();
        if let Some(pause) = paused.last_mut().filter(|pause| pause.until.is_none()) {
            pause.until = Some(at.into().later(pause.from));
        }
        self.with(self.extended.clone(), paused, calendar)
    }

    /// The same limit by another calendar.
    ///
    /// # Errors
    /// [`CalendarError`] for an end that calendar does not know.
    pub fn recount(&self, calendar: &Calendar) -> Result<Self, CalendarError> {
        self.with(self.extended.clone(), self.paused.clone(), calendar)
    }

    /// The same time under another limit, with the extensions and pauses it had; what stands still is
    /// counted when it goes on.
    ///
    /// # Errors
    /// [`CalendarError`] for an end the calendar does not know.
    pub fn under(&self, limit: TimeLimit, calendar: &Calendar) -> Result<Self, CalendarError> {
        let other = Self { limit, ..self.clone() };
        if self.is_paused() { Ok(other) } else { other.recount(calendar) }
    }

    /// The same, of the extensions only those that `allowed` gives under `limit`, in the order they were decided:
    /// one that was made for what the matter no longer is falls away, and so do those after it.
    ///
    /// # Errors
    /// As [`Due::under`].
    pub fn under_with(
        &self,
        limit: TimeLimit,
        allowed: Option<Extension>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let mut kept: Vec<Extended> = Vec::new();
        for extended in &self.extended {
            if allowed.is_none_or(|allowed| extended.by > allowed.most(limit, &kept)) {
                break;
            }
            kept.push(*extended);
        }
        Self { extended: kept, ..self.clone() }.under(limit, calendar)
    }

    fn with(
        &self,
        extended: Vec<Extended>,
        paused: Vec<Pause>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let due = Self::running(self.started(), self.limit, extended, paused, calendar)?;
        Ok(Self { rule: self.rule.clone(), ..due })
    }
}

/// The due date that `old` becomes under a corrected calendar, which moves it, counts it at last or confirms
/// it; nothing when it stays what it was.
///
/// # Errors
/// [`CalendarError`] when the corrected calendar does not know a day it hangs on.
pub fn moved(old: &Due, calendar: &Calendar) -> Result<Option<Due>, CalendarError> {
    let new = old.recount(calendar)?;
    if let Some(date) = new.undecided {
        return Err(CalendarError::Undecided { date });
    }
    let confirmed = !old.unconfirmed.is_empty() && new.unconfirmed.is_empty();
    let stays = (new.on, new.at) == (old.on, old.at) && old.undecided.is_none() && !confirmed;
    Ok((!stays).then_some(new))
}
