//! Letters, folded one by one.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// Behind the last letter of Latin alphabets.
const END: u32 = 0x1F00;

/// For each letter that is composed, and one of a to z once it is folded: that one.
static LETTERS: LazyLock<Vec<Option<u8>>> = LazyLock::new(|| {
    let letter = |c: char| match by_unicode(c).collect::<String>().as_bytes() {
        [letter] if letter.is_ascii_lowercase() && is_nfc(c.encode_utf8(&mut [0; 4])) => {
            Some(*letter)
        }
        _ => None,
    };
    (0..END).map(|c| char::from_u32(c).and_then(letter)).collect()
});

/// The character folded, where it is an ASCII character or a letter of a Latin alphabet: what is found without
/// asking Unicode.
pub(crate) fn plain(c: char) -> Option<u8> {
    match u8::try_from(c) {
        Ok(ascii) if ascii.is_ascii() => Some(ascii.to_ascii_lowercase()),
        _ => usize::try_from(u32::from(c)).ok().and_then(|at| *LETTERS.get(at)?),
    }
}

/// Adds the character as it is compared: lower case, without marks, đ as d. A mark alone is nothing.
pub(crate) fn fold(c: char, to: &mut String) {
    match plain(c) {
        Some(letter) => to.push(letter.into()),
        None => to.extend(by_unicode(c)),
    }
}

fn by_unicode(c: char) -> impl Iterator<Item = char> {
    let letters = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
    letters.flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c })
}

/// Whether the letters of the text are composed (NFC).
pub(crate) fn is_composed(text: &str) -> bool {
    let is_sign = |c| ('\u{2010}'..='\u{205e}').contains(&c);
    text.chars().all(|c| is_sign(c) || plain(c).is_some()) || is_nfc(text)
}

#[cfg(test)]
mod tests {
    use super::{END, by_unicode, is_composed, plain};
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization as _, is_nfc};

    #[test]
    fn every_letter_of_vietnamese_is_plain() {
        let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        for c in letters.nfc().flat_map(|c| c.to_uppercase().chain([c])) {
            assert!(plain(c).is_some_and(|letter| letter.is_ascii_lowercase()), "{c}");
        }
    }

    #[test]
    fn what_is_plain_is_one_composed_letter_or_an_ascii_character() {
        for c in (0..END).filter_map(char::from_u32).filter(|c| plain(*c).is_some()) {
            assert!(c.is_ascii() || c.is_alphabetic() && !c.is_numeric(), "{c:?}");
            assert!(is_nfc(&format!("a{c}")), "{c:?}");
            assert_eq!(by_unicode(c).count(), 1, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn letters_are_folded_one_by_one_as_in_their_text(text in "\\PC{0,20}") {
            let whole = text.nfd().filter(|c| !super::is_combining_mark(*c));
            let whole = whole.flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c });
            prop_assert_eq!(crate::text::folded(&text), whole.collect::<String>());
            prop_assert_eq!(is_composed(&text), is_nfc(&text));
        }
    }
}
