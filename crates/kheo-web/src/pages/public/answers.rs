//! What was answered, for everybody to read.

use jiff::civil::Date;
use kheo_core::case::Proof;
use kheo_core::id::{CaseCode, TopicId};
use kheo_core::origin::Origin;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::layout::{self, Head};
use crate::pages::public::case;
use crate::parts::chip;
use crate::parts::field::{self, Choice, Field};
use crate::parts::pager::{self, Pager};
use crate::parts::unknown::{self, Unknown};
use crate::visit::Visit;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct AnswersPage {
    pub(crate) units: Vec<Choice>,
    pub(crate) topics: Vec<Choice>,
    pub(crate) unit: String,
    pub(crate) topic: String,
    pub(crate) rows: Vec<AnswerLine>,
    pub(crate) total: i64,
    /// Whether there are more than are counted.
    pub(crate) more: bool,
    pub(crate) pager: Pager,
    /// What of the choice names nothing.
    pub(crate) unknown: Vec<Unknown>,
}

/// One answered case.
#[derive(Debug, Clone)]
pub(crate) struct AnswerLine {
    pub(crate) code: CaseCode,
    pub(crate) subject: String,
    pub(crate) topic: TopicId,
    pub(crate) unit: String,
    pub(crate) received_on: Date,
    pub(crate) answered_on: Option<Date>,
    pub(crate) late: bool,
    pub(crate) kept_closed: bool,
    pub(crate) text: Option<String>,
    pub(crate) proofs: Vec<Proof>,
    pub(crate) origin: Origin,
}

/// The page.
pub(crate) fn page(visit: &Visit, answers: &AnswersPage) -> Markup {
    let tongue = visit.tongue();
    let title = tongue.say("answers-title");
    let body = html! {
        (unknown::notice(tongue, &answers.unknown))
        h1 { (title) }
        p { (tongue.say("answers-lead")) }
        (filter(tongue, answers))
        p { b { (tongue.say_count(if answers.more { "answers-more" } else { "answers-count" }, answers.total, &[])) } }
        @if answers.rows.is_empty() {
            p class="empty" {
                (tongue.say("answers-empty")) " " a href="/answers" { (tongue.say("answers-all")) }
            }
        } @else {
            ol class="entries" { @for row in &answers.rows { li { (entry(tongue, row)) } } }
        }
        (pager::pager(tongue, &answers.pager))
    };
    layout::narrow(visit, Head::titled(&title), &body)
}

fn filter(tongue: Tongue<'_>, answers: &AnswersPage) -> Markup {
    let (unit, topic, all) =
        (tongue.say("column-unit"), tongue.say("label-topic"), tongue.say("filter-all"));
    let field =
        |name, label, value| Field { name, label, hint: "", value, faults: &[], autocomplete: "" };
    html! {
        form class="filter" method="get" action="/answers" {
            (field::list(&field("unit", &unit, &answers.unit), Some(&all), &answers.units))
            (field::list(&field("topic", &topic, &answers.topic), Some(&all), &answers.topics))
            button class="btn two" { (tongue.say("filter-show")) }
        }
    }
}

fn entry(tongue: Tongue<'_>, row: &AnswerLine) -> Markup {
    html! {
        h2 lang="vi" { (row.subject) }
        p class="m" {
            (row.code) " · " (row.unit) " · " (tongue.say(&format!("topic-{}", row.topic)))
            " · " (tongue.say_with("answers-received", &[("day", &tongue.date(row.received_on))]))
            @if let Some(day) = row.answered_on {
                " · " (tongue.say_with("answers-answered", &[("day", &tongue.date(day))]))
            }
        }
        p {
            @if row.late { span class="chip up" { (tongue.say("answers-late")) } }
            @else { span class="chip done" { (tongue.say("answers-in-time")) } }
            " "
            @if row.kept_closed { span class="chip done" { (tongue.say("answers-kept")) } " " }
            (chip::origin(tongue, &row.origin))
        }
        (case::answer(tongue, row.text.as_deref(), &row.proofs, "/files"))
    }
}
