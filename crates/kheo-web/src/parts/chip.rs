//! Small marks.

use kheo_core::case::{CaseKind, Phase};
use kheo_core::id::StepId;
use kheo_core::origin::Origin;
use kheo_words::Tongue;
use maud::{Markup, html};

/// A step of a procedure, and how a case stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stand {
    pub(crate) step: StepId,
    /// The class that colours it; the words of the step say the same.
    class: &'static str,
}

impl Stand {
    /// How a case of `kind` stands at `step`; as open as any other where the kind is not known.
    pub(crate) fn at(kind: Option<&CaseKind>, step: &StepId) -> Self {
        let phase = kind.and_then(|kind| kind.step(step)).map_or(Phase::Open, |step| step.phase);
        let class = match phase {
            Phase::Open => "open",
            Phase::Waiting => "waiting",
            Phase::Closed if kind.is_some_and(|kind| kind.is_refusal(step)) => "refused",
            Phase::Closed => "done",
        };
        Self { step: step.clone(), class }
    }
}

/// The step that a case stands at.
pub(crate) fn step(tongue: Tongue<'_>, stand: &Stand) -> Markup {
    html! {
        span class=(format!("chip {}", stand.class)) {
            (tongue.say(&format!("step-{}", stand.step)))
        }
    }
}

/// The mark of what was made up for the demonstration.
pub(crate) fn demonstration(tongue: Tongue<'_>) -> Markup {
    html! { span class="chip demo" { (tongue.say("chip-demonstration")) } }
}

/// Where a record comes from: the demonstration, or a public source that can be opened.
pub(crate) fn origin(tongue: Tongue<'_>, origin: &Origin) -> Markup {
    match origin {
        Origin::Entered => html! {},
        Origin::Demonstration => demonstration(tongue),
        Origin::Reported { source } => sourced(tongue, source, "chip-reported"),
        Origin::Derived { source } => sourced(tongue, source, "chip-derived"),
    }
}

fn sourced(tongue: Tongue<'_>, source: &str, words: &str) -> Markup {
    html! {
        a class="chip rep" href=(source) rel="noopener noreferrer" { (tongue.say(words)) }
    }
}
