//! `/units`: units by bloc, and one unit.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use kheo_core::case::Metric;
use kheo_core::id::UnitId;
use kheo_core::period::{Period, PeriodLength};
use kheo_core::review::{FigureRef, Figures};
use kheo_core::unit::{Bloc, Unit};
use kheo_store::task::{self, TaskFilter};
use kheo_store::{Page, Reader, StoreError, unit};
use serde::Deserialize;

use crate::app::unit_name;
use crate::directory::{self, Directory};
use crate::pages::staff::units::{
    Known, UnitLine, UnitLink, UnitPage, UnitWork, UnitsPage, list, unit as page,
};
use crate::parts::unknown::leave_out;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::csv::Sheet;
use crate::staff::duties;
use crate::staff::figures::behind;
use crate::staff::told::word;
use crate::staff::{figure_words, frame, without};
use crate::visit::Visit;

/// The blocs in the order in which a review tells of them.
const BLOCS: [Bloc; 5] =
    [Bloc::Party, Bloc::Government, Bloc::ArmedForces, Bloc::Front, Bloc::Grassroots];

/// What the page of a unit tells of its cases.
const METRICS: [Metric; 7] = [
    Metric::Received,
    Metric::Answered,
    Metric::AnsweredInTime,
    Metric::AnsweredLate,
    Metric::Open,
    Metric::Reopened,
    Metric::KeptClosed,
];

/// A page that is only asked for its total.
const ONE: Page = Page { number: 0, size: 1 };

/// The parameters of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct UnitsQuery {
    format: String,
}

/// `GET /units`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    Query(mut query): Query<UnitsQuery>,
) -> Result<Response, Problem> {
    let mut unknown = Vec::new();
    leave_out(&mut unknown, "format", &mut query.format, |format| format == "csv");
    let directory = &visit.directory;
    let of = |bloc: Bloc| {
        let mut units: Vec<&Unit> = directory.units().filter(|unit| unit.bloc == bloc).collect();
        units.sort_by_key(|unit| kheo_core::text::sort_key(unit_name(unit, visit.lang)));
        let lines = units.iter().map(|unit| line(&visit, directory, unit));
        (word(bloc), lines.collect::<Vec<_>>())
    };
    let blocs: Vec<_> = BLOCS.map(of).into_iter().filter(|(_, units)| !units.is_empty()).collect();
    if query.format == "csv" {
        return Ok(file(&visit, &blocs));
    }
    let page = UnitsPage { blocs, csv: "/units?format=csv" };
    let title = visit.tongue().say("staff-units-title");
    let content = without(&visit, &unknown, &list(visit.tongue(), &page));
    Ok(frame(&visit, &title, &content).into_response())
}

fn line(visit: &Visit, directory: &Directory, unit: &Unit) -> UnitLine {
    UnitLine {
        id: unit.id.clone(),
        name: unit_name(unit, visit.lang).to_owned(),
        kind: word(unit.kind),
        code: unit.code.clone(),
        since: unit.since,
        until: unit.until,
        successors: unit.successors.iter().map(|id| link(visit, directory, id)).collect(),
    }
}

fn link(visit: &Visit, directory: &Directory, unit: &UnitId) -> UnitLink {
    UnitLink { id: unit.clone(), name: directory.unit(unit, visit.lang) }
}

const COLUMNS: [&str; 7] = [
    "staff-column-bloc",
    "staff-column-unit",
    "staff-column-kind",
    "staff-column-code",
    "staff-life-first",
    "staff-life-last",
    "staff-column-successors",
];

fn file(visit: &Visit, blocs: &[(String, Vec<UnitLine>)]) -> Response {
    let tongue = visit.tongue();
    let mut sheet = Sheet::new(tongue, &COLUMNS);
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    for (bloc, units) in blocs {
        let bloc = tongue.say(&format!("staff-bloc-{bloc}"));
        for unit in units {
            let successors: Vec<&str> = unit.successors.iter().map(|to| to.name.as_str()).collect();
            sheet.row([
                bloc.as_str(),
                &unit.name,
                &tongue.say(&format!("staff-unit-kind-{}", unit.kind)),
                unit.code.as_deref().unwrap_or_default(),
                &day(unit.since),
                &day(unit.until),
                &successors.join("; "),
            ]);
        }
    }
    sheet.into_file("units")
}

