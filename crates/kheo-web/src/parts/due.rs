//! Why a due date is the day it is.

use kheo_calendar::{DayOff, Due, LimitUnit, Skipped};
use kheo_core::case::Clock;
use kheo_words::{Lang, Tongue};
use maud::{Markup, html};

/// The due date, opening into its explanation: the start, the rule, each day that was skipped and why.
///
/// `clock` is the rule of the pack; without it the basis is left out.
pub(crate) fn explained(tongue: Tongue<'_>, due: &Due, clock: Option<&Clock>) -> Markup {
    html! {
        details class="why" {
            summary { (tongue.say("due-why")) }
            p { (rule(tongue, due)) }
            @if !due.skipped.is_empty() {
                p { (tongue.say("due-skipped")) }
                ul { @for skipped in &due.skipped { li { (off(tongue, skipped)) } } }
            }
            p { (tongue.say_with("due-ends", &[("day", &tongue.date(due.on))])) }
            @if let Some(clock) = clock { (basis(tongue, clock)) }
            p class="quiet" { (tongue.say_with("due-calendar", &[("version", &due.calendar)])) }
        }
    }
}

fn rule(tongue: Tongue<'_>, due: &Due) -> String {
    let start = tongue.date(due.start);
    let variables = [("start", start.as_str())];
    let count = i64::from(due.limit.count);
    match due.limit.unit {
        LimitUnit::CalendarDays => tongue.say_count("due-calendar-days", count, &variables),
        LimitUnit::WorkingDays => tongue.say_count("due-working-days", count, &variables),
        LimitUnit::Months => tongue.say_count("due-months", count, &variables),
    }
}

fn off(tongue: Tongue<'_>, skipped: &Skipped) -> String {
    let why = tongue.say(match skipped.why {
        DayOff::Weekend => "day-off-weekend",
        DayOff::NewYear => "day-off-new-year",
        DayOff::Tet => "day-off-tet",
        DayOff::HungKings => "day-off-hung-kings",
        DayOff::Reunification => "day-off-reunification",
        DayOff::LabourDay => "day-off-labour-day",
        DayOff::NationalDay => "day-off-national-day",
        DayOff::CultureDay => "day-off-culture-day",
        DayOff::Substitute => "day-off-substitute",
        DayOff::Swap => "day-off-swap",
    });
    let from = tongue.date(skipped.from);
    if skipped.from == skipped.until {
        format!("{from}: {why}")
    } else {
        format!("{from} – {}: {why}", tongue.date(skipped.until))
    }
}

fn basis(tongue: Tongue<'_>, clock: &Clock) -> Markup {
    let basis = match tongue.lang() {
        Lang::Vi => &clock.basis,
        Lang::En => &clock.basis_en,
    };
    html! {
        p {
            (tongue.say_with("due-basis", &[("basis", basis)])) " "
            @if !clock.confirmed { strong { (tongue.say("due-unconfirmed")) } }
        }
    }
}
