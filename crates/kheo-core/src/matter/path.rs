//! The way of a case through the units.

use jiff::civil::Date;

use crate::case::CaseEvent;
use crate::id::UnitId;

/// A unit that a case came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The unit.
    pub unit: UnitId,
    /// The day it came there.
    pub since: Date,
}

/// The units that a case came to, one after the other. `told` is what happened to it, each with its
/// day.
#[must_use]
pub fn path<'a>(told: impl IntoIterator<Item = (Date, &'a CaseEvent)>) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (since, event) in told {
        let unit = match event {
            CaseEvent::Registered(registered) => &registered.unit,
            CaseEvent::Acted(acted) => &acted.unit,
            _ => continue,
        };
        if stops.last().is_none_or(|stop| stop.unit != *unit) {
            stops.push(Stop { unit: unit.clone(), since });
        }
    }
    stops
}
