//! Ask: one form, without script and without an account.

use std::collections::BTreeMap;

use kheo_core::Refusal;
use kheo_core::case::{FormField, Part};
use kheo_core::id::KindId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::parts::fault::{self, Fault};
use crate::parts::field::{self, Choice, Field, Group};
use crate::parts::form;
use crate::parts::questions::Questions;
use crate::visit::Visit;

/// Everything on the page.
#[derive(Debug, Clone, Default)]
pub(crate) struct AskPage {
    /// What tells this form from others, so that sending it twice makes one case.
    pub(crate) once: String,
    pub(crate) kinds: Vec<Choice>,
    pub(crate) units: Vec<Choice>,
    pub(crate) topics: Vec<Group>,
    /// What the form asks and tells beside, by kind.
    pub(crate) asked: Vec<OfKind>,
    pub(crate) typed: Typed,
    pub(crate) faults: Vec<Fault>,
    /// Whether files were sent, which a browser does not send again by itself.
    pub(crate) files_lost: bool,
}

/// What the form asks and tells of one kind alone.
#[derive(Debug, Clone)]
pub(crate) struct OfKind {
    pub(crate) kind: KindId,
    pub(crate) questions: Vec<FormField>,
    /// What may be left out of other petitions, but not of these.
    pub(crate) requires: Vec<Part>,
    /// Whether its title is for everybody.
    pub(crate) subject_is_public: bool,
    /// Whether the answer to it is for everybody.
    pub(crate) is_public: bool,
}

/// What was typed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub(crate) kind: String,
    pub(crate) unit: String,
    pub(crate) topic: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) place: String,
    pub(crate) persons: String,
    pub(crate) name: String,
    pub(crate) phone: String,
    /// What was typed into the questions of the kind, by control.
    pub(crate) answers: BTreeMap<String, String>,
}

/// The page.
pub(crate) fn page(visit: &Visit, ask: &AskPage) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("ask-title");
    let inside = html! {
        (form::hidden("once", &ask.once))
        (what(tongue, ask))
        (who(tongue, ask))
        @let hint = tongue.say(if ask.files_lost { "ask-files-again" } else { "hint-files" });
        (field::files(&Field { hint: &hint, ..field(ask, "files", &tongue.say("label-files"), "") }))
        p class="quiet" { (tongue.say("ask-privacy")) }
        p class="buttons" { button class="btn" { (tongue.say("ask-send")) } }
    };
    let body = html! {
        (fault::summary(tongue, "summary-title", &ask.faults))
        h1 { (title) }
        p { (tongue.say("ask-lead")) }
        (difference(tongue))
        (form::form_with_files(visit, "/ask", &inside))
    };
    let head = Head { here: Some("/ask"), ..Head::titled(&title) };
    layout::narrow(visit, head, &body)
}

fn field<'a>(ask: &'a AskPage, name: &'static str, label: &'a str, value: &'a str) -> Field<'a> {
    Field { name, label, hint: "", value, faults: &ask.faults, autocomplete: "" }
}

fn what(tongue: Tongue<'_>, ask: &AskPage) -> Markup {
    let typed = &ask.typed;
    let say = |key| tongue.say(key);
    let choose = say("choose");
    let (kind, unit, topic) = (say("label-kind"), say("label-unit"), say("label-topic"));
    let (subject, text, place) =
        (subject(tongue, ask), say("label-text"), part(tongue, ask, Part::Place));
    let (unit_hint, topic_hint) = (say("hint-unit"), say("hint-topic"));
    let (subject_hint, text_hint, place_hint) =
        (say("hint-subject"), say("hint-text"), say("hint-place"));
    html! {
        (field::choices(&field(ask, "kind", &kind, &typed.kind), &ask.kinds, |kind| {
            questions(tongue, ask, kind)
        }))
        (field::list(
            &Field { hint: &unit_hint, ..field(ask, "unit", &unit, &typed.unit) },
            Some(&choose),
            &ask.units,
        ))
        (field::grouped_list(
            &Field { hint: &topic_hint, ..field(ask, "topic", &topic, &typed.topic) },
            &say("topic-unsure"),
            &ask.topics,
        ))
        (field::line(
            &Field { hint: &subject_hint, ..field(ask, "subject", &subject, &typed.subject) },
            "text",
        ))
        (field::area(&Field { hint: &text_hint, ..field(ask, "text", &text, &typed.text) }, 6))
        (field::line(
            &Field { hint: &place_hint, ..field(ask, "place", &place, &typed.place) },
            "text",
        ))
    }
}

