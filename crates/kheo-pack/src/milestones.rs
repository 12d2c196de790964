//! Reads the limits of a pack that no clock of a case counts.

use jiff::civil::Date;
use kheo_calendar::Citation;
use kheo_core::id::{KindId, MilestoneId};
use kheo_core::milestone::Milestone;

use crate::clock::{self, ClockText};
use crate::error::Findings;
use crate::fields::{Document, Fields};
use crate::kind::KindText;
use crate::problem::Problem;
use crate::rule::rule;
use crate::source::{Name, Spotted};

/// A milestone as its file writes it.
pub(crate) struct MilestoneText<'s> {
    pub(crate) id: Name<'s>,
    pub(crate) of: Name<'s>,
    pub(crate) event: Name<'s>,
    from: Spotted<'s, Date>,
    pub(crate) milestone: Milestone,
}

/// The milestones of the file.
pub(crate) fn read<'s>(document: &Document<'s>, found: &Findings) -> Vec<MilestoneText<'s>> {
    let mut file = document.fields(found);
    let all = file.tables("milestone").into_iter().filter_map(|fields| milestone(fields, found));
    let all = all.collect();
    file.must_have("milestone");
    file.end();
    all
}

fn milestone<'s>(mut fields: Fields<'_, 's>, found: &Findings) -> Option<MilestoneText<'s>> {
    let (id, of, event) = (fields.name("id"), fields.name("of"), fields.name("event"));
    let (from, until) = (fields.date("from"), fields.optional_date("until"));
    let terms = clock::terms(&mut fields);
    let rule = rule(&mut fields);
    fields.end();
    let (id, of, event, from) = (id?, of?, event?, from?);
    if let Some(until) = until.as_ref().filter(|until| until.value < from.value) {
        let (from, until_day) = (from.value.to_string(), until.value.to_string());
        found.add(&until.at, Problem::EndsBeforeItBegins { from, until: until_day });
    }
    let milestone = Milestone {
        id: MilestoneId::new(id.value.clone()),
        of: KindId::new(of.value.clone()),
        event: event.value.clone(),
        from: from.value,
        until: until.map(|until| until.value),
        terms: terms?,
        rule: Citation { from: Some(from.value), ..rule? },
    };
    Some(MilestoneText { id, of, event, from, milestone })
}

/// Finds versions of a milestone that hold on the same day, and names that limits of cases bear as well.
pub(crate) fn check(all: &[MilestoneText<'_>], kinds: &[KindText<'_>], found: &Findings) {
    for (later, text) in all.iter().enumerate() {
        let own = &text.milestone;
        for other in all.iter().take(later).filter(|other| other.id.value == text.id.value) {
            let held = &other.milestone;
            let overlap = own.is_in_force(held.from) || held.is_in_force(own.from);
            if overlap || held.of != own.of {
                let (kind, first) = (text.id.value.clone(), other.from.at.short());
                found.add(&text.from.at, Problem::OverlappingVersions { kind, first });
            }
        }
        let of_kind = kinds.iter().filter(|kind| kind.id.value == text.of.value);
        let mut clocks = of_kind.flat_map(|kind| &kind.clocks);
        let is_named_so = |clock: &&ClockText<'_>| clock.id.value == text.id.value;
        if let Some(clock) = clocks.find(is_named_so) {
            let (name, first) = (text.id.value.clone(), clock.id.at.short());
            found.add(&text.id.at, Problem::Duplicate { name, first });
        }
    }
}
