//! What happens to the clocks of a case.

use jiff::civil::Date;
use kheo_calendar::{Calendar, CalendarError, Citation, Due, Moment, begin, moved as moved_due};

use crate::Refusal;
use crate::case::clock::Clock;
use crate::case::competence::Seat;
use crate::case::event::{Acted, CaseEvent};
use crate::case::form::{FieldFault, FieldValue};
use crate::case::guard::{Asked, Condition};
use crate::case::kind::{Action, CaseKind, Deed, Phase};
use crate::case::state::Case;
use crate::case::term::{Circumstances, Term};
use crate::id::FieldId;
use crate::quantity::Quantity;

/// When something is decided, and by which calendar.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub(super) at: Moment,
    pub(super) calendar: &'a Calendar,
}

/// Starts `clock`, whose version is in force from `from`; nothing when its condition does not hold.
pub(super) fn start(
    clock: &Clock,
    from: Date,
    under: Circumstances,
    asked: Asked<'_>,
    now: Now<'_>,
) -> Result<Option<CaseEvent>, Refusal> {
    let holds = |when: &Condition| when.holds(asked);
    if !clock.when.as_ref().is_none_or(holds) {
        return Ok(None);
    }
    let mut limit = clock.terms.under(under).limit;
    if let Some(field) = &clock.counted_by {
        limit.count = counted(asked, field, limit.count)?;
    }
    let due = begin(now.at, limit, now.calendar).map_err(|why| Refusal::NoCalendar { why })?;
    let rule = Citation { from: Some(from), ..clock.rule.clone() };
    Ok(Some(CaseEvent::ClockStarted { clock: clock.id.clone(), due: due.citing(rule) }))
}

/// The whole number in `field`, from 1 to `most`.
fn counted(asked: Asked<'_>, field: &FieldId, most: i16) -> Result<i16, Refusal> {
    let number = match asked.filled.get(field).or_else(|| asked.case.filled.get(field)) {
        Some(FieldValue::Number(number)) => *number,
        _ => return Err(Refusal::Unfilled { field: field.clone(), why: FieldFault::Empty }),
    };
    let (least, most) = (Quantity::whole(1), Quantity::whole(most.into()));
    let why = if number.decimals() > 0 {
        FieldFault::NotWhole
    } else {
        FieldFault::OutOfBounds { least: Some(least), most: Some(most) }
    };
    let whole = (number.decimals() == 0 && (least..=most).contains(&number))
        .then(|| i16::try_from(number.thousandths() / 1000).ok());
    whole.flatten().ok_or_else(|| Refusal::Unfilled { field: field.clone(), why })
}
/// Whether an answer comes late: after the end of any limit that it stops; nothing for other deeds,
/// and when it stops none. What has to last, or to wait, is neither in time nor late, and what lapses
/// with the answer does not judge it.
pub(super) fn late(kind: &CaseKind, case: &Case, action: &Action, now: Moment) -> Option<bool> {
    let judging = kind.clocks.iter().filter(|clock| clock.judges(&action.id, action.deed));
    judging.filter_map(|clock| running(clock, case)).map(|due| due.is_late(now)).max()
}

fn running<'a>(clock: &Clock, case: &'a Case) -> Option<&'a Due> {
    case.running.iter().find(|(id, _)| *id == clock.id).map(|(_, due)| due)
}

/// What `acted` does to the clocks of `case`, with `length` for an extension.
pub(super) fn after(
    kind: &CaseKind,
    case: &Case,
    acted: &Acted,
    asked: Asked<'_>,
    length: Option<u16>,
    now: Now<'_>,
) -> Result<Vec<CaseEvent>, Refusal> {
    let under = acted.circumstances.unwrap_or(case.circumstances);
    // It was sent to a unit that is competent, where that binds.
    let seat = if acted.unit == case.unit { asked.seat } else { Seat::Competent };
    let asked = Asked { filled: &acted.private.filled, seat, ..asked };
    let mut events = Vec::new();
    for clock in &kind.clocks {
        let due = running(clock, case);
        if let Some(due) = due {
            events.extend(goes_on((clock, due), case, (acted, under), length, now)?);
        }
        let starts = clock.starts_by(&acted.action, acted.deed);
        if starts && (due.is_none() || ends(clock, acted)) {
            events.extend(start(clock, kind.from, under, asked, now)?);
        }
    }
    let extended = |event: &CaseEvent| matches!(event, CaseEvent::ClockExtended { .. });
    if acted.deed == Deed::Extend && !events.iter().any(extended) {
        return Err(Refusal::NothingToExtend);
    }
    Ok(events)
}

