//! Units by bloc, and one unit.

use jiff::civil::Date;
use kheo_core::id::UnitId;
use kheo_core::quantity::Quantity;
use kheo_words::Tongue;
use maud::{Markup, html};

use crate::pages::staff::duties::{self, DutyLine};
use crate::parts::chip;
use crate::parts::{source, table};

/// All units.
#[derive(Debug, Clone)]
pub(crate) struct UnitsPage {
    /// The blocs with their units.
    pub(crate) blocs: Vec<(String, Vec<UnitLine>)>,
    pub(crate) csv: &'static str,
}

/// One unit in a list.
#[derive(Debug, Clone)]
pub(crate) struct UnitLine {
    pub(crate) id: UnitId,
    pub(crate) name: String,
    /// `ward`, `commune` and so on.
    pub(crate) kind: String,
    pub(crate) code: Option<String>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) successors: Vec<UnitLink>,
}

/// A unit by name.
#[derive(Debug, Clone)]
pub(crate) struct UnitLink {
    pub(crate) id: UnitId,
    pub(crate) name: String,
}

/// Something known of a unit.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) title: String,
    /// The value with what it is counted in.
    pub(crate) value: String,
    /// The records behind it.
    pub(crate) href: String,
    /// Whether any of them was made up for the demonstration.
    pub(crate) demonstration: bool,
}

