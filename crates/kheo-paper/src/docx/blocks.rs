//! The body of a document, block by block.

use docx_rs::{
    AlignmentType, Docx, Paragraph, Pic, Run, Shading, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, VertAlignType, WidthType,
};

use super::{TEXT_WIDTH, around, centred, mm, run, styles, to_width};
use crate::document::table::{self, Align};
use crate::document::{Block, Signature, Span};
use crate::raster::{self, Picture};
use crate::{PaperError, widths};

/// Half points of the text in tables.
const TABLE_TEXT: usize = 22;

/// English metric units in a twentieth of a point.
const EMU_PER_TWIP: u32 = 635;

/// Adds a block; the alternative text of each picture is pushed onto `pictures`.
pub(super) fn add(
    file: Docx,
    block: &Block,
    pictures: &mut Vec<String>,
) -> Result<Docx, PaperError> {
    Ok(match block {
        Block::Heading { level, text, .. } => {
            let text = run(text);
            file.add_paragraph(styles::heading_paragraph(*level).add_run(text))
        }
        Block::Paragraph(spans) => file.add_paragraph(runs(styles::body_paragraph(), spans, None)),
        Block::List(items) => items
            .iter()
            .fold(file, |file, item| file.add_paragraph(runs(styles::list_item(), item, None))),
        Block::Table(content) => add_table(file, content),
        Block::Chart(content) => {
            let caption = styles::caption_paragraph().add_run(run(&content.title));
            let parts = raster::pictures(content)?;
            parts.into_iter().fold(file.add_paragraph(caption), |file, part| {
                pictures.push(content.alt.clone());
                file.add_paragraph(picture(part, pictures.len()))
            })
        }
        Block::Signature(content) => {
            file.add_paragraph(Paragraph::new().keep_next(true)).add_table(signature(content))
        }
    })
}

fn runs(paragraph: Paragraph, spans: &[Span], size: Option<usize>) -> Paragraph {
    let sized = |run: Run| match size {
        Some(size) => run.size(size),
        None => run,
    };
    spans.iter().fold(paragraph, |paragraph, span| {
        let shown = sized(run(span.text()));
        match span {
            Span::Text(_) => paragraph.add_run(shown),
            Span::Strong(_) => paragraph.add_run(shown.bold()),
            Span::Quiet(_) => paragraph.add_run(shown.italic()),
            Span::Figure(figure) => match &figure.mark {
                Some(mark) => paragraph.add_run(shown).add_run(sized(raised(mark))),
                None => paragraph.add_run(shown),
            },
        }
    })
}

fn raised(mark: &str) -> Run {
    let mut raised = run(mark);
    raised.run_property = raised.run_property.vert_align(VertAlignType::SuperScript);
    raised
}

fn add_table(file: Docx, content: &table::Table) -> Docx {
    let caption = run(&content.caption);
    let file = file
        .add_paragraph(styles::caption_paragraph().add_run(caption))
        .add_table(bordered(content));
    let note = run(content.note.as_deref().unwrap_or_default());
    file.add_paragraph(
        Paragraph::new().add_run(note.italic().size(TABLE_TEXT)).line_spacing(around(60, 160)),
    )
}

fn bordered(content: &table::Table) -> Table {
    let grid = grid(&widths::of(content));
    let cell = |width: usize, align: Align| {
        let cell = TableCell::new().width(width, WidthType::Dxa).vertical_align(VAlignType::Center);
        (cell, Paragraph::new().align(alignment(align)))
    };
    let heading = content.columns.iter().zip(&grid).map(|(column, width)| {
        let (cell, paragraph) = cell(*width, Align::Centre);
        let text = run(&column.title).bold().size(TABLE_TEXT);
        cell.shading(Shading::new().fill("EEF3F0")).add_paragraph(paragraph.add_run(text))
    });
    let mut rows = vec![TableRow::new(heading.collect()).cant_split()];
    for (row, spans) in content.even_rows() {
        let columns = spans.iter().zip(&content.columns).zip(&grid);
        let cells = columns.map(|((spans, column), width)| {
            let (cell, paragraph) = cell(*width, column.align);
            let paragraph = runs(paragraph, spans, Some(TABLE_TEXT));
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
    for child in &mut paragraph.children {
        if let docx_rs::ParagraphChild::Run(run) = child {
            run.run_property = run.run_property.clone().bold();
        }
    }
    paragraph
}

/// The width of the text shared out by weight; the last column takes what division leaves.
fn grid(weights: &[usize]) -> Vec<usize> {
    let whole = weights.iter().sum::<usize>().max(1);
    let room = to_width(TEXT_WIDTH);
    let mut left = room;
    let shared = weights.iter().enumerate().map(|(index, weight)| {
        let width = if index + 1 == weights.len() { left } else { room * weight / whole };
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
    let mut right = TableCell::new()
        .add_paragraph(centred(run(&signature.authority).bold()))
        .add_paragraph(centred(run(&signature.post).bold()))
        .add_paragraph(centred(run(&signature.note).italic()).line_spacing(around(600, 600)));
    if let Some(name) = &signature.name {
        right = right.add_paragraph(centred(run(name).bold()));
    }
    let widths = [mm(75), TEXT_WIDTH - mm(75)].map(to_width);
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
