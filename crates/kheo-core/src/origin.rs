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
            Self::Reported { source } => Some(source),
            Self::Entered | Self::Demonstration => None,
        }
    }

    /// The word for it in tables: `entered`, `reported` or `demonstration`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Reported { .. } => "reported",
            Self::Demonstration => "demonstration",
        }
    }

    /// The origin that [`Origin::word`] and [`Origin::source`] came from.
    ///
    /// # Errors
    /// [`UnknownOrigin`] when the word is no origin, or a reported record names no source.
    pub fn from_word(word: &str, source: &str) -> Result<Self, UnknownOrigin> {
        match word {
            "entered" => Ok(Self::Entered),
            "demonstration" => Ok(Self::Demonstration),
            "reported" if source.starts_with("https://") || source.starts_with("http://") => {
                Ok(Self::Reported { source: source.to_owned() })
            }
            _ => Err(UnknownOrigin),
        }
    }
}

/// A word that is no origin, or a reported record without the address of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an origin is `entered`, `demonstration`, or `reported` with the web address of its source"
)]
pub struct UnknownOrigin;
