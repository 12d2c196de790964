//! `kheo review export`: the review of a period as a file.

use std::collections::BTreeMap;
use std::fs;

use kheo_calendar::day_in_vietnam;
use kheo_core::id::UnitId;
use kheo_core::unit::Unit;
use kheo_paper::review::{ReviewContext, drafted, source};
use kheo_store::Reader;
use kheo_words::Tongue;

use crate::cause::Cause;
use crate::command_line::Export;
use crate::failure::Failure;
use crate::terminal::println;
use crate::{folder, packs, serve};

/// Runs `kheo review export`.
pub(crate) fn run(wanted: &Export, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, words) = packs::load(&wanted.rules)?;
    let installation = folder::open_to_read(&wanted.at)?;
    let unit = UnitId::new(&wanted.unit);
    let (period, today) = (wanted.period, day_in_vietnam(serve::clock(&installation)?.now()));
    let told = period.can_be_told(packs.rules.calendar.first_day(), today);
    told.map_err(|why| Failure::new("not-begun").because(vec![why]))?;
    let read = move |r: &Reader<'_>| {
        let units = kheo_store::unit::all(r)?.into_iter().map(|unit| (unit.id.clone(), unit));
        let figures = kheo_store::measure::figures(r, &unit, period, today)?;
        Ok((units.collect(), figures, kheo_store::review::next(r, &unit, period)?))
    };
    let (units, figures, next): (BTreeMap<UnitId, Unit>, _, _) = installation.db.read_now(read)?;
    if !units.contains_key(&figures.unit) {
        return Err(Failure::new("no-unit").with("unit", &wanted.unit));
    }
    let context = ReviewContext {
        units: &units,
        next: &next,
        href: &source,
        on: today,
        demonstration: installation.demonstration,
    };
    let (_, document) = drafted(&packs.rules, &figures, &context, words.in_lang(tongue.lang()));
    let bytes = wanted.format.write(&document);
    let bytes =
        bytes.map_err(|why| Failure::new("unprintable").caused_by(Cause::technical(&why)))?;
    let path = wanted.out.display();
    fs::write(&wanted.out, bytes)
        .map_err(|why| Failure::new("unwritable").with("path", path).caused_by(why))?;
    println(&tongue.say_with("file-written", &[("path", &wanted.out.display().to_string())]));
    Ok(())
}
