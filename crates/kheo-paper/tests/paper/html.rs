use kheo_paper::html::{page, render};
use kheo_paper::{Block, Figure, Origin, Span};

use crate::sample::{HARD_LETTERS, SOURCES, bare, hostile, review};

#[test]
fn the_fragment_shows_the_document_and_opens_its_figures() {
    let html = render(&review()).into_string();
    for letter in HARD_LETTERS {
        assert!(html.contains(letter), "{letter} is missing");
    }
    for shown in [
        r#"<article class="sheet" lang="vi">"#,
        r#"<a href="/figures/cases">596<sup>(m)</sup></a>"#,
        r#"<th scope="col" class="end">Vượt cấp</th>"#,
        r#"<th scope="row">Toàn thành phố</th>"#,
        r#"<h2 id="ket-qua">I. KẾT QUẢ"#,
        "<summary>Số liệu của biểu đồ</summary>",
        "<caption>Bảng 1. Đơn tiếp nhận và kết quả, theo đơn vị</caption>",
    ] {
        assert!(html.contains(shown), "{shown} is missing");
    }
    assert_eq!(html.matches("<h1>").count(), 1);
    assert!(html.contains("345,45\u{a0}ha"), "no line ends between a number and its unit");
}

#[test]
fn sources_are_one_numbered_list_and_their_addresses_can_be_opened() {
    for html in [render(&review()).into_string(), page(&review())] {
        let list = html.split("<ol class=\"sources\">").nth(1).unwrap();
        let list = list.split("</ol>").next().unwrap();
        assert_eq!(list.matches("<li ").count(), SOURCES.len());
        let quoted = SOURCES[0].replace('&', "&amp;");
        let link = format!("<a href=\"{quoted}\" rel=\"external noreferrer\">{quoted}</a>");
        assert!(list.contains(&format!("<span>[1]</span> {link}")), "{list}");
        assert!(list.contains(&format!("<span>[2]</span> <span>{}</span>", SOURCES[1])), "{list}");
    }
}

#[test]
fn the_data_of_a_chart_carry_their_marks() {
    let html = render(&review()).into_string();
    let data = html.split("<summary>").nth(2).unwrap().split("</details>").next().unwrap();
    assert_eq!(data.matches("<td").count(), 3 * 6);
    assert_eq!(data.matches("<sup>(m)</sup>").count(), 3 * 6);
    assert!(data.contains("(m): số liệu minh họa."), "{data}");
    assert!(!data.contains("nhận 96"), "the heading says so already: {data}");
}

#[test]
fn the_fragment_obeys_a_policy_without_inline_style_or_script() {
    for document in [review(), hostile()] {
        let html = render(&document).into_string();
        for forbidden in ["style=", "<style", "<script", "onclick", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}

#[test]
fn hostile_text_is_shown_as_it_is() {
    let html = render(&hostile()).into_string();
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot;"));
    assert!(html.contains(r#"href="/x?&lt;script&gt;"#));
}

#[test]
fn a_file_of_its_own_needs_no_site() {
    let html = page(&review());
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"vi\">"), "{html}");
    assert!(html.contains("prefers-color-scheme: dark") && html.contains("@media print"));
    assert!(!html.contains("href=\"/"), "a path of the site leads nowhere from a file");
    assert!(html.contains(r#"<span class="fig" data-figure="rice" data-origin="reported">"#));
}

#[test]
fn addresses_lead_where_they_say_however_they_are_written() {
    for (address, written) in [
        ("/cases?unit=a&kind=b&copy=1", "/cases?unit=a&kind=b&copy=1"),
        ("/x?a=1&lt;script", "/x?a=1&amp;lt;script"),
        ("/x?a=1&copy", "/x?a=1&amp;copy"),
        ("city/figure/reading:rice", "city/figure/reading:rice"),
        ("/x?a=\"b\"&c=<d", "/x?a=&quot;b&quot;&c=&lt;d"),
    ] {
        let mut document = review();
        document.blocks = vec![Block::Paragraph(vec![Span::Figure(Figure {
            href: Some(address.to_owned()),
            ..bare("cases", "596", Origin::Entered, None)
        })])];
        let html = render(&document).into_string();
        assert!(html.contains(&format!("<a href=\"{written}\">")), "{address}: {html}");
    }
}
