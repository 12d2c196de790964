//! `/review/{period}/{unit}/figure/{reference}`: what a figure of the review is made of.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use kheo_core::id::MeasureId;
use kheo_core::review::{Figure, FigureRef};
use serde::Deserialize;

use super::{Drafted, asked};
use crate::pages::staff::measure::ReadingRow;
use crate::pages::staff::review::{FigurePage, Part, figure as page};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::figure_words::{self, Of};
use crate::staff::figures::readings;
use crate::staff::frame;
use crate::visit::Visit;

/// What of a unit a count of cases tells of.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FigureQuery {
    /// `yes` for the unit without those below it.
    alone: String,
}

/// `GET /review/{period}/{unit}/figure/{reference}`: the list of the cases that a figure counts, or what
/// else it is made of.
///
/// # Errors
/// [`Problem::NotFound`] for what names no figure, and as [`Drafted::read`].
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path((period, unit, reference)): Path<(String, String, String)>,
    Query(query): Query<FigureQuery>,
) -> Result<Response, Problem> {
    let reference: FigureRef = reference.parse().map_err(|_| Problem::NotFound)?;
    let (of_period, of_unit) = asked(&visit, &viewer, &period, unit.clone())?;
    let of = Of { unit: &of_unit, alone: query.alone == "yes", period: of_period };
    if let Some(list) = figure_words::cases(&reference, of) {
        return Ok(Redirect::to(&list).into_response());
    }
    let drafted = Drafted::read(&visit, &viewer, &period, unit).await?;
    let (known, tongue) = (&drafted.known, visit.tongue());
    if !exists(&visit, &reference) {
        return Err(Problem::NotFound);
    }
    let figure = find(&visit, &drafted, &reference);
    let (readings, others) = values(&visit, &drafted, &reference).await?;
    let page_of = FigurePage {
        title: figure_words::title(tongue, &reference),
        unit: visit.directory.unit(&known.unit, visit.lang),
        period: known.period,
        value: figure.as_ref().map(|figure| tongue.measured(figure.value, &figure.measured_in)),
        origin: figure.as_ref().map_or("entered", |figure| figure.origin.word()),
        made: tongue.say(made(&reference, figure.as_ref())),
        formula: formula(&visit, &reference),
        parts: parts(&visit, &drafted, &reference),
        measured_in: measured_in(&visit, &reference),
        readings,
        others,
        review: format!("/review/{}/{}", known.period, known.unit),
    };
    Ok(frame(&visit, &page_of.title, &page(tongue, &page_of)).into_response())
}

fn measure(reference: &FigureRef) -> Option<&MeasureId> {
    match reference {
        FigureRef::Reading(id)
        | FigureRef::Plan(id)
        | FigureRef::Percent(id)
        | FigureRef::Before(id) => Some(id),
        FigureRef::Cases(..)
        | FigureRef::Overdue
        | FigureRef::Pending
        | FigureRef::Indicator(_) => None,
    }
}

fn exists(visit: &Visit, reference: &FigureRef) -> bool {
    let rules = visit.app.rules();
    match (measure(reference), reference) {
        (Some(measure), _) => rules.measures.contains_key(measure),
        (None, FigureRef::Indicator(id)) => rules.review.indicators.contains_key(id),
        (None, _) => true,
    }
}

fn find(visit: &Visit, drafted: &Drafted, reference: &FigureRef) -> Option<Figure> {
    let rules = visit.app.rules();
    drafted.known.figure(reference, &rules.measures, &rules.review)
}

/// How the figure is made.
fn made(reference: &FigureRef, figure: Option<&Figure>) -> &'static str {
    match reference {
        FigureRef::Reading(_) if figure.is_some_and(|figure| figure.computed) => {
            "staff-figure-made-sum"
        }
        FigureRef::Plan(_) => "staff-figure-made-plan",
        FigureRef::Percent(_) => "staff-figure-made-percent",
        FigureRef::Before(_) => "staff-figure-made-before",
        FigureRef::Indicator(_) => "staff-figure-made-formula",
        _ => "staff-figure-made-reading",
    }
}

fn formula(visit: &Visit, reference: &FigureRef) -> Option<String> {
    let FigureRef::Indicator(id) = reference else { return None };
    let indicator = visit.app.rules().review.indicators.get(id)?;
    Some(indicator.formula.source().to_owned())
}

fn parts(visit: &Visit, drafted: &Drafted, reference: &FigureRef) -> Vec<Part> {
    let references = match reference {
        FigureRef::Percent(id) => {
            vec![FigureRef::Reading(id.clone()), FigureRef::Plan(id.clone())]
        }
        FigureRef::Indicator(id) => {
            let indicator = visit.app.rules().review.indicators.get(id);
            indicator.map(|indicator| indicator.formula.references().to_vec()).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let (tongue, known) = (visit.tongue(), &drafted.known);
    let part = |reference: FigureRef| {
        let figure = find(visit, drafted, &reference);
        let of = Of { unit: &known.unit, alone: false, period: known.period };
        Part {
            title: figure_words::title(tongue, &reference),
            demonstration: figure.as_ref().is_some_and(|part| part.origin.is_demonstration()),
            value: figure.map(|figure| tongue.measured(figure.value, &figure.measured_in)),
            href: figure_words::cases(&reference, of)
                .unwrap_or_else(|| figure_words::explained(&reference, &known.unit, known.period)),
            reference: reference.to_string(),
        }
    };
    references.into_iter().map(part).collect()
}

fn measured_in(visit: &Visit, reference: &FigureRef) -> String {
    let measure = measure(reference).and_then(|id| visit.app.rules().measures.get(id));
    measure.map(|measure| measure.measured_in.clone()).unwrap_or_default()
}

/// The values of the measure: those that the figure is made of, and all others.
async fn values(
    visit: &Visit,
    drafted: &Drafted,
    reference: &FigureRef,
) -> Result<(Vec<ReadingRow>, Vec<ReadingRow>), Problem> {
    let measure = measure(reference).and_then(|id| visit.app.rules().measures.get(id));
    let Some(measure) = measure else { return Ok((Vec::new(), Vec::new())) };
    let known = &drafted.known;
    let (unit, period) = (&known.unit, known.period);
    let rows = readings::read(visit, &visit.directory, &measure.id, unit, period).await?;
    let then = match reference {
        FigureRef::Before(_) => period.year_before(),
        _ => period,
    };
    let counted = match reference {
        FigureRef::Plan(_) => Vec::new(),
        _ => known.readings_behind(unit, measure, then),
    };
    let planned = match reference {
        FigureRef::Plan(_) | FigureRef::Percent(_) => known.plan_of(unit, measure),
        _ => None,
    };
    let counts = |row: &ReadingRow| {
        let is = |unit, period| (unit, period) == (&row.of, row.period);
        if row.sort == "plan" {
            planned.is_some_and(|plan| is(&plan.unit, plan.period))
        } else {
            !row.set_aside && counted.iter().any(|reading| is(&reading.unit, reading.period))
        }
    };
    Ok(rows.into_iter().partition(counts))
}
