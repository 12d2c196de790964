//! Letters as PDF.

use super::{readable, set};
use crate::PaperError;
use crate::letter::sheet::Sheet;

/// The page layout; it reads `letter.json`.
const TEMPLATE: &str =
    concat!(include_str!("../../templates/lines.typ"), include_str!("../../templates/letter.typ"));

/// The letter as a PDF file; the same letter always gives the same bytes.
///
/// # Errors
/// [`PaperError::Typeset`] when the pages cannot be set, [`PaperError::Pdf`] when they cannot be
/// written.
pub(crate) fn render(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    set(TEMPLATE, vec![("letter.json".to_owned(), readable(sheet)?)], sheet.date)
}
