//! Lines for the person at the terminal.

use std::io::Write;

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
