//! Follow a case by its code, and say whether it is solved.

use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case::{self, PublicCase};
use crate::parts::fault::{self, Fault};
use crate::parts::field::{self, Field};
use crate::parts::form;
use crate::visit::Visit;

/// What went wrong with what the reader just sent, and what they had typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent {
    pub(crate) text: String,
    pub(crate) faults: Vec<Fault>,
    /// Whether the case changed since the reader saw it.
    pub(crate) changed: bool,
}

/// The field for a code, with its button.
pub(crate) fn search(tongue: Tongue<'_>, typed: &str, faults: &[Fault]) -> Markup {
    let (label, hint) = (tongue.say("label-code"), tongue.say("hint-code"));
    let field = Field {
        name: "code",
        label: &label,
        hint: &hint,
        value: typed,
        faults,
        autocomplete: "off",
    };
    html! {
        form class="search" method="get" action="/follow" role="search" {
            (field::line(&field, "text"))
            button class="btn two" { (tongue.say("follow-find")) }
        }
    }
}

/// The page that asks for a code.
pub(crate) fn start(visit: &Visit, typed: &str, faults: &[Fault]) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("follow-title");
    let body = html! {
        (fault::summary(tongue, faults))
        h1 { (title) }
        p { (tongue.say("follow-lead")) }
        (search(tongue, typed, faults))
    };
    layout::narrow(visit, Head::titled(&title), &body)
}

/// The page of one case.
pub(crate) fn page(visit: &Visit, followed: &PublicCase, sent: &Sent) -> Markup {
    let tongue = visit.tongue();
    let here = format!("/follow/{}", followed.code);
    let body = html! {
        (fault::summary(tongue, &sent.faults))
        @if sent.changed { p class="notice warn" role="alert" { (tongue.say("follow-changed")) } }
        h1 { (followed.subject) }
        (case::chips(tongue, followed))
        (case::facts(tongue, followed))
        (case::clock(tongue, followed))
        (choice(visit, followed, sent))
        h2 { (tongue.say("follow-happened")) }
        (case::timeline(tongue, &followed.events))
        p class="quiet" { (tongue.say("follow-privacy")) }
    };
    let title = format!("{} · {}", followed.code, followed.subject);
    layout::narrow(visit, Head { here: Some(&here), ..Head::titled(&title) }, &body)
}

fn choice(visit: &Visit, followed: &PublicCase, sent: &Sent) -> Markup {
    let tongue = visit.tongue();
    let choice = &followed.choice;
    if !choice.confirm && !choice.reopen {
        return html! {};
    }
    let seen = form::hidden("seen", &choice.seen.to_string());
    let to = |deed| format!("/follow/{}/{deed}", followed.code);
    let label = tongue.say("follow-reopen-text");
    let hint = tongue.say("follow-reopen-hint");
    let field = Field {
        name: "text",
        label: &label,
        hint: &hint,
        value: &sent.text,
        faults: &sent.faults,
        autocomplete: "",
    };
    html! {
        section class="card" {
            @let title = if choice.confirm { "follow-solved-title" } else { "follow-again-title" };
            h2 { (tongue.say(title)) }
            @if choice.confirm {
                (form::form(visit, &to("confirm"), &html! {
                    (seen)
                    p class="buttons" { button class="btn" { (tongue.say("follow-confirm")) } }
                }))
            }
            @if choice.reopen {
                (form::form(visit, &to("reopen"), &html! {
                    (seen)
                    (field::area(&field, 4))
                    button class="btn two" { (tongue.say("follow-reopen")) }
                }))
            }
        }
    }
}
