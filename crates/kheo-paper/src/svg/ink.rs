//! Colours, lines and letters of the charts.

use maud::{Markup, html};

use super::Palette;
use crate::document::Figure;
use crate::xml::printable;
use crate::{fonts, lines};

/// Size of the letters, in tenths of a unit.
pub(super) const FONT: i64 = 125;

/// Height of a line of text, in tenths of a unit.
pub(super) const LINE: i64 = 165;

/// Size of the raised marks, and how far they are raised.
const MARK: i64 = 75;
const RAISED: i64 = 45;

/// What a colour is used for.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Quiet,
    Line,
    Ground,
    Brand,
    Late,
    Soon,
}

impl Ink {
    fn class(self) -> &'static str {
        match self {
            Self::Text => "ink",
            Self::Quiet => "quiet",
            Self::Line => "line",
            Self::Ground => "ground",
            Self::Brand => "brand",
            Self::Late => "late",
            Self::Soon => "soon",
        }
    }

    /// The colour as an attribute; none where the style sheet has it.
    fn paint(self, palette: Palette) -> Option<&'static str> {
        Some(match (self, palette) {
            (_, Palette::Screen) => return None,
            (Self::Text | Self::Quiet, Palette::File) => "currentColor",
            (Self::Text, Palette::Print) => "#1c2321",
            (Self::Quiet, Palette::Print) => "#55605c",
            (Self::Line, _) => "#c9c5b8",
            (Self::Ground, _) => "#ffffff",
            (Self::Brand, _) => "#0b5d4b",
            (Self::Late, _) => "#a3242b",
            (Self::Soon, _) => "#b06f00",
        })
    }
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Words of a drawing, with the mark that belongs to them.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) text: &'a str,
    pub(super) mark: Option<&'a str>,
}

impl<'a> From<&'a Figure> for Shown<'a> {
    fn from(figure: &'a Figure) -> Self {
        Self { text: &figure.text, mark: figure.mark.as_deref() }
    }
}

/// A rectangle in tenths of a unit.
#[derive(Clone, Copy)]
pub(super) struct Area {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) width: i64,
    pub(super) height: i64,
}

/// Draws in the colours of one palette.
pub(super) struct Pen {
    palette: Palette,
}

impl Pen {
    pub(super) fn new(palette: Palette) -> Self {
        Self { palette }
    }

    /// Screens get a narrower picture, so that its letters stay readable on a phone.
    pub(super) fn width(&self) -> i64 {
        match self.palette {
            Palette::Screen | Palette::File => 4000,
            Palette::Print => 5200,
        }
    }

    /// Estimated width of a text: the letters of screens are wider than those of print.
    pub(super) fn text_width(&self, text: &str) -> i64 {
        lines::width(text) * FONT * self.breadth() / 10_000
    }

    /// Estimated width of words with their marks.
    pub(super) fn shown_width(&self, words: &[Shown<'_>]) -> i64 {
        let width = |word: &Shown<'_>| {
            self.text_width(word.text)
                + self.text_width(word.mark.unwrap_or_default()) * MARK / FONT
        };
        words.iter().map(width).sum()
    }

    /// The text in lines that fit the room.
    pub(super) fn wrapped(&self, text: &str, room: i64) -> Vec<String> {
        lines::wrapped(text, self.in_letters(room))
    }

    /// The text in as few lines as fit the room, all of them about as long.
    pub(super) fn balanced(&self, text: &str, room: i64) -> Vec<String> {
        lines::balanced(text, self.in_letters(room))
    }

    fn in_letters(&self, room: i64) -> i64 {
        room * 10_000 / (self.breadth() * FONT)
    }

    /// Width of the letters in hundredths of the estimate.
    fn breadth(&self) -> i64 {
        match self.palette {
            Palette::Screen | Palette::File => 115,
            Palette::Print => 100,
        }
    }

