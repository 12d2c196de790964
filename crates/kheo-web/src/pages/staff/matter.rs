//! A matter: the card on the page of one of its cases, and the page of its own.

mod card;

use jiff::civil::Date;
use kheo_core::id::{CaseCode, StepId};
use kheo_core::matter::MatterId;
use kheo_words::Tongue;
use maud::{Markup, html};

pub(crate) use card::{JudgeForm, Judgement, LinkForm, MatterCard, Suggestion, card};

use crate::pages::staff::line::{self, Marks};
use crate::pages::staff::told::{self, Happening};
use crate::parts::clock::{self, ClockLine};

/// A case of a matter, as far as the reader may know it.
#[derive(Debug, Clone)]
pub(crate) struct OtherCase {
    /// Its code and subject; nothing for a case outside the reader's scope.
    pub(crate) known: Option<(CaseCode, String)>,
    /// The units it came to, each with the day; of a case outside the scope the one that holds it.
    pub(crate) path: Vec<(String, Date)>,
    pub(crate) step: StepId,
    pub(crate) answered_on: Option<Date>,
    /// The limit that runs out first; nothing for a case outside the scope.
    pub(crate) clock: Option<ClockLine>,
    pub(crate) marks: Marks,
}

/// The case: what it is about, its path, where it stands.
pub(crate) fn other(tongue: Tongue<'_>, case: &OtherCase) -> Markup {
    let path: Vec<String> =
        case.path.iter().map(|(unit, day)| format!("{unit} ({})", tongue.date(*day))).collect();
    html! {
        @match &case.known {
            Some((code, subject)) => {
                a href=(format!("/cases/{code}")) data-row lang="vi" { (subject) }
                div class="m" { (code) " " (line::chips(tongue, case.marks)) }
            }
            None => b { (tongue.say("staff-matter-elsewhere")) }
        }
        div class="m" { (path.join(" → ")) }
        div class="m" {
            (tongue.say(&format!("step-{}", case.step)))
            @if let Some(day) = case.answered_on {
                " · " (tongue.say_with("staff-matter-answered", &[("day", &tongue.date(day))]))
            }
        }
        @if let Some(clock) = case.clock { (clock::bar(tongue, clock)) }
    }
}

/// Everything on the page of a matter.
#[derive(Debug, Clone)]
pub(crate) struct MatterPage {
    pub(crate) id: MatterId,
    /// What its first case that may be seen is about.
    pub(crate) subject: String,
    pub(crate) marks: Marks,
    /// Its newest cases.
    pub(crate) cases: Vec<OtherCase>,
    /// How many older ones there are.
    pub(crate) older: u64,
    /// How many units hold or have held one of them.
    pub(crate) units: u64,
    /// Links that can be taken back.
    pub(crate) links: Vec<LinkForm>,
    pub(crate) told: Vec<Happening>,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, matter: &MatterPage) -> Markup {
    let count = |key, n: u64| tongue.say_count(key, i64::try_from(n).unwrap_or(i64::MAX), &[]);
    let cases = matter.older + u64::try_from(matter.cases.len()).unwrap_or(u64::MAX);
    html! {
        p class="quiet crumbs" {
            a href="/matters" { (tongue.say("staff-matters-title")) } " › " (matter.id)
        }
        h1 lang="vi" { (matter.subject) }
        p {
            span class="chip" { (count("staff-cases-count", cases)) } " "
            span class="chip" { (count("staff-units-count", matter.units)) } " "
            (line::chips(tongue, matter.marks))
        }
        div class="cols" {
            div {
                section class="card" {
                    h2 { (tongue.say("staff-matter-cases")) }
                    (older(tongue, matter.older))
                    ol class="plain matter" data-rows {
                        @for case in &matter.cases { li { (other(tongue, case)) } }
                    }
                }
                section {
                    h2 { (tongue.say("staff-matter-told")) }
                    (told::list(tongue, &matter.told))
                }
            }
            aside {
                section class="card" {
                    h2 { (tongue.say("staff-matter-persons")) }
                    p { (count("staff-matter-at-least", u64::from(matter.marks.persons))) }
                    p class="quiet" { (tongue.say("staff-matter-persons-help")) }
                }
                section class="card" {
                    h2 { (tongue.say("staff-matter-links")) }
                    ul class="plain" {
                        @for link in &matter.links { li { (card::undo(tongue, link)) } }
                    }
                }
            }
        }
    }
}

/// That there are `n` older cases which are not shown.
pub(crate) fn older(tongue: Tongue<'_>, n: u64) -> Markup {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    html! { @if n > 0 { p class="quiet" { (tongue.say_count("staff-matter-older", n, &[])) } } }
}

impl OtherCase {
    /// A late case that came through two units.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use crate::pages::staff::line::CaseLine;
        use jiff::civil::date;
        let line = CaseLine::sample();
        Self {
            known: Some((line.code, line.subject)),
            path: vec![
                ("Thành phố Bắc Kạn".into(), date(2016, 4, 11)),
                ("Xã Nông Thượng".into(), date(2016, 4, 13)),
            ],
            step: line.step,
            answered_on: Some(date(2016, 5, 20)),
            clock: line.clock,
            marks: line.marks,
        }
    }

    /// A case of which the reader may know hardly anything.
    #[cfg(test)]
    pub(crate) fn sample_elsewhere() -> Self {
        let path = Self::sample().path.into_iter().take(1).collect();
        let marks = Marks::default();
        Self { known: None, path, answered_on: None, clock: None, marks, ..Self::sample() }
    }
}

impl MatterPage {
    /// A matter of two cases, one of them elsewhere.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            id: MatterId(412),
            subject: "Mương Khuổi Chang làm dở".into(),
            marks: Marks { persons: 30, ..Marks::sample() },
            cases: vec![OtherCase::sample(), OtherCase::sample_elsewhere()],
            older: 7,
            units: 2,
            links: vec![LinkForm::sample()],
            told: vec![Happening::sample()],
        }
    }
}
