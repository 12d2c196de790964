use std::path::Path;

use kheo_paper::docx::render;

use crate::programs::{office_pdf, pdf_text, run};
use crate::sample::{HARD_LETTERS, HOSTILE, hostile, long_plans, review};

fn written(folder: &Path, name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

/// One part of the package; the library stores parts without compression.
fn part<'a>(bytes: &'a [u8], start: &str, end: &str) -> &'a str {
    let find = |haystack: &[u8], needle: &str| {
        haystack.windows(needle.len()).position(|window| window == needle.as_bytes())
    };
    let from = find(bytes, start).unwrap_or_else(|| panic!("no {start}"));
    let rest = &bytes[from..];
    let length = find(rest, end).unwrap_or_else(|| panic!("no {end} after {start}"));
    std::str::from_utf8(&rest[..length]).unwrap()
}

#[test]
fn libreoffice_shows_every_letter_block_and_picture() {
    let folder = tempfile::tempdir().unwrap();
    let file = written(folder.path(), "review.docx", &render(&review()).unwrap());
    let pdf = office_pdf(&file);
    let text = pdf_text(&pdf);
    for letter in HARD_LETTERS {
        assert!(text.contains(letter), "{letter} is missing in: {text}");
    }
    for shown in [
        "THÀNH ỦY BẮC KẠN",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Số 45-BC/BDV",
        "Bắc Kạn, ngày 05 tháng 7 năm 2016",
        "Toàn thành phố gieo cấy 345,45 ha lúa xuân, đạt 115%",
        "Bảng 1. Đơn tiếp nhận và kết quả, theo đơn vị",
        "Bản minh họa",
        "T/M BAN DÂN VẬN",
    ] {
        assert!(text.contains(shown), "{shown} is missing in: {text}");
    }
    let pictures = run("pdfimages", &["-list", pdf.to_str().unwrap()]);
    let kinds = pictures.lines().filter_map(|line| line.split_whitespace().nth(2));
    assert_eq!(kinds.filter(|kind| *kind == "image").count(), 2, "{pictures}");
    let info = run("pdfinfo", &[pdf.to_str().unwrap()]);
    assert!(info.contains("Title:           BÁO CÁO sơ kết công tác dân vận"), "{info}");
    assert!(info.contains("A4"), "{info}");
}

#[test]
fn the_package_describes_its_charts_language_and_heading_rows() {
    let bytes = render(&review()).unwrap();
    let body = part(&bytes, "<w:document", "</w:document>");
    assert!(body.contains(r#"descr="Lúa xuân và ngô vượt kế hoạch"#));
    assert!(body.contains(r#"<wp:docPr id="2" name="Chart 2" descr="Sông Cầu nhận"#));
    assert_eq!(body.matches("<w:tblHeader />").count(), 1);
    assert!(part(&bytes, "<w:styles", "</w:styles>").contains(r#"<w:lang w:val="vi-VN" />"#));
    let core = part(&bytes, "<cp:coreProperties", "</cp:coreProperties>");
    assert!(core.contains("<dc:language>vi-VN</dc:language>"), "{core}");
    assert!(core.contains("2016-07-05T00:00:00Z"), "{core}");
}

#[test]
fn a_long_chart_is_drawn_in_pieces_that_fit_a_page() {
    let mut document = review();
    document.blocks = vec![kheo_paper::Block::Chart(long_plans())];
    let bytes = render(&document).unwrap();
    let body = part(&bytes, "<w:document", "</w:document>");
    assert_eq!(body.matches("<wp:docPr ").count(), 3, "16 bars, at most 6 in a piece");
    assert!(!body.contains(r#"name="Figure""#), "every piece has its text");
}

#[test]
fn hostile_text_is_shown_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = hostile();
    document.subtitle.push('\u{0}');
    document.subtitle.push('\u{b}');
    let file = written(folder.path(), "hostile.docx", &render(&document).unwrap());
    let text = pdf_text(&office_pdf(&file));
    assert!(text.contains(r"<script>alert(1)</script>"), "{text}");
    assert!(text.contains(HOSTILE.split_once(" `").unwrap().1), "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(render(&review()).unwrap() == render(&review()).unwrap());
}
