//! A report that was refused, beside what the task is now.

use kheo_core::id::TaskId;
use kheo_store::task::{TaskNews, TaskRow};
use kheo_store::{Paged, Recorded};

use super::{takes_reports, text, told_news};
use crate::directory::Directory;
use crate::pages::staff::tasks::{Changed, Refused, Version};
use crate::session::Viewer;
use crate::visit::Visit;

/// A report that was refused, and how many reports its writer had seen if there are others now.
pub(super) struct Typed<'a> {
    pub(super) task: &'a TaskId,
    pub(super) text: &'a str,
    pub(super) done: bool,
    pub(super) why: String,
    pub(super) stale: Option<u64>,
}

/// Why it was refused, with both versions of the task and what was typed.
pub(super) fn of(
    visit: &Visit,
    viewer: &Viewer,
    directory: &Directory,
    found: &Paged<TaskRow>,
    typed: &Typed<'_>,
) -> Refused {
    let row = found.rows.iter().find(|row| row.task.id == *typed.task);
    let takes_reports = row.is_some_and(|row| takes_reports(row, viewer));
    Refused {
        task: typed.task.clone(),
        why: typed.why.clone(),
        changed: row.zip(typed.stale).map(|(row, seen)| changed(visit, directory, row, seen)),
        kept: (!takes_reports).then(|| typed.text.to_owned()),
    }
}

/// The task as it was after its first `seen` reports, and as it is.
fn changed(visit: &Visit, directory: &Directory, row: &TaskRow, seen: u64) -> Changed {
    let seen = usize::try_from(seen).unwrap_or(usize::MAX).min(row.reports.len());
    let version = |reports: &[Recorded<TaskNews>]| Version {
        reports: reports.len(),
        done: reports.iter().any(|news| news.what.done),
        last: reports.last().map(|news| news.what.text.clone()),
    };
    let (before, since) = row.reports.split_at(seen);
    Changed {
        text: text(&row.conclusion, visit.lang),
        seen: version(before),
        now: version(&row.reports),
        since: since.iter().map(|news| told_news(visit, directory, news)).collect(),
    }
}
