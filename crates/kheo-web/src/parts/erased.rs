//! What stands in the place of content that was erased.

use kheo_core::case::CaseEvent;
use kheo_store::Recorded;
use kheo_store::case::Erasure;
use kheo_words::Tongue;

use crate::directory::Directory;

/// When the content was erased, by whose decision, why and under which law.
pub(crate) fn words(tongue: Tongue<'_>, directory: &Directory, erasure: &Erasure) -> String {
    let (day, by) = (tongue.date(erasure.on), directory.post(&erasure.what.by, tongue.lang()));
    let variables = [
        ("day", day.as_str()),
        ("by", by.as_str()),
        ("reason", erasure.what.reason.as_str()),
        ("law", erasure.what.law.as_str()),
    ];
    tongue.say_with("content-erased", &variables)
}

/// The erasure that the events of a case tell of.
pub(crate) fn of(events: &[Recorded<CaseEvent>]) -> Option<Erasure> {
    events.iter().find_map(|event| match &event.what {
        CaseEvent::Erased(what) => Some(Erasure { on: event.effective_on, what: what.clone() }),
        _ => None,
    })
}
