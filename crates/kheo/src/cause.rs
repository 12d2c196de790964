//! What lies behind a failure: what the system, the database or a reader of files said.

use std::io;

use kheo_ledger::log::WrongKey;
use kheo_store::{DatabaseError, StoreError};
use kheo_words::Tongue;

use crate::failure::Failure;

/// Why something failed, as something below this program says it; `$why` in the words of the failure.
#[derive(Debug)]
pub(crate) enum Cause {
    /// The operating system refused it.
    System(io::Error),
    /// The database refused it: its extended result code.
    Database(i32),
    /// A server refused it, by its code, or does not answer.
    Server(Option<String>),
    /// A key is none.
    Key(WrongKey),
    /// Another failure.
    Failure(Failure),
    /// What only those who write this program can make something of, in their language.
    Technical(String),
}

impl Cause {
    /// A mistake of this program, or of what it is made of.
    pub(crate) fn technical(why: &impl ToString) -> Self {
        Self::Technical(why.to_string())
    }

    /// The cause in the reader's language, without a full stop where it is no sentence.
    pub(crate) fn in_words(&self, tongue: Tongue<'_>) -> String {
        match self {
            Self::System(why) => tongue.system_error(why),
            Self::Database(code) => tongue.database_error(*code),
            Self::Server(code) => tongue.server_error(code.as_deref()),
            Self::Key(why) => tongue.say(match why {
                WrongKey::Form => "key-form",
                WrongKey::Name => "key-name",
                WrongKey::Hash => "key-hash",
                WrongKey::Kind => "key-kind",
            }),
            Self::Failure(why) => why.what(tongue),
            Self::Technical(detail) => tongue.say_with("cause-technical", &[("detail", detail)]),
        }
    }
}

impl From<io::Error> for Cause {
    fn from(why: io::Error) -> Self {
        Self::System(why)
    }
}

impl From<&io::Error> for Cause {
    fn from(why: &io::Error) -> Self {
        let copy = why.raw_os_error().map(io::Error::from_raw_os_error);
        Self::System(copy.unwrap_or_else(|| why.kind().into()))
    }
}

/// What the database said: by its own code, where it has one.
impl From<&DatabaseError> for Cause {
    fn from(why: &DatabaseError) -> Self {
        match (why, why.sqlite_code()) {
            (DatabaseError::Server(_), _) => Self::Server(why.server_code().map(str::to_owned)),
            (DatabaseError::File(_), Some(code)) => Self::Database(code),
            (DatabaseError::File(_), None) => Self::technical(why),
        }
    }
}

impl From<WrongKey> for Cause {
    fn from(why: WrongKey) -> Self {
        Self::Key(why)
    }
}

impl From<StoreError> for Cause {
    fn from(why: StoreError) -> Self {
        Self::Failure(why.into())
    }
}
