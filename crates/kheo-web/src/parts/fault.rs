//! What is wrong with a form, in words that lead to the field.

use kheo_core::Refusal;
use kheo_core::case::FieldFault;
use kheo_core::quantity::Quantity;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::parts::questions;

/// Something wrong with one field of a form, or with the form as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The name of the field; empty for the form as a whole.
    pub(crate) field: String,
    pub(crate) words: String,
}

impl Fault {
    /// A fault of `field`.
    pub(crate) fn new(field: impl Into<String>, words: impl Into<String>) -> Self {
        Self { field: field.into(), words: words.into() }
    }
}

/// The fault that a refusal stands for.
pub(crate) fn of_refusal(tongue: Tongue<'_>, why: &Refusal) -> Fault {
    let field = match why {
        Refusal::Unfilled { field, .. } => questions::name(field),
        other => other.field().unwrap_or_default().to_owned(),
    };
    Fault::new(field, refusal(tongue, why))
}

/// What is wrong with `field`, when something is.
pub(crate) fn of_field<'a>(faults: &'a [Fault], field: &str) -> Option<&'a str> {
    faults.iter().find(|fault| fault.field == field).map(|fault| fault.words.as_str())
}

/// A refusal in the reader's language.
pub(crate) fn refusal(tongue: Tongue<'_>, why: &Refusal) -> String {
    let key = format!("refusal-{}", why.code());
    let label = match why {
        Refusal::Unfilled { field, .. } => Some(tongue.say(&format!("field-{field}"))),
        other => other.field().map(|field| tongue.say(&format!("label-{field}"))),
    };
    let mut variables: Vec<(&str, String)> = Vec::new();
    variables.extend(label.map(|label| ("field", label)));
    match why {
        Refusal::TooShort { least, .. } => variables.push(("least", count(tongue, *least))),
        Refusal::TooLong { most, got, .. } => {
            variables.push(("most", count(tongue, *most)));
            variables.push(("got", count(tongue, *got)));
        }
        Refusal::Unfilled { why, .. } => variables.extend(bounds(tongue, *why)),
        Refusal::Guarded { guard } => {
            variables.push(("why", tongue.say(&format!("guard-{guard}"))));
        }
        Refusal::NotACount { least, most, .. } => {
            let whole = |n| count(tongue, usize::try_from(n).unwrap_or(usize::MAX));
            variables.push(("least", whole(*least)));
            variables.push(("most", whole(*most)));
        }
        Refusal::UnknownCase { code } => variables.push(("code", code.to_string())),
        Refusal::Taken { name } => variables.push(("name", name.clone())),
        Refusal::EndsBeforeItBegins { since, until } => {
            variables.push(("since", tongue.date(*since)));
            variables.push(("until", tongue.date(*until)));
        }
        Refusal::WrongPeriod { period, .. } => variables.push(("period", tongue.period(*period))),
        Refusal::NotBegun { period } => {
            variables.push(("period", tongue.period(*period)));
            variables.push(("since", tongue.date(period.first())));
        }
        Refusal::BeforeCalendar { period, since } => {
            variables.push(("period", tongue.period(*period)));
            variables.push(("since", tongue.date(*since)));
        }
        Refusal::OutOfBounds { value, least, most } => {
            variables.push(("value", tongue.number(*value)));
            variables.push(("least", bound(tongue, *least)));
            variables.push(("most", bound(tongue, *most)));
        }
        Refusal::NotNow { action, step } => {
            variables.push(("action", tongue.say(&format!("action-{action}"))));
            variables.push(("step", tongue.say(&format!("step-{step}"))));
        }
        Refusal::NoCalendar { why } => variables.push(("why", tongue.not_counted(why))),
        Refusal::NotExtended { why, .. } => variables.push(("why", tongue.not_extended(why))),
        _ => {}
    }
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tongue.say_with(&key, &variables)
}

/// What the words for a fault of a pack's field speak of.
fn bounds(tongue: Tongue<'_>, why: FieldFault) -> Vec<(&'static str, String)> {
    match why {
        FieldFault::Length { least, most, .. } => {
            vec![("least", count(tongue, least)), ("most", count(tongue, most))]
        }
        FieldFault::OutOfBounds { least, most } => {
            vec![("least", bound(tongue, least)), ("most", bound(tongue, most))]
        }
        FieldFault::BeforeItsCause { since } => vec![("day", tongue.date(since))],
        _ => Vec::new(),
    }
}

fn bound(tongue: Tongue<'_>, bound: Option<Quantity>) -> String {
    bound.map_or_else(|| "…".to_owned(), |bound| tongue.number(bound))
}

fn count(tongue: Tongue<'_>, n: usize) -> String {
    tongue.number(Quantity::whole(i32::try_from(n).unwrap_or(i32::MAX)))
}

/// All faults on top of the form, below the text of `title`, each a link to its field; nothing when
/// all is well.
pub(crate) fn summary(tongue: Tongue<'_>, title: &str, faults: &[Fault]) -> Markup {
    html! {
        @if !faults.is_empty() {
            div class="summary" role="alert" tabindex="-1" {
                h2 { (tongue.say(title)) }
                ul {
                    @for fault in faults {
                        li {
                            @if fault.field.is_empty() { (fault.words) }
                            @else { a href=(format!("#f-{}", fault.field)) { (fault.words) } }
                        }
                    }
                }
            }
        }
    }
}
