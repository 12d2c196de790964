//! Finds what tells who somebody is in a text, and takes it out.

use crate::text::{folded, is_addressing, is_whole_address};

/// What stands where something was taken out.
const GONE: &str = "[…]";

/// `text` without `name`, however its letters are marked or large, and also without what somebody is addressed by
/// before it; a name of one short word is left, for it is a word like others.
pub(super) fn name(text: &str, name: &str) -> String {
    let words = words(name);
    let bare = match words.split_first() {
        Some((first, bare)) if is_addressing(first) => bare,
        _ => &words,
    };
    if bare.len() < 2 && bare.iter().all(|word| word.chars().count() < 6) {
        return text.to_owned();
    }
    without_words(text, bare)
}

/// `text` without `address`, however its letters are marked or large; one that many share, such as a village, is left.
pub(super) fn address(text: &str, address: &str) -> String {
    let words = words(address);
    if is_whole_address(&words) { without_words(text, &words) } else { text.to_owned() }
}

/// The words of `text` as they are compared.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// A word without the marks around it.
fn bare(word: &str) -> String {
    folded(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

fn without_words(text: &str, words: &[String]) -> String {
    without(text, |rest| {
        let mut places = rest.iter();
        let mut last = 0;
        for wanted in words {
            let (at, word) = places.next()?;
            if bare(word) != *wanted {
                return None;
            }
            last = *at;
        }
        Some(last + 1)
    })
}

/// `text` without the telephone number `phone`, however its digits are grouped.
pub(super) fn phone(text: &str, phone: &str) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // With 0 or +84 before it, it is the same number.
    let national = |digits: &str| -> String {
        let bare = digits.strip_prefix("84").or_else(|| digits.strip_prefix('0'));
        bare.unwrap_or(digits).to_owned()
    };
    let wanted = national(&digits(phone));
    without(text, |rest| {
        let mut found = String::new();
        for (at, word) in rest {
            // What it is called may stand right before it: `ĐT:0912…`.
            let word = if found.is_empty() {
                word.trim_start_matches(|c: char| !c.is_ascii_digit())
            } else {
                word
            };
            if word.is_empty() || word.chars().any(char::is_alphabetic) {
                return None;
            }
            found.push_str(&digits(word));
            if national(&found) == wanted {
                return Some(at + 1);
            }
            if found.len() >= wanted.len() + 2 {
                return None;
            }
        }
        None
    })
}

/// `text` with [`GONE`] in place of the words that `ends` finds: given the words from one on, each with its
/// place, it answers the place after the last that goes.
fn without(text: &str, ends: impl Fn(&[(usize, &str)]) -> Option<usize>) -> String {
    // Words, and what stands between them, so that all else stays as it was written.
    let pieces: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let words: Vec<(usize, &str)> =
        pieces.iter().map(|piece| piece.trim_end()).enumerate().collect();
    let words: Vec<(usize, &str)> =
        words.into_iter().filter(|(_, word)| !word.is_empty()).collect();
    let (mut kept, mut next) = (String::with_capacity(text.len()), 0);
    for (at, piece) in pieces.iter().enumerate() {
        if at < next {
            continue;
        }
        let from = words.iter().position(|(place, _)| *place == at);
        let rest = from.and_then(|from| words.get(from..)).unwrap_or_default();
        match ends(rest) {
            Some(end) if !rest.is_empty() => {
                next = end;
                kept.push_str(GONE);
                let last = pieces.get(end - 1).copied().unwrap_or_default();
                kept.extend(
                    last.chars()
                        .rev()
                        .take_while(|c| !c.is_alphanumeric())
                        .collect::<Vec<_>>()
                        .iter()
                        .rev(),
                );
            }
            _ => kept.push_str(piece),
        }
    }
    kept
}
