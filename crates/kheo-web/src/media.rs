//! What a file is, by how it begins; its name proves nothing.

/// The media type of `content` when it is one that is taken.
pub(crate) fn media_type(content: &[u8]) -> Option<&'static str> {
    const BEGINNINGS: [(&[u8], &str); 3] = [
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"%PDF-", "application/pdf"),
    ];
    let known = BEGINNINGS.iter().find(|(start, _)| content.starts_with(start));
    let webp = content.starts_with(b"RIFF") && content.get(8..12) == Some(b"WEBP");
    known.map(|(_, media)| *media).or(webp.then_some("image/webp"))
}

/// The ending of file names of that media type.
pub(crate) fn extension(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "application/pdf" => "pdf",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::media_type;

    #[test]
    fn only_pictures_and_documents_are_taken() {
        let rows: [(&[u8], Option<&str>); 7] = [
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some("image/jpeg")),
            (b"\x89PNG\r\n\x1a\n\0", Some("image/png")),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"%PDF-1.7", Some("application/pdf")),
            (b"MZ\x90\0", None),
            (b"\x7fELF", None),
            (b"", None),
        ];
        for (content, expected) in rows {
            assert_eq!(media_type(content), expected);
        }
    }
}
