//! `/`: the way in.

use kheo_core::case::Metric;
use kheo_core::id::UnitId;
use kheo_core::period::{Period, PeriodLength};
use kheo_core::review::Figures;
use maud::Markup;

use crate::pages::public::home::{HomePage, UnitLine, page};
use crate::parts::address::Address;
use crate::parts::field::Choice;
use crate::problem::Problem;
use crate::visit::Visit;

/// `GET /`.
///
/// # Errors
/// [`Problem::Broken`].
pub(crate) async fn show(visit: Visit) -> Result<Markup, Problem> {
    let (today, place) = (visit.today(), visit.app.place.clone());
    let period = Period::containing(today, PeriodLength::Half);
    let remembered = visit.app.remembered.clone();
    let read = visit.app.db.read_public(move |r| remembered.figures(r, &place, period, today));
    let known = read.await?;
    let units = visit.directory.addressable(&visit.app.place, today, visit.lang);
    let units = units.iter().map(|unit| line(unit, &known)).collect();
    Ok(page(&visit, &HomePage { period, units }))
}

fn line(choice: &Choice, known: &Figures) -> UnitLine {
    let unit = UnitId::new(&choice.value);
    let counted = |metric| known.cases(&[&unit].into(), None, metric);
    let (in_time, late) = (counted(Metric::AnsweredInTime), counted(Metric::AnsweredLate));
    let (received, kept_closed) = (counted(Metric::Received), counted(Metric::KeptClosed));
    UnitLine {
        name: choice.words.clone(),
        in_time: in_time
            .value
            .checked_add(late.value)
            .and_then(|answered| in_time.value.percent_of(answered)),
        answers: Address::new("/answers").with("unit", &choice.value).into_string(),
        demonstration: [&received, &in_time, &late, &kept_closed]
            .iter()
            .any(|figure| figure.origin.is_demonstration()),
        received: received.value,
        kept_closed: kept_closed.value,
    }
}
