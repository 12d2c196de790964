//! What stands beside the time line: limits, petitioner, files, other cases.

use jiff::civil::Date;
use kheo_calendar::Due;
use kheo_core::case::Clock;
use kheo_core::id::ClockId;
use kheo_core::warning::Warning;
use kheo_words::Tongue;
use maud::{Markup, html};

use super::CasePage;
use crate::pages::staff::identity::{self, SealCard};
use crate::pages::staff::matter;
use crate::parts::clock::{self, ClockLine};
use crate::parts::{due, warning};

/// A limit that runs, with its rule.
#[derive(Debug, Clone)]
pub(crate) struct ClockCard {
    pub(crate) clock: ClockId,
    pub(crate) due: Due,
    /// The rule of the pack.
    pub(crate) rule: Option<Clock>,
    pub(crate) today: Date,
    /// How likely it is missed, where that is told.
    pub(crate) warning: Option<Warning>,
}

/// Who petitions, as far as the reader may know.
#[derive(Debug, Clone)]
pub(crate) enum Petitioner {
    /// The reader's post does not show it.
    Hidden,
    /// What the petitioner gave was erased.
    Erased,
    /// Two officers open it together.
    Sealed(Box<SealCard>),
    /// What the petitioner gave.
    Named {
        /// For how many people they speak.
        persons: u32,
        name: Option<String>,
        phone: Option<String>,
    },
}

impl Petitioner {
    /// Says why what was sent to open it was refused, and keeps the reason that was typed.
    pub(crate) fn refuse(&mut self, reason: &str, problem: &str) {
        if let Self::Sealed(seal) = self {
            reason.clone_into(&mut seal.reason);
            seal.problem = Some(problem.to_owned());
        }
    }
}

/// An attached file.
#[derive(Debug, Clone)]
pub(crate) struct FileLink {
    pub(crate) href: String,
    /// `image/png` and so on.
    pub(crate) media_type: String,
    /// - Unit: bytes.
    pub(crate) size: u64,
}

/// A letter that was made.
#[derive(Debug, Clone)]
pub(crate) struct LetterLink {
    pub(crate) href: String,
    pub(crate) title: String,
    /// The day it bears.
    pub(crate) on: Date,
}

pub(super) fn cards(tongue: Tongue<'_>, case: &CasePage) -> Markup {
    html! {
        @for clock in &case.clocks { (clock_card(tongue, clock)) }
        (matter::card(tongue, &case.matter))
        (petitioner(tongue, &case.petitioner))
        @if !case.files.is_empty() {
            section class="card" {
                h2 { (tongue.say("staff-case-files")) }
                (files(tongue, &case.files))
            }
        }
        @if !case.letters.is_empty() {
            section class="card" {
                h2 { (tongue.say("staff-case-letters")) }
                ul class="plain" { @for letter in &case.letters {
                    li { a href=(letter.href) { (letter.title) } " · " (tongue.date(letter.on)) }
                } }
            }
        }
    }
}

fn clock_card(tongue: Tongue<'_>, card: &ClockCard) -> Markup {
    let line = ClockLine::of(&card.due, card.today);
    let class = if card.due.runs_out() { line.class() } else { "calm" };
    html! {
        section class=(format!("card {class}")) {
            h2 { (tongue.say(&format!("clock-{}", card.clock))) }
            (clock::of(tongue, &card.due, card.today))
            @if card.due.undecided.is_some() {
                p class="quiet" { (tongue.say("staff-clock-undecided-remedy")) }
            }
            @if let Some(found) = &card.warning { (warning::of(tongue, found)) }
            (due::explained(tongue, &card.due, card.rule.as_ref().map(|clock| &clock.rule)))
        }
    }
}

fn petitioner(tongue: Tongue<'_>, petitioner: &Petitioner) -> Markup {
    html! {
        section class="card" id="identity" {
            h2 { (tongue.say("staff-case-petitioner")) }
            @match petitioner {
                Petitioner::Sealed(seal) => (identity::card(tongue, seal)),
                Petitioner::Hidden => p class="quiet" {
                    (tongue.say("staff-case-petitioner-hidden"))
                },
                Petitioner::Erased => p class="quiet" {
                    (tongue.say("staff-case-petitioner-erased"))
                },
                Petitioner::Named { persons, name, phone } => {
                    @if *persons > 1 {
                        p { (tongue.say_count("staff-case-represents", i64::from(*persons), &[])) }
                    }
                    p { @match name {
                        Some(name) => (name),
                        None => (tongue.say("staff-case-petitioner-unnamed")),
                    } }
                    @if let Some(phone) = phone {
                        p { (tongue.say("staff-case-phone")) ": " (phone) }
                    }
                    p class="quiet" { (tongue.say("staff-case-petitioner-care")) }
                }
            }
        }
    }
}

/// Attached files, each with what it is and how large.
pub(crate) fn files(tongue: Tongue<'_>, files: &[FileLink]) -> Markup {
    html! {
        ul class="plain files" { @for (index, file) in files.iter().enumerate() {
            li { a href=(file.href) {
                (tongue.say_with("staff-file", &[
                    ("number", &(index + 1).to_string()),
                    ("type", &tongue.say(file.type_words())),
                    ("size", &file.size.div_ceil(1024).to_string()),
                ]))
            } }
        } }
    }
}

impl FileLink {
    fn type_words(&self) -> &'static str {
        match self.media_type.as_str() {
            "application/pdf" => "staff-file-pdf",
            _ => "staff-file-picture",
        }
    }

    /// A picture for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self { href: "/files/ab12".into(), media_type: "image/png".into(), size: 20_480 }
    }
}

impl ClockCard {
    /// A limit past its end, for tests of pages.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use jiff::civil::date;
        use kheo_calendar::{Calendar, LimitUnit, TimeLimit, due};
        let limit = TimeLimit::rolling(20, LimitUnit::WorkingDays);
        let counted = due(date(2016, 4, 11), limit, &Calendar::vietnam());
        Self {
            clock: ClockId::new("answer"),
            due: counted.expect("a year that is decided"),
            rule: None,
            today: date(2016, 5, 16),
            warning: None,
        }
    }
}
