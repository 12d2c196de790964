//! What is wrong with the files of a folder: every fault with its file and line.

use kheo_core::Refusal;
use kheo_words::Tongue;

use crate::import::row::Rows;
use crate::refused;

/// What is wrong with a row.
///
/// Its words are `import-fault-` and the key.
#[derive(Debug)]
pub(crate) struct Fault {
    file: &'static str,
    line: u64,
    key: &'static str,
    variables: Vec<(&'static str, String)>,
    refused: Vec<Refusal>,
}

impl Fault {
    pub(super) fn new(file: &'static str, line: u64, key: &'static str) -> Self {
        Self { file, line, key, variables: Vec::new(), refused: Vec::new() }
    }

    /// The rules refuse the row, for all of these reasons.
    pub(super) fn refused(file: &'static str, line: u64, refused: Vec<Refusal>) -> Self {
        Self { refused, ..Self::new(file, line, "refused") }
    }

    #[expect(clippy::needless_pass_by_value, reason = "callers hand over what they have")]
    pub(super) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.variables.push((name, value.to_string()));
        self
    }

    /// Where it stands among all others: by file, then by line.
    pub(super) fn place(&self) -> (usize, u64) {
        let file = Rows::FILES.iter().position(|file| *file == self.file);
        (file.unwrap_or(Rows::FILES.len()), self.line)
    }

    /// File, line, and what is wrong there.
    pub(crate) fn in_words(&self, tongue: Tongue<'_>) -> String {
        let why: Vec<String> =
            self.refused.iter().map(|why| refused::in_words(why, tongue)).collect();
        let why = why.join(" ");
        let named = self.variables.iter().map(|(name, value)| (*name, value.as_str()));
        let variables: Vec<(&str, &str)> = named.chain([("why", why.as_str())]).collect();
        let what = tongue.say_with(&format!("import-fault-{}", self.key), &variables);
        let line = self.line.to_string();
        tongue.say_with("import-fault", &[("file", self.file), ("line", &line), ("what", &what)])
    }
}
