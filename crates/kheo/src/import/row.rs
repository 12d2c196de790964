//! The rows of the files, as their columns are named.

use std::collections::BTreeMap;

use csv::{ByteRecord, StringRecord};
use jiff::civil::Date;
use kheo_core::case::{Complexity, Proof};
use kheo_core::period::Period;
use kheo_core::post::Role;
use kheo_core::quantity::Quantity;
use kheo_core::unit::{Bloc, UnitKind};
use kheo_store::files::{Files, MOST};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::failure::Failure;
use crate::import::columns::{self, Name, Table};
use crate::import::fault::Fault;
use crate::import::lines::Lines;
use crate::import::source::Source;
use crate::import::troubles::Troubles;
use crate::import::value::file_name;

/// A row and where it stands.
pub(crate) struct Placed<T> {
    pub(crate) file: &'static str,
    pub(crate) line: u64,
    /// What it is about.
    pub(super) about: Option<Name>,
    /// What has to be known before it can be judged.
    pub(super) needs: Vec<Name>,
    pub(crate) row: T,
}

/// The files of a folder that acts name as proof, stored, by their name.
pub(crate) type Proofs = BTreeMap<String, Proof>;

/// All rows of a folder.
pub(crate) struct Rows {
    pub(crate) units: Vec<Placed<UnitRow>>,
    pub(crate) posts: Vec<Placed<PostRow>>,
    pub(crate) plans: Vec<Placed<PlanRow>>,
    pub(crate) readings: Vec<Placed<ReadingRow>>,
    pub(crate) conclusions: Vec<Placed<ConclusionRow>>,
    pub(crate) tasks: Vec<Placed<TaskRow>>,
    pub(crate) cases: Vec<Placed<CaseRow>>,
    pub(crate) acts: Vec<Placed<ActRow>>,
    pub(crate) matters: Vec<Placed<MatterRow>>,
    /// What is wrong so far.
    pub(super) troubles: Troubles,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitRow {
    pub(crate) id: String,
    pub(crate) code: Option<String>,
    pub(crate) name: String,
    pub(crate) name_en: String,
    pub(crate) kind: UnitKind,
    pub(crate) bloc: Bloc,
    pub(crate) parent: Option<String>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) successors: String,
    pub(crate) population: Option<u32>,
    pub(crate) area_km2: Option<Quantity>,
    pub(crate) source: Option<String>,
    /// The first day on which it counts as a remote area.
    #[serde(default)]
    pub(crate) remote_since: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PostRow {
    pub(crate) id: String,
    pub(crate) unit: String,
    pub(crate) role: Role,
    pub(crate) title: String,
    pub(crate) title_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanRow {
    pub(crate) measure: String,
    pub(crate) unit: String,
    pub(crate) period: Period,
    pub(crate) value: Quantity,
    pub(crate) on: Date,
    pub(crate) origin: String,
    pub(crate) source: String,
    #[serde(default)]
    pub(crate) note: Option<String>,
    #[serde(default)]
    pub(crate) note_en: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReadingRow {
    pub(crate) measure: String,
    pub(crate) unit: String,
    pub(crate) period: Period,
    pub(crate) value: Quantity,
    pub(crate) on: Date,
    pub(crate) origin: String,
    pub(crate) source: String,
    pub(crate) set_aside: Option<SetAside>,
    pub(crate) note: Option<String>,
    pub(crate) note_en: Option<String>,
}

/// The word that sets a reading aside; another word is no word.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SetAside {
    Yes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConclusionRow {
    pub(crate) id: String,
    pub(crate) unit: String,
    pub(crate) concluded: Period,
    pub(crate) text: String,
    pub(crate) text_en: String,
    pub(crate) on: Date,
    pub(crate) origin: String,
    pub(crate) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskRow {
    pub(crate) id: String,
    pub(crate) conclusion: String,
    pub(crate) unit: String,
    pub(crate) due_on: Date,
    pub(crate) on: Date,
    pub(crate) origin: String,
    pub(crate) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseRow {
    pub(crate) code: String,
    pub(crate) kind: String,
    pub(crate) unit: String,
    pub(crate) topic: String,
    pub(crate) on: Date,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) place: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) phone: Option<String>,
    /// For how many people it speaks.
    #[serde(default)]
    pub(crate) persons: Option<String>,
    pub(crate) again: Option<String>,
    /// What was filled in of the form of the kind: a line for each field, as [`ActRow::fields`].
    #[serde(default)]
    pub(crate) fields: Option<String>,
    pub(crate) origin: String,
    pub(crate) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActRow {
    pub(crate) code: String,
    pub(crate) on: Date,
    pub(crate) action: String,
    pub(crate) by: String,
    pub(crate) text: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) post: Option<String>,
    #[serde(deserialize_with = "proof")]
    pub(crate) proof: Option<String>,
    /// `complex` or `especially-complex`; empty for an ordinary matter.
    #[serde(default)]
    pub(crate) complexity: Option<Complexity>,
    /// Whether it lies in a remote area; empty for what is set for the unit that holds the case.
    #[serde(default)]
    pub(crate) remote: Option<bool>,
    /// By how much a limit is extended.
    #[serde(default)]
    pub(crate) length: Option<u16>,
    /// The reason for which the case is refused.
    #[serde(default)]
    pub(crate) reason: Option<String>,
    /// What was filled in of the fields that the action asks: a line `known-on: 2016-04-15` for each;
    /// several choices with commas between them. A line that begins with no field goes on with the
    /// one before it.
    #[serde(default)]
    pub(crate) fields: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MatterRow {
    pub(crate) deed: MatterDeed,
    pub(crate) code: String,
    /// The other case that is linked, or was.
    pub(crate) other: Option<String>,
    pub(crate) on: Date,
    /// The post that says so.
    pub(crate) by: String,
    /// The reasons of a judgement.
    pub(crate) text: Option<String>,
}

/// What is said of a matter.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MatterDeed {
    Link,
    Unlink,
    Judge,
    Withdraw,
}

fn proof<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(cell)?.as_deref().map(file_name))
}

impl Rows {
    /// The files that are read.
    pub(crate) const FILES: [&str; 9] = [
        "units.csv",
        "posts.csv",
        "plans.csv",
        "readings.csv",
        "conclusions.csv",
        "tasks.csv",
        "cases.csv",
        "acts.csv",
        "matters.csv",
    ];

