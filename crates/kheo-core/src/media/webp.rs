//! WebP (RFC 9649): a RIFF file that says how long it is, made of chunks that say it too, one of which
//! holds a picture.

/// What was seen of a WebP file. What stands after its end is not looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct WebP {
    at: At,
    /// The beginning of what is read: the head of the file, that of a chunk, or what a chunk holds.
    held: [u8; 12],
    filled: usize,
    /// How many bytes the file still has, as its head says.
    left: u64,
    /// The chunk that is read: its name, and how long it is, with what pads it.
    chunk: ([u8; 4], u64),
    /// How many bytes of the chunk are still to come.
    chunk_left: u64,
    /// Whether the first chunk told of an extended file.
    extended: bool,
    has_picture: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// In the head of the file: `RIFF`, its length, `WEBP`.
    #[default]
    Head,
    /// In the name and the length of a chunk.
    ChunkHead {
        first: bool,
    },
    Chunk {
        first: bool,
    },
    End,
    Broken,
}

impl WebP {
    pub(super) fn is_whole(&self) -> bool {
        self.at == At::End && self.has_picture
    }

    pub(super) fn take(&mut self, byte: u8) {
        if matches!(self.at, At::End | At::Broken) {
            return;
        }
        if let Some(place) = self.held.get_mut(self.filled) {
            *place = byte;
        }
        self.filled += 1;
        if self.at != At::Head {
            self.left = self.left.saturating_sub(1);
        }
        self.at = match self.at {
            At::Head if self.filled == 12 => self.begin(),
            At::ChunkHead { first } if self.filled == 8 => self.begin_chunk(first),
            At::Chunk { first } => {
                self.chunk_left -= 1;
                if self.chunk_left == 0 { self.end_chunk(first) } else { self.at }
            }
            at => at,
        };
    }

    fn begin(&mut self) -> At {
        let [riff @ .., _, _, _, _, _, _, _, _] = self.held;
        let [_, _, _, _, a, b, c, d, webp @ ..] = self.held;
        self.filled = 0;
        // What is counted begins at `WEBP`.
        self.left = u64::from(u32::from_le_bytes([a, b, c, d])).saturating_sub(4);
        let is_named = riff == *b"RIFF" && webp == *b"WEBP";
        if is_named && self.left >= 8 { At::ChunkHead { first: true } } else { At::Broken }
    }

    fn begin_chunk(&mut self, first: bool) -> At {
        let [name @ .., _, _, _, _, _, _, _, _] = self.held;
        let [_, _, _, _, a, b, c, d, ..] = self.held;
        let length = u64::from(u32::from_le_bytes([a, b, c, d]));
        self.filled = 0;
        self.chunk = (name, length);
        self.chunk_left = length + length % 2;
        match self.chunk_left {
            padded if padded > self.left => At::Broken,
            0 => self.end_chunk(first),
            _ => At::Chunk { first },
        }
    }

    fn end_chunk(&mut self, first: bool) -> At {
        let (name, length) = self.chunk;
        self.filled = 0;
        match &name {
            b"VP8X" if first && length == 10 => self.extended = true,
            b"VP8 " if length > 10 && is_lossy(self.held) => self.has_picture = true,
            b"VP8L" if length > 5 && is_lossless(self.held) => self.has_picture = true,
            // A frame of a moving picture: where it stands, and a chunk of a picture of its own.
            b"ANMF" if self.extended && length > 16 + 8 => self.has_picture = true,
            _ if self.extended => {}
            _ if first || name.starts_with(b"VP8") => return At::Broken,
            _ => {}
        }
        match self.left {
            0 => At::End,
            1..8 => At::Broken,
            _ => At::ChunkHead { first: false },
        }
    }
}

/// Whether a picture begins so: a key frame, its start code, a width and a height.
fn is_lossy(held: [u8; 12]) -> bool {
    let [tag, _, _, code @ .., w, wide, h, high, _, _] = held;
    let side = |low, high| u16::from_le_bytes([low, high]) & 0x3fff;
    tag & 1 == 0 && code == [0x9d, 0x01, 0x2a] && side(w, wide) > 0 && side(h, high) > 0
}

/// Whether a picture begins so: its signature, two sides of at least one pixel, version 0.
fn is_lossless(held: [u8; 12]) -> bool {
    let [signature, _, _, _, version, ..] = held;
    signature == 0x2f && version >> 5 == 0
}
