//! Documents as DOCX, for word processors.

mod blocks;
pub(crate) mod letter;
mod package;
mod styles;

use std::io::Cursor;

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, LineSpacing, PageMargin, PageNum, Paragraph,
    Run, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use crate::PaperError;
use crate::document::{Document, Heads};
use crate::lines::{balanced, held, width};
use crate::xml::printable;
use blocks::Parts;
use package::Properties;

/// Twentieths of a point in a millimetre, times a hundred.
const TWIPS_PER_100_MM: u32 = 5669;

/// Width of the text between the margins of an A4 page: 210 − 30 − 15 mm.
const TEXT_WIDTH: u32 = mm(165);

const fn mm(millimetres: u32) -> u32 {
    millimetres * TWIPS_PER_100_MM / 100
}

/// The document as a DOCX file: A4, Times New Roman 14, charts as pictures.
///
/// # Errors
/// [`PaperError::Chart`] when a chart cannot be drawn, [`PaperError::Docx`] when the file cannot
/// be written.
pub fn render(document: &Document) -> Result<Vec<u8>, PaperError> {
    let mut file = styles::add(page(document));
    file = file.add_table(heads(&document.heads));
    let title = even(&document.title, TEXT_WIDTH, 32).bold();
    let subtitle = even(&document.subtitle, TEXT_WIDTH, 28).bold();
    file = file
        .add_paragraph(centred(title).line_spacing(around(360, 0)))
        .add_paragraph(centred(subtitle).line_spacing(around(0, 240)));
    let mut parts = Parts::default();
    for (block, place) in document.blocks.iter().zip(0_usize..) {
        file = blocks::add(file, block, document.leads_into_list(place), &mut parts)?;
    }
    let properties = Properties {
        lang: &document.lang,
        title: &format!("{} {}", document.title, document.subtitle),
        creator: &document.heads.left_strong,
        date: document.date,
    };
    packed(file, &properties, &parts)
}

fn packed(file: Docx, properties: &Properties<'_>, parts: &Parts) -> Result<Vec<u8>, PaperError> {
    let mut package = file.build();
    package::finish(&mut package, properties, parts)?;
    let mut bytes = Cursor::new(Vec::new());
    package.pack(&mut bytes).map_err(|error| PaperError::Docx(error.to_string()))?;
    Ok(bytes.into_inner())
}

fn page(document: &Document) -> Docx {
    let margin = PageMargin {
        top: millimetres(20),
        bottom: millimetres(20),
        left: millimetres(30),
        right: millimetres(15),
        header: millimetres(9),
        footer: millimetres(9),
        gutter: 0,
    };
    let number = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    let file = Docx::new()
        .page_size(mm(210), mm(297))
        .page_margin(margin)
        .footer(Footer::new().add_paragraph(number));
    match &document.notice {
        Some(notice) => {
            let line = centred(run(notice).italic().size(20));
            file.header(Header::new().add_paragraph(line))
        }
        None => file,
    }
}

fn millimetres(millimetres: u32) -> i32 {
    i32::try_from(mm(millimetres)).unwrap_or(i32::MAX)
}

/// The two columns at the head of the first page.
fn heads(heads: &Heads) -> Table {
    let [left_room, right_room] = [mm(72), TEXT_WIDTH - mm(72)];
    let mut left = TableCell::new();
    for line in &heads.left {
        left = left.add_paragraph(centred(even(line, left_room, styles::BODY)));
    }
    left = left
        .add_paragraph(centred(even(&heads.left_strong, left_room, styles::BODY).bold()))
        .add_paragraph(centred(run("*")));
    if let Some(number) = &heads.number {
        left = left.add_paragraph(centred(run(number)));
    }
    let size = if fits(&heads.right_strong, right_room, 30) { 30 } else { styles::BODY };
    let heading = even(&heads.right_strong, right_room, size).bold().underline("single");
    let right = TableCell::new()
        .add_paragraph(centred(heading).line_spacing(around(0, 120)))
        .add_paragraph(centred(run(&held(&heads.place_date)).italic()));
    let widths = [left_room, right_room].map(to_width);
    let [left_width, right_width] = widths;
    let row = TableRow::new(vec![
        left.width(left_width, WidthType::Dxa),
        right.width(right_width, WidthType::Dxa),
    ]);
    Table::without_borders(vec![row])
        .set_grid(widths.to_vec())
        .width(to_width(TEXT_WIDTH), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

fn to_width(twips: u32) -> usize {
    usize::try_from(twips).unwrap_or(usize::MAX)
}

fn run(text: &str) -> Run {
    Run::new().add_text(printable(text))
}

/// The text in letters of `size` half points, on lines that are about as long as each other.
fn even(text: &str, room: u32, size: usize) -> Run {
    let lines = balanced(&printable(text), in_letters(room, size));
    lines.iter().enumerate().fold(Run::new().size(size), |run, (place, line)| {
        let run = if place == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        run.add_text(line)
    })
}

fn fits(text: &str, room: u32, size: usize) -> bool {
    width(text) <= in_letters(room, size)
}

/// A width in hundredths of the size of letters; bold ones take a twentieth more room.
fn in_letters(twips: u32, half_points: usize) -> i64 {
    let half_points = i64::try_from(half_points).unwrap_or(i64::MAX).max(1);
    i64::from(twips) * 1_000 / (half_points * 105)
}

fn centred(run: Run) -> Paragraph {
    Paragraph::new().align(AlignmentType::Center).add_run(run)
}

/// Room before and after a paragraph, in twentieths of a point.
fn around(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}
