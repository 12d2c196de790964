//! Finds names of fields, guards and reasons that stand for nothing, or that nothing uses.

use kheo_core::case::{Deed, FieldType, Need, Privacy};
use kheo_core::id::ActionId;
use kheo_core::quantity::Quantity;

use crate::clock::{COUNTS, ClockText};
use crate::error::Findings;
use crate::guard::asks_of_the_case_alone;
use crate::kind::{ActionText, KindText, TopicText};
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;
use crate::procedure::unique;
use crate::source::Name;

/// Finds what is wrong with what the tables of `kind` call one another.
pub(crate) fn check(kind: &KindText<'_>, found: &Findings) {
    unique(kind.fields.iter().map(|field| &field.id), found);
    unique(kind.guards.iter().map(|guard| &guard.id), found);
    unique(kind.reasons.iter().map(|reason| &reason.id), found);
    unique(kind.duties.iter().map(|duty| &duty.id), found);
    fields(kind, found);
    guards(kind, found);
    reasons(kind, found);
    complexity(kind, found);
    stripped(kind, found);
    for topic in &kind.topics {
        competence(topic, found);
        nameless(topic, kind, found);
        outlived(topic, kind, found);
    }
    for clock in &kind.clocks {
        if let Some(field) = &clock.counted_by {
            counted_by(clock, field, kind, found);
        }
    }
    for duty in &kind.duties {
        duty.check(kind, found);
    }
    for action in &kind.actions {
        proof(action, found);
        settles(action, found);
        once(action, found);
        least(action, found);
    }
}

fn fields(kind: &KindText<'_>, found: &Findings) {
    let asked = || kind.form.iter().chain(kind.actions.iter().flat_map(|action| &action.asks));
    let known = |name: &str| kind.fields.iter().any(|field| field.id.value == name);
    for name in asked().filter(|name| !known(&name.value)) {
        found.add(&name.at, kind.unknown_field(&name.value));
    }
    for name in kind.fields.iter().filter_map(|field| field.follows.as_ref()) {
        let field = kind.fields.iter().find(|field| field.id.value == name.value);
        match field.map(|field| &field.field.takes) {
            None => found.add(&name.at, kind.unknown_field(&name.value)),
            Some(FieldType::Day) => {}
            Some(_) => {
                let (field, wanted) = (name.value.clone(), "day".to_owned());
                found.add(&name.at, Problem::OtherType { field, wanted });
            }
        }
    }
    let of_cases = |name: &&Name<'_>| {
        let field = kind.fields.iter().find(|field| field.id.value == name.value);
        field.is_some_and(|text| {
            matches!(text.field.takes, FieldType::Case(_) | FieldType::Cases(_))
        })
    };
    for name in kind.form.iter().filter(of_cases) {
        found.add(&name.at, Problem::CaseInForm { field: name.value.clone() });
    }
    for when in
        kind.fields.iter().flat_map(|field| &field.named).filter_map(|one| one.when.as_ref())
    {
        asks_of_the_case_alone(when, kind, found);
    }
    for field in &kind.fields {
        if !asked().any(|name| name.value == field.id.value) {
            let name = field.id.value.clone();
            found.add(&field.id.at, Problem::NeverAsked { field: name });
        }
    }
}

fn guards(kind: &KindText<'_>, found: &Findings) {
    let used = || kind.actions.iter().flat_map(|action| &action.guards);
    for name in used() {
        let known = || kind.guards.iter().map(|guard| guard.id.value.as_str());
        if !known().any(|other| other == name.value) {
            let nearest = nearest(&name.value, known());
            let guard = clipped(&name.value);
            found.add(&name.at, Problem::UnknownGuard { guard, nearest });
        }
    }
    for guard in &kind.guards {
        guard.check(kind, found);
        if !used().any(|name| name.value == guard.id.value) {
            let name = guard.id.value.clone();
            found.add(&guard.id.at, Problem::NeverGuards { guard: name });
        }
    }
}

