//! How likely a limit is missed, in words.

use kheo_core::quantity::Quantity;
use kheo_core::warning::{Chance, Reason, Situation, Warning};
use kheo_words::Tongue;
use maud::{Markup, html};

/// Where it is told how good warnings are.
pub(crate) const HOW_GOOD: &str = "/warnings?judged=shown#how-good";

/// The mark of a case whose limit is likely missed.
pub(crate) fn chip(tongue: Tongue<'_>, chance: Chance) -> Markup {
    html! { span class="chip up" { (chance_words(tongue, chance)) } }
}

/// The chance in words: `khả năng trễ hạn: 62%`.
pub(crate) fn chance_words(tongue: Tongue<'_>, chance: Chance) -> String {
    tongue.say_with("warning-chance", &[("percent", &chance.percent().to_string())])
}

/// The chance, what speaks for it, and where it is told how good that is.
pub(crate) fn of(tongue: Tongue<'_>, warning: &Warning) -> Markup {
    html! {
        div class="warning" {
            p { b { (chance_words(tongue, warning.chance)) } }
            (reasons(tongue, warning))
            p class="quiet" { a href=(HOW_GOOD) { (tongue.say("warning-how-good")) } }
        }
    }
}

/// What weighs most.
pub(crate) fn reasons(tongue: Tongue<'_>, warning: &Warning) -> Markup {
    html! {
        @if !warning.reasons.is_empty() {
            ul class="plain quiet reasons" { @for reason in &warning.reasons {
                li { (reason_words(tongue, *reason, &warning.situation)) }
            } }
        }
    }
}

fn reason_words(tongue: Tongue<'_>, reason: Reason, situation: &Situation) -> String {
    let percent = |percent: i64| percent.to_string();
    let load = tongue.number(Quantity::from_thousandths(situation.load_thousandths()));
    let why = tongue.say_with(
        &format!("warning-because-{}", reason.factor.word()),
        &[
            ("used", &percent(situation.used_percent())),
            ("left", &situation.left.to_string()),
            ("quiet", &situation.quiet.to_string()),
            ("load", &load),
            ("overdue", &percent(situation.overdue_percent())),
            ("missed", &percent(situation.missed_before_percent())),
        ],
    );
    let key = if reason.raises { "warning-raises" } else { "warning-lowers" };
    tongue.say_with(key, &[("why", &why)])
}
