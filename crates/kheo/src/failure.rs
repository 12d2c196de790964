//! What a command could not do, and what its user can do about it.

use kheo_words::Tongue;

/// Why a command ended without doing what was asked. Ends the program with exit code 2.
///
/// Its words are `failure-` and the key, and `failure-` and the key and `-remedy`.
#[derive(Debug)]
pub(crate) struct Failure {
    key: &'static str,
    variables: Vec<(&'static str, String)>,
}

impl Failure {
    pub(crate) fn new(key: &'static str) -> Self {
        Self { key, variables: Vec::new() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "callers hand over what they have")]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.variables.push((name, value.to_string()));
        self
    }

    /// What is wrong, and on the next line what to do.
    pub(crate) fn in_words(&self, tongue: Tongue<'_>) -> String {
        let variables: Vec<(&str, &str)> =
            self.variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let what = tongue.say_with(&format!("failure-{}", self.key), &variables);
        let remedy = tongue.say_with(&format!("failure-{}-remedy", self.key), &variables);
        format!("{what}\n{remedy}")
    }
}
