//! Checks that a case kind leads its cases somewhere.

use std::collections::BTreeSet;

use kheo_core::case::{Circumstances, Complexity, Deed, Need, Phase, Trigger};

use crate::binding;
use crate::clock::{ClockText, REGISTRATION, trigger};
use crate::error::Findings;
use crate::guard::asks_of_the_case_alone;
use crate::kind::{ActionText, KindText};
use crate::nearest::{clipped, nearest};
use crate::paths;
use crate::problem::Problem;
use crate::references;
use crate::source::{Name, Place};

/// Finds what is wrong in the procedure of `kind`.
pub(crate) fn check(kind: &KindText<'_>, found: &Findings) {
    unique(kind.topics.iter().map(|topic| &topic.id), found);
    unique(kind.steps.iter().map(|(id, _)| id), found);
    unique(kind.actions.iter().map(|action| &action.id), found);
    unique(kind.clocks.iter().map(|clock| &clock.id), found);
    if let Some(until) = kind.until.as_ref().filter(|until| until.value < kind.from.value) {
        let (from, until_day) = (kind.from.value.to_string(), until.value.to_string());
        found.add(&until.at, Problem::EndsBeforeItBegins { from, until: until_day });
    }
    binding::check(kind, found);
    let procedure = Procedure { kind, found };
    procedure.can_be_kept_closed();
    if procedure.names_only_steps() {
        procedure.leads_everywhere();
        for action in &kind.actions {
            procedure.fits_its_phases(action);
        }
    }
    for action in &kind.actions {
        procedure.can_be_taken(action);
    }
    let before = found.count();
    procedure.clocks_run();
    references::check(kind, found);
    if found.count() == before {
        paths::check(kind, found);
    }
}

/// Finds names that stand twice.
pub(crate) fn unique<'a, 's: 'a>(names: impl Iterator<Item = &'a Name<'s>>, found: &Findings) {
    let mut seen: Vec<&Name<'_>> = Vec::new();
    for name in names {
        match seen.iter().find(|other| other.value == name.value) {
            Some(first) => {
                let problem =
                    Problem::Duplicate { name: name.value.clone(), first: first.at.short() };
                found.add(&name.at, problem);
            }
            None => seen.push(name),
        }
    }
}

struct Procedure<'a, 's> {
    kind: &'a KindText<'s>,
    found: &'a Findings,
}

impl Procedure<'_, '_> {
    fn phase(&self, step: &str) -> Option<Phase> {
        self.kind.steps.iter().find(|(id, _)| id.value == step).map(|(_, phase)| *phase)
    }

    /// Whether every step that is named exists.
    fn names_only_steps(&self) -> bool {
        let before = self.found.count();
        let named = |action: &'_ ActionText<'_>| {
            action.from.iter().chain(&action.to).for_each(|name| self.must_be_a_step(name));
        };
        self.must_be_a_step(&self.kind.first_step);
        self.kind.actions.iter().for_each(named);
        self.ends_at().for_each(|name| self.must_be_a_step(name));
        self.found.count() == before
    }

