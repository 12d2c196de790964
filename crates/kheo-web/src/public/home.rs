//! `/`: the way in.

use std::collections::BTreeSet;

use kheo_core::case::Metric;
use kheo_core::period::{Period, PeriodLength};
use kheo_core::quantity::Quantity;
use kheo_core::review::Tally;
use maud::Markup;

use crate::pages::public::home::{HomePage, UnitLine, page};
use crate::parts::field::Choice;
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(visit: Visit) -> Result<Markup, Problem> {
    let period = Period::containing(visit.today(), PeriodLength::Half);
    let place = visit.app.place.clone();
    let read = visit.app.db.read(move |r| kheo_store::case::tallies(r, &place, period));
    let tallies = read.await?;
    let units = visit.directory.addressable(&visit.app.place, visit.today(), visit.lang);
    let units = units.iter().map(|unit| line(unit, &tallies)).collect();
    Ok(page(&visit, &HomePage { period, units }))
}

fn line(unit: &Choice, tallies: &[Tally]) -> UnitLine {
    let of = |metrics: &[Metric]| -> BTreeSet<_> { metrics.iter().copied().collect() };
    let sum = |metrics: &BTreeSet<Metric>| -> i64 {
        let here =
            tallies.iter().filter(|t| t.unit.as_str() == unit.value && metrics.contains(&t.metric));
        here.map(|tally| tally.count).sum()
    };
    let whole = |n: i64| Quantity::from_thousandths(n.saturating_mul(1000));
    let answered = of(&[Metric::AnsweredInTime, Metric::AnsweredLate]);
    UnitLine {
        name: unit.words.clone(),
        received: sum(&of(&[Metric::Received])),
        in_time: whole(sum(&of(&[Metric::AnsweredInTime]))).percent_of(whole(sum(&answered))),
        kept_closed: sum(&of(&[Metric::KeptClosed])),
        demonstration: tallies
            .iter()
            .any(|t| t.unit.as_str() == unit.value && t.demonstration != 0),
    }
}
