//! What was read once, for as long as the entries behind it are the same.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

use jiff::civil::Date;
use kheo_core::id::{CaseCode, KindId, TopicId, UnitId};
use kheo_core::period::Period;
use kheo_core::review::{Figures, Review};
use kheo_core::warning::{Chance, Off, Warnings, learn};
use kheo_store::{Reader, StoreError, ledger, measure, unit, warning};
use kheo_words::Lang;
use maud::Markup;

use crate::directory::Directory;

/// How many values of a sort are remembered.
const MOST: usize = 32;

/// Values by key, each with the last entry of the ledger that it was made from.
type ByKey<K, V> = BTreeMap<K, (Option<u64>, Arc<V>)>;

#[derive(Debug)]
struct Values<K, V>(Mutex<ByKey<K, V>>);

impl<K, V> Default for Values<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Ord + Clone, V> Values<K, V> {
    /// The value of `key` as of the entry `last`; made by `make` when it is not remembered.
    fn of<E>(
        &self,
        key: &K,
        last: Option<u64>,
        make: impl FnOnce() -> Result<V, E>,
    ) -> Result<Arc<V>, E> {
        let known = self.lock().get(key).filter(|(made, _)| *made == last).cloned();
        if let Some((_, value)) = known {
            return Ok(value);
        }
        let value = Arc::new(make()?);
        let mut values = self.lock();
        if values.len() >= MOST {
            values.clear();
        }
        values.insert(key.clone(), (last, Arc::clone(&value)));
        Ok(value)
    }

    fn lock(&self) -> MutexGuard<'_, ByKey<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What several pages need and few entries change. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Remembered(Arc<All>);

#[derive(Debug, Default)]
struct All {
    directory: Values<(), Directory>,
    /// The directory, with [`Db::changes_of_units`](kheo_store::Db::changes_of_units) as it was before it was read.
    unchanged: Mutex<Option<(u64, Arc<Directory>)>>,
    figures: Values<(UnitId, Period, Date), Figures>,
    reviews: Values<(UnitId, Period, Date, Lang), Shown>,
    learned: Mutex<Option<(Date, Arc<Learned>)>>,
    /// Held by the one who learns.
    learning: Mutex<()>,
}

/// What was learned from past limits on a day, and what that says of the cases of its morning.
#[derive(Debug)]
pub(crate) struct Learned {
    pub(crate) warnings: Warnings,
    /// The running cases, the likeliest to be late first.
    pub(crate) running: Vec<Likely>,
    /// Whether there were more running cases than are looked at.
    pub(crate) cut: bool,
}

/// A running case with its chance to be late, and what tells who may see it.
#[derive(Debug)]
pub(crate) struct Likely {
    pub(crate) code: CaseCode,
    pub(crate) kind: KindId,
    pub(crate) topic: TopicId,
    pub(crate) unit: UnitId,
    chance: Chance,
}

impl Learned {
    fn of(r: &Reader<'_>, today: Date) -> Result<Self, StoreError> {
        let warnings = learn(&warning::past(r, today)?, today);
        let (mut running, mut cut): (Vec<Likely>, bool) = (Vec::new(), false);
        if let Warnings::On(_) = warnings {
            let count = warning::running(r, today, |case| {
                let found = crate::staff::warned::of_row(&warnings, case);
                let chance = found.map(|found| found.chance);
                running.extend(chance.map(|chance| Likely {
                    code: case.code.clone(),
                    kind: case.kind.clone(),
                    topic: case.topic.clone(),
                    unit: case.unit.clone(),
                    chance,
                }));
            })?;
            cut = count >= warning::MOST_RUNNING;
        }
        running.sort_by(|a, b| b.chance.value().total_cmp(&a.chance.value()));
        Ok(Self { warnings, running, cut })
    }
}

/// A review, and the sheet that shows it in one language.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) review: Review,
    pub(crate) sheet: Markup,
}

