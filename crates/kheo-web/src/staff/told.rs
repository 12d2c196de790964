//! The events of a case in the reader's words.

use jiff::civil::Date;
use kheo_calendar::{Due, Sense, day_in_vietnam};
use kheo_core::case::event::{Acted, Registered};
use kheo_core::case::{Case, CaseEvent, CaseKind, Deed, Erased, Proof, Publicity, Sight, Undone};
use kheo_core::id::{CaseCode, ClockId, UnitId};
use kheo_core::sealing::IdentityEvent;
use kheo_store::{Recorded, Who};
use kheo_words::Tongue;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::directory::Directory;
use crate::pages::staff::case::{ClockCard, FileLink};
use crate::pages::staff::told::Happening;
use crate::parts::due;
use crate::staff::answers::{self, Reading};

/// What happened, for the time line.
pub(crate) fn happening(
    tongue: Tongue<'_>,
    directory: &Directory,
    told: &Recorded<CaseEvent>,
    reading: Reading<'_>,
) -> Happening {
    let blank = Happening {
        recorded_at: told.recorded_at,
        on: told.effective_on,
        learned_later: day_in_vietnam(told.recorded_at) != told.effective_on,
        what: String::new(),
        who: None,
        to: None,
        text: None,
        filled: Vec::new(),
        files: Vec::new(),
        ended: None,
        link: None,
    };
    let (hidden, own) = (!is_read(directory, told, reading), wrote(directory, told, reading));
    let by = Some(who(tongue, directory, &told.who));
    let shows = |later: &CaseCode| reading.sees.knows() && !reading.sealed.contains(later);
    let other =
        |later: &CaseCode| shows(later).then(|| (format!("/cases/{later}"), later.to_string()));
    match &told.what {
        CaseEvent::Registered(registered) => Happening {
            what: tongue.say("staff-told-registered"),
            who: by,
            to: Some(to_unit(tongue, directory, registered)),
            ..blank
        },
        CaseEvent::Acted(acted) => Happening {
            what: tongue.say(&format!("action-{}", acted.action)),
            who: by,
            to: gone_to(tongue, directory, acted),
            text: Some(acted.private.text.clone()).filter(|text| !text.is_empty() && !hidden),
            filled: reason(tongue, acted, reading)
                .into_iter()
                .chain(complexity(tongue, acted))
                .chain(answers::shown(tongue, &acted.private.filled, reading, own))
                .collect(),
            files: if hidden { Vec::new() } else { links(&acted.proofs) },
            ..blank
        },
        CaseEvent::EscalationCorrected { escalated, .. } => Happening {
            what: tongue.say(if *escalated {
                "staff-told-escalated"
            } else {
                "staff-told-not-escalated"
            }),
            who: by,
            ..blank
        },
        CaseEvent::Recurred { by, .. } => {
            Happening { what: tongue.say("staff-told-recurred"), link: other(by), ..blank }
        }
        CaseEvent::RecurrenceWithdrawn { by: later } => Happening {
            what: tongue.say("staff-told-recurrence-withdrawn"),
            who: by,
            link: other(later),
            ..blank
        },
        CaseEvent::Erased(erased) => taken_away(tongue, directory, erased, blank),
        of_clock => Happening { what: clock_words(tongue, reading.kind, of_clock), ..blank },
    }
}

/// That the content was erased: by whose decision, why, under which law.
fn taken_away(
    tongue: Tongue<'_>,
    directory: &Directory,
    erased: &Erased,
    blank: Happening,
) -> Happening {
    Happening {
        what: tongue.say("told-erased"),
        who: Some(directory.post(&erased.by, tongue.lang())),
        text: Some(format!("{} ({})", erased.reason, erased.law)),
        ..blank
    }
}