    /// Reads all files that are there; what cannot be read goes to [`Self::troubles`].
    pub(crate) fn read(source: &Source) -> Self {
        let mut troubles = Troubles::default();
        let found = &mut troubles;
        let rows = Self {
            units: table(source, &columns::UNITS, found),
            posts: table(source, &columns::POSTS, found),
            plans: table(source, &columns::PLANS, found),
            readings: table(source, &columns::READINGS, found),
            conclusions: table(source, &columns::CONCLUSIONS, found),
            tasks: table(source, &columns::TASKS, found),
            cases: table(source, &columns::CASES, found),
            acts: table(source, &columns::ACTS, found),
            matters: table(source, &columns::MATTERS, found),
            troubles: Troubles::default(),
        };
        Self { troubles, ..rows }
    }

    /// The rows without cases, acts and matters of days after `day`.
    pub(crate) fn of_cases_until(mut self, day: Date) -> Self {
        self.cases.retain(|case| case.row.on <= day);
        self.acts.retain(|act| act.row.on <= day);
        self.matters.retain(|matter| matter.row.on <= day);
        self
    }

    /// The rows, where enough of them can be read to judge them.
    ///
    /// # Errors
    /// One failure that lists all faults, where a whole file cannot be read.
    pub(crate) fn readable(mut self) -> Result<Self, Failure> {
        if self.troubles.is_deep {
            self.troubles.none()?;
        }
        Ok(self)
    }

