//! Part IV: how good the figures are, and where they come from.

use kheo_core::measure::Reading;
use kheo_core::review::Contradiction;
use kheo_words::Lang;

use super::{Composer, plain};
use crate::{Block, Span};

impl Composer<'_> {
    pub(super) fn quality(&self) -> Vec<Block> {
        let quality = &self.review.quality;
        let mut blocks = vec![self.heading(1, "review-quality"), plain(self.counts())];
        if !quality.silent.is_empty() {
            let themes: Vec<String> =
                quality.silent.iter().map(|theme| self.theme_title(theme)).collect();
            let themes = themes.join("; ");
            blocks.push(plain(self.tongue.say_with("review-silent", &[("themes", &themes)])));
        }
        let contradictions = quality.contradictions.iter();
        let contradictions = contradictions.map(|pair| self.contradiction(pair)).collect();
        blocks.extend(self.list("review-contradictions", contradictions));
        let sources = (1..).zip(self.sources).map(|(n, source)| format!("[{n}] {source}"));
        let sources = sources.map(|text| vec![Span::Text(text)]).collect();
        blocks.extend(self.list("review-sources", sources));
        blocks
    }

    fn counts(&self) -> String {
        let quality = &self.review.quality;
        let counts = [
            ("total", quality.reported + quality.demonstration + quality.entered),
            ("reported", quality.reported),
            ("demonstration", quality.demonstration),
            ("entered", quality.entered),
        ];
        let counts = counts.map(|(name, count)| (name, count.to_string()));
        let counts = counts.each_ref().map(|(name, text)| (*name, text.as_str()));
        let counted = self.tongue.say_with("review-quality-counts", &counts);
        if self.shows_demonstration() {
            format!("{counted} {}", self.tongue.say("review-mark-below"))
        } else {
            counted
        }
    }

    fn list(&self, key: &str, items: Vec<Vec<Span>>) -> [Block; 2] {
        let body = if items.is_empty() {
            self.paragraph(&format!("{key}-none"))
        } else {
            Block::List(items)
        };
        [self.heading(2, key), body]
    }

    fn contradiction(&self, pair: &Contradiction) -> Vec<Span> {
        let told = |reading: &Reading| {
            let value = self.tongue.measured(reading.value, &pair.measured_in);
            format!("{value}{}", self.remark(&reading.origin))
        };
        let other = &pair.set_aside;
        let used = pair.used.as_ref().map(told);
        let words = [
            ("measure", self.measure(&other.measure)),
            ("unit", self.unit(&other.unit)),
            ("period", self.tongue.period(other.period)),
            ("other", told(other)),
            ("used", used.clone().unwrap_or_default()),
        ];
        let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
        let text = match used {
            Some(_) => self.tongue.say_with("review-contradiction", &words),
            None => self.tongue.say_with("review-contradiction-unused", &words),
        };
        let mut spans = vec![Span::Text(text)];
        let readings = [Some(other), pair.used.as_ref()].into_iter().flatten();
        for note in readings.filter_map(|reading| self.note(reading)) {
            spans.push(Span::Text(format!(" {note}")));
        }
        spans
    }

    fn note<'r>(&self, reading: &'r Reading) -> Option<&'r String> {
        match self.tongue.lang() {
            Lang::Vi => reading.note.as_ref(),
            Lang::En => reading.note_en.as_ref(),
        }
    }
}
