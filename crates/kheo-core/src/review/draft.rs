//! The draft: paragraphs with their figures, the assessment, the tables and the quality of the data.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::case::Metric;
use crate::figure_ref::FigureRef;
use crate::id::{MeasureId, UnitId};
use crate::measure::{Good, Measure, Reading, due_share};
use crate::origin::Origin;
use crate::period::Period;
use crate::quantity::Quantity;
use crate::review::figure::{Figure, Figures};
use crate::review::plan::{Paragraph, ReviewPlan};

/// The review of one unit and all below it, for one period, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The unit.
    pub unit: UnitId,
    /// The period.
    pub period: Period,
    /// The sections by name, with their paragraphs.
    pub sections: Vec<(String, Vec<DraftParagraph>)>,
    /// Judged measures that reached what was due of their plan, the furthest ahead first.
    pub ahead: Vec<Assessed>,
    /// Judged measures that did not, the furthest behind first.
    pub behind: Vec<Assessed>,
    /// Plan beside result, for the chart.
    pub chart: Vec<Assessed>,
    /// Cases, unit by unit, and all together last.
    pub cases: Vec<CaseRow>,
    /// Measures of the appendix, unit by unit.
    pub tables: Vec<MeasureTable>,
    /// What the reader should know of the figures.
    pub quality: Quality,
}

/// One theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftParagraph {
    /// Its name; its title is `theme-` and this.
    pub id: String,
    /// What can be said; nothing when no figures were reported.
    pub sentences: Vec<DraftSentence>,
}

/// A sentence with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSentence {
    /// The word-file key of its text.
    pub words: String,
    /// The figures by the names that its text has for them.
    pub figures: BTreeMap<String, Figure>,
}

/// A measure held against its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessed {
    /// The measure.
    pub measure: MeasureId,
    /// What was reported.
    pub done: Figure,
    /// What was planned.
    pub planned: Figure,
    /// The first in percent of the second.
    pub percent: Figure,
    /// The percent of the plan that was due at the end of the period; nothing for a stock before the
    /// plan's period ends: it is shown, and not judged.
    pub due: Option<i32>,
}

/// A measure in the units directly below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureTable {
    /// The measure.
    pub measure: MeasureId,
    /// The figures of the units that have one, each with all below it.
    pub parts: Vec<Figure>,
    /// The figure of all together, when it is known.
    pub whole: Option<Figure>,
}

/// The cases of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The unit; nothing for all together.
    pub unit: Option<UnitId>,
    /// The figures, in the order of [`CaseRow::METRICS`], then the overdue.
    pub figures: Vec<Figure>,
}

impl CaseRow {
    /// What the table of cases shows.
    pub const METRICS: [Metric; 10] = [
        Metric::Received,
        Metric::TransferredIn,
        Metric::AnsweredInTime,
        Metric::AnsweredLate,
        Metric::Open,
        Metric::Reopened,
        Metric::KeptClosed,
        Metric::TransferredOut,
        Metric::Escalated,
        Metric::Recurring,
    ];
}

/// How good the figures are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quality {
    /// Different figures of the document that rest on a public source.
    pub reported: usize,
    /// Those that were made up for the demonstration, wholly or in part.
    pub demonstration: usize,
    /// Those that were entered in the ordinary course of work.
    pub entered: usize,
    /// Figures with two readings.
    pub contradictions: Vec<Contradiction>,
    /// Themes without any figure.
    pub silent: Vec<String>,
}

/// Two readings of one figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// What both are counted in.
    pub measured_in: String,
    /// The one that is used; nothing when none is.
    pub used: Option<Reading>,
    /// The one that was set aside.
    pub set_aside: Reading,
}

