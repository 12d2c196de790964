//! PNG (ISO/IEC 15948): a signature, then chunks that say how long they are, from IHDR over IDAT to IEND.

const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// What was seen of a PNG file. What stands after its end is not looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Png {
    /// The signature, or the length and the name of a chunk, as far as they have come.
    head: [u8; 8],
    filled: usize,
    /// How much of a chunk, with its checksum, is still to come.
    left: u64,
    at: At,
    has_pixels: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    #[default]
    Signature,
    FirstChunk,
    Chunks,
    End,
    Broken,
}

impl Png {
    pub(super) fn is_whole(&self) -> bool {
        self.at == At::End && self.left == 0 && self.has_pixels
    }

    pub(super) fn take(&mut self, byte: u8) {
        if self.left > 0 {
            self.left -= 1;
            return;
        }
        if matches!(self.at, At::End | At::Broken) {
            return;
        }
        if let Some(place) = self.head.get_mut(self.filled) {
            *place = byte;
            self.filled += 1;
        }
        if self.filled == self.head.len() {
            self.filled = 0;
            self.at = self.next();
        }
    }

    fn next(&mut self) -> At {
        if self.at == At::Signature {
            return if self.head == SIGNATURE { At::FirstChunk } else { At::Broken };
        }
        let [a, b, c, d, name @ ..] = self.head;
        let length = u32::from_be_bytes([a, b, c, d]);
        self.left = u64::from(length) + 4;
        match (&name, self.at) {
            (b"IHDR", At::FirstChunk) if length == 13 => At::Chunks,
            (b"IEND", At::Chunks) if length == 0 => At::End,
            (_, At::Chunks) if name.iter().all(u8::is_ascii_alphabetic) => {
                self.has_pixels |= name == *b"IDAT" && length > 0;
                At::Chunks
            }
            _ => At::Broken,
        }
    }
}
