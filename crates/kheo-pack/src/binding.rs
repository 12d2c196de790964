//! Checks what binds a kind to the units that are competent for it.

use kheo_core::case::Deed;

use crate::clock::trigger;
use crate::error::Findings;
use crate::kind::{ActionText, KindText};
use crate::nearest::{clipped, nearest};
use crate::paths::is;
use crate::problem::Problem;

/// Finds what is bound and nobody does, units that could do nothing with a case that is not theirs, and bodies
/// that are competent where nothing is bound.
pub(crate) fn check(kind: &KindText<'_>, found: &Findings) {
    let bound =
        |action: &ActionText<'_>| kind.bound.iter().any(|own| is(&trigger(&own.value), action));
    for name in &kind.bound {
        let done = || kind.actions.iter().map(|action| action.deed.word());
        let actions = || kind.actions.iter().map(|action| action.id.value.as_str());
        if Deed::from_word(&name.value).is_none() {
            if actions().any(|action| action == name.value) {
                continue;
            }
            let nearest = nearest(&name.value, done().chain(actions()));
            let (field, word) = ("competent_only".to_owned(), clipped(&name.value));
            found.add(&name.at, Problem::UnknownWord { field, word, nearest });
        } else if !done().any(|deed| deed == name.value) {
            let nearest = nearest(&name.value, done());
            found.add(&name.at, Problem::NeverDone { deed: name.value.clone(), nearest });
        }
    }
    if let Some(first) = kind.bound.first() {
        let leaves = kind.actions.iter().any(|action| {
            let begins = action.from.iter().any(|step| step.value == kind.first_step.value);
            begins && matches!(action.deed, Deed::Transfer | Deed::Refuse) && !bound(action)
        });
        if !leaves {
            found.add(&first.at, Problem::NoWayOn {});
        }
        let last = kind.topics.last().map(|topic| &topic.id.value);
        for topic in kind.topics.iter().filter(|topic| Some(&topic.id.value) != last) {
            if let Some(only) = &topic.only_this_level {
                let topic = topic.id.value.clone();
                found.add(&only.at, Problem::BindsAnyway { topic });
            }
        }
    } else {
        for only in kind.topics.iter().filter_map(|topic| topic.only_this_level.as_ref()) {
            found.add(&only.at, Problem::BindsNothing {});
        }
        for bodies in kind.topics.iter().filter_map(|topic| topic.bodies.as_ref()) {
            found.add(&bodies.at, Problem::BindsNothing {});
        }
    }
}
