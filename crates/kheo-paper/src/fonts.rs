//! The fonts inside the program: the same for PDF pages and for pictures of charts.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst_kit::fonts::{FontStore, embedded};

/// The family all documents are set in; it draws every Vietnamese letter well.
pub(crate) const FAMILY: &str = "Libertinus Serif";

static STORE: LazyLock<FontStore> = LazyLock::new(|| {
    let mut store = FontStore::new();
    store.extend(embedded());
    store
});

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
