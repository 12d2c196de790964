//! On which line of its file a row begins.

use csv::Position;

/// Counts the lines of a file as an editor does, from one row to the next.
///
/// The reader of rows says where it stood before the line end of the row before, so where `\r\n` ends the
/// lines it names one line too few, and at empty lines the first of them.
pub(super) struct Lines<'a> {
    bytes: &'a [u8],
    seen: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub(super) const fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, seen: 0, line: 1 }
    }

    /// Where the row begins that is at `position` or behind line ends that follow there. Rows are asked for
    /// in order.
    pub(super) fn first_of(&mut self, position: &Position) -> Position {
        let at = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        while let Some(byte) = self.bytes.get(self.seen) {
            if self.seen >= at && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            self.seen += 1;
            let is_half = *byte == b'\r' && self.bytes.get(self.seen) == Some(&b'\n');
            self.line += u64::from(matches!(byte, b'\r' | b'\n') && !is_half);
        }
        let mut first = position.clone();
        first.set_line(self.line);
        first
    }
}
