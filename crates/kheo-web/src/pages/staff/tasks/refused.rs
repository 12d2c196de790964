//! A report that was refused: why, what its writer saw and what the task is now, and their words.

use kheo_core::id::TaskId;
use kheo_words::Tongue;
use maud::{Markup, html};

use super::{TaskNews, reports};
use crate::parts::versions;

/// A report that was refused.
#[derive(Debug, Clone)]
pub(crate) struct Refused {
    pub(crate) task: TaskId,
    pub(crate) why: String,
    /// How the task changed since the writer saw it, when it did.
    pub(crate) changed: Option<Changed>,
    /// What was typed, where the task takes no report any more.
    pub(crate) kept: Option<String>,
}

/// How a task changed since somebody saw it.
#[derive(Debug, Clone)]
pub(crate) struct Changed {
    /// What is owed.
    pub(crate) text: String,
    pub(crate) seen: Version,
    pub(crate) now: Version,
    /// What was reported in between.
    pub(crate) since: Vec<TaskNews>,
}

/// How a task stood at one time.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub(crate) reports: usize,
    pub(crate) done: bool,
    /// The last report.
    pub(crate) last: Option<String>,
}

/// The top of the page.
pub(super) fn summary(tongue: Tongue<'_>, refused: &Refused) -> Markup {
    html! {
        div class="summary" role="alert" {
            h2 { (tongue.say("staff-problem")) }
            p {
                @if refused.kept.is_some() { (refused.why) }
                @else { a href=(format!("#report-{}", refused.task)) { (refused.why) } }
            }
        }
        @if let Some(changed) = &refused.changed {
            section class="card" {
                h2 { (changed.text) }
                (versions::table(tongue, &lines(tongue, changed)))
                h3 { (tongue.say("conflict-since")) }
                (reports(tongue, &changed.since))
            }
        }
        @if let Some(kept) = &refused.kept { (versions::kept(tongue, kept)) }
    }
}

fn lines(tongue: Tongue<'_>, changed: &Changed) -> [versions::Line; 3] {
    let (seen, now) = (&changed.seen, &changed.now);
    let state = |version: &Version| {
        tongue.say(if version.done { "staff-task-done" } else { "staff-task-open" })
    };
    let last = |version: &Version| {
        version.last.clone().unwrap_or_else(|| tongue.say("staff-task-no-reports"))
    };
    [
        (tongue.say("staff-column-state"), state(seen), state(now)),
        (tongue.say("staff-task-reports"), seen.reports.to_string(), now.reports.to_string()),
        (tongue.say("staff-column-reports"), last(seen), last(now)),
    ]
}

impl Refused {
    /// A report on a task that somebody else finished meanwhile.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let news = TaskNews::sample();
        Self {
            task: TaskId::new("b"),
            why: "Có người đã báo cáo.".into(),
            changed: Some(Changed {
                text: "Hoàn thành giải phóng mặt bằng".into(),
                seen: Version { reports: 0, done: false, last: None },
                now: Version { reports: 1, done: true, last: Some(news.text.clone()) },
                since: vec![news],
            }),
            kept: Some("Đã xong </textarea>".into()),
        }
    }
}
