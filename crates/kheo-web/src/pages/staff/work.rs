//! My work: what is due, the most urgent first.

use jiff::civil::Date;
use kheo_core::id::TaskId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::line::{self, CaseLine};
use crate::parts::chip;
use crate::parts::clock::{self, ClockLine};

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct WorkPage {
    pub(crate) today: Date,
    /// Whose work it is: the post's own, or all of its unit and below.
    pub(crate) mine: bool,
    pub(crate) groups: Vec<WorkGroup>,
}

/// What falls due at about the same time.
#[derive(Debug, Clone)]
pub(crate) struct WorkGroup {
    /// `overdue`, `today`, `week` or `later`.
    pub(crate) when: &'static str,
    /// How many cases there are; the list may show fewer.
    pub(crate) total: i64,
    pub(crate) cases: Vec<CaseLine>,
    pub(crate) tasks: Vec<TaskLine>,
    /// How many tasks there are; the list may show fewer.
    pub(crate) tasks_total: i64,
    /// The list of all these cases.
    pub(crate) all: String,
}

/// A task that a unit owes.
#[derive(Debug, Clone)]
pub(crate) struct TaskLine {
    pub(crate) id: TaskId,
    pub(crate) text: String,
    pub(crate) unit: String,
    pub(crate) clock: ClockLine,
    pub(crate) demonstration: bool,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, work: &WorkPage) -> Markup {
    let count = |when| {
        let group = work.groups.iter().find(|group| group.when == when);
        group.map_or(0, WorkGroup::count)
    };
    let today = tongue.date(work.today);
    let late = tongue.say_count("staff-work-late", count("overdue"), &[]);
    let soon = tongue.say_count("staff-work-soon", count("today"), &[]);
    html! {
        h1 { (tongue.say("staff-work-title")) }
        p class="quiet" { (today) " · " (late) " · " (soon) }
        (switch(tongue, work.mine))
        p class="quiet keys" { (tongue.say("staff-work-keys")) }
        @if work.groups.iter().all(|group| group.count() == 0) {
            p class="empty" {
                (tongue.say("staff-work-empty")) " "
                a href="/cases" { (tongue.say("staff-work-empty-next")) }
            }
        }
        @for group in work.groups.iter().filter(|group| group.count() > 0) {
            (section(tongue, group))
        }
    }
}

impl WorkGroup {
    fn count(&self) -> i64 {
        self.total + self.tasks_total
    }
}

fn switch(tongue: Tongue<'_>, mine: bool) -> Markup {
    html! {
        nav class="switch" aria-label=(tongue.say("staff-work-whose")) {
            a href="/work" aria-current=[mine.then_some("true")] { (tongue.say("staff-work-mine")) }
            " "
            a href="/work?whose=unit" aria-current=[(!mine).then_some("true")] {
                (tongue.say("staff-work-unit"))
            }
        }
    }
}

fn section(tongue: Tongue<'_>, group: &WorkGroup) -> Markup {
    let shown = i64::try_from(group.cases.len()).unwrap_or(i64::MAX);
    let tasks_shown = i64::try_from(group.tasks.len()).unwrap_or(i64::MAX);
    let title = tongue.say(&format!("staff-due-{}", group.when));
    html! {
        section class="group" {
            h2 { (title) " " span class="n" { (group.count()) } }
            ul class="rows" data-rows {
                @for task in &group.tasks { (task_row(tongue, task)) }
                @for case in &group.cases { (line::row(tongue, case)) }
            }
            @if tasks_shown < group.tasks_total {
                p { a href="/tasks?state=open" {
                    (tongue.say_count("staff-work-all-tasks", group.tasks_total, &[("group", &title)]))
                } }
            }
            @if shown < group.total {
                p { a href=(group.all) {
                    (tongue.say_count("staff-work-all", group.total, &[("group", &title)]))
                } }
            }
        }
    }
}

fn task_row(tongue: Tongue<'_>, task: &TaskLine) -> Markup {
    html! {
        li class=(format!("row {}", task.clock.class())) {
            div {
                a class="t" href=(format!("/tasks/{}", task.id)) data-row { (task.text) }
                div class="m" {
                    (tongue.say("staff-work-task")) " · " (task.unit) " "
                    @if task.demonstration { (chip::demonstration(tongue)) }
                }
            }
            (clock::bar(tongue, task.clock))
            div class="m" { (tongue.say("staff-task-open")) }
        }
    }
}

impl WorkPage {
    /// A page with one group of each sort.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use jiff::civil::date;
        let group = |when, total| WorkGroup {
            when,
            total,
            cases: vec![CaseLine::sample()],
            tasks: Vec::new(),
            tasks_total: i64::from(when == "today"),
            all: "/cases?due=overdue".into(),
        };
        let task = TaskLine {
            id: TaskId::new("2016-H2-03-song-cau"),
            text: "Hoàn thành giải phóng mặt bằng".into(),
            unit: "Phường Sông Cầu".into(),
            clock: ClockLine {
                start: date(2016, 1, 4),
                due_on: date(2016, 6, 30),
                unconfirmed: false,
                today: date(2016, 6, 30),
            },
            demonstration: true,
        };
        let mut today = group("today", 1);
        today.tasks.push(task);
        Self { today: date(2016, 6, 30), mine: true, groups: vec![group("overdue", 60), today] }
    }
}
