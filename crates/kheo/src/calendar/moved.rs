//! `kheo calendar moved`: the running limits that a corrected calendar moves.

use std::collections::BTreeSet;
use std::sync::Arc;

use kheo_core::event::Stamp;
use kheo_core::id::CaseCode;
use kheo_core::post::Actor;
use kheo_store::case::MovedClock;
use kheo_words::Tongue;

use crate::command_line::Moved;
use crate::failure::Failure;
use crate::folder::{self, Held};
use crate::terminal::println;
use crate::{packs, serve};

/// Lists them; with `--apply` moves those whose new day can be told.
pub(super) fn run(wanted: &Moved, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let held = wanted.apply.then(|| Held::take(&wanted.at)).transpose()?;
    let installation = match &held {
        Some(held) => held.open()?,
        None => folder::open_to_read(&wanted.at)?,
    };
    let rules = Arc::new(packs.rules);
    let by = Arc::clone(&rules);
    let found = installation.db.read_now(move |r| kheo_store::case::moved(r, &by.calendar))?;
    let tongue = words.in_lang(tongue.lang());
    for clock in &found {
        println(&told(clock, tongue));
    }
    let open: BTreeSet<&CaseCode> =
        found.iter().filter(|clock| clock.new.is_err()).map(|clock| &clock.code).collect();
    let codes: BTreeSet<CaseCode> =
        found.iter().map(|clock| clock.code.clone()).filter(|code| !open.contains(code)).collect();
    let count = |key, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        println(&tongue.say_count(key, count, &[("version", rules.calendar.version())]));
    };
    if wanted.apply {
        let stamp = Stamp::at(serve::clock(&installation)?.now());
        let by = Arc::clone(&rules);
        let moved = installation.db.write_now(move |tx| {
            let mut moved = 0;
            for code in &codes {
                let (calendar, actor) = (&by.calendar, &Actor::Administrator);
                moved += kheo_store::case::move_clocks(tx, calendar, code, stamp, actor)?;
            }
            Ok::<_, kheo_store::WriteError>(moved)
        })?;
        count("calendar-moved", moved);
    } else {
        count("calendar-would-move", found.len() - open.len());
    }
    if open.is_empty() {
        return Ok(());
    }
    Err(Failure::new("not-all-moved").with("count", open.len()))
}

fn told(clock: &MovedClock, tongue: Tongue<'_>) -> String {
    let name = tongue.say(&format!("clock-{}", clock.clock));
    let old = tongue.ends_on(&clock.old);
    let new = match &clock.new {
        Ok(new) => tongue.ends_on(new),
        Err(why) => tongue.say_with("calendar-not-told", &[("why", &tongue.not_counted(why))]),
    };
    format!("{} ({}), {name}: {old} → {new}", clock.code, clock.unit)
}
