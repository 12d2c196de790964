use kheo_paper::pdf::render;
use kheo_paper::{Block, Origin, Span};

use crate::programs::{pdf_pages, pdf_text, run};
use crate::sample::{HARD_LETTERS, SOURCES, figure, hostile, long_plans, long_units, review, text};

#[test]
fn readers_find_every_letter_and_every_font_inside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("review.pdf");
    let bytes = render(&review()).unwrap();
    assert_eq!(kheo_core::media::recognise(&bytes), Some("application/pdf"), "it can be attached");
    std::fs::write(&file, bytes).unwrap();
    let text = pdf_text(&file);
    for letter in HARD_LETTERS {
        assert!(text.contains(letter), "{letter} is missing in: {text}");
    }
    for shown in [
        "THÀNH ỦY BẮC KẠN",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Toàn thành phố gieo cấy 345,45 ha lúa xuân",
        "vạch đứng: kế hoạch (100%)",
        "Phường Đức Xuân",
        "Nơi nhận:",
    ] {
        assert!(text.contains(shown), "{shown} is missing in: {text}");
    }
    let path = file.to_str().unwrap();
    let fonts = run("pdffonts", &[path]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains(" yes yes yes ")), "{fonts}");
    let info = run("pdfinfo", &[path]);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("BÁO CÁO sơ kết công tác dân vận 6 tháng đầu năm 2016"), "{info}");
}

#[test]
fn hostile_text_is_shown_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hostile.pdf");
    std::fs::write(&file, render(&hostile()).unwrap()).unwrap();
    let text = pdf_text(&file);
    for shown in ["<script>alert(1)</script>", "#panic(\"x\")", "$x$ @ref *b* _i_ \\ ] ["] {
        assert!(text.contains(shown), "{shown} is missing in: {text}");
    }
}

#[test]
fn letters_no_font_draws_do_not_stop_the_document() {
    let mut document = review();
    let strange = "Ghi chú: 数据 😀 \u{0} \u{200d} \u{fe0f} hết.".to_owned();
    document.blocks.push(Block::Paragraph(vec![Span::Text(strange)]));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("strange.pdf");
    std::fs::write(&file, render(&document).unwrap()).unwrap();
    let text = pdf_text(&file);
    assert!(text.contains("Ghi chú: \u{fffd}\u{fffd}"), "{text}");
    assert!(text.contains("hết."), "{text}");
}

#[test]
fn a_long_chart_shows_every_bar_and_its_key_once() {
    let mut document = review();
    document.blocks = vec![Block::Chart(long_plans())];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.pdf");
    std::fs::write(&file, render(&document).unwrap()).unwrap();
    let text = pdf_text(&file);
    assert_eq!(text.matches("Rừng trồng mới").count(), 4, "{text}");
    let titles = ["kế hoạch (1/2)", "kế hoạch (2/2)"].map(|title| text.matches(title).count());
    assert_eq!((titles, text.matches("vạch đứng").count()), ([1, 1], 2), "each piece has both");
}

#[test]
fn no_line_begins_with_a_mark_and_none_ends_before_a_unit() {
    let mut document = review();
    let spans = (1..60).flat_map(|n| {
        let words = text(&"x".repeat(n % 7 + 1));
        [words, text(" "), figure("n", "345,45 ha", Origin::Demonstration, Some("(m)")), text(" ")]
    });
    document.blocks = vec![Block::Paragraph(spans.collect())];
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("marks.pdf");
    std::fs::write(&file, render(&document).unwrap()).unwrap();
    let lines = run("pdftotext", &["-layout", file.to_str().unwrap(), "-"]);
    let lines = lines.lines().map(str::trim).filter(|line| line.contains("ha"));
    let mut count = 0;
    for line in lines {
        count += 1;
        assert!(!line.starts_with("(m)") && !line.starts_with("ha"), "{line}");
        assert!(!line.ends_with("345,45"), "{line}");
    }
    assert!(count > 5, "{count}");
}

#[test]
fn the_last_rows_of_a_long_table_stand_on_one_page() {
    let mut document = review();
    document.blocks = vec![Block::Table(long_units())];
    let folder = tempfile::tempdir().unwrap();
    for rows in (26..40).step_by(2) {
        if let Some(Block::Table(table)) = document.blocks.first_mut() {
            *table = long_units();
            table.rows.drain(rows..40);
        }
        let file = folder.path().join("long.pdf");
        std::fs::write(&file, render(&document).unwrap()).unwrap();
        let pages = pdf_pages(&file);
        let last = pages.last().unwrap();
        assert!(last.contains("Toàn thành phố"), "{pages:?}");
        assert!(last.contains("Xã Dương Quang") && last.contains("Minh Khai"), "{last}");
        assert!(last.contains("(m): số liệu minh họa."), "{last}");
    }
}

#[test]
fn sources_are_numbered_links_to_their_addresses() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sources.pdf");
    std::fs::write(&file, render(&review()).unwrap()).unwrap();
    let text = pdf_text(&file);
    assert!(
        text.contains("[1] https://city.example/") && text.contains("[2] Nghị quyết"),
        "{text}"
    );
    let links = run("pdfinfo", &["-url", file.to_str().unwrap()]);
    assert!(links.contains(SOURCES[0]) && !links.contains("/figures/"), "{links}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(render(&review()).unwrap() == render(&review()).unwrap());
}
