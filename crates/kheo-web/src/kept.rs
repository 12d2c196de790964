//! What was typed into a form that is not taken, so that its sender can copy it.

use crate::submission::Submission;

/// The fields that people write into. Passwords and tokens are none of them.
const WRITTEN: [&str; 5] = ["subject", "text", "place", "name", "phone"];

/// What was typed, by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Kept(pub(crate) Vec<(&'static str, String)>);

impl Kept {
    /// What `sent` holds.
    pub(crate) fn of(sent: &Submission) -> Self {
        let written = WRITTEN.into_iter().map(|field| (field, sent.text(field).to_owned()));
        Self(written.filter(|(_, text)| !text.trim().is_empty()).collect())
    }
}
