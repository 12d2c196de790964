use super::{Look, recognise};

/// A JPEG file of one pixel: start, JFIF, frame, tables, scan, end.
const JPEG: &[u8] = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\
    \xff\xc0\x00\x0b\x08\0\x01\0\x01\x01\x01\x11\0\
    \xff\xc4\x00\x14\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x09\
    \xff\xda\x00\x08\x01\x01\0\0\x3f\0\x37\xff\x00\x12\xff\xd9";
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\x0aIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";
/// A WebP file of one pixel, without loss.
const WEBP: &[u8] =
    b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";
/// One pixel as cameras of telephones write it.
const LOSSY: &[u8] = b"RIFF\x22\0\0\0WEBPVP8 \x16\0\0\0\x30\x01\0\x9d\x01\x2a\x01\0\x01\0\x0e\xc0\xfe\x25\xa4\0\x03\x70\0\0\0\0";
const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
    2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj\n\
    xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n147\n%%EOF\n";

const WHOLE: [(&[u8], &str); 5] = [
    (JPEG, "image/jpeg"),
    (PNG, "image/png"),
    (WEBP, "image/webp"),
    (LOSSY, "image/webp"),
    (PDF, "application/pdf"),
];

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

/// The files with what stands at `from` replaced by what stands at `to`.
fn replaced(file: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = file.windows(from.len()).position(|window| window == from).unwrap_or(file.len());
    let (before, after) = file.split_at(at);
    [before, to, after.get(from.len()..).unwrap_or_default()].concat()
}

#[test]
fn a_pdf_has_a_page_a_root_and_a_table_where_it_says_so() {
    let two: &[u8] = b"%PDF-1.7\n%%EOF";
    let fakes = [
        two.to_vec(),
        b"%PDF-1.7 of the citizen %%EOF".to_vec(),
        replaced(PDF, b"/Root 1 0 R", b""),
        replaced(PDF, b"/Type/Page/", b"/Type/Pane/"),
        replaced(PDF, b"startxref\n147", b"startxref\n0"),
        replaced(PDF, b"startxref\n147", b"startxref\n"),
        replaced(PDF, b"\nxref\n", b"\nxxxx\n"),
        replaced(PDF, b"3 0 obj\n<<", b"3 0 obj\n<</Length 9>>stream\n<<"),
    ];
    for fake in fakes {
        assert_eq!(recognise(&fake), None, "{}", String::from_utf8_lossy(&fake));
    }
}

#[test]
fn a_pdf_may_be_saved_again_and_pack_its_objects_and_its_table() {
    // What a reader adds when somebody signs or fills in: objects, and a table that leads to the one before.
    let more = b"4 0 obj\n<</Type/Annot>>\nendobj\nxref\n4 1\n0000000250 00000 n \ntrailer\n\
        <</Size 5/Root 1 0 R/Prev 147>>\n";
    let again = ended(&[PDF, more].concat(), b"xref\n4 1");
    assert_eq!(recognise(&again), Some("application/pdf"));
    // Since PDF 1.5 objects lie in streams, and the table is one of them.
    let packed = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n5 0 obj\n<</Type/ObjStm/N 3/First 15/Length 20>>stream\n\
        >stream \x00\xff xref /Root\nendstream\nendobj\n\
        6 0 obj\n<</Type/XRef/Size 7/W[1 2 1]/Root 1 0 R/Length 4>>\nstream\r\n\x01\x02\x03\x04endstream\nendobj\n";
    assert_eq!(recognise(&ended(packed, b"6 0 obj")), Some("application/pdf"));
    // For the web the table of the first page stands in front, and the end names that one.
    let page = b"%PDF-1.4\n1 0 obj<</Linearized 1>>endobj\nxref\n3 1\n0000000000 65535 f \ntrailer\n\
        <</Root 3 0 R/Prev 300>>\nstartxref\n0\n%%EOF\n2 0 obj<</Type /Page>>endobj\n3 0 obj<</Type /Catalog>>\n\
        endobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4>>\n";
    assert_eq!(recognise(&ended(page, b"xref\n3 1")), Some("application/pdf"));
    assert_eq!(recognise(&ended(page, b"2 0 obj")), None, "no table stands there");
}

/// The file with its end, which says where `table` stands.
fn ended(file: &[u8], table: &[u8]) -> Vec<u8> {
    let at = file.windows(table.len()).position(|window| window == table).unwrap_or_default();
    [file, format!("startxref\n{at}\n%%EOF\r\n").as_bytes()].concat()
}

#[test]
fn a_webp_is_long_enough_for_a_picture_with_sides() {
    let fakes = [
        b"RIFF\x10\0\0\0WEBPVP8L\x04\0\0\0\x2f\0\0\0".to_vec(),
        replaced(WEBP, b"\x0d\0\0\0\x2f", b"\x0d\0\0\0\x2e"),
        replaced(WEBP, b"\x1a\0\0\0WEBP", b"\x1c\0\0\0WEBP"),
        replaced(LOSSY, b"\x9d\x01\x2a", b"\x9d\x01\x2b"),
        replaced(LOSSY, b"\x2a\x01\0\x01\0", b"\x2a\0\0\x01\0"),
        replaced(LOSSY, b"VP8 \x16", b"VP8 \x18"),
        replaced(LOSSY, b"VP8 ", b"ICCP"),
        b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
    ];
    for fake in fakes {
        assert_eq!(recognise(&fake), None, "{fake:?}");
    }
    let extended = [
        b"RIFF\x38\0\0\0WEBPVP8X\x0a\0\0\0\x08\0\0\0\0\0\0\0\0\0".as_slice(),
        LOSSY.get(12..).unwrap_or_default(),
        b"EXIF\x01\0\0\0\x49\0",
    ];
    let extended = replaced(&extended.concat(), b"\x38\0\0\0WEBP", b"\x3e\0\0\0WEBP");
    assert_eq!(recognise(&extended), Some("image/webp"));
}
