//! Clocks that start under a condition or run as long as somebody said, and petitions that must say
//! where or who.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kheo_calendar::{LimitUnit, TimeLimit};

use super::*;
use crate::case::{Condition, FieldFault, FieldType, FieldValue, Filled, FormField, Part, Privacy};
use crate::id::FieldId;
use crate::quantity::Quantity;

/// Requests that are sorted when they are accepted: urgent ones have 7 hours of work, others as many
/// days as is said.
fn sorted() -> CaseKind {
    let mut kind = kind();
    let field = |id, takes| FormField {
        id: FieldId::new(id),
        takes,
        required: true,
        privacy: Privacy::Office,
        follows: None,
    };
    let (least, most) = (Some(Quantity::whole(1)), Some(Quantity::whole(60)));
    let choices = vec!["urgent".to_owned(), "normal".to_owned()];
    kind.fields = vec![
        field("urgency", FieldType::Choice(choices)),
        field("days", FieldType::Number { least, most }),
    ];
    let accept = kind.actions.first_mut().unwrap();
    accept.asks = vec![FieldId::new("urgency"), FieldId::new("days")];
    let old = kind.clocks.remove(0);
    let clock = |id, when, limit| Clock {
        id: ClockId::new(id),
        starts_at_registration: false,
        starts: vec![Deed::Accept.into()],
        when: Some(Condition::parse(when).unwrap()),
        terms: Terms::of(limit),
        ..old.clone()
    };
    let urgent = r#"chosen("urgency", "urgent")"#;
    let normal = r#"chosen("urgency", "normal") && done("accept") < 1.0"#;
    kind.clocks = vec![
        clock("urgent", urgent, TimeLimit::rolling(7, LimitUnit::WorkingHours)),
        Clock {
            counted_by: Some(FieldId::new("days")),
            ..clock("normal", normal, TimeLimit::rolling(60, LimitUnit::WorkingDays))
        },
    ];
    kind
}

fn accepted(urgency: &str, days: &str) -> Result<Vec<(String, Date)>, Refusal> {
    let kind = sorted();
    let events = register(&kind, registration(Level::Commune), RECEIVED_ON, &CALENDAR)?;
    let case = Case::fold(&events).unwrap();
    let chosen = FieldValue::Chosen(BTreeSet::from([urgency.to_owned()]));
    let filled = Filled::from([
        (FieldId::new("urgency"), chosen),
        (FieldId::new("days"), FieldValue::Number(days.parse().unwrap())),
    ]);
    let accept = Act { filled, ..Act::plain(ActionId::new("accept"), case.seen) };
    let events = act(&kind, &case, &handler(), &own(), accept, RECEIVED_ON, &CALENDAR)?;
    let started = events.into_iter().filter_map(|event| match event {
        CaseEvent::ClockStarted { clock, due } => Some((clock.to_string(), due.on)),
        _ => None,
    });
    Ok(started.collect())
}

#[test]
fn a_clock_starts_only_under_its_condition() {
    // Monday 11 April 2016; without a time of day hours are counted from the next morning.
    assert_eq!(accepted("urgent", "9").unwrap(), [("urgent".to_owned(), date(2016, 4, 12))]);
    let normal = accepted("normal", "9").unwrap();
    assert_eq!(normal, [("normal".to_owned(), date(2016, 4, 25))], "18 April is a day off");
}

#[test]
fn a_clock_runs_as_many_days_as_is_said_and_no_others() {
    let at = |days| accepted("normal", days).map(|started| started.into_iter().next().unwrap().1);
    assert_eq!(at("1"), Ok(date(2016, 4, 12)));
    let (least, most) = (Some(Quantity::whole(1)), Some(Quantity::whole(60)));
    let outside = FieldFault::OutOfBounds { least, most };
    let rows =
        [("2.5", FieldFault::NotWhole), ("0", outside), ("61", outside), ("99999999", outside)];
    for (days, why) in rows {
        let field = FieldId::new("days");
        assert_eq!(at(days), Err(Refusal::Unfilled { field, why }), "{days}");
    }
}

#[test]
fn what_a_kind_requires_of_a_petition_is_not_left_out() {
    let kind = CaseKind { requires: BTreeSet::from([Part::Phone, Part::Place]), ..kind() };
    let mut filing = registration(Level::Commune);
    let registered =
        |filing: &Registration| register(&kind, filing.clone(), RECEIVED_ON, &CALENDAR);
    assert_eq!(registered(&filing), Err(Refusal::Lacks { part: Part::Place }));
    filing.petition.place = Some("tổ 3".into());
    assert_eq!(registered(&filing), Err(Refusal::Lacks { part: Part::Phone }));
    filing.petition.phone = Some("0912345678".into());
    assert!(registered(&filing).is_ok());
}
