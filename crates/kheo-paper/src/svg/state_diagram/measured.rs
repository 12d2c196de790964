//! How high everything is, and where it stands.

use super::plan::Plan;
use super::{WIDTH, bold_lines, lines_high};
use crate::state_diagram::{ClockMark, StateDiagram};
use crate::svg::ink::{LINE, Pen};

/// Width of the boxes of steps.
pub(super) const BOX: i64 = 1_560;
/// Room between the edge of a box and its words.
pub(super) const PAD: i64 = 90;
/// How far in the arrows between boxes stand.
pub(super) const SPINE: i64 = 300;
/// Width of the mark of a clock or a loop, with the room after it.
pub(super) const MARK: i64 = 175;

const LANE: i64 = 100;

/// A name with the marks before it, whose first line begins at `top`.
pub(super) struct Label {
    pub(super) marks: Vec<ClockMark>,
    pub(super) lines: Vec<String>,
    pub(super) top: i64,
}

/// What leaves a step for another than the next.
pub(super) struct Exit {
    pub(super) label: Label,
    /// Where its row is.
    pub(super) y: i64,
    /// The row of the plan it leads to.
    pub(super) to: usize,
}

/// The box of a step and what joins it.
pub(super) struct Row {
    pub(super) top: i64,
    pub(super) height: i64,
    pub(super) name: Vec<String>,
    pub(super) stays: Vec<Label>,
    pub(super) exits: Vec<Exit>,
    /// Where its lane reaches it.
    pub(super) entry: i64,
    /// What leads to the next row.
    pub(super) down: Vec<Label>,
}

/// Everything in its place.
pub(super) struct Measured {
    /// What leads to the first row.
    pub(super) start: Label,
    pub(super) rows: Vec<Row>,
    pub(super) height: i64,
}

/// Where a lane stands.
pub(super) fn lane(plan: &Plan, number: usize) -> i64 {
    let outside = plan.lane_count().saturating_sub(number + 1);
    WIDTH - 20 - i64::try_from(outside).unwrap_or_default() * LANE
}

pub(super) fn measured(pen: &Pen, diagram: &StateDiagram, plan: &Plan) -> Measured {
    let innermost = lane(plan, 0);
    let (start, marks) = &diagram.start;
    let below = room_of(plan, SPINE);
    let start = Label { marks: marks.clone(), ..label(pen, (start, marks), below, 0) };
    let mut top = lines_high(&start.lines).max(LINE) + 170;
    let mut rows = Vec::new();
    for (place, step) in plan.order.iter().enumerate() {
        let mut row = boxed(pen, diagram, plan, (place, *step), top, innermost);
        top += row.height + 90;
        for number in &plan.down[place] {
            let one = &diagram.moves[*number];
            row.down.push(label(pen, (&one.label, &one.clocks), below, top));
            top += row.down.last().map_or(0, |label| lines_high(&label.lines)) + 30;
        }
        top += 110;
        rows.push(row);
    }
    let height = rows.last().map_or(top, |row| row.top + row.height);
    Measured { start, rows, height }
}

/// Room for words beside an arrow at `x`, up to the first lane.
fn room_of(plan: &Plan, x: i64) -> i64 {
    let end = if plan.lanes.is_empty() { WIDTH } else { lane(plan, 0) - 70 };
    end - x - 100
}

fn label(pen: &Pen, (text, marks): (&str, &[ClockMark]), room: i64, top: i64) -> Label {
    let marked = MARK * i64::try_from(marks.len()).unwrap_or_default();
    Label { marks: marks.to_vec(), lines: pen.balanced(text, room - marked), top }
}

fn boxed(
    pen: &Pen,
    diagram: &StateDiagram,
    plan: &Plan,
    (place, step): (usize, usize),
    top: i64,
    innermost: i64,
) -> Row {
    let name = bold_lines(pen, &diagram.steps[step].label, BOX - 2 * PAD);
    let mut words = top + PAD + lines_high(&name);
    let mut stays = Vec::new();
    for number in &plan.stays[place] {
        let one = &diagram.moves[*number];
        let room = BOX - 2 * PAD - MARK;
        let label = label(pen, (&one.label, &one.clocks), room, words + 30);
        words += lines_high(&label.lines) + 30;
        stays.push(label);
    }
    let entry = top + 110;
    let mut side = if plan.lanes.contains_key(&place) { top + 170 } else { top + 30 };
    let mut exits = Vec::new();
    for (number, to) in &plan.away[place] {
        let one = &diagram.moves[*number];
        let room = innermost - 70 - BOX - 60;
        let label = label(pen, (&one.label, &one.clocks), room, side);
        let y = side + lines_high(&label.lines) + 30;
        exits.push(Exit { label, y, to: *to });
        side = y + 60;
    }
    let height = (words + PAD).max(side + 30).max(top + 2 * PAD + LINE) - top;
    Row { top, height, name, stays, exits, entry, down: Vec::new() }
}
