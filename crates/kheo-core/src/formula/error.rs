//! What can be wrong with a formula.

use std::ops::Range;

/// Why a text is no formula, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{problem}")]
pub struct FormulaError {
    /// The bytes of the text that are wrong.
    pub span: Range<usize>,
    /// What is wrong with them.
    pub problem: FormulaProblem,
}

/// What is wrong with a formula.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormulaProblem {
    /// Nothing is written.
    #[error("the formula is empty")]
    Empty,
    /// The text is too long.
    #[error("the formula has {got} bytes; {most} are allowed")]
    TooLong {
        /// Its bytes.
        got: usize,
        /// The bytes that are allowed.
        most: usize,
    },
    /// It has too many numbers, names and signs.
    #[error("the formula has more than {most} numbers, names and signs")]
    TooManyParts {
        /// As many are allowed.
        most: usize,
    },
    /// Its brackets are too deep.
    #[error("brackets and choices stand more than {most} deep")]
    TooDeep {
        /// As deep is allowed.
        most: usize,
    },
    /// Something stands where it cannot stand.
    #[error("`{found}` cannot stand here")]
    Unexpected {
        /// What stands there.
        found: String,
    },
    /// It ends too soon.
    #[error("the formula ends too soon")]
    EndsTooSoon,
    /// A number without a point.
    #[error("`{text}` is a whole number; in formulas numbers have a point: `{text}.0`")]
    WholeNumber {
        /// The number.
        text: String,
    },
    /// A name that is no function.
    #[error("`{name}` is no function of formulas")]
    UnknownFunction {
        /// The name.
        name: String,
    },
    /// A function did not get names between quotation marks.
    #[error("`{function}` takes {takes}")]
    WrongArguments {
        /// The function.
        function: String,
        /// What it takes.
        takes: &'static str,
    },
    /// A function got a name that names no figure.
    #[error("`{figure}` names no figure")]
    NotAFigure {
        /// The figure as sentences name it: `cases:late`.
        figure: String,
    },
    /// A condition stands where a number is needed.
    #[error("this is true or false, where a number is needed")]
    NotANumber,
    /// A number stands where a condition is needed.
    #[error("this is a number, where a comparison is needed")]
    NotACondition,
    /// CEL refuses what our own check let pass.
    #[error("the formula is not understood")]
    NotUnderstood,
}
