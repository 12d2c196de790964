//! What a command could not do, and what its user can do about it.

use kheo_core::Refusal;
use kheo_pack::PackError;
use kheo_store::ledger::Damage;
use kheo_store::log::LogDamage;
use kheo_store::{DatabaseError, StoreError, WriteError};
use kheo_words::{Tongue, Words};

use crate::cause::Cause;
use crate::import::Fault;
use crate::{check, refused};

/// Why a command ended without doing what was asked. Ends the program with exit code 2 unless it says another.
///
/// Its words are `failure-` and the key, and `failure-` and the key and `-remedy`.
#[derive(Debug)]
pub(crate) struct Failure {
    key: Box<str>,
    variables: Vec<(&'static str, String)>,
    refused: Vec<Refusal>,
    mistake: Option<Box<PackError>>,
    cause: Option<Box<Cause>>,
    faults: Vec<Fault>,
    /// With what packs call things, where those words are at hand.
    words: Option<Box<Words>>,
    exit: u8,
}

impl Failure {
    pub(crate) fn new(key: impl Into<String>) -> Self {
        Self {
            key: key.into().into_boxed_str(),
            variables: Vec::new(),
            refused: Vec::new(),
            mistake: None,
            cause: None,
            faults: Vec::new(),
            words: None,
            exit: 2,
        }
    }

    /// Tells what packs call things by `words`.
    pub(crate) fn in_words_of(self, words: Words) -> Self {
        Self { words: Some(Box::new(words)), ..self }
    }

    #[expect(clippy::needless_pass_by_value, reason = "callers hand over what they have")]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.variables.push((name, value.to_string()));
        self
    }

    /// The rules refuse it: `$why` says all of their reasons.
    pub(crate) fn because(self, refused: Vec<Refusal>) -> Self {
        Self { refused, ..self }
    }

    /// Something below this program failed: `$why` says what.
    pub(crate) fn caused_by(self, cause: impl Into<Cause>) -> Self {
        Self { cause: Some(Box::new(cause.into())), ..self }
    }

    /// A pack or a calendar is wrong: `$first` shows the first mistake.
    pub(crate) fn at(self, mistake: Option<PackError>) -> Self {
        Self { mistake: mistake.map(Box::new), ..self }
    }

    /// Rows of files are wrong: `$list` says all that is.
    pub(crate) fn listing(self, faults: Vec<Fault>) -> Self {
        Self { faults, ..self }
    }

    /// Ends the program with another exit code, for whatever runs it.
    pub(crate) fn ending(self, exit: u8) -> Self {
        Self { exit, ..self }
    }

    /// The exit code of the program.
    pub(crate) const fn exit(&self) -> u8 {
        self.exit
    }

    /// What is wrong, and on the next line what to do.
    pub(crate) fn in_words(&self, tongue: Tongue<'_>) -> String {
        let remedy = self.said(&format!("failure-{}-remedy", self.key), tongue);
        format!("{}\n{remedy}", self.what(tongue))
    }

    /// What is wrong.
    pub(crate) fn what(&self, tongue: Tongue<'_>) -> String {
        self.said(&format!("failure-{}", self.key), tongue)
    }

    /// The text of `key` with all that is known of the failure.
    fn said(&self, key: &str, tongue: Tongue<'_>) -> String {
        let tongue = self.words.as_ref().map_or(tongue, |words| words.in_lang(tongue.lang()));
        let why = self.refused.iter().map(|why| refused::in_words(why, tongue));
        let why: Vec<String> =
            why.chain(self.cause.iter().map(|cause| cause.in_words(tongue))).collect();
        let why = why.join(" ");
        let mut variables: Vec<(&str, &str)> =
            self.variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if !why.is_empty() {
            variables.push(("why", &why));
        }
        let first = self.mistake.as_deref().map(|mistake| check::drawn(mistake, tongue));
        if let Some(first) = &first {
            variables.push(("first", first));
        }
        let list: Vec<String> = self.faults.iter().map(|fault| fault.in_words(tongue)).collect();
        let list = list.join("\n");
        if !self.faults.is_empty() {
            variables.push(("list", &list));
        }
        tongue.say_with(key, &variables)
    }
}