    /// The steps at which cases begin and end in which nobody asked for anything.
    fn ends_at(&self) -> impl Iterator<Item = &Name<'_>> {
        self.kind.topics.iter().filter_map(|topic| topic.ends_at.as_ref())
    }

    fn must_be_a_step(&self, name: &Name<'_>) {
        if self.phase(&name.value).is_none() {
            let steps = self.kind.steps.iter().map(|(id, _)| id.value.as_str());
            let nearest = nearest(&name.value, steps);
            let step = clipped(&name.value);
            self.found.add(&name.at, Problem::UnknownStep { step, nearest });
        }
    }

    /// The steps from which actions lead to other steps: from, to.
    fn ways(&self) -> Vec<(&str, &str)> {
        let mut all = Vec::new();
        for action in &self.kind.actions {
            for from in &action.from {
                if let Some(to) = &action.to {
                    all.push((from.value.as_str(), to.value.as_str()));
                }
            }
        }
        all
    }

    fn leads_everywhere(&self) {
        let first = self.kind.first_step.value.as_str();
        let ways = self.ways();
        let begun = self.ends_at().map(|step| step.value.as_str()).chain([first]).collect();
        let reached = spread(begun, &ways);
        for step in self.ends_at().filter(|step| self.phase(&step.value) != Some(Phase::Closed)) {
            self.found.add(&step.at, Problem::EndsAtOpenStep { step: step.value.clone() });
        }
        let closed = self.kind.steps.iter().filter(|(_, phase)| *phase == Phase::Closed);
        let ends = closed.map(|(id, _)| id.value.as_str()).collect();
        let back: Vec<(&str, &str)> = ways.iter().map(|(from, to)| (*to, *from)).collect();
        let ending = spread(ends, &back);
        for (id, _) in &self.kind.steps {
            let step = id.value.clone();
            if !reached.contains(step.as_str()) {
                self.found.add(&id.at, Problem::UnreachableStep { step });
            } else if !ending.contains(step.as_str()) {
                self.found.add(&id.at, Problem::DeadEnd { step });
            }
        }
        if self.phase(first) == Some(Phase::Closed) {
            let problem = Problem::ClosedAtStart { step: first.to_owned() };
            self.found.add(&self.kind.first_step.at, problem);
        }
    }

    fn fits_its_phases(&self, action: &ActionText<'_>) {
        let closed = |step: &Name<'_>| self.phase(&step.value) == Some(Phase::Closed);
        let name = action.id.value.clone();
        let after_end = matches!(action.deed, Deed::Confirm | Deed::Reopen | Deed::Note);
        if !action.from.is_empty() && action.from.iter().all(closed) && !after_end {
            let deed = action.deed.word().to_owned();
            self.found.add(&action.id.at, Problem::DeedAfterEnd { action: name, deed });
        } else if action.deed == Deed::Reopen && action.to.as_ref().is_none_or(closed) {
            let at = action.to.as_ref().map_or(&action.id.at, |to| &to.at);
            self.found.add(at, Problem::StaysClosed { action: name });
        }
        self.ends_or_goes_on(action);
    }

    /// Whether what ends a case closes it, and what carries it on does not.
    fn ends_or_goes_on(&self, action: &ActionText<'_>) {
        let to = action.to.as_ref();
        let closes = to.is_some_and(|to| self.phase(&to.value) == Some(Phase::Closed));
        let at = to.map_or(&action.id.at, |to| &to.at);
        let (name, deed) = (action.id.value.clone(), action.deed.word().to_owned());
        match action.deed {
            Deed::Refuse | Deed::Withdraw if !closes => {
                self.found.add(at, Problem::EndsOpen { action: name, deed });
            }
            Deed::Accept | Deed::Assign | Deed::Extend if closes => {
                self.found.add(at, Problem::ClosesTooSoon { action: name, deed });
            }
            _ => {}
        }
    }

    fn can_be_taken(&self, action: &ActionText<'_>) {
        let at = &action.id.at;
        let name = || action.id.value.clone();
        if action.who.is_empty() {
            self.found.add(at, Problem::NobodyMay { action: name() });
        }
        if action.from.is_empty() {
            self.found.add(at, Problem::NowhereFrom { action: name() });
        }
        let needs: &[Need] = match action.deed {
            Deed::Transfer => &[Need::Unit],
            Deed::Assign => &[Need::Post],
            Deed::Refuse | Deed::Answer => &[Need::Text],
            Deed::Extend => &[Need::Length, Need::Text],
            Deed::Accept | Deed::Confirm | Deed::Reopen | Deed::Withdraw | Deed::Note => &[],
        };
        for need in needs.iter().filter(|need| !action.needs.contains(need)) {
            let (deed, need) = (action.deed.word().to_owned(), need.field().to_owned());
            self.found.add(at, Problem::MissingNeed { action: name(), deed, need });
        }
    }

    /// Whether cases that are answered with proof wait until they count as kept closed, can be answered
    /// so that they do, and are known to lie in a remote area where that matters.
    fn can_be_kept_closed(&self) {
        let actions = &self.kind.actions;
        let unsettled =
            |action: &ActionText<'_>| action.settles.as_ref().is_some_and(|settles| !settles.value);
        let settling = || actions.iter().filter(|one| one.deed == Deed::Answer && !unsettled(one));
        let Some((at, rule)) = &self.kind.kept_closed else {
            for action in settling().filter(|action| action.needs.contains(&Need::Proof)) {
                let id = action.id.value.clone();
                self.found.add(&action.id.at, Problem::CountsAtOnce { action: id });
            }
            return;
        };
        if settling().next().is_none() {
            self.found.add(at, Problem::NeverAnswered {});
        }
        let asked = actions.iter().any(|action| action.needs.contains(&Need::Circumstances));
        if rule.remote.is_some() && !asked {
            self.found.add(at, Problem::RemoteNeverAsked {});
        }
    }

    fn clocks_run(&self) {
        let taken = |by: &Trigger| self.kind.actions.iter().any(|action| paths::is(by, action));
        for text in &self.kind.clocks {
            let (at, clock): (&Place<'_>, _) = (&text.id.at, &text.clock);
            let clock_id = text.id.value.clone();
            self.terms_are_used(text);
            let known = self.names_triggers("starts", &text.starts)
                & self.names_triggers("stops", &text.stops)
                & self.names_triggers("lapses", &text.lapses)
                & self.names_triggers("fails", &text.fails);
            if let Some(when) = &text.when {
                asks_of_the_case_alone(when, self.kind, self.found);
            }
            if !known {
                continue;
            }
            if !clock.starts_at_registration && !clock.starts.iter().any(taken) {
                self.found.add(at, Problem::ClockNeverStarts { clock: clock_id.clone() });
            }
            if !clock.stops.iter().any(taken) {
                self.found.add(at, Problem::ClockNeverStops { clock: clock_id.clone() });
            }
            for other in text.fails.iter().filter(|one| text.ends_otherwise(one)) {
                let (clock, by) = (clock_id.clone(), other.value.clone());
                self.found.add(&other.at, Problem::DoneAndUndone { clock, by });
            }
        }
    }
}

