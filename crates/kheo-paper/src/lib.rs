//! Documents as HTML, DOCX, PDF and JSON; charts as SVG.
//!
//! A [`Document`] holds text that is already in the reader's language and numbers that are
//! already formatted. Each renderer only decides how that looks in its format. A
//! [`letter::Letter`] is the same for the letters of State bodies.

mod dated;
pub mod document;
pub mod docx;
mod error;
mod fonts;
mod format;
pub mod html;
pub mod json;
pub mod letter;
mod lines;
pub mod pdf;
pub mod procedure;
mod raster;
pub mod review;
pub mod state_diagram;
pub mod svg;
mod widths;
mod xml;

pub use document::chart::{
    Beside, Chart, ChartKind, PlanBar, PlanBars, Segment, StackedBar, StackedBars, StackedPart,
    Tone,
};
pub use document::table::{Align, Column, Row, Table};
pub use document::{Block, Document, Figure, Heads, Origin, Signature, Source, Span};
pub use error::PaperError;
pub use format::Format;
