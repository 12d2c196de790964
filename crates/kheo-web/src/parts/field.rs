//! One field of a form: label, hint, what is wrong with it, and the control.

use kheo_core::media::ACCEPTED;
use maud::{Markup, PreEscaped, html};

use crate::parts::fault::{self, Fault};

/// A field for text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'a> {
    pub(crate) name: &'static str,
    pub(crate) label: &'a str,
    /// What helps to fill it in; may be empty.
    pub(crate) hint: &'a str,
    /// What was typed.
    pub(crate) value: &'a str,
    /// All that is wrong with the form.
    pub(crate) faults: &'a [Fault],
    /// What the browser may fill in: `name`, `tel`, `username`; may be empty.
    pub(crate) autocomplete: &'static str,
}

impl Field<'_> {
    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("f-{}-hint", self.name));
        let error = self.fault().map(|_| format!("f-{}-error", self.name));
        let both: Vec<String> = hint.into_iter().chain(error).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }

    fn fault(&self) -> Option<&str> {
        fault::of_field(self.faults, self.name)
    }
}

/// The field around a control of its own.
pub(crate) fn around(field: &Field<'_>, control: &Markup) -> Markup {
    let class = if field.fault().is_some() { "field wrong" } else { "field" };
    html! {
        div class=(class) {
            label for=(format!("f-{}", field.name)) { (field.label) }
            @if !field.hint.is_empty() {
                span class="hint" id=(format!("f-{}-hint", field.name)) { (field.hint) }
            }
            @if let Some(fault) = field.fault() {
                p class="error" id=(format!("f-{}-error", field.name)) { (fault) }
            }
            (control)
        }
    }
}

/// A line of text; `kind` as in HTML: `text`, `tel`, `password`, `search`.
pub(crate) fn line(field: &Field<'_>, kind: &str) -> Markup {
    around(
        field,
        &html! {
            input id=(format!("f-{}", field.name)) name=(field.name) type=(kind)
                value=[(kind != "password").then_some(field.value)]
                autocomplete=[Some(field.autocomplete).filter(|word| !word.is_empty())]
                aria-describedby=[field.described_by()]
                aria-invalid=[field.fault().map(|_| "true")];
        },
    )
}

/// Several lines of text.
pub(crate) fn area(field: &Field<'_>, rows: u8) -> Markup {
    // HTML drops one line break at the start of a text area: give it one to drop.
    let start = PreEscaped("\n");
    around(
        field,
        &html! {
            textarea id=(format!("f-{}", field.name)) name=(field.name) rows=(rows)
                aria-describedby=[field.described_by()]
                aria-invalid=[field.fault().map(|_| "true")] { (start) (field.value) }
        },
    )
}

/// A choice of files: pictures and PDF.
pub(crate) fn files(field: &Field<'_>) -> Markup {
    around(
        field,
        &html! {
            input id=(format!("f-{}", field.name)) name=(field.name) type="file" multiple
                accept=(ACCEPTED.join(","))
                aria-describedby=[field.described_by()]
                aria-invalid=[field.fault().map(|_| "true")];
        },
    )
}

/// One option of a [`choices`] or [`list`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What the form sends.
    pub(crate) value: String,
    pub(crate) words: String,
    /// What it means; may be empty.
    pub(crate) help: String,
}

impl Choice {
    /// A choice of `value`, shown as `words`.
    pub(crate) fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into(), help: String::new() }
    }
}

/// Choices that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) choices: Vec<Choice>,
}

/// A list to choose from; `none` are the words for no choice.
pub(crate) fn list(field: &Field<'_>, none: Option<&str>, choices: &[Choice]) -> Markup {
    select(field, none, &options(field, choices))
}

/// A list to choose from, in groups where there are several; `none` are the words for no choice.
pub(crate) fn grouped_list(field: &Field<'_>, none: &str, groups: &[Group]) -> Markup {
    let all = html! {
        @for group in groups {
            @if groups.len() == 1 { (options(field, &group.choices)) } @else {
                optgroup label=(group.name) { (options(field, &group.choices)) }
            }
        }
    };
    select(field, Some(none), &all)
}

fn select(field: &Field<'_>, none: Option<&str>, options: &Markup) -> Markup {
    around(
        field,
        &html! {
            select id=(format!("f-{}", field.name)) name=(field.name)
                aria-describedby=[field.described_by()]
                aria-invalid=[field.fault().map(|_| "true")] {
                @if let Some(none) = none { option value="" { (none) } }
                (options)
            }
        },
    )
}

fn options(field: &Field<'_>, choices: &[Choice]) -> Markup {
    html! {
        @for choice in choices {
            option value=(choice.value) selected[choice.value == field.value] { (choice.words) }
        }
    }
}

/// Choices that are all shown, with what each means; `under` is what else is asked of who chooses it.
pub(crate) fn choices(
    field: &Field<'_>,
    choices: &[Choice],
    under: impl Fn(&Choice) -> Markup,
) -> Markup {
    let class = if field.fault().is_some() { "wrong" } else { "" };
    html! {
        fieldset class=(class) aria-describedby=[field.described_by()] {
            legend { (field.label) }
            @if !field.hint.is_empty() {
                p class="hint" id=(format!("f-{}-hint", field.name)) { (field.hint) }
            }
            @if let Some(fault) = field.fault() {
                p class="error" id=(format!("f-{}-error", field.name)) { (fault) }
            }
            @for (place, choice) in choices.iter().enumerate() {
                label class="choice" {
                    input type="radio" name=(field.name) value=(choice.value)
                        id=[(place == 0).then(|| format!("f-{}", field.name))]
                        checked[choice.value == field.value];
                    span {
                        b { (choice.words) }
                        @if !choice.help.is_empty() { span class="m" { (choice.help) } }
                    }
                }
                (under(choice))
            }
        }
    }
}
