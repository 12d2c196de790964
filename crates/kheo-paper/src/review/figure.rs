//! Figures, alone and within a sentence.

use std::collections::BTreeMap;

use kheo_core::origin::Origin as From;
use kheo_core::review::Figure as Known;

use super::Composer;
use crate::{Figure, Origin, Span};

/// Characters that no text has: a figure's name stands between them until its span takes its place.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

impl Composer<'_> {
    /// The text of `key` with each `figure` as a span of its own, and with other `words`.
    pub(super) fn sentence(
        &self,
        key: &str,
        figures: &BTreeMap<&str, Span>,
        words: &[(&str, &str)],
    ) -> Vec<Span> {
        let places: Vec<(&str, String)> =
            figures.keys().map(|name| (*name, format!("{OPEN}{name}{CLOSE}"))).collect();
        let variables: Vec<(&str, &str)> = places
            .iter()
            .map(|(name, place)| (*name, place.as_str()))
            .chain(words.iter().copied())
            .collect();
        let text = self.tongue.say_with(key, &variables);
        let mut spans = Vec::new();
        for piece in text.split(OPEN) {
            let (figure, rest) = match piece.split_once(CLOSE) {
                Some((name, rest)) => (figures.get(name), rest),
                None => (None, piece),
            };
            spans.extend(figure.cloned());
            if !rest.is_empty() {
                spans.push(Span::Text(rest.to_owned()));
            }
        }
        spans
    }

    /// A figure with what it is counted in.
    pub(super) fn measured(&self, figure: &Known) -> Span {
        self.figure(figure, self.tongue.measured(figure.value, &figure.measured_in))
    }

    /// A figure as a bare number.
    pub(super) fn number(&self, figure: &Known) -> Span {
        self.figure(figure, self.tongue.number(figure.value))
    }

    fn figure(&self, figure: &Known, text: String) -> Span {
        let alone = if figure.alone { "/alone" } else { "" };
        let made_up = figure.origin.is_demonstration();
        Span::Figure(Figure {
            id: format!("{}/{}{alone}", figure.unit, figure.reference),
            text,
            href: (self.context.href)(figure),
            origin: origin(figure),
            mark: made_up.then(|| self.tongue.say("review-mark")),
        })
    }

    /// A text with the mark of a demonstration, for places that hold no span.
    pub(super) fn marked(&self, figure: &Known, text: &str) -> String {
        if figure.origin.is_demonstration() {
            format!("{text} {}", self.tongue.say("review-mark"))
        } else {
            text.to_owned()
        }
    }
}

fn origin(figure: &Known) -> Origin {
    match (&figure.origin, figure.computed) {
        (From::Demonstration, _) => Origin::Demonstration,
        (From::Reported { .. } | From::Entered, true) => Origin::Computed,
        (From::Reported { .. }, false) => Origin::Reported,
        (From::Entered, false) => Origin::Entered,
    }
}
