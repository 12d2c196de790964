//! Why a document could not be rendered.

use jiff::civil::Date;

/// Why a document could not be rendered: the message names the format and the part that failed.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// No layout of letters is known for the day that a letter bears.
    #[error("no layout of letters is known for {day}; the first known one begins on {first}")]
    NoLayout {
        /// The day that the letter bears.
        day: Date,
        /// The first day with a known layout.
        first: Date,
    },
    /// The picture of a chart could not be drawn.
    #[error("the chart \"{chart}\" could not be drawn as a picture: {reason}")]
    Chart {
        /// Title of the chart.
        chart: String,
        /// What the drawing program said.
        reason: String,
    },
    /// The DOCX package could not be written.
    #[error("the DOCX file could not be written: {0}")]
    Docx(String),
    /// The typesetter refused the document.
    #[error("the PDF could not be typeset: {0}")]
    Typeset(String),
    /// The typeset pages could not be written as PDF.
    #[error("the PDF file could not be written: {0}")]
    Pdf(String),
    /// The document could not be written as JSON.
    #[error("the document could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}
