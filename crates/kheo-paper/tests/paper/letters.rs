use std::path::PathBuf;

use jiff::civil::date;
use kheo_paper::letter::{Letter, Passage};
use kheo_paper::{Format, PaperError};
use kheo_words::{Lang, Words};
use tempfile::TempDir;

use crate::letter_sample::{DAYS, decision, minutes, notice, ordinary};
use crate::programs::{Word, office_pdf, pdf_pages, pdf_text, pdf_words, run};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn bytes(letter: &Letter, format: Format) -> Vec<u8> {
    letter.write(format, Words::load(&[]).unwrap().in_lang(Lang::Vi)).unwrap()
}

/// The letter as readers of both formats see it: the pages of its PDF file, and of its DOCX file.
fn pages_of(letter: &Letter) -> (TempDir, [PathBuf; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let [pdf, docx] = ["letter.pdf", "office.docx"].map(|name| folder.path().join(name));
    std::fs::write(&pdf, bytes(letter, Format::Pdf)).unwrap();
    std::fs::write(&docx, bytes(letter, Format::Docx)).unwrap();
    let office = office_pdf(&docx);
    (folder, [pdf, office])
}

fn assert_within_margins(words: &[Word]) {
    assert!(words.len() > 50, "the page has words");
    for word in words {
        assert!(word.left > 29.5 * MM && word.right < 196.5 * MM, "{} leaves the page", word.text);
    }
}

#[test]
fn both_formats_show_every_element_of_a_letter() {
    for day in DAYS {
        let (_folder, files) = pages_of(&notice(day));
        for file in files {
            let text = pdf_text(&file);
            for shown in [
                "UBND THÀNH PHỐ BẮC KẠN",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "Số: 12/TB-UBND",
                "THÔNG BÁO",
                "Về việc thụ lý kiến nghị của công dân",
                "Kính gửi: Bà Hoàng Thị Mẫu, tổ 7, phường Sông Cầu",
                "phối hợp thực hiện./.",
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT, TCD.",
                "TM. ỦY BAN NHÂN DÂN",
                "KT. CHỦ TỊCH",
                "Nguyễn Văn Mẫu",
            ] {
                assert!(text.contains(shown), "{shown} is missing in: {text}");
            }
            let info = run("pdfinfo", &[file.to_str().unwrap()]);
            assert!(info.contains("Title:           THÔNG BÁO Về việc thụ lý"), "{info}");
            assert!(info.contains("A4") && info.contains("Pages:           1"), "{info}");
            assert_within_margins(&pdf_words(&file));
        }
    }
}

#[test]
fn the_number_of_the_page_stands_where_the_layout_of_the_day_puts_it() {
    let [circular, decree] = DAYS;
    for day in [circular, decree] {
        let (_folder, files) = pages_of(&decision(day));
        for file in files {
            let words = pdf_words(&file);
            assert_within_margins(&words);
            let outside = |word: &&Word| word.top < 18.0 * MM || word.top > 277.0 * MM;
            let numbers: Vec<&Word> = words.iter().filter(outside).collect();
            let said: Vec<(usize, &str)> =
                numbers.iter().map(|word| (word.page, word.text.as_str())).collect();
            assert_eq!(said, [(2, "2"), (3, "3")], "none on the first page");
            for number in numbers {
                if day == circular {
                    assert!(number.top > 277.0 * MM, "at the bottom, not {}", number.top);
                    assert!((number.right - 195.0 * MM).abs() < 3.0, "at the right margin");
                } else {
                    assert!(number.top < 18.0 * MM, "at the top, not {}", number.top);
                    let middle = f64::midpoint(number.left, number.right);
                    assert!((middle - 112.5 * MM).abs() < 3.0, "between the margins");
                }
            }
        }
    }
}

#[test]
fn a_decision_names_who_decides_its_basis_and_its_articles_in_order() {
    let (_folder, files) = pages_of(&decision(DAYS[0]));
    for file in files {
        let text = pdf_pages(&file).join(" ");
        let mut rest = text.as_str();
        for part in [
            "QUYẾT ĐỊNH Về việc giải quyết",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG SÔNG CẦU",
            "Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013;",
            "Xét đề nghị của công chức Tư pháp - Hộ tịch.",
            "QUYẾT ĐỊNH: Điều 1. Giải quyết",
            "5. Giao",
            "d) Giao",
            "Điều 2. Quyết định này",
            "Điều 3. Văn phòng",
            "Nơi nhận:",
        ] {
            let after = rest.split_once(part);
            rest = after.unwrap_or_else(|| panic!("no {part} where it belongs: {text}")).1;
        }
    }
}

#[test]
fn an_ordinary_letter_has_its_subject_under_a_number_still_to_be_given() {
    let (_folder, files) = pages_of(&ordinary(DAYS[1]));
    for file in files {
        let text = pdf_text(&file);
        assert!(text.contains("Số: /UBND-TCD"), "{text}");
        assert!(text.contains("V/v trả lời kiến nghị của"), "{text}");
        let words = pdf_words(&file);
        let stroke = words.iter().position(|word| word.text == "/UBND-TCD").unwrap();
        let room = words[stroke].left - words[stroke - 1].right;
        assert!(room > 25.0, "there is room to write a number: {room}");
        for shown in
            ["- Thường trực Hội đồng nhân dân thành phố;", "- Ban Quản lý dự án đầu tư xây dựng."]
        {
            assert!(text.contains(shown), "{shown} is missing in: {text}");
        }
    }
}

#[test]
fn minutes_are_signed_by_all_who_took_part_two_to_a_row() {
    for day in DAYS {
        let (_folder, files) = pages_of(&minutes(day, true));
        for file in files {
            let text = pdf_text(&file);
            for shown in [
                "Số: 12/BB-UBND",
                "- Thành phần: bà Hoàng Thị Mẫu, người yêu cầu - ông Nông Văn Mẫu, bên còn lại",
                "theo hiện trạng./.",
                "(Ký, ghi rõ họ tên) (Ký, ghi rõ họ tên) Hoàng Thị Mẫu",
                "- Lưu: VT, hồ sơ.",
            ] {
                assert!(text.contains(shown), "{shown} is missing in: {text}");
            }
            let words = pdf_words(&file);
            let of = |text: &str| words.iter().rfind(|word| word.text == text).unwrap();
            let [asked, other, wrote, chaired] = ["YÊU", "CÒN", "GHI", "CHỦ"].map(of);
            assert!((asked.top - other.top).abs() < 2.0 && (wrote.top - chaired.top).abs() < 2.0);
            assert!(asked.right < other.left && wrote.right < chaired.left);
            assert!(wrote.top > asked.top + 30.0, "there is room to sign");
            assert!(of("Nơi").top > chaired.top, "the recipients stand below");
        }
    }
}

#[test]
fn the_letter_of_those_who_sign_it_bears_neither_office_nor_number() {
    let (_folder, files) = pages_of(&minutes(DAYS[1], false));
    for file in files {
        let text = pdf_text(&file);
        assert!(text.starts_with("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập"), "{text}");
        assert!(!text.contains("Số:") && !text.contains("ỦY BAN NHÂN DÂN"), "{text}");
        assert!(text.contains("Sông Cầu, ngày 02 tháng 02 năm 2026 BIÊN BẢN"), "{text}");
    }
    let words = Words::load(&[]).unwrap();
    let html = minutes(DAYS[1], false).render(words.in_lang(Lang::Vi)).unwrap().into_string();
    assert_eq!(html.matches("class=\"signatory\"").count(), 4, "{html}");
    assert!(html.contains("class=\"nation\"") && !html.contains("class=\"heads\""), "{html}");
}

#[test]
fn forty_recipients_and_a_long_addressee_stay_on_the_page() {
    let mut letter = notice(DAYS[1]);
    letter.addressees = vec!["Hộ ông Hoàng Văn Mẫu và bà Nông Thị Mẫu, ".repeat(9)];
    letter.recipients = (1..=40).map(|n| format!("Đơn vị thứ {n}")).collect();
    letter.notice = "Bản minh họa".to_owned();
    let (_folder, files) = pages_of(&letter);
    for file in files {
        assert_within_margins(&pdf_words(&file));
        let pages = pdf_pages(&file);
        let text = pages.join(" ");
        for n in 1..=39 {
            assert_eq!(text.matches(&format!("- Đơn vị thứ {n};")).count(), 1, "{n} in {text}");
        }
        assert!(text.contains("- Đơn vị thứ 40."), "{text}");
        assert_eq!(text.matches("Nông Thị Mẫu").count(), 9, "{text}");
        assert!(pages.iter().all(|page| page.starts_with("Bản minh họa")), "{pages:?}");
    }
}

#[test]
fn the_signature_never_stands_alone_on_a_page() {
    let mut letter = notice(DAYS[0]);
    for count in (9..16).step_by(2) {
        let passage = |n| format!("Đoạn {n}. {}", "Hai dòng chữ của thư trả lời. ".repeat(4));
        letter.body = (0..count).map(|n| Passage::Paragraph(passage(n))).collect();
        let (_folder, files) = pages_of(&letter);
        for file in files {
            let pages = pdf_pages(&file);
            let last = pages.last().unwrap();
            assert!(last.contains("Nơi nhận:") && last.contains("Đoạn"), "{count}: {pages:?}");
        }
    }
}

#[test]
fn letters_with_marks_of_their_own_are_put_together() {
    let mut letter = notice(DAYS[0]);
    letter.body =
        vec![Passage::Paragraph("Kiê\u{301}n nghi\u{323} vê\u{300} đươ\u{300}ng".to_owned())];
    let (_folder, files) = pages_of(&letter);
    for file in files {
        let text = pdf_text(&file);
        assert!(text.contains("Kiến nghị về đường"), "{text}");
    }
}

#[test]
fn the_file_is_tagged_and_has_its_fonts_inside() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    std::fs::write(&file, bytes(&notice(DAYS[1]), Format::Pdf)).unwrap();
    let path = file.to_str().unwrap();
    let fonts = run("pdffonts", &[path]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert!(!rows.is_empty() && rows.iter().all(|row| row.contains(" yes yes yes ")), "{fonts}");
    let info = run("pdfinfo", &[path]);
    assert!(info.contains("Tagged:          yes"), "{info}");
}

#[test]
fn a_page_of_the_site_shows_the_letter_without_inline_style_or_script() {
    let words = Words::load(&[]).unwrap();
    let mut hostile = notice(DAYS[0]);
    hostile.addressees = vec!["<script>alert(1)</script> & \"q\"".to_owned()];
    let [titled, untitled] = [hostile, ordinary(DAYS[0])]
        .map(|letter| letter.render(words.in_lang(Lang::Vi)).unwrap().into_string());
    assert!(titled.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot;"));
    assert!(titled.contains("<h1>THÔNG BÁO</h1>"), "{titled}");
    assert!(untitled.contains("<h1 class=\"short\">V/v trả lời kiến nghị"), "{untitled}");
    for html in [titled, untitled] {
        assert_eq!(html.matches("<h1").count(), 1);
        for forbidden in ["style=", "<style", "<script"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}

#[test]
fn the_words_of_the_layout_are_said_in_the_language_of_the_letter() {
    let words = Words::load(&[]).unwrap();
    let html = notice(DAYS[1]).write(Format::Html, words.in_lang(Lang::En)).unwrap();
    let html = String::from_utf8(html).unwrap();
    for shown in ["<html lang=\"en\">", "SOCIALIST REPUBLIC OF VIET\u{a0}NAM", "To:", "No: 12/TB"] {
        assert!(html.contains(shown), "{shown} is missing in: {html}");
    }
}

#[test]
fn a_day_without_a_known_layout_is_refused_in_every_format() {
    let letter = notice(date(2005, 1, 1));
    let words = Words::load(&[]).unwrap();
    for format in Format::ALL {
        let error = letter.write(format, words.in_lang(Lang::Vi)).unwrap_err();
        assert!(matches!(error, PaperError::NoLayout { .. }), "{error}");
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes() {
    for format in Format::ALL {
        let letter = decision(DAYS[1]);
        assert!(bytes(&letter, format) == bytes(&letter, format), "{format:?}");
    }
}
