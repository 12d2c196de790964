//! A figure of the review: what it is made of.

use kheo_core::period::Period;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::figures;
use crate::pages::staff::measure::{self, ReadingRow};
use crate::parts::chip;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct FigurePage {
    /// What it is.
    pub(crate) title: String,
    pub(crate) unit: String,
    pub(crate) period: Period,
    /// The value with what it is counted in; nothing when it cannot be told.
    pub(crate) value: Option<String>,
    /// `reported`, `demonstration` or `entered`.
    pub(crate) origin: &'static str,
    /// How it is made, in words.
    pub(crate) made: String,
    /// The formula as its pack writes it.
    pub(crate) formula: Option<String>,
    pub(crate) parts: Vec<Part>,
    /// What the readings are counted in.
    pub(crate) measured_in: String,
    /// The readings and plans that it is made of.
    pub(crate) readings: Vec<ReadingRow>,
    /// Other readings of the same measure, which do not count for it.
    pub(crate) others: Vec<ReadingRow>,
    /// The review it stands in.
    pub(crate) review: String,
}

/// A figure that another is computed from.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The name the formula has for it.
    pub(crate) reference: String,
    pub(crate) title: String,
    pub(crate) value: Option<String>,
    /// Whether any of it was made up for the demonstration.
    pub(crate) demonstration: bool,
    pub(crate) href: String,
}

/// The page.
pub(crate) fn figure(tongue: Tongue<'_>, page: &FigurePage) -> Markup {
    html! {
        p class="quiet crumbs" {
            a href=(page.review) { (tongue.say("staff-review-title")) } " › "
            (page.unit) " › " (tongue.period(page.period))
        }
        h1 { (page.title) }
        p class="value" {
            @match &page.value {
                Some(value) => { b { (value) } " " (figures::origin_mark(tongue, page.origin)) },
                None => (tongue.say("staff-figure-unknown")),
            }
        }
        p { (page.made) }
        @if let Some(formula) = &page.formula { p { code { (formula) } } }
        @if !page.parts.is_empty() { (parts(tongue, &page.parts)) }
        @if !page.readings.is_empty() {
            (measure::readings(tongue, &page.measured_in, &page.readings))
        }
        @if !page.others.is_empty() {
            details class="why" {
                summary { (tongue.say("staff-figure-others")) }
                (measure::readings(tongue, &page.measured_in, &page.others))
            }
        }
    }
}

fn parts(tongue: Tongue<'_>, parts: &[Part]) -> Markup {
    let title = tongue.say("staff-figure-parts");
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(title) {
            table class="list" {
                caption { (title) }
                thead { tr {
                    th scope="col" { (tongue.say("staff-column-part")) }
                    th scope="col" { (tongue.say("staff-column-reference")) }
                    th scope="col" class="n" { (tongue.say("staff-column-value")) }
                } }
                tbody { @for part in parts { tr {
                    th scope="row" { (part.title) }
                    td { code { (part.reference) } }
                    td class="number" { @match &part.value {
                        Some(value) => {
                        @if part.demonstration { (chip::demonstration(tongue)) " " }
                        a href=(part.href) { (value) }
                    },
                        None => span class="quiet" { (tongue.say("staff-figure-none")) },
                    } }
                } } }
            }
        }
    }
}

impl FigurePage {
    /// A percent of a plan, with its parts and the readings.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let behind = crate::pages::staff::measure::MeasurePage::sample();
        let part = |reference: &str, value: Option<&str>| Part {
            reference: reference.into(),
            title: "Diện tích lúa xuân".into(),
            value: value.map(Into::into),
            demonstration: true,
            href: "/figures/spring-rice-area".into(),
        };
        Self {
            title: "Diện tích lúa xuân so với kế hoạch".into(),
            unit: "Thành phố Bắc Kạn".into(),
            period: behind.period,
            value: Some("115,2%".into()),
            origin: "reported",
            made: "Thực hiện chia cho kế hoạch.".into(),
            formula: Some("100.0 * reading(\"a\") / plan(\"a\")".into()),
            parts: vec![part("reading:spring-rice-area", Some("345,45 ha")), part("plan:x", None)],
            measured_in: behind.measured_in,
            others: behind.rows.clone(),
            readings: behind.rows,
            review: "/review/2016-H1/bac-kan".into(),
        }
    }
}
