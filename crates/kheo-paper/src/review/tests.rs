mod sample;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use kheo_core::id::UnitId;
use kheo_words::Lang;

use crate::lines::plain;
use crate::{Beside, Block, Chart, ChartKind, Document, Figure, Origin, Span, Table};
use sample::{City, SOURCE};

fn both() -> [Document; 2] {
    Lang::ALL.map(|lang| City::sample().document(lang))
}

fn text(spans: &[Span]) -> String {
    plain(&spans.iter().map(Span::text).collect::<String>())
}

/// Everything there is to read, a line for each heading, paragraph, item and row.
fn lines(document: &Document) -> Vec<String> {
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => lines.push(plain(text)),
            Block::Paragraph(spans) => lines.push(text(spans)),
            Block::List(items) => lines.extend(items.iter().map(|item| text(item))),
            Block::Sources(sources) => lines.extend(
                sources.iter().zip(1..).map(|(source, n)| format!("[{n}] {}", source.text)),
            ),
            Block::Table(table) => lines.extend(
                table
                    .rows
                    .iter()
                    .map(|row| row.cells.iter().map(|cell| text(cell) + "|").collect()),
            ),
            Block::Chart(_) | Block::Signature(_) => {}
        }
    }
    lines
}

fn theme<'a>(document: &'a Document, title: &str) -> &'a [Span] {
    let of_theme = |block: &'a Block| match block {
        Block::Paragraph(spans) if spans.first().is_some_and(|span| span.text() == title) => {
            Some(spans.as_slice())
        }
        _ => None,
    };
    document.blocks.iter().find_map(of_theme).unwrap()
}

fn charts(document: &Document) -> Vec<&Chart> {
    let mut charts = Vec::new();
    for block in &document.blocks {
        if let Block::Chart(chart) = block {
            charts.push(chart);
        }
    }
    charts
}

fn distinct(document: &Document) -> BTreeMap<&str, &Figure> {
    document.figures().map(|figure| (figure.id.as_str(), figure)).collect()
}

#[test]
fn every_word_is_known_in_both_languages() {
    for document in both() {
        let all = crate::json::render(&document).unwrap();
        let missing = all.split('⟨').nth(1).and_then(|rest| rest.split('⟩').next());
        assert_eq!(missing, None);
        for line in lines(&document) {
            assert!(!line.contains(['{', '}', '$', '\u{E000}', '\u{E001}']), "{line}");
        }
    }
}

#[test]
fn a_sentence_holds_its_figures_as_links() {
    let [vi, en] = both();
    let crop = theme(&vi, "Vụ xuân.");
    assert_eq!(
        text(crop),
        "Vụ xuân. Toàn thành phố gieo cấy 345,45 ha lúa xuân, bằng 115,2% kế hoạch."
    );
    let Some(Span::Figure(area)) = crop.iter().find(|span| matches!(span, Span::Figure(_))) else {
        panic!("the area is no figure: {crop:?}");
    };
    assert_eq!(area.text, "345,45 ha");
    assert_eq!(area.id, "bac-kan/reading:rice");
    assert_eq!(area.href.as_deref(), Some("/figure/bac-kan/reading:rice"));
    assert_eq!(text(theme(&en, "Spring crop.")), "Spring crop. 345.45 ha of rice, 115.2% of plan.");
}

#[test]
fn a_theme_without_figures_says_so_in_its_section() {
    let [vi, en] = both();
    assert_eq!(text(theme(&vi, "Tuyên truyền.")), "Tuyên truyền. Chưa có số liệu báo cáo.");
    assert_eq!(text(theme(&en, "Outreach.")), "Outreach. No figures reported.");
    let lines = lines(&vi);
    let place = |start: &str| lines.iter().position(|line| line.starts_with(start)).unwrap();
    assert!(place("I. Kết quả") < place("1. Cấp ủy các cấp"));
    assert!(place("1. Cấp ủy các cấp") < place("Tuyên truyền."));
    assert!(place("Tuyên truyền.") < place("2. Chính quyền"));
    assert!(place("2. Chính quyền") < place("Vụ xuân."));
    assert!(lines.contains(&"Chưa có số liệu báo cáo về: Tuyên truyền.".to_owned()));
}

