//! A trial in sentences and a table.

use std::collections::BTreeMap;

use kheo_core::case::Standing;
use kheo_core::id::{ClockId, KindId};
use kheo_words::{Lang, Tongue};

use super::Trial;
use super::outcome::{Changed, OfKind, Refused, Standings, Stood};
use crate::refused;

/// The words of the packs that are tried, and of those inside for what these do not name.
#[derive(Clone, Copy)]
struct Telling<'w> {
    tongue: Tongue<'w>,
    inside: Tongue<'w>,
}

impl Trial {
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let telling =
            Telling { tongue: self.words.in_lang(lang), inside: self.words_inside.in_lang(lang) };
        let tongue = telling.tongue;
        let (day, version) = (tongue.date(self.today), self.rules.calendar.version());
        let said = [("day", day.as_str()), ("version", version)];
        if self.outcome.kinds.is_empty() {
            return vec![tongue.say("trial-none")];
        }
        let mut lines = vec![counted("trial-of", self.outcome.cases(), &said, tongue)];
        for (kind, of_kind) in &self.outcome.kinds {
            lines.push(String::new());
            lines.extend(telling.of_kind(kind, of_kind));
        }
        lines.push(String::new());
        lines.push(counted("trial-changed", self.outcome.changed(), &[], tongue));
        if self.outcome.refused() > 0 {
            lines.push(counted("trial-refused", self.outcome.refused(), &[], tongue));
        }
        lines.push(tongue.say("trial-nothing-written"));
        lines
    }
}

fn counted(key: &str, count: usize, variables: &[(&str, &str)], tongue: Tongue<'_>) -> String {
    tongue.say_count(key, i64::try_from(count).unwrap_or(i64::MAX), variables)
}

impl Telling<'_> {
    /// The name of a kind, a clock or an action; its id where nobody has words for it.
    fn name(self, family: &str, id: &str) -> String {
        let key = format!("{family}-{id}");
        let known = [self.tongue, self.inside].into_iter().find(|tongue| tongue.has(&key));
        known.map_or_else(|| id.to_owned(), |tongue| tongue.say(&key))
    }

    fn of_kind(self, kind: &KindId, of_kind: &OfKind) -> Vec<String> {
        let (tongue, name) = (self.tongue, self.name("kind", kind.as_str()));
        let mut lines = vec![counted("trial-kind", of_kind.cases, &[("kind", &name)], tongue)];
        lines.extend(of_kind.clocks.iter().flat_map(|(clock, all)| self.table(clock, all)));
        if !of_kind.changed.is_empty() {
            lines.push(format!("  {}", tongue.say("trial-changed-list")));
            lines.extend(of_kind.changed.iter().map(|one| format!("    {}", self.changed(one))));
        }
        if !of_kind.refused.is_empty() {
            lines.push(format!("  {}", tongue.say("trial-refused-list")));
            lines.extend(of_kind.refused.iter().map(|one| format!("    {}", self.not_run(one))));
        }
        lines
    }

    /// How many runs of a clock stand how, before and after, a line for each standing that occurs.
    fn table(self, clock: &ClockId, all: &Standings) -> Vec<String> {
        let tongue = self.tongue;
        let name = self.name("clock", clock.as_str());
        let head = tongue.say_with("trial-clock", &[("clock", &name)]);
        let mut lines = vec![format!("  {head}")];
        for standing in Standing::ALL {
            let count = |counts: &BTreeMap<Standing, usize>| {
                counts.get(&standing).copied().unwrap_or_default().to_string()
            };
            let (before, after) = (count(&all.before), count(&all.after));
            if before != "0" || after != "0" {
                let standing = tongue.say(&format!("trial-{}", standing.word()));
                let row = [("standing", standing.as_str()), ("before", &before), ("after", &after)];
                lines.push(format!("    {}", tongue.say_with("trial-row", &row)));
            }
        }
        lines
    }

    fn changed(self, one: &Changed) -> String {
        let tongue = self.tongue;
        let stood = |stood: &Option<Stood>| match stood {
            None => tongue.say("trial-does-not-run"),
            Some(Stood { standing, due_on, .. }) => {
                let (standing, due) =
                    (tongue.say(&format!("trial-{}", standing.word())), tongue.date(*due_on));
                tongue.say_with("trial-stood", &[("standing", &standing), ("due", &due)])
            }
        };
        let stopped =
            [&one.after, &one.before].into_iter().flatten().find_map(|one| one.stopped_on);
        let stopped = match stopped {
            Some(day) => tongue.say_with("trial-stopped", &[("day", &tongue.date(day))]),
            None => tongue.say("trial-not-stopped"),
        };
        let clock = self.name("clock", one.clock.as_str());
        let (before, after) = (stood(&one.before), stood(&one.after));
        tongue.say_with(
            "trial-case",
            &[
                ("code", one.code.as_str()),
                ("clock", &clock),
                ("stopped", &stopped),
                ("before", &before),
                ("after", &after),
            ],
        )
    }

    fn not_run(self, one: &Refused) -> String {
        let tongue = self.tongue;
        let action = one.action.as_ref().map(|action| self.name("action", action.as_str()));
        let action = action.unwrap_or_else(|| tongue.say("changed-deed-registration"));
        let (day, why) = (tongue.date(one.on), refused::in_words(&one.why, tongue));
        let all = [("code", one.code.as_str()), ("day", &day), ("action", &action), ("why", &why)];
        tongue.say_with("trial-not-run", &all)
    }
}
