//! Reading packs.

use std::sync::LazyLock;

use kheo_pack::{PackFiles, load};

/// A small pack of every sort of file.
static SMALL: LazyLock<PackFiles> =
    LazyLock::new(|| crate::read("crates/kheo-pack/tests/packs/small"));

/// Puts a text in the place of a file and reads the pack, whole and cut off.
///
/// - Format: one byte for which file, one for where to cut, then the text.
pub fn check(bytes: &[u8]) {
    let [which, cut, text @ ..] = bytes else { return };
    let place = usize::from(*which) % SMALL.len();
    let Some(file) = SMALL.keys().nth(place) else { return };
    let end = text.len() * usize::from(*cut) / 256;
    for text in [text, &text[..end]] {
        let mut files = SMALL.clone();
        files.insert(file.clone(), String::from_utf8_lossy(text).into_owned());
        for error in load(&files).err().unwrap_or_default() {
            assert!(!error.file.is_empty() && error.line >= 1 && error.column >= 1, "{error:?}");
            assert!(error.underlined("?", "!").starts_with(&error.file), "{error:?}");
        }
    }
}
