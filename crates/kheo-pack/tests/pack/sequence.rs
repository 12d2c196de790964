//! No sequence of actions over the shipped packs leaves a case without a unit that goes on with it.

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