#[test]
fn made_up_figures_are_marked_and_no_others_are() {
    let [vi, en] = both();
    for (document, mark) in [(&vi, "(m)"), (&en, "(d)")] {
        assert!(document.figures().any(|figure| figure.origin == Origin::Demonstration));
        for figure in document.figures() {
            let expected = (figure.origin == Origin::Demonstration).then_some(mark);
            assert_eq!(figure.mark.as_deref(), expected, "{}", figure.id);
        }
        let first = lines(document).remove(0);
        assert!(
            first.contains(mark),
            "what the mark means is said before the first figure: {first}"
        );
        assert!(document.notice.as_ref().unwrap().contains(mark));
    }
}

#[test]
fn a_review_of_real_figures_speaks_of_no_demonstration() {
    let city = City::without_demonstration();
    let document = city.document(Lang::Vi);
    assert_eq!(document.notice, None);
    assert!(lines(&document).iter().all(|line| !line.contains("(m)")));
}

#[test]
fn the_document_shows_exactly_the_figures_that_its_quality_counts() {
    for document in both() {
        let quality = City::sample().review().quality;
        let figures = distinct(&document);
        let total = quality.reported + quality.demonstration + quality.entered;
        assert_eq!(figures.len(), total);
        let made_up = figures.values().filter(|f| f.origin == Origin::Demonstration).count();
        assert_eq!(made_up, quality.demonstration);
        let counts = [total, quality.reported, quality.demonstration, quality.entered];
        let says_all = |line: &String| {
            let numbers = line.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
            numbers.collect::<Vec<usize>>() == counts
        };
        assert!(lines(&document).iter().any(says_all), "{counts:?}");
    }
}

#[test]
fn both_languages_show_the_same_figures() {
    let [vi, en] = both();
    let ids = |document: &Document| {
        distinct(document).keys().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(&vi), ids(&en));
    assert_eq!(vi.blocks.len(), en.blocks.len());
}

#[test]
fn what_is_ahead_and_behind_is_held_against_what_was_due() {
    let lines = lines(&City::sample().document(Lang::Vi));
    let place = |line: &str| lines.iter().position(|known| known == line).unwrap();
    let ahead = place(
        "Diện tích lúa xuân: thực hiện 345,45 ha; kế hoạch 6 tháng đầu năm 2016 là 300 ha; \
         bằng 115,2% kế hoạch, so với mức phải thực hiện đến hết kỳ là 100%.",
    );
    let behind = place(
        "Rừng trồng mới: thực hiện 112 ha; kế hoạch năm 2016 là 280 ha; \
         bằng 40% kế hoạch, so với mức phải thực hiện đến hết kỳ là 50%.",
    );
    let heading = place("2. Những mặt còn hạn chế");
    assert!(ahead < heading && heading < behind);
}

