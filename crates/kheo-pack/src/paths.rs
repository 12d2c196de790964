//! The paths of cases through a procedure: what can come before an action, and what still runs then.

use std::collections::BTreeSet;

use kheo_core::case::{Fact, Party, Phase, Trigger};
use kheo_core::id::ActionId;

use crate::clock::ClockText;
use crate::error::Findings;
use crate::guard::When;
use crate::kind::{ActionText, KindText};
use crate::problem::Problem;
use crate::source::Name;

/// Finds conditions that nothing can have decided by then, and limits that still run when a case is
/// closed.
pub(crate) fn check(kind: &KindText<'_>, found: &Findings) {
    let paths = Paths { kind };
    for action in &kind.actions {
        let before = paths.before(action);
        for name in &action.guards {
            let guard = kind.guards.iter().find(|guard| guard.id.value == name.value);
            if let Some(when) = guard.and_then(|guard| guard.when.as_ref()) {
                too_late(kind, action, &before, when, name, found);
            }
        }
        for name in &action.reasons {
            let reason = kind.reasons.iter().find(|reason| reason.id.value == name.value);
            if let Some(when) = reason.and_then(|reason| reason.when.as_ref()) {
                too_late(kind, action, &before, when, name, found);
            }
        }
    }
    for clock in &kind.clocks {
        paths.knows_when_it_starts(clock, found);
        if clock.clock.terms.ordinary.limit.sense.is_deadline() {
            paths.stops_before_the_end(clock, found);
        }
    }
}

/// Whether `action` of `kind` begins a limit, or some limit of the authority can run once it is taken; for
/// nothing, its registration.
pub(crate) fn a_limit_runs_after(kind: &KindText<'_>, action: Option<&ActionText<'_>>) -> bool {
    let paths = Paths { kind };
    let limit = |text: &ClockText<'_>| text.clock.terms.ordinary.limit;
    kind.clocks.iter().filter(|text| limit(text).sense.is_deadline()).any(|text| {
        let Some(action) = action else { return text.clock.starts_at_registration };
        if text.clock.starts.iter().any(|by| is(by, action)) {
            return true;
        }
        if !limit(text).binds_authority() {
            return false;
        }
        let running = paths.running(text);
        let runs = action.from.iter().any(|step| running.contains(step.value.as_str()));
        runs && !ends(text, action)
    })
}

/// Whether `field` can have been filled in once `action` of `kind` is taken, or for nothing with its
/// registration.
pub(crate) fn can_know(kind: &KindText<'_>, action: Option<&ActionText<'_>>, field: &str) -> bool {
    let form = || kind.form.iter().map(|name| name.value.as_str());
    match action {
        None => form().any(|name| name == field),
        Some(action) => {
            let before = Paths { kind }.before(action);
            let asks = before.iter().flat_map(|one| &one.asks).chain(&action.asks);
            form().chain(asks.map(|name| name.value.as_str())).any(|name| name == field)
        }
    }
}

