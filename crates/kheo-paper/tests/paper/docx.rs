use std::path::Path;

use kheo_paper::docx::render;

use crate::programs::{office_pdf, pdf_pages, pdf_text, run};
use crate::sample::{
    HARD_LETTERS, HOSTILE, SOURCES, hostile, long_plans, long_units, review, text,
};

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
    assert_eq!(body.matches("<wp:docPr ").count(), 2, "16 bars, at most 8 in a piece");
    assert!(body.contains("kế hoạch (1/2)") && body.contains("kế hoạch (2/2)"), "each has a title");
    assert!(!body.contains(r#"name="Figure""#), "every piece has its text");
}

#[test]
fn the_last_rows_of_a_long_table_stand_on_one_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = review();
    document.blocks.truncate(1);
    document.blocks.push(kheo_paper::Block::Table(long_units()));
    let file = written(folder.path(), "long.docx", &render(&document).unwrap());
    let pages = pdf_pages(&office_pdf(&file));
    let last = pages.last().unwrap();
    assert!(pages.len() > 1 && last.contains("Toàn thành phố"), "{pages:?}");
    assert!(last.contains("Xã Dương Quang") && last.contains("Minh Khai"), "{last}");
    assert!(last.contains("(m): số liệu minh họa."), "{last}");
    assert!(last.contains("Tiếp nhận"), "the headings come again: {last}");
}

#[test]
fn a_short_table_and_a_chart_stand_whole_on_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = review();
    let filler = kheo_paper::Block::Paragraph(vec![text(&"Đoạn văn dài. ".repeat(200))]);
    let [chart, table] = [document.blocks.remove(5), document.blocks.remove(5)];
    document.blocks = vec![filler.clone(), table, filler, chart];
    let file = written(folder.path(), "whole.docx", &render(&document).unwrap());
    let pages = pdf_pages(&office_pdf(&file));
    let with = |text: &str| pages.iter().position(|page| page.contains(text)).unwrap();
    assert_eq!(with("Bảng 1."), with("Toàn thành phố"), "{pages:?}");
}

#[test]
fn sources_are_numbered_links_to_their_addresses() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = render(&review()).unwrap();
    let body = part(&bytes, "<w:document", "</w:document>");
    assert_eq!(body.matches("<w:hyperlink r:id=\"rIdLink1\"").count(), 1, "no path of the site");
    let file = written(folder.path(), "sources.docx", &bytes);
    let pdf = office_pdf(&file);
    let text = pdf_text(&pdf);
    assert!(
        text.contains("[1] https://city.example/") && text.contains("[2] Nghị quyết"),
        "{text}"
    );
    let links = run("pdfinfo", &["-url", pdf.to_str().unwrap()]);
    assert!(links.contains(SOURCES[0]), "{links}");
}

#[test]
fn the_head_of_the_page_breaks_into_even_lines() {
    let mut document = review();
    document.heads.left = vec!["PARTY COMMITTEE OF BẮC\u{a0}KẠN\u{a0}CITY".to_owned()];
    let bytes = render(&document).unwrap();
    let body = part(&bytes, "<w:document", "</w:document>");
    let broken = ">PARTY COMMITTEE</w:t><w:br w:type=\"textWrapping\" /><w:t";
    assert!(body.contains(broken), "{body}");
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
