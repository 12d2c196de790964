//! Cases as lists show them.

use jiff::civil::Date;
use kheo_core::case::Sight;
use kheo_core::warning::Warnings;
use kheo_store::case::CaseRow;

use crate::pages::staff::line::{CaseLine, Marks};
use crate::parts::clock::ClockLine;
use crate::parts::erased;
use crate::session::Viewer;
use crate::staff::warned;
use crate::visit::Visit;

/// Of `rows` those that lists show to `viewer`: what they only count stands in none.
pub(crate) fn listed<'a>(
    visit: &Visit,
    viewer: &Viewer,
    rows: &'a [CaseRow],
) -> impl Iterator<Item = &'a CaseRow> {
    let (rules, directory) = (visit.app.rules(), &visit.directory);
    let shown = |row: &&CaseRow| viewer.sight(rules, directory, row) != Sight::Counted;
    rows.iter().filter(shown)
}

/// The line for `case`, as `viewer` may see it, with what `warnings` say of it.
pub(crate) fn warned(
    visit: &Visit,
    viewer: &Viewer,
    case: &CaseRow,
    warnings: &Warnings,
) -> CaseLine {
    let mut line = of(visit, viewer, case);
    let chance = warned::of_row(warnings, case).map(|warning| warning.chance);
    line.marks.likely_late = chance.filter(|chance| chance.is_likely());
    line
}

/// The line for `case`, as `viewer` may see it.
pub(crate) fn of(visit: &Visit, viewer: &Viewer, case: &CaseRow) -> CaseLine {
    let (directory, lang, today) = (&visit.directory, visit.lang, visit.today());
    let rules = visit.app.rules();
    let sees = viewer.sight(rules, directory, case);
    let reads = viewer.reads_subject(rules, directory, case);
    let kind = || visit.tongue().say(&format!("kind-{}", case.kind));
    let first = case.due().map(|running| &running.due);
    CaseLine {
        code: case.code.clone(),
        subject: match &case.erased {
            Some(erasure) => erased::words(visit.tongue(), directory, erasure),
            None if reads => case.petition.subject.clone(),
            None => kind(),
        },
        kind: case.kind.clone(),
        topic: case.topic.clone(),
        step: case.step.clone(),
        unit: directory.unit(&case.unit, lang),
        handler: case.post.as_ref().map(|post| directory.post(post, lang)),
        received_on: case.registered_on,
        counted_on: case.marked_on,
        clock: first.map(|due| ClockLine::of(due, today)),
        marks: marks(case, sees.knows(), today),
    }
}

/// What stands out about `case`, on `today`; how many bring it only to whom `knows` who does.
pub(crate) fn marks(case: &CaseRow, knows: bool, today: Date) -> Marks {
    Marks {
        escalated: case.escalated,
        prolonged: case.state().is_prolonged(today),
        pursued: case.pursued,
        persons: if knows { case.petition.persons.get() } else { 0 },
        again: case.again.is_some(),
        demonstration: case.origin.is_demonstration(),
        likely_late: None,
    }
}