/// The same, whatever was done before: it must be filled in, and is asked on each way there.
pub(crate) fn always_knows(
    kind: &KindText<'_>,
    action: Option<&ActionText<'_>>,
    field: &str,
) -> bool {
    let own = kind.fields.iter().find(|own| own.id.value == field);
    let names = |names: &[Name<'_>]| names.iter().any(|name| name.value == field);
    let asked = names(&kind.form)
        || action.is_some_and(|action| {
            let first = [kind.first_step.value.as_str()];
            let unasked = Paths { kind }.spread(first, |one| !names(&one.asks));
            names(&action.asks)
                || !action.from.iter().any(|step| unasked.contains(step.value.as_str()))
        });
    asked && own.is_some_and(|own| own.field.required)
}

/// Whether the clock runs no more after `action`.
fn ends(text: &ClockText<'_>, action: &ActionText<'_>) -> bool {
    text.clock
        .stops
        .iter()
        .chain(&text.clock.lapses)
        .chain(&text.clock.fails)
        .any(|by| is(by, action))
}

/// Whether `action` is what `trigger` names.
pub(crate) fn is(trigger: &Trigger, action: &ActionText<'_>) -> bool {
    trigger.is(&ActionId::new(action.id.value.as_str()), action.deed)
}

struct Paths<'a, 's> {
    kind: &'a KindText<'s>,
}

impl<'a, 's> Paths<'a, 's> {
    /// The steps that a case stands at after `action`.
    fn after(action: &'a ActionText<'s>) -> impl Iterator<Item = &'a str> {
        let stays = action.from.iter().filter(|_| action.to.is_none());
        action.to.iter().chain(stays).map(|step| step.value.as_str())
    }

    /// `steps`, and those that cases come to from there by actions that are `taken`.
    fn spread(
        &self,
        steps: impl IntoIterator<Item = &'a str>,
        taken: impl Fn(&ActionText<'s>) -> bool,
    ) -> BTreeSet<&'a str> {
        let mut reached: BTreeSet<&str> = steps.into_iter().collect();
        loop {
            let known = reached.len();
            for action in self.kind.actions.iter().filter(|action| taken(action)) {
                let to = action.to.as_ref().map(|to| to.value.as_str());
                if action.from.iter().any(|from| reached.contains(from.value.as_str())) {
                    reached.extend(to);
                }
            }
            if reached.len() == known {
                return reached;
            }
        }
    }

    /// The actions that can come before `action`.
    fn before(&self, action: &ActionText<'_>) -> Vec<&'a ActionText<'s>> {
        let leads = |one: &&'a ActionText<'s>| {
            let reached = self.spread(Self::after(one), |_| true);
            action.from.iter().any(|step| reached.contains(step.value.as_str()))
        };
        self.kind.actions.iter().filter(leads).collect()
    }

    /// Whether what the condition of a clock asks can have been filled in when it starts.
    fn knows_when_it_starts(&self, text: &ClockText<'_>, found: &Findings) {
        let Some(when) = &text.when else { return };
        let starts =
            |action: &&'a ActionText<'s>| text.clock.starts.iter().any(|by| is(by, action));
        let mut asked: Vec<Vec<&str>> =
            self.kind.actions.iter().filter(starts).map(|action| self.asked_by(action)).collect();
        if text.clock.starts_at_registration {
            asked.push(self.kind.form.iter().map(|field| field.value.as_str()).collect());
        }
        for field in when.value.facts().iter().filter_map(Fact::field) {
            let field = field.as_str();
            if !asked.iter().any(|asked| asked.contains(&field)) {
                let (clock, field) = (text.id.value.clone(), field.to_owned());
                found.add(&when.at, Problem::ClockAsksTooEarly { clock, field });
            }
        }
    }

    /// All fields that can have been filled in once `action` is taken.
    fn asked_by(&self, action: &'a ActionText<'s>) -> Vec<&'a str> {
        let asks = self.before(action).into_iter().chain([action]).flat_map(|one| &one.asks);
        self.kind.form.iter().chain(asks).map(|field| field.value.as_str()).collect()
    }

    /// The steps at which the clock can run.
    fn running(&self, text: &ClockText<'_>) -> BTreeSet<&'a str> {
        let starts =
            |action: &&'a ActionText<'s>| text.clock.starts.iter().any(|by| is(by, action));
        let registered = Some(self.kind.first_step.value.as_str());
        let first = registered.filter(|_| text.clock.starts_at_registration);
        let started = self.kind.actions.iter().filter(starts);
        let begun = first.into_iter().chain(started.flat_map(Self::after));
        self.spread(begun, |action| !ends(text, action))
    }

    /// Whether no action closes a case while the clock can still run, unless what stops it is done there by an
    /// officer.
    fn stops_before_the_end(&self, text: &ClockText<'_>, found: &Findings) {
        let starts = |action: &ActionText<'_>| text.clock.starts.iter().any(|by| is(by, action));
        let running = self.running(text);
        let closed = |step: &Name<'_>| {
            let is =
                |(id, phase): &(Name<'_>, Phase)| id.value == step.value && *phase == Phase::Closed;
            self.kind.steps.iter().any(is)
        };
        let done_at = |step: &Name<'_>| {
            let stops = |action: &ActionText<'_>| {
                action.from.iter().any(|from| from.value == step.value)
                    && action.who.iter().any(|who| matches!(who, Party::Role(_)))
                    && text.clock.stops.iter().any(|by| is(by, action))
            };
            self.kind.actions.iter().any(stops)
        };
        let left = |step: &Name<'_>| closed(step) && !done_at(step);
        let others = |action: &&ActionText<'_>| !ends(text, action) && !starts(action);
        for action in self.kind.actions.iter().filter(others) {
            let runs =
                action.from.iter().any(|step| running.contains(step.value.as_str()) && !left(step));
            if runs && action.to.as_ref().is_some_and(left) {
                let (action_name, clock) = (action.id.value.clone(), text.id.value.clone());
                let problem = Problem::ClockLeftRunning { action: action_name, clock };
                found.add(&action.id.at, problem);
            }
        }
    }
}

/// Finds what `when` asks of a case that nothing can have told before `action`.
fn too_late(
    kind: &KindText<'_>,
    action: &ActionText<'_>,
    before: &[&ActionText<'_>],
    when: &When<'_>,
    name: &Name<'_>,
    found: &Findings,
) {
    let asks = before.iter().copied().chain([action]).flat_map(|one| &one.asks);
    let asked: BTreeSet<&str> = kind.form.iter().chain(asks).map(|id| id.value.as_str()).collect();
    let starts = |clock: &ClockText<'_>| {
        let starts = |one: &&ActionText<'_>| clock.clock.starts.iter().any(|by| is(by, one));
        clock.clock.starts_at_registration || before.iter().any(starts)
    };
    let id = || action.id.value.clone();
    for fact in when.value.facts() {
        let problem = match fact {
            Fact::Done(deed) => {
                let done = before.iter().any(|one| one.deed == *deed);
                (!done).then(|| Problem::DoneTooLate { action: id(), deed: deed.word().to_owned() })
            }
            Fact::Taken(other) => {
                let taken = before.iter().any(|one| one.id.value == other.as_str());
                (!taken).then(|| Problem::DoneTooLate { action: id(), deed: other.to_string() })
            }
            Fact::Late(clock) | Fact::DaysRun(clock) | Fact::DaysLeft(clock) => {
                let text = kind.clocks.iter().find(|text| text.id.value == clock.as_str());
                let runs = text.is_some_and(starts);
                (!runs).then(|| Problem::RunsTooLate { action: id(), clock: clock.to_string() })
            }
            other => other
                .field()
                .filter(|field| !asked.contains(field.as_str()))
                .map(|field| Problem::FilledTooLate { action: id(), field: field.to_string() }),
        };
        if let Some(problem) = problem {
            found.add(&name.at, problem);
        }
    }
}
