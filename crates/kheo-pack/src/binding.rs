//! Checks what binds a kind to the units that are competent for it.

use kheo_core::case::Deed;

use crate::error::Findings;
use crate::kind::KindText;
use crate::nearest::{clipped, nearest};
use crate::problem::Problem;

/// Finds bound deeds that nobody does, units that could do nothing with a case that is not theirs, and bodies
/// that are competent where nothing is bound.
pub(crate) fn check(kind: &KindText<'_>, found: &Findings) {
    let bound = |deed: Deed| kind.bound.iter().any(|own| own.value == deed.word());
    for name in &kind.bound {
        let done = || kind.actions.iter().map(|action| action.deed.word());
        if Deed::from_word(&name.value).is_none() {
            let nearest = nearest(&name.value, done());
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
            begins && matches!(action.deed, Deed::Transfer | Deed::Refuse) && !bound(action.deed)
        });
        if !leaves {
            found.add(&first.at, Problem::NoWayOn {});
        }
    } else {
        for bodies in kind.topics.iter().filter_map(|topic| topic.bodies.as_ref()) {
            found.add(&bodies.at, Problem::BindsNothing {});
        }
    }
}
