//! The one document model that every renderer reads.

pub mod chart;
pub mod table;

use jiff::civil::Date;
use kheo_core::origin::{host, titled};
use serde::Serialize;

use chart::Chart;
use table::Table;

/// A document in one language, in the layout of the Party's documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Language of every text in it: `vi` or `en`.
    pub lang: String,
    /// Kind of document in capitals, as it stands in the middle of the first page.
    pub title: String,
    /// What the document is about, below the title.
    pub subtitle: String,
    /// The two columns at the head of the first page.
    pub heads: Heads,
    /// A warning repeated on every page, such as "demonstration data".
    pub notice: Option<String>,
    /// The body.
    pub blocks: Vec<Block>,
    /// Day the document bears; also the only date written into its files.
    pub date: Date,
}

impl Document {
    /// Whether the block at `place` leads into a list, which begins on the same page then.
    pub(crate) fn leads_into_list(&self, place: usize) -> bool {
        matches!(self.blocks.get(place + 1), Some(Block::List(_)))
    }

    /// Every figure of the text and the tables, in reading order; charts show figures again.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks.iter().flat_map(Block::spans).filter_map(|span| match span {
            Span::Figure(figure) => Some(figure),
            _ => None,
        })
    }
}

/// The two columns at the head of the first page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heads {
    /// Bodies above the issuing one, at the left.
    pub left: Vec<String>,
    /// The issuing body, at the left; an asterisk is drawn under it.
    pub left_strong: String,
    /// The heading at the right, drawn over a line of its own length.
    pub right_strong: String,
    /// Number and symbol of the document, under the issuing body.
    pub number: Option<String>,
    /// Place and date, under the heading at the right.
    pub place_date: String,
}

/// One piece of the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "block", content = "content", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is a part of the document.
    Heading {
        /// 1 for a part, 2 for a section, 3 for a point.
        level: u8,
        /// The heading as it is read.
        text: String,
        /// Anchor within the document.
        id: String,
    },
    /// A justified paragraph.
    Paragraph(Vec<Span>),
    /// A list; one entry per item.
    List(Vec<Vec<Span>>),
    /// The sources, numbered from 1 as the text cites them: `[1]`.
    Sources(Vec<Source>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Chart),
    /// The signature block that ends the document.
    Signature(Signature),
}

impl Block {
    fn spans(&self) -> Box<dyn Iterator<Item = &Span> + '_> {
        match self {
            Self::Paragraph(spans) => Box::new(spans.iter()),
            Self::List(items) => Box::new(items.iter().flatten()),
            Self::Table(table) => {
                Box::new(table.rows.iter().flat_map(|row| row.cells.iter().flatten()))
            }
            Self::Heading { .. } | Self::Sources(_) | Self::Chart(_) | Self::Signature(_) => {
                Box::new(std::iter::empty())
            }
        }
    }
}

/// Where figures were taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The source as it was entered; its title and host where it has a title.
    pub text: String,
    /// The address in it that can be opened.
    pub href: Option<String>,
}

impl From<&str> for Source {
    fn from(text: &str) -> Self {
        if let Some((address, title)) = titled(text) {
            let text = format!("{title} ({})", host(address));
            return Self { text, href: Some(address.to_owned()) };
        }
        let first = text.split_whitespace().next().filter(|word| is_web_address(word));
        Self { text: text.to_owned(), href: first.map(str::to_owned) }
    }
}

/// Whether a link leads to the web, wherever the document is read.
pub(crate) fn is_web_address(href: &str) -> bool {
    href.starts_with("https://") || href.starts_with("http://")
}

/// A run of text within a paragraph, an item or a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "span", content = "content", rename_all = "snake_case")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Text that stands out.
    Strong(String),
    /// A number that opens into its records.
    Figure(Figure),
    /// Text of lesser weight, such as a remark on the source.
    Quiet(String),
}

impl Span {
    /// The characters a reader sees, without the mark of a figure.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Quiet(text) => text,
            Self::Figure(figure) => &figure.text,
        }
    }
}

/// A formatted number that knows where it came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Stable name of the figure; the same figure may be cited twice.
    pub id: String,
    /// The number as it is read, with its unit.
    pub text: String,
    /// The period it tells of: `2016`, `2016-H1`, `2016-Q2` or `2016-05`.
    pub period: String,
    /// Page with the records behind it: a path of the site or a full address.
    pub href: Option<String>,
    /// Where the number came from.
    pub origin: Origin,
    /// Short raised mark explained elsewhere in the document, such as `(m)`.
    pub mark: Option<String>,
}

impl Figure {
    /// The link to follow from a file, which lies nowhere on the site.
    pub(crate) fn web_address(&self) -> Option<&str> {
        self.href.as_deref().filter(|href| is_web_address(href))
    }
}

/// Where a number came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Published by its source.
    Reported,
    /// Made up for the demonstration.
    Demonstration,
    /// Calculated from records.
    Computed,
    /// Typed in by a person.
    Entered,
}

impl Origin {
    /// The name used in files and attributes.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Demonstration => "demonstration",
            Self::Computed => "computed",
            Self::Entered => "entered",
        }
    }
}

/// Who signs, and who receives the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// For whom it is signed, in capitals.
    pub authority: String,
    /// Post of the signatory, in capitals.
    pub post: String,
    /// What stands in the place of the signature, such as "(signed)".
    pub note: String,
    /// Name of the signatory, where one is known.
    pub name: Option<String>,
    /// The words above the recipients.
    pub recipients_title: String,
    /// Who receives the document.
    pub recipients: Vec<String>,
}
