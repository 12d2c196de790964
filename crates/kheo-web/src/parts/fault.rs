//! What is wrong with a form, in words that lead to the field.

use kheo_core::Refusal;
use kheo_core::sealing::StaysSealed;
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

/// Fields that a form calls otherwise than the form of a petition does, each with the key of its label.
pub(crate) type Called<'a> = &'a [(&'a str, &'a str)];

/// The fault that a refusal stands for.
pub(crate) fn of_refusal(tongue: Tongue<'_>, why: &Refusal) -> Fault {
    of_refusal_in(tongue, why, &[])
}

/// The same in a form that calls its fields as `called` says.
pub(crate) fn of_refusal_in(tongue: Tongue<'_>, why: &Refusal, called: Called<'_>) -> Fault {
    let field = match why {
        Refusal::Unfilled { field, .. } => questions::name(field),
        Refusal::TellsWho { field, .. } if tongue.has(&format!("field-{field}")) => {
            questions::name(field)
        }
        other => other.field().unwrap_or_default().to_owned(),
    };
    Fault::new(field, refusal(tongue, why, called))
}

/// What is wrong with `field`, when something is.
pub(crate) fn of_field<'a>(faults: &'a [Fault], field: &str) -> Option<&'a str> {
    faults.iter().find(|fault| fault.field == field).map(|fault| fault.words.as_str())
}

/// A refusal in the reader's language, where the form calls its fields as `called` says.
pub(crate) fn refusal(tongue: Tongue<'_>, why: &Refusal, called: Called<'_>) -> String {
    let key = format!("refusal-{}", why.code());
    let label = match why {
        Refusal::Unfilled { field, .. } => Some(tongue.say(&format!("field-{field}"))),
        Refusal::TellsWho { field, .. } if tongue.has(&format!("field-{field}")) => {
            Some(tongue.say(&format!("field-{field}")))
        }
        other => other.field().map(|field| {
            let own = called.iter().find(|(name, _)| *name == field).map(|(_, key)| *key);
            own.map_or_else(|| tongue.say(&format!("label-{field}")), |key| tongue.say(key))
        }),
    };
    let mut variables = tongue.figures_of(why);
    variables.extend(label.map(|label| ("field", label)));
    match why {
        Refusal::VersionGone { version, .. } => variables.push(("day", tongue.date(*version))),
        Refusal::UnknownCase { code } | Refusal::Erased { code } | Refusal::StillOpen { code } => {
            variables.push(("code", code.to_string()));
        }
        Refusal::StillOwed { code, clock } => {
            variables.push(("code", code.to_string()));
            variables.push(("clock", tongue.say(&format!("clock-{clock}"))));
        }
        Refusal::Sealed(StaysSealed::NoKeys { role }) => {
            variables.push(("role", tongue.say(&format!("staff-role-{}", role.word()))));
        }
        Refusal::DoneOnce { action } => {
            variables.push(("action", tongue.say(&format!("action-{action}"))));
        }
        Refusal::NotNow { action, step } => {
            variables.push(("action", tongue.say(&format!("action-{action}"))));
            variables.push(("step", tongue.say(&format!("step-{step}"))));
        }
        _ => {}
    }
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tongue.say_with(&key, &variables)
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
