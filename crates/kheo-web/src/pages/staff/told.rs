//! What happened to a case, as a time line.

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::{Citation, Due};
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::case::{FileLink, files};
use crate::parts::due;

/// One thing that happened.
#[derive(Debug, Clone)]
pub(crate) struct Happening {
    pub(crate) recorded_at: Timestamp,
    /// The day it took effect.
    pub(crate) on: Date,
    /// Whether it was learned on a later day than it took effect.
    pub(crate) learned_later: bool,
    /// What happened, in few words.
    pub(crate) what: String,
    /// Who did it; nothing where the rules did.
    pub(crate) who: Option<String>,
    /// Where it went, who became responsible.
    pub(crate) to: Option<String>,
    /// What was written.
    pub(crate) text: Option<String>,
    /// The reason that was chosen, the complexity and the fields that were filled in: label and answer.
    pub(crate) filled: Vec<(String, String)>,
    pub(crate) files: Vec<FileLink>,
    /// The limit that ended, to be explained, and the rule of the pack that gave it.
    pub(crate) ended: Option<(Due, Option<Citation>)>,
    /// Where to read on, with the words of the link.
    pub(crate) link: Option<(String, String)>,
}

/// The time line, in the order in which things happened.
pub(crate) fn timeline(tongue: Tongue<'_>, told: &[Happening]) -> Markup {
    html! {
        section {
            h2 { (tongue.say("staff-case-told")) }
            (list(tongue, told))
        }
    }
}

/// The things alone, as a list.
pub(crate) fn list(tongue: Tongue<'_>, told: &[Happening]) -> Markup {
    html! { ol class="time" { @for one in told { (item(tongue, one)) } } }
}

fn item(tongue: Tongue<'_>, one: &Happening) -> Markup {
    let recorded = tongue.date_time(one.recorded_at);
    html! {
        li {
            time datetime=(one.on) { (tongue.date(one.on)) } " "
            b { (one.what) }
            @if let Some(who) = &one.who { " · " (who) }
            @if let Some(to) = &one.to { div { (to) } }
            @if !one.filled.is_empty() {
                dl class="facts" { @for (label, answer) in &one.filled {
                    dt { (label) } dd { (answer) }
                } }
            }
            @if let Some(text) = &one.text {
                @for paragraph in text.lines().filter(|line| !line.is_empty()) {
                    p lang="vi" { (paragraph) }
                }
            }
            @if let Some((due, rule)) = &one.ended { (due::explained(tongue, due, rule.as_ref())) }
            @if let Some((href, words)) = &one.link { div { a href=(href) { (words) } } }
            @if !one.files.is_empty() { (files(tongue, &one.files)) }
            @if one.learned_later {
                div class="quiet" { (tongue.say_with("staff-told-recorded", &[("at", &recorded)])) }
            }
        }
    }
}

impl Happening {
    /// An answer with a proof, for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            recorded_at: Timestamp::UNIX_EPOCH,
            on: jiff::civil::date(2016, 5, 4),
            learned_later: true,
            what: "Trả lời".into(),
            who: Some("Chủ tịch UBND xã".into()),
            to: Some("Phòng Kinh tế".into()),
            text: Some("Đã xây xong.\nẢnh kèm theo.".into()),
            filled: vec![("Lý do".into(), "Không có chữ ký (Luật Khiếu nại, Điều 11)".into())],
            files: vec![FileLink::sample()],
            ended: None,
            link: Some(("/cases/KN-1".into(), "KN-1".into())),
        }
    }
}
