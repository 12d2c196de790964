//! The fonts inside the program: the same for PDF pages and for pictures of charts.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;
use typst_kit::fonts::FontStore;

/// The family all documents are set in; it draws every Vietnamese letter well.
pub(crate) const FAMILY: &str = "Libertinus Serif";

/// The face that the build took out under this name.
macro_rules! face {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The faces of [`FAMILY`], and one that draws arrows and signs which they lack.
static TEXT_FACES: [&[u8]; 5] = [
    face!("libertinus-regular"),
    face!("libertinus-bold"),
    face!("libertinus-italic"),
    face!("libertinus-bold-italic"),
    face!("symbols"),
];

/// The faces in which letters are set: as wide as those of Times New Roman, which the layout of
/// letters asks for and which is not free.
static LETTER_FACES: [&[u8]; 4] = [
    face!("letter-regular"),
    face!("letter-bold"),
    face!("letter-italic"),
    face!("letter-bold-italic"),
];

static STORE: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    store.extend(TEXT_FACES.into_iter().chain(LETTER_FACES).flat_map(faces));
    store
});

fn faces(file: &'static [u8]) -> impl Iterator<Item = (Font, FontInfo)> {
    Font::iter(Bytes::new(file)).map(|font| {
        let info = font.info().clone();
        (font, info)
    })
}

/// The embedded fonts.
pub(crate) fn store() -> &'static FontStore {
    &STORE
}

/// What is known about the embedded fonts.
pub(crate) fn book() -> &'static LazyHash<FontBook> {
    STORE.book()
}

/// Whether some embedded font draws the character.
pub(crate) fn covers(c: char) -> bool {
    (0..).map_while(|index| book().info(index)).any(|info| info.coverage.contains(u32::from(c)))
}

/// The faces of [`FAMILY`] as font files; they stay where they are in the program.
pub(crate) fn family_files() -> impl Iterator<Item = Bytes> {
    (0..)
        .map_while(|index| store().font(index))
        .filter(|font| font.info().family == FAMILY)
        .map(|font| font.data().clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter of the Vietnamese alphabet with every tone, and the signs of letters.
    const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợ\
                           pqrstuùủũúụưừửữứựvwxyỳỷỹýỵz0123456789.,;:!?()/-–“”…§%+=*&";

    #[test]
    fn every_vietnamese_letter_is_in_each_face_of_letters() {
        for (face, style) in
            LETTER_FACES.into_iter().zip(["Regular", "Bold", "Italic", "Bold Italic"])
        {
            let (_, info) = faces(face).next().unwrap();
            assert_eq!(info.family, "Liberation Serif", "{style}");
            assert_eq!(info.variant.weight.to_number() > 500, style.starts_with("Bold"), "{style}");
            for letter in LETTERS.chars().chain(LETTERS.to_uppercase().chars()) {
                assert!(info.coverage.contains(u32::from(letter)), "{style}: {letter}");
            }
        }
    }
}
