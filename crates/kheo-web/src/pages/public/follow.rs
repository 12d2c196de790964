//! Follow a case by its code, and say whether it is solved.

use kheo_core::id::StepId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case::{self, PublicCase, Told};
use crate::parts::fault::{self, Fault};
use crate::parts::field::{self, Field};
use crate::parts::{form, versions};
use crate::visit::Visit;

/// What went wrong with what the reader just sent, and what they had typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sent {
    pub(crate) text: String,
    pub(crate) faults: Vec<Fault>,
    /// How the case changed since the reader saw it, when it did.
    pub(crate) changed: Option<Changed>,
}

/// How a case changed since its reader saw it.
#[derive(Debug, Clone)]
pub(crate) struct Changed {
    pub(crate) seen: Version,
    pub(crate) now: Version,
    /// What happened in between, as far as it is public.
    pub(crate) since: Vec<Told>,
}

/// How a case stood at one time.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub(crate) step: StepId,
    pub(crate) unit: String,
    pub(crate) post: Option<String>,
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
        (fault::summary(tongue, "follow-none", faults))
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
    let files = format!("{here}/files");
    let body = html! {
        (fault::summary(tongue, "summary-title", &sent.faults))
        @if let Some(changed) = &sent.changed { (conflict(tongue, changed, &files)) }
        h1 lang="vi" { (followed.subject) }
        (case::chips(tongue, followed))
        (case::facts(tongue, followed))
        @if let Some((_, rule)) = &followed.running {
            p { (case::due_words(tongue, rule.as_ref())) }
        }
        (case::clock(tongue, followed))
        (case::silence(followed))
        (choice(visit, followed, sent))
        (case::letters(tongue, followed))
        h2 { (tongue.say("follow-happened")) }
        (case::timeline(tongue, &followed.events, &files))
        p { a href=(format!("/receipt/{}", followed.code)) { (tongue.say("follow-receipt")) } }
        p class="quiet" { (tongue.say("follow-privacy")) }
    };
    let title = format!("{} · {}", followed.code, followed.subject);
    layout::narrow(visit, Head { here: Some(&here), ..Head::titled(&title) }, &body)
}

/// What the reader saw, what the case is now, and what happened in between.
fn conflict(tongue: Tongue<'_>, changed: &Changed, files: &str) -> Markup {
    let (seen, now) = (&changed.seen, &changed.now);
    let step = |version: &Version| tongue.say(&format!("step-{}", version.step));
    let post = |version: &Version| version.post.clone().unwrap_or_else(|| "–".to_owned());
    let lines = [
        (tongue.say("case-step"), step(seen), step(now)),
        (tongue.say("case-with"), seen.unit.clone(), now.unit.clone()),
        (tongue.say("label-post"), post(seen), post(now)),
    ];
    html! {
        section {
            p class="notice warn" role="alert" { (tongue.say("follow-changed")) }
            (versions::table(tongue, &lines))
            h2 { (tongue.say("conflict-since")) }
            @if changed.since.is_empty() { p class="quiet" { (tongue.say("follow-since-inside")) } }
            @else { (case::timeline(tongue, &changed.since, files)) }
        }
    }
}

/// What the holder of the code can do now; for somebody signed in, why they cannot.
fn choice(visit: &Visit, followed: &PublicCase, sent: &Sent) -> Markup {
    let tongue = visit.tongue();
    let choice = &followed.choice;
    let is_possible = choice.confirm || choice.reopen || choice.withdraw;
    let is_officer = visit.viewer.is_some();
    html! {
        @if is_possible && is_officer {
            p class="notice" { (tongue.say("follow-officer")) }
        } @else if is_possible {
            (forms(visit, followed, sent))
        }
        @if !choice.reopen || is_officer { (versions::kept(tongue, &sent.text)) }
    }
}

fn forms(visit: &Visit, followed: &PublicCase, sent: &Sent) -> Markup {
    let (tongue, choice) = (visit.tongue(), &followed.choice);
    let seen = form::hidden("seen", &choice.seen.to_string());
    let to = |deed| format!("/follow/{}/{deed}", followed.code);
    let (label, hint) = (tongue.say("follow-reopen-text"), tongue.say("follow-reopen-hint"));
    html! {
        @if choice.withdraw { (withdrawal(visit, followed, sent)) }
        @if choice.confirm || choice.reopen { section class="card" {
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
                    (field::area(&words(sent, &label, &hint), 4))
                    button class="btn two" { (tongue.say("follow-reopen")) }
                }))
            }
        } }
    }
}

/// The field for what the citizen has to say.
fn words<'a>(sent: &'a Sent, label: &'a str, hint: &'a str) -> Field<'a> {
    let (value, faults) = (sent.text.as_str(), sent.faults.as_slice());
    Field { name: "text", label, hint, value, faults, autocomplete: "" }
}

/// The form to take the case back, folded away so that nobody does it by mistake.
fn withdrawal(visit: &Visit, followed: &PublicCase, sent: &Sent) -> Markup {
    let tongue = visit.tongue();
    let (label, hint) = (tongue.say("follow-withdraw-text"), tongue.say("follow-withdraw-hint"));
    html! {
        details class="card" open[!sent.text.is_empty() || !sent.faults.is_empty()] {
            summary { (tongue.say("follow-withdraw")) }
            (form::form(visit, &format!("/follow/{}/withdraw", followed.code), &html! {
                (form::hidden("seen", &followed.choice.seen.to_string()))
                (field::area(&words(sent, &label, &hint), 3))
                button class="btn two" { (tongue.say("follow-withdraw")) }
            }))
        }
    }
}
