//! The body of a document, block by block.

use docx_rs::{
    AlignmentType, Docx, Hyperlink, HyperlinkData, HyperlinkType, Paragraph, ParagraphChild, Pic,
    Run, Shading, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    VertAlignType, WidthType,
};

use super::{TEXT_WIDTH, around, centred, even, mm, run, styles, to_width};
use crate::document::table::{self, Align};
use crate::document::{Block, Signature, Source, Span};
use crate::lines::{held, held_value};
use crate::raster::{self, Picture};
use crate::{PaperError, svg, widths};

/// Half points of the text in tables.
const TABLE_TEXT: usize = 22;

/// English metric units in a twentieth of a point.
const EMU_PER_TWIP: u32 = 635;

/// What the package tells beside the body.
#[derive(Default)]
pub(super) struct Parts {
    /// The alternative text of each picture.
    pub(super) pictures: Vec<String>,
    /// The address of each link.
    pub(super) links: Vec<String>,
}

/// Adds a block; its pictures and links are pushed onto `parts`. A paragraph stays with a list that
/// it leads into.
pub(super) fn add(
    file: Docx,
    block: &Block,
    leads: bool,
    parts: &mut Parts,
) -> Result<Docx, PaperError> {
    Ok(match block {
        Block::Heading { level, text, .. } => {
            let text = run(&held(text));
            file.add_paragraph(styles::heading_paragraph(*level).add_run(text))
        }
        Block::Paragraph(spans) => {
            let paragraph = styles::body_paragraph().keep_next(leads);
            file.add_paragraph(runs(paragraph, spans, None, parts))
        }
        Block::List(items) => items.iter().fold(file, |file, item| {
            file.add_paragraph(runs(styles::list_item(), item, None, parts))
        }),
        Block::Sources(sources) => {
            sources.iter().fold(file, |file, one| file.add_paragraph(source(one, parts)))
        }
        Block::Table(content) => add_table(file, content, parts),
        Block::Chart(content) => {
            let mut file = file;
            for piece in svg::pieces(content) {
                let caption = styles::caption_paragraph().add_run(run(&held(&piece.title)));
                let drawn = raster::picture(piece.drawing, &content.title)?;
                parts.pictures.push(content.alt.clone());
                let picture = picture(drawn, parts.pictures.len());
                file = file.add_paragraph(caption).add_paragraph(picture);
            }
            file
        }
        Block::Signature(content) => {
            file.add_paragraph(Paragraph::new().keep_next(true)).add_table(signature(content))
        }
    })
}

/// Adds spans to a paragraph; those of a table have a `size` of their own.
fn runs(paragraph: Paragraph, spans: &[Span], size: Option<usize>, parts: &mut Parts) -> Paragraph {
    let sized = |run: Run| match size {
        Some(size) => run.size(size),
        None => run,
    };
    spans.iter().fold(paragraph, |paragraph, span| {
        let shown = |text: String| sized(run(&text));
        match span {
            Span::Text(text) => paragraph.add_run(shown(held(text))),
            Span::Strong(text) => paragraph.add_run(shown(held(text)).bold()),
            Span::Quiet(text) => paragraph.add_run(shown(held(text)).italic()),
            Span::Figure(figure) => {
                let value = shown(match size {
                    Some(_) => held_value(&figure.text),
                    None => held(&figure.text),
                });
                let paragraph = match figure.web_address() {
                    Some(href) => paragraph.add_hyperlink(link(href, value, parts)),
                    None => paragraph.add_run(value),
                };
                match &figure.mark {
                    Some(mark) => paragraph.add_run(sized(raised(mark))),
                    None => paragraph,
                }
            }
        }
    })
}

fn source(source: &Source, parts: &mut Parts) -> Paragraph {
    let text = run(&source.text);
    match &source.href {
        Some(href) => styles::source_item().add_hyperlink(link(href, styles::as_link(text), parts)),
        None => styles::source_item().add_run(text),
    }
}

/// A link; the library counts links over all files, so that the file gives its own names to them.
fn link(href: &str, shown: Run, parts: &mut Parts) -> Hyperlink {
    let mut link = Hyperlink::new(href, HyperlinkType::External).add_run(shown);
    let known = parts.links.iter().position(|known| known == href);
    let place = known.unwrap_or_else(|| {
        parts.links.push(href.to_owned());
        parts.links.len() - 1
    });
    link.link = HyperlinkData::External { rid: link_name(place), path: String::new() };
    link
}

/// The name of a link within the package.
pub(super) fn link_name(place: usize) -> String {
    format!("rIdLink{}", place + 1)
}

fn raised(mark: &str) -> Run {
    let mut raised = run(mark);
    raised.run_property = raised.run_property.vert_align(VertAlignType::SuperScript);
    raised
}

