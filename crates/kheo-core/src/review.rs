//! The review of a period: what its packs say of the figures of a unit and all below it.

pub mod draft;
pub mod figure;
pub mod plan;

pub use crate::figure_ref::FigureRef;
pub use draft::{
    Assessed, CaseRow, Contradiction, DraftParagraph, DraftSentence, MeasureTable, Quality, Review,
    draft,
};
pub use figure::{Figure, Figures, Overdue, Tally};
pub use plan::{Indicator, Paragraph, ReviewPlan, Sentence};