/// Drafts the review from the figures.
#[must_use]
pub fn draft(
    plan: &ReviewPlan,
    measures: &BTreeMap<MeasureId, Measure>,
    figures: &Figures,
) -> Review {
    let sections: Vec<(String, Vec<DraftParagraph>)> = plan
        .sections
        .iter()
        .map(|section| (section.clone(), paragraphs(plan, measures, figures, section)))
        .collect();
    let assessed: Vec<Assessed> =
        measures.values().filter_map(|measure| assess(plan, measures, figures, measure)).collect();
    let chart = plan
        .chart
        .iter()
        .filter_map(|id| assessed.iter().find(|a| a.measure == *id).cloned())
        .collect();
    let (ahead, behind) = sort_by_plan(assessed, measures);
    let tables = plan
        .tables
        .iter()
        .filter_map(|id| measures.get(id))
        .map(|measure| MeasureTable {
            measure: measure.id.clone(),
            parts: figures.of_parts(measure),
            whole: figures.figure(&FigureRef::Reading(measure.id.clone()), measures, plan),
        })
        .filter(|table| !table.parts.is_empty())
        .collect();
    let mut review = Review {
        unit: figures.unit.clone(),
        period: figures.period,
        sections,
        ahead,
        behind,
        chart,
        cases: case_rows(figures),
        tables,
        quality: Quality::default(),
    };
    review.quality = quality(&review, measures, figures);
    review
}

fn paragraphs(
    plan: &ReviewPlan,
    measures: &BTreeMap<MeasureId, Measure>,
    figures: &Figures,
    section: &str,
) -> Vec<DraftParagraph> {
    let of_section = plan.paragraphs.iter().filter(|paragraph| paragraph.section == section);
    of_section
        .map(|paragraph| DraftParagraph {
            id: paragraph.id.clone(),
            sentences: sentences(paragraph, plan, |reference| {
                figures.figure(reference, measures, plan)
            }),
        })
        .collect()
}

/// The sentences whose figures are all known, but for those that stand in for one that is said and
/// those that count no case at all.
fn sentences(
    paragraph: &Paragraph,
    plan: &ReviewPlan,
    figure: impl Fn(&FigureRef) -> Option<Figure>,
) -> Vec<DraftSentence> {
    let mut said: Vec<DraftSentence> = Vec::new();
    // What is said, and what was left out because another is said in its stead.
    let mut covered: BTreeSet<&str> = BTreeSet::new();
    for sentence in &paragraph.sentences {
        if sentence.unless.as_deref().is_some_and(|other| covered.contains(other)) {
            covered.insert(&sentence.words);
            continue;
        }
        let known =
            |(name, reference): (&String, &FigureRef)| Some((name.clone(), figure(reference)?));
        let known: Option<BTreeMap<String, Figure>> = sentence.figures.iter().map(known).collect();
        if let Some(figures) = known.filter(|figures| !counts_no_case(figures, plan)) {
            said.push(DraftSentence { words: sentence.words.clone(), figures });
            covered.insert(&sentence.words);
        }
    }
    said
}

/// Whether all that `figures` tell is that there was no case of the kinds they name.
fn counts_no_case(figures: &BTreeMap<String, Figure>, plan: &ReviewPlan) -> bool {
    let none = |figure: &Figure| {
        figure.value == Quantity::ZERO && counts_cases_of_kinds(&figure.reference, plan)
    };
    !figures.is_empty() && figures.values().all(none)
}

/// Whether a known figure counts cases of kinds that it names; one that is known never leads back to
/// itself.
fn counts_cases_of_kinds(reference: &FigureRef, plan: &ReviewPlan) -> bool {
    match reference {
        FigureRef::Cases(kind, _) => kind.is_some(),
        FigureRef::Indicator(id) => plan.indicators.get(id).is_some_and(|indicator| {
            let mut parts = indicator.formula.references().iter();
            parts.all(|part| counts_cases_of_kinds(part, plan))
        }),
        _ => false,
    }
}

fn assess(
    plan: &ReviewPlan,
    measures: &BTreeMap<MeasureId, Measure>,
    figures: &Figures,
    measure: &Measure,
) -> Option<Assessed> {
    let figure = |reference| figures.figure(&reference, measures, plan);
    let done = figure(FigureRef::Reading(measure.id.clone()))?;
    let planned = figure(FigureRef::Plan(measure.id.clone()))?;
    if done.period != figures.period {
        return None;
    }
    let percent = figure(FigureRef::Percent(measure.id.clone()))?;
    let due = due_share(measure, done.period, planned.period);
    Some(Assessed { measure: measure.id.clone(), done, planned, percent, due })
}

