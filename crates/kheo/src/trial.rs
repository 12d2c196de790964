//! `kheo pack try`: past cases under other packs, and what would have been late or in time.

mod json;
mod outcome;
mod telling;

use std::sync::Arc;

use jiff::civil::Date;
use kheo_calendar::{Moment, day_in_vietnam};
use kheo_core::Refusal;
use kheo_core::id::{KindId, UnitId};
use kheo_core::rules::Rules;
use kheo_store::case::PastFilter;
use kheo_words::{Tongue, Words};

use crate::command_line::{RuleFiles, Try};
use crate::failure::Failure;
use crate::terminal::println;
use crate::{folder, packs, serve};
use outcome::{Outcome, Trying};

/// The outcome of a trial, with what it was made of.
struct Trial {
    outcome: Outcome,
    rules: Arc<Rules>,
    words: Words,
    /// The words of the packs inside the program: of past cases, under packs that name other things.
    words_inside: Words,
    today: Date,
}

/// Runs past cases under the packs of a folder; nothing is changed.
pub(crate) fn run(wanted: &Try, tongue: Tongue<'_>) -> Result<(), Failure> {
    if let (Some(since), Some(until)) = (wanted.since, wanted.until)
        && until < since
    {
        let refused = Refusal::EndsBeforeItBegins { since, until };
        return Err(Failure::new("no-span").because(vec![refused]));
    }
    let rules = RuleFiles { packs: Some(wanted.tried.clone()), calendar: None };
    let (packs, words) = packs::load(&rules)?;
    let (_, words_inside) = packs::load(&RuleFiles { packs: None, calendar: None })?;
    let filter = filter(wanted, &packs.rules)?;
    let installation = folder::open_to_read(&wanted.at)?;
    let today = day_in_vietnam(serve::clock(&installation)?.now());
    let rules = Arc::new(packs.rules);
    let (by, law_on) = (Arc::clone(&rules), wanted.law_on);
    let outcome = installation.db.read_now(move |r| {
        let mut outcome = Outcome::default();
        let ranks = kheo_store::unit::ranks(r)?;
        let rank = |unit: &UnitId| ranks.get(unit).copied().unwrap_or_default();
        let trying = Trying { rules: &by, law_on, now: Moment::from(today), rank: &rank };
        kheo_store::case::past(r, &filter, |code, past| outcome.add(&trying, code, &past))?;
        Ok::<_, kheo_store::StoreError>(outcome)
    })?;
    let trial = Trial { outcome, rules, words, words_inside, today };
    if wanted.json {
        println(&trial.json()?);
    } else {
        trial.lines(tongue.lang()).iter().for_each(|line| println(line));
    }
    Ok(())
}

/// Which cases are tried. A kind that is named must be one of the packs.
fn filter(wanted: &Try, rules: &Rules) -> Result<PastFilter, Failure> {
    let kind = wanted.kind.as_deref().map(KindId::new);
    if let Some(kind) = &kind {
        match wanted.law_on {
            Some(day) => drop(packs::kind_on(rules, kind.as_str(), day, "--law-on")?),
            None if rules.kinds.iter().any(|version| version.id == *kind) => {}
            None => {
                let mut known: Vec<&str> =
                    rules.kinds.iter().map(|version| version.id.as_str()).collect();
                known.dedup();
                let failure = Failure::new("not-in-packs").with("kind", kind);
                let failure = failure.with("path", wanted.tried.display());
                return Err(failure.with("known", known.join(", ")));
            }
        }
    }
    Ok(PastFilter { kind, since: wanted.since, until: wanted.until })
}
