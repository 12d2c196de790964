//! The review of a period as a document: what core drafted, said in the reader's language.

mod appendix;
mod assessment;
mod figure;
mod heads;
mod names;
mod quality;
mod results;
mod tasks;

use std::collections::BTreeMap;

use jiff::civil::Date;
use kheo_core::id::UnitId;
use kheo_core::review::{Figure, Figures, Review, draft};
use kheo_core::rules::Rules;
use kheo_core::task::{Conclusion, Task};
use kheo_core::unit::Unit;
use kheo_words::Tongue;

use crate::{Block, Document, Span};

/// What a review does not say itself.
#[derive(Clone, Copy)]
pub struct ReviewContext<'a> {
    /// All units, for their names.
    pub units: &'a BTreeMap<UnitId, Unit>,
    /// What was concluded for the next period, with the tasks of each conclusion.
    pub next: &'a [(Conclusion, Vec<Task>)],
    /// The address of the records behind a figure.
    pub href: &'a dyn Fn(&Figure) -> Option<String>,
    /// The day the document bears: the day as of which its figures were read, which is the day it is
    /// drafted. A review of a period long past bears it too, since it says what is known today, with
    /// what was learned after the period.
    pub on: Date,
    /// Whether the installation is a demonstration.
    pub demonstration: bool,
}

/// Drafts the review of `figures` and says it as a document.
#[must_use]
pub fn drafted(
    rules: &Rules,
    figures: &Figures,
    context: &ReviewContext<'_>,
    tongue: Tongue<'_>,
) -> (Review, Document) {
    let review = draft(&rules.review, &rules.measures, figures);
    let document = document(&review, context, tongue);
    (review, document)
}

/// The review as a document.
fn document(review: &Review, context: &ReviewContext<'_>, tongue: Tongue<'_>) -> Document {
    let sources = names::sources(review, context.next);
    let composer = Composer { review, context: *context, tongue, sources: &sources };
    let mut blocks: Vec<Block> = composer.not_over().into_iter().collect();
    if composer.shows_demonstration() {
        blocks.push(Block::Paragraph(vec![Span::Quiet(tongue.say("review-mark-explained"))]));
    }
    blocks.extend(composer.results());
    blocks.extend(composer.assessment());
    blocks.extend(composer.tasks());
    blocks.extend(composer.quality());
    blocks.push(Block::Signature(composer.signature()));
    blocks.extend(composer.appendix());
    Document {
        lang: tongue.lang().tag().to_owned(),
        title: tongue.say("review-title"),
        subtitle: composer.subtitle(),
        heads: composer.heads(),
        notice: context.demonstration.then(|| tongue.say("review-notice")),
        blocks,
        date: context.on,
    }
}

/// The link of a figure where there is no site: the published source that it was taken from.
#[must_use]
pub fn source(figure: &Figure) -> Option<String> {
    let taken = figure.origin.source().filter(|_| !figure.computed)?;
    crate::document::Source::from(taken).href
}

/// A review that is being said in one language.
#[derive(Clone, Copy)]
struct Composer<'a> {
    review: &'a Review,
    context: ReviewContext<'a>,
    tongue: Tongue<'a>,
    /// The addresses of all published sources, each once, in the order of the document.
    sources: &'a [&'a str],
}

impl Composer<'_> {
    fn shows_demonstration(&self) -> bool {
        self.review.quality.demonstration > 0
    }

    /// That the period goes on after the day of the document, which it says on top then.
    fn not_over(&self) -> Option<Block> {
        let (period, on) = (self.review.period, self.context.on);
        let words = [("period", self.tongue.period(period)), ("date", self.tongue.date(on))];
        let words = words.each_ref().map(|(name, text)| (*name, text.as_str()));
        let said = || vec![Span::Strong(self.tongue.say_with("review-not-over", &words))];
        (on < period.last()).then(|| Block::Paragraph(said()))
    }

    fn heading(&self, level: u8, key: &str) -> Block {
        self.heading_with(level, key, &[])
    }

    fn heading_with(&self, level: u8, key: &str, variables: &[(&str, &str)]) -> Block {
        Block::Heading { level, text: self.tongue.say_with(key, variables), id: key.to_owned() }
    }

    fn paragraph(&self, key: &str) -> Block {
        plain(self.tongue.say(key))
    }
}

fn plain(text: String) -> Block {
    Block::Paragraph(vec![Span::Text(text)])
}

#[cfg(test)]
mod tests;
