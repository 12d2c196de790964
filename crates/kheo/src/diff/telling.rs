//! A difference of rules in sentences.

use kheo_core::rules::{Change, Concern, Difference, Fate, Item, Presence, Said, VersionChange};
use kheo_words::Tongue;

use super::said::{aspect, said};
use super::wording::Reworded;

/// The words of the packs of before and of those of after, in one language.
#[derive(Clone, Copy)]
pub(super) struct Telling<'w> {
    pub(super) before: Tongue<'w>,
    pub(super) after: Tongue<'w>,
}

impl Telling<'_> {
    /// The whole difference, line by line.
    pub(super) fn lines(self, difference: &Difference, reworded: &[Reworded]) -> Vec<String> {
        if difference.is_empty() && reworded.is_empty() {
            return vec![self.after.say("changed-nothing")];
        }
        let mut lines = Vec::new();
        for version in &difference.versions {
            lines.push(String::new());
            lines.push(self.version(version));
            match version.fate {
                Fate::New { instead_of: None } => lines.extend(self.limits(&version.changes)),
                Fate::New { .. } => lines.extend(self.items(version.changes.iter(), "  ")),
                Fate::Changed => lines.extend(self.by_concern(&version.changes)),
                Fate::Gone => {}
            }
        }
        if !difference.rest.is_empty() {
            lines.push(String::new());
            lines.push(self.after.say("changed-rest"));
            lines.extend(self.by_concern(&difference.rest));
        }
        if !reworded.is_empty() {
            lines.push(String::new());
            lines.push(self.after.say("changed-words"));
            lines.extend(reworded.iter().map(|one| format!("  {}", self.reworded(one))));
        }
        lines.push(String::new());
        lines.push(match i64::try_from(difference.concerning_running()).unwrap_or(i64::MAX) {
            0 => self.after.say("changed-total-none"),
            count => self.after.say_count("changed-total", count, &[]),
        });
        lines
    }

    fn version(self, version: &VersionChange) -> String {
        let kind = self.known(&format!("kind-{}", version.kind));
        let from = self.after.date(version.from);
        let instead = match version.fate {
            Fate::New { instead_of } => instead_of.map(|day| self.after.date(day)),
            Fate::Changed | Fate::Gone => None,
        };
        let key = match version.fate {
            Fate::New { instead_of: None } => "changed-kind-new",
            Fate::New { .. } if version.changes.is_empty() => "changed-version-new-same",
            Fate::New { .. } => "changed-version-new",
            Fate::Changed => "changed-version-changed",
            Fate::Gone => "changed-version-gone",
        };
        let instead = instead.unwrap_or_default();
        self.after.say_with(key, &[("kind", &kind), ("from", &from), ("instead", &instead)])
    }

    /// The limits of a kind that is new: its procedure is a picture of its own.
    fn limits(self, changes: &[Change]) -> Vec<String> {
        let of_clock = |change: &&Change| matches!(change.item, Item::Clock(_));
        self.items(changes.iter().filter(of_clock), "  ")
    }

    fn by_concern(self, changes: &[Change]) -> Vec<String> {
        let mut lines = Vec::new();
        for concern in [Concern::Running, Concern::New, Concern::Figures] {
            let mut concerned =
                changes.iter().filter(|change| change.aspect.concerns == concern).peekable();
            if concerned.peek().is_some() {
                let heading = self.after.say(&format!("changed-concerns-{}", concern.word()));
                lines.push(format!("  {heading}"));
                lines.extend(self.items(concerned, "    "));
            }
        }
        lines
    }

    fn items<'c>(self, changes: impl Iterator<Item = &'c Change>, indent: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let mut last = None;
        for change in changes {
            if last != Some(&change.item) {
                lines.push(format!("{indent}{}", self.item(change)));
                last = Some(&change.item);
            }
            if change.presence != Presence::Gone {
                lines.extend(
                    self.change(change).into_iter().map(|line| format!("{indent}  {line}")),
                );
            }
        }
        lines
    }

    /// `Limit “Answer”`, and that it is new or gone.
    fn item(self, change: &Change) -> String {
        let word = change.item.word();
        let name = change.item.name().map(|name| self.known(&format!("{word}-{name}")));
        let name = name.unwrap_or_default();
        let item = self.after.say_with(&format!("changed-item-{word}"), &[("name", &name)]);
        match change.presence {
            Presence::New => self.after.say_with("changed-item-new", &[("item", &item)]),
            Presence::Gone => self.after.say_with("changed-item-gone", &[("item", &item)]),
            Presence::Kept => item,
        }
    }

    fn change(self, change: &Change) -> Vec<String> {
        let aspect = aspect(&change.aspect, self.after);
        let before = change.before.as_ref();
        if let (Some(Said::Written(old)), Some(Said::Written(new))) = (before, &change.after)
            && old.len().max(new.len()) > 1
        {
            return self.rewritten(&aspect, old, new);
        }
        let old = before.map(|said| self.said_before(said));
        let new = change.after.as_ref().map(|said| self.said_after(said));
        let key = match (&old, &new) {
            (Some(_), Some(_)) => "changed-from-to",
            (None, _) => "changed-only-after",
            (Some(_), None) => "changed-only-before",
        };
        let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
        let all = [("aspect", aspect.as_str()), ("before", &old), ("after", &new)];
        vec![self.after.say_with(key, &all)]
    }

    /// What a statement of before said, with the words of before.
    pub(super) fn said_before(self, before: &Said) -> String {
        said(before, &|key| known(self.before, self.after, key), self.before)
    }

    /// What a statement of after says.
    pub(super) fn said_after(self, after: &Said) -> String {
        said(after, &|key| self.known(key), self.after)
    }

    /// The lines that are gone, and those that are new.
    fn rewritten(self, aspect: &str, old: &[String], new: &[String]) -> Vec<String> {
        let mut lines = vec![self.after.say_with("changed-lines", &[("aspect", aspect)])];
        let gone = old.iter().filter(|line| !new.contains(line));
        let come = new.iter().filter(|line| !old.contains(line));
        lines.extend(gone.map(|line| format!("  − {line}")));
        lines.extend(come.map(|line| format!("  + {line}")));
        lines
    }

    fn reworded(self, one: &Reworded) -> String {
        let Reworded { key, lang, before, after } = one;
        let all = [("key", key.as_str()), ("lang", lang), ("before", before), ("after", after)];
        self.after.say_with("changed-word", &all)
    }

    /// The words of `key` as they will be, or as they were where it will have none.
    fn known(self, key: &str) -> String {
        known(self.after, self.before, key)
    }
}

fn known(first: Tongue<'_>, second: Tongue<'_>, key: &str) -> String {
    if first.has(key) { first.say(key) } else { second.say(key) }
}
