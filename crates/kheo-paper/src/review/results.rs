//! Part I: what each bloc did, theme by theme.

use std::collections::BTreeMap;

use kheo_core::review::DraftParagraph;

use super::Composer;
use super::figure::Told;
use crate::{Block, Span};

impl Composer<'_> {
    pub(super) fn results(&self) -> Vec<Block> {
        let period = self.tongue.period(self.review.period);
        let mut blocks = vec![self.heading_with(1, "review-results", &[("period", &period)])];
        for (place, (section, paragraphs)) in self.review.sections.iter().enumerate() {
            let title = self.tongue.say(&format!("section-{section}"));
            blocks.push(Block::Heading {
                level: 2,
                text: format!("{}. {title}", place + 1),
                id: format!("section-{section}"),
            });
            blocks.extend(paragraphs.iter().map(|paragraph| self.theme(paragraph)));
        }
        blocks
    }

    fn theme(&self, paragraph: &DraftParagraph) -> Block {
        let title = self.theme_title(&paragraph.id);
        let mut spans = vec![Span::Strong(format!("{title}."))];
        for sentence in &paragraph.sentences {
            let figures: BTreeMap<&str, Told> = sentence
                .figures
                .iter()
                .map(|(name, figure)| (name.as_str(), self.told(figure)))
                .collect();
            spans.push(Span::Text(" ".to_owned()));
            spans.extend(self.sentence(&sentence.words, &figures, &[]));
        }
        if paragraph.sentences.is_empty() {
            spans.push(Span::Text(format!(" {}", self.tongue.say("review-no-figures"))));
        }
        Block::Paragraph(spans)
    }

    pub(super) fn theme_title(&self, id: &str) -> String {
        self.tongue.say(&format!("theme-{id}"))
    }
}