#[test]
fn petitions_are_told_in_words_in_a_chart_and_in_a_table() {
    let document = City::sample().document(Lang::Vi);
    let lines = lines(&document);
    let said = lines.iter().find(|line| line.starts_with("Trong kỳ tiếp nhận")).unwrap();
    assert!(said.starts_with("Trong kỳ tiếp nhận 96 đơn, hồ sơ các loại (kiến nghị, phản ánh,"));
    assert!(said.contains("đã trả lời đúng hạn 90 lượt, trả lời quá hạn 0 lượt;"));
    assert!(said.contains("còn 10 đơn, hồ sơ đang giải quyết, trong đó 4 đã quá hạn;"));
    let charts = charts(&document);
    assert_eq!(charts[0].title, "Biểu đồ 1. Thực hiện so với kế hoạch");
    assert!(charts[1].title.ends_with("(có số liệu minh họa)"), "{}", charts[1].title);
    let ChartKind::StackedBars(bars) = &charts[1].kind else { panic!("no stacked bars") };
    let segments: Vec<_> = bars.bars[0].segments.iter().map(|s| s.figure.text.as_str()).collect();
    assert_eq!(segments, ["81", "0", "6", "4"]);
    let beside = |n: usize| {
        let told = bars.bars[n].beside.iter().filter(|beside| beside.value != 0);
        let text = |b: &Beside| format!("{}{}{}", b.before, b.figure.text, b.after);
        told.map(text).collect::<Vec<_>>().join(" · ")
    };
    assert_eq!(beside(0), "nhận 96 · chuyển đi 12");
    assert_eq!(beside(1), "chuyển đến 12", "nothing was addressed to the police");
    let alt = plain(&charts[1].alt);
    assert!(alt.contains("96 (m) trong tổng số 96 (m)"), "{alt}");
    assert!(alt.contains("12 (m) lượt được chuyển"), "{alt}");
    let rows = [
        "Phường Sông Cầu|96|0|81|0|10|0|",
        "Công an thành phố|0|12|9|0|0|0|",
        "Tổng cộng|96|12|90|0|10|0|",
        "Phường Sông Cầu|0|12|0|0|4|",
    ];
    for row in rows {
        assert!(lines.contains(&row.to_owned()), "{row}: {lines:#?}");
    }
}

#[test]
fn a_table_that_goes_on_says_so_and_a_single_unit_has_none_of_its_own() {
    let captions = |city: &City| {
        let tables = city.document(Lang::Vi).blocks.into_iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.caption),
            _ => None,
        });
        tables.collect::<Vec<_>>()
    };
    let mut city = City::sample();
    let cases = "Đơn, hồ sơ các loại tiếp nhận và kết quả giải quyết, theo đơn vị";
    let of_city = captions(&city);
    assert_eq!(of_city[..2], [format!("Bảng 1. {cases}"), format!("Bảng 2. {cases} (tiếp theo)")]);
    city.figures.unit = UnitId::new("song-cau");
    city.figures.below.clear();
    assert!(captions(&city).iter().all(|caption| !caption.contains(cases)), "{of_city:?}");
}

#[test]
fn measures_stand_unit_by_unit_with_all_together() {
    let lines = lines(&City::sample().document(Lang::Vi));
    let place = |line: &str| lines.iter().position(|known| known == line).unwrap();
    assert!(place("Phường Sông Cầu|45,45 ha|") < place("Xã Nông Thượng|300 ha|"));
    assert!(place("Xã Nông Thượng|300 ha|") < place("Tổng cộng|345,45 ha|"));
}

#[test]
fn tasks_name_their_units_by_date_and_say_which_dates_are_made_up() {
    let [vi, en] = both();
    let vi = lines(&vi);
    assert!(vi.contains(&"III. Nhiệm vụ trọng tâm 6 tháng cuối năm 2016".to_owned()));
    assert!(
        vi.contains(
            &"Tổ chức Hội thi “Dân vận khéo”. [1] \
              Thực hiện: Phường Sông Cầu, Xã Nông Thượng; chậm nhất ngày 30/09/2016 (m). \
              Thực hiện: Thành phố Bắc Kạn; chậm nhất ngày 15/12/2016."
                .to_owned()
        ),
        "{vi:#?}"
    );
    let english = "Hold the contest. [1] By: Sông Cầu ward, Nông Thượng commune; \
                   no later than 30 September 2016 (d). By: Bắc Kạn city; no later than 15 December 2016.";
    assert!(lines(&en).contains(&english.to_owned()));
}

#[test]
fn contradicting_sources_are_named_beside_each_other() {
    let [vi, en] = both();
    let vi = lines(&vi);
    let title = "Rừng trồng mới, Thành phố Bắc Kạn, 6 tháng đầu năm 2016";
    let place = vi.iter().position(|line| line == title).unwrap();
    assert_eq!(
        vi[place + 1..place + 3],
        ["Dùng: 112 ha [1]. Nguồn của thành phố.", "Không dùng: 130,5 ha [2]. Cộng không khớp."]
    );
    assert!(vi.contains(&format!("[1] {SOURCE}")));
    assert!(vi.contains(&"[2] https://other.example/bao-cao".to_owned()));
    assert!(lines(&en).contains(&"Not used: 130.5 ha [2]. Does not add up.".to_owned()));
}

