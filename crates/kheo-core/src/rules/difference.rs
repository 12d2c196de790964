//! What two sets of rules say differently, and whom that concerns.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::statement::{Aspect, Concern, Item, Said, Statements};
use super::{Rules, stated};
use crate::case::CaseKind;
use crate::id::KindId;

/// What two sets of rules say differently.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// The versions of kinds of case that are new, gone or changed, by kind and first day.
    pub versions: Vec<VersionChange>,
    /// What is different beside the kinds of case: letters, measures, the review, the days off.
    pub rest: Vec<Change>,
}

/// A version of a kind of case that is new, gone or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionChange {
    /// The kind.
    pub kind: KindId,
    /// The first day of the version, which names it.
    pub from: Date,
    /// What became of it.
    pub fate: Fate,
    /// What it says differently: from what it said, or for a new version from the one before it.
    pub changes: Vec<Change>,
}

/// What became of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is new; cases that are registered from its first day on begin under it.
    New {
        /// The first day of the version under which they would have begun before.
        instead_of: Option<Date>,
    },
    /// It is there as before and says other things, also to the cases that run under it.
    Changed,
    /// It is gone, and the cases that run under it are left without rules.
    Gone,
}

/// A statement that is made anew, not made any more, or made differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub item: Item,
    /// Which of the things that can be said of it.
    pub aspect: Aspect,
    /// What was said; nothing where nothing was.
    pub before: Option<Said>,
    /// What is said now; nothing where nothing is.
    pub after: Option<Said>,
    /// Whether its item is there before and after, only before, or only after.
    pub presence: Presence,
}

/// Whether an item is there before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Only after.
    New,
    /// Only before.
    Gone,
    /// Both.
    Kept,
}

impl Difference {
    /// What `after` says differently from `before`.
    #[must_use]
    pub fn between(before: &Rules, after: &Rules) -> Self {
        let names = |rules: &Rules| -> BTreeSet<(KindId, Date)> {
            rules.kinds.iter().map(|kind| (kind.id.clone(), kind.from)).collect()
        };
        let all: BTreeSet<_> = names(before).union(&names(after)).cloned().collect();
        let versions =
            all.into_iter().filter_map(|(kind, from)| version(kind, from, before, after));
        Self {
            versions: versions.collect(),
            rest: changes(&stated::rest(before), &stated::rest(after)),
        }
    }

    /// Whether nothing is different.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.versions.is_empty() && self.rest.is_empty()
    }

    /// How many differences concern cases that run: a version that is gone counts as one.
    #[must_use]
    pub fn concerning_running(&self) -> usize {
        let running = |change: &&Change| change.aspect.concerns == Concern::Running;
        let of_version = |version: &VersionChange| match version.fate {
            Fate::New { .. } => 0,
            Fate::Gone => 1,
            Fate::Changed => version.changes.iter().filter(running).count(),
        };
        let versions: usize = self.versions.iter().map(of_version).sum();
        versions + self.rest.iter().filter(running).count()
    }
}

impl VersionChange {
    /// Whom one of its changes concerns.
    #[must_use]
    pub const fn concern(&self, change: &Change) -> Concern {
        match self.fate {
            Fate::New { .. } => Concern::New,
            Fate::Changed | Fate::Gone => change.aspect.concerns,
        }
    }
}

fn version(kind: KindId, from: Date, before: &Rules, after: &Rules) -> Option<VersionChange> {
    let (old, new) = (before.kind_of_version(&kind, from).ok(), after.kind_of_version(&kind, from));
    let (fate, changes) = match (old, new.ok()) {
        (Some(old), Some(new)) => (Fate::Changed, changes(&stated::kind(old), &stated::kind(new))),
        (None, Some(new)) => {
            let replaced = replaced(before, &kind, from);
            let old = replaced.map(stated::kind).unwrap_or_default();
            let instead_of = replaced.map(|version| version.from);
            (Fate::New { instead_of }, changes(&old, &stated::kind(new)))
        }
        (Some(_), None) => (Fate::Gone, Vec::new()),
        (None, None) => return None,
    };
    let told = fate != Fate::Changed || !changes.is_empty();
    told.then_some(VersionChange { kind, from, fate, changes })
}

/// The version under which cases of `kind` would begin on `day`, or the last one before.
fn replaced<'r>(rules: &'r Rules, kind: &KindId, day: Date) -> Option<&'r CaseKind> {
    let before = rules.kinds.iter().filter(|version| version.id == *kind && version.from <= day);
    rules.kind_on(kind, day).ok().or_else(|| before.max_by_key(|version| version.from))
}

fn changes(before: &Statements, after: &Statements) -> Vec<Change> {
    let items =
        |all: &Statements| -> BTreeSet<Item> { all.keys().map(|(item, _)| item.clone()).collect() };
    let (old, new) = (items(before), items(after));
    let all: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    let different = all.into_iter().filter(|key| before.get(*key) != after.get(*key));
    let change = |key: &(Item, Aspect)| {
        let presence = match (old.contains(&key.0), new.contains(&key.0)) {
            (false, _) => Presence::New,
            (true, false) => Presence::Gone,
            (true, true) => Presence::Kept,
        };
        // No case that runs is about a topic that is new.
        let of_new = matches!((&key.0, presence), (Item::Topic(_), Presence::New));
        let concerns = if of_new { Concern::New } else { key.1.concerns };
        Change {
            item: key.0.clone(),
            aspect: Aspect { concerns, ..key.1 },
            before: before.get(key).cloned(),
            after: after.get(key).cloned(),
            presence,
        }
    };
    different.map(change).collect()
}

#[cfg(test)]
mod tests;
