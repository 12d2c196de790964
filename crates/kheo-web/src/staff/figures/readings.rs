//! The readings and plans of a measure, with where each comes from.

use axum::response::Response;
use kheo_core::id::{MeasureId, UnitId};
use kheo_core::measure::{Measure, Plan, Reading};
use kheo_core::period::Period;
use kheo_store::Recorded;
use kheo_store::measure::{plans_of, readings_of};
use kheo_words::{Lang, Tongue};

use crate::directory::Directory;
use crate::pages::staff::figures::origin_words;
use crate::pages::staff::measure::ReadingRow;
use crate::problem::Problem;
use crate::staff::csv::Sheet;
use crate::visit::Visit;

/// All values of `measure` for `unit` and those below: reported, planned, and reported a year earlier.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn read(
    visit: &Visit,
    directory: &Directory,
    measure: &MeasureId,
    unit: &UnitId,
    period: Period,
) -> Result<Vec<ReadingRow>, Problem> {
    let (measure, unit) = (measure.clone(), unit.clone());
    let read = visit.app.db.read(move |r| {
        let readings = readings_of(r, &measure, &unit, period)?;
        Ok((readings, plans_of(r, &measure, &unit, period)?))
    });
    let (readings, plans) = read.await?;
    let earlier = period.year_before().last();
    let mut rows: Vec<ReadingRow> = readings
        .iter()
        .map(|found| {
            let before = found.what.period.contains(earlier);
            reading(directory, visit.lang, found, if before { "before" } else { "reading" })
        })
        .collect();
    rows.extend(plans.iter().map(|found| plan(directory, visit.lang, found)));
    Ok(rows)
}

fn reading(
    directory: &Directory,
    lang: Lang,
    found: &Recorded<Reading>,
    sort: &'static str,
) -> ReadingRow {
    let reading = &found.what;
    ReadingRow {
        of: reading.unit.clone(),
        sort,
        unit: directory.unit(&reading.unit, lang),
        period: reading.period,
        value: reading.value,
        origin: reading.origin.word(),
        source: reading.origin.source().map(str::to_owned),
        note: in_lang(lang, reading.note.as_deref(), reading.note_en.as_deref()),
        set_aside: reading.set_aside,
        effective_on: found.effective_on,
        recorded_at: found.recorded_at,
    }
}

fn plan(directory: &Directory, lang: Lang, found: &Recorded<Plan>) -> ReadingRow {
    let plan = &found.what;
    ReadingRow {
        of: plan.unit.clone(),
        sort: "plan",
        unit: directory.unit(&plan.unit, lang),
        period: plan.period,
        value: plan.value,
        origin: plan.origin.word(),
        source: plan.origin.source().map(str::to_owned),
        note: in_lang(lang, plan.note.as_deref(), plan.note_en.as_deref()),
        set_aside: false,
        effective_on: found.effective_on,
        recorded_at: found.recorded_at,
    }
}

fn in_lang(lang: Lang, vi: Option<&str>, en: Option<&str>) -> Option<String> {
    let note = match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    note.map(str::to_owned)
}

const COLUMNS: [&str; 12] = [
    "staff-column-measure",
    "staff-column-measured-in",
    "staff-column-unit",
    "staff-column-period",
    "staff-column-sort",
    "staff-column-value",
    "staff-column-origin",
    "staff-column-source",
    "staff-column-set-aside",
    "staff-column-note",
    "staff-column-effective",
    "staff-column-recorded",
];

/// The values as a file.
pub(crate) fn file(tongue: Tongue<'_>, measure: &Measure, rows: &[ReadingRow]) -> Response {
    let mut sheet = Sheet::new(tongue, &COLUMNS);
    let name = tongue.say(&format!("measure-{}", measure.id));
    for row in rows {
        let set_aside = tongue.say(if row.set_aside { "staff-yes" } else { "staff-no" });
        sheet.row([
            name.as_str(),
            &tongue.counted_in(&measure.measured_in),
            &row.unit,
            &row.period.to_string(),
            &tongue.say(&format!("staff-reading-{}", row.sort)),
            &row.value.to_string(),
            &origin_words(tongue, row.origin),
            row.source.as_deref().unwrap_or_default(),
            &set_aside,
            row.note.as_deref().unwrap_or_default(),
            &row.effective_on.to_string(),
            &row.recorded_at.to_string(),
        ]);
    }
    sheet.into_file(measure.id.as_str())
}
