//! How often something came that was said to come, by how likely it was said to be.

use maud::{Markup, html};

use super::ink::{Anchor, Area, Ink, LINE, Pen, length_of, tenths};
use super::plan_bars::{key, mark, upright};
use super::{EDGE, Palette};
use crate::xml::printable;

const BAR: i64 = 140;
const GAP: i64 = 100;

/// What was said and what came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calibration {
    /// The caption.
    pub title: String,
    /// One sentence for those who cannot see the picture.
    pub alt: String,
    /// What the mark over the bars means, such as "vertical mark: what was said".
    pub mark: String,
    /// From the least likely down.
    pub bars: Vec<CalibrationBar>,
}

/// Times at which about the same chance was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalibrationBar {
    /// What was said, as a range.
    pub label: String,
    /// What came, and how often it was said, as it is read.
    pub value: String,
    /// The mean of what was said.
    ///
    /// - Unit: percent.
    pub said: i64,
    /// How often it came.
    ///
    /// - Unit: percent.
    pub came: i64,
}

/// The picture as a self-contained `<svg>` element without scripts or styles: bars of what came, from
/// nothing to always, each with a mark at what was said.
#[must_use]
pub fn render(content: &Calibration) -> Markup {
    let pen = Pen::new(Palette::Screen);
    let step = LINE + 30 + BAR + GAP;
    let tops = (0..).step_by(usize::try_from(step).unwrap_or(1));
    let height = step * i64::try_from(content.bars.len()).unwrap_or_default();
    let [width, whole] = [pen.width() + EDGE, height + LINE + 30].map(tenths);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" class="chart-picture"
            viewBox=(format!("0 0 {width} {whole}")) width=(width) height=(whole)
            font-family=(pen.font_family()) font-size=(tenths(super::ink::FONT)) {
            title { (printable(&content.title)) }
            desc { (printable(&content.alt)) }
            @for (bar, top) in content.bars.iter().zip(tops) { (one(&pen, bar, top)) }
            (key(&pen, height, &content.mark))
        }
    }
}

fn one(pen: &Pen, bar: &CalibrationBar, top: i64) -> Markup {
    let bar_top = top + LINE + 30;
    let length = |percent| length_of(percent, 100, pen.width());
    let came = Area { x: 0, y: bar_top, width: length(bar.came), height: BAR };
    html! {
        (pen.text((0, top + LINE - 35), Anchor::Start, Ink::Text, &bar.label))
        (pen.text((pen.width(), top + LINE - 35), Anchor::End, Ink::Text, &bar.value))
        (pen.filled(came, Ink::Brand))
        (pen.lines(&upright(6, bar_top - 20, bar_top + BAR + 20), Ink::Line, 12))
        (mark(pen, length(bar.said).max(10), bar_top - 20, bar_top + BAR + 30))
    }
}

#[cfg(test)]
mod tests {
    use super::{Calibration, CalibrationBar, render};

    #[test]
    fn bars_are_as_long_as_what_came_and_marks_stand_at_what_was_said() {
        let bar = |said, came| CalibrationBar {
            label: "20–40%".into(),
            value: "<50%>".into(),
            said,
            came,
        };
        let svg = render(&Calibration {
            title: "Đã báo & đã xảy ra".into(),
            alt: "Một câu.".into(),
            mark: "vạch: đã báo".into(),
            bars: vec![bar(25, 50), bar(0, 100)],
        })
        .into_string();
        assert!(svg.contains("width=\"200\"") && svg.contains("width=\"400\""), "{svg}");
        assert!(svg.contains("M100 "), "a quarter of the width: {svg}");
        assert!(svg.contains("&lt;50%&gt;") && svg.contains("Đã báo &amp; đã xảy ra"));
        assert_eq!(svg.matches("<rect").count(), 2);
    }
}