/// That somebody asked to see who brought a sealed case, or saw it: when, who, why.
pub(crate) fn opening(
    tongue: Tongue<'_>,
    directory: &Directory,
    said: &Recorded<IdentityEvent>,
) -> String {
    let (at, by) = (tongue.date_time(said.recorded_at), who(tongue, directory, &said.who));
    match &said.what {
        IdentityEvent::Asked { private, .. } => {
            let variables = [("at", at.as_str()), ("who", &by), ("why", &private.text)];
            tongue.say_with("staff-seal-was-asked", &variables)
        }
        IdentityEvent::Opened { asked_by, private, .. } => {
            let first = directory.post(asked_by, tongue.lang());
            let variables =
                [("at", at.as_str()), ("who", &by), ("first", &first), ("why", &private.text)];
            tongue.say_with("staff-seal-was-opened", &variables)
        }
    }
}

/// Whether the words and files of an event are for the reader. What the petitioner of a sealed case adds may
/// tell who it is. Who does not work on the case reads what everybody may, and what the own unit wrote.
fn is_read(directory: &Directory, told: &Recorded<CaseEvent>, reading: Reading<'_>) -> bool {
    if reading.sees.works() {
        return reading.sees.knows() || !matches!(told.who, Who::Citizen);
    }
    let CaseEvent::Acted(acted) = &told.what else { return false };
    let published = match acted.deed {
        Deed::Answer => reading.kind.publishes(Publicity::Answer),
        Deed::Refuse => reading.kind.publishes(Publicity::Refusal),
        _ => false,
    };
    published || wrote(directory, told, reading)
}

/// Whether the unit of a reader who sees no more than the course of the case did that before it sent it on.
fn wrote(directory: &Directory, told: &Recorded<CaseEvent>, reading: Reading<'_>) -> bool {
    reading.sees == Sight::Course && is_own(directory, &told.who, reading.unit)
}

/// Whether somebody in `unit` or below it did that.
pub(crate) fn is_own(directory: &Directory, who: &Who, unit: &UnitId) -> bool {
    match who {
        Who::Post(post) => {
            directory.find_post(post).is_some_and(|post| directory.within(unit, &post.unit))
        }
        Who::Citizen | Who::Import | Who::Administrator => false,
    }
}

/// How complex the matter was said to be.
fn complexity(tongue: Tongue<'_>, acted: &Acted) -> Option<(String, String)> {
    let said = word(acted.circumstances?.complexity);
    let key = format!("staff-action-complexity-{said}");
    Some((tongue.say("staff-action-complexity"), tongue.say(&key)))
}

/// The reason that was chosen, with the rule that gives it.
fn reason(tongue: Tongue<'_>, acted: &Acted, reading: Reading<'_>) -> Option<(String, String)> {
    let id = acted.reason.as_ref()?;
    let words = tongue.say(&format!("reason-{id}"));
    let rule = reading.kind.reason(id).map(|reason| due::cited(tongue, &reason.rule));
    let words = rule.map_or_else(|| words.clone(), |rule| format!("{words} ({rule})"));
    Some((tongue.say("label-reason"), words))
}

