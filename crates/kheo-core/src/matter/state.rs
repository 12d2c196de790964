//! Which cases belong together now: what was said of them, folded.

use std::collections::{BTreeMap, BTreeSet};

use crate::case::CaseEvent;
use crate::event::Event;
use crate::id::CaseCode;
use crate::matter::event::{Link, MatterEvent};

/// All links that stand, and all judgements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    links: BTreeSet<Link>,
    pursued: BTreeSet<CaseCode>,
}

impl Links {
    /// Takes in one more event; a case that is registered as an earlier one brought again says by
    /// that that the two are linked.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Case(CaseEvent::Registered(registered)) => {
                let earlier = registered.again.clone();
                let link = |earlier| Link::between(earlier, registered.code.clone());
                self.links.extend(earlier.map(link));
            }
            Event::Matter(event) => self.said(event),
            _ => {}
        }
    }

    fn said(&mut self, event: &MatterEvent) {
        match event {
            MatterEvent::Linked(link) => {
                self.links.insert(link.clone());
            }
            MatterEvent::Unlinked(link) => {
                self.links.remove(link);
            }
            MatterEvent::JudgedPursued { code, .. } => {
                self.pursued.insert(code.clone());
            }
            MatterEvent::JudgementWithdrawn { code, .. } => {
                self.pursued.remove(code);
            }
        }
    }

    /// Whether somebody says that the two are about the same matter.
    #[must_use]
    pub fn holds(&self, link: &Link) -> bool {
        self.links.contains(link)
    }

    /// Whether the case was judged to pursue its matter after a final answer.
    #[must_use]
    pub fn is_pursued(&self, code: &CaseCode) -> bool {
        self.pursued.contains(code)
    }

    /// The matter of each case that is in one: the cases it holds together.
    #[must_use]
    pub fn matters(&self) -> BTreeMap<CaseCode, BTreeSet<CaseCode>> {
        let mut all = BTreeMap::new();
        for code in self.links.iter().flat_map(|link| [&link.one, &link.other]) {
            if !all.contains_key(code) {
                let matter = together(&self.links, code);
                all.extend(matter.iter().map(|member| (member.clone(), matter.clone())));
            }
        }
        all
    }
}

/// The cases that `links` hold together with `code`, itself among them.
#[must_use]
pub fn together<'a>(
    links: impl IntoIterator<Item = &'a Link>,
    code: &CaseCode,
) -> BTreeSet<CaseCode> {
    let mut next: BTreeMap<&CaseCode, Vec<&CaseCode>> = BTreeMap::new();
    for link in links {
        next.entry(&link.one).or_default().push(&link.other);
        next.entry(&link.other).or_default().push(&link.one);
    }
    let mut found = BTreeSet::from([code.clone()]);
    let mut open = vec![code];
    while let Some(here) = open.pop() {
        for other in next.get(here).into_iter().flatten() {
            if found.insert((*other).clone()) {
                open.push(other);
            }
        }
    }
    found
}