impl Remembered {
    /// All units and posts.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn directory(&self, r: &Reader<'_>) -> Result<Arc<Directory>, StoreError> {
        self.0.directory.of(&(), unit::last_change(r)?, || Directory::read(r))
    }

    /// All units and posts, as long as they changed no more than `changes` times.
    pub(crate) fn unchanged_directory(&self, changes: Option<u64>) -> Option<Arc<Directory>> {
        let known = self.0.unchanged.lock().unwrap_or_else(PoisonError::into_inner).clone();
        known.filter(|(before, _)| Some(*before) == changes).map(|(_, directory)| directory)
    }

    /// Remembers the directory that was read after units or posts had changed `changes` times.
    pub(crate) fn keep_directory(&self, changes: Option<u64>, directory: &Arc<Directory>) {
        let known = changes.map(|changes| (changes, Arc::clone(directory)));
        *self.0.unchanged.lock().unwrap_or_else(PoisonError::into_inner) = known;
    }

    /// All that is known of `unit` and of all below it for `period`, as it is `today`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn figures(
        &self,
        r: &Reader<'_>,
        unit: &UnitId,
        period: Period,
        today: Date,
    ) -> Result<Arc<Figures>, StoreError> {
        let key = (unit.clone(), period, today);
        let last = ledger::last(r)?;
        self.0.figures.of(&key, last, || measure::figures(r, unit, period, today))
    }

    /// What past limits teach: learned once a day, for a day more changes little. One reader learns;
    /// whoever asks meanwhile gets what was learned the day before, or hears that it is not ready yet.
    ///
    /// # Errors
    /// [`StoreError`].
    pub(crate) fn learned(&self, r: &Reader<'_>, today: Date) -> Result<Arc<Learned>, StoreError> {
        self.learned_by(today, || Learned::of(r, today))
    }

    fn learned_by<E>(
        &self,
        today: Date,
        learn: impl FnOnce() -> Result<Learned, E>,
    ) -> Result<Arc<Learned>, E> {
        let known = || self.0.learned.lock().unwrap_or_else(PoisonError::into_inner);
        let of_today = || known().clone().filter(|(day, _)| *day == today);
        if let Some((_, learned)) = of_today() {
            return Ok(learned);
        }
        let _learning = match self.0.learning.try_lock() {
            Ok(learning) => learning,
            Err(TryLockError::Poisoned(broken)) => broken.into_inner(),
            Err(TryLockError::WouldBlock) => {
                let warnings = Warnings::Off(Off::NotYet);
                let none = Arc::new(Learned { warnings, running: Vec::new(), cut: false });
                return Ok(known().clone().map_or(none, |(_, before)| before));
            }
        };
        if let Some((_, learned)) = of_today() {
            return Ok(learned);
        }
        let learned = Arc::new(learn()?);
        *known() = Some((today, Arc::clone(&learned)));
        Ok(learned)
    }

    /// The review that `draft` makes of `known` in `lang`, as it is `today` by the entry `last`.
    pub(crate) fn review(
        &self,
        known: &Figures,
        (today, last): (Date, Option<u64>),
        lang: Lang,
        draft: impl FnOnce() -> Shown,
    ) -> Arc<Shown> {
        let key = (known.unit.clone(), known.period, today, lang);
        let Ok(shown) = self.0.reviews.of::<Infallible>(&key, last, || Ok(draft()));
        shown
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kheo_core::warning::{Off, Warnings};

    use super::{Learned, MOST, Remembered, Values};

    fn ask(values: &Values<u8, u64>, key: u8, last: u64, made: u64) -> u64 {
        *values.of::<()>(&key, Some(last), || Ok(made)).unwrap()
    }

    #[test]
    fn a_value_is_made_anew_when_the_ledger_grew() {
        let values = Values::default();
        assert_eq!(ask(&values, 1, 7, 10), 10);
        assert_eq!(ask(&values, 1, 7, 11), 10, "nothing happened since");
        assert_eq!(ask(&values, 2, 7, 12), 12, "another key");
        assert_eq!(ask(&values, 1, 8, 13), 13);
        assert_eq!(values.of(&1, Some(9), || Err("the disk")).unwrap_err(), "the disk");
    }

    #[test]
    fn one_learns_and_the_others_do_not_wait() {
        let remembered = Remembered::default();
        let learned = |cut| {
            Ok::<_, ()>(Learned { warnings: Warnings::Off(Off::Uneven), running: vec![], cut })
        };
        let never = || -> Result<Learned, ()> { panic!("a second one learns") };
        let (first, second) = (date(2016, 6, 29), date(2016, 6, 30));
        let made = remembered.learned_by(first, || {
            let other = remembered.learned_by(first, never).unwrap();
            assert!(matches!(other.warnings, Warnings::Off(Off::NotYet)));
            learned(true)
        });
        assert!(made.unwrap().cut && remembered.learned_by(first, never).unwrap().cut);
        let made = remembered.learned_by(second, || {
            assert!(remembered.learned_by(second, never).unwrap().cut, "that of the day before");
            learned(false)
        });
        assert!(!made.unwrap().cut);
        assert!(remembered.learned_by(date(2016, 7, 1), || Err(())).is_err());
        assert!(remembered.learned_by(date(2016, 7, 1), || learned(true)).unwrap().cut);
    }

    #[test]
    fn no_more_is_remembered_than_fits() {
        let values = Values::default();
        for key in 0..=u8::MAX {
            ask(&values, key, 1, 0);
            assert!(values.lock().len() <= MOST);
        }
    }
}
