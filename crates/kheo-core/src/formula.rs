//! Formulas of packs: CEL over figures, checked when they are read and bounded when they run.
//!
//! The language is the part of CEL that a formula over figures needs: numbers with a point, the four
//! operations, comparisons, a choice (`condition ? a : b`), and one function for each sort of
//! [`FigureRef`]. [`Formula::parse`] refuses everything else before CEL sees it, for CEL itself has
//! no types before it runs, no budget, and ends the program on deep nesting.

mod check;
mod error;
mod token;

use std::collections::BTreeMap;
use std::sync::Arc;

use cel::extractors::Arguments;
use cel::{Context, ExecutionError, Program, Value};

pub use error::{FormulaError, FormulaProblem};

use crate::figure_ref::FigureRef;
use crate::quantity::Quantity;

/// A formula that was checked.
#[derive(Clone)]
pub struct Formula {
    source: String,
    references: Vec<FigureRef>,
    program: Arc<Program>,
}

impl Formula {
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
        let references = check::references(source)?;
        let program = Program::compile(source).map_err(|_| FormulaError {
            span: 0..source.len(),
            problem: FormulaProblem::NotUnderstood,
        })?;
        Ok(Self { source: source.to_owned(), references, program: Arc::new(program) })
    }

    /// The formula as it is written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The figures it is computed from, each once, in the order they are written.
    #[must_use]
    pub fn references(&self) -> &[FigureRef] {
        &self.references
    }

    /// Its value, rounded half away from zero to one decimal; nothing when one of its figures is
    /// missing in `parts`, for a division by zero, and for a value that is no [`Quantity`].
    #[must_use]
    pub fn evaluate(&self, parts: &BTreeMap<FigureRef, Quantity>) -> Option<Quantity> {
        let mut known = BTreeMap::new();
        for reference in &self.references {
            known.insert(reference.to_string(), as_double(*parts.get(reference)?));
        }
        let known = Arc::new(known);
        let mut context = Context::empty();
        for function in check::FUNCTIONS {
            let known = Arc::clone(&known);
            let figure =
                move |Arguments(arguments): Arguments| figure(function, &arguments, &known);
            context.add_function(function, figure).ok()?;
        }
        match self.program.execute(&context).ok()? {
            Value::Float(value) => rounded(value),
            _ => None,
        }
    }
}

impl std::fmt::Debug for Formula {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Formula").field(&self.source).finish()
    }
}

impl PartialEq for Formula {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Formula {}

fn figure(
    function: &str,
    arguments: &[Value],
    known: &BTreeMap<String, f64>,
) -> Result<Value, ExecutionError> {
    let mut name = function.to_owned();
    for argument in arguments {
        if let Value::String(text) = argument {
            name.push(':');
            name.push_str(text);
        }
    }
    known.get(&name).map(|value| Value::Float(*value)).ok_or_else(|| {
        ExecutionError::function_error(function, format!("the figure {name} is not known"))
    })
}

#[expect(clippy::cast_precision_loss, reason = "formulas round to one decimal in the end")]
fn as_double(quantity: Quantity) -> f64 {
    quantity.thousandths() as f64 / 1000.0
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
