//! Reads `calendar.toml`: what an administrator adds to the table of days off or corrects in it.

use std::borrow::Cow;

use jiff::civil::Time;
use kheo_calendar::{
    Beside, Calendar, Confidence, Correction, Decision, Misfit, Part, Ruling, Session, Sourced,
    TetBefore, WorkingHours, Wrong,
};

use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::nearest::clipped;
use crate::problem::Problem;
use crate::rule::CONFIDENCES;
use crate::source::{Name, Place};

const BEFORE_TET: [(&str, TetBefore); 2] =
    [("one-day", TetBefore::OneDay), ("two-days", TetBefore::TwoDays)];

const BESIDE: [(&str, Beside); 2] = [("before", Beside::Before), ("after", Beside::After)];

/// A decision or hours, and where they stand.
type Placed<'s, T> = Vec<(Place<'s>, T)>;

/// The calendar as the file corrects it; nothing when something is wrong in it.
pub(crate) fn read(document: &Document<'_>, found: &Findings) -> Option<Calendar> {
    let before = found.count();
    let mut file = document.fields(found);
    let version = file.text("version");
    let decisions = decisions(&mut file);
    let hours: Placed<'_, WorkingHours> =
        file.tables("hours").into_iter().filter_map(|fields| hours(fields, found)).collect();
    let roll = file.optional_table("roll").and_then(roll);
    file.end();
    let version = version?;
    let shipped = Calendar::vietnam();
    if version.value == shipped.version() {
        let problem = Problem::NotAnOwnVersion { version: clipped(&version.value) };
        found.add(&version.at, problem);
    }
    if found.count() > before {
        return None;
    }
    let correction = Correction {
        version: version.value.clone(),
        decisions: decisions.iter().map(|(_, decision)| decision.clone()).collect(),
        hours: hours.iter().map(|(_, hours)| hours.clone()).collect(),
        roll,
    };
    match shipped.corrected(correction) {
        Ok(calendar) => Some(calendar),
        Err(misfit) => {
            let at = match misfit.at {
                Part::Whole => None,
                Part::Decision(at) => decisions.get(at).map(|(place, _)| place),
                Part::Hours(at) => hours.get(at).map(|(place, _)| place),
            };
            found.add(at.unwrap_or(&version.at), problem(misfit));
            None
        }
    }
}

fn decisions<'s>(file: &mut Fields<'_, 's>) -> Placed<'s, Decision> {
    let mut all = Vec::new();
    for mut fields in file.tables("tet") {
        let year = year(&mut fields, "year");
        let before = fields.word("before", &BEFORE_TET);
        let ruling = year.zip(before).map(|(year, before)| Ruling::Tet { year, before });
        decided(fields, ruling, &mut all);
    }
    for mut fields in file.tables("national_day") {
        let year = year(&mut fields, "year");
        let beside = fields.word("beside", &BESIDE);
        let ruling = year.zip(beside).map(|(year, beside)| Ruling::NationalDay { year, beside });
        decided(fields, ruling, &mut all);
    }
    for mut fields in file.tables("culture_day") {
        let ruling = year(&mut fields, "from").map(|from| Ruling::CultureDay { from });
        decided(fields, ruling, &mut all);
    }
    // What is taken back comes before what takes its place.
    for mut fields in file.tables("no_swap") {
        let ruling = fields.date("off").map(|off| Ruling::NoSwap { off: off.value });
        decided(fields, ruling, &mut all);
    }
    for mut fields in file.tables("swap") {
        let days = fields.date("off").zip(fields.date("worked"));
        let ruling =
            days.map(|(off, worked)| Ruling::Swap { off: off.value, worked: worked.value });
        decided(fields, ruling, &mut all);
    }
    all
}

fn year(fields: &mut Fields<'_, '_>, field: &'static str) -> Option<i16> {
    let year = fields.whole(field, 1..=9999)?;
    i16::try_from(year.value).ok()
}

fn decided<'s>(mut fields: Fields<'_, 's>, ruling: Option<Ruling>, all: &mut Placed<'s, Decision>) {
    let sourced = sourced(&mut fields);
    let at = fields.at.clone();
    fields.end();
    if let Some((ruling, (source, confidence))) = ruling.zip(sourced) {
        let source = Cow::Owned(source.value);
        all.push((at, Decision { ruling, source, confidence }));
    }
}

fn sourced<'s>(fields: &mut Fields<'_, 's>) -> Option<(Name<'s>, Confidence)> {
    let source = fields.text("source");
    let confidence = fields.word("confidence", &CONFIDENCES);
    source.zip(confidence)
}

fn roll(mut fields: Fields<'_, '_>) -> Option<Sourced> {
    let sourced = sourced(&mut fields);
    fields.end();
    sourced.map(|(source, confidence)| Sourced { source: source.value, confidence })
}

fn hours<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<(Place<'s>, WorkingHours)> {
    let from = fields.date("from");
    let written = fields.texts("sessions");
    let sourced = sourced(&mut fields);
    let at = fields.at.clone();
    fields.must_have("sessions");
    fields.end();
    let mut sessions = Vec::new();
    for text in &written {
        match session(&text.value) {
            Some(session) => sessions.push(session),
            None => found.add(&text.at, Problem::NotHours { text: clipped(&text.value) }),
        }
    }
    let (source, confidence) = sourced?;
    let hours = WorkingHours { from: from?.value, sessions, source: source.value, confidence };
    Some((at, hours))
}

/// `07:30-11:30`.
fn session(text: &str) -> Option<Session> {
    let (opens, closes) = text.split_once('-')?;
    Some(Session { opens: time(opens.trim())?, closes: time(closes.trim())? })
}

fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let two = |text: &str| (text.len() == 2).then(|| text.parse::<i8>().ok()).flatten();
    Time::new(two(hour)?, two(minute)?, 0, 0).ok()
}

fn problem(misfit: Misfit) -> Problem {
    let day = misfit.day.to_string();
    match misfit.why {
        Wrong::Outside => {
            let calendar = Calendar::vietnam();
            let (first, last) = (calendar.first_day().to_string(), calendar.last_day().to_string());
            Problem::OutsideCalendar { day, first, last }
        }
        Wrong::NotRestDay => Problem::NotARestDay { day },
        Wrong::WorkedAlready => Problem::WorkedTwice { day },
        Wrong::AlreadyOff => Problem::OffAlready { day },
        Wrong::Undecided => Problem::UndecidedDay { day },
        Wrong::NoSwap => Problem::NoSuchSwap { day },
        Wrong::NoChoice => Problem::NothingToDecide { year: misfit.day.year().to_string() },
        Wrong::DecidedTwice => Problem::DecidedTwice {},
        Wrong::Disorder => Problem::HoursInDisorder {},
    }
}
