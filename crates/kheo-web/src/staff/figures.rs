//! `/figures`: unit by measure, and the readings behind a figure.

pub(crate) mod grid;
pub(crate) mod readings;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::period::Period;
use serde::Deserialize;

use crate::directory::Directory;
use crate::pages::staff::choice::Select;
use crate::pages::staff::figures::{FiguresPage, page};
use crate::pages::staff::measure::{self, MeasurePage};
use crate::parts::address::Address;
use crate::parts::field::Choice;
use crate::parts::unknown::{Unknown, leave_out, named};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::{frame, periods, without};
use crate::visit::Visit;

/// The parameters of the pages.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct FiguresQuery {
    period: String,
    unit: String,
    /// A section of the review.
    area: String,
    format: String,
}

impl FiguresQuery {
    /// The parameters that name something, and those that were left out.
    ///
    /// # Errors
    /// [`Problem::Unknown`] for a file of other figures than were asked for.
    fn settled(mut self, visit: &Visit, viewer: &Viewer) -> Result<(Self, Vec<Unknown>), Problem> {
        let mut unknown = Vec::new();
        let sections = &visit.app.rules().review.sections;
        let within = |unit: &str| visit.directory.within(&viewer.post.unit, &UnitId::new(unit));
        let is_area = |area: &str| sections.iter().any(|id| id.as_str() == area);
        leave_out(&mut unknown, "period", &mut self.period, periods::is_one);
        leave_out(&mut unknown, "unit", &mut self.unit, within);
        leave_out(&mut unknown, "area", &mut self.area, is_area);
        leave_out(&mut unknown, "format", &mut self.format, |format| format == "csv");
        let unknown = named(unknown, self.format != "csv")?;
        Ok((self, unknown))
    }

    /// The unit that was asked for, or the viewer's.
    fn unit(&self, viewer: &Viewer) -> UnitId {
        if self.unit.is_empty() { viewer.post.unit.clone() } else { UnitId::new(&self.unit) }
    }

    fn address(&self, path: &str) -> Address {
        let address = Address::new(path).with("period", &self.period).with("unit", &self.unit);
        address.with("area", &self.area)
    }
}

/// The readings of `measure` behind a figure of `unit`.
pub(crate) fn behind(measure: &MeasureId, unit: &UnitId, period: Period) -> String {
    Address::new(format!("/figures/{measure}"))
        .with("period", &period.to_string())
        .with("unit", unit.as_str())
        .into_string()
}

/// `GET /figures`.
///
/// # Errors
/// [`Problem::Unknown`] for a file of figures that the parameters do not name.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(query): Query<FiguresQuery>,
) -> Result<Response, Problem> {
    let (today, tongue) = (visit.today(), visit.tongue());
    let (query, unknown) = query.settled(&visit, &viewer)?;
    let period = periods::chosen(&query.period, today);
    let directory = &visit.directory;
    let unit = query.unit(&viewer);
    let remembered = visit.app.remembered.clone();
    let read = visit.app.db.read(move |r| remembered.figures(r, &unit, period, today));
    let known = read.await?;
    let grid = grid::of(visit.app.rules(), directory, visit.lang, &known, &query.area);
    if query.format == "csv" {
        return Ok(grid::file(tongue, &grid));
    }
    let figures = FiguresPage {
        period,
        selects: selects(&visit, &viewer, directory, &query, period),
        units: grid.units,
        rows: grid.rows,
        csv: query.address("/figures").with("format", "csv").into_string(),
    };
    let title = tongue.say("staff-figures-title");
    let content = without(&visit, &unknown, &page(tongue, &figures));
    Ok(frame(&visit, &title, &content).into_response())
}

fn selects(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    query: &FiguresQuery,
    period: Period,
) -> Vec<Select> {
    let tongue = visit.tongue();
    let sections = visit.app.rules().review.sections.iter();
    let areas =
        sections.map(|id| Choice::new(id.as_str(), tongue.say(&format!("section-{id}")))).collect();
    let area = Select {
        name: "area",
        label: tongue.say("staff-column-area"),
        any: Some(tongue.say("staff-filter-all")),
        choices: areas,
        chosen: query.area.clone(),
    };
    vec![
        periods::select(tongue, visit.today(), period),
        units(visit, viewer, directory, query),
        area,
    ]
}

fn units(visit: &Visit, viewer: &Viewer, directory: &Directory, query: &FiguresQuery) -> Select {
    Select {
        name: "unit",
        label: visit.tongue().say("staff-column-unit"),
        any: None,
        choices: directory.choices(&viewer.post.unit, visit.lang),
        chosen: query.unit.clone(),
    }
}

/// `GET /figures/{measure}`.
///
/// # Errors
/// [`Problem::NotFound`] for a measure that is not known, and as [`show`].
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path(id): Path<String>,
    Query(query): Query<FiguresQuery>,
) -> Result<Response, Problem> {
    let tongue = visit.tongue();
    let (query, unknown) = query.settled(&visit, &viewer)?;
    let period = periods::chosen(&query.period, visit.today());
    let measure = visit.app.rules().measures.get(&MeasureId::new(id)).ok_or(Problem::NotFound)?;
    let directory = &visit.directory;
    let unit = query.unit(&viewer);
    let all = readings::read(&visit, directory, &measure.id, &unit, period).await?;
    if query.format == "csv" {
        return Ok(readings::file(tongue, measure, &all));
    }
    let path = format!("/figures/{}", measure.id);
    let page = MeasurePage {
        measure: measure.id.clone(),
        measured_in: measure.measured_in.clone(),
        unit: directory.unit(&unit, visit.lang),
        period,
        selects: vec![
            periods::select(tongue, visit.today(), period),
            units(&visit, &viewer, directory, &query),
        ],
        rows: all,
        grid: query.address("/figures").into_string(),
        csv: query.address(&path).with("format", "csv").into_string(),
    };
    let title = tongue.say(&format!("measure-{}", measure.id));
    let content = without(&visit, &unknown, &measure::page(tongue, &page));
    Ok(frame(&visit, &title, &content).into_response())
}
