//! The list of cases, and the cases behind a figure.

use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};
use crate::pages::staff::line::{self, CaseLine};
use crate::parts::clock;
use crate::parts::pager::{self, Pager};
use crate::parts::table;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct CasesPage {
    /// The figure whose records these are, in words; nothing for the list of all cases.
    pub(crate) figure: Option<String>,
    pub(crate) selects: Vec<Select>,
    /// Parameters that the filter keeps.
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) rows: Vec<CaseLine>,
    /// How many cases of this page are counted and not shown.
    pub(crate) counted: usize,
    pub(crate) total: i64,
    /// Whether there are more than are counted.
    pub(crate) more: bool,
    pub(crate) pager: Pager,
    /// The same list as a file.
    pub(crate) csv: String,
    /// The list without any filter, where one is set.
    pub(crate) all: Option<&'static str>,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, cases: &CasesPage) -> Markup {
    let key = if cases.more { "staff-cases-more" } else { "staff-cases-count" };
    let count = tongue.say_count(key, cases.total, &[]);
    html! {
        h1 { (tongue.say("staff-cases-title")) }
        @if let Some(figure) = &cases.figure {
            p class="behind" { (tongue.say("staff-cases-behind")) " " b { (figure) } }
        }
        (choice::filter("/cases", &cases.selects, &cases.hidden, &tongue.say("staff-filter")))
        p class="count" {
            b { (count) } " · " a href=(cases.csv) download { (tongue.say("staff-csv")) }
            @if let Some(all) = cases.all {
                " · " a href=(all) { (tongue.say("staff-filter-none")) }
            }
        }
        @if cases.counted > 0 {
            p class="notice" {
                (tongue.say_count("staff-cases-counted-only", i64::try_from(cases.counted).unwrap_or(i64::MAX), &[]))
            }
        }
        @if cases.rows.is_empty() && cases.counted == 0 {
            p class="empty" { (tongue.say("staff-cases-empty")) }
        } @else {
            (table(tongue, cases))
        }
        (pager::pager(tongue, &cases.pager))
    }
}

fn table(tongue: Tongue<'_>, cases: &CasesPage) -> Markup {
    let caption = html! { caption class="quiet" { (tongue.say("staff-cases-caption")) } };
    let rows: Vec<Markup> = cases.rows.iter().map(|case| row(tongue, case)).collect();
    table::long_list(tongue, &tongue.say("staff-cases-title"), &caption, &COLUMNS, &rows)
}

const COLUMNS: [&str; 6] = [
    "staff-column-case",
    "staff-column-topic",
    "staff-column-unit",
    "staff-column-step",
    "staff-column-received",
    "staff-column-due",
];

fn row(tongue: Tongue<'_>, case: &CaseLine) -> Markup {
    let label = |key| tongue.say(key);
    html! {
        tr class=[case.clock.map(clock::ClockLine::class)] {
            th scope="row" {
                a href=(format!("/cases/{}", case.code)) data-row lang="vi" { (case.subject) }
                div class="m" {
                    (case.code) " · " (tongue.say(&format!("kind-{}", case.kind))) " "
                    (line::chips(tongue, case.marks))
                }
            }
            td data-label=(label("staff-column-topic")) {
                (tongue.say(&format!("topic-{}", case.topic)))
            }
            td data-label=(label("staff-column-unit")) {
                (case.unit)
                @if let Some(handler) = &case.handler { div class="m" { (handler) } }
            }
            td data-label=(label("staff-column-step")) {
                (tongue.say(&format!("step-{}", case.step)))
            }
            td class="day" data-label=(label("staff-column-received")) {
                (tongue.date(case.received_on))
                @if let Some(day) = case.counted_on {
                    div class="m" {
                        (tongue.say_with("staff-cases-counted", &[("day", &tongue.date(day))]))
                    }
                }
            }
            td class="whole" data-label=(label("staff-column-due")) {
                @match case.clock {
                    Some(clock) => (clock::bar(tongue, clock)),
                    None => span class="quiet" { (tongue.say("staff-clock-none")) },
                }
            }
        }
    }
}

impl CasesPage {
    /// The records behind a figure, with every filter.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use crate::parts::field::Choice;
        Self {
            figure: Some("trả lời đúng hạn · 6 tháng đầu năm 2016".into()),
            selects: vec![Select {
                name: "unit",
                label: "Đơn vị".into(),
                any: Some("Tất cả".into()),
                choices: vec![Choice::new("song-cau", "Phường Sông Cầu")],
                chosen: "song-cau".into(),
            }],
            hidden: vec![("metric", "answered-in-time".into())],
            rows: vec![CaseLine::sample()],
            counted: 2,
            total: 51,
            more: false,
            pager: Pager { page: 1, pages: 2, previous: None, next: Some("/cases?page=2".into()) },
            csv: "/cases?format=csv".into(),
            all: Some("/cases"),
        }
    }

    /// A list that a filter left empty.
    #[cfg(test)]
    pub(crate) fn sample_empty() -> Self {
        let pager = Pager { page: 1, pages: 1, previous: None, next: None };
        Self { figure: None, rows: Vec::new(), total: 0, pager, ..Self::sample() }
    }
}
