//! What stands in an entry of an event, read as one.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, MapAccess};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Error};

/// The event of that kind with that payload, which may hold its private part.
pub(super) fn read<'e, T: Deserialize<'e>>(kind: &'e str, payload: &'e str) -> Result<T, Error> {
    let parts = Parts { kind: Some(kind), payload: Some(payload) };
    T::deserialize(MapAccessDeserializer::new(parts))
}

/// The payload with the private part in it, under `name`.
pub(super) fn whole<'e>(payload: &'e str, private: Option<&RawValue>, name: &str) -> Cow<'e, str> {
    match (private, payload.trim_end().strip_suffix('}').map(str::trim_end)) {
        (Some(private), Some(fields)) => {
            let comma = if fields.trim_start() == "{" { "" } else { "," };
            format!(r#"{fields}{comma}"{name}":{private}}}"#).into()
        }
        _ => payload.into(),
    }
}

/// The map that serde writes of an event, a name and a value after the other.
struct Parts<'e> {
    kind: Option<&'e str>,
    payload: Option<&'e str>,
}

impl<'e> MapAccess<'e> for Parts<'e> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'e>>(&mut self, key: K) -> Result<Option<K::Value>, Error> {
        let name = match (self.kind, self.payload) {
            (Some(_), _) => "kind",
            (None, Some(_)) => "payload",
            (None, None) => return Ok(None),
        };
        key.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'e>>(&mut self, value: V) -> Result<V::Value, Error> {
        if let Some(kind) = self.kind.take() {
            return value.deserialize(BorrowedStrDeserializer::new(kind));
        }
        let mut json = Deserializer::from_str(self.payload.take().unwrap_or_default());
        let value = value.deserialize(&mut json)?;
        json.end()?;
        Ok(value)
    }
}
