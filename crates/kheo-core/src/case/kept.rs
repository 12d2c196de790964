//! Whether a case that was answered with proof stays closed: nobody says otherwise, and the same
//! matter is not brought again.

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::{Acted, CaseEvent};
use crate::case::kind::{CaseKind, Deed, Phase};
use crate::case::state::Case;
use crate::id::{CaseCode, UnitId};

/// An answer that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    /// Whether it came with proof that what was asked is settled.
    pub proven: bool,
    /// The day from which it counts as kept closed, when nobody has said otherwise before it; nothing where
    /// that is not waited for.
    pub silence_until: Option<Date>,
    /// The day before that on which its petitioner confirmed it.
    pub confirmed_on: Option<Date>,
}

impl Answered {
    /// The day from which it counts, if it is proven and the case closed; nothing where that is at
    /// once.
    #[must_use]
    pub fn counts_from(&self) -> Option<Date> {
        self.confirmed_on.or(self.silence_until)
    }
}

/// A later case in which the same matter was brought again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// The later case.
    pub by: CaseCode,
    /// The day it was registered; nothing where the ledger does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The unit for which it counts that an answered matter came back; nothing when no answer stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted_for: Option<UnitId>,
    /// Whether it keeps the answer that stands from counting as kept closed.
    pub ends: bool,
}

impl Acted {
    /// Whether it comes with proof that what was asked is settled.
    fn proves_it_settled(&self) -> bool {
        !self.unsettled && !self.proofs.is_empty()
    }
}

impl Case {
    /// The day from which it counts as kept closed, as far as can be told now: [`Date::MIN`] for one
    /// that counts from the day it was closed. Nothing while it is not closed with proof, and once it
    /// was reopened or brought again in time.
    #[must_use]
    pub fn kept_closed_from(&self) -> Option<Date> {
        let answered = self.answered.filter(|answered| answered.proven)?;
        let ended = self.recurred.iter().any(|recurrence| recurrence.ends);
        let counts = self.phase == Phase::Closed && !ended;
        counts.then(|| answered.counts_from().unwrap_or(Date::MIN))
    }

    /// Whether it counts as kept closed on `day`, by what happened until then.
    #[must_use]
    pub fn is_kept_closed(&self, day: Date) -> bool {
        self.kept_closed_from().is_some_and(|from| from <= day)
    }

    /// What `event` does to the answer that stands.
    pub(super) fn keep(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::Acted(acted) => match acted.deed {
                Deed::Answer => {
                    self.forget_recurrences();
                    self.answered = Some(Answered {
                        proven: acted.proves_it_settled(),
                        silence_until: acted.counts_from,
                        confirmed_on: None,
                    });
                }
                Deed::Confirm => {
                    if let Some(answered) = &mut self.answered {
                        answered.confirmed_on = answered.confirmed_on.or(acted.counts_from);
                    }
                }
                Deed::Reopen => {
                    self.forget_recurrences();
                    self.answered = None;
                }
                _ => {}
            },
            CaseEvent::Recurred { by, on } => {
                let until = self.answered.and_then(|answered| answered.silence_until);
                // On the day itself it counts already, as pages and figures say from its first hour on.
                let in_time = on.zip(until).is_none_or(|(on, until)| on < until);
                let answered = self.answered.is_some();
                self.recurred.push(Recurrence {
                    by: by.clone(),
                    on: *on,
                    counted_for: answered.then(|| self.unit.clone()),
                    ends: answered && in_time,
                });
            }
            CaseEvent::RecurrenceWithdrawn { by } => self.recurred.retain(|one| one.by != *by),
            _ => {}
        }
    }

    /// What was brought again before concerns no answer from now on.
    fn forget_recurrences(&mut self) {
        self.recurred.iter_mut().for_each(|recurrence| recurrence.ends = false);
    }
}

/// The first day on which a case counts as kept closed, or will if nothing more happens: never before it
/// was closed. `told` is what happened to it, each with its day. Nothing when it does not count.
#[must_use]
pub fn counted_since<'a>(told: impl IntoIterator<Item = (Date, &'a CaseEvent)>) -> Option<Date> {
    let (mut last, mut since) = (Date::MIN, None);
    let mut now: Option<Case> = None;
    for (on, event) in told {
        last = last.max(on);
        let counts = |case: Option<&Case>| Some(case?.kept_closed_from()?.max(last));
        let before = counts(now.as_ref());
        match (&mut now, event) {
            (None, CaseEvent::Registered(registered)) => now = Some(Case::begun(registered)),
            (Some(case), event) => case.apply(event),
            (None, _) => {}
        }
        let after = counts(now.as_ref());
        if after != before {
            since = after;
        }
    }
    since
}

/// The day from which what `acted` on `day` makes the case count as kept closed: for an answer, when
/// nobody says otherwise before it: the day after the last of those on which they may; for a confirmation, the day itself, where it comes before that.
pub(super) fn counts_from(kind: &CaseKind, case: &Case, acted: &Acted, day: Date) -> Option<Date> {
    match acted.deed {
        Deed::Answer => {
            let rule = kind.kept_closed.as_ref().filter(|_| !acted.unsettled);
            let days = rule?.days_under(case.circumstances);
            Some(day.saturating_add((i32::from(days) + 1).days()))
        }
        Deed::Confirm => {
            let from = case.answered.and_then(|answered| answered.counts_from());
            from.filter(|from| day < *from).map(|_| day)
        }
        _ => None,
    }
}
