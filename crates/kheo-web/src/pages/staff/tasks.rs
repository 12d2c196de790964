//! What units owe because of conclusions, and what they say they have done.

mod refused;

use jiff::Timestamp;
use kheo_core::id::TaskId;
use kheo_words::Tongue;
use maud::{Markup, html};

pub(crate) use refused::{Changed, Refused, Version};

use crate::pages::staff::choice::{self, Select};
use crate::parts::chip;
use crate::parts::clock::{self, ClockLine};
use crate::parts::pager::{self, Pager};

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct TasksPage {
    pub(crate) selects: Vec<Select>,
    /// The units that owe something, with their tasks.
    pub(crate) units: Vec<(String, Vec<TaskCard>)>,
    pub(crate) total: i64,
    pub(crate) pager: Pager,
    pub(crate) csv: String,
    /// The report that was refused.
    pub(crate) refused: Option<Refused>,
}

/// One task with all its reports.
#[derive(Debug, Clone)]
pub(crate) struct TaskCard {
    pub(crate) id: TaskId,
    pub(crate) text: String,
    pub(crate) clock: ClockLine,
    pub(crate) done: bool,
    pub(crate) demonstration: bool,
    pub(crate) reports: Vec<TaskNews>,
    /// The form to report with, for a reader who may.
    pub(crate) form: Option<ReportForm>,
}

/// What a unit said it has done.
#[derive(Debug, Clone)]
pub(crate) struct TaskNews {
    pub(crate) at: Timestamp,
    pub(crate) who: String,
    pub(crate) text: String,
    pub(crate) done: bool,
}

/// The form to report on a task.
#[derive(Debug, Clone)]
pub(crate) struct ReportForm {
    pub(crate) csrf: String,
    /// How many reports the reader was shown.
    pub(crate) seen: usize,
    /// What was typed before.
    pub(crate) text: String,
    pub(crate) done: bool,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, tasks: &TasksPage) -> Markup {
    html! {
        @if let Some(refused) = &tasks.refused { (refused::summary(tongue, refused)) }
        h1 { (tongue.say("staff-tasks-title")) }
        (choice::filter("/tasks", &tasks.selects, &[], &tongue.say("staff-filter")))
        p class="count" {
            b { (tongue.say_count("staff-tasks-count", tasks.total, &[])) }
            " · " a href=(tasks.csv) download { (tongue.say("staff-csv")) }
        }
        @if tasks.units.is_empty() { p class="empty" { (tongue.say("staff-tasks-empty")) } }
        @for (unit, cards) in &tasks.units {
            section class="group" {
                h2 { (unit) " " span class="n" { (cards.len()) } }
                @for card in cards { (task(tongue, card, tasks.refused.as_ref())) }
            }
        }
        (pager::pager(tongue, &tasks.pager))
    }
}

fn task(tongue: Tongue<'_>, card: &TaskCard, refused: Option<&Refused>) -> Markup {
    let wrong = refused.filter(|one| one.task == card.id).map(|one| one.why.as_str());
    html! {
        article class="card task" id=(card.id) {
            h3 { (card.text) }
            p {
                @if card.done {
                    span class="chip rep" { (tongue.say("staff-task-done")) }
                } @else {
                    span class="chip" { (tongue.say("staff-task-open")) }
                }
                " " @if card.demonstration { (chip::demonstration(tongue)) " " }
                @if card.reports.is_empty() {
                    span class="quiet" { (tongue.say("staff-task-no-reports")) }
                }
            }
            @if card.done {
                p class="quiet" {
                    (tongue.say_with("clock-due", &[("day", &tongue.date(card.clock.due_on))]))
                }
            } @else { (clock::bar(tongue, card.clock)) }
            (reports(tongue, &card.reports))
            @if let Some(form) = &card.form { (report_form(tongue, card, form, wrong)) }
        }
    }
}

fn reports(tongue: Tongue<'_>, reports: &[TaskNews]) -> Markup {
    html! {
        @if !reports.is_empty() {
            ol class="time" { @for news in reports {
                li {
                    time datetime=(news.at) { (tongue.date_time(news.at)) }
                    " · " (news.who)
                    @if news.done { " · " b { (tongue.say("staff-task-done")) } }
                    p lang="vi" { (news.text) }
                }
            } }
        }
    }
}

fn report_form(
    tongue: Tongue<'_>,
    card: &TaskCard,
    form: &ReportForm,
    wrong: Option<&str>,
) -> Markup {
    let id = format!("report-{}", card.id);
    let error = format!("{id}-error");
    html! {
        details class="action" open[wrong.is_some()] {
            summary class="btn two" { (tongue.say("staff-task-report")) }
            form class="card" method="post" action=(format!("/tasks/{}", card.id)) {
                input type="hidden" name="csrf" value=(form.csrf);
                input type="hidden" name="seen" value=(form.seen);
                div class=(if wrong.is_some() { "field wrong" } else { "field" }) {
                    label for=(id) { (tongue.say("staff-task-text")) }
                    @if let Some(why) = wrong { p class="error" id=(error) { (why) } }
                    textarea id=(id) name="text" rows="3"
                        aria-describedby=[wrong.map(|_| error.as_str())] { "\n" (form.text) }
                }
                p class="check" {
                    input id=(format!("{id}-done")) type="checkbox" name="done" value="yes"
                        checked[form.done];
                    " " label for=(format!("{id}-done")) { (tongue.say("staff-task-finished")) }
                }
                button class="btn" { (tongue.say("staff-task-send")) }
            }
        }
    }
}

impl TasksPage {
    /// One task of each sort, with a refused report.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use jiff::civil::date;
        let card = |id, done| TaskCard {
            id: TaskId::new(id),
            text: "Hoàn thành giải phóng mặt bằng".into(),
            clock: ClockLine {
                start: date(2016, 1, 4),
                due_on: date(2016, 6, 30),
                unconfirmed: false,
                today: date(2016, 7, 2),
            },
            done,
            demonstration: true,
            reports: vec![TaskNews { done, ..TaskNews::sample() }],
            form: (!done).then(|| ReportForm {
                csrf: "token".into(),
                seen: 1,
                text: String::new(),
                done: true,
            }),
        };
        Self {
            selects: Vec::new(),
            units: vec![("Phường Sông Cầu".into(), vec![card("a", false), card("b", true)])],
            total: 2,
            pager: Pager { page: 1, pages: 1, previous: None, next: None },
            csv: "/tasks?format=csv".into(),
            refused: Some(Refused {
                task: TaskId::new("a"),
                why: "Chưa ghi nội dung.".into(),
                changed: None,
                kept: None,
            }),
        }
    }

    /// The same after somebody else finished the task.
    #[cfg(test)]
    pub(crate) fn sample_changed() -> Self {
        Self { refused: Some(Refused::sample()), ..Self::sample() }
    }
}

impl TaskNews {
    /// What a unit said.
    #[cfg(test)]
    fn sample() -> Self {
        Self {
            at: Timestamp::UNIX_EPOCH,
            who: "Chủ tịch UBND phường".into(),
            text: "Đã vận động 12 hộ.".into(),
            done: true,
        }
    }
}
