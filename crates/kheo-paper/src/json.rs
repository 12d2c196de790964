//! Documents as JSON.

use serde::Serialize;

use crate::{Document, PaperError};

/// Name and version that readers of the file can rely on.
const FORMAT: &str = "kheo-document/1";

#[derive(Serialize)]
struct File<'a> {
    format: &'a str,
    document: &'a Document,
}

/// The document as indented JSON; the same document always gives the same text.
///
/// # Errors
/// [`PaperError::Json`] when the text cannot be written.
pub fn render(document: &Document) -> Result<String, PaperError> {
    let mut text = serde_json::to_string_pretty(&File { format: FORMAT, document })?;
    text.push('\n');
    Ok(text)
}
