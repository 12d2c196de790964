//! Cases that look as if they were about the same matter.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::id::{CaseCode, UnitId};
use kheo_core::matter::{Likeness, MatterId, Traits, likeness};
use kheo_core::unit::Level;

use crate::case::{CaseRow, find, is_known_to};
use crate::db::Whole;
use crate::matter::open::of;
use crate::sql::values;
use crate::{Reader, StoreError, Tx, unit};

/// A case that looks like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The case.
    pub case: CaseRow,
    /// Whether it is in the scope that was asked for.
    pub known: bool,
    /// The matter it is in.
    pub matter: Option<MatterId>,
    /// How much it looks alike, and why.
    pub likeness: Likeness,
}

/// How many cases of one key are looked at: the newest.
const OF_ONE_KEY: i64 = 60;
/// How many cases are compared in all: those that share most.
const COMPARED: usize = 200;

/// How much is kept of the hash of a key.
///
/// - Unit: bytes.
const HASHED: usize = 10;

fn hashed(key: &str) -> String {
    let hash = kheo_ledger::content_hash(key.as_bytes());
    kheo_ledger::hexadecimal(hash.split_at(HASHED).0)
}

/// Names of wards and communes that were read once.
#[derive(Default)]
struct Wards(BTreeMap<UnitId, Option<String>>);

impl Wards {
    /// The name of the unit, where it is a ward or a commune.
    fn name(&mut self, r: &Reader<'_>, unit: &UnitId) -> Result<Option<&str>, StoreError> {
        if !self.0.contains_key(unit) {
            let found = unit::find(r, unit)?;
            let ward = found.filter(|unit| unit.kind.level() == Some(Level::Commune));
            self.0.insert(unit.clone(), ward.map(|unit| unit.name));
        }
        Ok(self.0.get(unit).and_then(Option::as_deref))
    }
}

fn traits(r: &Reader<'_>, wards: &mut Wards, case: &CaseRow) -> Result<Traits, StoreError> {
    let ward = wards.name(r, &case.addressed_to)?;
    Ok(Traits::of(&case.petition, case.topic.clone(), ward))
}

const REMEMBER: &str = "
    INSERT INTO case_keys (hashed, registered_on, code) VALUES ($1, $2, $3)
    ON CONFLICT (hashed, registered_on, code) DO NOTHING";

const KEYS: Whole = Whole { table: "case_keys", put: REMEMBER, asked: &[] };

const FORGET: &str = "
    DELETE FROM case_keys WHERE hashed = $1 AND registered_on = $2 AND code = $3";

/// By what cases can be found, as far as it waits to be written.
#[derive(Default)]
pub(crate) struct Keys {
    waiting: Vec<Found>,
    rows: usize,
    wards: Wards,
}

/// A case, the day it was registered, and hashes of keys by which it is found.
type Found = (CaseCode, Date, Vec<String>);

impl Keys {
    pub(crate) const fn len(&self) -> usize {
        self.rows
    }

    /// Remembers by what a new case can be found.
    pub(crate) fn remember(&mut self, r: &Reader<'_>, case: &CaseRow) -> Result<(), StoreError> {
        let keys = traits(r, &mut self.wards, case)?.keys();
        let keys: Vec<String> = keys.iter().map(|key| hashed(key)).collect();
        self.rows += keys.len();
        self.waiting.push((case.code.clone(), case.registered_on, keys));
        Ok(())
    }

    /// Forgets by what a case could be found.
    pub(crate) fn forget(&mut self, tx: &mut Tx<'_>, case: &CaseRow) -> Result<(), StoreError> {
        self.write(tx)?;
        let (on, code) = (case.registered_on, case.code.as_str());
        let keys = traits(tx, &mut self.wards, case)?.keys();
        let rows = keys.iter().map(|key| [hashed(key).into(), on.into(), code.into()]);
        tx.take_out_each(&KEYS, FORGET, rows)
    }

    /// Writes what waits.
    pub(crate) fn write(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        let waiting = self.waiting.iter();
        let mut rows: Vec<_> = waiting
            .flat_map(|(code, on, keys)| keys.iter().map(move |key| (key.as_str(), *on, code)))
            .collect();
        rows.sort_unstable();
        let rows = rows.into_iter();
        tx.put_each(
            &KEYS,
            rows.map(|(key, on, code)| [key.into(), on.into(), code.as_str().into()]),
        )?;
        self.waiting.clear();
        self.rows = 0;
        Ok(())
    }
}

const SHARING: &str = "
    SELECT code FROM case_keys WHERE hashed = $1 AND registered_on <= $2
     ORDER BY registered_on DESC, code LIMIT $3";

/// The cases that look most like `case` and are not in its matter, at most `most` of them, wherever
/// they are, that were registered by `until`; `scope` tells which of them its staff may see, and
/// `shows` which may be shown at all: given the case, and whether it is in the scope.
///
/// # Errors
/// [`StoreError`].
pub fn alike(
    r: &Reader<'_>,
    case: &CaseRow,
    scope: &UnitId,
    until: Date,
    most: usize,
    shows: impl Fn(&CaseRow, bool) -> bool,
) -> Result<Vec<Alike>, StoreError> {
    let mut wards = Wards::default();
    let own = traits(r, &mut wards, case)?;
    let mut shared: BTreeMap<CaseCode, usize> = BTreeMap::new();
    for key in own.keys() {
        for code in r.rows(SHARING, values![hashed(&key), until, OF_ONE_KEY], |row| row.text(0))? {
            *shared.entry(CaseCode::new(code)).or_default() += 1;
        }
    }
    shared.remove(&case.code);
    let mut candidates: Vec<(usize, CaseCode)> =
        shared.into_iter().map(|(code, count)| (count, code)).collect();
    candidates.sort_unstable_by(|one, other| other.cmp(one));
    let mut found = Vec::new();
    for (_, code) in candidates.into_iter().take(COMPARED) {
        let Some(candidate) = find(r, &code)? else { continue };
        let likeness = likeness(&own, &traits(r, &mut wards, &candidate)?);
        if likeness.score >= Likeness::SHOWN {
            found.push((likeness, candidate));
        }
    }
    found.sort_by_key(|(likeness, case)| Reverse((likeness.score, case.began)));
    let (own_matter, mut alike) = (of(r, &case.code)?, Vec::new());
    for (likeness, case) in found {
        let matter = of(r, &case.code)?;
        if matter.is_none() || matter != own_matter {
            let known = is_known_to(r, &case.code, scope)?;
            if shows(&case, known) {
                alike.push(Alike { case, known, matter, likeness });
            }
        }
        if alike.len() >= most {
            break;
        }
    }
    Ok(alike)
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[REMEMBER, FORGET, SHARING];
