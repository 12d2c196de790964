use kheo_paper::ChartKind;
use kheo_paper::svg::{CHART_CSS, Palette, render};

use crate::sample::{cases, plans};

/// The values of an attribute, in order.
fn values<'a>(svg: &'a str, element: &str, attribute: &str) -> Vec<&'a str> {
    let start = format!("<{element} ");
    let name = format!(" {attribute}=\"");
    svg.split(start.as_str())
        .skip(1)
        .filter_map(|rest| {
            let tag = rest.split('>').next()?;
            tag.split(name.as_str()).nth(1)?.split('"').next()
        })
        .collect()
}

#[test]
fn a_chart_names_itself_and_carries_no_style() {
    for chart in [plans(), cases()] {
        let svg = render(&chart, Palette::Screen).into_string();
        assert!(svg.contains(r#"role="img""#));
        assert!(svg.contains(&format!("<title>{}</title><desc>{}</desc>", chart.title, chart.alt)));
        assert!(!svg.contains("style"), "{svg}");
    }
}

#[test]
fn bars_start_at_zero_and_are_as_long_as_their_share() {
    let svg = render(&plans(), Palette::Print).into_string();
    assert_eq!(values(&svg, "rect", "fill"), ["#0b5d4b"; 4]);
    assert!(svg.matches("<rect x=\"0\"").count() == 4, "{svg}");
    let lengths = values(&svg, "rect", "width");
    assert_eq!(lengths, ["498.3", "465", "297.8", "172.7"], "115, 107, 69 and 40% of one plan");
}

#[test]
fn a_measure_without_a_plan_has_its_text_but_no_bar() {
    let mut chart = plans();
    if let ChartKind::PlanBars(bars) = &mut chart.kind {
        bars.bars.truncate(1);
        bars.bars[0].plan = 0;
    }
    let svg = render(&chart, Palette::Print).into_string();
    assert!(svg.contains("Lúa xuân") && !svg.contains("<rect"), "{svg}");
}

#[test]
fn a_share_beyond_the_drawing_is_drawn_broken() {
    let mut chart = plans();
    let whole = render(&chart, Palette::Print).into_string().matches("#ffffff").count();
    if let ChartKind::PlanBars(bars) = &mut chart.kind {
        bars.bars[0].done = i64::MAX;
    }
    let broken = render(&chart, Palette::Print).into_string().matches("#ffffff").count();
    assert_eq!(broken, whole + 1);
}

#[test]
fn segments_differ_by_pattern_and_show_their_numbers() {
    let svg = render(&cases(), Palette::Print).into_string();
    for number in [">81<tspan", ">79<tspan", ">40<tspan", ">12<tspan"] {
        assert!(svg.contains(number), "{number} is missing");
    }
    let outlines = svg.matches(r##"fill="none" stroke="#55605c""##).count();
    assert_eq!(outlines, 1 + 3, "one in the key and one for each unit");
    assert!(svg.matches(r##"stroke="#ffffff""##).count() >= 2 * (1 + 3), "hatched parts");
}

#[test]
fn every_made_up_number_is_drawn_with_its_mark_which_is_explained() {
    for palette in [Palette::Screen, Palette::Print] {
        let svg = render(&cases(), palette).into_string();
        let texts = svg.matches(">nhận ").count() + svg.matches("text-anchor=\"middle\"").count();
        assert_eq!(svg.matches(">(m)</tspan>").count(), texts);
        assert_eq!(svg.matches("<tspan dy=\"4.5\"> đơn</tspan>").count(), 3, "back on the line");
        assert_eq!(svg.matches(">(m): số liệu minh họa.<").count(), 1);
        assert!(!render(&plans(), palette).into_string().contains("(m)"));
    }
}

#[test]
fn screens_colour_every_class_the_chart_uses() {
    for chart in [plans(), cases()] {
        let svg = render(&chart, Palette::Screen).into_string();
        for element in ["rect", "path", "text"] {
            for class in values(&svg, element, "class") {
                assert!(CHART_CSS.contains(&format!(".{class} ")), "{class} has no colour");
            }
        }
    }
}