    pub(super) fn font_family(&self) -> &'static str {
        match self.palette {
            Palette::Screen | Palette::File => "system-ui, sans-serif",
            Palette::Print => fonts::FAMILY,
        }
    }

    pub(super) fn filled(&self, area: Area, ink: Ink) -> Markup {
        html! {
            rect x=(tenths(area.x)) y=(tenths(area.y)) width=(tenths(area.width))
                height=(tenths(area.height)) class=[self.class("fill", ink)]
                fill=[ink.paint(self.palette)] {}
        }
    }

    pub(super) fn outlined(&self, area: Area, ink: Ink) -> Markup {
        let (width, height) = ((area.width - 12).max(1), area.height - 12);
        html! {
            rect x=(tenths(area.x + 6)) y=(tenths(area.y + 6)) width=(tenths(width))
                height=(tenths(height)) fill=[self.hollow()] class=[self.class("stroke", ink)]
                stroke=[ink.paint(self.palette)] stroke-width="1.2" {}
        }
    }

    /// A rectangle with round corners, its edge as wide as `width` and perhaps broken into `dashes`.
    pub(super) fn framed(&self, area: Area, ink: Ink, width: i64, dashes: Option<&str>) -> Markup {
        html! {
            rect x=(tenths(area.x)) y=(tenths(area.y)) width=(tenths(area.width))
                height=(tenths(area.height)) rx="4" fill=[self.hollow()] class=[self.class("stroke", ink)]
                stroke=[ink.paint(self.palette)] stroke-width=(tenths(width))
                stroke-dasharray=[dashes] {}
        }
    }

    /// A closed path, filled.
    pub(super) fn shape(&self, path: &str, ink: Ink) -> Markup {
        html! {
            path d=(path) class=[self.class("fill", ink)] fill=[ink.paint(self.palette)] {}
        }
    }

    /// A path of lines.
    pub(super) fn lines(&self, path: &str, ink: Ink, width: i64) -> Markup {
        html! {
            path d=(path) fill=[self.hollow()] class=[self.class("stroke", ink)]
                stroke=[ink.paint(self.palette)] stroke-width=(tenths(width)) {}
        }
    }

    pub(super) fn text(&self, at: (i64, i64), anchor: Anchor, ink: Ink, text: &str) -> Markup {
        self.shown(at, anchor, ink, &[Shown { text, mark: None }])
    }

    /// Words on one line, each with its mark raised after it.
    pub(super) fn shown(
        &self,
        at: (i64, i64),
        anchor: Anchor,
        ink: Ink,
        words: &[Shown<'_>],
    ) -> Markup {
        let anchor = match anchor {
            Anchor::Start => None,
            Anchor::Middle => Some("middle"),
            Anchor::End => Some("end"),
        };
        let words: Vec<&Shown<'_>> = words.iter().filter(|word| !word.text.is_empty()).collect();
        let after_mark = |place: usize| {
            let before = place.checked_sub(1).and_then(|place| words.get(place));
            before.is_some_and(|word| word.mark.is_some())
        };
        html! {
            text x=(tenths(at.0)) y=(tenths(at.1)) text-anchor=[anchor]
                class=[self.class("fill", ink)] fill=[ink.paint(self.palette)] {
                @for (place, word) in words.iter().enumerate() {
                    @if after_mark(place) {
                        tspan dy=(tenths(RAISED)) { (printable(word.text)) }
                    } @else { (printable(word.text)) }
                    @if let Some(mark) = word.mark {
                        tspan dy=(tenths(-RAISED)) font-size=(tenths(MARK)) { (printable(mark)) }
                    }
                }
            }
        }
    }

    /// The class that the style sheet colours; none for what it fills with the colour of the text.
    fn class(&self, what: &str, ink: Ink) -> Option<String> {
        let usual = matches!((what, ink), ("fill", Ink::Text));
        (self.palette != Palette::Print && !usual).then(|| format!("{what}-{}", ink.class()))
    }

    /// What is drawn in lines has no colour inside; the style sheet says so too.
    fn hollow(&self) -> Option<&'static str> {
        (self.palette != Palette::Screen).then_some("none")
    }
}

/// Tenths of a unit as SVG writes them.
pub(super) fn tenths(value: i64) -> String {
    let (sign, value) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    match (value / 10, value % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// `value` of `whole` as a length within `length`, kept between nothing and `length`.
pub(super) fn length_of(value: i64, whole: i64, length: i64) -> i64 {
    if value <= 0 || whole <= 0 {
        return 0;
    }
    let exact = i128::from(value) * i128::from(length) / i128::from(whole);
    i64::try_from(exact).unwrap_or(length).min(length)
}
