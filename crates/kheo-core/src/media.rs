//! What a file is, told from its first bytes and never from its name.

/// The kinds of file that can be attached.
pub const ACCEPTED: [&str; 4] = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

/// The media type of `bytes`; nothing for a file that cannot be attached.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some("image/jpeg")
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some("image/webp")
    } else if bytes.starts_with(b"%PDF-") {
        Some("application/pdf")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::recognise;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let rows: [(&[u8], Option<&str>); 7] = [
            (b"\xff\xd8\xff\xe0..JFIF", Some("image/jpeg")),
            (b"\x89PNG\r\n\x1a\n....", Some("image/png")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"%PDF-1.7", Some("application/pdf")),
            (b"MZ\x90\0 a program called photo.jpg", None),
            (b"RIFF\0\0\0\0WAVE", None),
            (b"", None),
        ];
        for (bytes, expected) in rows {
            assert_eq!(recognise(bytes), expected);
        }
    }
}
