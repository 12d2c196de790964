//! What packs say that a review tells.

use std::collections::BTreeMap;

use crate::figure_ref::FigureRef;
use crate::formula::Formula;
use crate::id::MeasureId;

/// All that the packs put into a review.
#[derive(Debug, Clone, Default)]
pub struct ReviewPlan {
    /// The sections, in the order of the document; their titles are `section-` and this.
    pub sections: Vec<String>,
    /// The paragraphs, in the order they stand in their sections.
    pub paragraphs: Vec<Paragraph>,
    /// The formulas.
    pub indicators: BTreeMap<String, Indicator>,
    /// Measures that the appendix shows for each unit below.
    pub tables: Vec<MeasureId>,
    /// Measures whose plan and result the chart shows.
    pub chart: Vec<MeasureId>,
}

/// One theme of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its name; its title is `theme-` and this.
    pub id: String,
    /// The section it stands in.
    pub section: String,
    /// Its sentences; one whose figures are missing, or all count no case of the kinds they name, is
    /// left out, and a paragraph left without any says that no figures were reported.
    pub sentences: Vec<Sentence>,
}

/// A sentence and the figures in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The word-file key of its text.
    pub words: String,
    /// The sentence before it, of the same paragraph, in whose stead it stands: it is said only where
    /// that one is left out.
    pub unless: Option<String>,
    /// The figures by the names that its text has for them.
    pub figures: BTreeMap<String, FigureRef>,
}

/// A formula over figures.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// What it is counted in; see [`crate::measure::Measure::measured_in`].
    pub measured_in: String,
    /// How it is computed.
    pub formula: Formula,
}
