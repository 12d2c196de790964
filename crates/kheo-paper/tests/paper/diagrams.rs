use kheo_core::case::Phase;
use kheo_paper::state_diagram::{ClockMark, ClockNote, Key, Move, State, StateDiagram};
use kheo_paper::svg::CHART_CSS;
use kheo_paper::svg::state_diagram::{file, render};

const LONG: &str = "Người gửi xác nhận đã giải quyết xong toàn bộ nội dung kiến nghị trước đây";

fn diagram(steps: &[(&str, Phase)], moves: &[(&str, &[usize], Option<usize>)]) -> StateDiagram {
    let state =
        |(label, phase): &(&str, Phase)| State { label: (*label).to_owned(), phase: *phase };
    let one = |(label, from, to): &(&str, &[usize], Option<usize>)| Move {
        label: (*label).to_owned(),
        from: from.to_vec(),
        to: *to,
        clocks: vec![ClockMark::Stops(0)],
    };
    StateDiagram {
        title: "Quy trình <thử>".to_owned(),
        alt: "Ở bước “Nhận”: Làm & trả.".to_owned(),
        start: ("Tiếp nhận".to_owned(), vec![ClockMark::Starts(0)]),
        first: 0,
        steps: steps.iter().map(state).collect(),
        moves: moves.iter().map(one).collect(),
        clocks: vec![ClockNote {
            label: "Thời hạn trả lời".to_owned(),
            lines: vec!["Không quá 20 ngày làm việc.".to_owned()],
        }],
        key: Key {
            phases: [
                (Phase::Open, "còn phải làm".to_owned()),
                (Phase::Waiting, "đang chờ".to_owned()),
                (Phase::Closed, "đã xong".to_owned()),
            ],
            stays: "vẫn ở đó".to_owned(),
            starts: "bắt đầu".to_owned(),
            stops: "dừng".to_owned(),
        },
    }
}

fn ordinary() -> StateDiagram {
    diagram(
        &[("Nhận", Phase::Open), ("Chờ bổ sung", Phase::Waiting), ("Xong", Phase::Closed)],
        &[
            ("Hỏi thêm", &[0], Some(1)),
            ("Bổ sung", &[1], Some(0)),
            ("Trả lời", &[0], Some(2)),
            ("Ghi chú", &[0, 1], None),
        ],
    )
}

/// Every step leads to every step, by two actions with long names.
fn dense(count: usize) -> StateDiagram {
    let steps: Vec<(&str, Phase)> =
        (0..count).map(|n| (if n % 2 == 0 { LONG } else { "Bước" }, Phase::Open)).collect();
    let all: Vec<usize> = (0..count).collect();
    let moves: Vec<(&str, &[usize], Option<usize>)> = (0..count)
        .flat_map(|to| [(LONG, all.as_slice(), Some(to)), ("Làm", all.as_slice(), Some(to))])
        .collect();
    diagram(&steps, &moves)
}

fn number(tag: &str, name: &str) -> f64 {
    let (_, rest) =
        tag.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{name}: {tag}"));
    rest.split('"').next().unwrap().parse().unwrap()
}

/// Each text of a picture with its left, right, top and bottom; letters are taken to be narrow.
fn texts(svg: &str) -> Vec<(String, [f64; 4])> {
    let texts = svg.split("<text ").skip(1).map(|rest| {
        let (tag, rest) = rest.split_once('>').unwrap();
        let tag = format!(" {tag}");
        let text = rest.split("</text>").next().unwrap();
        let width = 6.0 * f64::from(u32::try_from(text.chars().count()).unwrap());
        let (x, y) = (number(&tag, "x"), number(&tag, "y"));
        let left = if tag.contains("middle") { x - width / 2.0 } else { x };
        (text.to_owned(), [left, left + width, y - 10.0, y + 3.0])
    });
    texts.collect()
}

