//! What was filled in of the fields of a case, as far as the reader may see it.

use std::collections::BTreeSet;

use kheo_core::case::{self, CaseKind, FieldValue, Filled, Privacy};
use kheo_core::id::{CaseCode, UnitId};
use kheo_words::Tongue;

/// How much a reader may see of a case.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight<'a> {
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

/// The fields that were answered, in the order of the kind: label and answer.
pub(crate) fn shown(
    tongue: Tongue<'_>,
    kind: &CaseKind,
    filled: &Filled,
    sight: Sight<'_>,
) -> Vec<(String, String)> {
    let seen = kind.fields.iter().filter(|field| match field.privacy {
        Privacy::Public => true,
        Privacy::Identity => sight.sees.knows(),
        Privacy::Office => sight.sees.works(),
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
        FieldValue::Chosen(chosen) => {
            let all = chosen.iter().map(|choice| tongue.say(&format!("choice-{choice}")));
            all.collect::<Vec<_>>().join("; ")
        }
    }
}
