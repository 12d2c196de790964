//! Two people acted on one thing: what the second saw beside what it is now.

use kheo_words::Tongue;
use maud::{Markup, html};

/// One line: what it tells, as it was seen, as it is.
pub(crate) type Line = (String, String, String);

/// The two versions side by side; what has changed stands out.
pub(crate) fn table(tongue: Tongue<'_>, lines: &[Line]) -> Markup {
    html! {
        table class="list versions" {
            caption { (tongue.say("conflict-versions")) }
            thead { tr {
                td {}
                th scope="col" { (tongue.say("conflict-seen")) }
                th scope="col" { (tongue.say("conflict-now")) }
            } }
            tbody { @for (label, was, is) in lines { tr {
                th scope="row" { (label) }
                td { (was) }
                td { @if was == is { (is) } @else { strong { (is) } } }
            } } }
        }
    }
}

/// What was typed, to copy where it cannot be sent again; nothing when nothing was.
pub(crate) fn kept(tongue: Tongue<'_>, text: &str) -> Markup {
    html! {
        @if !text.is_empty() {
            div class="field" {
                label for="kept" { (tongue.say("conflict-kept")) }
                textarea id="kept" rows="5" readonly { "\n" (text) }
            }
        }
    }
}
