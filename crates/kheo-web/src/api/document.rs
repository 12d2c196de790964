//! A case as programs read it: what is public, nothing else.

use kheo_calendar::Confidence;
use serde_json::{Value, json};

use crate::pages::public::case::Told;
use crate::public::told::Known;
use crate::visit::Visit;

/// What is public of a case.
pub(super) fn of(visit: &Visit, known: &Known) -> Value {
    let (tongue, case) = (visit.tongue(), known.public(visit));
    // What stands still, only has to last or cannot be counted yet is due on no day.
    let due_on = case.running.as_ref().filter(|(due, _)| due.runs_out()).map(|(due, _)| due.on);
    let due = case.running.as_ref().map(|(due, rule)| {
        json!({
            "on": due_on,
            "stands_still": due.is_paused(),
            "hangs_on": due.undecided,
            "confirmed": due.rule.as_ref().or(rule.as_ref().map(|clock| &clock.rule))
                .map(|rule| rule.confidence != Confidence::Unconfirmed && due.unconfirmed.is_empty()),
        })
    });
    let url = format!("/follow/{}", case.code);
    json!({
        "code": case.code.to_string(),
        "kind": case.kind,
        "topic": case.topic,
        "subject": case.subject,
        "unit": known.case.unit,
        "unit_name": case.unit,
        "step": case.stand.step,
        "step_name": tongue.say(&format!("step-{}", case.stand.step)),
        "phase": known.case.phase,
        "received_on": case.received_on,
        "due_on": due_on,
        "due": due,
        "events": case.events.iter().map(|one| told(one, &url)).collect::<Vec<_>>(),
        "kept_closed": known.case.is_kept_closed(visit.today()),
        "demonstration": case.origin.is_demonstration(),
        "url": url,
    })
}

fn told(told: &Told, follow: &str) -> Value {
    let proofs: Vec<Value> = told
        .proofs
        .iter()
        .map(|proof| {
            json!({
                "url": format!("{follow}/files/{}", proof.hash),
                "media_type": proof.media_type,
                "size": proof.size,
            })
        })
        .collect();
    json!({ "on": told.on, "words": told.words, "text": told.text, "proofs": proofs })
}
