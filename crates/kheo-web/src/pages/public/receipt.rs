//! The receipt: the code, the due date, and how to follow.

use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case::{self, PublicCase};
use crate::parts::qr;
use crate::visit::Visit;

/// How far its entry is into the log.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Entered {
    /// It is in the log and proves itself.
    Proven {
        /// Its place in the ledger.
        seq: u64,
    },
    /// It waits. The page asks again by itself.
    Waiting,
}

/// The page; with a code for cameras where the `address` to follow it is known.
pub(crate) fn page(
    visit: &Visit,
    receipt: &PublicCase,
    entered: Entered,
    address: Option<&str>,
) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("receipt-title");
    let follow = format!("/follow/{}", receipt.code);
    let body = html! {
        h1 { (title) }
        div class="receipt" {
            (tongue.say("receipt-code"))
            strong class="code" { (receipt.code) }
            @if let Some(address) = address { (qr::code(address, &tongue.say("receipt-qr"))) }
            (tongue.say("receipt-keep"))
        }
        (in_log(tongue, entered, &follow, receipt.erased))
        dl class="facts" {
            @let subject =
                if receipt.subject_is_public { "case-subject-public" } else { "label-subject" };
            dt { (tongue.say(subject)) } dd lang="vi" { (receipt.subject) }
            dt { (tongue.say("case-received")) } dd { (tongue.date(receipt.received_on)) }
            dt { (tongue.say("case-with")) } dd { (receipt.unit) }
            @if let Some((due, rule)) = &receipt.running {
                dt { (case::due_words(tongue, rule.as_ref())) }
                dd { b { (tongue.ends_on(due)) } }
            }
        }
        (case::clock(tongue, receipt))
        (case::letters(tongue, receipt))
        h2 { (tongue.say("receipt-next")) }
        ul {
            li { (tongue.say("receipt-next-follow")) }
            @if !receipt.has_ended { li { (tongue.say("receipt-next-answer")) } }
            li { (tongue.say("receipt-next-print")) }
        }
        p class="buttons" {
            a class="btn" href=(follow) { (tongue.say("receipt-follow")) }
            a class="btn two" href="/ask" { (tongue.say("receipt-another")) }
        }
    };
    let refresh = matches!(entered, Entered::Waiting);
    layout::narrow(visit, Head { refresh, ..Head::titled(&title) }, &body)
}

/// What of the log belongs to the receipt, of which the content may be `erased`.
fn in_log(tongue: Tongue<'_>, entered: Entered, follow: &str, erased: bool) -> Markup {
    let holds = if erased { "receipt-log-holds-nothing" } else { "receipt-log-holds" };
    html! {
        section class="card" {
            h2 { (tongue.say("receipt-log")) }
            @match entered {
                Entered::Waiting => p role="status" { (tongue.say("receipt-log-waiting")) },
                Entered::Proven { seq } => {
                    p {
                        (tongue.say_with("receipt-log-proven", &[("seq", &seq.to_string())]))
                        " " (tongue.say(holds))
                    }
                    p class="buttons" {
                        a class="btn two" href=(format!("{follow}/receipt.tlog-proof")) download {
                            (tongue.say("receipt-log-download"))
                        }
                        a href="/log" { (tongue.say("receipt-log-check")) }
                    }
                },
            }
        }
    }
}
