//! Links that come and go: what belongs together is what they hold together, and nothing else.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::event::Event;
use crate::id::CaseCode;
use crate::matter::event::{Link, MatterEvent};
use crate::matter::{Links, together};

fn code(n: usize) -> CaseCode {
    CaseCode::new(format!("KN-2016-{n:04}-AAAA"))
}

fn link(one: usize, other: usize) -> Link {
    Link::between(code(one), code(other))
}

fn said(events: &[MatterEvent]) -> Links {
    let mut links = Links::default();
    for event in events {
        links.apply(&Event::Matter(event.clone()));
    }
    links
}

fn codes(numbers: &[usize]) -> BTreeSet<CaseCode> {
    numbers.iter().map(|n| code(*n)).collect()
}

#[test]
fn two_matters_become_one_and_two_again() {
    let linked = |one, other| MatterEvent::Linked(link(one, other));
    let mut events = vec![linked(1, 2), linked(3, 4), linked(4, 5)];
    let apart = said(&events).matters();
    assert_eq!(apart[&code(2)], codes(&[1, 2]));
    assert_eq!(apart[&code(5)], codes(&[3, 4, 5]));

    events.push(linked(2, 3));
    let joined = said(&events).matters();
    assert_eq!(joined[&code(1)], codes(&[1, 2, 3, 4, 5]));

    events.push(MatterEvent::Unlinked(link(3, 2)));
    assert_eq!(said(&events).matters(), apart);
}

#[test]
fn a_link_that_others_bear_out_can_go_without_parting_anything() {
    let linked = |one, other| MatterEvent::Linked(link(one, other));
    let ring = [linked(1, 2), linked(2, 3), linked(3, 1), MatterEvent::Unlinked(link(1, 2))];
    assert_eq!(said(&ring).matters()[&code(1)], codes(&[1, 2, 3]));
}

proptest! {
    #[test]
    fn whatever_is_said(
        steps in prop::collection::vec((any::<bool>(), 0_usize..7, 0_usize..7), 0..40),
        last in (0_usize..7, 0_usize..7),
    ) {
        let steps = steps.into_iter().filter(|(_, one, other)| one != other);
        let events: Vec<MatterEvent> = steps
            .map(|(links, one, other)| {
                let link = link(one, other);
                if links { MatterEvent::Linked(link) } else { MatterEvent::Unlinked(link) }
            })
            .collect();
        let links = said(&events);
        let matters = links.matters();

        for (case, matter) in &matters {
            prop_assert!(matter.len() > 1 && matter.contains(case));
            for member in matter {
                prop_assert_eq!(&matters[member], matter, "no case is in two matters");
            }
        }

        let (one, other) = last;
        if one != other && !links.holds(&link(one, other)) {
            let mut more = links.clone();
            more.apply(&Event::Matter(MatterEvent::Linked(link(one, other))));
            let both: BTreeSet<_> = [one, other]
                .into_iter()
                .flat_map(|n| matters.get(&code(n)).cloned().unwrap_or_else(|| codes(&[n])))
                .collect();
            prop_assert_eq!(&more.matters()[&code(one)], &both);
            more.apply(&Event::Matter(MatterEvent::Unlinked(link(other, one))));
            prop_assert_eq!(more, links, "undoing a link leaves everything as it was");
        }
    }

    #[test]
    fn a_chain_of_any_length_holds_together(length in 2_usize..60) {
        let chain: Vec<Link> = (1..length).map(|n| link(n - 1, n)).collect();
        for n in [0, length / 2, length - 1] {
            prop_assert_eq!(together(&chain, &code(n)).len(), length);
        }
    }
}
