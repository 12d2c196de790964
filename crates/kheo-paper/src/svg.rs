//! Charts as SVG: the same drawing for screens and for print.
//!
//! Lengths are whole tenths of an SVG unit, so that the same chart always gives the same text.

pub mod calibration;
mod ink;
mod plan_bars;
mod stacked_bars;
pub mod state_diagram;

use std::ops::Range;

use maud::{Markup, html};

use crate::document::chart::{Chart, ChartKind};
use ink::{Anchor, Ink, Pen};

/// Style sheet of the charts on screens; it reads `--ink`, `--brand`, `--late`, `--soon`,
/// `--line` and `--card`, so that light and dark pages need no second drawing.
pub const CHART_CSS: &str = include_str!("../templates/chart.css");

/// Which colours a chart is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// Classes that [`CHART_CSS`] colours.
    Screen,
    /// The same, and attributes that stand in where the style sheet is not read.
    File,
    /// Fixed colours on white.
    Print,
}

/// A chart as a self-contained `<svg>` element without scripts or styles.
#[must_use]
pub fn render(chart: &Chart, palette: Palette) -> Markup {
    draw(chart, palette, 0..chart.kind.bars()).markup
}

/// A drawn chart and its size in tenths of a unit.
pub(crate) struct Drawing {
    pub(crate) markup: Markup,
    pub(crate) width: i64,
    pub(crate) height: i64,
}

/// A part of a chart that is printed in one piece.
pub(crate) struct Piece {
    /// The title of the chart, with the number of the part where there are several.
    pub(crate) title: String,
    pub(crate) drawing: Drawing,
}

/// The chart for print, in pieces that fit a page well; each has all keys of the chart.
pub(crate) fn pieces(chart: &Chart) -> Vec<Piece> {
    let bars = chart.kind.bars();
    let count = bars.div_ceil(BARS_IN_PIECE).max(1);
    let size = bars.div_ceil(count);
    let piece = |number: usize| {
        let range = (number * size).min(bars)..((number + 1) * size).min(bars);
        let title = match count {
            1 => chart.title.clone(),
            _ => format!("{} ({}/{count})", chart.title, number + 1),
        };
        Piece { title, drawing: draw(chart, Palette::Print, range) }
    };
    (0..count).map(piece).collect()
}

/// Draws some bars of a chart, to the scale of all of them.
fn draw(chart: &Chart, palette: Palette, bars: Range<usize>) -> Drawing {
    let pen = Pen::new(palette);
    let Part { markup: body, height } = match &chart.kind {
        ChartKind::PlanBars(content) => plan_bars::draw(&pen, content, bars),
        ChartKind::StackedBars(content) => stacked_bars::draw(&pen, content, bars),
    };
    let note = pen.wrapped(chart.note.as_deref().unwrap_or_default(), pen.width());
    let lines = i64::try_from(note.len()).unwrap_or_default();
    let line = |n: i64| height + n * ink::LINE - 20;
    let (width, height) = (pen.width() + EDGE, (height + lines * ink::LINE).max(10));
    let view = format!("0 0 {} {}", ink::tenths(width), ink::tenths(height));
    let class = (palette != Palette::Print).then_some("chart-picture");
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" class=[class] viewBox=(view)
            width=(ink::tenths(width)) height=(ink::tenths(height))
            font-family=(pen.font_family()) font-size=(ink::tenths(ink::FONT)) {
            title { (crate::xml::printable(&chart.title)) }
            desc { (crate::xml::printable(&chart.alt)) }
            (body)
            @for (text, n) in note.iter().zip(1..) {
                (pen.text((0, line(n)), Anchor::Start, Ink::Quiet, text))
            }
        }
    };
    Drawing { markup, width, height }
}

/// Most bars that are drawn in one piece for print.
const BARS_IN_PIECE: usize = 8;

/// Room at the right, so that letters that reach the end of their line are not cut.
const EDGE: i64 = 20;

/// Something drawn from the top down, and how far it reaches.
struct Part {
    markup: Markup,
    height: i64,
}