impl Procedure<'_, '_> {
    /// Whether each of `words` is a deed or an action, or for `starts` the word for registration.
    fn names_triggers(&self, field: &str, words: &[Name<'_>]) -> bool {
        let before = self.found.count();
        let first = (field == "starts").then_some(REGISTRATION);
        for word in words.iter().filter(|word| Some(word.value.as_str()) != first) {
            let Trigger::Action(_) = trigger(&word.value) else { continue };
            let actions = || self.kind.actions.iter().map(|action| action.id.value.as_str());
            if !actions().any(|action| action == word.value) {
                let known = first.into_iter().chain(Deed::ALL.map(Deed::word)).chain(actions());
                let nearest = nearest(&word.value, known);
                let (field, word_text) = (field.to_owned(), clipped(&word.value));
                let problem = Problem::UnknownWord { field, word: word_text, nearest };
                self.found.add(&word.at, problem);
            }
        }
        self.found.count() == before
    }

    /// Whether every variant and extension of a clock can be chosen, and none is left open.
    fn terms_are_used(&self, text: &ClockText<'_>) {
        let name = || text.id.value.clone();
        let asks = |need| self.kind.actions.iter().any(|action| action.needs.contains(&need));
        let said = |complexity| self.kind.complexity.iter().any(|rule| rule.is.value == complexity);
        let mut variants = text.clock.terms.variants.iter().map(|(about, _)| about);
        let follows = variants.all(|about| !about.remote && said(about.complexity));
        let known = follows || asks(Need::Circumstances);
        if let Some(at) = text.variant_at.as_ref().filter(|_| !known) {
            self.found.add(at, Problem::VariantNeverAsked { clock: name() });
        }
        let early = text.clock.starts_at_registration;
        if let Some(at) = text.variant_at.as_ref().filter(|_| early) {
            self.found.add(at, Problem::VariantTooLate { clock: name() });
        }
        let extends = self.kind.actions.iter().any(|action| action.deed == Deed::Extend);
        if let Some(at) = text.extension_at.as_ref().filter(|_| !extends) {
            self.found.add(at, Problem::ExtensionNeverMade { clock: name() });
        }
        for (total, limit) in text.totals.iter().filter(|(total, limit)| total.value <= *limit) {
            let (total_text, limit) = (total.value.to_string(), limit.to_string());
            self.found.add(&total.at, Problem::TotalTooSmall { total: total_text, limit });
        }
        let about = text.clock.terms.variants.iter().map(|(about, _)| *about);
        let plain = Complexity::Ordinary;
        let complex = about.clone().filter(|about| about.complexity > plain && !about.remote);
        let remote = about.clone().any(|about| about.remote && about.complexity == plain);
        let both = |complexity| Circumstances { complexity, remote: true };
        let mut open = complex.filter(|one| !about.clone().any(|two| two == both(one.complexity)));
        if remote && open.next().is_some() {
            self.found.add(&text.id.at, Problem::VariantLeftOpen { clock: name() });
        }
    }
}

/// All that can be reached from `steps` by `ways`, with `steps` themselves.
fn spread<'a>(steps: BTreeSet<&'a str>, ways: &[(&'a str, &'a str)]) -> BTreeSet<&'a str> {
    let mut reached = steps;
    loop {
        let next: Vec<&str> = ways
            .iter()
            .filter(|(from, to)| reached.contains(from) && !reached.contains(to))
            .map(|(_, to)| *to)
            .collect();
        if next.is_empty() {
            return reached;
        }
        reached.extend(next);
    }
}