impl From<StoreError> for Failure {
    fn from(why: StoreError) -> Self {
        let failure = match &why {
            StoreError::Unopenable { why: DatabaseError::Server(_), .. } => {
                Self::new("server-unopenable")
            }
            StoreError::Database(DatabaseError::Server(_)) => Self::new("server-database"),
            _ => Self::new(format!("store-{}", why.code())),
        };
        match why {
            StoreError::Nothing { database }
            | StoreError::NotOurs { database }
            | StoreError::Unencrypted { database } => failure.with("path", database),
            StoreError::Newer { database, found, known }
            | StoreError::Older { database, found, known }
            | StoreError::Outdated { database, found, known } => {
                failure.with("path", database).with("found", found).with("known", known)
            }
            StoreError::Corrupt { database, why } | StoreError::Unopenable { database, why } => {
                failure.with("path", database).caused_by(&why)
            }
            StoreError::Folder { path, why } => failure.with("path", path.display()).caused_by(why),
            StoreError::Bucket { bucket, why } => failure.with("bucket", bucket).caused_by(why),
            StoreError::ChangedEntry { seq } => failure.with("seq", seq),
            StoreError::ChangedFile { path } => failure.with("path", path.display()),
            StoreError::Database(why) => failure.caused_by(&why),
            StoreError::Unreadable { column, why } => {
                failure.with("column", column).caused_by(Cause::technical(&why))
            }
            StoreError::Entry(why) => failure.caused_by(Cause::technical(&why)),
            StoreError::NotSealed(why) => failure.caused_by(Cause::technical(&why)),
            StoreError::NotSaved { why } => failure.caused_by(match &*why {
                StoreError::Database(why) => why.into(),
                other => Cause::technical(other),
            }),
            StoreError::Pages { database, pages } => failure.with("path", database).naming(&pages),
            StoreError::Damaged(_)
            | StoreError::Uncertain
            | StoreError::BrokeOff
            | StoreError::Closed => failure,
        }
    }
}

impl From<WriteError> for Failure {
    fn from(why: WriteError) -> Self {
        match why {
            WriteError::Store(why) => why.into(),
            WriteError::Refused(why) => Self::new("refused").because(vec![why]),
        }
    }
}

impl From<LogDamage> for Failure {
    fn from(damage: LogDamage) -> Self {
        let failure = Self::new(format!("log-{}", damage.code()));
        match damage {
            LogDamage::Rewritten { seq } | LogDamage::Missing { seq } => failure.with("seq", seq),
            LogDamage::CutOff { size, signed } => failure.with("size", size).with("signed", signed),
            LogDamage::Tile { level, place } => failure.with("level", level).with("place", place),
            LogDamage::Forked { size } | LogDamage::Unsigned { size } => failure.with("size", size),
            LogDamage::Cosignature { size, witness } => {
                failure.with("size", size).with("witness", witness)
            }
            LogDamage::Store(why) => why.into(),
        }
    }
}

/// How many damaged pages are named.
const MOST_PAGES: usize = 20;

impl Failure {
    /// That the pages of the file of the database with these numbers are not as they were written.
    pub(crate) fn of_pages(pages: &[u64]) -> Self {
        Self::new("ledger-pages").naming(pages)
    }

    fn naming(self, pages: &[u64]) -> Self {
        let numbers: Vec<String> = pages.iter().take(MOST_PAGES).map(u64::to_string).collect();
        self.with("count", pages.len()).with("pages", numbers.join(", "))
    }
}

impl From<Damage> for Failure {
    fn from(damage: Damage) -> Self {
        let failure = Self::new(format!("ledger-{}", damage.code()));
        match damage {
            Damage::Pages { pages } => failure.naming(&pages),
            Damage::Missing { seq } | Damage::Changed { seq } | Damage::TakenAway { seq } => {
                failure.with("seq", seq)
            }
            Damage::CutOff { last, named } => failure.with("last", last).with("named", named),
            Damage::Unreadable { seq, why } => failure.with("seq", seq).caused_by(why),
            Damage::Differs { table, row } => failure.with("table", table).with("row", row),
            Damage::Store(why) => why.into(),
        }
    }
}
