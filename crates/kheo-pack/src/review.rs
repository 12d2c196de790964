//! Reads what a pack says in the review: indicators, paragraphs, tables, charts.

use std::collections::BTreeMap;

use kheo_core::formula::Formula;
use kheo_core::review::{FigureRef, Paragraph, Sentence};

use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::figures::not_a_figure;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::source::{Name, Spotted};

/// What the review file of a pack says.
#[derive(Default)]
pub(crate) struct ReviewText<'s> {
    pub(crate) indicators: Vec<IndicatorText<'s>>,
    pub(crate) paragraphs: Vec<ParagraphText<'s>>,
    pub(crate) tables: Vec<Name<'s>>,
    pub(crate) chart: Vec<Name<'s>>,
}

/// An indicator as its file writes it; without a formula when that is wrong.
pub(crate) struct IndicatorText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) measured_in: Name<'s>,
    pub(crate) formula: Option<Spotted<'s, Formula>>,
}

/// A paragraph as its file writes it.
pub(crate) struct ParagraphText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) section: Name<'s>,
    pub(crate) order: Spotted<'s, u16>,
    pub(crate) sentences: Vec<SentenceText<'s>>,
}

/// A sentence as its file writes it.
pub(crate) struct SentenceText<'s> {
    pub(crate) words: Name<'s>,
    pub(crate) unless: Option<Name<'s>>,
    /// Without the figures that are wrong.
    pub(crate) figures: Vec<(Name<'s>, Option<Spotted<'s, FigureRef>>)>,
}

impl<'s> ReviewText<'s> {
    /// Reads the file.
    pub(crate) fn read(document: &Document<'s>, found: &Findings) -> Self {
        let mut file = document.fields(found);
        let indicators = file.tables("indicator");
        let paragraphs = file.tables("paragraph");
        let review = Self {
            indicators: indicators.into_iter().filter_map(|i| indicator(i, found)).collect(),
            paragraphs: paragraphs.into_iter().filter_map(|p| paragraph(p, found)).collect(),
            tables: file.texts("tables"),
            chart: file.texts("chart"),
        };
        file.end();
        review
    }

    /// Puts the pieces of another pack behind these.
    pub(crate) fn append(&mut self, other: Self) {
        self.indicators.extend(other.indicators);
        self.paragraphs.extend(other.paragraphs);
        self.tables.extend(other.tables);
        self.chart.extend(other.chart);
    }
}

impl ParagraphText<'_> {
    /// The paragraph that the file gives.
    pub(crate) fn into_paragraph(self) -> Paragraph {
        let sentence = |sentence: SentenceText<'_>| Sentence {
            words: sentence.words.value,
            unless: sentence.unless.map(|other| other.value),
            figures: sentence
                .figures
                .into_iter()
                .filter_map(|(name, figure)| Some((name.value, figure?.value)))
                .collect::<BTreeMap<_, _>>(),
        };
        Paragraph {
            id: self.id.value,
            section: self.section.value,
            sentences: self.sentences.into_iter().map(sentence).collect(),
        }
    }
}

fn indicator<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<IndicatorText<'s>> {
    let id = fields.name("id");
    let measured_in = fields.name("measured_in");
    let formula = fields.text("formula").and_then(|text| {
        let value = crate::formula::read(&text, found)?;
        Some(Spotted { value, at: text.at })
    });
    fields.end();
    Some(IndicatorText { id: id?, measured_in: measured_in?, formula })
}

fn paragraph<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<ParagraphText<'s>> {
    let id = fields.name("id");
    let section = fields.name("section");
    let order = fields.whole("order", 1..=9999);
    let sentences = fields.tables("sentence").into_iter().filter_map(|s| sentence(s, found));
    let sentences: Vec<_> = sentences.collect();
    check_stead(&sentences, found);
    fields.end();
    Some(ParagraphText { id: id?, section: section?, order: order?, sentences })
}

/// Finds sentences that stand in the stead of none before them.
fn check_stead(sentences: &[SentenceText<'_>], found: &Findings) {
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(other) = &sentence.unless else { continue };
        let before = || sentences.iter().take(at).map(|before| before.words.value.as_str());
        if !before().any(|words| words == other.value) {
            let nearest = nearest(&other.value, before());
            found.add(
                &other.at,
                Problem::NoSentenceBefore { words: clipped(&other.value), nearest },
            );
        }
    }
}

fn sentence<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<SentenceText<'s>> {
    let words = fields.name("words");
    let unless = fields.optional_text("unless");
    let figures = fields
        .own_fields("figures")
        .into_iter()
        .map(|(name, text)| (name, text.and_then(|text| figure(text, found))))
        .collect();
    fields.end();
    let words = words?;
    if !words.value.starts_with("say-") {
        found.add(&words.at, Problem::NotASentence { words: clipped(&words.value) });
        return None;
    }
    Some(SentenceText { words, unless, figures })
}

fn figure<'s>(text: Name<'s>, found: &Findings) -> Option<Spotted<'s, FigureRef>> {
    if let Ok(value) = text.value.parse() {
        return Some(Spotted { value, at: text.at });
    }
    found.add(&text.at, not_a_figure(&text.value));
    None
}
