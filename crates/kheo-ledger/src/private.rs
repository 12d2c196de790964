//! The part of an entry that can be erased, committed to field by field, so that a receipt can tell
//! some of it and keep the rest.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::hash::{Commitment, Committing, Salt, in_hexadecimal};

/// One field of the part that can be erased: told, or only its commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Field {
    /// What it says, as JSON, and the salt that proves it.
    Told {
        /// The value as it stands in the entry.
        value: String,
        /// The salt of this field alone.
        #[serde(with = "in_hexadecimal")]
        salt: Salt,
    },
    /// That it is there, but not what it says.
    Kept {
        /// What stands for it.
        #[serde(with = "in_hexadecimal")]
        commitment: Commitment,
    },
}

impl Field {
    fn commitment(&self, name: &str) -> Commitment {
        match self {
            Self::Told { value, salt } => of_field(salt, name, value),
            Self::Kept { commitment } => *commitment,
        }
    }
}

/// The fields of the part that can be erased, by name.
pub type Fields = BTreeMap<String, Field>;

/// The fields of the JSON object `text` under the salt of the whole part; those that `tells` names are
/// told, the others kept. What is no object is one field without a name.
#[must_use]
pub fn fields(salt: &Salt, text: &str, tells: &[&str]) -> Fields {
    let parts: BTreeMap<String, Box<RawValue>> = serde_json::from_str(text).unwrap_or_default();
    let mut values: BTreeMap<String, String> =
        parts.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect();
    if values.is_empty() {
        values.insert(String::new(), text.to_owned());
    }
    let field = |(name, value): (String, String)| {
        let salt = of_name(salt, &name);
        let field = if tells.contains(&name.as_str()) {
            Field::Told { value, salt }
        } else {
            Field::Kept { commitment: of_field(&salt, &name, &value) }
        };
        (name, field)
    };
    values.into_iter().map(field).collect()
}

/// The commitment of the part that can be erased together with its salt.
///
/// - Format: SHA-256 over the domain `kheo-private-2` and every field in the order of the names: its
///   name, and its own commitment under a salt made of the salt of the part and the name.
#[must_use]
pub fn commit_private(salt: &Salt, text: &str) -> Commitment {
    // Names are written plainly; one that is not cannot be borrowed.
    match serde_json::from_str::<BTreeMap<&str, &RawValue>>(text) {
        Ok(parts) if !parts.is_empty() => commit_named(
            parts
                .into_iter()
                .map(|(name, value)| (name, of_field(&of_name(salt, name), name, value.get()))),
        ),
        _ => commit_fields(&fields(salt, text, &[])),
    }
}

/// [`commit_private`] of fields of which some are only known by their commitment.
#[must_use]
pub fn commit_fields(fields: &Fields) -> Commitment {
    commit_named(fields.iter().map(|(name, field)| (name.as_str(), field.commitment(name))))
}

fn commit_named<'f>(fields: impl Iterator<Item = (&'f str, Commitment)>) -> Commitment {
    let committing = Committing::new("kheo-private-2");
    let with =
        |all: Committing, (name, field): (&str, Commitment)| all.with(name.as_bytes()).with(&field);
    fields.fold(committing, with).done()
}

fn of_name(salt: &Salt, name: &str) -> Salt {
    Committing::new("kheo-field-salt-1").with(salt).with(name.as_bytes()).done()
}

fn of_field(salt: &Salt, name: &str, value: &str) -> Commitment {
    let committing = Committing::new("kheo-field-1").with(salt);
    committing.with(name.as_bytes()).with(value.as_bytes()).done()
}

/// How entries of earlier programs committed to the part that can be erased, as a whole.
///
/// - Format: SHA-256 over the domain `kheo-private-1`, the salt and the text, each with its length.
#[must_use]
pub fn commit_private_whole(salt: &Salt, text: &str) -> Commitment {
    Committing::new("kheo-private-1").with(salt).with(text.as_bytes()).done()
}
