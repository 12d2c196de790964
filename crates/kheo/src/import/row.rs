//! The rows of the files, as their columns are named.

use csv::StringRecord;
use jiff::civil::Date;
use kheo_core::case::Complexity;
use kheo_core::period::Period;
use kheo_core::post::Role;
use kheo_core::quantity::Quantity;
use kheo_core::unit::{Bloc, UnitKind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::failure::Failure;
use crate::import::source::Source;
use crate::import::value::file_name;

/// A row and where it stands.
pub(crate) struct Placed<T> {
    pub(crate) file: &'static str,
    pub(crate) line: u64,
    pub(crate) row: T,
}

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

    /// Reads all files that are there.
    ///
    /// # Errors
    /// One failure that lists every row that cannot be read, or that names a proof which is not there.
    pub(crate) fn read(source: &Source) -> Result<Self, Failure> {
        let mut wrong = Vec::new();
        let [units, posts, plans, readings, conclusions, tasks, cases, acts, matters] = Self::FILES;
        let rows = Self {
            units: table(source, units, &mut wrong),
            posts: table(source, posts, &mut wrong),
            plans: table(source, plans, &mut wrong),
            readings: table(source, readings, &mut wrong),
            conclusions: table(source, conclusions, &mut wrong),
            tasks: table(source, tasks, &mut wrong),
            cases: table(source, cases, &mut wrong),
            acts: table(source, acts, &mut wrong),
            matters: table(source, matters, &mut wrong),
        };
        if wrong.is_empty() {
            return rows.with_proofs_of(source);
        }
        Err(Failure::new("rows").with("count", wrong.len()).with("list", wrong.join("\n    ")))
    }

    /// The names of the proofs, each as often as an act names it.
    pub(crate) fn proofs(&self) -> impl Iterator<Item = &str> {
        self.acts.iter().filter_map(|placed| placed.row.proof.as_deref())
    }

    /// Refuses rows whose proof is not in `source`: one failure that lists them all.
    fn with_proofs_of(self, source: &Source) -> Result<Self, Failure> {
        let missing = |placed: &Placed<ActRow>| {
            let name = placed.row.proof.as_deref().filter(|name| !source.has_proof(name))?;
            Some(format!("{}:{}: {}", placed.file, placed.line, Source::proof_path(name)))
        };
        let missing: Vec<String> = self.acts.iter().filter_map(missing).collect();
        if missing.is_empty() {
            return Ok(self);
        }
        let count = missing.len();
        Err(Failure::new("proofs").with("count", count).with("list", missing.join("\n    ")))
    }
}

/// The rows of one file; what cannot be read goes to `wrong` with its line.
fn table<T: DeserializeOwned>(
    source: &Source,
    file: &'static str,
    wrong: &mut Vec<String>,
) -> Vec<Placed<T>> {
    let mut rows = Vec::new();
    let Some(bytes) = source.table(file) else { return rows };
    let mut reader = csv::Reader::from_reader(bytes);
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(why) => {
            wrong.push(unreadable(file, &why, None));
            return rows;
        }
    };
    for record in reader.records() {
        let read = record.and_then(|record| {
            let line = record.position().map_or(0, csv::Position::line);
            let row = record.deserialize(Some(&headers))?;
            Ok(Placed { file, line, row })
        });
        match read {
            Ok(placed) => rows.push(placed),
            Err(why) => wrong.push(unreadable(file, &why, Some(&headers))),
        }
    }
    rows
}

/// A row that cannot be read: `units.csv:3: since: …`.
fn unreadable(file: &str, why: &csv::Error, headers: Option<&StringRecord>) -> String {
    let line = why.position().map_or_else(String::new, |at| format!(":{}", at.line()));
    let csv::ErrorKind::Deserialize { err, .. } = why.kind() else {
        return format!("{file}{line}: {why}");
    };
    let field = err.field().and_then(|at| usize::try_from(at).ok());
    let column = field.zip(headers).and_then(|(at, headers)| headers.get(at));
    let column = column.map_or_else(String::new, |name| format!(" {name}:"));
    format!("{file}{line}:{column} {}", err.kind())
}
