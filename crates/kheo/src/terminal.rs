//! Lines for the person at the terminal.

use std::io::{IsTerminal as _, Write};

/// Writes an answer; a closed pipe is nobody's fault.
pub(crate) fn println(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Writes a whole document as it is.
pub(crate) fn print(text: &str) {
    let _ = write!(std::io::stdout(), "{text}");
}

/// Writes what went wrong.
pub(crate) fn eprintln(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A line that is written over and over while something long is under way; only where a person sees it.
pub(crate) struct Progress {
    /// How many characters are on the line; nothing where nobody watches.
    shown: Option<usize>,
}

impl Progress {
    pub(crate) fn begin() -> Self {
        Self { shown: std::io::stderr().is_terminal().then_some(0) }
    }

    /// Shows what `line` says in place of what was there.
    pub(crate) fn show(&mut self, line: impl FnOnce() -> String) {
        let Some(shown) = self.shown else { return };
        let line = line();
        let length = line.chars().count();
        let _ = write!(std::io::stderr(), "\r{line}{}", " ".repeat(shown.saturating_sub(length)));
        self.shown = Some(length);
    }

    /// Leaves the line empty.
    pub(crate) fn end(mut self) {
        if self.shown.is_some_and(|shown| shown > 0) {
            self.show(String::new);
            let _ = write!(std::io::stderr(), "\r");
        }
    }
}
