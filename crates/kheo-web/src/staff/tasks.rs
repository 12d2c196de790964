//! `/tasks`: what units owe, and their reports.

mod refused;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kheo_core::Refusal;
use kheo_core::due::DueGroup;
use kheo_core::event::Stamp;
use kheo_core::id::{TaskId, UnitId};
use kheo_core::post::Right;
use kheo_core::task::{Conclusion, Report};
use kheo_core::text::{Bounds, clean};
use kheo_store::case::DueFilter;
use kheo_store::task::{self, TaskFilter, TaskRow, find, list, report};
use kheo_store::{Page, Paged, Recorded};
use kheo_words::Lang;
use serde::Deserialize;

use crate::directory::Directory;
use crate::pages::staff::choice::Select;
use crate::pages::staff::tasks::{ReportForm, TaskCard, TaskNews, TasksPage, page};
use crate::parts::address::Address;
use crate::parts::clock::ClockLine;
use crate::parts::fault;
use crate::parts::field::Choice;
use crate::parts::pager::Pager;
use crate::parts::unknown::{Unknown, leave_out, named, page_number};
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::csv::{self, Parts, Sheet};
use crate::staff::{frame_at, told, without};
use crate::submission::Submission;
use crate::visit::Visit;
use refused::Typed;

/// The bounds of a report: a sentence, as an answer is.
const TEXT: Bounds = Bounds { least: 20, most: 4_000 };
/// How many tasks stand on a page.
const SIZE: u32 = 10;

/// What a task can be filtered by.
const STATES: [&str; 3] = ["open", "late", "done"];

/// The parameters of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct TasksQuery {
    unit: String,
    /// One of [`STATES`].
    state: String,
    page: String,
    format: String,
}

impl TasksQuery {
    /// The parameters that name something, and those that were left out.
    fn settled(mut self, visit: &Visit, viewer: &Viewer) -> (Self, i64, Vec<Unknown>) {
        let mut unknown = Vec::new();
        let within = |unit: &str| visit.directory.within(&viewer.post.unit, &UnitId::new(unit));
        leave_out(&mut unknown, "unit", &mut self.unit, within);
        leave_out(&mut unknown, "state", &mut self.state, |state| STATES.contains(&state));
        leave_out(&mut unknown, "format", &mut self.format, |format| format == "csv");
        let page = page_number(&mut unknown, &mut self.page);
        (self, page, unknown)
    }

    fn filter(&self, visit: &Visit, viewer: &Viewer) -> TaskFilter {
        let late = DueFilter { group: DueGroup::Overdue, today: visit.today() };
        TaskFilter {
            scope: viewer.post.unit.clone(),
            unit: Some(self.unit.as_str()).filter(|unit| !unit.is_empty()).map(UnitId::new),
            done: Some(self.state == "done").filter(|_| !self.state.is_empty()),
            due: (self.state == "late").then_some(late),
        }
    }

    fn address(&self) -> Address {
        Address::new("/tasks").with("unit", &self.unit).with("state", &self.state)
    }
}

/// `GET /tasks`.
///
/// # Errors
/// [`Problem::Unknown`] for a file of a list that the parameters do not name.
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(query): Query<TasksQuery>,
) -> Result<Response, Problem> {
    let (query, number, unknown) = query.settled(&visit, &viewer);
    let is_file = query.format == "csv";
    let unknown = named(unknown, !is_file)?;
    let filter = query.filter(&visit, &viewer);
    if is_file {
        let sheet = Sheet::new(visit.tongue(), &COLUMNS);
        return Ok(csv::long(&visit.clone(), "tasks", sheet, Rows { visit, filter, number: 0 }));
    }
    let directory = &visit.directory;
    let wanted = Page { number: number - 1, size: i64::from(SIZE) };
    let found = visit.app.db.read(move |r| list(r, &filter, wanted)).await?;
    let tasks = shown(&visit, &viewer, directory, (&query, &found), None);
    Ok(framed(&visit, &unknown, &tasks).into_response())
}

/// `GET /tasks/{id}`.
///
/// # Errors
/// [`Problem::NotFound`] for a task out of the viewer's scope.
pub(crate) async fn open(
    visit: Visit,
    viewer: Viewer,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let found = one(&visit, &viewer, &TaskId::new(id)).await?;
    let all = (&TasksQuery::default(), &found);
    let tasks = shown(&visit, &viewer, &visit.directory, all, None);
    Ok(framed(&visit, &[], &tasks).into_response())
}