/// What happened to a clock; nothing for other events.
fn clock_words(tongue: Tongue<'_>, kind: &CaseKind, event: &CaseEvent) -> String {
    let say = |key, clock: &ClockId, day: String, more: &[(&str, &str)]| {
        let clock = tongue.say(&format!("clock-{clock}"));
        let own = [("clock", clock.as_str()), ("day", day.as_str())];
        tongue.say_with(key, &own.iter().chain(more).copied().collect::<Vec<_>>())
    };
    let ends = |due: &Due| tongue.ends_on(due);
    match event {
        CaseEvent::ClockStarted { clock, due } => {
            let key = match due.limit.sense {
                Sense::AtMost => "staff-told-clock-started",
                Sense::AtLeast => "staff-told-clock-lasts",
                Sense::After => "staff-told-clock-waits",
            };
            say(key, clock, ends(due), &[])
        }
        CaseEvent::ClockStopped { clock, due_on, late, undone, .. } => {
            let own = kind.clocks.iter().find(|own| own.id == *clock);
            let runs_out = own.is_none_or(|own| own.terms.ordinary.limit.sense.is_deadline());
            let key = match (runs_out, late) {
                (false, _) => "staff-told-clock-passed",
                (true, _) if *undone == Some(Undone::Failed) => "staff-told-clock-failed",
                (true, false) if *undone == Some(Undone::Lapsed) => "staff-told-clock-lapsed",
                (true, true) => "staff-told-clock-stopped-late",
                (true, false) => "staff-told-clock-stopped",
            };
            say(key, clock, tongue.date(*due_on), &[])
        }
        CaseEvent::ClockPaused { clock, due } => {
            say("staff-told-clock-paused", clock, ends(due), &[])
        }
        CaseEvent::ClockResumed { clock, due } => {
            say("staff-told-clock-resumed", clock, ends(due), &[])
        }
        CaseEvent::ClockExtended { clock, due } => {
            say("staff-told-clock-extended", clock, ends(due), &[])
        }
        CaseEvent::ClockRecounted { clock, from, due } => {
            let from = tongue.date(*from);
            say("staff-told-clock-recounted", clock, ends(due), &[("from", from.as_str())])
        }
        CaseEvent::ClockMoved { clock, from, due, uncounted } => {
            let key = match (uncounted, *from == due.on) {
                (true, _) => "staff-told-clock-counted",
                (false, true) => "staff-told-clock-confirmed",
                (false, false) => "staff-told-clock-moved",
            };
            let from = tongue.date(*from);
            let more = [("from", from.as_str()), ("version", due.calendar.as_str())];
            say(key, clock, ends(due), &more)
        }
        CaseEvent::Registered(_)
        | CaseEvent::Acted(_)
        | CaseEvent::EscalationCorrected { .. }
        | CaseEvent::Erased(_)
        | CaseEvent::Recurred { .. }
        | CaseEvent::RecurrenceWithdrawn { .. } => String::new(),
    }
}

fn to_unit(tongue: Tongue<'_>, directory: &Directory, registered: &Registered) -> String {
    let unit = directory.unit(&registered.unit, tongue.lang());
    tongue.say_with("staff-told-to-unit", &[("unit", &unit)])
}

fn gone_to(tongue: Tongue<'_>, directory: &Directory, acted: &Acted) -> Option<String> {
    if let Some(post) = &acted.post {
        let post = directory.post(post, tongue.lang());
        return Some(tongue.say_with("staff-told-to-post", &[("post", &post)]));
    }
    (acted.deed == Deed::Transfer).then(|| {
        let unit = directory.unit(&acted.unit, tongue.lang());
        tongue.say_with("staff-told-to-unit", &[("unit", &unit)])
    })
}

/// Who acted, as the reader calls them.
pub(crate) fn who(tongue: Tongue<'_>, directory: &Directory, who: &Who) -> String {
    match who {
        Who::Post(post) => directory.post(post, tongue.lang()),
        Who::Citizen => tongue.say("staff-actor-citizen"),
        Who::Import => tongue.say("staff-actor-import"),
        Who::Administrator => tongue.say("staff-actor-administrator"),
    }
}

/// Links to attached files.
pub(crate) fn links(proofs: &[Proof]) -> Vec<FileLink> {
    let link = |proof: &Proof| FileLink {
        href: format!("/files/{}", proof.hash),
        media_type: proof.media_type.clone(),
        size: proof.size,
    };
    proofs.iter().map(link).collect()
}

/// The limits that run for `case`, each with its rule.
pub(crate) fn clocks(case: &Case, kind: &CaseKind, today: Date) -> Vec<ClockCard> {
    let rule = |id: &ClockId| kind.clocks.iter().find(|clock| clock.id == *id).cloned();
    let running = case.running.iter();
    running
        .map(|(id, due)| ClockCard {
            clock: id.clone(),
            due: due.clone(),
            rule: rule(id),
            today,
            warning: None,
        })
        .collect()
}

/// The plain value that files have `word` for: `working-days`, `ward`.
pub(crate) fn meaning<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// The word that files have for a plain value: `working-days`, `ward`.
pub(crate) fn word(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
