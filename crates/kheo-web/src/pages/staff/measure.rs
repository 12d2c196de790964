//! The readings behind a figure.

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::period::Period;
use kheo_core::quantity::Quantity;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};
use crate::pages::staff::figures;
use crate::parts::source;

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct MeasurePage {
    pub(crate) measure: MeasureId,
    pub(crate) measured_in: String,
    pub(crate) unit: String,
    pub(crate) period: Period,
    pub(crate) selects: Vec<Select>,
    pub(crate) rows: Vec<ReadingRow>,
    /// The grid this came from.
    pub(crate) grid: String,
    pub(crate) csv: String,
}

/// One value that was reported or planned.
#[derive(Debug, Clone)]
pub(crate) struct ReadingRow {
    pub(crate) of: UnitId,
    /// `reading`, `plan`, or `before` for a year earlier.
    pub(crate) sort: &'static str,
    pub(crate) unit: String,
    pub(crate) period: Period,
    pub(crate) value: Quantity,
    /// The word of its [`kheo_core::origin::Origin`].
    pub(crate) origin: &'static str,
    pub(crate) source: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) set_aside: bool,
    pub(crate) effective_on: Date,
    pub(crate) recorded_at: Timestamp,
}

const COLUMNS: [&str; 7] = [
    "staff-column-unit",
    "staff-column-period",
    "staff-column-sort",
    "staff-column-value",
    "staff-column-origin",
    "staff-column-effective",
    "staff-column-recorded",
];

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, page: &MeasurePage) -> Markup {
    let count = i64::try_from(page.rows.len()).unwrap_or(i64::MAX);
    let action = format!("/figures/{}", page.measure);
    html! {
        p class="quiet crumbs" {
            a href=(page.grid) { (tongue.say("staff-figures-title")) } " › "
            (tongue.period(page.period))
        }
        h1 { (tongue.say(&format!("measure-{}", page.measure))) }
        p { (page.unit) " · " (tongue.period(page.period)) }
        (choice::filter(&action, &page.selects, &[], &tongue.say("staff-filter")))
        p class="count" {
            b { (tongue.say_count("staff-readings-count", count, &[])) }
            " · " a href=(page.csv) download { (tongue.say("staff-csv")) }
        }
        @if page.rows.is_empty() {
            p class="empty" { (tongue.say("staff-readings-empty")) }
        } @else { (readings(tongue, &page.measured_in, &page.rows)) }
    }
}

/// The values as a table.
pub(crate) fn readings(tongue: Tongue<'_>, measured_in: &str, rows: &[ReadingRow]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(tongue.say("staff-readings")) {
            table class="list cards" {
                caption { (tongue.say("staff-readings")) }
                thead { tr { @for column in COLUMNS {
                    th scope="col" class=[(column == "staff-column-value").then_some("n")] {
                        (tongue.say(column))
                    }
                } } }
                tbody { @for row in rows { (reading(tongue, measured_in, row)) } }
            }
        }
    }
}

fn reading(tongue: Tongue<'_>, measured_in: &str, row: &ReadingRow) -> Markup {
    let label = |column: usize| COLUMNS.get(column).map(|key| tongue.say(key));
    html! {
        tr class=[row.set_aside.then_some("set-aside")] {
            th scope="row" { (row.unit) }
            td data-label=[label(1)] { (tongue.period(row.period)) }
            td data-label=[label(2)] { (tongue.say(&format!("staff-reading-{}", row.sort))) }
            td class="number" data-label=[label(3)] {
                (tongue.measured(row.value, measured_in))
                @if row.set_aside { div { strong { (tongue.say("staff-reading-set-aside")) } } }
                @if let Some(note) = &row.note { div class="m" { (note) } }
            }
            td data-label=[label(4)] {
                (figures::origin_mark(tongue, row.origin))
                @if let Some(source) = &row.source {
                    div { (source::source(tongue, source)) }
                }
            }
            td class="day" data-label=[label(5)] { (tongue.date(row.effective_on)) }
            td data-label=[label(6)] { (tongue.date_time(row.recorded_at)) }
        }
    }
}

impl MeasurePage {
    /// A reading that is used and one that was set aside.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let period = Period::containing(
            jiff::civil::date(2016, 6, 30),
            kheo_core::period::PeriodLength::Half,
        );
        let row = ReadingRow {
            of: UnitId::new("bac-kan"),
            sort: "reading",
            unit: "Thành phố Bắc Kạn".into(),
            period,
            value: "345.45".parse().unwrap_or_default(),
            origin: "reported",
            source: Some("https://example.org/bao-cao".into()),
            note: Some("Cộng đúng với các phường, xã.".into()),
            set_aside: false,
            effective_on: jiff::civil::date(2016, 6, 30),
            recorded_at: Timestamp::UNIX_EPOCH,
        };
        let other = ReadingRow {
            of: UnitId::new("bac-kan"),
            sort: "plan",
            set_aside: true,
            origin: "demonstration",
            source: None,
            ..row.clone()
        };
        Self {
            measure: MeasureId::new("spring-rice-area"),
            measured_in: "hectare".into(),
            unit: "Thành phố Bắc Kạn".into(),
            period,
            selects: Vec::new(),
            rows: vec![row, other],
            grid: "/figures?period=2016-H1".into(),
            csv: "/figures/spring-rice-area?format=csv".into(),
        }
    }
}
