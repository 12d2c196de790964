use kheo_paper::pdf::render;
use kheo_paper::{Block, Span};

use crate::programs::{pdf_text, run};
use crate::sample::{HARD_LETTERS, hostile, long_plans, review};

#[test]
fn readers_find_every_letter_and_every_font_inside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("review.pdf");
    std::fs::write(&file, render(&review()).unwrap()).unwrap();
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
    assert_eq!(text.matches("vạch đứng").count(), 1, "{text}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert!(render(&review()).unwrap() == render(&review()).unwrap());
}
