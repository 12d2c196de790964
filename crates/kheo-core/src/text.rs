//! Text that people type: made uniform, and refused when it is not text.

mod plain;
mod traces;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Refusal;

pub(crate) use plain::{fold, is_composed, plain};
pub use traces::{has_address, has_name, has_phone, holds_phone};
pub(crate) use traces::{places_of_address, places_of_name, places_of_phone, taken_out};

/// Bounds of a text field, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The fewest characters.
    pub least: usize,
    /// The most characters.
    pub most: usize,
}

/// What was typed into `field`, in one normal form (NFC), with tidy ends and line breaks, and without
/// what nobody sees.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::NothingVisible`], [`Refusal::TooShort`], [`Refusal::TooLong`], or
/// [`Refusal::NotText`] for control characters.
pub fn clean(field: &'static str, typed: &str, bounds: Bounds) -> Result<String, Refusal> {
    let lines = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let text: String = lines.chars().filter(|c| !is_unseen(*c)).nfc().collect();
    let text = text.trim();
    if text.chars().any(is_no_text) {
        return Err(Refusal::NotText { field });
    }
    if !text.chars().any(is_visible) {
        let nothing = typed.trim().is_empty();
        return match bounds.least {
            0 => Ok(String::new()),
            _ if nothing => Err(Refusal::Empty { field }),
            _ => Err(Refusal::NothingVisible { field }),
        };
    }
    match written(text) {
        n if n < bounds.least => Err(Refusal::TooShort { field, least: bounds.least }),
        _ => match text.chars().count() {
            got if got > bounds.most => Err(Refusal::TooLong { field, most: bounds.most, got }),
            _ => Ok(text.to_owned()),
        },
    }
}

/// How many characters of a cleaned text are written, those that only change the one before not counted.
#[must_use]
pub fn written(text: &str) -> usize {
    text.chars().filter(|c| c.is_whitespace() || is_visible(*c)).count()
}

/// What leaves no trace on the screen and means nothing in a text: it comes along with what is copied
/// from other programs.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
            | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
    )
}

/// Whether a character is seen, alone or with the one before it: not spaces, not what only joins or
/// varies the characters around it, not the letters and signs that are drawn as nothing.
fn is_visible(c: char) -> bool {
    let joins =
        matches!(c, '\u{200D}' | '\u{34F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
    let blank = matches!(c, '\u{115F}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}');
    !(c.is_whitespace() || joins || blank || is_combining_mark(c))
}

/// Control characters, and those that turn the direction of the text around them.
fn is_no_text(c: char) -> bool {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// Like [`clean`], and nothing for a field left empty.
///
/// # Errors
/// As [`clean`], but for [`Refusal::Empty`] and [`Refusal::NothingVisible`].
pub fn clean_optional(
    field: &'static str,
    typed: Option<&str>,
    bounds: Bounds,
) -> Result<Option<String>, Refusal> {
    match clean(field, typed.unwrap_or_default(), bounds) {
        Err(Refusal::Empty { .. } | Refusal::NothingVisible { .. }) => Ok(None),
        Ok(text) if text.is_empty() => Ok(None),
        cleaned => cleaned.map(Some),
    }
}

/// Like [`clean`], on one line: what separates words becomes one space.
///
/// # Errors
/// As [`clean`].
pub fn clean_line(field: &'static str, typed: &str, bounds: Bounds) -> Result<String, Refusal> {
    let seen: String = typed.chars().filter(|c| !is_unseen(*c)).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    match clean(field, &words.join(" "), bounds) {
        Err(Refusal::Empty { field }) if !typed.trim().is_empty() => {
            Err(Refusal::NothingVisible { field })
        }
        cleaned => cleaned,
    }
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
    if is_composed(text) { text.to_owned() } else { text.nfc().collect() }
}

/// The text as it is compared with what somebody typed: lower case, without marks, đ as d.
///
/// # Example
/// ```
/// assert_eq!(kheo_core::text::folded("Nông Thượng, Đức Xuân"), "nong thuong, duc xuan");
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut folded));
    folded
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
    use super::{Bounds, clean, clean_line, clean_optional, sort_key};
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
    fn what_nobody_sees_is_no_text_and_is_left_out() {
        let nothing =
            ["\u{200b}\u{200b}\u{200b}", "\u{feff}\u{ad} \u{2060}", "\u{3164}\u{3164}\u{3164}"];
        for typed in
            nothing.into_iter().chain(["\u{200d}\u{200d}\u{200d}", "\u{301}\u{301}\u{301}"])
        {
            let refused = Err(Refusal::NothingVisible { field: "subject" });
            assert_eq!(clean("subject", typed, SHORT), refused, "{typed:?}");
            assert_eq!(clean_line("subject", typed, SHORT), refused, "{typed:?}");
            assert_eq!(clean_optional("name", Some(typed), SHORT), Ok(None), "{typed:?}");
        }
        let two = Err(Refusal::TooShort { field: "subject", least: 3 });
        assert_eq!(clean("subject", "a\u{200b}\u{200d}\u{200b}b", SHORT), two);
        let copied = "\u{feff}Đèn \u{200b} h\u{ad}ỏng\u{200b}";
        assert_eq!(clean_line("subject", copied, SHORT).as_deref(), Ok("Đèn hỏng"));
        let family = "👩\u{200d}👧 ❤\u{fe0f}";
        assert_eq!(clean("subject", family, SHORT).as_deref(), Ok(family));
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
