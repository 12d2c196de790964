//! The syllables of a text.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::{composed, fold, is_composed, plain};

/// The syllables of a text, each folded and as it was written; letters and digits that touch are two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Syllables {
    /// All of them, with a space between two.
    written: String,
    folded: String,
    places: Vec<Syllable>,
}

/// Where a syllable stands in both.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Syllable {
    written: Range<usize>,
    folded: Range<usize>,
}

impl Syllables {
    pub(super) fn of(text: &str) -> Self {
        let mut all = Self::default();
        all.add(text);
        all
    }

    /// Adds those of `text`; answers which they are.
    pub(super) fn add(&mut self, text: &str) -> Range<usize> {
        let first = self.places.len();
        let text = if is_composed(text) { Cow::Borrowed(text) } else { composed(text).into() };
        let (mut last, mut begin) = (None, 0);
        for (at, c) in text.char_indices() {
            let letter = plain(c);
            let sort = match letter {
                Some(letter) => letter.is_ascii_alphanumeric().then(|| letter.is_ascii_digit()),
                None => c.is_alphanumeric().then(|| c.is_numeric()),
            };
            if sort != last {
                self.end(last.and(text.get(begin..at)));
                begin = at;
            }
            match letter.filter(|_| sort.is_some()) {
                Some(letter) => self.folded.push(letter.into()),
                None if sort.is_some() => fold(c, &mut self.folded),
                None => {}
            }
            last = sort;
        }
        self.end(last.and(text.get(begin..)));
        first..self.places.len()
    }

    /// Ends a syllable that was `written`, and is folded already.
    fn end(&mut self, written: Option<&str>) {
        let Some(syllable) = written else { return };
        let written = self.written.len()..self.written.len() + syllable.len();
        let folded = self.places.last().map_or(0, |last| last.folded.end + 1)..self.folded.len();
        self.places.push(Syllable { written, folded });
        self.written.push_str(syllable);
        self.written.push(' ');
        self.folded.push(' ');
    }

    /// Each folded.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|place| self.folded.get(place.folded.clone()).unwrap_or_default())
    }

    /// Those of a range, folded.
    pub(super) fn folded(&self, which: Range<usize>) -> &str {
        let place = self
            .places
            .get(which)
            .and_then(|all| Some(all.first()?.folded.start..all.last()?.folded.end));
        place.and_then(|place| self.folded.get(place)).unwrap_or_default()
    }

    /// Those of a range, as they were written.
    pub(super) fn written(&self, which: Range<usize>) -> &str {
        let place = self
            .places
            .get(which)
            .and_then(|all| Some(all.first()?.written.start..all.last()?.written.end));
        place.and_then(|place| self.written.get(place)).unwrap_or_default()
    }
}