#[test]
fn no_words_stand_on_other_words_or_beyond_the_edge() {
    for diagram in [ordinary(), dense(2), dense(5), dense(9), diagram(&[("Một", Phase::Open)], &[])]
    {
        let svg = render(&diagram).into_string();
        let texts = texts(&svg);
        assert!(texts.len() > 3);
        let view = svg.split("viewBox=\"").nth(1).unwrap().split('"').next().unwrap();
        let view: Vec<f64> = view.split(' ').map(|part| part.parse().unwrap()).collect();
        for (place, (one, [left, right, top, bottom])) in texts.iter().enumerate() {
            assert!(*left >= view[0] && *right <= view[0] + view[2], "{one} leaves the picture");
            assert!(*top >= view[1] && *bottom <= view[1] + view[3], "{one} leaves the picture");
            for (other, [left2, right2, top2, bottom2]) in &texts[..place] {
                let apart = right <= left2 || right2 <= left || bottom <= top2 || bottom2 <= top;
                assert!(apart, "“{one}” stands on “{other}”");
            }
        }
    }
}

#[test]
fn the_picture_stays_as_narrow_as_a_phone_however_much_it_shows() {
    for diagram in [ordinary(), dense(9)] {
        let svg = render(&diagram).into_string();
        assert!(number(&format!(" {svg}"), "width") < 360.0);
    }
}

#[test]
fn every_step_and_every_way_out_of_it_is_drawn() {
    let svg = render(&ordinary()).into_string();
    for (text, times) in [
        ("Nhận", 1),
        ("Chờ bổ sung", 1),
        ("Xong", 1),
        ("Hỏi thêm", 1),
        ("Bổ sung", 1),
        ("Trả lời", 1),
        ("Ghi chú", 2),
        ("Tiếp nhận", 1),
        ("Thời hạn trả lời", 1),
        ("đang chờ", 1),
    ] {
        assert_eq!(svg.matches(&format!(">{text}</text>")).count(), times, "{text}");
    }
    assert_eq!(svg.matches("stroke-dasharray").count(), 2, "a waiting step has a broken edge");
    let open = diagram(&[("Nhận", Phase::Open)], &[]);
    let svg = render(&open).into_string();
    assert!(
        !svg.contains("đang chờ") && !svg.contains("vẫn ở đó"),
        "only what is shown is explained"
    );
}

#[test]
fn the_first_step_stands_on_top_wherever_it_is_named() {
    let mut turned = ordinary();
    turned.first = 2;
    let svg = render(&turned).into_string();
    let top = |text: &str| {
        let found = texts(&svg).into_iter().find(|(other, _)| other == text);
        found.unwrap().1[2]
    };
    assert!(top("Xong") < top("Nhận") && top("Nhận") < top("Chờ bổ sung"));
}

#[test]
fn the_picture_is_told_in_words_and_text_is_never_markup() {
    let svg = render(&ordinary()).into_string();
    assert!(svg.contains("<title>Quy trình &lt;thử&gt;</title>"), "{svg}");
    assert!(svg.contains("<desc>Ở bước “Nhận”: Làm &amp; trả.</desc>"), "{svg}");
    for forbidden in ["style", "script", "<thử>"] {
        assert!(!svg.contains(forbidden), "{forbidden} in {svg}");
    }
}

#[test]
fn a_file_brings_its_colours_for_light_and_dark_and_a_page_has_them() {
    let file = file(&ordinary());
    assert!(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "), "{file}");
    assert!(file.contains("prefers-color-scheme: dark") && file.contains("@media print"));
    let svg = render(&ordinary()).into_string();
    let classes = svg.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
    for class in classes.flat_map(|classes| classes.split(' ')) {
        assert!(CHART_CSS.contains(&format!(".{class} ")), "{class} has no colour");
    }
}

#[test]
fn the_same_diagram_gives_the_same_picture() {
    assert_eq!(file(&dense(5)), file(&dense(5)));
}
