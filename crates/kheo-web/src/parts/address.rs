//! Addresses with their parameters.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b':');

/// A path with parameters; empty ones are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    text: String,
    parameters: usize,
}

impl Address {
    /// The address of `path`, which is written as it is.
    pub(crate) fn new(path: impl Into<String>) -> Self {
        Self { text: path.into(), parameters: 0 }
    }

    /// The same with `name` set to `value`.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.text.push(if self.parameters == 0 { '?' } else { '&' });
            self.text.push_str(name);
            self.text.push('=');
            self.text.push_str(&encoded(value));
            self.parameters += 1;
        }
        self
    }

    /// The address as links write it.
    pub(crate) fn into_string(self) -> String {
        self.text
    }
}

/// `text` as one part of a path or one value of a parameter.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn what_is_typed_cannot_add_parameters() {
        let address =
            Address::new("/cases").with("unit", "").with("kind", "a&b=c đ").with("page", "2");
        assert_eq!(address.into_string(), "/cases?kind=a%26b%3Dc%20%C4%91&page=2");
    }
}
