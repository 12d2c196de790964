//! `/work`: what is due.

use axum::extract::Query;
use kheo_core::due::DueGroup;
use kheo_store::Page;
use kheo_store::case::{DueFilter, WorkFilter, work};
use kheo_store::task::{self, TaskFilter, TaskRow};
use maud::Markup;
use serde::Deserialize;

use crate::directory::Directory;
use crate::pages::staff::work::{TaskLine, WorkGroup, WorkPage, page};
use crate::parts::address::Address;
use crate::parts::clock::ClockLine;
use crate::parts::unknown::leave_out;
use crate::problem::Problem;
use crate::session::Viewer;
use crate::staff::{frame, line, without};
use crate::visit::Visit;

/// How many cases of a group stand on the page.
const MOST: i64 = 40;

/// The parameters of the page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WorkQuery {
    /// `unit` for the work of the whole unit, otherwise `mine`.
    whose: String,
}

/// `GET /work`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(
    visit: Visit,
    viewer: Viewer,
    Query(mut query): Query<WorkQuery>,
) -> Result<Markup, Problem> {
    let mut unknown = Vec::new();
    leave_out(&mut unknown, "whose", &mut query.whose, |whose| ["mine", "unit"].contains(&whose));
    let (today, mine) = (visit.today(), query.whose != "unit");
    let takes_in = mine && visit.app.rules().takes_in(viewer.post.role);
    let wanted = WorkFilter {
        scope: viewer.post.unit.clone(),
        post: mine.then(|| viewer.post.id.clone()),
        unclaimed_in: takes_in.then(|| viewer.post.unit.clone()),
        hidden_topics: viewer.kept_from(&visit),
        today,
        most: MOST,
    };
    let (scope, done) = (viewer.post.unit.clone(), Some(false));
    let owed = TaskFilter { unit: mine.then(|| scope.clone()), scope, done, due: None };
    let remembered = visit.app.remembered.clone();
    let read = visit.app.db.read(move |r| {
        let tasks = |group| {
            let owed = TaskFilter { due: Some(DueFilter { group, today }), ..owed.clone() };
            task::list(r, &owed, Page { number: 0, size: MOST })
        };
        let tasks: Vec<_> = DueGroup::ALL.into_iter().map(tasks).collect::<Result<_, _>>()?;
        Ok((work(r, &wanted)?, tasks, remembered.learned(r, today)?))
    });
    let ((found, tasks, learned), directory) = (read.await?, &visit.directory);
    let groups = found.groups.iter().zip(&tasks).map(|(group, tasks)| WorkGroup {
        when: group.due.word(),
        total: group.total,
        cases: line::listed(&visit, &viewer, &group.rows)
            .map(|row| line::warned(&visit, &viewer, row, &learned.warnings))
            .collect(),
        tasks: tasks.rows.iter().map(|task| task_line(&visit, directory, task)).collect(),
        tasks_total: tasks.total,
        all: all_of(&viewer, group.due, mine, takes_in),
    });
    let work = WorkPage { today, mine, groups: groups.collect() };
    let title = visit.tongue().say("staff-work-title");
    let content = without(&visit, &unknown, &page(visit.tongue(), &work));
    Ok(frame(&visit, &title, &content))
}

fn task_line(visit: &Visit, directory: &Directory, row: &TaskRow) -> TaskLine {
    TaskLine {
        id: row.task.id.clone(),
        text: super::tasks::text(&row.conclusion, visit.lang),
        unit: directory.unit(&row.task.unit, visit.lang),
        clock: ClockLine {
            start: row.assigned_on,
            due_on: row.task.due_on,
            unconfirmed: false,
            today: visit.today(),
        },
        demonstration: row.task.origin.is_demonstration(),
    }
}

fn all_of(viewer: &Viewer, group: DueGroup, mine: bool, takes_in: bool) -> String {
    let handler = if mine { viewer.post.id.as_str() } else { "" };
    let unclaimed = if takes_in { "too" } else { "" };
    let address = Address::new("/cases").with("due", group.word()).with("handler", handler);
    address.with("unclaimed", unclaimed).into_string()
}
