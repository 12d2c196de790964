//! The public log: what it is, where it stands, and what a receipt proves.

use kheo_ledger::log::{Checkpoint, Cosigned, Witnessed};
use kheo_ledger::receipt::{Evidence, Proven, WrongReceipt};
use kheo_store::log::{LastSeen, registered};
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
    /// Who follows it.
    pub(crate) witnesses: Vec<Witness>,
    /// The keys that seal who denounces: whose, since when, and their public halves.
    pub(crate) sealing: Vec<(String, String, String)>,
    /// That the content was erased of what a receipt was checked for.
    pub(crate) erased: Option<String>,
}

/// A witness of the log.
#[derive(Debug, Clone)]
pub(crate) struct Witness {
    /// What it is called.
    pub(crate) name: String,
    /// Its key.
    pub(crate) key: String,
    /// What it said last.
    pub(crate) last: Option<LastSeen>,
    /// Whether its word is still taken.
    pub(crate) is_known: bool,
}

/// What came of a receipt: what it proves, and which witnesses saw it.
pub(crate) type Checked = Result<(Proven, Witnessed), WrongReceipt>;

/// The page; with `typed` and what came of it when a receipt was sent.
pub(crate) fn page(visit: &Visit, log: &LogPage, typed: &str, checked: Option<&Checked>) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("log-title");
    let body = html! {
        h1 { (title) }
        @match checked {
            None => p class="lead" { (tongue.say("log-lead")) },
            Some(Ok((proven, witnessed))) => {
                (good(visit, proven, witnessed))
                @if let Some(erased) = &log.erased { p class="notice" { (erased) } }
            },
            Some(Err(why)) => (wrong(tongue, why)),
        }
        (form(tongue, typed))
        h2 { (tongue.say("log-stands")) }
        @match &log.checkpoint {
            None => p class="empty" { (tongue.say("log-empty")) },
            Some(checkpoint) => (stands(tongue, checkpoint)),
        }
        (witnesses(tongue, &log.witnesses))
        h2 { (tongue.say("log-key")) }
        p { (tongue.say("log-key-text")) }
        p { code class="long" { (log.key) } }
        @if !log.sealing.is_empty() {
            h2 { (tongue.say("log-sealing")) }
            p { (tongue.say("log-sealing-text")) }
            ul class="plain" { @for (post, since, recipient) in &log.sealing {
                li { (post) ", " (since) div class="m" { code class="long" { (recipient) } } }
            } }
        }
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

fn witnesses(tongue: Tongue<'_>, witnesses: &[Witness]) -> Markup {
    html! {
        h2 { (tongue.say("log-witnesses")) }
        p { (tongue.say("log-witnesses-text")) }
        @if witnesses.is_empty() {
            p class="empty" { (tongue.say("log-witnesses-none")) }
        } @else {
            dl class="facts" {
                @for witness in witnesses {
                    dt { (witness.name) }
                    dd {
                        (last_seen(tongue, witness))
                        @if !witness.is_known { " " (tongue.say("log-witness-earlier")) }
                        br; code class="long" { (witness.key) }
                    }
                }
            }
        }
    }
}

fn last_seen(tongue: Tongue<'_>, witness: &Witness) -> String {
    let Some(last) = &witness.last else { return tongue.say("log-witness-never") };
    let variables = [("size", &*last.size.to_string()), ("at", &tongue.told_at(last.at))];
    tongue.say_with("log-witness-last", &variables)
}

/// Which of the known witnesses saw the log as it stands in a receipt.
fn seen_by(tongue: Tongue<'_>, witnessed: &Witnessed) -> Markup {
    let by = |one: &Cosigned| {
        let variables = [("witness", &*one.witness), ("at", &tongue.told_at(one.at))];
        tongue.say_with("log-witnessed-by", &variables)
    };
    html! {
        dt { (tongue.say("log-witnessed")) }
        @for one in &witnessed.by { dd { (by(one)) } }
        @if witnessed.by.is_empty() { dd { (tongue.say("log-witnessed-none")) } }
        @if witnessed.unknown > 0 {
            dd { (tongue.say_with("log-witnessed-unknown", &[("count", &witnessed.unknown.to_string())])) }
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
    let witness =
        if let WrongReceipt::FalseCosignature(false_one) = why { &*false_one.witness } else { "" };
    let (seq, said) = (seq.to_string(), said.to_string());
    let variables = [
        ("seq", &*seq),
        ("proven", &seq),
        ("said", &said),
        ("origin", origin),
        ("witness", witness),
    ];
    let key = format!("failure-receipt-{}", why.code());
    html! {
        div class="notice bad" role="alert" {
            p { b { (tongue.say_with(&key, &variables)) } }
            p { (tongue.say(&format!("{key}-remedy"))) }
        }
    }
}

fn good(visit: &Visit, proven: &Proven, witnessed: &Witnessed) -> Markup {
    let tongue = visit.tongue();
    let Proven { evidence, checkpoint, .. } = proven;
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
            (seen_by(tongue, witnessed))
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
