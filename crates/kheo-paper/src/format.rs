//! The formats that a document is written in.

use crate::{Document, PaperError, docx, html, json, pdf};

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A page that needs no other file.
    Html,
    /// A text to go on writing.
    Docx,
    /// Pages to print.
    Pdf,
    /// For programs.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Html, Self::Docx, Self::Pdf, Self::Json];

    /// How the names of such files end, without the dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }

    /// The format of files whose names end so.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Json => "application/json",
        }
    }

    /// The document as a file.
    ///
    /// # Errors
    /// [`PaperError`].
    pub fn write(self, document: &Document) -> Result<Vec<u8>, PaperError> {
        match self {
            Self::Html => Ok(html::page(document).into_bytes()),
            Self::Docx => docx::render(document),
            Self::Pdf => pdf::render(document),
            Self::Json => json::render(document).map(String::into_bytes),
        }
    }
}