fn add_table(file: Docx, content: &table::Table, parts: &mut Parts) -> Docx {
    let caption = run(&held(&content.caption));
    let file = file
        .add_paragraph(styles::caption_paragraph().add_run(caption))
        .add_table(bordered(content, parts));
    let note = run(content.note.as_deref().unwrap_or_default());
    file.add_paragraph(
        Paragraph::new().add_run(note.italic().size(TABLE_TEXT)).line_spacing(around(60, 160)),
    )
}

fn bordered(content: &table::Table, parts: &mut Parts) -> Table {
    let grid = grid(&widths::of(content));
    let cell = |width: usize, align: Align, keep_next: bool| {
        let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
        (cell, Paragraph::new().align(alignment(align)).keep_next(keep_next))
    };
    let heading = content.columns.iter().zip(&grid).map(|(column, width)| {
        let (cell, paragraph) = cell(*width, Align::Centre, true);
        let text = run(&column.title).bold().size(TABLE_TEXT);
        cell.shading(Shading::new().fill("EEF3F0")).add_paragraph(paragraph.add_run(text))
    });
    let mut rows = vec![TableRow::new(heading.collect()).cant_split()];
    for ((row, spans), place) in content.even_rows().zip(1..) {
        let keep_next = content.keeps_next(place);
        let columns = spans.iter().zip(&content.columns).zip(&grid);
        let cells = columns.map(|((spans, column), width)| {
            let (cell, paragraph) = cell(*width, column.align, keep_next);
            let paragraph = runs(paragraph, spans, Some(TABLE_TEXT), parts);
            cell.add_paragraph(if row.strong { strong(paragraph) } else { paragraph })
        });
        rows.push(TableRow::new(cells.collect()));
    }
    Table::new(rows)
        .set_grid(grid)
        .width(to_width(TEXT_WIDTH), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(40, 90, 40, 90))
}

fn strong(mut paragraph: Paragraph) -> Paragraph {
    paragraph.children.iter_mut().for_each(embolden);
    paragraph
}

fn embolden(child: &mut ParagraphChild) {
    match child {
        ParagraphChild::Run(run) => run.run_property = run.run_property.clone().bold(),
        ParagraphChild::Hyperlink(link) => link.children.iter_mut().for_each(embolden),
        _ => {}
    }
}

/// The width of the text shared out by weight; the last column takes what division leaves.
fn grid(weights: &[i64]) -> Vec<usize> {
    let whole = weights.iter().sum::<i64>().max(1);
    let mut left = to_width(TEXT_WIDTH);
    let shared = weights.iter().enumerate().map(|(index, weight)| {
        let share = usize::try_from(i64::from(TEXT_WIDTH) * weight / whole).unwrap_or_default();
        let width = if index + 1 == weights.len() { left } else { share.min(left) };
        left = left.saturating_sub(width);
        width
    });
    shared.collect()
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Start => AlignmentType::Left,
        Align::Centre => AlignmentType::Center,
        Align::End => AlignmentType::Right,
    }
}

fn picture(picture: Picture, number: usize) -> Paragraph {
    let width = TEXT_WIDTH * EMU_PER_TWIP;
    let height = i64::from(width) * picture.height / picture.width.max(1);
    let height = u32::try_from(height).unwrap_or(width);
    let pic = Pic::new_with_dimensions(picture.png, 1, 1)
        .id(format!("chart{number}"))
        .size(width, height);
    Paragraph::new().add_run(Run::new().add_image(pic)).line_spacing(around(0, 80))
}

fn signature(signature: &Signature) -> Table {
    let title = run(&signature.recipients_title).bold().italic();
    let mut left = TableCell::new().add_paragraph(Paragraph::new().add_run(title.size(24)));
    for recipient in &signature.recipients {
        let line = run(&format!("– {recipient}"));
        left = left.add_paragraph(Paragraph::new().add_run(line.size(22)));
    }
    let room = TEXT_WIDTH - mm(75);
    let mut right = TableCell::new()
        .add_paragraph(centred(even(&signature.authority, room, styles::BODY).bold()))
        .add_paragraph(centred(even(&signature.post, room, styles::BODY).bold()))
        .add_paragraph(centred(run(&signature.note).italic()).line_spacing(around(600, 600)));
    if let Some(name) = &signature.name {
        right = right.add_paragraph(centred(run(name).bold()));
    }
    let widths = [mm(75), room].map(to_width);
    let [left_width, right_width] = widths;
    let row = TableRow::new(vec![
        left.width(left_width, WidthType::Dxa),
        right.width(right_width, WidthType::Dxa),
    ]);
    Table::without_borders(vec![row])
        .set_grid(widths.to_vec())
        .width(to_width(TEXT_WIDTH), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}
