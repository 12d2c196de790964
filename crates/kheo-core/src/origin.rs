//! Where a record comes from.

use serde::{Deserialize, Serialize};

/// Where a record comes from, so that nobody takes a demonstration for a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum Origin {
    /// Typed or sent in the ordinary course of work.
    Entered,
    /// Taken from a public source.
    Reported {
        /// The address of the source.
        source: String,
    },
    /// Worked out from what a public source says, which does not say it itself.
    Derived {
        /// The address of the source.
        source: String,
    },
    /// Made up for a demonstration.
    Demonstration,
}

impl Origin {
    /// Whether the record was made up for a demonstration.
    #[must_use]
    pub const fn is_demonstration(&self) -> bool {
        matches!(self, Self::Demonstration)
    }

    /// The address of the public source, when there is one.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Reported { source } | Self::Derived { source } => Some(source),
            Self::Entered | Self::Demonstration => None,
        }
    }

    /// The word for it in tables: `entered`, `reported`, `derived` or `demonstration`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Reported { .. } => "reported",
            Self::Derived { .. } => "derived",
            Self::Demonstration => "demonstration",
        }
    }

    /// The origin that [`Origin::word`] and [`Origin::source`] came from.
    ///
    /// # Errors
    /// [`UnknownOrigin`] when the word is no origin, or a reported or derived record names no source.
    pub fn from_word(word: &str, source: &str) -> Result<Self, UnknownOrigin> {
        match word {
            "entered" => Ok(Self::Entered),
            "demonstration" => Ok(Self::Demonstration),
            "reported" if is_address(source) => Ok(Self::Reported { source: source.to_owned() }),
            "derived" if is_address(source) => Ok(Self::Derived { source: source.to_owned() }),
            _ => Err(UnknownOrigin),
        }
    }
}

fn is_address(source: &str) -> bool {
    source.starts_with("https://") || source.starts_with("http://")
}

/// The address and the title of a source that is written as both: `https://… “Title”`.
///
/// Whoever shows such a source shows the title: an address may hold the name of a person.
#[must_use]
pub fn titled(source: &str) -> Option<(&str, &str)> {
    let (address, title) = source.split_once(' ')?;
    let title = title.strip_prefix('“')?.strip_suffix('”')?;
    is_address(address).then_some((address, title))
}

/// The host of a web address.
#[must_use]
pub fn host(address: &str) -> &str {
    address.split('/').nth(2).unwrap_or(address)
}

/// A word that is no origin, or a record from a source without its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an origin is `entered`, `demonstration`, or `reported` or `derived` with the web address of \
     its source"
)]
pub struct UnknownOrigin;
