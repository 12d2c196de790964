//! Figures by name, and the records behind each.

use kheo_core::id::{KindId, UnitId};
use kheo_core::period::Period;
use kheo_core::review::{Figure, FigureRef};
use kheo_words::Tongue;

use crate::parts::address::{Address, encoded};

/// What a figure is, in words.
pub(crate) fn title(tongue: Tongue<'_>, reference: &FigureRef) -> String {
    let measure = |id| tongue.say(&format!("measure-{id}"));
    match reference {
        FigureRef::Reading(id) => measure(id),
        FigureRef::Plan(id) => tongue.say_with("staff-figure-planned", &[("name", &measure(id))]),
        FigureRef::Percent(id) => {
            tongue.say_with("staff-figure-of-plan", &[("name", &measure(id))])
        }
        FigureRef::Before(id) => {
            tongue.say_with("staff-figure-a-year-before", &[("name", &measure(id))])
        }
        FigureRef::Cases(None, metric) => tongue.say(&format!("staff-metric-{}", metric.word())),
        FigureRef::Cases(Some(kind), metric) => {
            let metric = tongue.say(&format!("staff-metric-{}", metric.word()));
            format!("{metric} · {}", tongue.say(&format!("kind-{kind}")))
        }
        FigureRef::Overdue => tongue.say("staff-metric-overdue"),
        FigureRef::Pending => tongue.say("staff-metric-pending"),
        FigureRef::Indicator(id) => tongue.say(&format!("indicator-{id}")),
    }
}

/// Whose cases a tally counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Of<'a> {
    pub(crate) unit: &'a UnitId,
    /// Whether the units below are left out.
    pub(crate) alone: bool,
    pub(crate) period: Period,
}

/// The list of exactly the cases behind a tally; nothing for a figure that counts no cases.
pub(crate) fn cases(reference: &FigureRef, of: Of<'_>) -> Option<String> {
    let (kind, metric) = match reference {
        FigureRef::Cases(kind, metric) => (kind.as_ref(), metric.word()),
        FigureRef::Overdue => (None, "overdue"),
        FigureRef::Pending => (None, "pending"),
        _ => return None,
    };
    let address = Address::new("/cases")
        .with("metric", metric)
        .with("kind", kind.map_or("", KindId::as_str))
        .with("unit", of.unit.as_str())
        .with("alone", if of.alone { "yes" } else { "" })
        .with("period", &of.period.to_string());
    Some(address.into_string())
}

/// The page that explains `reference` in the review of `unit`.
pub(crate) fn explained(reference: &FigureRef, unit: &UnitId, period: Period) -> String {
    let reference = encoded(&reference.to_string());
    format!("/review/{period}/{}/figure/{reference}", encoded(unit.as_str()))
}

/// The page of a figure, as a link on the page of a review for the same period: pages hold hundreds of
/// them. `alone` when the figure leaves units below its own out.
pub(crate) fn beside(figure: &Figure, alone: bool) -> String {
    let (unit, reference) = (encoded(figure.unit.as_str()), figure.reference.to_string());
    let path = format!("{unit}/figure/{}", encoded(&reference));
    Address::new(path).with("alone", if alone { "yes" } else { "" }).into_string()
}
