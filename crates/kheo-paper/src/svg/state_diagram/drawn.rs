//! The column of steps, the arrows between them and the lanes at their side.

use kheo_core::case::Phase;
use maud::{Markup, html};

use super::bold;
use super::measured::{self, BOX, Label, MARK, Measured, PAD, Row, SPINE};
use super::plan::Plan;
use crate::state_diagram::{ClockMark, StateDiagram};
use crate::svg::ink::{Anchor, Area, Ink, LINE, Pen, tenths};

/// How round the corners of lanes are.
const CORNER: i64 = 50;

/// From the top of a line of text to the foot of its letters.
const FOOT: i64 = LINE - 40;

pub(super) fn draw(pen: &Pen, diagram: &StateDiagram, plan: &Plan, measured: &Measured) -> Markup {
    let first = measured.rows.first().map_or(0, |row| row.top);
    html! {
        (dot(pen, SPINE, 70))
        (arrow_down(pen, 70, first))
        (label(pen, SPINE + 100, &measured.start, Ink::Quiet))
        @for (place, row) in measured.rows.iter().enumerate() {
            @for exit in &row.exits { (exit_line(pen, plan, measured, exit)) }
            (step(pen, row, diagram.steps[plan.order[place]].phase))
            @for exit in &row.exits { (label(pen, BOX + 60, &exit.label, Ink::Text)) }
            @if let (false, Some(next)) = (row.down.is_empty(), measured.rows.get(place + 1)) {
                (arrow_down(pen, row.top + row.height, next.top))
                @for one in &row.down { (label(pen, SPINE + 100, one, Ink::Text)) }
            }
        }
    }
}

/// The box of a step; what its phase is shows in its edge.
fn step(pen: &Pen, row: &Row, phase: Phase) -> Markup {
    let area = Area { x: 10, y: row.top, width: BOX - 10, height: row.height };
    html! {
        (edge(pen, area, phase))
        @for (line, at) in row.name.iter().zip(0..) {
            (bold(pen, (10 + PAD, row.top + PAD + at * LINE + FOOT - 10), line))
        }
        @for one in &row.stays {
            (again(pen, (10 + PAD, one.top + FOOT - 45)))
            (label(pen, 10 + PAD + MARK, one, Ink::Quiet))
        }
    }
}

/// Open: a plain edge. Waiting: a broken one. Closed: a double one.
pub(super) fn edge(pen: &Pen, area: Area, phase: Phase) -> Markup {
    let inner =
        Area { x: area.x + 40, y: area.y + 40, width: area.width - 80, height: area.height - 80 };
    html! {
        @match phase {
            Phase::Open => (pen.framed(area, Ink::Brand, 20, None)),
            Phase::Waiting => (pen.framed(area, Ink::Soon, 20, Some("6 4"))),
            Phase::Closed => {
                (pen.framed(area, Ink::Text, 12, None))
                (pen.framed(inner, Ink::Text, 12, None))
            }
        }
    }
}

fn exit_line(pen: &Pen, plan: &Plan, measured: &Measured, exit: &measured::Exit) -> Markup {
    let lane = plan.lanes.get(&exit.to).copied().unwrap_or_default();
    let x = measured::lane(plan, lane);
    let end = measured.rows[exit.to].entry;
    let turn = if end < exit.y { -CORNER } else { CORNER };
    let [left, right, into, lane, near] = [BOX, x - CORNER, BOX + 100, x, x - CORNER].map(tenths);
    let [y, y1, end1, end] = [exit.y, exit.y + turn, end - turn, end].map(tenths);
    let path = format!(
        "M{left} {y}H{right}Q{lane} {y} {lane} {y1}V{end1}Q{lane} {end} {near} {end}H{into}"
    );
    html! {
        (pen.lines(&path, Ink::Quiet, 12))
        (pen.shape(&head_left(BOX + 15, measured.rows[exit.to].entry), Ink::Quiet))
    }
}

fn arrow_down(pen: &Pen, from: i64, to: i64) -> Markup {
    let path = format!("M{} {}V{}", tenths(SPINE), tenths(from), tenths(to - 100));
    let tip = to - 15;
    let [x, left, right, back, tip] = [SPINE, SPINE - 50, SPINE + 50, tip - 100, tip].map(tenths);
    html! {
        (pen.lines(&path, Ink::Text, 14))
        (pen.shape(&format!("M{x} {tip}L{left} {back}H{right}Z"), Ink::Text))
    }
}

fn head_left(x: i64, y: i64) -> String {
    let [x, back, y, above, below] = [x, x + 100, y, y - 50, y + 50].map(tenths);
    format!("M{x} {y}L{back} {above}V{below}Z")
}

fn dot(pen: &Pen, x: i64, y: i64) -> Markup {
    pen.shape(&circle(x, y, 55), Ink::Text)
}

/// A circle as a path.
fn circle(x: i64, y: i64, radius: i64) -> String {
    let [left, y, r, across] = [x - radius, y, radius, 2 * radius].map(tenths);
    format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z")
}

/// A loop: something is done, and nothing moves.
pub(super) fn again(pen: &Pen, (x, y): (i64, i64)) -> Markup {
    let [from_x, from_y, to_x, to_y] = [x + 100, y - 25, x + 105, y + 25].map(tenths);
    let arc = format!("M{from_x} {from_y}A4.5 4.5 0 1 0 {to_x} {to_y}");
    let [x1, y1, x2, y2] = [x + 60, y - 20, x + 120, y - 80].map(tenths);
    html! {
        (pen.lines(&arc, Ink::Quiet, 12))
        (pen.shape(&format!("M{x1} {y1}H{x2}V{y2}Z"), Ink::Quiet))
    }
}

/// A name with its marks before the first line.
fn label(pen: &Pen, x: i64, label: &Label, ink: Ink) -> Markup {
    let marked = MARK * i64::try_from(label.marks.len()).unwrap_or_default();
    html! {
        @for (mark, place) in label.marks.iter().zip(0..) {
            (clock_mark(pen, (x + place * MARK, label.top + FOOT - 45), *mark))
        }
        @for (line, at) in label.lines.iter().zip(0..) {
            (pen.text((x + marked, label.top + at * LINE + FOOT), Anchor::Start, ink, line))
        }
    }
}

/// The mark of a clock around its number: a full circle where it starts, a square where it stops.
pub(super) fn clock_mark(pen: &Pen, (x, y): (i64, i64), mark: ClockMark) -> Markup {
    let (ClockMark::Starts(clock) | ClockMark::Stops(clock)) = mark;
    let ink = match mark {
        ClockMark::Starts(_) => Ink::Ground,
        ClockMark::Stops(_) => Ink::Text,
    };
    let area = Area { x: x + 5, y: y - 65, width: 130, height: 130 };
    html! {
        @match mark {
            ClockMark::Starts(_) => (pen.shape(&circle(x + 70, y, 70), Ink::Brand)),
            ClockMark::Stops(_) => (pen.framed(area, Ink::Text, 12, None)),
        }
        g font-size="9" font-weight="600" {
            (pen.text((x + 70, y + 33), Anchor::Middle, ink, &(clock + 1).to_string()))
        }
    }
}
