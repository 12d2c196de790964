//! Brings files of a folder into an installation: units, posts, figures, conclusions, tasks, cases.
//!
//! A folder is taken as a whole or not at all.

mod apply;
mod columns;
mod days;
mod fault;
mod fields;
mod lines;
mod row;
mod source;
mod troubles;
mod value;

use std::process::ExitCode;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::day_in_vietnam;
use kheo_core::rules::Rules;
use kheo_store::Tx;
use kheo_store::files::Files;
use kheo_words::Tongue;

use crate::command_line::Import;
use crate::failure::Failure;
use crate::folder::Held;
use crate::terminal::{eprintln, println};
use crate::{packs, records, serve};

pub(crate) use apply::Counts;
pub(crate) use fault::Fault;
pub(crate) use row::Rows;
pub(crate) use source::Source;

use row::Proofs;

/// `kheo import FOLDER`.
pub(crate) fn run(wanted: &Import, tongue: Tongue<'_>) -> Result<ExitCode, Failure> {
    if wanted.folder.is_file() {
        return records::import(&wanted.folder, &wanted.at, tongue);
    }
    let (packs, words) = packs::load(&wanted.rules)?;
    let source = Source::of_folder(&wanted.folder)?;
    let rows = Rows::read(&source).readable()?;
    let held = Held::take_or_create(&wanted.at)?;
    let brought = bring_in(&held, rows, &source, packs.rules);
    let counts = match brought.and_then(|counts| held.mark_places().map(|()| counts)) {
        Ok(counts) => counts,
        Err(why) => {
            if let Err(left) = held.give_up() {
                eprintln(&left.in_words(tongue));
            }
            return Err(why.in_words_of(words));
        }
    };
    println(&counts.in_words(tongue));
    if !source.others().is_empty() {
        let files = source.others().join(", ");
        eprintln(&tongue.say_with("import-unknown", &[("files", &files)]));
    }
    Ok(ExitCode::SUCCESS)
}

fn bring_in(held: &Held, rows: Rows, source: &Source, rules: Rules) -> Result<Counts, Failure> {
    let installation = held.open()?;
    let parcel = Parcel::of(rows, source, &installation.files)?;
    let now = serve::clock(&installation)?.now();
    let today = Some(day_in_vietnam(now));
    installation.db.write_now(move |tx| parcel.bring_in(tx, &rules, now, today))
}

/// Rows, and the proofs that they name, stored.
pub(crate) struct Parcel {
    rows: Rows,
    proofs: Proofs,
}

impl Parcel {
    /// Stores the proofs of `source`, before any entry names them. A proof whose row is refused later
    /// stays among the attached files, where nothing names it.
    ///
    /// # Errors
    /// When a file cannot be read or stored.
    pub(crate) fn of(mut rows: Rows, source: &Source, files: &Files) -> Result<Self, Failure> {
        let proofs = rows.store_proofs(source, files)?;
        Ok(Self { rows, proofs })
    }

    /// Carries out all rows, as recorded at `now`. Nothing in them may be later than `today`; where
    /// there is none, as in the demonstration, what is to come is known too.
    ///
    /// # Errors
    /// One failure that lists all rows that cannot be read, whose day cannot be, or that the rules
    /// refuse, but for those that cannot be judged because of another; the transaction must be given up
    /// then.
    pub(crate) fn bring_in(
        self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: Timestamp,
        today: Option<Date>,
    ) -> Result<Counts, Failure> {
        tx.make_room()?;
        let Self { mut rows, proofs } = self;
        let mut troubles = std::mem::take(&mut rows.troubles);
        days::check(tx, &mut rows, &mut troubles, today)?;
        let counts = apply::Importer::new(tx, rules, &proofs, now, &mut troubles).all(&rows)?;
        troubles.none()?;
        Ok(counts)
    }
}
