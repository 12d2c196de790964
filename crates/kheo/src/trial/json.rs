//! A trial as data for programs.

use kheo_core::case::Standing;
use kheo_core::id::KindId;
use kheo_words::Lang;
use serde_json::{Map, Value, json};

use super::Trial;
use super::outcome::{OfKind, Standings, Stood};
use crate::cause::Cause;
use crate::failure::Failure;
use crate::refused;

impl Trial {
    pub(super) fn json(&self) -> Result<String, Failure> {
        let kinds: Vec<Value> =
            self.outcome.kinds.iter().map(|(kind, of_kind)| self.kind(kind, of_kind)).collect();
        let told = json!({
            "today": self.today,
            "calendar": self.rules.calendar.version(),
            "cases": self.outcome.cases(),
            "changed": self.outcome.changed(),
            "refused": self.outcome.refused(),
            "kinds": kinds,
        });
        serde_json::to_string_pretty(&told)
            .map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))
    }

    fn kind(&self, kind: &KindId, of_kind: &OfKind) -> Value {
        let clocks = of_kind.clocks.iter();
        let clocks: Map<String, Value> =
            clocks.map(|(clock, all)| (clock.to_string(), standings(all))).collect();
        let changed = of_kind.changed.iter().map(|one| {
            json!({
                "code": one.code,
                "clock": one.clock,
                "before": one.before.as_ref().map(stood),
                "after": one.after.as_ref().map(stood),
            })
        });
        let refused = of_kind.refused.iter().map(|one| {
            let why = |lang| refused::in_words(&one.why, self.words.in_lang(lang));
            json!({
                "code": one.code,
                "on": one.on,
                "action": one.action,
                "refusal": one.why.code(),
                "why": { "vi": why(Lang::Vi), "en": why(Lang::En) },
            })
        });
        json!({
            "kind": kind,
            "cases": of_kind.cases,
            "clocks": clocks,
            "changed": changed.collect::<Vec<_>>(),
            "refused": refused.collect::<Vec<_>>(),
        })
    }
}

fn standings(all: &Standings) -> Value {
    let counts = |counts: &std::collections::BTreeMap<Standing, usize>| {
        let count = |standing: Standing| {
            let count = counts.get(&standing).copied().unwrap_or_default();
            (standing.word().to_owned(), Value::from(count))
        };
        Standing::ALL.into_iter().map(count).collect::<Map<String, Value>>()
    };
    json!({ "before": counts(&all.before), "after": counts(&all.after) })
}

fn stood(one: &Stood) -> Value {
    json!({ "standing": one.standing.word(), "due_on": one.due_on, "stopped_on": one.stopped_on })
}
