//! Which other cases can be named in a case: those that were opened from a letter, for instance.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::case::form::FieldFault;
use crate::case::guard::{Asked, Condition};
use crate::id::KindId;

/// Which cases can be named as an answer. A case of the same kind cannot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nameable {
    /// The kinds they are of; any other where no condition holds.
    pub kinds: Vec<KindsWhen>,
    /// Whether they were registered on or after the day of the case that names them, in the unit that has it or in
    /// one below.
    pub registered_here: bool,
    /// How many different ones have to be named where several can be: 0 means one.
    pub least: usize,
}

/// The kinds of cases that can be named where a condition holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindsWhen {
    /// The condition; always where there is none.
    pub when: Option<Condition>,
    /// The kinds.
    pub are: BTreeSet<KindId>,
}

/// A case that is named.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its kind.
    pub kind: &'a KindId,
    /// The day it was registered.
    pub registered_on: Date,
    /// Whether the unit that it was addressed to is the one that has the naming case, or below it.
    pub addressed_here: bool,
}

impl Nameable {
    /// Why the case that is asked, registered on `since`, cannot name `named`; nothing when it can.
    #[must_use]
    pub fn fault(&self, named: Named<'_>, since: Date, asked: Asked<'_>) -> Option<FieldFault> {
        if *named.kind == asked.case.kind {
            return Some(FieldFault::SameKind);
        }
        let holds = |rule: &&KindsWhen| rule.when.as_ref().is_none_or(|when| when.holds(asked));
        let mut rules = self.kinds.iter().filter(holds).peekable();
        if rules.peek().is_some() && !rules.any(|rule| rule.are.contains(named.kind)) {
            return Some(FieldFault::OtherKind);
        }
        if self.registered_here && named.registered_on < since {
            return Some(FieldFault::RegisteredBefore { since });
        }
        (self.registered_here && !named.addressed_here).then_some(FieldFault::RegisteredElsewhere)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::case::competence::Seat;
    use crate::case::form::Filled;
    use crate::case::tests::begun_at;

    #[test]
    fn only_what_came_of_a_case_is_named_in_it() {
        let since = date(2016, 6, 20);
        let case = begun_at(since);
        let (filled, in_time) = (Filled::new(), BTreeSet::new());
        let asked = Asked {
            case: &case,
            filled: &filled,
            seat: Seat::Competent,
            in_time: &in_time,
            at: since.into(),
        };
        let kinds = |when: Option<&str>, are: &str| KindsWhen {
            when: when.map(|when| Condition::parse(when).unwrap()),
            are: [KindId::new(are)].into(),
        };
        let nameable = Nameable {
            kinds: vec![
                kinds(Some("!competent()"), "denunciation"),
                kinds(Some("competent()"), "complaint"),
            ],
            registered_here: true,
            least: 0,
        };
        let before = FieldFault::RegisteredBefore { since };
        let rows = [
            ("complaint", 20, true, None),
            ("complaint", 29, true, None),
            ("complaint", 19, true, Some(before)),
            ("complaint", 20, false, Some(FieldFault::RegisteredElsewhere)),
            ("denunciation", 20, true, Some(FieldFault::OtherKind)),
            ("recommendation", 20, true, Some(FieldFault::SameKind)),
        ];
        for (kind, day, addressed_here, why) in rows {
            let kind = &KindId::new(kind);
            let named = Named { kind, registered_on: date(2016, 6, day), addressed_here };
            assert_eq!(nameable.fault(named, since, asked), why, "{kind} {day}");
        }
        let any = Nameable::default();
        let kind = &KindId::new("denunciation");
        let named = Named { kind, registered_on: date(2015, 1, 5), addressed_here: false };
        assert_eq!(any.fault(named, since, asked), None);
    }
}
