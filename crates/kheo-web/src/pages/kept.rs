//! A form that is not taken, with what was typed to copy.

use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::parts::questions;
use crate::session;
use crate::visit::Visit;

/// The page for a sender from whom it is not taken: what happened, what to do, and what was typed.
pub(crate) fn page(visit: &Visit, word: &str) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say(&format!("problem-{word}-title"));
    let form = session::form_page(visit.path());
    let body = html! {
        div class="summary" role="alert" tabindex="-1" {
            h1 { (title) }
            p { (tongue.say(&format!("problem-{word}-text"))) }
        }
        (written(visit, "kept-text"))
        p class="buttons" {
            @if visit.viewer.is_none() {
                a class="btn" href=(session::login_address(form)) { (tongue.say("kept-sign-in")) }
            } @else {
                a class="btn" href=(form) { (tongue.say("kept-open")) }
                a class="btn two" href=(session::login_address(form)) {
                    (tongue.say("kept-sign-in"))
                }
            }
        }
    };
    layout::narrow(visit, Head { here: Some(form), ..Head::titled(&title) }, &body)
}

/// What was typed into the form, to be copied, under the words of the key `above`; nothing when nothing was.
pub(crate) fn written(visit: &Visit, above: &str) -> Markup {
    let (tongue, fields) = (visit.tongue(), visit.kept.fields());
    if fields.is_empty() {
        return Markup::default();
    }
    html! {
        h2 { (tongue.say("kept-title")) }
        p { (tongue.say(above)) }
        @for (field, text) in fields {
            @let (label, text) = questions::in_words(tongue, field, text)
                .unwrap_or_else(|| (tongue.say(&format!("kept-{field}-label")), text.clone()));
            div class="field" {
                label for=(format!("kept-{field}")) { (label) }
                textarea id=(format!("kept-{field}")) rows=(text.lines().count().clamp(1, 8)) readonly {
                    "\n" (text)
                }
            }
        }
    }
}