/// `GET /units/{id}`.
///
/// # Errors
/// [`Problem::NotFound`].
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (directory, today) = (&visit.directory, visit.today());
    let found = directory.find(&UnitId::new(id)).ok_or(Problem::NotFound)?;
    let period = Period::containing(today, PeriodLength::Half);
    let (wanted, open) = (found.id.clone(), directory.within(&viewer.post.unit, &found.id));
    let (remembered, packs) = (visit.app.remembered.clone(), visit.app.packs.clone());
    let read = visit.app.db.read(move |r| {
        let known = open.then(|| remembered.figures(r, &wanted, period, today)).transpose()?;
        let owed = open.then(|| tasks(r, &wanted)).transpose()?;
        let filed = open.then(|| duties::filed(r, &packs.rules, &wanted, today)).transpose()?;
        Ok((unit::predecessors(r, &wanted)?, known.zip(owed).zip(filed)))
    });
    let (before, work) = read.await?;
    let mut page_of = facts(&visit, directory, found, period);
    page_of.predecessors = before.iter().map(|unit| link(&visit, directory, &unit.id)).collect();
    page_of.work = work.map(|((known, tasks), filed)| UnitWork {
        cases: cases(&known, &visit),
        duties: duties::lines(&visit, &found.id, &filed),
        figures: all_figures(&known, &visit),
        tasks,
    });
    Ok(frame(&visit, &page_of.line.name, &page(visit.tongue(), &page_of)).into_response())
}

/// How many tasks `unit` and those below it owe or owed, and how many of them are done.
fn tasks(r: &Reader<'_>, unit: &UnitId) -> Result<(i64, i64), StoreError> {
    let all = TaskFilter { scope: unit.clone(), unit: None, done: None, due: None };
    let done = TaskFilter { done: Some(true), ..all.clone() };
    Ok((task::list(r, &all, ONE)?.total, task::list(r, &done, ONE)?.total))
}

fn facts(visit: &Visit, directory: &Directory, unit: &Unit, period: Period) -> UnitPage {
    let posts = directory.posts_in(&unit.id);
    UnitPage {
        line: line(visit, directory, unit),
        parent: unit.parent.as_ref().map(|parent| link(visit, directory, parent)),
        predecessors: Vec::new(),
        population: unit.population,
        area: unit.area,
        source: unit.source.clone(),
        remote_since: unit.remote_since,
        posts: posts
            .map(|post| (directory::title(post, visit.lang).to_owned(), post.role.word()))
            .collect(),
        period: visit.tongue().period(period),
        work: None,
    }
}

fn cases(known: &Figures, visit: &Visit) -> Vec<Known> {
    let references = METRICS.map(|metric| FigureRef::Cases(None, metric));
    let references = references.into_iter().chain([FigureRef::Overdue]);
    let of = figure_words::Of { unit: &known.unit, alone: false, period: known.period };
    references
        .filter_map(|reference| {
            told(visit, known, &reference, figure_words::cases(&reference, of)?)
        })
        .collect()
}

fn all_figures(known: &Figures, visit: &Visit) -> Vec<Known> {
    let measures = visit.app.rules().measures.keys();
    measures
        .filter_map(|id| {
            let href = behind(id, &known.unit, known.period);
            told(visit, known, &FigureRef::Reading(id.clone()), href)
        })
        .collect()
}

fn told(visit: &Visit, known: &Figures, reference: &FigureRef, href: String) -> Option<Known> {
    let (rules, tongue) = (visit.app.rules(), visit.tongue());
    let figure = known.figure(reference, &rules.measures, &rules.review)?;
    Some(Known {
        title: figure_words::title(tongue, reference),
        value: tongue.measured(figure.value, &figure.measured_in),
        href,
        demonstration: figure.origin.is_demonstration(),
    })
}
