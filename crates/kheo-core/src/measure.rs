//! Measures, plans and readings: the numbers that units report.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::id::{MeasureId, UnitId};
use crate::origin::Origin;
use crate::period::{Period, PeriodLength};
use crate::quantity::Quantity;

/// A number that units report per period, as its pack defines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name; its words on screen are `measure-` and this.
    pub id: MeasureId,
    /// What it is counted in; its words on screen are `measured-in-` and this: `hectare`, `percent`, `household`.
    pub measured_in: String,
    /// The length of the periods it is reported for.
    pub period: PeriodLength,
    /// Whether a unit's figure is the sum of the units below it when it reported none itself.
    pub adds_up: bool,
    /// Whether it is a level, such as a count on a day or a share, that does not grow with the months
    /// of a plan; what is done bit by bit is not.
    pub stock: bool,
    /// Whether more is better, and so can be ahead of or behind its plan.
    pub good: Good,
    /// The smallest value that makes sense.
    pub least: Option<Quantity>,
    /// The largest value that makes sense.
    pub most: Option<Quantity>,
}

/// The direction in which a measure gets better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Good {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither.
    #[default]
    Neither,
}

/// One value that a unit reported for a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// What was measured.
    pub measure: MeasureId,
    /// For which unit.
    pub unit: UnitId,
    /// For which period.
    pub period: Period,
    /// - Unit: that of the measure.
    pub value: Quantity,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether another reading of the same figure is used instead of this one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub set_aside: bool,
    /// What a reader should know, in Vietnamese: why it was set aside, how it was printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
}

/// What a unit is to reach in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// What is measured.
    pub measure: MeasureId,
    /// For which unit.
    pub unit: UnitId,
    /// By the end of which period: a plan of a year stands beside the readings of its halves.
    pub period: Period,
    /// - Unit: that of the measure.
    pub value: Quantity,
    /// Where it comes from.
    pub origin: Origin,
    /// What a reader should know, in Vietnamese: of which day it is, how it was worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The same in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_en: Option<String>,
}

/// What can happen to the figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum MeasureEvent {
    /// A value was reported. A later one for the same figure takes its place, unless it is set aside.
    #[serde(rename = "measure.reported")]
    Reported(Reading),
    /// A plan was set. A later one for the same figure takes its place.
    #[serde(rename = "measure.planned")]
    Planned(Plan),
}

/// Decides whether `reading` can be reported, under the `measure` it names.
///
/// # Errors
/// [`Refusal::WrongPeriod`], [`Refusal::OutOfBounds`].
pub fn report(measure: &Measure, reading: Reading) -> Result<MeasureEvent, Refusal> {
    if reading.period.length() != measure.period {
        return Err(Refusal::WrongPeriod { period: reading.period, wanted: measure.period });
    }
    within_bounds(measure, reading.value)?;
    Ok(MeasureEvent::Reported(reading))
}

/// Decides whether `plan` can be set, under the `measure` it names.
///
/// # Errors
/// [`Refusal::OutOfBounds`].
pub fn plan(measure: &Measure, plan: Plan) -> Result<MeasureEvent, Refusal> {
    within_bounds(measure, plan.value)?;
    Ok(MeasureEvent::Planned(plan))
}

fn within_bounds(measure: &Measure, value: Quantity) -> Result<(), Refusal> {
    let low = measure.least.is_some_and(|least| value < least);
    let high = measure.most.is_some_and(|most| value > most);
    if low || high {
        return Err(Refusal::OutOfBounds { value, least: measure.least, most: measure.most });
    }
    Ok(())
}

/// The share of the plan of `measure` for `planned` that is due at the end of `reported`, in percent:
/// 50 for a half-year reading of a plan for the year. Nothing for a stock before the plan's period
/// ends, for it is not reached bit by bit.
#[must_use]
pub fn due_share(measure: &Measure, reported: Period, planned: Period) -> Option<i32> {
    let day: Date = reported.last();
    if measure.stock && day < planned.last() {
        None
    } else if planned.length() == PeriodLength::Year && planned.contains(day) {
        Some(reported.percent_of_year_at_end())
    } else {
        Some(100)
    }
}

#[cfg(test)]
mod tests {
    use super::{Good, Measure, Reading, due_share, report};
    use crate::Refusal;
    use crate::id::{MeasureId, UnitId};
    use crate::origin::Origin;
    use crate::period::PeriodLength;
    use crate::quantity::Quantity;

    fn rice() -> Measure {
        Measure {
            id: MeasureId::new("spring-rice-area"),
            measured_in: "hectare".into(),
            period: PeriodLength::Half,
            adds_up: true,
            stock: false,
            good: Good::Up,
            least: Some(Quantity::ZERO),
            most: Some(Quantity::whole(13_688)),
        }
    }

    fn reading(period: &str, value: &str) -> Reading {
        Reading {
            measure: MeasureId::new("spring-rice-area"),
            unit: UnitId::new("bac-kan"),
            period: period.parse().unwrap(),
            value: value.parse().unwrap(),
            origin: Origin::Entered,
            set_aside: false,
            note: None,
            note_en: None,
        }
    }

    #[test]
    fn a_reading_must_fit_its_measure() {
        assert!(report(&rice(), reading("2016-H1", "345.45")).is_ok());
        assert!(matches!(
            report(&rice(), reading("2016", "345.45")),
            Err(Refusal::WrongPeriod { wanted: PeriodLength::Half, .. })
        ));
        for value in ["-0.001", "13688.001"] {
            assert!(matches!(
                report(&rice(), reading("2016-H1", value)),
                Err(Refusal::OutOfBounds { .. })
            ));
        }
    }

    #[test]
    fn half_of_a_years_plan_is_due_at_midyear_but_a_stock_only_at_the_end() {
        let rows = [
            ("2016-H1", "2016", Some(50), None),
            ("2016-Q3", "2016", Some(75), None),
            ("2016-H2", "2016", Some(100), Some(100)),
            ("2016-Q1", "2016-H1", Some(100), None),
            ("2016-H1", "2016-H1", Some(100), Some(100)),
            ("2016", "2016", Some(100), Some(100)),
        ];
        let ponds = Measure { stock: true, ..rice() };
        for (reported, planned, flow, stock) in rows {
            let (reported, planned) = (reported.parse().unwrap(), planned.parse().unwrap());
            assert_eq!(due_share(&rice(), reported, planned), flow, "{reported} of {planned}");
            assert_eq!(due_share(&ponds, reported, planned), stock, "{reported} of {planned}");
        }
    }
}
