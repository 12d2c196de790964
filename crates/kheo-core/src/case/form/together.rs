//! What answers have to keep to that each of them alone does not: the others, and the calendar.

use kheo_calendar::Calendar;

use super::{FieldFault, FieldType, FieldValue, Filled, FormField};
use crate::Refusal;
use crate::id::FieldId;

/// Finds a day of `new` that lies before the one that it follows, among `new` and what was `known`.
///
/// # Errors
/// [`Refusal::Unfilled`].
pub(crate) fn in_order(fields: &[FormField], known: &Filled, new: &Filled) -> Result<(), Refusal> {
    let day = |field: &FieldId| match new.get(field).or_else(|| known.get(field)) {
        Some(FieldValue::Day(day)) => Some(*day),
        _ => None,
    };
    for field in fields.iter().filter(|field| new.contains_key(&field.id)) {
        let since = field.follows.as_ref().and_then(day);
        if let Some(since) = since.filter(|since| day(&field.id).is_some_and(|on| on < *since)) {
            let why = FieldFault::BeforeItsCause { since };
            return Err(Refusal::Unfilled { field: field.id.clone(), why });
        }
    }
    Ok(())
}

/// Finds a day to come among `new` on which nobody works.
///
/// # Errors
/// [`Refusal::Unfilled`]; [`Refusal::NoCalendar`] for a day that the calendar does not know.
pub(crate) fn on_working_days(
    fields: &[FormField],
    new: &Filled,
    calendar: &Calendar,
) -> Result<(), Refusal> {
    let to_come = |field: &&FormField| matches!(field.takes, FieldType::DayToCome { .. });
    for field in fields.iter().filter(to_come) {
        let Some(FieldValue::Day(day)) = new.get(&field.id) else { continue };
        if !calendar.is_working(*day).map_err(|why| Refusal::NoCalendar { why })? {
            let why = FieldFault::DayOff;
            return Err(Refusal::Unfilled { field: field.id.clone(), why });
        }
    }
    Ok(())
}

/// Finds an answer of `new` that may be given once at most and is `known` already.
///
/// # Errors
/// [`Refusal::Unfilled`].
pub(crate) fn at_most_once(
    fields: &[FormField],
    known: &Filled,
    new: &Filled,
) -> Result<(), Refusal> {
    let again = |field: &&FormField| {
        let once = matches!(field.takes, FieldType::DayToCome { once: true });
        once && new.contains_key(&field.id) && known.contains_key(&field.id)
    };
    match fields.iter().find(again) {
        Some(field) => {
            Err(Refusal::Unfilled { field: field.id.clone(), why: FieldFault::SaidBefore })
        }
        None => Ok(()),
    }
}