/// What is asked and told of `kind`; style sheets hide it while another kind is chosen.
fn questions(tongue: Tongue<'_>, ask: &AskPage, kind: &Choice) -> Markup {
    let of_kind = ask.asked.iter().find(|of_kind| of_kind.kind.as_str() == kind.value);
    let Some(OfKind { questions, requires, is_public, .. }) = of_kind.filter(|it| it.is_told())
    else {
        return Markup::default();
    };
    let asked = Questions {
        fields: questions.iter().collect(),
        typed: &ask.typed.answers,
        faults: &ask.faults,
        prefix: "f-",
    };
    html! {
        fieldset class="of-kind" {
            legend { (tongue.say_with("ask-of-kind", &[("kind", &kind.words)])) }
            @for part in requires {
                p { (tongue.say(&format!("refusal-{}", Refusal::Lacks { part: *part }.code()))) }
            }
            @if !is_public { p { (tongue.say("ask-not-public")) } }
            (asked.markup(tongue))
        }
    }
}

/// The label of a part that may be left out, with the kinds for which it may not.
fn part(tongue: Tongue<'_>, ask: &AskPage, part: Part) -> String {
    let requires = |kind: &&Choice| {
        let asked = ask.asked.iter().find(|of_kind| of_kind.kind.as_str() == kind.value);
        asked.is_some_and(|of_kind| of_kind.requires.contains(&part))
    };
    let kinds: Vec<&str> =
        ask.kinds.iter().filter(requires).map(|kind| kind.words.as_str()).collect();
    if kinds.is_empty() {
        return tongue.say(&format!("label-{}", part.field()));
    }
    let key = match part {
        Part::Place => "ask-place-for",
        Part::Name => "ask-name-for",
        Part::Phone => "ask-phone-for",
    };
    tongue.say_with(key, &[("kinds", &kinds.join(", "))])
}

/// The label of the title, with the kinds for which it is not public.
fn subject(tongue: Tongue<'_>, ask: &AskPage) -> String {
    let hidden = |kind: &&Choice| {
        let of_kind = ask.asked.iter().find(|of_kind| of_kind.kind.as_str() == kind.value);
        of_kind.is_some_and(|of_kind| !of_kind.subject_is_public)
    };
    let kinds: Vec<&str> =
        ask.kinds.iter().filter(hidden).map(|kind| kind.words.as_str()).collect();
    match kinds.len() {
        0 => tongue.say("case-subject-public"),
        all if all == ask.kinds.len() => tongue.say("label-subject"),
        _ => tongue.say_with("ask-subject-but-for", &[("kinds", &kinds.join(", "))]),
    }
}

impl OfKind {
    /// Whether there is anything to ask or tell.
    const fn is_told(&self) -> bool {
        !self.questions.is_empty() || !self.requires.is_empty() || !self.is_public
    }
}

fn who(tongue: Tongue<'_>, ask: &AskPage) -> Markup {
    let (name, phone) = (part(tongue, ask, Part::Name), part(tongue, ask, Part::Phone));
    let (persons, persons_hint) = (tongue.say("label-persons"), tongue.say("hint-persons"));
    let (name_hint, phone_hint) = (tongue.say("hint-name"), tongue.say("hint-phone"));
    html! {
        (field::line(
            &Field {
                hint: &name_hint,
                autocomplete: "name",
                ..field(ask, "name", &name, &ask.typed.name)
            },
            "text",
        ))
        (field::line(
            &Field {
                hint: &phone_hint,
                autocomplete: "tel",
                ..field(ask, "phone", &phone, &ask.typed.phone)
            },
            "tel",
        ))
        (field::line(
            &Field {
                hint: &persons_hint,
                ..field(ask, "persons", &persons, &ask.typed.persons)
            },
            "text",
        ))
    }
}

/// What tells a recommendation from a complaint and from a denunciation.
fn difference(tongue: Tongue<'_>) -> Markup {
    html! {
        section class="card" id="difference" {
            h2 { (tongue.say("difference-title")) }
            dl {
                @for [name, text] in [
                    ["difference-recommendation", "difference-recommendation-text"],
                    ["difference-complaint", "difference-complaint-text"],
                    ["difference-denunciation", "difference-denunciation-text"],
                ] {
                    dt { b { (tongue.say(name)) } }
                    dd { (tongue.say(text)) }
                }
            }
        }
    }
}
