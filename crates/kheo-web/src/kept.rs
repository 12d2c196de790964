//! What was typed into a form that is not taken, so that its sender can copy it.

use std::sync::{Arc, OnceLock};

use crate::submission::Submission;

/// The fields that people write into. Passwords and tokens are none of them.
const WRITTEN: [&str; 6] = ["subject", "text", "place", "name", "phone", "login"];

/// What the form of a request holds, from when it was read. Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept(Arc<OnceLock<Vec<(String, String)>>>);

impl Kept {
    /// Keeps what was typed into `sent`; a request has one form.
    pub(crate) fn keep(&self, sent: &Submission) {
        let written = WRITTEN.map(|field| (field.to_owned(), sent.text(field).to_owned()));
        let written = written.into_iter().chain(sent.answers());
        self.0.get_or_init(|| written.filter(|(_, text)| !text.trim().is_empty()).collect());
    }

    /// What was typed, by field, then what was answered to the questions of packs, by control;
    /// nothing before a form was read.
    pub(crate) fn fields(&self) -> &[(String, String)] {
        self.0.get().map_or(&[], Vec::as_slice)
    }
}
