//! Formulas of packs: CEL over figures, checked when they are read and bounded when they run.
//!
//! The language is the part of CEL that a formula over figures needs: numbers with a point, the four
//! operations, comparisons, `!`, `&&`, `||`, a choice (`condition ? a : b`), and one function for each sort of
//! [`FigureRef`]. [`Formula::parse`] refuses everything else before CEL sees it, for CEL itself has
//! no types before it runs, no budget, and ends the program on deep nesting.

pub(crate) mod check;
mod error;
pub(crate) mod expression;
mod token;

use std::collections::BTreeMap;

use cel::Value;

pub use error::{FormulaError, FormulaProblem};

use crate::figure_ref::FigureRef;
use crate::quantity::Quantity;
use check::{Function, Type};
use expression::Expression;

const fn of(name: &'static str, takes: &'static str, most: usize) -> Function {
    Function { name, takes, most, gives: Type::Number }
}

/// The functions of formulas.
const FUNCTIONS: &[Function] = &[
    of("reading", "(\"measure\")", 1),
    of("plan", "(\"measure\")", 1),
    of("percent", "(\"measure\")", 1),
    of("before", "(\"measure\")", 1),
    of("cases", "(\"tally\") or (\"kind\", \"tally\")", 2),
    of("indicator", "(\"indicator\")", 1),
];

/// A formula that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula(Expression<FigureRef>);

impl Formula {
    /// The names of the functions that formulas may call.
    pub fn functions() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|function| function.name)
    }

    /// The formula that `source` writes.
    ///
    /// # Errors
    /// [`FormulaError`], with the place in `source` and what is wrong there.
    ///
    /// # Example
    /// ```
    /// use kheo_core::formula::Formula;
    ///
    /// let formula = Formula::parse(r#"100.0 * cases("answered-in-time") / cases("answered")"#)?;
    /// assert_eq!(formula.references().len(), 2);
    /// # Ok::<(), kheo_core::formula::FormulaError>(())
    /// ```
    pub fn parse(source: &str) -> Result<Self, FormulaError> {
        Expression::parse(source, FUNCTIONS, Type::Number).map(Self)
    }

    /// The formula as it is written.
    #[must_use]
    pub fn source(&self) -> &str {
        self.0.source()
    }

    /// The figures it is computed from, each once, in the order they are written.
    #[must_use]
    pub fn references(&self) -> &[FigureRef] {
        self.0.references()
    }

    /// Its value, rounded half away from zero to one decimal; nothing when one of its figures is
    /// missing in `parts`, for a division by zero, and for a value that is no [`Quantity`].
    #[must_use]
    pub fn evaluate(&self, parts: &BTreeMap<FigureRef, Quantity>) -> Option<Quantity> {
        let known: Option<Vec<Value>> = self
            .references()
            .iter()
            .map(|reference| parts.get(reference).map(|part| Value::Float(part.as_double())))
            .collect();
        match self.0.run(known?.into_iter().map(Some))? {
            Value::Float(value) => rounded(value),
            _ => None,
        }
    }
}

/// Far more tenths than any figure has, and few enough for doubles to count them one by one.
const MOST_TENTHS: f64 = 1e15;

/// The errors of a handful of operations on doubles, relative to their result: what lies so close
/// below one half is one half.
const NOISE: f64 = 16.0 * f64::EPSILON;

#[expect(clippy::cast_possible_truncation, reason = "bounded by MOST_TENTHS, and rounded")]
fn rounded(value: f64) -> Option<Quantity> {
    let tenths = (value * 10.0 * (1.0 + NOISE)).round();
    (tenths.is_finite() && tenths.abs() <= MOST_TENTHS)
        .then(|| Quantity::from_thousandths(tenths as i64 * 100))
}

#[cfg(test)]
mod tests;
