//! The columns of the files: what stands in their cells, and what their rows are about.

use csv::StringRecord;
use jiff::civil::Date;
use kheo_core::case::Complexity;
use kheo_core::id::CaseCode;
use kheo_core::period::Period;
use kheo_core::post::Role;
use kheo_core::quantity::Quantity;
use kheo_core::unit::{Bloc, UnitKind};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::import::fault::Fault;
use crate::import::fields::fields;
use crate::import::row::{MatterDeed, SetAside};
use crate::import::value::file_name;

/// Something that rows are about, by its sort and its id.
pub(super) type Name = (Sort, String);

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Unit,
    Post,
    Conclusion,
    Task,
    Case,
    /// The matter of a case.
    Matter,
}

/// A file: what its columns hold, and what its rows are about. The columns are the fields of its rows.
pub(super) struct Table {
    pub(super) file: &'static str,
    /// The columns that it may leave out.
    further: &'static [&'static str],
    /// What stands in cells that hold no free text, and whether they may be empty.
    forms: &'static [(&'static str, Form, bool)],
    /// What is not known, or not as it should be, once a row is refused.
    about: Option<(Sort, &'static str)>,
    /// Whether a row makes what it is about, so that no other row may.
    pub(super) makes: bool,
    /// What has to be known before a row can be judged.
    needs: &'static [(Sort, &'static str)],
}

/// What stands in a cell.
#[derive(Clone, Copy)]
enum Form {
    Day,
    Period,
    Number,
    Count,
    Truth,
    /// One of several words; the function says which there are.
    Word(fn(&str) -> Result<(), String>),
}

pub(super) const UNITS: Table = Table {
    file: "units.csv",
    further: &["remote_since"],
    forms: &[
        ("kind", Form::Word(fits::<UnitKind>), false),
        ("bloc", Form::Word(fits::<Bloc>), false),
        ("since", Form::Day, true),
        ("until", Form::Day, true),
        ("population", Form::Count, true),
        ("area_km2", Form::Number, true),
        ("remote_since", Form::Day, true),
    ],
    about: Some((Sort::Unit, "id")),
    makes: true,
    needs: &[(Sort::Unit, "parent")],
};

pub(super) const POSTS: Table = Table {
    file: "posts.csv",
    further: &[],
    forms: &[("role", Form::Word(fits::<Role>), false)],
    about: Some((Sort::Post, "id")),
    makes: true,
    needs: &[(Sort::Unit, "unit")],
};

pub(super) const PLANS: Table = Table {
    file: "plans.csv",
    further: &["note", "note_en"],
    forms: &[
        ("period", Form::Period, false),
        ("value", Form::Number, false),
        ("on", Form::Day, false),
    ],
    about: None,
    makes: false,
    needs: &[(Sort::Unit, "unit")],
};

pub(super) const READINGS: Table = Table {
    file: "readings.csv",
    further: &[],
    forms: &[
        ("period", Form::Period, false),
        ("value", Form::Number, false),
        ("on", Form::Day, false),
        ("set_aside", Form::Word(fits::<SetAside>), true),
    ],
    ..PLANS
};

pub(super) const CONCLUSIONS: Table = Table {
    file: "conclusions.csv",
    further: &[],
    forms: &[("concluded", Form::Period, false), ("on", Form::Day, false)],
    about: Some((Sort::Conclusion, "id")),
    makes: true,
    needs: &[(Sort::Unit, "unit")],
};

pub(super) const TASKS: Table = Table {
    file: "tasks.csv",
    further: &[],
    forms: &[("due_on", Form::Day, false), ("on", Form::Day, false)],
    about: Some((Sort::Task, "id")),
    makes: true,
    needs: &[(Sort::Conclusion, "conclusion"), (Sort::Unit, "unit")],
};

pub(super) const CASES: Table = Table {
    file: "cases.csv",
    further: &["persons", "fields"],
    forms: &[("on", Form::Day, false)],
    about: Some((Sort::Case, "code")),
    makes: true,
    needs: &[(Sort::Unit, "unit"), (Sort::Case, "again")],
};

pub(super) const ACTS: Table = Table {
    file: "acts.csv",
    further: &["complexity", "remote", "length", "reason", "fields"],
    forms: &[
        ("on", Form::Day, false),
        ("complexity", Form::Word(fits::<Complexity>), true),
        ("remote", Form::Truth, true),
        ("length", Form::Count, true),
    ],
    about: Some((Sort::Case, "code")),
    makes: false,
    needs: &[(Sort::Case, "code"), (Sort::Post, "by"), (Sort::Unit, "unit"), (Sort::Post, "post")],
};

