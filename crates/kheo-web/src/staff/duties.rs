//! What heads of units owe in person this month, as the cases tell.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kheo_core::case::Metric;
use kheo_core::duty::Duty;
use kheo_core::id::{KindId, UnitId};
use kheo_core::period::{Period, PeriodLength};
use kheo_core::review::FigureRef;
use kheo_core::rules::Rules;
use kheo_core::unit::Unit;
use kheo_store::case::{Filed, filed as filed_cases};
use kheo_store::{Reader, StoreError};

use crate::app::unit_name;
use crate::pages::staff::duties::DutyLine;
use crate::staff::figure_words::{self, Of};
use crate::visit::Visit;

/// The cases that tell of duties, by their kinds.
pub(crate) type FiledByKind = BTreeMap<KindId, Vec<Filed>>;

/// The cases that tell of duties in `scope` and below, in the month of `today`.
///
/// # Errors
/// [`StoreError`].
pub(crate) fn filed(
    r: &Reader<'_>,
    rules: &Rules,
    scope: &UnitId,
    today: Date,
) -> Result<FiledByKind, StoreError> {
    let month = Period::containing(today, PeriodLength::Month);
    let in_force = rules.kinds.iter().filter(|kind| kind.is_in_force(today));
    let mut all = FiledByKind::new();
    for kind in in_force {
        let days = kind.duties.iter().map(|duty| duty.days_of(month));
        let days = days.reduce(|(from, until), (first, last)| (from.min(first), until.max(last)));
        if let Some(days) = days {
            all.insert(kind.id.clone(), filed_cases(r, scope, &kind.id, days)?);
        }
    }
    Ok(all)
}

/// What the heads of `scope` and of the units below it owe this month: `scope` first, the others by name.
pub(crate) fn lines(visit: &Visit, scope: &UnitId, filed: &FiledByKind) -> Vec<DutyLine> {
    let (directory, today) = (&visit.directory, visit.today());
    let mut units: Vec<&Unit> =
        directory.units().filter(|unit| directory.within(scope, &unit.id)).collect();
    units.sort_by_key(|unit| {
        (unit.id != *scope, kheo_core::text::folded(unit_name(unit, visit.lang)))
    });
    let of = |unit: &'_ Unit| {
        let duties = visit.app.rules().duties(unit, today);
        duties.map(|(kind, duty)| line(visit, unit, (&kind.id, duty), filed)).collect::<Vec<_>>()
    };
    units.into_iter().flat_map(of).collect()
}

fn line(
    visit: &Visit,
    unit: &Unit,
    (kind, duty): (&KindId, &Duty),
    filed: &FiledByKind,
) -> DutyLine {
    let month = Period::containing(visit.today(), PeriodLength::Month);
    let of_unit = filed.get(kind).into_iter().flatten().filter(|filed| filed.unit == unit.id);
    let (counted, other): (Vec<&Filed>, Vec<&Filed>) =
        of_unit.partition(|filed| duty.is_done_by(&filed.filled));
    let counted: BTreeSet<Date> = counted.iter().map(|filed| filed.on).collect();
    let other: BTreeSet<Date> = other.iter().map(|filed| filed.on).collect();
    let received = FigureRef::Cases(Some(kind.clone()), Metric::Received);
    let of = Of { unit: &unit.id, alone: true, period: month };
    DutyLine {
        unit: unit.id.clone(),
        name: unit_name(unit, visit.lang).to_owned(),
        duty: duty.id.clone(),
        month,
        times: duty.times,
        per: duty.per,
        account: duty.account(month, &counted),
        others: other.difference(&counted).count(),
        rule: duty.rule.clone(),
        href: figure_words::cases(&received, of).unwrap_or_default(),
    }
}
