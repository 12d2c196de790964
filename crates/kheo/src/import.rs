//! Brings files of a folder into an installation: units, posts, figures, conclusions, tasks, cases.
//!
//! A folder is taken as a whole or not at all.

mod apply;
mod days;
mod row;
mod source;
mod value;

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
use crate::{packs, serve};

pub(crate) use apply::Counts;
pub(crate) use row::Rows;
pub(crate) use source::Source;

use source::Proofs;

/// `kheo import FOLDER`.
pub(crate) fn run(wanted: &Import, tongue: Tongue<'_>) -> Result<(), Failure> {
    let (packs, _) = packs::load(&wanted.rules)?;
    let source = Source::of_folder(&wanted.folder)?;
    let rows = Rows::read(&source)?;
    let held = Held::take_or_create(&wanted.data)?;
    let installation = held.open()?;
    let parcel = Parcel::of(rows, &source, &installation.files)?;
    let rules = packs.rules;
    let now = serve::clock(&installation)?.now();
    let today = Some(day_in_vietnam(now));
    let counts = installation.db.write_now(move |tx| parcel.bring_in(tx, &rules, now, today))?;
    println(&counts.in_words(tongue));
    if !source.others().is_empty() {
        let files = source.others().join(", ");
        eprintln(&tongue.say_with("import-unknown", &[("files", &files)]));
    }
    Ok(())
}

/// Rows that can all be read, and the proofs that they name, stored.
pub(crate) struct Parcel {
    rows: Rows,
    proofs: Proofs,
}

impl Parcel {
    /// Stores the proofs of `source`, before any entry names them. A proof whose row is refused later
    /// stays among the attached files, where nothing names it.
    ///
    /// # Errors
    /// When a file is of no form that is taken, or cannot be stored.
    pub(crate) fn of(rows: Rows, source: &Source, files: &Files) -> Result<Self, Failure> {
        let proofs = source.store_proofs(rows.proofs(), files)?;
        Ok(Self { rows, proofs })
    }

    /// Carries out all rows, as recorded at `now`. Nothing in them may be later than `today`; where
    /// there is none, as in the demonstration, what is to come is known too.
    ///
    /// # Errors
    /// All rows whose day cannot be, or the first row that the rules refuse; the transaction must be
    /// given up then.
    pub(crate) fn bring_in(
        &self,
        tx: &mut Tx<'_>,
        rules: &Rules,
        now: Timestamp,
        today: Option<Date>,
    ) -> Result<Counts, Failure> {
        days::check(tx, &self.rows, today)?;
        apply::Importer::new(tx, rules, &self.proofs, now).all(&self.rows)
    }
}
