//! WebP: a RIFF file that says how long it is, whose first chunk holds a picture or what it is made of.

/// What was seen of a WebP file. What stands after its end is not looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct WebP {
    /// Its first five words: `RIFF`, its length, `WEBP`, the name and the length of the first chunk.
    head: [[u8; 4]; 5],
    size: usize,
}

impl WebP {
    pub(super) fn take(&mut self, byte: u8) {
        if let Some(place) = self.head.as_flattened_mut().get_mut(self.size) {
            *place = byte;
        }
        self.size += 1;
    }

    pub(super) fn is_whole(&self) -> bool {
        let [riff, length, webp, chunk, first] = self.head;
        let (all, first) = (u64::from(u32::from_le_bytes(length)) + 8, u32::from_le_bytes(first));
        let is_named = riff == *b"RIFF" && webp == *b"WEBP";
        let is_picture = matches!(&chunk, b"VP8 " | b"VP8L" | b"VP8X");
        let fits = first > 0 && u64::from(first) + 20 <= all;
        is_named && is_picture && fits && u64::try_from(self.size).is_ok_and(|size| all <= size)
    }
}
