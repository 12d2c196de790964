//! The receipt: the code, the due date, and how to follow.

use kheo_core::case::{Clock, Deed};
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case::{self, PublicCase};
use crate::visit::Visit;

/// What is due then: the answer, or what comes before it.
fn due_words(tongue: Tongue<'_>, clock: Option<&Clock>) -> String {
    let before = clock.filter(|clock| !clock.stops.contains(&Deed::Answer.into()));
    before.map_or_else(
        || tongue.say("receipt-due"),
        |clock| tongue.say(&format!("clock-{}", clock.id)),
    )
}

/// The page.
pub(crate) fn page(visit: &Visit, receipt: &PublicCase) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("receipt-title");
    let follow = format!("/follow/{}", receipt.code);
    let body = html! {
        h1 { (title) }
        div class="receipt" {
            (tongue.say("receipt-code"))
            strong class="code" { (receipt.code) }
            (tongue.say("receipt-keep"))
        }
        dl class="facts" {
            dt { (tongue.say("label-subject")) } dd lang="vi" { (receipt.subject) }
            dt { (tongue.say("case-received")) } dd { (tongue.date(receipt.received_on)) }
            dt { (tongue.say("case-with")) } dd { (receipt.unit) }
            @if let Some((due, rule)) = &receipt.running {
                dt { (due_words(tongue, rule.as_ref())) }
                dd { b { (tongue.moment(due.on, due.at)) } }
            }
        }
        (case::clock(tongue, receipt))
        (case::letters(tongue, receipt))
        h2 { (tongue.say("receipt-next")) }
        ul {
            li { (tongue.say("receipt-next-follow")) }
            li { (tongue.say("receipt-next-answer")) }
            li { (tongue.say("receipt-next-print")) }
        }
        p class="buttons" {
            a class="btn" href=(follow) { (tongue.say("receipt-follow")) }
            a class="btn two" href="/ask" { (tongue.say("receipt-another")) }
        }
    };
    layout::narrow(visit, Head::titled(&title), &body)
}
