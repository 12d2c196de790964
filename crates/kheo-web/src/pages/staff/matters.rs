//! The list of matters.

use jiff::civil::Date;
use kheo_core::matter::MatterId;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};
use crate::pages::staff::line::{self, Marks};
use crate::parts::pager::{self, Pager};
use crate::parts::table;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct MattersPage {
    pub(crate) selects: Vec<Select>,
    pub(crate) rows: Vec<MatterLine>,
    pub(crate) total: i64,
    /// Whether there are more than are counted.
    pub(crate) more: bool,
    pub(crate) pager: Pager,
    /// The same list as a file.
    pub(crate) csv: String,
}

/// A matter in the list.
#[derive(Debug, Clone)]
pub(crate) struct MatterLine {
    pub(crate) id: MatterId,
    /// What its newest case that may be seen is about.
    pub(crate) subject: String,
    pub(crate) cases: u64,
    pub(crate) units: u64,
    pub(crate) marks: Marks,
    pub(crate) began_on: Date,
    pub(crate) changed_on: Date,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, matters: &MattersPage) -> Markup {
    html! {
        h1 { (tongue.say("staff-matters-title")) }
        p class="quiet" { (tongue.say("staff-matters-help")) }
        (choice::filter("/matters", &matters.selects, &[], &tongue.say("staff-filter")))
        p class="count" {
            @let key = if matters.more { "staff-matters-more" } else { "staff-matters-count" };
            b { (tongue.say_count(key, matters.total, &[])) }
            " · " a href=(matters.csv) download { (tongue.say("staff-csv")) }
            @if matters.selects.iter().any(|one| one.any.is_some() && !one.chosen.is_empty()) {
                " · " a href="/matters" { (tongue.say("staff-filter-none")) }
            }
        }
        @if matters.rows.is_empty() {
            p class="empty" { (tongue.say("staff-matters-empty")) }
        } @else {
            (table(tongue, &matters.rows))
        }
        (pager::pager(tongue, &matters.pager))
    }
}

const COLUMNS: [&str; 5] = [
    "staff-column-matter",
    "staff-column-cases",
    "staff-column-units",
    "staff-column-began",
    "staff-column-changed",
];

fn table(tongue: Tongue<'_>, rows: &[MatterLine]) -> Markup {
    let caption = html! { caption class="quiet" { (tongue.say("staff-matters-caption")) } };
    let rows = html! {
        @for row in rows { tr {
            th scope="row" {
                a href=(format!("/matters/{}", row.id)) data-row lang="vi" { (row.subject) }
                div class="m" { (line::chips(tongue, row.marks)) }
            }
            td data-label=(tongue.say(COLUMNS[1])) { (row.cases) }
            td data-label=(tongue.say(COLUMNS[2])) { (row.units) }
            td data-label=(tongue.say(COLUMNS[3])) { (tongue.date(row.began_on)) }
            td data-label=(tongue.say(COLUMNS[4])) { (tongue.date(row.changed_on)) }
        } }
    };
    table::list(tongue, &tongue.say("staff-matters-title"), &caption, &COLUMNS, &rows)
}

impl MattersPage {
    /// A list of one.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        use crate::parts::field::Choice;
        use jiff::civil::date;
        Self {
            selects: vec![Select {
                name: "mark",
                label: "Đặc điểm".into(),
                any: Some("Tất cả".into()),
                choices: vec![Choice::new("prolonged", "kéo dài")],
                chosen: "prolonged".into(),
            }],
            rows: vec![MatterLine {
                id: MatterId(412),
                subject: "Mương Khuổi Chang làm dở <b>".into(),
                cases: 3,
                units: 2,
                marks: Marks::sample(),
                began_on: date(2015, 11, 2),
                changed_on: date(2016, 6, 1),
            }],
            total: 1,
            more: false,
            pager: Pager { page: 1, pages: 1, previous: None, next: None },
            csv: "/matters?format=csv".into(),
        }
    }

    /// A list that a filter left empty.
    #[cfg(test)]
    pub(crate) fn sample_empty() -> Self {
        Self { rows: Vec::new(), total: 0, ..Self::sample() }
    }
}
