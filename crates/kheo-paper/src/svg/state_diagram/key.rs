//! What the signs mean, and which limits run.

use kheo_core::case::Phase;
use maud::{Markup, html};

use super::drawn::{again, clock_mark, edge};
use super::measured::MARK;
use super::{WIDTH, bold, bold_lines};
use crate::state_diagram::{ClockMark, StateDiagram};
use crate::svg::Part;
use crate::svg::ink::{Anchor, Area, Ink, LINE, Pen};

/// Room for a sign, before its meaning.
const SIGN: i64 = 340;

/// Draws the key from `top` on; only what the diagram shows is explained.
pub(super) fn draw(pen: &Pen, diagram: &StateDiagram, top: i64) -> Part {
    let signs = signs(pen, diagram);
    let mut y = top + 60;
    let mut drawn: Vec<Markup> = Vec::new();
    for (sign, meaning) in &signs {
        drawn.push(sign(y + LINE / 2));
        for line in pen.wrapped(meaning, WIDTH - SIGN) {
            drawn.push(pen.text((SIGN, y + LINE - 40), Anchor::Start, Ink::Quiet, &line));
            y += LINE;
        }
        y += 50;
    }
    for (clock, number) in diagram.clocks.iter().zip(0..) {
        y += 60;
        drawn.push(clock_mark(pen, (0, y + LINE / 2), ClockMark::Starts(number)));
        let room = WIDTH - MARK;
        for line in bold_lines(pen, &clock.label, room) {
            drawn.push(bold(pen, (MARK, y + LINE - 40), &line));
            y += LINE;
        }
        for line in clock.lines.iter().flat_map(|line| pen.wrapped(line, room)) {
            drawn.push(pen.text((MARK, y + LINE - 40), Anchor::Start, Ink::Quiet, &line));
            y += LINE;
        }
    }
    Part { markup: html! { @for part in &drawn { (part) } }, height: y }
}

type Sign<'a> = (Box<dyn Fn(i64) -> Markup + 'a>, &'a str);

fn signs<'a>(pen: &'a Pen, diagram: &'a StateDiagram) -> Vec<Sign<'a>> {
    let mut signs: Vec<Sign<'a>> = Vec::new();
    for (phase, meaning) in &diagram.key.phases {
        if diagram.steps.iter().any(|step| step.phase == *phase) {
            signs.push((Box::new(move |y| small_box(pen, y, *phase)), meaning));
        }
    }
    let stays = diagram.moves.iter().any(|one| match one.to {
        None => !one.from.is_empty(),
        Some(to) => one.from.contains(&to),
    });
    if stays {
        signs.push((Box::new(move |y| again(pen, (60, y))), &diagram.key.stays));
    }
    let marks = || diagram.start.1.iter().chain(diagram.moves.iter().flat_map(|one| &one.clocks));
    let meanings = [(true, &diagram.key.starts), (false, &diagram.key.stops)];
    for (starts, meaning) in meanings {
        let found = marks().copied().find(|mark| matches!(mark, ClockMark::Starts(_)) == starts);
        if let Some(mark) = found {
            signs.push((Box::new(move |y| clock_mark(pen, (60, y), mark)), meaning));
        }
    }
    signs
}

fn small_box(pen: &Pen, y: i64, phase: Phase) -> Markup {
    edge(pen, Area { x: 10, y: y - 70, width: 240, height: 150 }, phase)
}