fn reasons(kind: &KindText<'_>, found: &Findings) {
    let used = || kind.actions.iter().flat_map(|action| &action.reasons);
    for name in used() {
        let known = || kind.reasons.iter().map(|reason| reason.id.value.as_str());
        if !known().any(|other| other == name.value) {
            let nearest = nearest(&name.value, known());
            let reason = clipped(&name.value);
            found.add(&name.at, Problem::UnknownReason { reason, nearest });
        }
    }
    for reason in &kind.reasons {
        reason.check(kind, found);
        let id = &reason.id;
        if !used().any(|name| name.value == id.value) {
            found.add(&id.at, Problem::NeverAReason { reason: id.value.clone() });
        }
    }
    for action in &kind.actions {
        let name = || action.id.value.clone();
        let refuses = action.deed == Deed::Refuse;
        if refuses && action.reasons.is_empty() && !kind.reasons.is_empty() {
            found.add(&action.id.at, Problem::RefusesWithoutReason { action: name() });
        }
        if let Some(first) = action.reasons.first().filter(|_| !refuses) {
            found.add(&first.at, Problem::ReasonsNotToRefuse { action: name() });
        }
    }
}

/// Whether each rule by which cases are complex makes a difference, and nobody is asked besides.
fn complexity(kind: &KindText<'_>, found: &Findings) {
    for (at, rule) in kind.complexity.iter().enumerate() {
        rule.check(kind, found);
        let mut earlier = kind.complexity.iter().take(at);
        if let Some(first) = earlier.find(|other| other.is.value == rule.is.value) {
            let (name, first) = ("is".to_owned(), first.is.at.short());
            found.add(&rule.is.at, Problem::Duplicate { name, first });
        }
        let variants = |clock: &ClockText<'_>| {
            clock.clock.terms.variants.iter().any(|(about, _)| about.complexity == rule.is.value)
        };
        if !kind.clocks.iter().any(variants) {
            found.add(&rule.is.at, Problem::ComplexityWithoutTerm {});
        }
    }
    let asks = |action: &&ActionText<'_>| action.needs.contains(&Need::Circumstances);
    if let Some(action) = kind.actions.iter().find(asks).filter(|_| !kind.complexity.is_empty()) {
        let problem = Problem::ComplexityAsked { action: action.id.value.clone() };
        found.add(&action.id.at, problem);
    }
}

/// Whether what stands in place of the petition is asked for, by an action, and nothing that it hides is
/// public.
fn stripped(kind: &KindText<'_>, found: &Findings) {
    let Some(name) = &kind.stripped else {
        if !kind.openers.is_empty() {
            found.add(&kind.id.at, Problem::OpensNothing {});
        }
        return;
    };
    if let Some(public) = kind.public.as_ref().filter(|public| !public.value.is_empty()) {
        found.add(&public.at, Problem::SealedPublishes {});
    }
    let field = kind.fields.iter().map(|field| &field.field);
    let text = field.filter(|field| {
        matches!(field.takes, FieldType::Text(_))
            && field.required
            && field.privacy == Privacy::Office
    });
    let is = text.into_iter().any(|field| field.id.as_str() == name.value);
    let asks = |action: &ActionText<'_>| action.asks.iter().any(|id| id.value == name.value);
    let two = matches!(kind.openers.as_slice(), [one, other] if one != other);
    if !two {
        found.add(&name.at, Problem::SealedForNobody {});
    }
    if !is || !kind.actions.iter().any(asks) {
        found.add(&name.at, Problem::StrippedNeverAsked { field: clipped(&name.value) });
    }
}

/// Whether nothing asks who comes about a topic that takes no name.
fn nameless(topic: &TopicText<'_>, kind: &KindText<'_>, found: &Findings) {
    let Some(at) = topic.nameless.as_ref().filter(|it| it.value).map(|it| &it.at) else { return };
    if !kind.requires.is_empty() {
        found.add(at, Problem::NamelessRequires { topic: topic.id.value.clone() });
    }
    let tells = |name: &&Name<'_>| {
        let field = kind.fields.iter().find(|field| field.id.value == name.value);
        field.is_some_and(|field| field.field.privacy == Privacy::Identity)
    };
    for field in kind.form.iter().filter(tells) {
        let (topic, field) = (topic.id.value.clone(), field.value.clone());
        found.add(at, Problem::NamelessAsks { topic, field });
    }
}

