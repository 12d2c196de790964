//! A short review in Vietnamese with one block of every kind.

use kheo_paper::{
    Align, Beside, Block, Chart, ChartKind, Column, Document, Figure, Heads, Origin, PlanBar,
    PlanBars, Row, Segment, Signature, Source, Span, StackedBar, StackedBars, StackedPart, Table,
    Tone,
};

/// Two sources: an address with what XML and links must quote, and words.
pub(crate) const SOURCES: [&str; 2] = [
    "https://city.example/tin-tuc/hoi-nghi-so-ket-cong-tac-dan-van-6-thang-dau-nam?nam=2016&ky=1",
    "Nghị quyết số 25-NQ/TW",
];

/// Letters that fonts most often lack.
pub(crate) const HARD_LETTERS: [&str; 8] = ["ặ", "ễ", "ỗ", "ự", "ỹ", "đ", "Đ", "Ư"];

pub(crate) fn review() -> Document {
    Document {
        lang: "vi".to_owned(),
        title: "BÁO CÁO".to_owned(),
        subtitle: "sơ kết công tác dân vận 6 tháng đầu năm 2016".to_owned(),
        heads: Heads {
            left: vec!["THÀNH ỦY BẮC KẠN".to_owned()],
            left_strong: "BAN DÂN VẬN".to_owned(),
            right_strong: "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
            number: Some("Số 45-BC/BDV".to_owned()),
            place_date: "Bắc Kạn, ngày 05 tháng 7 năm 2016".to_owned(),
        },
        notice: Some("Bản minh họa: số liệu có dấu (m) không phải số liệu thật".to_owned()),
        blocks: blocks(),
        date: jiff::civil::date(2016, 7, 5),
    }
}

