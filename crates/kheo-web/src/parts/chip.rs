//! Small marks.

use kheo_core::origin::Origin;
use kheo_words::Tongue;
use maud::{Markup, html};

/// The mark of what was made up for the demonstration.
pub(crate) fn demonstration(tongue: Tongue<'_>) -> Markup {
    html! { span class="chip demo" { (tongue.say("chip-demonstration")) } }
}

/// Where a record comes from: the demonstration, or a public source that can be opened.
pub(crate) fn origin(tongue: Tongue<'_>, origin: &Origin) -> Markup {
    match origin {
        Origin::Entered => html! {},
        Origin::Demonstration => demonstration(tongue),
        Origin::Reported { source } => html! {
            a class="chip rep" href=(source) rel="noopener noreferrer" {
                (tongue.say("chip-reported"))
            }
        },
    }
}
