//! A difference of rules as data for programs.

use kheo_core::rules::{Change, Concern, Fate, Presence, Said, VersionChange};
use kheo_words::Lang;
use serde_json::{Value, json};

use super::Compared;
use super::wording::Reworded;
use crate::cause::Cause;
use crate::failure::Failure;

impl Compared {
    /// The whole difference; what is said stands in both languages.
    pub(super) fn json(&self) -> Result<String, Failure> {
        let versions: Vec<Value> =
            self.difference.versions.iter().map(|version| self.version(version)).collect();
        let rest = self.difference.rest.iter();
        let rest: Vec<Value> =
            rest.map(|change| self.change(change, change.aspect.concerns)).collect();
        let words = self.reworded.iter().map(|Reworded { key, lang, before, after }| {
            json!({ "key": key, "lang": lang, "before": before, "after": after })
        });
        let words: Vec<Value> = words.collect();
        let told = json!({
            "before": self.before,
            "after": self.after,
            "concerning_running": self.difference.concerning_running(),
            "versions": versions,
            "rest": rest,
            "words": words,
        });
        serde_json::to_string_pretty(&told)
            .map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))
    }

    fn version(&self, version: &VersionChange) -> Value {
        let (fate, instead_of) = match version.fate {
            Fate::New { instead_of } => ("new", instead_of),
            Fate::Changed => ("changed", None),
            Fate::Gone => ("gone", None),
        };
        let changes = version.changes.iter();
        let changes: Vec<Value> =
            changes.map(|change| self.change(change, version.concern(change))).collect();
        json!({
            "kind": version.kind,
            "from": version.from,
            "fate": fate,
            "instead_of": instead_of,
            "changes": changes,
        })
    }

    fn change(&self, change: &Change, concern: Concern) -> Value {
        let presence = match change.presence {
            Presence::New => "new",
            Presence::Gone => "gone",
            Presence::Kept => "kept",
        };
        json!({
            "item": change.item.word(),
            "name": change.item.name(),
            "presence": presence,
            "aspect": change.aspect.word,
            "circumstances": change.aspect.under,
            "concerns": concern.word(),
            "before": change.before.as_ref().map(|said| self.in_both(said, true)),
            "after": change.after.as_ref().map(|said| self.in_both(said, false)),
        })
    }

    fn in_both(&self, said: &Said, before: bool) -> Value {
        let said = |lang| {
            let telling = self.telling(lang);
            if before { telling.said_before(said) } else { telling.said_after(said) }
        };
        json!({ "vi": said(Lang::Vi), "en": said(Lang::En) })
    }
}
