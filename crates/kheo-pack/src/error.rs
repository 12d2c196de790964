//! An error of a pack: where, what, and what to do.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use crate::problem::Problem;
use crate::source::Place;

/// Something wrong in a file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The file, below the folder of all packs: `spring-crop/review.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The offending bytes of the file, once its text is in NFC.
    pub span: Range<usize>,
    /// The line as it is written.
    pub line_text: String,
    /// How many characters of the line offend.
    pub width: usize,
    /// What is wrong.
    pub problem: Problem,
}

impl PackError {
    /// The stable code: `KH0221`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.problem.code()
    }

    /// The error in plain text, with the offending text underlined.
    ///
    /// `message` and `remedy` are those of the problem, in the reader's language.
    ///
    /// # Example
    /// ```text
    /// petitions/recommendation.toml:12:8: KH0221: no step is called `recieved`
    ///    |
    /// 12 | to = "recieved"
    ///    |      ^^^^^^^^^^
    ///    = Write one of these, the nearest first: received, accepted.
    /// ```
    #[must_use]
    pub fn underlined(&self, message: &str, remedy: &str) -> String {
        let Self { file, line, column, .. } = self;
        let gutter = " ".repeat(line.to_string().len());
        let (text, before) = self.window();
        let blank: String =
            text.chars().take(before).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let carets = "^".repeat(self.width.clamp(1, WINDOW - before.min(WINDOW - 1)));
        format!(
            "{file}:{line}:{column}: {}: {message}\n\
             {gutter} |\n\
             {line} | {text}\n\
             {gutter} | {blank}{carets}\n\
             {gutter} = {remedy}\n",
            self.code(),
        )
    }

    /// The part of the line that is shown, and how many of its characters stand before the error.
    fn window(&self) -> (String, usize) {
        let before = self.column.saturating_sub(1);
        let skipped = before.saturating_sub(WINDOW / 2);
        let skipped = if self.line_text.chars().count() <= WINDOW { 0 } else { skipped };
        (self.line_text.chars().skip(skipped).take(WINDOW).collect(), before - skipped)
    }
}

/// The characters of a line that are shown.
const WINDOW: usize = 120;

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, problem, .. } = self;
        write!(f, "{file}:{line}:{column}: {}: {problem}", problem.code())
    }
}

impl std::error::Error for PackError {}

/// The errors found so far.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    all: RefCell<Vec<PackError>>,
}

impl Findings {
    pub(crate) fn add(&self, at: &Place<'_>, problem: Problem) {
        let (line, column) = at.line_and_column();
        let line_text = at.source.text.lines().nth(line - 1).unwrap_or_default().to_owned();
        let on_line = at.source.text.get(at.span.clone()).and_then(|text| text.lines().next());
        self.all.borrow_mut().push(PackError {
            file: at.source.path.clone(),
            line,
            column,
            span: at.span.clone(),
            line_text,
            width: on_line.map_or(1, |text| text.chars().count()).max(1),
            problem,
        });
    }

    /// A file that is not there.
    pub(crate) fn missing(&self, file: String) {
        let name = file.clone();
        self.all.borrow_mut().push(PackError {
            file,
            line: 1,
            column: 1,
            span: 0..0,
            line_text: String::new(),
            width: 1,
            problem: Problem::MissingFile { name },
        });
    }

    pub(crate) fn count(&self) -> usize {
        self.all.borrow().len()
    }

    /// The errors by file and line.
    pub(crate) fn sorted(self) -> Vec<PackError> {
        let mut all = self.all.into_inner();
        all.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        all.dedup();
        all
    }
}
