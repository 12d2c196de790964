//! The receipt: the code, the due date, and how to follow.

use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case::{self, PublicCase};
use crate::visit::Visit;

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
            dt { (tongue.say("label-subject")) } dd { (receipt.subject) }
            dt { (tongue.say("case-received")) } dd { (tongue.date(receipt.received_on)) }
            dt { (tongue.say("case-with")) } dd { (receipt.unit) }
            @if let Some((due, _)) = &receipt.running {
                dt { (tongue.say("receipt-due")) } dd { b { (tongue.date(due.on)) } }
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
