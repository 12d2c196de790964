//! Cases as lists show them.

use jiff::civil::Date;
use kheo_store::case::CaseRow;
use kheo_words::Lang;

use crate::directory::Directory;
use crate::pages::staff::line::{CaseLine, Marks};
use crate::parts::clock::ClockLine;

/// The line for `case`, on `today`.
pub(crate) fn of(directory: &Directory, lang: Lang, today: Date, case: &CaseRow) -> CaseLine {
    let first = case.due().map(|running| &running.due);
    CaseLine {
        code: case.code.clone(),
        subject: case.petition.subject.clone(),
        kind: case.kind.clone(),
        topic: case.topic.clone(),
        step: case.step.clone(),
        unit: directory.unit(&case.unit, lang),
        handler: case.post.as_ref().map(|post| directory.post(post, lang)),
        received_on: case.registered_on,
        counted_on: case.marked_on,
        clock: first.map(|due| ClockLine { start: due.start, due_on: due.on, today }),
        marks: Marks {
            escalated: case.escalated,
            again: case.again.is_some(),
            demonstration: case.origin.is_demonstration(),
        },
    }
}
