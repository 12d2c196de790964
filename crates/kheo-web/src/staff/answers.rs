//! What was filled in of the fields of a case, as far as the reader may see it.

use std::collections::BTreeSet;

use kheo_core::case::{self, CaseKind, FieldValue, Filled, Privacy};
use kheo_core::id::{CaseCode, UnitId};
use kheo_words::Tongue;

/// What a reader reads of what was written and filled in for a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// The kind of the case.
    pub(crate) kind: &'a CaseKind,
    /// How much the rules let the reader see of it.
    pub(crate) sees: case::Sight,
    /// The unit of the reader: what it did itself before it sent the case on, its staff read on.
    pub(crate) unit: &'a UnitId,
    /// Later cases of the same matter whose petitioner is sealed to the reader: to name one would tell
    /// who brought it.
    pub(crate) sealed: &'a BTreeSet<CaseCode>,
}

/// The fields that were answered, in the order of the kind: label and answer. What the office fills in, those
/// who work on the case read, and who filled it in themselves: `own`.
pub(crate) fn shown(
    tongue: Tongue<'_>,
    filled: &Filled,
    reading: Reading<'_>,
    own: bool,
) -> Vec<(String, String)> {
    let seen = reading.kind.fields.iter().filter(|field| match field.privacy {
        Privacy::Public => true,
        Privacy::Identity => reading.sees.knows(),
        Privacy::Office => reading.sees.works() || own,
    });
    seen.filter_map(|field| {
        let value = filled.get(&field.id)?;
        Some((tongue.say(&format!("field-{}", field.id)), words(tongue, value)))
    })
    .collect()
}

/// An answer in words.
pub(crate) fn words(tongue: Tongue<'_>, value: &FieldValue) -> String {
    match value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Number(number) => tongue.number(*number),
        FieldValue::Day(day) => tongue.date(*day),
        FieldValue::Chosen(chosen) if chosen.is_empty() => tongue.say("answer-none-chosen"),
        FieldValue::Chosen(chosen) => {
            let all = chosen.iter().map(|choice| tongue.say(&format!("choice-{choice}")));
            all.collect::<Vec<_>>().join("; ")
        }
    }
}
