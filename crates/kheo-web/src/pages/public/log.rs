//! The public log: what it is, where it stands, and what a receipt proves.

use kheo_ledger::log::Checkpoint;
use kheo_ledger::receipt::{Evidence, Proven, WrongReceipt};
use kheo_store::log::registered;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::parts::field::{self, Field};
use crate::visit::Visit;

/// Where the log stands.
#[derive(Debug, Clone)]
pub(crate) struct LogPage {
    /// The key with which anybody checks it.
    pub(crate) key: String,
    /// Its newest checkpoint.
    pub(crate) checkpoint: Option<Checkpoint>,
}

/// What came of a receipt.
pub(crate) type Checked = Result<Proven, WrongReceipt>;

/// The page; with `typed` and what came of it when a receipt was sent.
pub(crate) fn page(visit: &Visit, log: &LogPage, typed: &str, checked: Option<&Checked>) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("log-title");
    let body = html! {
        h1 { (title) }
        @match checked {
            None => p class="lead" { (tongue.say("log-lead")) },
            Some(Ok(proven)) => (good(visit, proven)),
            Some(Err(why)) => (wrong(tongue, why)),
        }
        (form(tongue, typed))
        h2 { (tongue.say("log-stands")) }
        @match &log.checkpoint {
            None => p class="empty" { (tongue.say("log-empty")) },
            Some(checkpoint) => (stands(tongue, checkpoint)),
        }
        h2 { (tongue.say("log-key")) }
        p { (tongue.say("log-key-text")) }
        p { code class="long" { (log.key) } }
        h2 { (tongue.say("log-reveals")) }
        p { (tongue.say("log-reveals-text")) }
        ul {
            li { a href="/log/checkpoint" { (tongue.say("log-checkpoint")) } }
            li { a href="/log/vkey" { (tongue.say("log-vkey")) } }
        }
    };
    layout::narrow(visit, Head { here: Some("/log"), ..Head::titled(&title) }, &body)
}

fn form(tongue: Tongue<'_>, typed: &str) -> Markup {
    let (label, hint) = (tongue.say("log-paste"), tongue.say("log-paste-hint"));
    let field = Field {
        name: "text",
        label: &label,
        hint: &hint,
        value: typed,
        faults: &[],
        autocomplete: "off",
    };
    html! {
        section class="card" {
            h2 { (tongue.say("log-check")) }
            form method="post" action="/log" enctype="multipart/form-data" {
                div class="field" {
                    label for="f-receipt" { (tongue.say("log-file")) }
                    input id="f-receipt" name="receipt" type="file" accept=".tlog-proof,text/plain";
                }
                details open[!typed.is_empty()] {
                    summary { (label) }
                    (field::area(&field, 6))
                }
                p class="buttons" { button class="btn" { (tongue.say("log-check-do")) } }
            }
        }
    }
}

fn stands(tongue: Tongue<'_>, checkpoint: &Checkpoint) -> Markup {
    html! {
        dl class="facts" {
            dt { (tongue.say("log-origin")) } dd { (checkpoint.origin) }
            dt { (tongue.say("log-size")) } dd { (checkpoint.size) }
            dt { (tongue.say("log-root")) }
            dd { code class="long" { (kheo_ledger::hexadecimal(&checkpoint.root)) } }
        }
    }
}

fn wrong(tongue: Tongue<'_>, why: &WrongReceipt) -> Markup {
    let (seq, said) = match why {
        WrongReceipt::NotRecorded { seq } | WrongReceipt::Gone { seq } => (*seq, 0),
        WrongReceipt::OtherEntry { said, proven } => (*proven, *said),
        _ => (0, 0),
    };
    let origin = if let WrongReceipt::OtherLog { origin } = why { origin.as_str() } else { "" };
    let (seq, said) = (seq.to_string(), said.to_string());
    let variables = [("seq", &*seq), ("proven", &seq), ("said", &said), ("origin", origin)];
    let key = format!("failure-receipt-{}", why.code());
    html! {
        div class="notice bad" role="alert" {
            p { b { (tongue.say_with(&key, &variables)) } }
            p { (tongue.say(&format!("{key}-remedy"))) }
        }
    }
}

fn good(visit: &Visit, proven: &Proven) -> Markup {
    let tongue = visit.tongue();
    let Proven { evidence, checkpoint } = proven;
    let said = |text: &str, words: Option<String>| words.unwrap_or_else(|| text.to_owned());
    let day = said(
        &evidence.effective_on,
        evidence.effective_on.parse().ok().map(|day| tongue.date(day)),
    );
    let at = said(
        &evidence.recorded_at,
        evidence.recorded_at.parse().ok().map(|at| tongue.date_time(at)),
    );
    let unit = visit.directory.unit(&kheo_core::id::UnitId::new(&evidence.unit), visit.lang);
    html! {
        div class="notice good" role="status" {
            p { b { (tongue.say("log-good")) } }
            p { (tongue.say("log-good-text")) }
        }
        dl class="facts" {
            dt { (tongue.say("log-subject")) } dd { (evidence.subject) }
            dt { (tongue.say("log-unit")) } dd { (unit) }
            dt { (tongue.say("log-day")) } dd { (day) }
            dt { (tongue.say("log-at")) } dd { (at) }
            dt { (tongue.say("log-seq")) }
            dd { (tongue.say_with("log-seq-of", &[
                ("seq", &evidence.seq.to_string()), ("size", &checkpoint.size.to_string()),
            ])) }
            (content(tongue, evidence))
        }
    }
}

/// What was asked, as far as this program can read it.
fn content(tongue: Tongue<'_>, evidence: &Evidence) -> Markup {
    let begun = registered(evidence).filter(|begun| !begun.private.subject.is_empty());
    let Some(begun) = begun else {
        return html! { dt { (tongue.say("log-content-text")) } dd { (tongue.say("log-untold")) } };
    };
    html! {
        dt { (tongue.say("log-content-title")) } dd lang="vi" { (begun.private.subject) }
        dt { (tongue.say("log-content-text")) } dd lang="vi" { (begun.private.text) }
        @if !begun.files.is_empty() {
            dt { (tongue.say("log-content-files")) } dd { (begun.files.len()) }
        }
    }
}
