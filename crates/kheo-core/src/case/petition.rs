//! What a case is about, in the words of whoever brought it.

use serde::{Deserialize, Serialize};

use crate::case::form::Filled;

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
    /// The petitioner's name, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The petitioner's telephone number, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What was filled in of the form of its kind.
    #[serde(default, skip_serializing_if = "Filled::is_empty")]
    pub filled: Filled,
}
