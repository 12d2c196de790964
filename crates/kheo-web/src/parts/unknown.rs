//! Values in an address that name nothing.

use kheo_words::Tongue;
use maud::{Markup, html};

use crate::problem::Problem;

/// How much of a value is shown. Unit: characters.
const SHOWN: usize = 60;

/// A value that names nothing, and the parameter it stood in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unknown {
    parameter: &'static str,
    value: String,
}

impl Unknown {
    /// `value` in `parameter`, which names nothing.
    pub(crate) fn new(parameter: &'static str, value: &str) -> Self {
        Self { parameter, value: value.chars().take(SHOWN).collect() }
    }

    /// Which value of which parameter it is, in words.
    pub(crate) fn words(&self, tongue: Tongue<'_>) -> String {
        let name = tongue.say(&format!("parameter-{}", self.parameter));
        tongue.say_with("unknown-value", &[("name", &name), ("value", &self.value)])
    }
}

/// Empties `value` when it is filled in and not known, and notes it.
pub(crate) fn leave_out(
    unknown: &mut Vec<Unknown>,
    parameter: &'static str,
    value: &mut String,
    is_known: impl FnOnce(&str) -> bool,
) {
    if !value.is_empty() && !is_known(value) {
        unknown.push(Unknown::new(parameter, value));
        value.clear();
    }
}

/// The number of a page, from 1; a number beyond the list is for the list to bound.
pub(crate) fn page_number(unknown: &mut Vec<Unknown>, value: &mut String) -> i64 {
    let is_number = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0')
    };
    leave_out(unknown, "page", value, is_number);
    if value.is_empty() { 1 } else { value.parse().unwrap_or(i64::MAX) }
}

/// The values to be named on the page; a file, or the records behind a figure, would be others than
/// those that were asked for.
///
/// # Errors
/// [`Problem::Unknown`].
pub(crate) fn named(unknown: Vec<Unknown>, is_page: bool) -> Result<Vec<Unknown>, Problem> {
    if is_page || unknown.is_empty() { Ok(unknown) } else { Err(Problem::Unknown(unknown)) }
}

/// What the page was shown without; nothing when every value was known.
pub(crate) fn notice(tongue: Tongue<'_>, unknown: &[Unknown]) -> Markup {
    html! {
        @if !unknown.is_empty() {
            div class="notice warn" role="status" {
                @for one in unknown { p { (one.words(tongue)) } }
                p { (tongue.say("unknown-left-out")) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page_number;

    #[test]
    fn a_page_is_a_number_from_one_however_large() {
        let rows = [
            ("", 1, 0),
            ("7", 7, 0),
            ("99999999999999999999", i64::MAX, 0),
            ("0", 1, 1),
            ("-1", 1, 1),
            ("x", 1, 1),
        ];
        for (text, expected, noted) in rows {
            let (mut unknown, mut value) = (Vec::new(), text.to_owned());
            assert_eq!(page_number(&mut unknown, &mut value), expected, "{text}");
            assert_eq!(unknown.len(), noted, "{text}");
        }
    }
}
