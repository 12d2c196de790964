//! What a question of a form and a condition state.

use super::super::statement::{
    About, Item, Name, Said, Statements, in_order, named, sorted, written,
};
use crate::case::{FieldType, FormField, Guard, KindsWhen, Nameable, Privacy};
use crate::id::KindId;
use crate::quantity::Quantity;
use crate::text::Bounds;

pub(super) fn field(field: &FormField, all: &mut Statements) {
    let FormField { id, takes, required, privacy, follows } = field;
    let privacy = match privacy {
        Privacy::Public => "public",
        Privacy::Office => "office",
        Privacy::Identity => "identity",
    };
    let (sort, least, most) = match takes {
        FieldType::Line(bounds) => characters("line", *bounds),
        FieldType::Text(bounds) => characters("text", *bounds),
        FieldType::Number { least, most } => ("number", *least, *most),
        FieldType::Day => ("day", None, None),
        FieldType::DayToCome { once: false } => ("day-to-come", None, None),
        FieldType::DayToCome { once: true } => ("day-to-come-once", None, None),
        FieldType::Choice(_) => ("choice", None, None),
        FieldType::Choices(_) => ("choices", None, None),
        FieldType::Case(_) => ("case", None, None),
        FieldType::Cases(Nameable { least, .. }) => {
            let least = i32::try_from(*least).ok().filter(|least| *least > 0);
            ("cases", least.map(Quantity::whole), None)
        }
    };
    About::new(Item::Field(id.clone()), all)
        .states("takes", named("changed-takes", sort))
        .states("least", least.map(Said::Number))
        .states("most", most.map(Said::Number))
        .states("choices", in_order("choice", takes.choices().unwrap_or_default()))
        .states("required", Said::Flag(*required))
        .states("privacy", named("changed-privacy", privacy))
        .states("named-kinds", takes.nameable().and_then(|one| sorted(kinds_of(one))))
        .states("named-when", takes.nameable().and_then(|one| written(conditions_of(one))))
        .states("registered-here", takes.nameable().map(|one| Said::Flag(one.registered_here)))
        .states("follows", follows.as_ref().map(|field| named("field", field)));
}

fn kinds_of(nameable: &Nameable) -> impl Iterator<Item = Name> + '_ {
    let kinds = nameable.kinds.iter().flat_map(|KindsWhen { when: _, are }| are);
    kinds.map(|kind| Name::new("kind", kind.as_str()))
}

/// Which kinds under which condition, as the pack writes them.
fn conditions_of(nameable: &Nameable) -> impl Iterator<Item = String> + '_ {
    nameable.kinds.iter().filter_map(|KindsWhen { when, are }| {
        let kinds: Vec<&str> = are.iter().map(KindId::as_str).collect();
        Some(format!("{}: {}", when.as_ref()?.source(), kinds.join(", ")))
    })
}

/// A sort of text with its bounds, in characters.
fn characters(
    sort: &'static str,
    bounds: Bounds,
) -> (&'static str, Option<Quantity>, Option<Quantity>) {
    let Bounds { least, most } = bounds;
    let number = |count: usize| i32::try_from(count).ok().map(Quantity::whole);
    (sort, number(least), number(most))
}

pub(super) fn guard(guard: &Guard, all: &mut Statements) {
    let Guard { id, when, rule } = guard;
    About::new(Item::Guard(id.clone()), all)
        .states("when", written([when.source()]))
        .states("rule", rule.clone().map(|rule| Said::Rules(vec![rule])));
}
