//! State diagrams: one column of steps from the top down, so that a phone shows all of it.
//!
//! Each step is a layer of its own. What leads to the next step is an arrow between the two. Whatever
//! else leads somewhere leaves its step on a row of its own, with its name on the row, and reaches its
//! target by a lane at the right; lanes that overlap stand beside each other. So no name can stand on
//! another name or on a line.

mod drawn;
mod key;
mod measured;
mod plan;

use maud::{Markup, PreEscaped, html};

use super::ink::{self, Ink, Pen};
use super::{CHART_CSS, EDGE, Palette};
use crate::state_diagram::StateDiagram;
use crate::xml::printable;
use plan::Plan;

/// Colours in light, dark and print, as the custom properties that [`CHART_CSS`] reads.
const COLOURS_CSS: &str = include_str!("../../templates/colours.css");

/// Width of the picture: so narrow that its letters stay readable on a phone.
const WIDTH: i64 = 3_500;

/// Room around the picture in a file of its own.
const MARGIN: i64 = 120;

/// The diagram as an `<svg>` element without scripts or styles, for a page of the site.
#[must_use]
pub fn render(diagram: &StateDiagram) -> Markup {
    draw(Palette::Screen, diagram, 0, &html! {})
}

/// The diagram as an SVG file that needs nothing else and follows the reader's light or dark theme.
#[must_use]
pub fn file(diagram: &StateDiagram) -> String {
    let corner = ink::tenths(-MARGIN);
    let ground = html! {
        style { (PreEscaped(COLOURS_CSS)) (PreEscaped(CHART_CSS)) }
        rect class="fill-ground" x=(corner) y=(corner) width="100%" height="100%" fill="#ffffff" {}
    };
    let svg = draw(Palette::File, diagram, MARGIN, &ground).into_string();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{svg}\n")
}

/// Draws the diagram above `ground`, with a margin around it.
fn draw(palette: Palette, diagram: &StateDiagram, margin: i64, ground: &Markup) -> Markup {
    let pen = Pen::new(palette);
    let plan = Plan::of(diagram);
    let measured = measured::measured(&pen, diagram, &plan);
    let key = key::draw(&pen, diagram, measured.height + ink::LINE);
    let (width, height) = (WIDTH + EDGE + 2 * margin, key.height + EDGE + 2 * margin);
    let [corner, width, height] = [-margin, width, height].map(ink::tenths);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" class="chart-picture diagram"
            viewBox=(format!("{corner} {corner} {width} {height}")) width=(width) height=(height)
            font-family=(pen.font_family()) font-size=(ink::tenths(ink::FONT)) {
            title { (printable(&diagram.title)) }
            desc { (printable(&diagram.alt)) }
            (ground)
            (drawn::draw(&pen, diagram, &plan, &measured))
            (key.markup)
        }
    }
}

/// A name in bold letters, which take a little more room.
fn bold(pen: &Pen, at: (i64, i64), text: &str) -> Markup {
    html! { g font-weight="600" { (pen.text(at, ink::Anchor::Start, Ink::Text, text)) } }
}

/// Lines of a text in bold letters that fit the room.
fn bold_lines(pen: &Pen, text: &str, room: i64) -> Vec<String> {
    pen.balanced(text, room * 93 / 100)
}

fn lines_high(lines: &[String]) -> i64 {
    i64::try_from(lines.len()).unwrap_or_default() * ink::LINE
}
