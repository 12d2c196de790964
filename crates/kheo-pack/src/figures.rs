//! Checks that every figure that is named exists, and that no indicator is computed from itself.

use std::collections::{BTreeMap, BTreeSet};

use kheo_core::case::Metric;
use kheo_core::review::FigureRef;

use crate::error::Findings;
use crate::formula::place_of;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::review::{IndicatorText, ReviewText};
use crate::source::{Name, Place};

/// The names that figures are made of, in all packs.
pub(crate) struct Known<'a> {
    pub(crate) measures: BTreeSet<&'a str>,
    pub(crate) kinds: BTreeSet<&'a str>,
    pub(crate) indicators: BTreeSet<&'a str>,
    pub(crate) sections: BTreeSet<&'a str>,
}

/// What is wrong with a text that should name a figure.
pub(crate) fn not_a_figure(text: &str) -> Problem {
    let tally = text.rsplit(':').next().unwrap_or_default();
    let tallies = Metric::ALL.map(Metric::word);
    let nearest = nearest(tally, tallies.into_iter().chain(["overdue", "pending"]));
    Problem::NotAFigure { text: clipped(text), nearest }
}

impl Known<'_> {
    /// Finds names in the review that do not exist.
    pub(crate) fn check(&self, review: &ReviewText<'_>, found: &Findings) {
        for formula in review.indicators.iter().filter_map(|i| i.formula.as_ref()) {
            for reference in formula.value.references() {
                self.check_figure(reference, &place_of(formula, reference), found);
            }
        }
        for paragraph in &review.paragraphs {
            let section = &paragraph.section;
            if !self.sections.contains(section.value.as_str()) {
                let nearest = nearest(&section.value, self.sections.iter().copied());
                let section_name = clipped(&section.value);
                let problem = Problem::UnknownSection { section: section_name, nearest };
                found.add(&section.at, problem);
            }
            let figures = paragraph.sentences.iter().flat_map(|sentence| &sentence.figures);
            for figure in figures.filter_map(|(_, figure)| figure.as_ref()) {
                self.check_figure(&figure.value, &figure.at, found);
            }
        }
        for measure in review.tables.iter().chain(&review.chart) {
            self.check_measure(&measure.value, &measure.at, found);
        }
    }

    fn check_measure(&self, measure: &str, at: &Place<'_>, found: &Findings) {
        if !self.measures.contains(measure) {
            let nearest = nearest(measure, self.measures.iter().copied());
            found.add(at, Problem::UnknownMeasure { measure: clipped(measure), nearest });
        }
    }

    fn check_figure(&self, reference: &FigureRef, at: &Place<'_>, found: &Findings) {
        match reference {
            FigureRef::Reading(id)
            | FigureRef::Plan(id)
            | FigureRef::Percent(id)
            | FigureRef::Before(id) => self.check_measure(id.as_str(), at, found),
            FigureRef::Cases(Some(kind), _) if !self.kinds.contains(kind.as_str()) => {
                let nearest = nearest(kind.as_str(), self.kinds.iter().copied());
                found.add(at, Problem::UnknownKind { kind: clipped(kind.as_str()), nearest });
            }
            FigureRef::Indicator(id) if !self.indicators.contains(id.as_str()) => {
                let nearest = nearest(id, self.indicators.iter().copied());
                found.add(at, Problem::UnknownIndicator { indicator: clipped(id), nearest });
            }
            FigureRef::Cases(..)
            | FigureRef::Overdue
            | FigureRef::Pending
            | FigureRef::Indicator(_) => {}
        }
    }
}

/// Finds paragraphs that share their place in a section.
pub(crate) fn check_order(review: &ReviewText<'_>, found: &Findings) {
    let mut taken: BTreeMap<(&str, u16), &Name<'_>> = BTreeMap::new();
    for paragraph in &review.paragraphs {
        let order = paragraph.order.value;
        match taken.get(&(paragraph.section.value.as_str(), order)) {
            Some(first) => {
                let problem =
                    Problem::SameOrder { order: order.to_string(), first: first.at.short() };
                found.add(&paragraph.order.at, problem);
            }
            None => {
                taken.insert((&paragraph.section.value, order), &paragraph.id);
            }
        }
    }
}

/// Finds indicators that are computed from themselves.
pub(crate) fn check_cycles(indicators: &[IndicatorText<'_>], found: &Findings) {
    let mut left: BTreeMap<&str, BTreeSet<&str>> = indicators
        .iter()
        .filter_map(|i| Some((i.id.value.as_str(), named(i.formula.as_ref()?.value.references()))))
        .collect();
    loop {
        take_away_computable(&mut left);
        let Some(cycle) = cycle(&left) else { return };
        let names: Vec<&str> = cycle.iter().chain(cycle.first()).copied().collect();
        let path = names.join(" → ");
        if let Some(first) = indicators.iter().find(|i| cycle.contains(&i.id.value.as_str())) {
            found.add(&first.id.at, Problem::IndicatorCycle { path: clipped(&path) });
        }
        left.retain(|id, _| !cycle.contains(id));
    }
}

fn named(references: &[FigureRef]) -> BTreeSet<&str> {
    references
        .iter()
        .filter_map(|reference| match reference {
            FigureRef::Indicator(id) => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

/// Removes the indicators that name none of the others, until each names one that is left.
fn take_away_computable(left: &mut BTreeMap<&str, BTreeSet<&str>>) {
    loop {
        let ids: BTreeSet<&str> = left.keys().copied().collect();
        left.retain(|_, names| {
            names.retain(|name| ids.contains(name));
            !names.is_empty()
        });
        if left.len() == ids.len() {
            return;
        }
    }
}

/// A cycle among indicators each of which names one of the others.
fn cycle<'a>(left: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Option<Vec<&'a str>> {
    let mut at = *left.keys().next()?;
    let mut path: Vec<&str> = Vec::new();
    while !path.contains(&at) {
        path.push(at);
        at = left.get(at)?.first()?;
    }
    Some(path.into_iter().skip_while(|id| *id != at).collect())
}
