//! What was done, as a share of its plan.

use std::ops::Range;

use maud::{Markup, html};

use super::Part;
use super::ink::{Anchor, Area, Ink, LINE, Pen, Shown, length_of, tenths};
use crate::document::chart::{PlanBar, PlanBars};

const BAR: i64 = 140;
const GAP: i64 = 100;

/// Shares are drawn in thousandths of the plan.
const PLAN: i64 = 1000;

/// Longest share that is drawn to scale; a longer bar is drawn broken.
const LONGEST: i64 = 2500;

pub(super) fn draw(pen: &Pen, chart: &PlanBars, drawn: Range<usize>) -> Part {
    let longest = chart.bars.iter().filter_map(share).max().unwrap_or(PLAN);
    let scale = longest.clamp(PLAN, LONGEST) + PLAN / 20;
    let mut top = 0;
    let bars: Vec<Markup> = chart
        .bars
        .iter()
        .take(drawn.end)
        .skip(drawn.start)
        .map(|bar| {
            let part = one(pen, bar, scale, top);
            top += part.height;
            part.markup
        })
        .collect();
    let markup = html! {
        @for bar in &bars { (bar) }
        (key(pen, top, &chart.plan_mark))
    };
    Part { markup, height: top + LINE + 20 }
}

/// Thousandths of the plan that were done.
fn share(bar: &PlanBar) -> Option<i64> {
    let plan = (bar.plan > 0).then_some(i128::from(bar.plan))?;
    let exact = i128::from(bar.done.max(0)) * i128::from(PLAN) / plan;
    Some(i64::try_from(exact).unwrap_or(i64::MAX))
}

fn one(pen: &Pen, bar: &PlanBar, scale: i64, top: i64) -> Part {
    let between = Shown { text: " · ", mark: None };
    let value = [Shown::from(&bar.done_figure), between, Shown::from(&bar.share_figure)];
    let room = pen.width() - pen.shown_width(&value) - 150;
    let lines = pen.wrapped(&bar.label, room.max(pen.width() / 3));
    let count = i64::try_from(lines.len()).unwrap_or(1).max(1);
    let bar_top = top + count * LINE + 30;
    let markup = html! {
        @for (line, at) in lines.iter().zip(1..) {
            (pen.text((0, top + at * LINE - 35), Anchor::Start, Ink::Text, line))
        }
        (pen.shown((pen.width(), top + LINE - 35), Anchor::End, Ink::Text, &value))
        @if let Some(share) = share(bar) { (drawn(pen, share, scale, bar_top)) }
    };
    Part { markup, height: bar_top + BAR + GAP - top }
}

fn drawn(pen: &Pen, share: i64, scale: i64, top: i64) -> Markup {
    let done = length_of(share, scale, pen.width());
    let plan = length_of(PLAN, scale, pen.width());
    let broken = share > LONGEST;
    html! {
        (pen.filled(Area { x: 0, y: top, width: done, height: BAR }, Ink::Brand))
        @if broken { (pen.lines(&torn(done, top), Ink::Ground, 30)) }
        (pen.lines(&upright(6, top - 20, top + BAR + 20), Ink::Line, 12))
        (mark(pen, plan, top - 20, top + BAR + 30))
    }
}

/// The plan: a thin mark with a light edge, so that it shows over the bar too.
pub(super) fn mark(pen: &Pen, x: i64, from: i64, to: i64) -> Markup {
    html! {
        (pen.lines(&upright(x, from, to), Ink::Ground, 50))
        (pen.lines(&upright(x, from, to), Ink::Text, 20))
    }
}

pub(super) fn upright(x: i64, from: i64, to: i64) -> String {
    format!("M{} {}V{}", tenths(x), tenths(from), tenths(to))
}

/// Two slanted cuts near the end of a bar that goes on beyond the drawing.
fn torn(end: i64, top: i64) -> String {
    let cut =
        |x: i64| format!("M{} {}L{} {}", tenths(x), tenths(top + BAR), tenths(x + 60), tenths(top));
    format!("{}{}", cut(end - 300), cut(end - 230))
}

pub(super) fn key(pen: &Pen, top: i64, meaning: &str) -> Markup {
    html! {
        (mark(pen, 10, top, top + LINE))
        (pen.text((90, top + LINE - 40), Anchor::Start, Ink::Quiet, meaning))
    }
}
