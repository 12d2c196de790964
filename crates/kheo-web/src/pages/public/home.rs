//! Home: follow, ask, read what was answered, and how the units are doing.

use kheo_core::period::Period;
use kheo_core::quantity::Quantity;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::follow;
use crate::parts::chip;
use crate::parts::table::{self, Column};
use crate::visit::Visit;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct HomePage {
    /// The period of the figures.
    pub(crate) period: Period,
    pub(crate) units: Vec<UnitLine>,
}

/// How one unit is doing.
#[derive(Debug, Clone)]
pub(crate) struct UnitLine {
    pub(crate) name: String,
    pub(crate) received: Quantity,
    /// Of the answers given, those in time; nothing without answers.
    pub(crate) in_time: Option<Quantity>,
    /// Its answers.
    pub(crate) answers: String,
    /// How many stay closed with proof, at the end of the period.
    pub(crate) kept_closed: Quantity,
    /// Whether any of it was made up for the demonstration.
    pub(crate) demonstration: bool,
}

/// The page.
pub(crate) fn page(visit: &Visit, home: &HomePage) -> Markup {
    let tongue = visit.tongue();
    let body = html! {
        div class="hero" { div class="wrap" {
            h1 { (tongue.say("home-title")) }
            p class="lead" { (tongue.say("home-lead")) }
            (follow::search(tongue, "", &[]))
            ul class="acts" {
                li { a href="/ask" { b { (tongue.say("home-ask")) } (tongue.say("home-ask-text")) } }
                li { a href="/ask#difference" {
                    b { (tongue.say("home-complain")) } (tongue.say("home-complain-text"))
                } }
                li { a href="/answers" {
                    b { (tongue.say("home-answers")) } (tongue.say("home-answers-text"))
                } }
            }
        } }
        div class="wrap" { (doing(tongue, home)) }
    };
    layout::wide(visit, Head::titled(&tongue.say("home-title")), &body)
}

fn doing(tongue: Tongue<'_>, home: &HomePage) -> Markup {
    let made_up = home.units.iter().any(|unit| unit.demonstration);
    let caption = html! {
        (tongue.period(home.period))
        @if made_up { " " (chip::demonstration(tongue)) }
    };
    let column = |key, number| Column { words: tongue.say(key), number };
    let columns = [
        column("column-unit", false),
        column("column-received", true),
        column("column-in-time", true),
        column("column-kept-closed", true),
    ];
    let rows: Vec<Vec<Markup>> = home.units.iter().map(|unit| row(tongue, unit)).collect();
    html! {
        h2 { (tongue.say("home-doing")) }
        @if rows.is_empty() { p class="empty" { (tongue.say("home-doing-empty")) } }
        @else {
            (table::table(&caption, &columns, &rows))
            p class="quiet" { (tongue.say("home-doing-note")) }
        }
    }
}

fn row(tongue: Tongue<'_>, unit: &UnitLine) -> Vec<Markup> {
    vec![
        html! { (unit.name) },
        html! { (tongue.number(unit.received)) },
        html! {
            @match unit.in_time {
                Some(share) => a href=(unit.answers) { (tongue.measured(share, "percent")) },
                None => { "–" }
            }
        },
        html! { (tongue.number(unit.kept_closed)) },
    ]
}
