//! What a file is, told from all its bytes and never from its name.
//!
//! The first bytes alone tell little: whoever writes them in front of a program has no picture.

mod jpeg;
mod pdf;
mod png;
mod webp;

use self::jpeg::Jpeg;
use self::pdf::Pdf;
use self::png::Png;
use self::webp::WebP;

/// The kinds of file that can be attached.
pub const ACCEPTED: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/// The media type of the file `bytes`; nothing for one that cannot be attached.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<&'static str> {
    let mut look = Look::default();
    look.take(bytes);
    look.media_type()
}

/// A look at a file that comes piece by piece.
#[derive(Debug, Clone, Default)]
pub struct Look {
    jpeg: Jpeg,
    png: Png,
    webp: WebP,
    pdf: Pdf,
}

impl Look {
    /// Takes the next piece.
    pub fn take(&mut self, piece: &[u8]) {
        for &byte in piece {
            self.jpeg.take(byte);
            self.png.take(byte);
            self.webp.take(byte);
            self.pdf.take(byte);
        }
    }

    /// The media type of what was taken, as a whole; nothing for a file that cannot be attached.
    #[must_use]
    pub fn media_type(&self) -> Option<&'static str> {
        let [jpeg, png, webp, pdf] = ACCEPTED;
        let forms = [
            (self.jpeg.is_whole(), jpeg),
            (self.png.is_whole(), png),
            (self.webp.is_whole(), webp),
            (self.pdf.is_whole(), pdf),
        ];
        forms.into_iter().find(|(is_whole, _)| *is_whole).map(|(_, media_type)| media_type)
    }
}

#[cfg(test)]
mod tests;
