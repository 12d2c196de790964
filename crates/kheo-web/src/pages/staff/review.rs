//! The review: choosing one, the document itself, and a figure of it.

mod figure;

use kheo_core::period::Period;
use kheo_paper::Format;
use kheo_words::Tongue;
use maud::{Markup, html};

pub(crate) use figure::{FigurePage, Part, figure};

use crate::pages::staff::choice::{self, Select};

/// What can be reviewed.
#[derive(Debug, Clone)]
pub(crate) struct ChoosePage {
    pub(crate) selects: Vec<Select>,
}

/// The form to choose period and unit with.
pub(crate) fn choose(tongue: Tongue<'_>, page: &ChoosePage) -> Markup {
    html! {
        h1 { (tongue.say("staff-review-title")) }
        p { (tongue.say("staff-review-help")) }
        (choice::filter("/review", &page.selects, &[], &tongue.say("staff-review-open")))
    }
}

/// The review of a unit.
#[derive(Debug, Clone)]
pub(crate) struct ReviewPage {
    pub(crate) period: Period,
    pub(crate) unit: String,
    /// The address of the review, without a slash at its end.
    pub(crate) address: String,
    /// The document as paper; it holds the title of the page.
    pub(crate) paper: Markup,
    pub(crate) quality: QualityCard,
}

/// How good the figures of a review are.
#[derive(Debug, Clone)]
pub(crate) struct QualityCard {
    pub(crate) reported: i64,
    pub(crate) demonstration: i64,
    pub(crate) entered: i64,
    /// Figures with two sources that differ: measure, the values, the readings behind them.
    pub(crate) contradictions: Vec<(String, String, String)>,
    /// Themes without any figure.
    pub(crate) silent: Vec<String>,
}

/// The document with its cards.
pub(crate) fn page(tongue: Tongue<'_>, page: &ReviewPage) -> Markup {
    html! {
        p class="quiet crumbs" {
            a href="/review" { (tongue.say("staff-review-title")) } " › "
            (page.unit) " › " (tongue.period(page.period))
        }
        div class="cols review" {
            div class="paper" { (page.paper) }
            aside {
                section class="card download" {
                    h2 { (tongue.say("staff-review-download")) }
                    ul class="plain" { @for format in Format::ALL.map(Format::extension) {
                        li { a href=(format!("{}/document.{format}", page.address)) download {
                            (tongue.say(&format!("staff-review-{format}")))
                        } }
                    } }
                    p class="quiet" { (tongue.say("staff-review-download-help")) }
                }
                (quality(tongue, &page.quality))
            }
        }
    }
}

fn quality(tongue: Tongue<'_>, card: &QualityCard) -> Markup {
    html! {
        section class="card" {
            h2 { (tongue.say("staff-quality")) }
            ul class="plain" {
                li { (tongue.say_count("staff-quality-reported", card.reported, &[])) }
                li { (tongue.say_count("staff-quality-demonstration", card.demonstration, &[])) }
                li { (tongue.say_count("staff-quality-entered", card.entered, &[])) }
            }
            @if !card.contradictions.is_empty() {
                h3 { (tongue.say("staff-quality-contradictions")) }
                ul { @for (measure, values, href) in &card.contradictions {
                    li { a href=(href) { (measure) } ": " (values) }
                } }
            }
            @if !card.silent.is_empty() {
                h3 { (tongue.say("staff-quality-silent")) }
                ul { @for theme in &card.silent { li { (theme) } } }
            }
        }
    }
}

impl ReviewPage {
    /// A review with remarks on its figures.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            period: Period::containing(
                jiff::civil::date(2016, 6, 30),
                kheo_core::period::PeriodLength::Half,
            ),
            unit: "Thành phố Bắc Kạn".into(),
            address: "/review/2016-H1/bac-kan".into(),
            paper: html! { article class="sheet" { h1 { "BÁO CÁO" } } },
            quality: QualityCard {
                reported: 41,
                demonstration: 17,
                entered: 1,
                contradictions: vec![(
                    "Công nghiệp".into(),
                    "100 / 110".into(),
                    "/figures/x".into(),
                )],
                silent: vec!["Dân tộc".into()],
            },
        }
    }
}
