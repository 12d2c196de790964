use super::{Look, recognise};

/// A JPEG file of one pixel: start, JFIF, frame, tables, scan, end.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\
    \xff\xc0\x00\x0b\x08\0\x01\0\x01\x01\x01\x11\0\
    \xff\xc4\x00\x14\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x09\
    \xff\xda\x00\x08\x01\x01\0\0\x3f\0\x37\xff\x00\x12\xff\xd9";
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";
const WEBP: &[u8] = b"RIFF\x10\0\0\0WEBPVP8L\x04\0\0\0\x2f\0\0\0";
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n";

const WHOLE: [(&[u8], &str); 4] =
    [(JPEG, "image/jpeg"), (PNG, "image/png"), (WEBP, "image/webp"), (PDF, "application/pdf")];

#[test]
fn a_whole_file_is_what_its_bytes_say_however_it_is_cut() {
    for (file, media_type) in WHOLE {
        assert_eq!(recognise(file), Some(media_type));
        for size in [1, 7, 64] {
            let mut look = Look::default();
            file.chunks(size).for_each(|piece| look.take(piece));
            assert_eq!(look.media_type(), Some(media_type), "in pieces of {size}");
        }
        let followed = [file, b"what a camera adds"].concat();
        assert_eq!(recognise(&followed), Some(media_type));
    }
}

#[test]
fn what_breaks_off_is_no_file_of_its_kind() {
    for (file, media_type) in WHOLE {
        // Only a line break follows the end of the PDF.
        for size in 0..file.len() - 1 {
            let part = file.get(..size).unwrap_or_default();
            assert_eq!(recognise(part), None, "{size} bytes of {media_type}");
        }
    }
}

#[test]
fn a_program_stays_a_program_whatever_stands_in_front_of_it() {
    let program = [b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".as_slice(), &[0; 400]].concat();
    let ends: [&[u8]; 3] = [b"", b"\xff\xd9", b"\0\0\0\0IEND\xae\x42\x60\x82"];
    let fronts: [&[u8]; 7] = [
        b"",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR",
        b"RIFF\0\0\0\0WEBP",
        b"%PDF-1.7\n",
    ];
    for front in fronts {
        for end in ends {
            let file = [front, program.as_slice(), end].concat();
            assert_eq!(recognise(&file), None, "{front:?} {end:?}");
        }
    }
    let wave = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x44\xac\0\0\x88\x58\x01\0\x02\0\x10\0data\0\0\0\0";
    assert_eq!(recognise(wave), None);
}
