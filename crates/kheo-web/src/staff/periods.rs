//! Periods to choose from.

use jiff::civil::Date;
use kheo_core::period::{Period, PeriodLength};
use kheo_words::Tongue;

use crate::pages::staff::choice::Select;
use crate::parts::field::Choice;
use crate::problem::Problem;

/// The period that `text` names; the half that `today` lies in when it is empty.
///
/// # Errors
/// [`Problem::Unreadable`].
pub(crate) fn chosen(text: &str, today: Date) -> Result<Period, Problem> {
    if text.is_empty() {
        return Ok(Period::containing(today, PeriodLength::Half));
    }
    text.parse().map_err(|_| Problem::Unreadable)
}

/// The halves and the years around `today`, and `chosen` whatever it is.
pub(crate) fn select(tongue: Tongue<'_>, today: Date, chosen: Period) -> Select {
    let year = today.year();
    let halves = [(year, 2), (year, 1), (year - 1, 2), (year - 1, 1)];
    let halves = halves.into_iter().filter_map(|(year, half)| Period::half(year, half));
    let this = Period::containing(today, PeriodLength::Year);
    let mut periods: Vec<Period> = halves.chain([this, this.year_before()]).collect();
    if !periods.contains(&chosen) {
        periods.insert(0, chosen);
    }
    let choice = |period: Period| Choice::new(period.to_string(), tongue.period(period));
    Select {
        name: "period",
        label: tongue.say("staff-column-period"),
        any: None,
        choices: periods.into_iter().map(choice).collect(),
        chosen: chosen.to_string(),
    }
}
