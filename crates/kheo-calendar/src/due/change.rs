//! What happens to a limit while it runs: it is extended, stands still, goes on, is counted anew.

use jiff::civil::Date;

use super::{Due, Extended, Pause};
use crate::calendar::{Calendar, CalendarError};
use crate::counter::Moment;
use crate::limit::Extension;

/// Why a limit cannot be extended so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum ExtensionError {
    #[error("the rule allows no further extension")]
    NoMore,
    #[error("it may be extended by 1 to {most}")]
    TooLong { most: u16 },
    #[error(transparent)]
    Calendar(#[from] CalendarError),
}

impl Due {
    /// The same limit, extended by `by` of its units, as decided on `on`.
    ///
    /// # Errors
    /// [`ExtensionError`] for more than `allowed`, or an end the calendar does not know.
    pub fn extend(
        &self,
        by: u16,
        on: Date,
        allowed: Extension,
        calendar: &Calendar,
    ) -> Result<Self, ExtensionError> {
        let most = allowed.most(self.limit, &self.extended);
        if most == 0 {
            return Err(ExtensionError::NoMore);
        }
        if by == 0 || by > most {
            return Err(ExtensionError::TooLong { most });
        }
        let mut extended = self.extended.clone();
        extended.push(Extended { by, on });
        Ok(self.with(extended, self.paused.clone(), calendar)?)
    }

    /// The same limit, standing still from `at` on; what stands still is left as it is.
    #[must_use]
    pub fn pause(&self, at: impl Into<Moment>) -> Self {
        let mut paused = self.clone();
        if !self.is_paused() {
            paused.paused.push(Pause { from: at.into(), until: None });
        }
        paused
    }

    /// The same limit, going on from `at` with what was left of it.
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
            pause.until = Some(at.into());
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

    fn with(
        &self,
        extended: Vec<Extended>,
        paused: Vec<Pause>,
        calendar: &Calendar,
    ) -> Result<Self, CalendarError> {
        let due = Self::of(self.started(), self.limit, extended, paused, calendar)?;
        Ok(Self { rule: self.rule.clone(), ..due })
    }
}

/// The due date that `old` becomes under a corrected calendar; nothing when it does not move.
///
/// # Errors
/// [`CalendarError`] when the corrected calendar does not know a day it hangs on.
pub fn moved(old: &Due, calendar: &Calendar) -> Result<Option<Due>, CalendarError> {
    let new = old.recount(calendar)?;
    let stays = (new.on, new.at) == (old.on, old.at);
    Ok((!stays).then_some(new))
}