    /// Stores the proofs that acts name, each read once; takes acts out whose proof cannot be taken, and
    /// says so.
    ///
    /// # Errors
    /// When a file cannot be read or stored.
    pub(super) fn store_proofs(
        &mut self,
        source: &Source,
        files: &Files,
    ) -> Result<Proofs, Failure> {
        let mut tried: BTreeMap<String, Result<Proof, &'static str>> = BTreeMap::new();
        for placed in std::mem::take(&mut self.acts) {
            let Some(name) = &placed.row.proof else {
                self.acts.push(placed);
                continue;
            };
            if !tried.contains_key(name) {
                tried.insert(name.clone(), source.store_proof(name, files)?);
            }
            if let Some(Err(key)) = tried.get(name) {
                let fault = Fault::new(placed.file, placed.line, key);
                let fault = fault.with("path", Source::proof_path(name)).with("most", MOST >> 20);
                self.troubles.refuse(placed.about.as_ref(), vec![fault]);
            } else {
                self.acts.push(placed);
            }
        }
        Ok(tried.into_iter().filter_map(|(name, proof)| Some((name, proof.ok()?))).collect())
    }
}

/// The rows of one file that can be read.
fn table<T: DeserializeOwned>(
    source: &Source,
    table: &Table,
    troubles: &mut Troubles,
) -> Vec<Placed<T>> {
    let (mut rows, mut made) = (Vec::new(), BTreeMap::new());
    let Some(bytes) = source.table(table.file) else { return rows };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let heads = match reader.headers() {
        Ok(heads) => heads.clone(),
        Err(why) => {
            troubles.file_is_lost(vec![unreadable(table.file, &why)]);
            return rows;
        }
    };
    let wrong = table.heads_wrong::<T>(&heads);
    if !wrong.is_empty() {
        troubles.file_is_lost(wrong);
        return rows;
    }
    let mut lines = Lines::of(bytes);
    for record in reader.byte_records() {
        match record {
            Ok(mut record) => {
                let position = record.position().map(|position| lines.first_of(position));
                record.set_position(position);
                rows.extend(one(table, &heads, record, &mut made, troubles));
            }
            Err(why) => troubles.file_is_lost(vec![unreadable(table.file, &why)]),
        }
    }
    rows
}

/// One row; nothing when it cannot be read, or when another row made what it is about: the line of that
/// one is in `made`.
fn one<T: DeserializeOwned>(
    table: &Table,
    heads: &StringRecord,
    bytes: ByteRecord,
    made: &mut BTreeMap<Name, u64>,
    troubles: &mut Troubles,
) -> Option<Placed<T>> {
    let (file, line) = (table.file, bytes.position().map_or(0, csv::Position::line));
    let (record, is_text) = match StringRecord::from_byte_record(bytes) {
        Ok(record) => (record, true),
        Err(why) => {
            let cells = why.into_byte_record();
            (cells.iter().map(String::from_utf8_lossy).collect(), false)
        }
    };
    let record = &record;
    let (about, needs) = (table.about(heads, record), table.needs(heads, record));
    if let Some(name) = about.clone().filter(|_| table.makes) {
        if let Some(first) = made.get(&name) {
            let fault = Fault::new(file, line, "twice").with("name", &name.1).with("first", first);
            troubles.faults.push(fault);
            return None;
        }
        made.insert(name, line);
    }
    let wrong = match (is_text, record.len()) {
        (false, _) => vec![Fault::new(file, line, "not-text")],
        (true, cells) if cells != heads.len() => {
            let fault = Fault::new(file, line, "cells").with("expected", heads.len());
            vec![fault.with("found", cells)]
        }
        _ => table.cells_wrong(line, heads, record),
    };
    if !wrong.is_empty() {
        troubles.refuse(about.as_ref(), wrong);
        return None;
    }
    match record.deserialize(Some(heads)) {
        Ok(row) => Some(Placed { file, line, about, needs, row }),
        Err(why) => {
            troubles.refuse(about.as_ref(), vec![strange(file, line, heads, &why)]);
            None
        }
    }
}

/// A row that has the form of its columns and still says nothing, such as a number that is too large.
fn strange(file: &'static str, line: u64, heads: &StringRecord, why: &csv::Error) -> Fault {
    let place = match why.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.field(),
        _ => None,
    };
    let column = place.and_then(|place| heads.get(usize::try_from(place).ok()?));
    match column {
        Some(column) => Fault::new(file, line, "strange-cell").with("column", column),
        None => Fault::new(file, line, "unreadable"),
    }
}

/// A row, or the head of a file, that cannot be read.
fn unreadable(file: &'static str, why: &csv::Error) -> Fault {
    let line = why.position().map_or(1, csv::Position::line);
    match why.kind() {
        csv::ErrorKind::Utf8 { .. } => Fault::new(file, line, "not-text"),
        _ => Fault::new(file, line, "unreadable"),
    }
}
