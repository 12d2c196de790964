//! Part IV: how good the figures are, and where they come from.

use std::collections::BTreeMap;

use kheo_core::id::{MeasureId, UnitId};
use kheo_core::measure::Reading;
use kheo_core::period::Period;
use kheo_core::review::{Contradiction, Figure, FigureRef};
use kheo_words::Lang;

use super::figure::Told;
use super::names::whole;
use super::{Composer, plain};
use crate::lines::held_value;
use crate::{Block, Source, Span};

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
        blocks.push(self.heading(2, "review-contradictions"));
        if quality.contradictions.is_empty() {
            blocks.push(self.paragraph("review-contradictions-none"));
        }
        let same = |one: &Contradiction, other: &Contradiction| {
            figure_of(&one.set_aside) == figure_of(&other.set_aside)
        };
        for readings in quality.contradictions.chunk_by(same) {
            blocks.extend(self.contradiction(readings));
        }
        blocks.push(self.heading(2, "review-sources"));
        blocks.push(if self.sources.is_empty() {
            self.paragraph("review-sources-none")
        } else {
            Block::Sources(self.sources.iter().map(|source| Source::from(*source)).collect())
        });
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

    /// The readings of one figure: the one that is used, then each that was set aside.
    fn contradiction(&self, pairs: &[Contradiction]) -> Vec<Block> {
        let Some(Contradiction { set_aside, measured_in, used }) = pairs.first() else {
            return Vec::new();
        };
        let (measure, unit, period) = figure_of(set_aside);
        let words = [
            ("measure", self.measure(measure)),
            ("unit", self.unit(unit)),
            ("period", whole(&self.tongue.period(period))),
        ];
        let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
        let title = Block::Heading {
            level: 3,
            text: self.tongue.say_with("review-contradiction", &words),
            id: format!("contradiction-{measure}-{unit}-{period}"),
        };
        let used = used.iter().map(|used| ("review-reading-used", used));
        let others = pairs.iter().map(|pair| ("review-reading-set-aside", &pair.set_aside));
        let readings = used.chain(others);
        let items = readings.map(|(key, reading)| self.reading(key, reading, measured_in));
        vec![title, Block::List(items.collect())]
    }

    fn reading(&self, key: &str, reading: &Reading, measured_in: &str) -> Vec<Span> {
        let mut figure = self.measured(&Figure {
            reference: FigureRef::Reading(reading.measure.clone()),
            unit: reading.unit.clone(),
            period: reading.period,
            value: reading.value,
            measured_in: measured_in.to_owned(),
            origin: reading.origin.clone(),
            computed: false,
            alone: false,
        });
        figure.text = held_value(&figure.text);
        let remark = match figure.mark {
            Some(_) => String::new(),
            None => self.remark(&reading.origin),
        };
        let figures = BTreeMap::from([("value", Told::alone(figure))]);
        let mut spans = self.sentence(key, &figures, &[("remark", &remark)]);
        spans.extend(self.note(reading).map(|note| Span::Text(format!(" {note}"))));
        spans
    }

    fn note<'r>(&self, reading: &'r Reading) -> Option<&'r String> {
        match self.tongue.lang() {
            Lang::Vi => reading.note.as_ref(),
            Lang::En => reading.note_en.as_ref(),
        }
    }
}

/// What a reading tells of, and for when.
fn figure_of(reading: &Reading) -> (&MeasureId, &UnitId, Period) {
    (&reading.measure, &reading.unit, reading.period)
}
