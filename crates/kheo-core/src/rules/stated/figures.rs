//! What measures and the review state.

use super::super::statement::{About, Concern, Item, Said, Statements, in_any_order, in_order};
use super::super::statement::{named, written};
use crate::measure::{Good, Measure};
use crate::period::PeriodLength;
use crate::review::{Indicator, Paragraph, ReviewPlan, Sentence};

const FIGURES: Concern = Concern::Figures;

pub(super) fn measure(measure: &Measure, all: &mut Statements) {
    let Measure { id, measured_in, period, adds_up, stock, good, least, most } = measure;
    let period = match period {
        PeriodLength::Month => "month",
        PeriodLength::Quarter => "quarter",
        PeriodLength::Half => "half",
        PeriodLength::Year => "year",
    };
    let good = match good {
        Good::Up => "up",
        Good::Down => "down",
        Good::Neither => "neither",
    };
    About::new(Item::Measure(id.clone()), all)
        .concerning(FIGURES, "measured-in", named("measured-in", measured_in))
        .concerning(FIGURES, "period", named("changed-period", period))
        .concerning(FIGURES, "adds-up", Said::Flag(*adds_up))
        .concerning(FIGURES, "stock", Said::Flag(*stock))
        .concerning(FIGURES, "good", named("changed-good", good))
        .concerning(FIGURES, "least", least.map(Said::Number))
        .concerning(FIGURES, "most", most.map(Said::Number));
}

pub(super) fn review(plan: &ReviewPlan, all: &mut Statements) {
    let ReviewPlan { sections, paragraphs, indicators, tables, chart } = plan;
    About::new(Item::Review, all)
        .concerning(FIGURES, "sections", in_order("section", sections))
        .concerning(FIGURES, "themes", in_order("theme", paragraphs.iter().map(|one| &one.id)))
        .concerning(FIGURES, "tables", in_any_order("measure", tables))
        .concerning(FIGURES, "chart", in_any_order("measure", chart));
    for paragraph in paragraphs {
        let Paragraph { id, section, sentences } = paragraph;
        About::new(Item::Theme(id.clone()), all)
            .concerning(FIGURES, "section", named("section", section))
            .concerning(FIGURES, "sentences", written(sentences.iter().map(sentence)));
    }
    for (id, Indicator { measured_in, formula }) in indicators {
        About::new(Item::Indicator(id.clone()), all)
            .concerning(FIGURES, "measured-in", named("measured-in", measured_in))
            .concerning(FIGURES, "formula", written([formula.source()]));
    }
}

/// A sentence as its pack writes it: `sentence-crop (area = reading:area)`.
fn sentence(sentence: &Sentence) -> String {
    let Sentence { words, unless, figures } = sentence;
    let figures: Vec<String> =
        figures.iter().map(|(name, figure)| format!("{name} = {figure}")).collect();
    let instead = unless.as_ref().map(|other| format!(" ⟵ {other}")).unwrap_or_default();
    format!("{words} ({}){instead}", figures.join(", "))
}
