//! A trial in sentences and a table.

use std::collections::BTreeMap;

use kheo_core::case::Standing;
use kheo_core::id::{ClockId, KindId};
use kheo_words::{Lang, Tongue};

use super::Trial;
use super::outcome::{Changed, OfKind, Refused, Standings, Stood};
use crate::refused;

impl Trial {
    pub(super) fn lines(&self, lang: Lang) -> Vec<String> {
        let tongue = self.words.in_lang(lang);
        let (day, version) = (tongue.date(self.today), self.rules.calendar.version());
        let said = [("day", day.as_str()), ("version", version)];
        if self.outcome.kinds.is_empty() {
            return vec![tongue.say("trial-none")];
        }
        let mut lines = vec![counted("trial-of", self.outcome.cases(), &said, tongue)];
        for (kind, of_kind) in &self.outcome.kinds {
            lines.push(String::new());
            lines.extend(of_kind.lines(kind, tongue));
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

impl OfKind {
    fn lines(&self, kind: &KindId, tongue: Tongue<'_>) -> Vec<String> {
        let name = tongue.say(&format!("kind-{kind}"));
        let mut lines = vec![counted("trial-kind", self.cases, &[("kind", &name)], tongue)];
        lines.extend(self.clocks.iter().flat_map(|(clock, all)| table(clock, all, tongue)));
        if !self.changed.is_empty() {
            lines.push(format!("  {}", tongue.say("trial-changed-list")));
            lines.extend(self.changed.iter().map(|one| format!("    {}", changed(one, tongue))));
        }
        if !self.refused.is_empty() {
            lines.push(format!("  {}", tongue.say("trial-refused-list")));
            lines.extend(self.refused.iter().map(|one| format!("    {}", not_run(one, tongue))));
        }
        lines
    }
}

/// How many runs of a clock stand how, before and after, a line for each standing that occurs.
fn table(clock: &ClockId, all: &Standings, tongue: Tongue<'_>) -> Vec<String> {
    let name = tongue.say(&format!("clock-{clock}"));
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

fn changed(one: &Changed, tongue: Tongue<'_>) -> String {
    let stood = |stood: &Option<Stood>| match stood {
        None => tongue.say("trial-does-not-run"),
        Some(Stood { standing, due_on, .. }) => {
            let (standing, due) =
                (tongue.say(&format!("trial-{}", standing.word())), tongue.date(*due_on));
            tongue.say_with("trial-stood", &[("standing", &standing), ("due", &due)])
        }
    };
    let stopped = [&one.after, &one.before].into_iter().flatten().find_map(|one| one.stopped_on);
    let stopped = match stopped {
        Some(day) => tongue.say_with("trial-stopped", &[("day", &tongue.date(day))]),
        None => tongue.say("trial-not-stopped"),
    };
    let clock = tongue.say(&format!("clock-{}", one.clock));
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

fn not_run(one: &Refused, tongue: Tongue<'_>) -> String {
    let action = one.action.as_ref().map(|action| {
        let key = format!("action-{action}");
        if tongue.has(&key) { tongue.say(&key) } else { action.to_string() }
    });
    let action = action.unwrap_or_else(|| tongue.say("changed-deed-registration"));
    let (day, why) = (tongue.date(one.on), refused::in_words(&one.why, tongue));
    let all = [("code", one.code.as_str()), ("day", &day), ("action", &action), ("why", &why)];
    tongue.say_with("trial-not-run", &all)
}
