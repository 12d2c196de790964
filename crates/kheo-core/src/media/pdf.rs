//! PDF (ISO 32000): a head with a version, and near the end a line that says so.

const HEAD: [u8; 5] = *b"%PDF-";
const END: [u8; 5] = *b"%%EOF";
/// How far before the last byte the end may stand: as far as common readers look.
const NEAR: u64 = 1024;

/// What was seen of a PDF file.
#[derive(Debug, Clone, Default)]
pub(super) struct Pdf {
    is_headed: bool,
    last: [u8; 5],
    size: u64,
    /// How much there was when the end was last seen.
    ended: Option<u64>,
}

impl Pdf {
    pub(super) fn take(&mut self, byte: u8) {
        let [_, b, c, d, e] = self.last;
        self.last = [b, c, d, e, byte];
        self.size += 1;
        if self.size == 5 {
            self.is_headed = self.last == HEAD;
        }
        if self.last == END {
            self.ended = Some(self.size);
        }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.is_headed && self.ended.is_some_and(|at| self.size - at <= NEAR)
    }
}
