//! What a case is about, in the words of whoever brought it.

use serde::{Deserialize, Serialize};

use crate::case::form::Filled;
use crate::id::FollowKey;
use crate::sealing::Sealed;

/// What a petitioner wrote. Kept beside the ledger, where it can be erased.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Petition {
    /// A short title, shown to the public.
    pub subject: String,
    /// The whole request, shown to those who work on it.
    pub text: String,
    /// Street, group or hamlet, shown to those who work on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// For how many people it speaks; then the name and the number are their representative's.
    #[serde(default, skip_serializing_if = "Persons::is_one")]
    pub persons: Persons,
    /// The petitioner's name, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The petitioner's telephone number, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Who brought it, where that is sealed: then name, number and place are nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Box<Sealed>>,
    /// What opens the case to whoever brought it; nothing when nobody was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<FollowKey>,
    /// What was filled in of the form of its kind.
    #[serde(default, skip_serializing_if = "Filled::is_empty")]
    pub filled: Filled,
}

/// For how many people a petition speaks.
///
/// - Unit: persons, 1 to 10,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Persons(u32);

impl Persons {
    /// The most people that one petition can speak for.
    pub const MOST: u32 = 10_000;

    /// That many, if a petition can speak for them.
    #[must_use]
    pub fn new(count: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&count).then_some(Self(count))
    }

    /// How many.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Whether the petitioner speaks for nobody else.
    #[must_use]
    pub const fn is_one(&self) -> bool {
        self.0 == 1
    }
}

impl Default for Persons {
    fn default() -> Self {
        Self(1)
    }
}

/// A part of a petition that may be left out, unless its kind requires it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Street, group or hamlet.
    Place,
    /// The petitioner's name.
    Name,
    /// The petitioner's telephone number.
    Phone,
}

impl Part {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Place, Self::Name, Self::Phone];

    /// The form field that answers it, which is its word in packs too.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Name => "name",
            Self::Phone => "phone",
        }
    }
}

impl Petition {
    /// Whether `part` is left out.
    #[must_use]
    pub const fn lacks(&self, part: Part) -> bool {
        match part {
            Part::Place => self.place.is_none(),
            Part::Name => self.name.is_none(),
            Part::Phone => self.phone.is_none(),
        }
    }
}
