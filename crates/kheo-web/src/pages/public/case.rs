//! A case as everybody who knows its code may see it.

use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::{Clock, Deed, FollowCode, Proof};
use kheo_core::id::{KindId, TopicId};
use kheo_core::origin::Origin;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::media;
use crate::parts::chip::{self, Stand};
use crate::parts::clock;
use crate::parts::due;

/// What is public of a case.
#[derive(Debug, Clone)]
pub(crate) struct PublicCase {
    pub(crate) code: FollowCode,
    pub(crate) kind: KindId,
    pub(crate) topic: TopicId,
    pub(crate) subject: String,
    /// Whether everybody may see its subject.
    pub(crate) subject_is_public: bool,
    pub(crate) received_on: Date,
    pub(crate) stand: Stand,
    /// Whether nothing more is to be done about it.
    pub(crate) has_ended: bool,
    /// The name of the unit that holds it.
    pub(crate) unit: String,
    /// The title of the post that is responsible.
    pub(crate) post: Option<String>,
    pub(crate) origin: Origin,
    /// The limit that runs out first, with the rule behind it.
    pub(crate) running: Option<(Due, Option<Clock>)>,
    pub(crate) today: Date,
    /// Until when nobody must say otherwise for it to count as done for good, and why so long.
    pub(crate) silence: Option<String>,
    pub(crate) events: Vec<Told>,
    /// The letters to its petitioner: address of the file, title, day.
    pub(crate) letters: Vec<(String, String, Date)>,
    /// What the holder of the code can do now.
    pub(crate) choice: Choice,
    /// Whether what was asked, and by whom, was erased.
    pub(crate) erased: bool,
}

/// What the holder of the code can do with an answered case.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    /// The version of the case that was shown.
    pub(crate) seen: u64,
    pub(crate) confirm: bool,
    pub(crate) reopen: bool,
    pub(crate) withdraw: bool,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) on: Date,
    /// In plain words.
    pub(crate) words: String,
    /// The text of an answer or of a reason.
    pub(crate) text: Option<String>,
    /// Why it was refused.
    pub(crate) reason: Option<Why>,
    /// Whether the text is the reason of a refusal.
    pub(crate) refused: bool,
    pub(crate) proofs: Vec<Proof>,
    /// For an answer: whether it came in time, in words.
    pub(crate) timely: Option<String>,
}

/// Why a case was refused.
#[derive(Debug, Clone)]
pub(crate) struct Why {
    pub(crate) words: String,
    /// The rule that gives the reason, as it is cited.
    pub(crate) rule: String,
    /// What the petitioner can do next.
    pub(crate) next: String,
}

impl Told {
    /// What happened on that day, in words alone.
    pub(crate) const fn new(on: Date, words: String) -> Self {
        Self {
            on,
            words,
            text: None,
            reason: None,
            refused: false,
            proofs: Vec::new(),
            timely: None,
        }
    }
}

/// Kind, step and origin as small marks.
pub(crate) fn chips(tongue: Tongue<'_>, case: &PublicCase) -> Markup {
    html! {
        p {
            span class="chip" { (tongue.say(&format!("kind-{}", case.kind))) } " "
            span class="chip" { (tongue.say(&format!("topic-{}", case.topic))) } " "
            (chip::step(tongue, &case.stand)) " "
            (chip::origin(tongue, &case.origin))
        }
    }
}

/// Who has the case, and until when.
pub(crate) fn facts(tongue: Tongue<'_>, case: &PublicCase) -> Markup {
    html! {
        dl class="facts" {
            dt { (tongue.say("case-code")) } dd class="code" { (case.code) }
            dt { (tongue.say("case-received")) } dd { (tongue.date(case.received_on)) }
            dt { (tongue.say(if case.has_ended { "case-ended-with" } else { "case-with" })) }
            dd { (case.unit) @if let Some(post) = &case.post { " · " (post) } }
        }
    }
}

/// What is due then: the answer, or what comes before it.
pub(crate) fn due_words(tongue: Tongue<'_>, clock: Option<&Clock>) -> String {
    let before = clock.filter(|clock| !clock.stops.contains(&Deed::Answer.into()));
    before.map_or_else(
        || tongue.say("receipt-due"),
        |clock| tongue.say(&format!("clock-{}", clock.id)),
    )
}

/// The running clock and why it ends when it does; nothing when none runs.
pub(crate) fn clock(tongue: Tongue<'_>, case: &PublicCase) -> Markup {
    html! {
        @if let Some((due, rule)) = &case.running {
            (clock::of(tongue, due, case.today))
            (due::explained(tongue, due, rule.as_ref().map(|clock| &clock.rule)))
        }
    }
}

/// Until when somebody may say otherwise, before it counts as done for good; nothing when that is past.
pub(crate) fn silence(case: &PublicCase) -> Markup {
    html! { @if let Some(silence) = &case.silence { p class="notice" { (silence) } } }
}

/// The letters to the petitioner, as files to keep; nothing when there are none.
pub(crate) fn letters(tongue: Tongue<'_>, case: &PublicCase) -> Markup {
    html! {
        @if !case.letters.is_empty() {
            h2 { (tongue.say("case-letters")) }
            ul { @for (href, title, on) in &case.letters {
                li { a href=(href) { (title) " (PDF)" } " · " (tongue.date(*on)) }
            } }
        }
    }
}

/// All that happened, the last first.
pub(crate) fn timeline(tongue: Tongue<'_>, events: &[Told], files: &str) -> Markup {
    html! {
        ol class="time" reversed {
            @for told in events.iter().rev() {
                li {
                    time datetime=(told.on) { (tongue.date(told.on)) }
                    div { b { (told.words) } @if let Some(timely) = &told.timely { " " (timely) } }
                    @if let Some(why) = &told.reason {
                        p { (why.words) " " span class="quiet" { (why.rule) } }
                        p class="notice" { b { (tongue.say("told-next")) } " " (why.next) }
                    }
                    @if let Some(reason) = told.text.as_ref().filter(|_| told.refused) {
                        p class="answer refused" lang="vi" { (reason) }
                    } @else {
                        (answer(tongue, told.text.as_deref(), &told.proofs, files))
                    }
                }
            }
        }
    }
}

/// The text of an answer with links to its proofs, which lie below the address `files`.
pub(crate) fn answer(
    tongue: Tongue<'_>,
    text: Option<&str>,
    proofs: &[Proof],
    files: &str,
) -> Markup {
    html! {
        @if let Some(text) = text { p class="answer" lang="vi" { (text) } }
        @if !proofs.is_empty() {
            ul class="proofs" {
                @for (place, proof) in proofs.iter().enumerate() {
                    li { a href=(format!("{files}/{}", proof.hash)) { (name(tongue, place, proof)) } }
                }
            }
        }
    }
}

fn name(tongue: Tongue<'_>, place: usize, proof: &Proof) -> String {
    let number = (place + 1).to_string();
    let kind = media::extension(&proof.media_type).to_uppercase();
    let size = (proof.size.div_ceil(1024)).to_string();
    tongue.say_with("case-proof", &[("number", &number), ("kind", &kind), ("size", &size)])
}
