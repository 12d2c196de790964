//! What an event of a case adds to the tallies.

use jiff::civil::Date;

use crate::case::event::CaseEvent;
use crate::case::kind::{Deed, Phase};
use crate::case::state::Case;
use crate::id::{KindId, UnitId};

/// What is tallied of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metric {
    /// Cases that came to the unit, from a petitioner.
    Received,
    /// Received cases that were brought above the competent level before it was through with the
    /// matter.
    Escalated,
    /// Received cases that bring a matter again.
    Recurring,
    /// Cases refused with a reason.
    Refused,
    /// Cases handed to the competent unit.
    TransferredOut,
    /// Cases that came from another unit.
    TransferredIn,
    /// Answers given.
    Answered,
    /// Answers that stopped a clock, and none of those they stopped had run out.
    AnsweredInTime,
    /// Answers that stopped a clock that had run out.
    AnsweredLate,
    /// Cases that their petitioner reopened.
    Reopened,
    /// Answered matters that were brought again in another case; counted where the answer stands.
    CameBack,
    /// Cases that their petitioner confirmed as solved.
    Confirmed,
    /// Cases that their petitioner took back.
    Withdrawn,
    /// Stock: cases that are not closed.
    Open,
    /// Stock: cases closed with proof, of which the petitioner confirmed that they are solved or said
    /// nothing for the time that their kind gives, and that were neither reopened nor, within that time,
    /// brought again.
    KeptClosed,
}

impl Metric {
    /// All metrics.
    pub const ALL: [Self; 15] = [
        Self::Received,
        Self::Escalated,
        Self::Recurring,
        Self::Refused,
        Self::TransferredOut,
        Self::TransferredIn,
        Self::Answered,
        Self::AnsweredInTime,
        Self::AnsweredLate,
        Self::Reopened,
        Self::CameBack,
        Self::Confirmed,
        Self::Withdrawn,
        Self::Open,
        Self::KeptClosed,
    ];

    /// The word for it in formulas, addresses and read tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Escalated => "escalated",
            Self::Recurring => "recurring",
            Self::Refused => "refused",
            Self::TransferredOut => "transferred-out",
            Self::TransferredIn => "transferred-in",
            Self::Answered => "answered",
            Self::AnsweredInTime => "answered-in-time",
            Self::AnsweredLate => "answered-late",
            Self::Reopened => "reopened",
            Self::CameBack => "came-back",
            Self::Confirmed => "confirmed",
            Self::Withdrawn => "withdrawn",
            Self::Open => "open",
            Self::KeptClosed => "kept-closed",
        }
    }

    /// The metric of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|metric| metric.word() == word)
    }

    /// What it is counted in: cases, or the times that something was done, of which one case can
    /// have several.
    #[must_use]
    pub const fn measured_in(self) -> &'static str {
        match self {
            Self::Received
            | Self::Escalated
            | Self::Recurring
            | Self::Refused
            | Self::Open
            | Self::KeptClosed => "case",
            Self::TransferredOut
            | Self::TransferredIn
            | Self::Answered
            | Self::AnsweredInTime
            | Self::AnsweredLate
            | Self::Reopened
            | Self::CameBack
            | Self::Confirmed
            | Self::Withdrawn => "time",
        }
    }

    /// Whether it is a stock, summed from the beginning, rather than a flow of the period.
    #[must_use]
    pub const fn is_stock(self) -> bool {
        matches!(self, Self::Open | Self::KeptClosed)
    }
}

/// One addition to one tally: who, what, when it took effect, how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The unit it counts for.
    pub unit: UnitId,
    /// The kind of case.
    pub kind: KindId,
    /// What is counted.
    pub metric: Metric,
    /// The day it takes effect.
    pub on: Date,
    /// One more, or one less.
    pub count: i8,
}

/// What `event`, effective on `on`, adds to the tallies; `before` is the case as it stood, nothing
/// for its registration.
#[must_use]
pub fn marks(before: Option<&Case>, event: &CaseEvent, on: Date) -> Vec<Mark> {
    match (event, before) {
        (CaseEvent::Registered(registered), _) if registered.unasked => Vec::new(),
        (CaseEvent::Registered(registered), _) => {
            let mark = |metric| Mark {
                unit: registered.unit.clone(),
                kind: registered.case_kind.clone(),
                metric,
                on,
                count: 1,
            };
            let mut all = vec![mark(Metric::Received), mark(Metric::Open)];
            if registered.escalated {
                all.push(mark(Metric::Escalated));
            }
            if registered.again.is_some() {
                all.push(mark(Metric::Recurring));
            }
            all
        }
        (_, None) => Vec::new(),
        (event, Some(before)) => before.clone().go_on(event, on),
    }
}

