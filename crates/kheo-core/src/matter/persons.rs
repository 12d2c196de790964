//! How many people bring a matter.

use std::collections::BTreeMap;

use crate::case::Petition;
use crate::matter::likeness::digits;
use crate::text::folded;

/// For how many people a petition speaks, and who speaks, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spoken {
    /// - Unit: persons.
    pub persons: u32,
    phone: Option<String>,
    name: Option<String>,
}

impl Spoken {
    /// What `petition` says of it.
    #[must_use]
    pub fn of(petition: &Petition) -> Self {
        Self {
            persons: petition.persons.get(),
            phone: petition.phone.as_deref().map(digits),
            name: petition.name.as_deref().map(folded),
        }
    }

    fn is_known(&self) -> bool {
        self.phone.is_some() || self.name.is_some()
    }
}

/// How many people bring a matter, at least.
///
/// The same telephone number or the same name is taken for the same speaker, who counts once, with
/// the most that they ever spoke for. Those who gave neither could be any of the others: of them the
/// largest group alone is sure.
#[must_use]
pub fn at_least(petitions: &[Spoken]) -> u32 {
    let known: Vec<&Spoken> = petitions.iter().filter(|one| one.is_known()).collect();
    let mut speaker: Vec<usize> = (0..known.len()).collect();
    for (at, one) in known.iter().enumerate() {
        for (before, other) in known.iter().enumerate().take(at) {
            let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
            if same(&one.phone, &other.phone) || same(&one.name, &other.name) {
                let (from, to) = (speaker[at], speaker[before]);
                speaker.iter_mut().filter(|who| **who == from).for_each(|who| *who = to);
            }
        }
    }
    let mut most: BTreeMap<usize, u32> = BTreeMap::new();
    for (who, one) in speaker.iter().zip(&known) {
        let known = most.entry(*who).or_default();
        *known = one.persons.max(*known);
    }
    let named = most.values().fold(0_u32, |sum, persons| sum.saturating_add(*persons));
    let unnamed = petitions.iter().filter(|one| !one.is_known()).map(|one| one.persons).max();
    named.max(unnamed.unwrap_or(0))
}
