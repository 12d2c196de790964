//! Figures, alone and within a sentence.

use std::collections::BTreeMap;

use kheo_core::origin::Origin as From;
use kheo_core::review::Figure as Known;

use super::Composer;
use crate::lines::NO_BREAK;
use crate::{Figure, Origin, Span};

/// Characters that no text has: a figure's name stands between them until its span takes its place.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// A figure of a sentence.
pub(super) struct Told {
    figure: Figure,
    /// The name of its period, where that is wider than the review's.
    period: Option<String>,
}

impl Told {
    /// A figure whose period needs no name.
    pub(super) const fn alone(figure: Figure) -> Self {
        Self { figure, period: None }
    }
}

impl Composer<'_> {
    /// The text of `key` with each `figure` as a span of its own, and with other `words`.
    ///
    /// Each figure of a wider period names it; when all are of the same one, only the first does.
    pub(super) fn sentence(
        &self,
        key: &str,
        figures: &BTreeMap<&str, Told>,
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
        let mut periods = figures.values().map(|told| &told.period);
        let first = periods.next();
        let alike = periods.all(|period| Some(period) == first);
        let (mut spans, mut before, mut named) = (Vec::new(), String::new(), false);
        for piece in text.split(OPEN) {
            let (told, rest) = match piece.split_once(CLOSE) {
                Some((name, rest)) => (figures.get(name), rest),
                None => (None, piece),
            };
            let mut rest = rest.to_owned();
            if let Some(told) = told {
                spans.push(Span::Figure(told.figure.clone()));
                if let Some(period) = told.period.as_ref().filter(|_| !(named && alike)) {
                    rest.insert_str(0, &beside(period, &before));
                    named = true;
                }
            }
            before.push_str(&rest);
            if !rest.is_empty() {
                spans.push(Span::Text(rest));
            }
        }
        spans
    }

    /// The words of `key` before and after its number `$n`.
    pub(super) fn around(&self, key: &str) -> (String, String) {
        let text = self.tongue.say_with(key, &[("n", &OPEN.to_string())]);
        let (before, after) = text.split_once(OPEN).unwrap_or((&text, ""));
        (before.to_owned(), after.to_owned())
    }

    /// A figure of a sentence, with what it is counted in.
    pub(super) fn told(&self, figure: &Known) -> Told {
        Told { figure: self.measured(figure), period: self.wider_period(figure) }
    }

    /// A figure of a sentence that names what it counts, and whose period needs no name.
    pub(super) fn counted(&self, figure: &Known) -> Told {
        Told::alone(self.number(figure))
    }

    /// A figure of a sentence that names its period itself.
    pub(super) fn of_named_period(&self, figure: &Known) -> Told {
        Told::alone(self.measured(figure))
    }

    /// The name of a period that is wider than the review's.
    pub(super) fn wider_period(&self, figure: &Known) -> Option<String> {
        let wider = figure.period.length() > self.review.period.length();
        wider.then(|| self.tongue.period(figure.period))
    }

    /// A figure with what it is counted in.
    pub(super) fn measured(&self, figure: &Known) -> Figure {
        self.figure(figure, self.tongue.measured(figure.value, &figure.measured_in))
    }

    /// A figure with what it is counted in, and with its period when that is wider than the review's.
    pub(super) fn of_its_period(&self, figure: &Known) -> Figure {
        let mut shown = self.measured(figure);
        let period = self.wider_period(figure).map(|period| beside(&period, ""));
        shown.text.push_str(&period.unwrap_or_default());
        shown
    }

    /// A figure as a bare number.
    pub(super) fn number(&self, figure: &Known) -> Figure {
        self.figure(figure, self.tongue.number(figure.value))
    }

    fn figure(&self, figure: &Known, text: String) -> Figure {
        let alone = if figure.alone { "/alone" } else { "" };
        Figure {
            id: format!("{}/{}{alone}", figure.unit, figure.reference),
            text,
            period: figure.period.to_string(),
            href: (self.context.href)(figure),
            origin: origin(figure),
            mark: self.mark(&figure.origin),
        }
    }

    fn mark(&self, origin: &From) -> Option<String> {
        origin.is_demonstration().then(|| self.tongue.say("review-mark"))
    }

    /// A text with the mark of a demonstration, for places that hold no span.
    pub(super) fn marked(&self, figure: &Known, text: &str) -> String {
        match self.mark(&figure.origin) {
            Some(mark) => format!("{text}{NO_BREAK}{mark}"),
            None => text.to_owned(),
        }
    }
}

/// A period beside its figure: in brackets, or after a comma where brackets are `before` it already.
fn beside(period: &str, before: &str) -> String {
    if before.matches('(').count() > before.matches(')').count() {
        format!(", {period}")
    } else {
        format!(" ({period})")
    }
}

fn origin(figure: &Known) -> Origin {
    match (&figure.origin, figure.computed) {
        (From::Demonstration, _) => Origin::Demonstration,
        (From::Derived { .. }, _) | (From::Reported { .. } | From::Entered, true) => {
            Origin::Computed
        }
        (From::Reported { .. }, false) => Origin::Reported,
        (From::Entered, false) => Origin::Entered,
    }
}