/// One unit with what it holds and does.
#[derive(Debug, Clone)]
pub(crate) struct UnitPage {
    pub(crate) line: UnitLine,
    pub(crate) parent: Option<UnitLink>,
    pub(crate) predecessors: Vec<UnitLink>,
    pub(crate) population: Option<u32>,
    pub(crate) area: Option<Quantity>,
    pub(crate) source: Option<String>,
    /// Since when it counts as a remote area.
    pub(crate) remote_since: Option<Date>,
    /// Titles of its posts, with the role of each.
    pub(crate) posts: Vec<(String, &'static str)>,
    /// The period of the figures, in words.
    pub(crate) period: String,
    /// What it does, for a reader who may see it.
    pub(crate) work: Option<UnitWork>,
}

/// What a unit, with all below it, does.
#[derive(Debug, Clone)]
pub(crate) struct UnitWork {
    /// Tallies of its cases.
    pub(crate) cases: Vec<Known>,
    /// What the heads of it and of the units below owe in person this month.
    pub(crate) duties: Vec<DutyLine>,
    /// How many tasks it owes, and how many of them are done.
    pub(crate) tasks: (i64, i64),
    /// Its figures of the period.
    pub(crate) figures: Vec<Known>,
}

/// The list.
pub(crate) fn list(tongue: Tongue<'_>, page: &UnitsPage) -> Markup {
    let all: usize = page.blocs.iter().map(|(_, units)| units.len()).sum();
    let count = i64::try_from(all).unwrap_or(i64::MAX);
    html! {
        h1 { (tongue.say("staff-units-title")) }
        p class="count" {
            b { (tongue.say_count("staff-units-count", count, &[])) }
            " · " a href=(page.csv) download { (tongue.say("staff-csv")) }
        }
        @for (bloc, units) in &page.blocs {
            section class="group" { (of_bloc(tongue, bloc, units)) }
        }
    }
}

const COLUMNS: [&str; 4] =
    ["staff-column-unit", "staff-column-code", "staff-column-life", "staff-column-successors"];

fn of_bloc(tongue: Tongue<'_>, bloc: &str, units: &[UnitLine]) -> Markup {
    let title = tongue.say(&format!("staff-bloc-{bloc}"));
    let rows = html! { @for unit in units { (row(tongue, unit)) } };
    table::list(tongue, &title, &html! { caption { (title) } }, &COLUMNS, &rows)
}

fn row(tongue: Tongue<'_>, unit: &UnitLine) -> Markup {
    html! {
        tr {
            th scope="row" {
                (link(&UnitLink { id: unit.id.clone(), name: unit.name.clone() }))
                div class="m" { (tongue.say(&format!("staff-unit-kind-{}", unit.kind))) }
            }
            td data-label=(tongue.say(COLUMNS[1])) { (unit.code.as_deref().unwrap_or_default()) }
            td data-label=(tongue.say(COLUMNS[2])) { (life(tongue, unit)) }
            td data-label=(tongue.say(COLUMNS[3])) { (links(&unit.successors)) }
        }
    }
}

fn link(unit: &UnitLink) -> Markup {
    html! { a href=(format!("/units/{}", unit.id)) { (unit.name) } }
}

fn links(units: &[UnitLink]) -> Markup {
    html! {
        @for (index, unit) in units.iter().enumerate() {
            @if index > 0 { ", " }
            (link(unit))
        }
    }
}

fn life(tongue: Tongue<'_>, unit: &UnitLine) -> String {
    let since = unit.since.map(|day| tongue.date(day));
    match (since, unit.until.map(|day| tongue.date(day))) {
        (None, None) => tongue.say("staff-life-open"),
        (Some(since), None) => tongue.say_with("staff-life-since", &[("since", &since)]),
        (None, Some(until)) => tongue.say_with("staff-life-until", &[("until", &until)]),
        (Some(since), Some(until)) => {
            tongue.say_with("staff-life-both", &[("since", &since), ("until", &until)])
        }
    }
}

/// One unit.
pub(crate) fn unit(tongue: Tongue<'_>, page: &UnitPage) -> Markup {
    html! {
        p class="quiet crumbs" {
            a href="/units" { (tongue.say("staff-units-title")) } " › " (page.line.name)
        }
        h1 { (page.line.name) }
        div class="cols" {
            div {
                @if let Some(known) = &page.work { (work(tongue, page, known)) } @else {
                    p class="quiet" { (tongue.say("staff-unit-not-yours")) }
                }
            }
            aside { (facts(tongue, page)) (posts(tongue, page)) }
        }
    }
}

fn facts(tongue: Tongue<'_>, page: &UnitPage) -> Markup {
    let persons = page.population.map(|n| tongue.say_count("staff-persons", i64::from(n), &[]));
    html! {
        section class="card" {
            h2 { (tongue.say("staff-unit-facts")) }
            dl class="facts" {
                dt { (tongue.say("staff-column-kind")) }
                dd { (tongue.say(&format!("staff-unit-kind-{}", page.line.kind))) }
                @if let Some(code) = &page.line.code {
                    dt { (tongue.say("staff-column-code")) } dd { (code) }
                }
                dt { (tongue.say("staff-column-life")) } dd { (life(tongue, &page.line)) }
                @if let Some(parent) = &page.parent {
                    dt { (tongue.say("staff-unit-parent")) } dd { (link(parent)) }
                }
                @if let Some(persons) = persons {
                    dt { (tongue.say("staff-unit-population")) } dd { (persons) }
                }
                @if let Some(area) = page.area {
                    dt { (tongue.say("staff-unit-area")) } dd { (tongue.number(area)) " km²" }
                }
                @if let Some(since) = page.remote_since {
                    dt { (tongue.say("staff-unit-remote-since")) } dd { (tongue.date(since)) }
                }
                @if !page.predecessors.is_empty() {
                    dt { (tongue.say("staff-unit-predecessors")) } dd { (links(&page.predecessors)) }
                }
                @if !page.line.successors.is_empty() {
                    dt { (tongue.say("staff-column-successors")) }
                    dd { (links(&page.line.successors)) }
                }
            }
            @if let Some(source) = &page.source {
                p { (source::source(tongue, source)) }
            }
        }
    }
}

fn posts(tongue: Tongue<'_>, page: &UnitPage) -> Markup {
    html! {
        section class="card" {
            h2 { (tongue.say("staff-unit-posts")) }
            @if page.posts.is_empty() { p class="quiet" { (tongue.say("staff-unit-no-posts")) } }
            ul class="plain" { @for (title, role) in &page.posts {
                li { (title) div class="m" { (tongue.say(&format!("staff-role-{role}"))) } }
            } }
        }
    }
}

fn work(tongue: Tongue<'_>, page: &UnitPage, known: &UnitWork) -> Markup {
    let (tasks, done) = known.tasks;
    let tasks_href = format!("/tasks?unit={}", page.line.id);
    let done = done.to_string();
    html! {
        section class="card" {
            h2 { (tongue.say("staff-unit-cases")) " · " (page.period) }
            (all_known(tongue, &known.cases))
        }
        (duties::section(tongue, &known.duties))
        section class="card" {
            h2 { (tongue.say("staff-tasks-title")) }
            p { a href=(tasks_href) {
                (tongue.say_count("staff-unit-tasks", tasks, &[("done", &done)]))
            } }
        }
        section class="card" {
            h2 { (tongue.say("staff-figures-title")) " · " (page.period) }
            @if known.figures.is_empty() { p class="quiet" { (tongue.say("staff-figures-empty")) } }
            (all_known(tongue, &known.figures))
        }
    }
}

fn all_known(tongue: Tongue<'_>, all: &[Known]) -> Markup {
    html! {
        dl class="facts" { @for known in all {
            dt { (known.title) }
            dd {
                a href=(known.href) { (known.value) } " "
                @if known.demonstration { (chip::demonstration(tongue)) }
            }
        } }
    }
}

impl UnitPage {
    /// A unit with everything known of it.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let known = |title: &str, value: &str, href: &str| Known {
            title: title.into(),
            value: value.into(),
            href: href.into(),
            demonstration: true,
        };
        let link = |id: &str, name: &str| UnitLink { id: UnitId::new(id), name: name.into() };
        Self {
            line: UnitLine {
                id: UnitId::new("song-cau"),
                name: "Phường Sông Cầu".into(),
                kind: "ward".into(),
                code: Some("01837".into()),
                since: Some(jiff::civil::date(1990, 9, 6)),
                until: Some(jiff::civil::date(2025, 6, 30)),
                successors: vec![link("duc-xuan-2025", "Phường Đức Xuân")],
            },
            parent: Some(link("bac-kan", "Thành phố Bắc Kạn")),
            predecessors: vec![link("x", "Thị trấn Bắc Kạn")],
            population: Some(10_243),
            area: "4.24".parse().ok(),
            source: Some("Nghị quyết 892 https://example.org/ ; xem thêm".into()),
            remote_since: Some(jiff::civil::date(2012, 7, 1)),
            posts: vec![("Chủ tịch UBND phường".into(), "head")],
            period: "6 tháng đầu năm 2016".into(),
            work: Some(UnitWork {
                cases: vec![known("Tiếp nhận", "96 đơn", "/cases?metric=received")],
                duties: vec![DutyLine::sample()],
                tasks: (3, 1),
                figures: vec![known("Lúa", "12 ha", "/figures/spring-rice-area")],
            }),
        }
    }
}

impl UnitsPage {
    /// A list of one unit.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let unit = UnitPage::sample().line;
        Self { blocs: vec![("government".into(), vec![unit])], csv: "/units?format=csv" }
    }
}
