//! `kheo calendar`: the days off of a year with their sources, and what a correction of them moves.

mod ics;
mod moved;

use kheo_calendar::{Calendar as DaysOff, Confidence, Listed, What, WorkingHours};
use kheo_words::Tongue;
use serde_json::{Value, json};

use crate::cause::Cause;
use crate::command_line::{Calendar, CalendarCommand};
use crate::failure::Failure;
use crate::packs;
use crate::terminal::{print, println};

/// Runs `kheo calendar`.
pub(crate) fn run(wanted: &Calendar, tongue: Tongue<'_>) -> Result<(), Failure> {
    if let Some(CalendarCommand::Moved(moved)) = &wanted.command {
        return if wanted.has_arguments() {
            Err(Failure::new("before-moved"))
        } else {
            moved::run(moved, tongue)
        };
    }
    let (packs, _) = packs::load(&wanted.rules)?;
    let calendar = &packs.rules.calendar;
    let year = wanted.year.unwrap_or_default();
    let known = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year));
    let known = known.and_then(|year| Some((year, calendar.days_of(year).ok()?)));
    let (year, days) = known.ok_or_else(|| {
        let failure = Failure::new("no-year").with("year", year);
        let failure = failure.with("first", tongue.date(calendar.first_day()));
        failure.with("last", tongue.date(calendar.last_day()))
    })?;
    if wanted.json {
        println(&as_json(calendar, year, &days)?);
    } else if wanted.ics {
        print(&ics::of(calendar.version(), &days, tongue));
    } else {
        for line in told(calendar, &days, tongue) {
            println(&line);
        }
    }
    Ok(())
}

fn told(calendar: &DaysOff, days: &[Listed], tongue: Tongue<'_>) -> Vec<String> {
    let mut lines = vec![tongue.say_with("due-calendar", &[("version", calendar.version())])];
    for listed in days {
        let weekday =
            tongue.say(&format!("weekday-{}", listed.day.weekday().to_monday_one_offset()));
        let what = words(listed, tongue);
        let mut line = format!("{} {weekday}: {what}", tongue.date(listed.day));
        if !listed.source.is_empty() {
            let source = tongue.source_line(&listed.source);
            line = format!("{line} — {source}{}", doubt(listed.confidence, tongue));
        }
        lines.push(line);
    }
    if let Some(hours) = days.last().and_then(|last| calendar.hours(last.day).ok()) {
        let sessions = sessions(hours).join(", ");
        let doubt = doubt(hours.confidence, tongue);
        let source = tongue.source_line(&hours.source);
        let variables = [("sessions", sessions.as_str()), ("source", source.as_str())];
        lines.push(format!("{}{doubt}", tongue.say_with("calendar-hours", &variables)));
    }
    let roll = calendar.roll();
    let source = tongue.source_line(&roll.source);
    let said = tongue.say_with("calendar-roll", &[("source", &source)]);
    lines.push(format!("{said}{}", doubt(roll.confidence, tongue)));
    lines
}

/// What sets a day apart, in words.
fn words(listed: &Listed, tongue: Tongue<'_>) -> String {
    let with = |key: &str, day| tongue.say_with(key, &[("day", &tongue.date(day))]);
    match listed.what {
        What::Off(why) => tongue.day_off(why),
        What::SubstituteOf(holiday) => with("calendar-substitute", holiday),
        What::SwappedFor(worked) => with("calendar-swapped", worked),
        What::WorkedFor(off) => with("calendar-worked", off),
        What::Undecided => tongue.say("calendar-undecided"),
        What::Unconfirmed(why) => {
            tongue.say_with("calendar-culture-day-open", &[("day", &tongue.day_off(why))])
        }
    }
}

fn doubt(confidence: Confidence, tongue: Tongue<'_>) -> String {
    match confidence {
        Confidence::High => String::new(),
        Confidence::Medium => format!(" ({})", tongue.say("calendar-second-hand")),
        Confidence::Unconfirmed => format!(" ({})", tongue.say("calendar-unconfirmed")),
    }
}

fn sessions(hours: &WorkingHours) -> Vec<String> {
    let time = |at: jiff::civil::Time| format!("{:02}:{:02}", at.hour(), at.minute());
    let session =
        |one: &kheo_calendar::Session| format!("{}–{}", time(one.opens), time(one.closes));
    hours.sessions.iter().map(session).collect()
}

fn as_json(calendar: &DaysOff, year: i16, days: &[Listed]) -> Result<String, Failure> {
    let hours = days.last().and_then(|last| calendar.hours(last.day).ok());
    let whole = json!({
        "version": calendar.version(),
        "year": year,
        "days": days.iter().map(day_json).collect::<Vec<_>>(),
        "hours": hours,
        "roll": calendar.roll(),
    });
    serde_json::to_string_pretty(&whole)
        .map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))
}

fn day_json(listed: &Listed) -> Value {
    let (is, why, instead) = match listed.what {
        What::Off(why) => ("off", Some(why), None),
        What::SubstituteOf(day) => ("substitute", None, Some(day)),
        What::SwappedFor(day) => ("swapped", None, Some(day)),
        What::WorkedFor(day) => ("worked", None, Some(day)),
        What::Undecided => ("undecided", None, None),
        What::Unconfirmed(why) => ("worked-unconfirmed", Some(why), None),
    };
    json!({
        "day": listed.day,
        "is": is,
        "why": why,
        "instead_of": instead,
        "source": listed.source,
        "confidence": listed.confidence,
    })
}
