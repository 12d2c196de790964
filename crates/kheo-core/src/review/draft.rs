//! The draft: paragraphs with their figures, the assessment, the tables and the quality of the data.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::Metric;
use crate::id::{MeasureId, UnitId};
use crate::measure::{Good, Measure, Reading, due_share};
use crate::origin::Origin;
use crate::period::Period;
use crate::quantity::Quantity;
use crate::review::figure::{Figure, Figures};
use crate::review::plan::{FigureRef, ReviewPlan};

/// The review of one unit and all below it, for one period, without words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The unit.
    pub unit: UnitId,
    /// The period.
    pub period: Period,
    /// The sections by name, with their paragraphs.
    pub sections: Vec<(String, Vec<DraftParagraph>)>,
    /// Measures that reached what was due of their plan, the furthest ahead first.
    pub ahead: Vec<Assessed>,
    /// Measures that did not, the furthest behind first.
    pub behind: Vec<Assessed>,
    /// Plan beside result, for the chart.
    pub chart: Vec<Assessed>,
    /// Cases, unit by unit, and all together last.
    pub cases: Vec<CaseRow>,
    /// Measures of the appendix, each with the figures of the units below.
    pub tables: Vec<(MeasureId, Vec<Figure>)>,
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
    /// The percent of the plan that was due at the end of the period.
    pub due: i32,
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
    pub const METRICS: [Metric; 9] = [
        Metric::Received,
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
    /// Readings that another one contradicts: the one used, and the one set aside.
    pub contradictions: Vec<(Option<Reading>, Reading)>,
    /// Themes without any figure.
    pub silent: Vec<String>,
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
        .map(|measure| (measure.id.clone(), by_unit(figures, measure)))
        .filter(|(_, rows)| !rows.is_empty())
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
    review.quality = quality(&review, figures);
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
            sentences: paragraph
                .sentences
                .iter()
                .filter_map(|sentence| {
                    let resolve = |(name, reference): (&String, &FigureRef)| {
                        Some((name.clone(), figures.figure(reference, measures, plan)?))
                    };
                    let figures = sentence.figures.iter().map(resolve).collect::<Option<_>>()?;
                    Some(DraftSentence { words: sentence.words.clone(), figures })
                })
                .collect(),
        })
        .collect()
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
    let percent = figure(FigureRef::Percent(measure.id.clone()))?;
    let due = due_share(done.period, planned.period);
    Some(Assessed { measure: measure.id.clone(), done, planned, percent, due })
}

fn sort_by_plan(
    assessed: Vec<Assessed>,
    measures: &BTreeMap<MeasureId, Measure>,
) -> (Vec<Assessed>, Vec<Assessed>) {
    let lead = |a: &Assessed| {
        let gap = a.percent.value - Quantity::whole(a.due);
        match measures.get(&a.measure).map(|measure| measure.good) {
            Some(Good::Down) => Quantity::ZERO - gap,
            _ => gap,
        }
    };
    let judged = assessed
        .into_iter()
        .filter(|a| measures.get(&a.measure).is_some_and(|measure| measure.good != Good::Neither));
    let (mut ahead, mut behind): (Vec<_>, Vec<_>) = judged.partition(|a| lead(a) >= Quantity::ZERO);
    ahead.sort_by_key(|a| std::cmp::Reverse(lead(a)));
    behind.sort_by_key(lead);
    (ahead, behind)
}

fn by_unit(figures: &Figures, measure: &Measure) -> Vec<Figure> {
    figures.below.iter().filter_map(|unit| figures.of_unit(unit, measure)).collect()
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
        .map(|unit| CaseRow { unit: Some((*unit).clone()), figures: row(&[*unit].into()) })
        .filter(|row| row.figures.iter().any(|figure| figure.value != Quantity::ZERO))
        .collect();
    rows.push(CaseRow { unit: None, figures: row(&everybody.into_iter().collect()) });
    rows
}

fn quality(review: &Review, figures: &Figures) -> Quality {
    let said = review.sections.iter().flat_map(|(_, paragraphs)| paragraphs);
    let mut seen: BTreeMap<(String, UnitId), &Origin> = BTreeMap::new();
    let in_text = said.clone().flat_map(|p| &p.sentences).flat_map(|s| s.figures.values());
    let in_tables = review.tables.iter().flat_map(|(_, row)| row);
    let in_cases = review.cases.iter().flat_map(|row| &row.figures);
    let in_assessment = review.ahead.iter().chain(&review.behind).map(|a| &a.percent);
    for figure in in_text.chain(in_tables).chain(in_cases).chain(in_assessment) {
        seen.insert((figure.reference.to_string(), figure.unit.clone()), &figure.origin);
    }
    let count = |is: fn(&Origin) -> bool| seen.values().filter(|origin| is(origin)).count();
    let set_aside = figures.readings.iter().filter(|reading| reading.set_aside);
    let used = |other: &Reading| {
        figures.readings.iter().find(|r| {
            !r.set_aside
                && (&r.measure, &r.unit, r.period) == (&other.measure, &other.unit, other.period)
        })
    };
    Quality {
        reported: count(|origin| matches!(origin, Origin::Reported { .. })),
        demonstration: count(|origin| matches!(origin, Origin::Demonstration)),
        entered: count(|origin| matches!(origin, Origin::Entered)),
        contradictions: set_aside.map(|other| (used(other).cloned(), other.clone())).collect(),
        silent: said.filter(|p| p.sentences.is_empty()).map(|p| p.id.clone()).collect(),
    }
}
