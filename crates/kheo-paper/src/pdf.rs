//! Documents as PDF, set with Typst: tagged, for archives (PDF/A-2a), without disk or network.

mod held;
pub(crate) mod letter;
mod world;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::document::{Block, Document, table};
use crate::lines::held;
use crate::svg;
use crate::{PaperError, fonts, widths};
use world::PaperWorld;

/// The page layout; it reads `document.json` and the pictures beside it.
const TEMPLATE: &str =
    concat!(include_str!("../templates/lines.typ"), include_str!("../templates/document.typ"));

/// What the page layout reads.
#[derive(Serialize)]
struct Sheet<'a> {
    /// The document without its blocks.
    document: &'a Document,
    blocks: Vec<Block>,
    /// One for each block.
    layouts: Vec<Layout>,
}

/// What the page layout needs for a block beside its text.
#[derive(Default, Serialize)]
struct Layout {
    /// Relative widths of the columns of a table.
    widths: Vec<i64>,
    /// How many rows at the end of a table stay together; nothing when all do.
    last_rows: Option<usize>,
    /// Whether the block leads into a list.
    leads: bool,
    /// The pieces of a chart.
    pieces: Vec<Piece>,
}

/// A piece of a chart: its title, and the name of its file.
#[derive(Serialize)]
struct Piece {
    title: String,
    picture: String,
}

/// The document as a PDF file; the same document always gives the same bytes.
///
/// # Errors
/// [`PaperError::Typeset`] when the pages cannot be set, [`PaperError::Pdf`] when they cannot be
/// written.
pub fn render(document: &Document) -> Result<Vec<u8>, PaperError> {
    set(TEMPLATE, files(document)?, document.date)
}

/// Sets pages that a layout makes of files, and writes them as PDF.
fn set(template: &str, files: Vec<(String, Vec<u8>)>, date: Date) -> Result<Vec<u8>, PaperError> {
    let date = datetime(date)?;
    let world = PaperWorld::new(template, files, date)?;
    let pages = typst::compile::<PagedDocument>(&world).output;
    let bytes = pages
        .map_err(|errors| PaperError::Typeset(said(&errors)))
        .and_then(|pages| export(&pages, date));
    typst::comemo::evict(0);
    bytes
}

fn export(pages: &PagedDocument, date: Datetime) -> Result<Vec<u8>, PaperError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a])
        .map_err(|error| PaperError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(None),
        timestamp: Some(Timestamp::new_utc(date)),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map_err(|errors| PaperError::Pdf(said(&errors)))
}

/// The files the page layout reads, by name.
fn files(document: &Document) -> Result<Vec<(String, Vec<u8>)>, PaperError> {
    let bare = Document { blocks: Vec::new(), ..document.clone() };
    let blocks = document.blocks.iter().map(held::block).collect();
    let mut sheet = Sheet { document: &bare, blocks, layouts: Vec::new() };
    let mut charts = Vec::new();
    for (block, index) in document.blocks.iter().zip(0_usize..) {
        let mut layout = Layout { leads: document.leads_into_list(index), ..Layout::default() };
        match block {
            Block::Table(table) => {
                layout.widths = widths::of(table);
                layout.last_rows = (!table.is_short()).then_some(table::LAST_ROWS);
            }
            Block::Chart(chart) => {
                for (piece, number) in svg::pieces(chart).into_iter().zip(0_usize..) {
                    let name = format!("chart-{index}-{number}.svg");
                    let picture = drawable(&piece.drawing.markup.into_string());
                    charts.push((name.clone(), picture.into_bytes()));
                    layout.pieces.push(Piece { title: held(&piece.title), picture: name });
                }
            }
            _ => {}
        }
        sheet.layouts.push(layout);
    }
    charts.push(("document.json".to_owned(), readable(&sheet)?));
    Ok(charts)
}

/// What a page layout reads, without what no font draws.
fn readable(content: &impl Serialize) -> Result<Vec<u8>, PaperError> {
    Ok(serde_json::to_vec(&drawable_values(serde_json::to_value(content)?))?)
}

fn drawable_values(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(drawable(&text)),
        Value::Array(items) => items.into_iter().map(drawable_values).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, drawable_values(value))).collect()
        }
        other => other,
    }
}

/// The text with a replacement sign for what no embedded font draws, since PDF/A refuses that.
fn drawable(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'))
        .map(|c| match c {
            c if c.is_control() => ' ',
            c if c.is_ascii() || fonts::covers(c) => c,
            _ => char::REPLACEMENT_CHARACTER,
        })
        .collect()
}

fn datetime(date: Date) -> Result<Datetime, PaperError> {
    let part = |value: i8| u8::try_from(value).ok();
    part(date.month())
        .zip(part(date.day()))
        .and_then(|(month, day)| {
            Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
        })
        .ok_or_else(|| PaperError::Typeset(format!("{date} is no date")))
}

fn said(errors: &[SourceDiagnostic]) -> String {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    messages.join("; ")
}
