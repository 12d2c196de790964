//! No sequence of actions over the shipped packs leaves a case without a unit that goes on with it.

use std::collections::BTreeSet;

use kheo_core::id::{KindId, StepId};
use kheo_pack::load;
use proptest::prelude::*;

use crate::files::read;
use crate::walk::{Chooser, walk};

/// Chooses by the numbers of a test, one after the other; the first, once they are used up.
struct Drawn(std::vec::IntoIter<u16>);

impl Chooser for Drawn {
    fn choose(&mut self, count: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % count
    }
}

#[test]
fn no_sequence_of_actions_leaves_a_case_without_a_responsible_unit() {
    let rules = load(&read("../../packs")).unwrap().rules;
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..Default::default()
    });
    let drawn = prop::collection::vec(any::<u16>(), 0..600);
    runner
        .run(&drawn, |drawn| {
            walk(&rules, &mut Drawn(drawn.into_iter()), 25);
            Ok(())
        })
        .unwrap();
}

#[test]
fn walks_come_to_nearly_every_step_of_every_kind() {
    let rules = load(&read("../../packs")).unwrap().rules;
    let steps = rules
        .kinds
        .iter()
        .flat_map(|kind| kind.steps.iter().map(move |step| (kind.id.clone(), step.id.clone())));
    let all: BTreeSet<(KindId, StepId)> = steps.collect();
    let mut state = 2016_u64;
    let mut number = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        u16::try_from(state >> 48).unwrap_or(0)
    };
    let mut came = BTreeSet::new();
    for _ in 0..6_000 {
        let drawn: Vec<u16> = (0..1_000).map(|_| number()).collect();
        came.extend(walk(&rules, &mut Drawn(drawn.into_iter()), 40));
    }
    let never: Vec<_> = all.difference(&came).collect();
    assert!(never.len() * 10 < all.len(), "never came to {never:?}, of {}", all.len());
}