#[test]
fn every_figure_leads_to_its_records() {
    let cells =
        |table: &Table| table.rows.iter().flat_map(|row| row.cells.concat()).collect::<Vec<Span>>();
    let spans = |block: &Block| match block {
        Block::Paragraph(spans) => spans.clone(),
        Block::List(items) => items.concat(),
        Block::Table(table) => cells(table),
        Block::Chart(chart) => cells(&chart.data_table()),
        _ => Vec::new(),
    };
    for document in both() {
        let figures: Vec<Figure> = document
            .blocks
            .iter()
            .flat_map(spans)
            .filter_map(|span| match span {
                Span::Figure(figure) => Some(figure),
                _ => None,
            })
            .collect();
        for figure in &figures {
            assert!(figure.href.is_some(), "{}: {}", figure.id, figure.text);
        }
        let leads_to =
            |address: &str| figures.iter().any(|one| one.href.as_deref() == Some(address));
        assert!(leads_to("/figure/song-cau/cases:pending"));
        assert!(leads_to("/figure/bac-kan/reading:forest"));
    }
}

#[test]
fn the_head_names_the_body_of_each_level() {
    let rows = [
        (
            "bac-kan",
            Lang::Vi,
            "THÀNH ỦY BẮC KẠN",
            "BAN DÂN VẬN",
            "Bắc Kạn, ngày 05 tháng 7 năm 2016",
        ),
        (
            "song-cau",
            Lang::Vi,
            "ĐẢNG ỦY PHƯỜNG SÔNG CẦU",
            "KHỐI DÂN VẬN",
            "Sông Cầu, ngày 05 tháng 7 năm 2016",
        ),
        (
            "cong-an",
            Lang::Vi,
            "THÀNH ỦY BẮC KẠN",
            "CÔNG AN THÀNH PHỐ",
            "Bắc Kạn, ngày 05 tháng 7 năm 2016",
        ),
        (
            "song-cau",
            Lang::En,
            "PARTY COMMITTEE OF SÔNG CẦU WARD",
            "MASS MOBILISATION BLOC",
            "Sông Cầu, 5 July 2016",
        ),
    ];
    for (unit, lang, above, issuer, place_date) in rows {
        let mut city = City::sample();
        city.figures.unit = UnitId::new(unit);
        let heads = city.document(lang).heads;
        assert_eq!(heads.left.iter().map(|line| plain(line)).collect::<Vec<_>>(), [above]);
        assert_eq!(
            (heads.left_strong.as_str(), &plain(&heads.place_date)),
            (issuer, &place_date.into())
        );
    }
}

#[test]
fn the_subtitle_names_period_and_unit_as_a_sentence_does() {
    let rows = [
        (
            "bac-kan",
            "2016-H1",
            "sơ kết công tác dân vận 6 tháng đầu năm 2016 trên địa bàn thành phố Bắc Kạn",
        ),
        ("bac-kan", "2016", "tổng kết công tác dân vận năm 2016 trên địa bàn thành phố Bắc Kạn"),
        (
            "cong-an",
            "2016-H1",
            "sơ kết công tác dân vận 6 tháng đầu năm 2016 của Công an thành phố",
        ),
    ];
    for (unit, period, expected) in rows {
        let mut city = City::sample();
        city.figures.unit = UnitId::new(unit);
        city.figures.period = period.parse().unwrap();
        assert_eq!(plain(&city.document(Lang::Vi).subtitle), expected);
    }
}