fn blocks() -> Vec<Block> {
    vec![
        heading(1, "I. KẾT QUẢ CÔNG TÁC DÂN VẬN 6 THÁNG ĐẦU NĂM", "ket-qua"),
        heading(2, "1. Chính quyền", "chinh-quyen"),
        Block::Paragraph(vec![
            text("Toàn thành phố gieo cấy "),
            figure("rice", "345,45 ha", Origin::Reported, None),
            text(" lúa xuân, đạt "),
            figure("rice-share", "115%", Origin::Computed, None),
            text(" kế hoạch; tiếp nhận "),
            figure("cases", "596", Origin::Demonstration, Some("(m)")),
            text(" đơn, trong đó giải quyết đúng hạn "),
            figure("in-time", "481", Origin::Demonstration, Some("(m)")),
            text(
                " đơn. Việc giữ gìn nếp sống văn hóa được nhân dân hưởng ứng, tự nguyện đóng góp, ",
            ),
            Span::Strong("không để phát sinh điểm nóng".to_owned()),
            text(
                "; kỹ năng vận động quần chúng của cán bộ cơ sở được nâng lên rõ rệt, dễ hiểu, dễ làm. ",
            ),
            Span::Quiet("(Nguồn: báo cáo kinh tế - xã hội 6 tháng.)".to_owned()),
        ]),
        Block::Chart(plans()),
        heading(2, "2. Tiếp nhận và giải quyết đơn", "don"),
        Block::Chart(cases()),
        Block::Table(units()),
        heading(1, "II. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "nhiem-vu"),
        Block::List(vec![
            vec![text(
                "Giải quyết dứt điểm các vụ việc tồn đọng, hạn chế đơn thư vượt cấp, kéo dài; báo cáo Thường trực Thành ủy trước ngày 30/9/2016.",
            )],
            vec![
                text("Tổ chức thành công Hội thi "),
                Span::Strong("“Dân vận khéo”".to_owned()),
                text(" cấp thành phố."),
            ],
        ]),
        heading(3, "a) Phân công", "phan-cong"),
        Block::Paragraph(vec![text(
            "Khối Dân vận các phường, xã chủ trì; mỗi tháng gặp gỡ, đối thoại với nhân dân ít nhất một lần.",
        )]),
        heading(2, "1. Nguồn số liệu", "nguon"),
        Block::Sources(SOURCES.map(Source::from).to_vec()),
        Block::Signature(Signature {
            authority: "T/M BAN DÂN VẬN".to_owned(),
            post: "TRƯỞNG BAN".to_owned(),
            note: "(đã ký)".to_owned(),
            name: None,
            recipients_title: "Nơi nhận:".to_owned(),
            recipients: vec![
                "Ban Dân vận Tỉnh ủy (báo cáo)".to_owned(),
                "Thường trực Thành ủy (báo cáo)".to_owned(),
                "Lưu VT".to_owned(),
            ],
        }),
    ]
}

pub(crate) fn text(content: &str) -> Span {
    Span::Text(content.to_owned())
}

fn heading(level: u8, text: &str, id: &str) -> Block {
    Block::Heading { level, text: text.to_owned(), id: id.to_owned() }
}

pub(crate) fn figure(id: &str, text: &str, origin: Origin, mark: Option<&str>) -> Span {
    Span::Figure(bare(id, text, origin, mark))
}

pub(crate) fn bare(id: &str, text: &str, origin: Origin, mark: Option<&str>) -> Figure {
    Figure {
        id: id.to_owned(),
        text: text.to_owned(),
        period: "2016-H1".to_owned(),
        href: Some(format!("/figures/{id}")),
        origin,
        mark: mark.map(str::to_owned),
    }
}

pub(crate) fn plans() -> Chart {
    let bar = |label: &str, done, plan, texts: [&str; 3]| {
        let [done_figure, plan_figure, share_figure] =
            texts.map(|text| bare("plan", text, Origin::Reported, None));
        PlanBar { label: label.to_owned(), done, plan, done_figure, plan_figure, share_figure }
    };
    Chart {
        title: "Biểu đồ 1. Thực hiện so với kế hoạch".to_owned(),
        alt: "Lúa xuân và ngô vượt kế hoạch, giải ngân giải phóng mặt bằng đạt 39,9%.".to_owned(),
        table_label: "Số liệu của biểu đồ".to_owned(),
        note: None,
        kind: ChartKind::PlanBars(PlanBars {
            label_title: "Chỉ tiêu".to_owned(),
            done_title: "Thực hiện".to_owned(),
            plan_title: "Kế hoạch".to_owned(),
            share_title: "Tỷ lệ".to_owned(),
            plan_mark: "vạch đứng: kế hoạch (100%)".to_owned(),
            bars: vec![
                bar("Lúa xuân", 34_545, 30_000, ["345,45 ha", "300 ha", "115%"]),
                bar("Ngô", 10_742, 10_000, ["107,42 ha", "100 ha", "107%"]),
                bar("Rừng trồng mới", 19_272, 28_000, ["192,72 ha", "280 ha", "69%"]),
                bar(
                    "Giải ngân 17 công trình giải phóng mặt bằng, tái định cư trên địa bàn thành phố",
                    72_879,
                    182_600,
                    ["72,879 tỷ đồng", "182,6 tỷ đồng", "39,9%"],
                ),
            ],
        }),
    }
}

/// A table of forty units, longer than a page.
pub(crate) fn long_units() -> Table {
    let mut table = units();
    let row = table.rows[0].clone();
    table.rows.splice(0..0, std::iter::repeat_n(row, 40));
    table
}

/// A chart of sixteen bars, longer than a page.
pub(crate) fn long_plans() -> Chart {
    let mut chart = plans();
    if let ChartKind::PlanBars(content) = &mut chart.kind {
        content.bars = vec![content.bars.clone(); 4].concat();
    }
    chart
}

pub(crate) fn cases() -> Chart {
    let part = |label: &str, tone| StackedPart { label: label.to_owned(), tone };
    let made_up = |n: i64| bare("cases", &n.to_string(), Origin::Demonstration, Some("(m)"));
    let bar = |label: &str, values: [i64; 4]| {
        let total = values.iter().sum::<i64>();
        StackedBar {
            label: label.to_owned(),
            segments: values.map(|value| Segment { value, figure: made_up(value) }).to_vec(),
            beside: [("nhận ", total), ("chuyển đi ", 0)]
                .map(|(before, value)| Beside {
                    value,
                    before: before.to_owned(),
                    figure: made_up(value),
                    after: " đơn".to_owned(),
                })
                .to_vec(),
        }
    };
    Chart {
        title: "Biểu đồ 2. Đơn tiếp nhận và kết quả theo đơn vị".to_owned(),
        alt: "Sông Cầu nhận nhiều đơn nhất, Dương Quang có nhiều đơn quá hạn nhất.".to_owned(),
        table_label: "Số liệu của biểu đồ".to_owned(),
        note: Some("(m): số liệu minh họa.".to_owned()),
        kind: ChartKind::StackedBars(StackedBars {
            label_title: "Đơn vị".to_owned(),
            beside_titles: vec!["Tiếp nhận".to_owned(), "Chuyển đi".to_owned()],
            parts: vec![
                part("Đúng hạn", Tone::InTime),
                part("Trễ hạn", Tone::Late),
                part("Đang giải quyết", Tone::Pending),
                part("Quá hạn chưa xong", Tone::Overdue),
            ],
            bars: vec![
                bar("Phường Sông Cầu", [81, 6, 5, 4]),
                bar("Phường Đức Xuân", [79, 5, 2, 2]),
                bar("Xã Dương Quang", [40, 12, 10, 9]),
            ],
        }),
    }
}

fn units() -> Table {
    let column = |title: &str, align| Column { title: title.to_owned(), align };
    let row = |unit: &str, values: [&str; 4], strong| Row {
        cells: std::iter::once(vec![text(unit)])
            .chain(
                values.map(|value| vec![figure("unit", value, Origin::Demonstration, Some("(m)"))]),
            )
            .collect(),
        strong,
    };
    Table {
        caption: "Bảng 1. Đơn tiếp nhận và kết quả, theo đơn vị".to_owned(),
        columns: vec![
            column("Đơn vị", Align::Start),
            column("Tiếp nhận", Align::End),
            column("Giải quyết đúng hạn", Align::End),
            column("Vượt cấp", Align::End),
            column("Kéo dài", Align::End),
        ],
        rows: vec![
            row("Phường Sông Cầu", ["96", "81", "3", "4"], false),
            row("Phường Nguyễn Thị Minh Khai", ["88", "79", "1", "2"], false),
            row("Xã Dương Quang", ["71", "40", "6", "9"], false),
            row("Toàn thành phố", ["255", "200", "10", "15"], true),
        ],
        note: Some("(m): số liệu minh họa.".to_owned()),
    }
}

/// Text that means something in HTML, XML and Typst.
pub(crate) const HOSTILE: &str =
    r#"<script>alert(1)</script> & "q" 'a' #panic("x") $x$ @ref *b* _i_ \ ] [ `c` ]]> = //"#;

/// The sample with hostile text in every place a text can stand.
pub(crate) fn hostile() -> Document {
    let text = HOSTILE.to_owned();
    let mut document = review();
    document.title.clone_from(&text);
    document.subtitle.clone_from(&text);
    document.notice = Some(text.clone());
    document.heads.left.push(text.clone());
    document.heads.place_date.clone_from(&text);
    let (mut plans, mut units) = (plans(), units());
    plans.title.clone_from(&text);
    plans.alt.clone_from(&text);
    if let ChartKind::PlanBars(chart) = &mut plans.kind {
        chart.bars[0].label.clone_from(&text);
    }
    units.caption.clone_from(&text);
    units.rows[0].cells[0] = vec![Span::Strong(text.clone())];
    let mut link = Figure {
        id: text.clone(),
        text: text.clone(),
        period: text.clone(),
        href: Some("javascript:alert(1)".to_owned()),
        origin: Origin::Entered,
        mark: Some(text.clone()),
    };
    let script = Span::Figure(link.clone());
    link.href = Some(format!("/x?{text}"));
    document.blocks = vec![
        Block::Heading { level: 1, text: text.clone(), id: text.clone() },
        Block::Paragraph(vec![Span::Text(text.clone()), script, Span::Figure(link)]),
        Block::List(vec![vec![Span::Quiet(text.clone())]]),
        Block::Sources(vec![Source {
            href: Some(format!("https://x.example/{text}")),
            text: text.clone(),
        }]),
        Block::Chart(plans),
        Block::Table(units),
    ];
    document
}