fn competence(topic: &TopicText<'_>, found: &Findings) {
    let untils: Vec<_> = topic.competent.iter().map(|(_, competence)| competence.until).collect();
    let Some((last, earlier)) = untils.split_last() else { return };
    let in_order = earlier.is_sorted_by(|a, b| a.is_some() && a < b)
        && earlier.iter().all(Option::is_some)
        && last.is_none_or(|last| earlier.last().is_none_or(|before| *before < Some(last)));
    if !in_order {
        let at = topic.competent.first().map_or(&topic.id.at, |(at, _)| at);
        found.add(at, Problem::CompetenceInDisorder { topic: topic.id.value.clone() });
    }
}

/// Whether no level is competent for `topic` after its own last day.
fn outlived(topic: &TopicText<'_>, kind: &KindText<'_>, found: &Findings) {
    let version_ends = kind.until.as_ref().map(|until| until.value);
    for (at, competence) in &topic.competent {
        let Some(last) = competence.level.last_day() else { continue };
        let until = competence.until.into_iter().chain(version_ends).min();
        if until.is_none_or(|until| last < until) {
            let (topic, last) = (topic.id.value.clone(), last.to_string());
            found.add(at, Problem::LevelOutlived { topic, last });
        }
    }
}

/// Whether `field` says how long `clock` runs, whenever it starts. What a clock with a condition needs
/// may be left empty where it does not start.
fn counted_by(clock: &ClockText<'_>, field: &Name<'_>, kind: &KindText<'_>, found: &Findings) {
    let Some(text) = kind.fields.iter().find(|other| other.id.value == field.value) else {
        found.add(&field.at, kind.unknown_field(&field.value));
        return;
    };
    let (name, id) = (field.value.clone(), clock.id.value.clone());
    let within = |bound: Option<Quantity>| {
        bound.is_some_and(|bound| {
            let (least, most) = (*COUNTS.start(), *COUNTS.end());
            let (least, most) = (Quantity::whole(least.into()), Quantity::whole(most.into()));
            bound.decimals() == 0 && (least..=most).contains(&bound)
        })
    };
    let given = text.field.required || clock.when.is_some();
    let bounds = kind.bounds_of(&name).filter(|_| given);
    if !bounds.is_some_and(|(least, most)| within(least) && within(most)) {
        found.add(&field.at, Problem::CannotCount { field: name, clock: id });
        return;
    }
    let named = |names: &[Name<'_>]| names.iter().any(|other| other.value == name);
    let starts = |action: &&ActionText<'_>| {
        let id = ActionId::new(action.id.value.clone());
        clock.clock.starts_by(&id, action.deed)
    };
    let asked = || kind.actions.iter().filter(starts).all(|action| named(&action.asks));
    if !named(&kind.form) && (clock.clock.starts_at_registration || !asked()) {
        found.add(&field.at, Problem::CountedTooLate { field: name, clock: id });
    }
}

fn least(action: &ActionText<'_>, found: &Findings) {
    if let Some(least) = action.least.as_ref().filter(|_| !action.needs.contains(&Need::Text)) {
        let action = action.id.value.clone();
        found.add(&least.at, Problem::TextNeverNeeded { action });
    }
}

/// Whether what is taken once leaves the case where it is, so that none comes to lie at a step that it left that way.
fn once(action: &ActionText<'_>, found: &Findings) {
    let is_once = action.once.as_ref().filter(|once| once.value);
    if let Some(once) = is_once.filter(|_| action.to.is_some()) {
        found.add(&once.at, Problem::OnceLeads { action: action.id.value.clone() });
    }
}

fn settles(action: &ActionText<'_>, found: &Findings) {
    if let Some(settles) = action.settles.as_ref().filter(|_| action.deed != Deed::Answer) {
        let action = action.id.value.clone();
        found.add(&settles.at, Problem::SettlesNothing { action });
    }
}

fn proof(action: &ActionText<'_>, found: &Findings) {
    if let Some(proof) = action.proof.as_ref().filter(|_| !action.needs.contains(&Need::Proof)) {
        let name: &Name<'_> = &action.id;
        found.add(&proof.at, Problem::ProofNeverNeeded { action: name.value.clone() });
    }
}
