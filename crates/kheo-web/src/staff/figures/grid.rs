//! The grid of figures: measures down, units across.

use std::collections::BTreeSet;

use axum::response::Response;
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::measure::Measure;
use kheo_core::quantity::Quantity;
use kheo_core::review::{FigureRef, Figures};
use kheo_core::rules::Rules;
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;
use crate::pages::staff::figures::{Cell, MeasureRow, origin_words};
use crate::staff::csv::Sheet;
use crate::staff::figures::behind;

/// The grid.
pub(crate) struct Grid {
    /// The units of the columns, the whole first.
    pub(crate) units: Vec<String>,
    pub(crate) rows: Vec<MeasureRow>,
}

/// The grid of a unit and those directly below it that have figures; of one `area`, unless it is
/// empty.
pub(crate) fn of(
    rules: &Rules,
    directory: &Directory,
    lang: Lang,
    known: &Figures,
    area: &str,
) -> Grid {
    let wanted = of_area(rules, area);
    let measures = rules.measures.values().filter(|measure| wanted.contains(&measure.id));
    let units: Vec<&UnitId> = std::iter::once(&known.unit).chain(known.reporting()).collect();
    let rows = measures.map(|measure| MeasureRow {
        measure: measure.id.clone(),
        measured_in: measure.measured_in.clone(),
        cells: units.iter().map(|unit| cell(known, unit, measure)).collect(),
    });
    Grid {
        units: units.iter().map(|unit| directory.unit(unit, lang)).collect(),
        rows: rows.filter(|row| row.cells.iter().any(is_known)).collect(),
    }
}

fn is_known(cell: &Cell) -> bool {
    cell.done.is_some() || cell.planned.is_some() || cell.before.is_some()
}

/// The measures that the paragraphs of a section name; all of them for no section.
fn of_area(rules: &Rules, area: &str) -> BTreeSet<MeasureId> {
    if area.is_empty() {
        return rules.measures.keys().cloned().collect();
    }
    let paragraphs = rules.review.paragraphs.iter().filter(|paragraph| paragraph.section == area);
    let named =
        paragraphs.flat_map(|paragraph| &paragraph.sentences).flat_map(|s| s.figures.values());
    named
        .filter_map(|reference| match reference {
            FigureRef::Reading(id)
            | FigureRef::Plan(id)
            | FigureRef::Percent(id)
            | FigureRef::Before(id) => Some(id.clone()),
            _ => None,
        })
        .collect()
}

fn cell(known: &Figures, unit: &UnitId, measure: &Measure) -> Cell {
    let done = known.done(unit, measure);
    Cell {
        done: done.as_ref().map(|figure| figure.value),
        planned: known.planned(unit, measure).map(|figure| figure.value),
        before: known.before(unit, measure).map(|figure| figure.value),
        origin: done.as_ref().map_or("entered", |figure| figure.origin.word()),
        summed: done.is_some_and(|figure| figure.computed),
        href: behind(&measure.id, unit, known.period),
    }
}

const COLUMNS: [&str; 7] = [
    "staff-column-measure",
    "staff-column-measured-in",
    "staff-column-unit",
    "staff-column-done",
    "staff-column-plan",
    "staff-column-before",
    "staff-column-origin",
];

/// The grid as a file: one row for each cell that is known.
pub(crate) fn file(tongue: Tongue<'_>, grid: &Grid) -> Response {
    let mut sheet = Sheet::new(tongue, &COLUMNS);
    let number = |value: Option<Quantity>| value.map(|n| n.to_string()).unwrap_or_default();
    for row in &grid.rows {
        let measure = tongue.say(&format!("measure-{}", row.measure));
        let counted_in = tongue.counted_in(&row.measured_in);
        for (unit, cell) in grid.units.iter().zip(&row.cells).filter(|(_, cell)| is_known(cell)) {
            let origin = cell.done.map(|_| origin_words(tongue, cell.origin)).unwrap_or_default();
            sheet.row([
                measure.as_str(),
                &counted_in,
                unit,
                &number(cell.done),
                &number(cell.planned),
                &number(cell.before),
                &origin,
            ]);
        }
    }
    sheet.into_file("figures")
}
