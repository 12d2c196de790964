//! The rail at the side of every staff page.

use maud::{Markup, html};

use crate::visit::Visit;

const LINKS: [(&str, &str); 9] = [
    ("/work", "staff-work-title"),
    ("/cases", "staff-cases-title"),
    ("/matters", "staff-matters-title"),
    ("/warnings", "warning-title"),
    ("/tasks", "staff-tasks-title"),
    ("/figures", "staff-figures-title"),
    ("/review", "staff-review-title"),
    ("/units", "staff-units-title"),
    ("/procedures", "staff-procedures-title"),
];

/// The links to all groups of pages.
pub(crate) fn rail(visit: &Visit) -> Markup {
    let tongue = visit.tongue();
    let current = |to: &str| {
        let below = visit.path().strip_prefix(to);
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    html! {
        nav class="rail" aria-label=(tongue.say("staff-rail")) {
            @for (to, words) in LINKS {
                a href=(to) aria-current=[current(to).then_some("page")] { (tongue.say(words)) }
            }
            hr;
            @if let Some(viewer) = &visit.viewer { p class="m who" { (viewer.title(tongue)) } }
            a href="/answers" { (tongue.say("staff-rail-public")) }
        }
    }
}
