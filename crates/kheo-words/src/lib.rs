//! Words, numbers and dates in Vietnamese and English.
//!
//! Every text of the interface stands in a Fluent file: those of the program under `words/`, those
//! of packs in the packs. Figures are formatted here and handed to the files as text.

mod calendar;
mod cause;
mod due;
mod lang;
mod limits;
mod number;
mod refusal;
mod when;
mod words;

pub use due::{Explained, Said};
pub use lang::Lang;
pub use words::{Tongue, Words, WordsError};