fn ends(clock: &Clock, acted: &Acted) -> bool {
    clock.ends_by(&acted.action, acted.deed)
}

/// What `acted` does to a clock that runs.
fn goes_on(
    (clock, due): (&Clock, &Due),
    case: &Case,
    (acted, under): (&Acted, Circumstances),
    length: Option<u16>,
    now: Now<'_>,
) -> Result<Option<CaseEvent>, Refusal> {
    let id = clock.id.clone();
    if ends(clock, acted) {
        if due.is_early(now.at) {
            return Err(Refusal::TooEarly { clock: id, until: due.on });
        }
        // By the undecided day it is in time, whatever is decided; after it nobody can say.
        if let Some(date) =
            due.undecided.filter(|day| now.at.day > *day && due.limit.binds_authority())
        {
            return Err(Refusal::NoCalendar { why: CalendarError::Undecided { date } });
        }
        let (due_on, late) = (due.on, due.is_late(now.at));
        let uncounted = due.undecided.is_some();
        let undone = clock.left_undone_by(&acted.action, acted.deed);
        let clock = id;
        return Ok(Some(CaseEvent::ClockStopped { clock, due_on, late, uncounted, undone }));
    }
    let recounted = recounted((clock, due), case.circumstances, under, now)?;
    let (from, due) = (due.on, recounted.as_ref().unwrap_or(due));
    let extension = clock.terms.under(under).extension;
    if let (Deed::Extend, Some(allowed)) = (acted.deed, extension) {
        let by = length.unwrap_or(0);
        let extended = due.extend(by, now.at, allowed, now.calendar);
        let due = extended.map_err(|why| Refusal::NotExtended { clock: id.clone(), why })?;
        return Ok(Some(CaseEvent::ClockExtended { clock: id, due }));
    }
    if let Some(due) = recounted {
        return Ok(Some(CaseEvent::ClockRecounted { clock: id, from, due }));
    }
    let waits = acted.phase == Phase::Waiting;
    Ok(match (due.is_paused(), waits) {
        (false, true) if clock.pauses && !due.is_late(now.at) => {
            Some(CaseEvent::ClockPaused { clock: id, due: due.pause(now.at) })
        }
        (true, false) => {
            let again = due.resume(now.at, now.calendar);
            let due = again.map_err(|why| Refusal::NoCalendar { why })?;
            Some(CaseEvent::ClockResumed { clock: id, due })
        }
        _ => None,
    })
}

/// What a limit becomes when the matter turns out to be more or less complex; nothing when it stays
/// as long as it was. One that has run out stays so. An extension that only a more complex matter may have
/// goes with it: else a finding that is taken back would leave its time behind.
fn recounted(
    (clock, due): (&Clock, &Due),
    before: Circumstances,
    after: Circumstances,
    now: Now<'_>,
) -> Result<Option<Due>, Refusal> {
    let Term { limit, extension } = clock.terms.under(after);
    if clock.terms.under(before) == clock.terms.under(after) || due.is_past(now.at) {
        return Ok(None);
    }
    let counted = due.under_with(limit, extension, now.calendar);
    let counted = counted.map_err(|why| Refusal::NoCalendar { why })?;
    let same = counted.limit == due.limit && counted.extended == due.extended;
    Ok((!same).then_some(counted))
}

/// The clocks of `case` that run out on another day under a corrected calendar. What stands still
/// is counted anew when it goes on.
///
/// # Errors
/// [`Refusal::NoCalendar`] when the calendar does not know a day that one of them hangs on.
pub fn moved(case: &Case, calendar: &Calendar) -> Result<Vec<CaseEvent>, Refusal> {
    let mut events = Vec::new();
    for (clock, old) in case.running.iter().filter(|(_, due)| !due.is_paused()) {
        let new = moved_due(old, calendar).map_err(|why| Refusal::NoCalendar { why })?;
        events.extend(new.map(|due| CaseEvent::ClockMoved {
            clock: clock.clone(),
            from: old.on,
            due,
            uncounted: old.undecided.is_some(),
        }));
    }
    Ok(events)
}
