//! Letters as HTML.

use maud::{Markup, html};

use super::file;
use crate::letter::sheet::{Line, Sheet, Signature};
use crate::lines::plain;

/// The letter as a complete HTML file that needs nothing else.
pub(crate) fn page(sheet: &Sheet) -> String {
    file(sheet.lang, sheet.date, &plain(&sheet.title()), &render(sheet))
}

/// The letter as an `<article class="sheet letter">` without inline style or script.
pub(crate) fn render(sheet: &Sheet) -> Markup {
    let titled = !sheet.kind.is_empty();
    html! {
        article class="sheet letter" lang=(sheet.lang) {
            @if !sheet.notice.is_empty() { p class="notice" { (sheet.notice) } }
            @if sheet.issuer.is_empty() { (nation(sheet)) } @else { (heads(sheet, titled)) }
            @if titled {
                h1 { (sheet.kind) }
                @if !sheet.about.is_empty() { p class="about ruled" { b { (sheet.about) } } }
            }
            (addressees(sheet))
            @if !sheet.decides.is_empty() { p class="middle" { b { (sheet.decides) } } }
            @for line in &sheet.basis { p { i { (line) } } }
            @if !sheet.enacting.is_empty() { p class="middle" { b { (sheet.enacting) } } }
            @for line in &sheet.body { (passage(line)) }
            (signatures(sheet))
        }
    }
}

/// The two columns at the head; the subject of an ordinary letter is its heading.
fn heads(sheet: &Sheet, titled: bool) -> Markup {
    html! {
        div class="heads" {
            div class="issuer" {
                @if !sheet.parent.is_empty() { p { (sheet.parent) } }
                p class="ruled" { b { (sheet.issuer) } }
                p class="number" { (sheet.number) }
                @if !titled && !sheet.about.is_empty() { h1 class="short" { (sheet.about) } }
            }
            div class="heading" {
                p { b { (sheet.nation) } }
                p class="motto" { b { (sheet.motto) } }
                p { i { (sheet.place_date) } }
            }
        }
    }
}

/// The name of the nation alone, for the letter of those who sign it.
fn nation(sheet: &Sheet) -> Markup {
    html! {
        div class="nation" {
            p { b { (sheet.nation) } }
            p class="motto" { b { (sheet.motto) } }
            p class="when" { i { (sheet.place_date) } }
        }
    }
}

fn addressees(sheet: &Sheet) -> Markup {
    html! {
        @match sheet.addressees.as_slice() {
            [] => {}
            [one] => p class="to" { span { (sheet.to) } " " span { (one) } },
            several => div class="to" {
                p { (sheet.to) }
                ul { @for addressee in several { li { (addressee) } } }
            }
        }
    }
}

fn passage(line: &Line) -> Markup {
    html! {
        p {
            @if line.strong { b { (line.label) } " " }
            @else if !line.label.is_empty() { (line.label) " " }
            (line.text)
        }
    }
}

fn signatures(sheet: &Sheet) -> Markup {
    html! {
        @if let [_, _, ..] = sheet.signatures.as_slice() {
            div class="signatures" { @for one in &sheet.signatures { (signature(one)) } }
            (recipients(sheet))
        } @else {
            div class="signature" {
                (recipients(sheet))
                @for one in &sheet.signatures { (signature(one)) }
            }
        }
    }
}

fn recipients(sheet: &Sheet) -> Markup {
    html! {
        @if !sheet.recipients.is_empty() {
            div class="recipients" {
                p { b { i { (sheet.recipients_title) } } }
                ul {
                    @for recipient in sheet.recipients.iter().chain(&sheet.more_recipients) {
                        li { (recipient) }
                    }
                }
            }
        }
    }
}

fn signature(one: &Signature) -> Markup {
    html! {
        div class="signatory" {
            @for line in &one.signed_as { p { b { (line) } } }
            @if !one.asked.is_empty() { p { i { (one.asked) } } }
            p class="signed" {}
            @if !one.name.is_empty() { p { b { (one.name) } } }
        }
    }
}