#[test]
fn no_line_of_a_title_or_a_head_ends_within_a_name() {
    let [vi, en] = both();
    assert!(vi.subtitle.contains("thành\u{a0}phố\u{a0}Bắc\u{a0}Kạn"), "{}", vi.subtitle);
    assert!(vi.heads.right_strong.ends_with("VIỆT\u{a0}NAM"));
    assert_eq!(en.heads.left, ["PARTY COMMITTEE OF BẮC\u{a0}KẠN\u{a0}CITY"]);
    assert!(en.heads.right_strong.ends_with("VIET\u{a0}NAM"));
}

#[test]
fn a_figure_of_a_wider_period_names_it() {
    let half = City::sample().document(Lang::Vi);
    assert_eq!(
        text(theme(&half, "Lâm nghiệp.")),
        "Lâm nghiệp. Trồng mới 112 ha rừng, bằng 40% kế hoạch (280 ha, năm 2016)."
    );
    let mut city = City::sample();
    city.figures.period = "2016-05".parse().unwrap();
    let [vi, en] = Lang::ALL.map(|lang| city.document(lang));
    assert_eq!(
        text(theme(&vi, "Vụ xuân.")),
        "Vụ xuân. Toàn thành phố gieo cấy 345,45 ha (6 tháng đầu năm 2016) lúa xuân, \
         bằng 115,2% kế hoạch."
    );
    assert_eq!(
        text(theme(&en, "Spring crop.")),
        "Spring crop. 345.45 ha (first half of 2016) of rice, 115.2% of plan."
    );
    let tables = vi.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let titles: Vec<_> =
        tables.flat_map(|table| &table.columns).map(|c| c.title.as_str()).collect();
    assert!(titles.contains(&"Diện tích lúa xuân (6 tháng đầu năm 2016)"), "{titles:?}");
}

#[test]
fn a_period_that_goes_on_is_said_to_on_top() {
    let mut city = City::sample();
    city.on = date(2016, 6, 29);
    let [vi, en] = Lang::ALL.map(|lang| lines(&city.document(lang)).remove(0));
    assert!(
        vi.contains("(6 tháng đầu năm 2016) chưa kết thúc") && vi.contains("29/06/2016"),
        "{vi}"
    );
    assert!(en.contains("(first half of 2016) is not over") && en.contains("29 June 2016"), "{en}");
    city.on = date(2016, 6, 30);
    let over = lines(&city.document(Lang::Vi));
    assert!(over.iter().all(|line| !line.contains("chưa kết thúc")), "{over:#?}");
}

#[test]
fn every_made_up_value_of_a_chart_is_marked() {
    for (document, mark) in both().iter().zip(["(m)", "(d)"]) {
        let [plans, cases] = charts(document)[..] else { panic!("two charts") };
        let marks = |chart: &Chart| {
            let table = chart.data_table();
            let cells = table.rows.into_iter().flat_map(|row| row.cells.into_iter().skip(1));
            let figures = cells.flatten().map(|span| match span {
                Span::Figure(figure) => (figure.origin, figure.mark),
                other => panic!("no figure: {other:?}"),
            });
            figures.collect::<Vec<_>>()
        };
        assert!(marks(plans).iter().all(|(_, mark)| mark.is_none()));
        assert_eq!(marks(cases), vec![(Origin::Demonstration, Some(mark.to_owned())); 2 * 7]);
        assert!(cases.note.as_ref().unwrap().starts_with(mark));
        assert_eq!(plans.note, None);
    }
}

#[test]
fn nobody_has_signed_and_each_recipient_stands_on_a_line() {
    let document = City::sample().document(Lang::Vi);
    let signature = document.blocks.iter().find_map(|block| match block {
        Block::Signature(signature) => Some(signature),
        _ => None,
    });
    let signature = signature.unwrap();
    assert_eq!(
        (signature.authority.as_str(), signature.post.as_str()),
        ("T/M BAN DÂN VẬN", "TRƯỞNG BAN")
    );
    assert_eq!(signature.name, None);
    assert_eq!(
        signature.recipients,
        [
            "Ban Dân vận Tỉnh ủy (báo cáo)",
            "Thường trực Thành ủy (báo cáo)",
            "Các đơn vị trong hệ thống chính trị thành phố",
            "Lưu văn thư",
        ]
    );
}
