//! Periods to choose from.

use jiff::civil::Date;
use kheo_core::period::{Period, PeriodLength};
use kheo_words::Tongue;

use crate::pages::staff::choice::Select;
use crate::parts::field::Choice;

/// Whether `text` names a period.
pub(crate) fn is_one(text: &str) -> bool {
    text.parse::<Period>().is_ok()
}

/// The period that `text` names; the half that `today` lies in when it names none.
pub(crate) fn chosen(text: &str, today: Date) -> Period {
    text.parse().unwrap_or_else(|_| Period::containing(today, PeriodLength::Half))
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
