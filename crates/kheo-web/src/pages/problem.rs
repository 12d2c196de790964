//! What is shown in place of a page that cannot be.

use maud::{Markup, html};

use crate::pages::kept;
use crate::pages::layout::{self, Head};
use crate::session;
use crate::visit::Visit;

/// The page of a problem; `detail` says more, `reference` is what to tell whoever runs the program.
pub(crate) fn page(
    visit: &Visit,
    word: &str,
    detail: &[String],
    reference: Option<&str>,
) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say(&format!("problem-{word}-title"));
    let body = html! {
        h1 { (title) }
        @for detail in detail { p class="notice warn" { (detail) } }
        p { (tongue.say(&format!("problem-{word}-text"))) }
        @if let Some(reference) = reference {
            p { (tongue.say("problem-reference")) " " b class="code" { (reference) } }
        }
        (kept::written(visit, if word == "unsaved" { "kept-text-unsure" } else { "kept-text" }))
        p class="buttons" {
            // Another form would be another request.
            @if !visit.kept.fields().is_empty() && !["unsaved", "no-room", "away"].contains(&word) {
                a class="btn" href=(session::form_page(visit.path())) { (tongue.say("kept-open")) }
            }
            a class="btn two" href="/" { (tongue.say("problem-home")) }
        }
    };
    layout::narrow(visit, Head::titled(&title), &body)
}
