//! How the whole of each unit divides into parts.

use std::ops::Range;

use maud::{Markup, html};

use super::Part;
use super::ink::{Anchor, Area, Ink, LINE, Pen, Shown, length_of, tenths};
use crate::document::chart::{Segment, StackedBar, StackedBars, StackedPart, Tone};

const BAR: i64 = 160;
const GAP: i64 = 90;
const SWATCH: i64 = 120;
const HATCH: i64 = 55;

pub(super) fn draw(pen: &Pen, chart: &StackedBars, drawn: Range<usize>) -> Part {
    let Part { markup: key, height } = key(pen, &chart.parts);
    let longest = chart.bars.iter().map(total).max().unwrap_or_default();
    let mut top = height;
    let bars: Vec<Markup> = chart
        .bars
        .iter()
        .take(drawn.end)
        .skip(drawn.start)
        .map(|bar| {
            let part = one(pen, bar, &chart.parts, longest, top);
            top += part.height;
            part.markup
        })
        .collect();
    let markup = html! {
        (key)
        @for bar in &bars { (bar) }
    };
    Part { markup, height: top - GAP + 30 }
}

fn total(bar: &StackedBar) -> i64 {
    bar.segments.iter().fold(0, |sum, segment| sum.saturating_add(segment.value.max(0)))
}

fn one(pen: &Pen, bar: &StackedBar, parts: &[StackedPart], longest: i64, top: i64) -> Part {
    let beside = beside(bar);
    let room = pen.width() - pen.text_width(&bar.label) - 150;
    let lines = if pen.shown_width(&beside) <= room { 1 } else { 2 };
    let bar_top = top + lines * LINE;
    let mut reached = 0_i64;
    let segments: Vec<Markup> = bar
        .segments
        .iter()
        .zip(parts)
        .map(|(segment, part)| {
            let from = length_of(reached, longest, pen.width());
            reached = reached.saturating_add(segment.value.max(0));
            let width = length_of(reached, longest, pen.width()) - from;
            let area = Area { x: from, y: bar_top, width, height: BAR };
            html! {
                @if width > 0 { (drawn(pen, area, part.tone)) (number(pen, area, part.tone, segment)) }
            }
        })
        .collect();
    let zero = format!("M0.6 {}V{}", tenths(bar_top - 20), tenths(bar_top + BAR + 20));
    let markup = html! {
        (pen.text((0, top + LINE - 40), Anchor::Start, Ink::Text, &bar.label))
        (pen.shown((pen.width(), bar_top - 40), Anchor::End, Ink::Text, &beside))
        @for segment in &segments { (segment) }
        (pen.lines(&zero, Ink::Line, 12))
    };
    Part { markup, height: bar_top + BAR + GAP - top }
}

/// The words beside a bar, with a dot between them.
fn beside(bar: &StackedBar) -> Vec<Shown<'_>> {
    let mut shown = Vec::new();
    for beside in bar.beside.iter().filter(|beside| beside.value != 0) {
        if !shown.is_empty() {
            shown.push(Shown { text: " · ", mark: None });
        }
        let words = |text| Shown { text, mark: None };
        let figure = Shown::from(&beside.figure);
        shown.extend([words(&beside.before), figure, words(&beside.after)]);
    }
    shown
}

fn drawn(pen: &Pen, area: Area, tone: Tone) -> Markup {
    match tone {
        Tone::InTime => pen.filled(area, Ink::Brand),
        Tone::Pending => pen.outlined(area, Ink::Quiet),
        Tone::Late => hatched(pen, area, Ink::Soon, false),
        Tone::Overdue => hatched(pen, area, Ink::Late, true),
    }
}

fn hatched(pen: &Pen, area: Area, ink: Ink, downwards: bool) -> Markup {
    html! {
        (pen.filled(area, ink))
        (pen.lines(&slanted(area, downwards), Ink::Ground, 11))
    }
}

/// Slanted lines across an area, cut at its edges.
fn slanted(area: Area, downwards: bool) -> String {
    let (left, right) = (area.x, area.x + area.width);
    let first = left - area.height + HATCH / 2;
    let step = usize::try_from(HATCH).unwrap_or(1);
    let lines = (first..right).step_by(step).map(|start| {
        let (x1, x2) = (start.max(left), (start + area.height).min(right));
        let depth = |x: i64| {
            let along = x - start;
            area.y + if downwards { along } else { area.height - along }
        };
        let [x, y, across, down] = [x1, depth(x1), x2 - x1, depth(x2) - depth(x1)].map(tenths);
        let space = if downwards { " " } else { "" };
        format!("M{x} {y}l{across}{space}{down}")
    });
    lines.collect::<Vec<_>>().concat()
}

/// The number of a segment, where there is room for it.
fn number(pen: &Pen, area: Area, tone: Tone, segment: &Segment) -> Markup {
    let number = Shown::from(&segment.figure);
    let width = pen.shown_width(&[number]) + 10;
    let at = (area.x + area.width / 2, area.y + BAR - 45);
    let plate = Area { x: at.0 - width / 2, y: area.y + 20, width, height: BAR - 40 };
    let ink = if matches!(tone, Tone::InTime) { Ink::Ground } else { Ink::Text };
    html! {
        @if width <= area.width {
            @if matches!(tone, Tone::Late | Tone::Overdue) { (pen.filled(plate, Ink::Ground)) }
            (pen.shown(at, Anchor::Middle, ink, &[number]))
        }
    }
}

/// What each pattern means, in as many lines as it takes.
fn key(pen: &Pen, parts: &[StackedPart]) -> Part {
    let (mut x, mut top) = (0, 0);
    let entries: Vec<Markup> = parts
        .iter()
        .map(|part| {
            let width = SWATCH + 60 + pen.text_width(&part.label) + 160;
            if x > 0 && x + width - 160 > pen.width() {
                (x, top) = (0, top + LINE + 20);
            }
            let area = Area { x, y: top + 20, width: SWATCH, height: SWATCH };
            let label = (x + SWATCH + 60, top + LINE - 40);
            x += width;
            html! {
                (drawn(pen, area, part.tone))
                (pen.text(label, Anchor::Start, Ink::Text, &part.label))
            }
        })
        .collect();
    Part { markup: html! { @for entry in &entries { (entry) } }, height: top + LINE + 90 }
}