/// The task alone, as a list of one.
async fn one(visit: &Visit, viewer: &Viewer, task: &TaskId) -> Result<Paged<TaskRow>, Problem> {
    let wanted = task.clone();
    let row = visit.app.db.read(move |r| find(r, &wanted)).await?;
    let within = |row: &TaskRow| visit.directory.within(&viewer.post.unit, &row.task.unit);
    let row = row.filter(within).ok_or(Problem::NotFound)?;
    Ok(Paged { rows: vec![row], total: 1, more: false, page: 0, size: 1 })
}

/// `POST /tasks/{id}`.
///
/// # Errors
/// [`Problem::NotFound`] for a task that is not the viewer's to report on.
pub(crate) async fn tell(
    visit: Visit,
    viewer: Viewer,
    Path(id): Path<String>,
    sent: Submission,
) -> Result<Response, Problem> {
    let task = TaskId::new(id);
    one(&visit, &viewer, &task).await?;
    let Err(problem) = record(&visit, &viewer, &task, &sent).await else {
        return Ok(Redirect::to(&format!("/tasks/{task}")).into_response());
    };
    let (status, why, stale) = match problem {
        Problem::Refused(Refusal::Stale { seen, .. }) => {
            (StatusCode::CONFLICT, visit.tongue().say("staff-task-changed"), Some(seen))
        }
        Problem::Refused(why @ (Refusal::NotYours | Refusal::UnknownTask { .. })) => {
            return Err(why.into());
        }
        Problem::Refused(why) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            fault::refusal(visit.tongue(), &why, &[("text", "staff-task-text")]),
            None,
        ),
        Problem::Fields(faults) => {
            let why = faults.into_iter().next().map(|fault| fault.words).unwrap_or_default();
            (StatusCode::UNPROCESSABLE_ENTITY, why, None)
        }
        other => return Err(other),
    };
    let (found, directory) = (one(&visit, &viewer, &task).await?, &visit.directory);
    let (text, done) = (sent.text("text"), sent.text("done") == "yes");
    let typed = Typed { task: &task, text, done, why, stale };
    let all = (&TasksQuery::default(), &found);
    let tasks = shown(&visit, &viewer, directory, all, Some(&typed));
    Ok((status, framed(&visit, &[], &tasks)).into_response())
}

async fn record(
    visit: &Visit,
    viewer: &Viewer,
    task: &TaskId,
    sent: &Submission,
) -> Result<(), Problem> {
    let faults = sent.faults(visit.tongue());
    if !faults.is_empty() {
        return Err(Problem::Fields(faults));
    }
    let text = clean("text", sent.text("text"), TEXT)?;
    let seen: u64 = sent.text("seen").parse().map_err(|_| Problem::Unreadable)?;
    let done = sent.text("done") == "yes";
    let stamp = Stamp::at(visit.app.now());
    let (actor, task) = (viewer.actor(), task.clone());
    let told = Report { text, done, seen };
    let write = visit.app.db.write(move |tx| report(tx, &task, told, stamp, &actor));
    Ok(write.await?)
}

fn framed(visit: &Visit, unknown: &[Unknown], tasks: &TasksPage) -> maud::Markup {
    let title = visit.tongue().say("staff-tasks-title");
    let content = without(visit, unknown, &page(visit.tongue(), tasks));
    frame_at(visit, &title, "/tasks", &content)
}

fn shown(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    (query, found): (&TasksQuery, &Paged<TaskRow>),
    typed: Option<&Typed<'_>>,
) -> TasksPage {
    let mut units: Vec<(String, Vec<TaskCard>)> = Vec::new();
    for row in &found.rows {
        let unit = directory.unit(&row.task.unit, visit.lang);
        let card = card(visit, viewer, directory, row, typed);
        match units.iter_mut().find(|(name, _)| *name == unit) {
            Some((_, cards)) => cards.push(card),
            None => units.push((unit, vec![card])),
        }
    }
    let here = u32::try_from(found.page + 1).unwrap_or(1);
    TasksPage {
        selects: selects(visit, viewer, directory, query),
        units,
        total: found.total,
        pager: Pager::new(found.total, SIZE, here, |page| {
            query.address().with("page", &page.to_string()).into_string()
        }),
        csv: query.address().with("format", "csv").into_string(),
        refused: typed.map(|typed| refused::of(visit, viewer, directory, found, typed)),
    }
}

