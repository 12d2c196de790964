//! Whether a case was brought above the competent level before that level was through with it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::case::{Case, CaseEvent, Deed};
use crate::id::UnitId;
use crate::unit::Level;

/// The first day on which each unit was through with a case: it was answered or refused there, or
/// was there after a limit had run out, at the end of a day or when somebody acted on it. `told` is
/// what happened to it, each with its day; what is not stopped runs out in the end.
#[must_use]
pub fn through<'a>(
    told: impl IntoIterator<Item = (Date, &'a CaseEvent)>,
) -> BTreeMap<UnitId, Date> {
    let mut days = BTreeMap::new();
    let mut since = Date::MIN;
    let mut now: Option<Case> = None;
    for (on, event) in told {
        let on = since.max(on);
        match (&mut now, event) {
            (None, CaseEvent::Registered(registered)) => now = Some(Case::begun(registered)),
            (Some(case), event) => {
                if since < on || matches!(event, CaseEvent::Acted(_)) {
                    note(&mut days, case, ran_out(case, since).filter(|day| *day <= on));
                }
                note(&mut days, case, is_end(event).then_some(on));
                case.apply(event);
            }
            (None, _) => {}
        }
        since = on;
    }
    if let Some(case) = &now {
        note(&mut days, case, ran_out(case, since));
    }
    days
}

fn note(days: &mut BTreeMap<UnitId, Date>, case: &Case, day: Option<Date>) {
    if let Some(day) = day {
        let first = days.entry(case.unit.clone()).or_insert(day);
        *first = day.min(*first);
    }
}

/// The day after the limit that runs out first, or `since` when it had run out before.
fn ran_out(case: &Case, since: Date) -> Option<Date> {
    Some(case.due_on()?.tomorrow().ok()?.max(since))
}

/// Whether the event is an answer or a refusal.
#[must_use]
pub fn is_end(event: &CaseEvent) -> bool {
    matches!(event, CaseEvent::Acted(acted) if matches!(acted.deed, Deed::Answer | Deed::Refuse))
}

/// Whether a case addressed to the level `addressed` is brought above its level: the level is above
/// the `competent` one, and for the same content no unit of the competent level was through with a
/// case before. `through` are the levels of those that were.
///
/// So a second complaint after a decision or after its limit, and a further denunciation to the
/// superior, are never escalated.
///
/// - Law: no statute defines it; the law on complaints 2011, art. 33, and on denunciations 2018,
///   art. 38, and 2011, art. 9.1.d, allow what is excepted.
#[must_use]
pub fn is_escalated(
    addressed: Option<Level>,
    competent: Option<Level>,
    through: impl IntoIterator<Item = Level>,
) -> bool {
    addressed.zip(competent).is_some_and(|(at, competent)| {
        at > competent && !through.into_iter().any(|level| level == competent)
    })
}
