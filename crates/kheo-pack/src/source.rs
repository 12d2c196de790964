//! A file of a pack, and places in it.

use std::ops::Range;

/// One file, its text in one normal form (NFC).
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path below the folder of all packs.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn place(&self, span: Range<usize>) -> Place<'_> {
        let start = self.text.floor_char_boundary(span.start);
        let end = self.text.ceil_char_boundary(span.end).max(start);
        Place { source: self, span: start..end }
    }

    /// The place of `part`, which is a piece of this file's text.
    pub(crate) fn place_of(&self, part: &str) -> Place<'_> {
        let start = part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        self.place(start..start + part.len())
    }
}

/// Some bytes of a file.
#[derive(Debug, Clone)]
pub(crate) struct Place<'s> {
    pub(crate) source: &'s Source,
    pub(crate) span: Range<usize>,
}

impl Place<'_> {
    /// The line, and the column in characters, both from 1.
    pub(crate) fn line_and_column(&self) -> (usize, usize) {
        let before = self.source.text.get(..self.span.start).unwrap_or(&self.source.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        (line, column)
    }

    /// `spring-crop/review.toml:12`
    pub(crate) fn short(&self) -> String {
        format!("{}:{}", self.source.path, self.line_and_column().0)
    }
}

/// Something that was read, and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Spotted<'s, T> {
    pub(crate) value: T,
    pub(crate) at: Place<'s>,
}

/// A name as it is written.
pub(crate) type Name<'s> = Spotted<'s, String>;