fn sort_by_plan(
    assessed: Vec<Assessed>,
    measures: &BTreeMap<MeasureId, Measure>,
) -> (Vec<Assessed>, Vec<Assessed>) {
    let lead = |a: &Assessed| {
        let (percent, due) = (a.percent.value, Quantity::whole(a.due?));
        match measures.get(&a.measure)?.good {
            Good::Up => Some(percent.saturating_sub(due)),
            Good::Down => Some(due.saturating_sub(percent)),
            Good::Neither => None,
        }
    };
    let judged = assessed.into_iter().filter_map(|a| Some((lead(&a)?, a)));
    let (mut ahead, mut behind): (Vec<_>, Vec<_>) =
        judged.partition(|(lead, _)| *lead >= Quantity::ZERO);
    ahead.sort_by_key(|(lead, _)| Reverse(*lead));
    behind.sort_by_key(|(lead, _)| *lead);
    let measures = |side: Vec<(Quantity, Assessed)>| side.into_iter().map(|(_, a)| a).collect();
    (measures(ahead), measures(behind))
}

fn case_rows(figures: &Figures) -> Vec<CaseRow> {
    let row = |units: &BTreeSet<&UnitId>| {
        let mut row: Vec<Figure> =
            CaseRow::METRICS.into_iter().map(|metric| figures.cases(units, None, metric)).collect();
        row.push(figures.overdue(units));
        row
    };
    let everybody: Vec<&UnitId> = std::iter::once(&figures.unit).chain(&figures.below).collect();
    let mut rows: Vec<CaseRow> = everybody
        .iter()
        .filter(|unit| figures.counts_cases(unit))
        .map(|unit| CaseRow { unit: Some((*unit).clone()), figures: row(&[*unit].into()) })
        .filter(|row| row.figures.iter().any(|figure| figure.value != Quantity::ZERO))
        .collect();
    rows.push(CaseRow { unit: None, figures: row(&everybody.into_iter().collect()) });
    rows
}

impl Review {
    /// Every figure that the review shows, as often as it shows it.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let said = self.sections.iter().flat_map(|(_, paragraphs)| paragraphs);
        let in_text = said.flat_map(|p| &p.sentences).flat_map(|s| s.figures.values());
        let assessed = self.ahead.iter().chain(&self.behind).chain(&self.chart);
        let in_assessment = assessed.flat_map(|a| [&a.done, &a.planned, &a.percent]);
        let in_cases = self.cases.iter().flat_map(|row| &row.figures);
        let in_tables = self.tables.iter().flat_map(|table| table.parts.iter().chain(&table.whole));
        in_text.chain(in_assessment).chain(in_cases).chain(in_tables)
    }
}

fn quality(review: &Review, measures: &BTreeMap<MeasureId, Measure>, figures: &Figures) -> Quality {
    let seen: BTreeMap<_, &Origin> = review
        .figures()
        .map(|figure| ((&figure.reference, &figure.unit, figure.alone), &figure.origin))
        .collect();
    let count = |is: fn(&Origin) -> bool| seen.values().filter(|origin| is(origin)).count();
    let themes = review.sections.iter().flat_map(|(_, paragraphs)| paragraphs);
    Quality {
        reported: count(|origin| origin.source().is_some()),
        demonstration: count(|origin| matches!(origin, Origin::Demonstration)),
        entered: count(|origin| matches!(origin, Origin::Entered)),
        contradictions: contradictions(measures, figures),
        silent: themes.filter(|p| p.sentences.is_empty()).map(|p| p.id.clone()).collect(),
    }
}

fn contradictions(
    measures: &BTreeMap<MeasureId, Measure>,
    figures: &Figures,
) -> Vec<Contradiction> {
    let same = |one: &Reading, other: &Reading| {
        (&one.measure, &one.unit, one.period) == (&other.measure, &other.unit, other.period)
    };
    let used = |other: &Reading| figures.readings().find(|r| !r.set_aside && same(r, other));
    let set_aside = figures.readings().filter(|reading| reading.set_aside);
    set_aside
        .filter_map(|other| {
            Some(Contradiction {
                measured_in: measures.get(&other.measure)?.measured_in.clone(),
                used: used(other).cloned(),
                set_aside: other.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
