//! What heads of units have to do in person so often, whatever cases come: to receive citizens.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use kheo_calendar::Citation;

use crate::case::FieldValue;
use crate::case::form::Filled;
use crate::id::{DutyId, FieldId};
use crate::period::Period;
use crate::unit::{Bloc, Level, Unit, UnitKind};

/// A duty of heads: on so many days of each week or month, one of them at least.
///
/// It is fulfilled by cases of its kind on whose form it was chosen who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Its name; its words on screen are `duty-` and this.
    pub id: DutyId,
    /// Whose heads owe it.
    pub owed_by: OwedBy,
    /// - Unit: days in each `per`.
    pub times: u16,
    /// How often it comes back.
    pub per: Per,
    /// The last day of the rule; nothing while it is in force.
    pub until: Option<Date>,
    /// The field that says who did it.
    pub field: FieldId,
    /// The choices of that field that fulfil it; others are done by somebody who does not count.
    pub counts: BTreeSet<String>,
    /// The rule that gives it, as it is cited.
    pub rule: Citation,
}

/// Whose heads owe a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OwedBy {
    /// The territorial units of this level.
    Level(Level),
    /// The other administrative bodies: departments and offices of the government.
    Body,
}

impl OwedBy {
    /// Whether `unit` is one of them.
    #[must_use]
    pub fn includes(self, unit: &Unit) -> bool {
        match self {
            Self::Level(level) => unit.kind.level() == Some(level),
            Self::Body => unit.kind == UnitKind::Department && unit.bloc == Bloc::Government,
        }
    }
}

/// How often a duty comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// Each week from Monday to Sunday. It counts for the month in which its Thursday lies.
    Week,
    /// Each month.
    Month,
}

/// How a duty was kept in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// - Unit: days that are owed.
    pub owed: u16,
    /// - Unit: days of them that were kept. Two days in one week do not make up for a week without one.
    pub kept: u16,
}

impl Duty {
    /// Whether the head of `unit` owes it on `day`.
    #[must_use]
    pub fn binds(&self, unit: &Unit, day: Date) -> bool {
        self.owed_by.includes(unit)
            && unit.lives_on(day)
            && self.until.is_none_or(|until| day <= until)
    }

    /// Whether what was filled in says that it was done by somebody who counts.
    #[must_use]
    pub fn is_done_by(&self, filled: &Filled) -> bool {
        match filled.get(&self.field) {
            Some(FieldValue::Chosen(chosen)) => !chosen.is_disjoint(&self.counts),
            _ => false,
        }
    }

    /// The first and the last day that count for `month`: those of its weeks, which may begin before
    /// it and end after it.
    #[must_use]
    pub fn days_of(&self, month: Period) -> (Date, Date) {
        let spans = self.spans(month);
        let first = spans.first().map_or_else(|| month.first(), |(first, _)| *first);
        let last = spans.last().map_or_else(|| month.last(), |(_, last)| *last);
        (first, last)
    }

    /// How it was kept in `month`, when it was done on `days`.
    #[must_use]
    pub fn account(&self, month: Period, days: &BTreeSet<Date>) -> Account {
        let spans = self.spans(month);
        let kept = |(first, last): &(Date, Date)| {
            let done = days.range(*first..=*last).count();
            u16::try_from(done).unwrap_or(u16::MAX).min(self.times)
        };
        let count = u16::try_from(spans.len()).unwrap_or(u16::MAX);
        Account {
            owed: self.times.saturating_mul(count),
            kept: spans.iter().map(kept).fold(0, u16::saturating_add),
        }
    }

