//! Reads the measures of a pack.

use kheo_core::id::MeasureId;
use kheo_core::measure::{Good, Measure};
use kheo_core::period::PeriodLength;

use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::problem::Problem;
use crate::source::Name;

const LENGTHS: [(&str, PeriodLength); 4] = [
    ("month", PeriodLength::Month),
    ("quarter", PeriodLength::Quarter),
    ("half", PeriodLength::Half),
    ("year", PeriodLength::Year),
];

const GOODS: [(&str, Good); 3] =
    [("up", Good::Up), ("down", Good::Down), ("neither", Good::Neither)];

/// A measure as its file writes it.
pub(crate) struct MeasureText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) measured_in: Name<'s>,
    pub(crate) measure: Measure,
}

/// The measures of the file.
pub(crate) fn read<'s>(document: &Document<'s>, found: &Findings) -> Vec<MeasureText<'s>> {
    let mut file = document.fields(found);
    let all = file.tables("measure").into_iter().filter_map(|fields| measure(fields, found));
    let all = all.collect();
    file.must_have("measure");
    file.end();
    all
}

fn measure<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<MeasureText<'s>> {
    let id = fields.name("id");
    let measured_in = fields.name("measured_in");
    let period = fields.word("period", &LENGTHS);
    let adds_up = fields.required_flag("adds_up");
    let stock = fields.flag("stock");
    let good = fields.optional_word("good", &GOODS);
    let least = fields.quantity("least");
    let most = fields.quantity("most");
    fields.end();
    if let (Some(least), Some(most)) = (&least, &most)
        && least.value > most.value
    {
        let (least, most_text) = (least.value.to_string(), most.value.to_string());
        found.add(&most.at, Problem::LeastAboveMost { least, most: most_text });
    }
    let (id, measured_in) = (id?, measured_in?);
    let measure = Measure {
        id: MeasureId::new(id.value.clone()),
        measured_in: measured_in.value.clone(),
        period: period.unwrap_or(PeriodLength::Year),
        adds_up: adds_up.unwrap_or(false),
        stock: stock.unwrap_or(false),
        good: good.unwrap_or_default(),
        least: least.map(|least| least.value),
        most: most.map(|most| most.value),
    };
    Some(MeasureText { id, measured_in, measure })
}
