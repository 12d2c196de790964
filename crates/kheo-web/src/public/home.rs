//! `/`: the way in.

use std::collections::BTreeSet;

use kheo_core::case::Metric;
use kheo_core::period::{Period, PeriodLength};
use kheo_core::quantity::Quantity;
use kheo_core::review::Tally;
use kheo_core::unit::Unit;
use maud::Markup;

use crate::app::unit_name;
use crate::intake;
use crate::pages::public::home::{HomePage, UnitLine, page};
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(visit: Visit) -> Result<Markup, Problem> {
    let period = Period::containing(visit.today(), PeriodLength::Half);
    let place = visit.app.place.id.clone();
    let read = visit.app.db.read(move |r| {
        Ok((intake::addressees(r)?, kheo_store::case::tallies(r, &place, period)?))
    });
    let (units, tallies) = read.await?;
    let units = units.iter().map(|unit| line(&visit, unit, &tallies)).collect();
    Ok(page(&visit, &HomePage { period, units }))
}

fn line(visit: &Visit, unit: &Unit, tallies: &[Tally]) -> UnitLine {
    let of = |metrics: &[Metric]| -> BTreeSet<_> { metrics.iter().copied().collect() };
    let sum = |metrics: &BTreeSet<Metric>| -> i64 {
        let here = tallies.iter().filter(|t| t.unit == unit.id && metrics.contains(&t.metric));
        here.map(|tally| tally.count).sum()
    };
    let whole = |n: i64| Quantity::from_thousandths(n.saturating_mul(1000));
    let answered = of(&[Metric::AnsweredInTime, Metric::AnsweredLate]);
    UnitLine {
        name: unit_name(unit, visit.lang).to_owned(),
        received: sum(&of(&[Metric::Received])),
        in_time: whole(sum(&of(&[Metric::AnsweredInTime]))).percent_of(whole(sum(&answered))),
        kept_closed: sum(&of(&[Metric::KeptClosed])),
        demonstration: tallies.iter().any(|t| t.unit == unit.id && t.demonstration != 0),
    }
}