/// Whether the viewer can report on the task now.
fn takes_reports(row: &TaskRow, viewer: &Viewer) -> bool {
    row.done_on.is_none() && viewer.may(Right::ReportTasks)
}

fn told_news(visit: &Visit, directory: &Directory, news: &Recorded<task::TaskNews>) -> TaskNews {
    TaskNews {
        at: news.recorded_at,
        who: told::who(visit.tongue(), directory, &news.who),
        text: news.what.text.clone(),
        done: news.what.done,
    }
}

fn selects(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    query: &TasksQuery,
) -> Vec<Select> {
    let tongue = visit.tongue();
    let select = |name, chosen: &str, choices| Select {
        name,
        label: tongue.say(&format!("staff-column-{name}")),
        any: Some(tongue.say("staff-filter-all")),
        choices,
        chosen: chosen.to_owned(),
    };
    let states = STATES.map(|state| Choice::new(state, tongue.say(&format!("staff-task-{state}"))));
    vec![
        select("unit", &query.unit, directory.choices(&viewer.post.unit, visit.lang)),
        select("state", &query.state, states.to_vec()),
    ]
}

fn card(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    row: &TaskRow,
    typed: Option<&Typed<'_>>,
) -> TaskCard {
    let typed = typed.filter(|typed| *typed.task == row.task.id);
    let form = ReportForm {
        csrf: viewer.csrf.clone(),
        seen: row.reports.len(),
        text: typed.map_or("", |typed| typed.text).to_owned(),
        done: typed.is_some_and(|typed| typed.done),
    };
    TaskCard {
        id: row.task.id.clone(),
        text: text(&row.conclusion, visit.lang),
        clock: ClockLine {
            start: row.assigned_on,
            due_on: row.task.due_on,
            unconfirmed: false,
            today: visit.today(),
        },
        done: row.done_on.is_some(),
        demonstration: row.task.origin.is_demonstration(),
        reports: row.reports.iter().map(|news| told_news(visit, directory, news)).collect(),
        form: takes_reports(row, viewer).then_some(form),
    }
}

/// What was concluded, in the reader's language.
pub(crate) fn text(conclusion: &Conclusion, lang: Lang) -> String {
    match lang {
        Lang::Vi => conclusion.text.clone(),
        Lang::En => conclusion.text_en.clone(),
    }
}

const COLUMNS: [&str; 7] = [
    "staff-column-code",
    "staff-column-unit",
    "staff-column-task",
    "staff-column-due",
    "staff-column-state",
    "staff-column-reports",
    "staff-column-demonstration",
];

/// The rows of the list as a file.
struct Rows {
    visit: Visit,
    filter: TaskFilter,
    /// The number of the next part.
    number: i64,
}

impl Parts for Rows {
    async fn add(&mut self, sheet: &mut Sheet) -> Result<usize, Problem> {
        let (filter, number) = (self.filter.clone(), self.number);
        let wanted = Page { number, size: i64::from(csv::PART) };
        let page = self.visit.app.db.read(move |r| list(r, &filter, wanted)).await?;
        let rows = if page.page == number { page.rows } else { Vec::new() };
        for row in &rows {
            add(sheet, &self.visit, row);
        }
        self.number += 1;
        Ok(rows.len())
    }
}

fn add(sheet: &mut Sheet, visit: &Visit, row: &TaskRow) {
    let tongue = visit.tongue();
    let yes = |is: bool| tongue.say(if is { "staff-yes" } else { "staff-no" });
    let state = match row.done_on {
        Some(_) => "staff-task-done",
        None if DueGroup::of(row.task.due_on, visit.today()) == DueGroup::Overdue => {
            "staff-task-late"
        }
        None => "staff-task-open",
    };
    let last = row.reports.last().map(|news| news.what.text.as_str()).unwrap_or_default();
    sheet.row([
        row.task.id.as_str(),
        &visit.directory.unit(&row.task.unit, visit.lang),
        &text(&row.conclusion, visit.lang),
        &row.task.due_on.to_string(),
        &tongue.say(state),
        last,
        &yes(row.task.origin.is_demonstration()),
    ]);
}
