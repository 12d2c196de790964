//! What a clock states.

use super::super::statement::{About, Item, Name, Said, Statements, named, sorted, written};
use crate::case::{Circumstances, Clock, Condition, Term, Terms, Trigger};

pub(super) fn clock(clock: &Clock, all: &mut Statements) {
    let Clock {
        id,
        starts_at_registration,
        starts,
        stops,
        lapses,
        fails,
        when,
        pauses,
        counted_by,
        terms,
        rule,
    } = clock;
    let registration = starts_at_registration.then(|| Name::new("changed-deed", "registration"));
    let mut about = About::new(Item::Clock(id.clone()), all);
    about
        .states("starts", sorted(registration.into_iter().chain(starts.iter().map(trigger))))
        .states("stops", sorted(stops.iter().map(trigger)))
        .states("lapses", sorted(lapses.iter().map(trigger)))
        .states("fails", sorted(fails.iter().map(trigger)))
        .states("only-if", written(when.iter().map(Condition::source)))
        .states("pauses", Said::Flag(*pauses))
        .states("counted-by", counted_by.as_ref().map(|field| named("field", field)))
        .states("rule", Said::Rules(vec![rule.clone()]));
    let Terms { ordinary, variants } = terms;
    lengths(&mut about, Circumstances::default(), *ordinary);
    for (under, term) in variants {
        lengths(&mut about, *under, *term);
    }
}

fn trigger(trigger: &Trigger) -> Name {
    match trigger {
        Trigger::Deed(deed) => Name::new("changed-deed", deed.word()),
        Trigger::Action(action) => Name::new("action", action.as_str()),
    }
}

pub(super) fn lengths(about: &mut About<'_>, under: Circumstances, term: Term) {
    let Term { limit, extension } = term;
    about.under("limit", under, Said::Limit(limit));
    if let Some(extension) = extension {
        about.under("extension", under, Said::Extension(extension, limit.unit));
    }
}