pub(super) const MATTERS: Table = Table {
    file: "matters.csv",
    further: &[],
    forms: &[("deed", Form::Word(fits::<MatterDeed>), false), ("on", Form::Day, false)],
    about: Some((Sort::Matter, "code")),
    makes: false,
    needs: &[
        (Sort::Matter, "code"),
        (Sort::Case, "code"),
        (Sort::Case, "other"),
        (Sort::Post, "by"),
    ],
};

impl Table {
    /// What is wrong with the heads of the columns of a file whose rows are `T`.
    pub(super) fn heads_wrong<'de, T: Deserialize<'de>>(&self, heads: &StringRecord) -> Vec<Fault> {
        if heads.iter().any(|head| head.contains([';', '\t'])) {
            return vec![Fault::new(self.file, 1, "not-commas")];
        }
        let fault = |key, name: &str| Fault::new(self.file, 1, key).with("column", name);
        let has = |name: &str| heads.iter().any(|head| head == name);
        let columns = fields::<T>();
        let missing = columns.iter().filter(|name| !self.further.contains(name) && !has(name));
        let strange = heads.iter().filter(|head| !columns.contains(head));
        let twice = columns.iter();
        let twice = twice.filter(|name| heads.iter().filter(|head| head == *name).count() > 1);
        let missing = missing.map(|name| fault("no-column", name));
        let strange = strange.map(|name| fault("strange-column", name));
        missing.chain(strange).chain(twice.map(|name| fault("column-twice", name))).collect()
    }

    /// What is wrong with the cells of a row: all that does not have the form of its column.
    pub(super) fn cells_wrong(
        &self,
        line: u64,
        heads: &StringRecord,
        row: &StringRecord,
    ) -> Vec<Fault> {
        let wrong = |(column, form, may_be_empty): &(&'static str, Form, bool)| {
            let cell = cell(heads, row, column)?;
            let fault = |key| {
                let shown: String = cell.chars().take(SHOWN).collect();
                Fault::new(self.file, line, key).with("column", column).with("cell", shown)
            };
            match form.wrong(cell) {
                _ if cell.is_empty() => (!may_be_empty).then(|| fault("empty")),
                Some((key, words)) => Some(fault(key).with("words", words)),
                None => None,
            }
        };
        self.forms.iter().filter_map(wrong).collect()
    }

    /// What a row is about.
    pub(super) fn about(&self, heads: &StringRecord, row: &StringRecord) -> Option<Name> {
        self.about.and_then(|(sort, column)| named(sort, cell(heads, row, column)?))
    }

    /// What has to be known before a row can be judged.
    pub(super) fn needs(&self, heads: &StringRecord, row: &StringRecord) -> Vec<Name> {
        let needed = self.needs.iter();
        needed.filter_map(|(sort, column)| named(*sort, cell(heads, row, column)?)).collect()
    }
}

/// How much of a cell is repeated when it is wrong. Unit: letters.
const SHOWN: usize = 40;

fn cell<'r>(heads: &StringRecord, row: &'r StringRecord, column: &str) -> Option<&'r str> {
    row.get(heads.iter().position(|head| head == column)?)
}

/// The name in a cell, however it is spaced and composed.
fn named(sort: Sort, cell: &str) -> Option<Name> {
    let code = matches!(sort, Sort::Case | Sort::Matter).then(|| CaseCode::typed(cell)).flatten();
    let name = code.map_or_else(|| file_name(cell.trim()), |code| code.to_string());
    (!name.is_empty()).then_some((sort, name))
}

impl Form {
    /// Why a cell does not have the form: a word for it, and the words that there are.
    fn wrong(self, cell: &str) -> Option<(&'static str, String)> {
        let plain = |is: bool, key| (!is).then(|| (key, String::new()));
        match self {
            Self::Day => plain(fits::<Date>(cell).is_ok(), "not-a-day"),
            Self::Period => plain(fits::<Period>(cell).is_ok(), "not-a-period"),
            Self::Number => plain(fits::<Quantity>(cell).is_ok(), "not-a-number"),
            Self::Count => {
                plain(fits::<u16>(cell).is_ok() || fits::<u32>(cell).is_ok(), "not-a-count")
            }
            Self::Truth => {
                fits::<bool>(cell).err().map(|_| ("not-a-word", "true, false".to_owned()))
            }
            Self::Word(fits) => fits(cell).err().map(|words| ("not-a-word", words)),
        }
    }
}

/// Whether a cell can be read as `T`; where there are words for it, the words.
fn fits<T: DeserializeOwned>(cell: &str) -> Result<(), String> {
    let row = StringRecord::from(vec![cell]);
    let why = match row.deserialize::<(T,)>(None) {
        Ok(_) => return Ok(()),
        Err(why) => why.to_string(),
    };
    let words = why.rsplit_once("`, expected ").map_or("", |(_, words)| words);
    let words: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
    Err(words.join(", "))
}
