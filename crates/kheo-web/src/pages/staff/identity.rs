//! Who brought a sealed case: the card that says that nobody alone sees it, and the page that shows it once.

use jiff::Timestamp;
use kheo_core::id::CaseCode;
use kheo_words::Tongue;
use maud::{Markup, html};

/// The card on the page of the case.
#[derive(Debug, Clone)]
pub(crate) struct SealCard {
    pub(crate) code: CaseCode,
    pub(crate) csrf: String,
    pub(crate) stands: Stands,
    /// What was asked and opened before: who, when, why.
    pub(crate) said: Vec<String>,
    /// The reason as it was typed, when it was refused.
    pub(crate) reason: String,
    /// Why what was sent was refused.
    pub(crate) problem: Option<String>,
}

/// What the reader can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stands {
    /// Nothing: their post opens no identities of this case.
    Closed,
    /// Their post does, but has no key.
    NoKey,
    /// Ask, as the first of two.
    Ask,
    /// Wait for the second until then.
    Waits(Timestamp),
    /// Open, as the second of two: who asked, why, and until when that holds.
    Open(String, String, Timestamp),
}

/// The card.
pub(crate) fn card(tongue: Tongue<'_>, card: &SealCard) -> Markup {
    let until = |at: &Timestamp| tongue.date_time(*at);
    html! {
        p { (tongue.say("staff-seal-closed")) }
        @match &card.stands {
            Stands::Closed => {},
            Stands::NoKey => p class="notice" { (tongue.say("staff-seal-no-key")) },
            Stands::Ask => (form(tongue, card, "ask", true)),
            Stands::Waits(at) => p class="notice" {
                (tongue.say_with("staff-seal-waits", &[("until", &until(at))]))
            },
            Stands::Open(who, why, at) => {
                @let variables = [("who", who.as_str()), ("until", &until(at))];
                p class="notice" { (tongue.say_with("staff-seal-asked", &variables)) }
                p lang="vi" { (why) }
                (form(tongue, card, "open", false))
            },
        }
        @if !card.said.is_empty() {
            h3 { (tongue.say("staff-seal-said")) }
            ul class="plain" { @for said in &card.said { li class="m" { (said) } } }
        }
    }
}

fn form(tongue: Tongue<'_>, card: &SealCard, deed: &str, asks_reason: bool) -> Markup {
    let described = card.problem.as_ref().map(|_| "seal-error");
    let is_second = !asks_reason;
    html! {
        form method="post" action=(format!("/cases/{}/identity/{deed}", card.code)) {
            input type="hidden" name="csrf" value=(card.csrf);
            @if let Some(problem) = &card.problem { p class="error" id="seal-error" { (problem) } }
            @if asks_reason {
                div class="field" {
                    label for="seal-reason" { (tongue.say("staff-seal-reason")) }
                    textarea id="seal-reason" name="reason" rows="2" aria-describedby=[described] {
                        "\n" (card.reason)
                    }
                }
            }
            @if is_second {
                div class="field" {
                    label for="seal-code" { (tongue.say("staff-seal-code")) }
                    input id="seal-code" name="code" autocomplete="off" autocapitalize="characters"
                        spellcheck="false" aria-describedby=[described];
                }
            }
            div class="field" {
                label for="seal-passphrase" { (tongue.say("staff-seal-passphrase")) }
                input id="seal-passphrase" name="passphrase" type="password" autocomplete="off"
                    aria-describedby=[described];
            }
            button class="btn two" { (tongue.say(&format!("staff-seal-{deed}"))) }
        }
    }
}

/// That an opening waits, with the code that is shown this one time.
#[derive(Debug, Clone)]
pub(crate) struct AskedPage {
    pub(crate) code: CaseCode,
    /// What the second officer needs; nothing keeps it.
    pub(crate) opening_code: String,
    pub(crate) until: Timestamp,
}

/// The page of it.
pub(crate) fn asked(tongue: Tongue<'_>, asked: &AskedPage) -> Markup {
    let letters: Vec<char> = asked.opening_code.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    let until = tongue.date_time(asked.until);
    html! {
        p class="quiet crumbs" { a href=(format!("/cases/{}", asked.code)) { (asked.code) } }
        h1 { (tongue.say("staff-seal-was-locked-title")) }
        p { (tongue.say("staff-seal-was-locked")) }
        div class="receipt" {
            (tongue.say("staff-seal-opening-code"))
            strong class="code" { (groups.join(" ")) }
        }
        p class="notice warn" role="alert" {
            (tongue.say_with("staff-seal-was-locked-once", &[("until", &until)]))
        }
        p { a class="btn two" href=(format!("/cases/{}#identity", asked.code)) {
            (tongue.say("staff-seal-back"))
        } }
    }
}

/// Who brought a case, for the one time that it is shown.
#[derive(Debug, Clone)]
pub(crate) struct IdentityPage {
    pub(crate) code: CaseCode,
    pub(crate) asked_by: String,
    pub(crate) reason: String,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) place: Option<String>,
    /// Answers that tell who it is: label and answer.
    pub(crate) filled: Vec<(String, String)>,
    /// Title and text as they were written, where something was taken out of them.
    pub(crate) written: Option<(String, String)>,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, shown: &IdentityPage) -> Markup {
    let nothing = || tongue.say("staff-seal-not-given");
    let facts = [
        ("kept-name-label", &shown.name),
        ("kept-phone-label", &shown.phone),
        ("kept-place-label", &shown.place),
    ];
    let asked = [("who", shown.asked_by.as_str()), ("why", shown.reason.as_str())];
    html! {
        p class="quiet crumbs" { a href=(format!("/cases/{}", shown.code)) { (shown.code) } }
        h1 { (tongue.say("staff-seal-shown-title")) }
        p class="notice warn" role="alert" { (tongue.say("staff-seal-shown-once")) }
        dl class="facts" {
            @for (label, fact) in facts {
                dt { (tongue.say(label)) }
                dd { (fact.clone().unwrap_or_else(nothing)) }
            }
            @for (label, answer) in &shown.filled { dt { (label) } dd { (answer) } }
        }
        @if let Some((subject, text)) = &shown.written {
            h2 { (tongue.say("staff-seal-written")) }
            p lang="vi" { b { (subject) } }
            @for line in text.lines() { p lang="vi" { (line) } }
        }
        p class="quiet" { (tongue.say_with("staff-seal-shown-why", &asked)) }
    }
}