    /// The spans of `month` in each of which it is owed: first and last days.
    fn spans(&self, month: Period) -> Vec<(Date, Date)> {
        let (first, last) = (month.first(), month.last());
        match self.per {
            Per::Month => vec![(first, last)],
            Per::Week => {
                let days = first.series(1.day()).take_while(|day| *day <= last);
                let thursdays = days.filter(|day| day.weekday() == Weekday::Thursday);
                let around =
                    |day: Date| (day.saturating_sub(3.days()), day.saturating_add(3.days()));
                thursdays.map(around).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kheo_calendar::Confidence;
    use proptest::prelude::*;

    use super::*;

    fn duty(times: u16, per: Per, level: Level) -> Duty {
        Duty {
            id: DutyId::new("receive"),
            owed_by: OwedBy::Level(level),
            times,
            per,
            until: Some(date(2025, 6, 30)),
            field: FieldId::new("received-by"),
            counts: BTreeSet::from(["head".to_owned()]),
            rule: Citation {
                law: "Luật mẫu".into(),
                law_en: "Sample law".into(),
                article: Some("15".into()),
                from: None,
                confidence: Confidence::High,
            },
        }
    }

    fn unit(kind: UnitKind) -> Unit {
        let stored = serde_json::json!({
            "id": "x", "code": null, "name": "X", "name_en": "X", "kind": kind, "bloc": Bloc::Government,
            "parent": null, "since": null, "until": null, "successors": [], "population": null,
            "area": null, "source": null,
        });
        serde_json::from_value(stored).unwrap()
    }

    #[test]
    fn a_week_counts_for_the_month_of_its_thursday() {
        let weekly = duty(1, Per::Week, Level::Commune);
        let june: Period = "2016-06".parse().unwrap();
        assert_eq!(weekly.days_of(june), (date(2016, 5, 30), date(2016, 7, 3)));
        let rows = [
            ("nothing was done", vec![], 0),
            ("Monday of a week that begins in May", vec![date(2016, 5, 30)], 1),
            ("Friday of a week that ends in July", vec![date(2016, 7, 1)], 1),
            ("two days of one week are one", vec![date(2016, 6, 7), date(2016, 6, 9)], 1),
            ("a week of May", vec![date(2016, 5, 27)], 0),
            ("two weeks", vec![date(2016, 6, 7), date(2016, 6, 14)], 2),
        ];
        for (why, days, kept) in rows {
            let account = weekly.account(june, &BTreeSet::from_iter(days));
            assert_eq!(account, Account { owed: 5, kept }, "{why}");
        }
    }

    #[test]
    fn a_month_asks_for_so_many_days() {
        let monthly = duty(2, Per::Month, Level::District);
        let june: Period = "2016-06".parse().unwrap();
        let days = [date(2016, 6, 1), date(2016, 6, 2), date(2016, 6, 30), date(2016, 7, 1)];
        for (taken, kept) in [(0, 0), (1, 1), (2, 2), (3, 2), (4, 2)] {
            let days = days.into_iter().take(taken).collect();
            assert_eq!(monthly.account(june, &days), Account { owed: 2, kept });
        }
    }

    #[test]
    fn each_level_owes_its_own() {
        let (ward, office) = (unit(UnitKind::Ward), unit(UnitKind::Department));
        let day = date(2016, 6, 30);
        let commune = duty(1, Per::Week, Level::Commune);
        assert!(commune.binds(&ward, day) && !commune.binds(&office, day));
        assert!(commune.binds(&ward, date(2025, 6, 30)) && !commune.binds(&ward, date(2025, 7, 1)));
        assert!(!duty(2, Per::Month, Level::District).binds(&ward, day));
        let of_bodies = Duty { owed_by: OwedBy::Body, ..duty(1, Per::Month, Level::Commune) };
        let party = Unit { bloc: Bloc::Party, ..office.clone() };
        let binds = |unit: &Unit| of_bodies.binds(unit, day);
        assert!(binds(&office) && !binds(&ward) && !binds(&party));
    }

    #[test]
    fn only_those_who_count_fulfil_it() {
        let weekly = duty(1, Per::Week, Level::Commune);
        let by = |who: &str| {
            let chosen = FieldValue::Chosen(BTreeSet::from([who.to_owned()]));
            Filled::from([(FieldId::new("received-by"), chosen)])
        };
        assert!(weekly.is_done_by(&by("head")) && !weekly.is_done_by(&by("deputy")));
        assert!(!weekly.is_done_by(&Filled::new()));
    }

    proptest! {
        /// Every week of every year counts for exactly one month.
        #[test]
        fn no_week_is_lost_or_counted_twice(year in 2000_i16..2060) {
            let weekly = duty(1, Per::Week, Level::Commune);
            let months = (1..=12).map(|month| format!("{year}-{month:02}").parse().unwrap());
            let owed: u16 = months.map(|month| weekly.account(month, &BTreeSet::new()).owed).sum();
            prop_assert!(owed == 52 || owed == 53);
        }
    }
}
