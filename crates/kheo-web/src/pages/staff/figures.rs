//! The figures of a period: unit by measure, plan beside done beside last period.

use kheo_core::id::MeasureId;
use kheo_core::period::Period;
use kheo_core::quantity::Quantity;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::choice::{self, Select};

/// Everything on the page.
#[derive(Debug, Clone)]
pub(crate) struct FiguresPage {
    pub(crate) period: Period,
    pub(crate) selects: Vec<Select>,
    /// The units of the columns, the whole first.
    pub(crate) units: Vec<String>,
    pub(crate) rows: Vec<MeasureRow>,
    pub(crate) csv: String,
}

/// One measure over all units.
#[derive(Debug, Clone)]
pub(crate) struct MeasureRow {
    pub(crate) measure: MeasureId,
    pub(crate) measured_in: String,
    pub(crate) cells: Vec<Cell>,
}

/// One measure of one unit.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) done: Option<Quantity>,
    pub(crate) planned: Option<Quantity>,
    pub(crate) before: Option<Quantity>,
    /// The origin of what was done: `reported`, `demonstration`, `entered`.
    pub(crate) origin: &'static str,
    /// Whether it is a sum of the units below.
    pub(crate) summed: bool,
    /// The readings behind it.
    pub(crate) href: String,
}

/// The page.
pub(crate) fn page(tongue: Tongue<'_>, figures: &FiguresPage) -> Markup {
    let period = tongue.period(figures.period);
    html! {
        h1 { (tongue.say("staff-figures-title")) }
        (choice::filter("/figures", &figures.selects, &[], &tongue.say("staff-filter")))
        p class="count" {
            b { (tongue.say_count("staff-figures-count", count(&figures.rows), &[])) }
            " · " a href=(figures.csv) download { (tongue.say("staff-csv")) }
        }
        @if figures.rows.is_empty() {
            p class="empty" { (tongue.say("staff-figures-empty")) }
        } @else {
            p class="quiet" { (tongue.say("staff-figures-help")) }
            div class="scroll" tabindex="0" role="region" aria-label=(period) {
                table class="grid" {
                    caption { (period) }
                    thead { tr {
                        th scope="col" { (tongue.say("staff-column-measure")) }
                        @for unit in &figures.units { th scope="col" { (unit) } }
                    } }
                    tbody { @for row in &figures.rows { (measure(tongue, row)) } }
                }
            }
        }
    }
}

fn count(rows: &[MeasureRow]) -> i64 {
    let known = rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.done.is_some());
    i64::try_from(known.count()).unwrap_or(i64::MAX)
}

fn measure(tongue: Tongue<'_>, row: &MeasureRow) -> Markup {
    html! {
        tr {
            th scope="row" { (tongue.say(&format!("measure-{}", row.measure))) }
            @for cell in &row.cells { td { (cell_of(tongue, &row.measured_in, cell)) } }
        }
    }
}

fn cell_of(tongue: Tongue<'_>, measured_in: &str, cell: &Cell) -> Markup {
    html! {
        @match cell.done {
            Some(done) => {
                a href=(cell.href) { (tongue.measured(done, measured_in)) } " "
                (origin_mark(tongue, cell.origin))
            },
            None => span class="quiet" { "–" },
        }
        @if let Some(planned) = cell.planned {
            div class="m" {
                (tongue.say_with("staff-figure-plan", &[("n", &tongue.number(planned))]))
                @if let Some(percent) = cell.done.and_then(|done| done.percent_of(planned)) {
                    " (" (tongue.measured(percent, "percent")) ")"
                }
            }
        }
        @if let Some(before) = cell.before {
            div class="m" {
                (tongue.say_with("staff-figure-before", &[("n", &tongue.number(before))]))
            }
        }
        @if cell.summed { div class="m" { (tongue.say("staff-figure-summed")) } }
    }
}

/// The origin of a figure, as a chip with its word.
pub(crate) fn origin_mark(tongue: Tongue<'_>, origin: &str) -> Markup {
    let class = match origin {
        "demonstration" => "chip demo",
        "reported" | "derived" => "chip rep",
        _ => "chip",
    };
    html! { span class=(class) { (origin_words(tongue, origin)) } }
}

/// Where a value comes from, in words.
pub(crate) fn origin_words(tongue: Tongue<'_>, origin: &str) -> String {
    tongue.say(match origin {
        "demonstration" => "chip-demonstration",
        "reported" => "staff-origin-reported",
        "derived" => "chip-derived",
        _ => "staff-origin-entered",
    })
}

impl FiguresPage {
    /// A measure with everything and one with nothing.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let cell = Cell {
            done: "345.45".parse().ok(),
            planned: "300".parse().ok(),
            before: "335".parse().ok(),
            origin: "reported",
            summed: true,
            href: "/figures/spring-rice-area?unit=bac-kan&period=2016-H1".into(),
        };
        Self {
            period: Period::containing(
                jiff::civil::date(2016, 6, 30),
                kheo_core::period::PeriodLength::Half,
            ),
            selects: Vec::new(),
            units: vec!["Thành phố Bắc Kạn".into(), "Xã Dương Quang".into()],
            rows: vec![MeasureRow {
                measure: MeasureId::new("spring-rice-area"),
                measured_in: "hectare".into(),
                cells: vec![cell, Cell::default()],
            }],
            csv: "/figures?format=csv".into(),
        }
    }
}