impl Case {
    /// Takes in one more event, effective on `on`; answers what it adds to the tallies.
    pub fn go_on(&mut self, event: &CaseEvent, on: Date) -> Vec<Mark> {
        let mut all = changes(self, event, on);
        all.extend(came_back(self, event, on));
        let before = counted(self, on);
        self.apply(event);
        all.extend(kept_closed(self, before, on));
        all
    }
}

fn changes(before: &Case, event: &CaseEvent, on: Date) -> Vec<Mark> {
    let mark = |unit: &UnitId, metric, count| Mark {
        unit: unit.clone(),
        kind: before.kind.clone(),
        metric,
        on,
        count,
    };
    let here = &before.unit;
    let mut all = Vec::new();
    if let CaseEvent::Acted(acted) = event {
        all.extend(
            flow(acted.deed).filter(|_| !acted.by_office).map(|metric| mark(here, metric, 1)),
        );
        all.extend(acted.late.map(|late| mark(here, answered(late), 1)));
        if acted.deed == Deed::Transfer {
            all.push(mark(&acted.unit, Metric::TransferredIn, 1));
        }
        let was_open = before.phase != Phase::Closed;
        let is_open = acted.phase != Phase::Closed;
        if was_open && (!is_open || acted.unit != *here) {
            all.push(mark(here, Metric::Open, -1));
        }
        if is_open && (!was_open || acted.unit != *here) {
            all.push(mark(&acted.unit, Metric::Open, 1));
        }
    }
    if let CaseEvent::EscalationCorrected { escalated, unit, on } = event {
        let count = if *escalated { 1 } else { -1 };
        all.push(Mark { on: *on, ..mark(unit, Metric::Escalated, count) });
    }
    all
}

/// Answered matters that were brought again count on the day of the later case, and are taken back there.
fn came_back(before: &Case, event: &CaseEvent, on: Date) -> Option<Mark> {
    let mark = |unit: &UnitId, on, count| Mark {
        unit: unit.clone(),
        kind: before.kind.clone(),
        metric: Metric::CameBack,
        on,
        count,
    };
    match event {
        CaseEvent::Recurred { on: brought, .. } => {
            before.answered.map(|_| mark(&before.unit, brought.unwrap_or(on), 1))
        }
        CaseEvent::RecurrenceWithdrawn { by } => {
            let withdrawn = before.recurred.iter().find(|recurrence| recurrence.by == *by)?;
            withdrawn.counted_for.as_ref().zip(withdrawn.on).map(|(unit, on)| mark(unit, on, -1))
        }
        _ => None,
    }
}

/// The unit for which a case counts as kept closed, and the day from which it does.
type Counted = (UnitId, Date);

/// Nothing counts before its day.
fn counted(case: &Case, on: Date) -> Option<Counted> {
    Some((case.unit.clone(), case.kept_closed_from()?.max(on)))
}

/// What ends before it counted adds and takes away on that day.
fn kept_closed(after: &Case, old: Option<Counted>, on: Date) -> Vec<Mark> {
    let new = counted(after, on);
    if old == new {
        return Vec::new();
    }
    let mark = |(unit, on), count| Mark {
        unit,
        kind: after.kind.clone(),
        metric: Metric::KeptClosed,
        on,
        count,
    };
    let old = old.map(|counted| mark(counted, -1));
    old.into_iter().chain(new.map(|counted| mark(counted, 1))).collect()
}

const fn answered(late: bool) -> Metric {
    if late { Metric::AnsweredLate } else { Metric::AnsweredInTime }
}

const fn flow(deed: Deed) -> Option<Metric> {
    match deed {
        Deed::Refuse => Some(Metric::Refused),
        Deed::Transfer => Some(Metric::TransferredOut),
        Deed::Answer => Some(Metric::Answered),
        Deed::Confirm => Some(Metric::Confirmed),
        Deed::Reopen => Some(Metric::Reopened),
        Deed::Withdraw => Some(Metric::Withdrawn),
        Deed::Accept | Deed::Assign | Deed::Extend | Deed::Note => None,
    }
}
