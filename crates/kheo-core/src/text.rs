//! Text that people type: made uniform, and refused when it is not text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Refusal;

/// Bounds of a text field, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The fewest characters.
    pub least: usize,
    /// The most characters.
    pub most: usize,
}

/// What was typed into `field`, in one normal form (NFC), with tidy ends and line breaks.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooShort`], [`Refusal::TooLong`], or [`Refusal::NotText`] for control characters.
pub fn clean(field: &'static str, typed: &str, bounds: Bounds) -> Result<String, Refusal> {
    let text: String = typed.replace("\r\n", "\n").replace('\r', "\n").trim().nfc().collect();
    if text.chars().any(is_no_text) {
        return Err(Refusal::NotText { field });
    }
    match text.chars().count() {
        0 if bounds.least > 0 => Err(Refusal::Empty { field }),
        n if n < bounds.least => Err(Refusal::TooShort { field, least: bounds.least }),
        n if n > bounds.most => Err(Refusal::TooLong { field, most: bounds.most, got: n }),
        _ => Ok(text),
    }
}

/// Control characters, and those that turn the direction of the text around them.
fn is_no_text(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// Like [`clean`], and nothing for a field left empty.
///
/// # Errors
/// As [`clean`], but for [`Refusal::Empty`].
pub fn clean_optional(
    field: &'static str,
    typed: Option<&str>,
    bounds: Bounds,
) -> Result<Option<String>, Refusal> {
    match typed.map(str::trim) {
        None | Some("") => Ok(None),
        Some(typed) => clean(field, typed, bounds).map(Some),
    }
}

/// Like [`clean`], on one line: what separates words becomes one space.
///
/// # Errors
/// As [`clean`].
pub fn clean_line(field: &'static str, typed: &str, bounds: Bounds) -> Result<String, Refusal> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    clean(field, &words.join(" "), bounds)
}

/// The name that somebody signs in with, as it is kept.
///
/// # Errors
/// As [`clean`].
pub fn clean_login(typed: &str) -> Result<String, Refusal> {
    clean_line("login", typed, Bounds { least: 2, most: 64 })
}

/// The text with composed letters (NFC), otherwise as it is.
#[must_use]
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// The text as it is compared with what somebody typed: lower case, without marks, đ as d.
///
/// # Example
/// ```
/// assert_eq!(kheo_core::text::folded("Nông Thượng, Đức Xuân"), "nong thuong, duc xuan");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// The key by which names are put in the order of a Vietnamese dictionary: the letters first (a ă â,
/// d đ, e ê, o ô ơ, u ư), then the tones.
///
/// # Example
/// ```
/// let mut names = ["Đức Xuân", "Huyền Tụng", "Dương Quang"];
/// names.sort_by_key(|name| kheo_core::text::sort_key(name));
/// assert_eq!(names, ["Dương Quang", "Đức Xuân", "Huyền Tụng"]);
/// ```
#[must_use]
pub fn sort_key(text: &str) -> (Vec<(char, u8)>, String) {
    let mut letters: Vec<(char, u8)> = Vec::new();
    for c in text.nfd().flat_map(char::to_lowercase) {
        let rank = match c {
            BREVE => 1,
            CIRCUMFLEX => 2,
            HORN => 3,
            _ if is_combining_mark(c) => continue,
            _ => {
                letters.push(if c == 'đ' { ('d', 1) } else { (c, 0) });
                continue;
            }
        };
        if let Some((_, marked)) = letters.last_mut() {
            *marked = rank;
        }
    }
    (letters, composed(text).to_lowercase())
}

/// Marks that make another letter, as composed text is taken apart: those of ă, of â ê ô, of ơ ư.
const BREVE: char = '\u{306}';
const CIRCUMFLEX: char = '\u{302}';
const HORN: char = '\u{31b}';

#[cfg(test)]
mod tests {
    use super::{Bounds, clean, clean_optional, sort_key};
    use crate::Refusal;
    use proptest::prelude::*;

    const SHORT: Bounds = Bounds { least: 3, most: 10 };

    #[test]
    fn decomposed_and_composed_text_are_one() {
        let composed = "Đường hỏng";
        let decomposed = "Đươ\u{300}ng ho\u{309}ng";
        assert_eq!(clean("subject", decomposed, SHORT), Ok(composed.to_owned()));
    }

    #[test]
    fn bounds_count_characters_not_bytes() {
        assert_eq!(clean("subject", "ặặặặặặặặặặ", SHORT).map(|t| t.chars().count()), Ok(10));
        assert_eq!(clean("subject", "  ", SHORT), Err(Refusal::Empty { field: "subject" }));
        assert_eq!(
            clean("subject", "ab", SHORT),
            Err(Refusal::TooShort { field: "subject", least: 3 })
        );
        assert_eq!(
            clean("subject", "12345678901", SHORT),
            Err(Refusal::TooLong { field: "subject", most: 10, got: 11 })
        );
        for no_text in ["a\0bc", "a\u{202e}bc", "a\u{2066}bc"] {
            assert_eq!(
                clean("subject", no_text, SHORT),
                Err(Refusal::NotText { field: "subject" })
            );
        }
        assert_eq!(clean_optional("name", Some("  "), SHORT), Ok(None));
    }

    #[test]
    fn names_stand_in_the_order_of_a_vietnamese_dictionary() {
        let sorted = ["an", "án", "ăn", "ân", "da", "dương", "đa", "em", "êm", "ô", "ơ", "u", "ư"];
        let mut names = sorted;
        names.reverse();
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, sorted);
        assert!(sort_key("Đức Xuân ward") > sort_key("Dương Quang commune"));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(typed in "\\PC{0,40}") {
            let bounds = Bounds { least: 0, most: 400 };
            if let Ok(once) = clean("text", &typed, bounds) {
                prop_assert_eq!(clean("text", &once, bounds), Ok(once.clone()));
            }
        }
    }
}
