//! Letters as DOCX.

mod signed;

use docx_rs::{
    AlignmentType, BorderType, Docx, Footer, Header, LineSpacing, LineSpacingType, PageMargin,
    PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    SpecialIndentType, Table, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::blocks::Parts;
use super::package::Properties;
use super::{around, centred, even, millimetres, mm, packed, run, styles, to_width};
use crate::PaperError;
use crate::letter::PageNumber;
use crate::letter::sheet::{Line, Sheet};
use crate::lines::width;

/// Room of the issuing body at the head of the page, and of the recipients at its end.
const LEFT: u32 = mm(70);

/// Width of bold letters of the file's font in hundredths of the estimate.
const BOLD: i64 = 93;

/// The letter as a DOCX file: A4, Times New Roman.
///
/// # Errors
/// [`PaperError::Docx`] when the file cannot be written.
pub(crate) fn render(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let file = styles::add(page(sheet));
    let file =
        if sheet.issuer.is_empty() { nation(file, sheet) } else { file.add_table(heads(sheet)) };
    let file = opening(file, sheet);
    let file = body(file, sheet);
    let file = signed::add(file, sheet);
    let properties = Properties {
        lang: sheet.lang,
        title: &sheet.title(),
        creator: &sheet.issuer,
        date: sheet.date,
    };
    packed(file, &properties, &Parts::default())
}

/// Room for text between the margins.
fn text_width(sheet: &Sheet) -> u32 {
    let margins = &sheet.layout.margins;
    mm(210) - mm(margins.left) - mm(margins.right)
}

/// Half points of so many points.
fn points(size: u32) -> usize {
    to_width(size * 2)
}

fn page(sheet: &Sheet) -> Docx {
    let margins = &sheet.layout.margins;
    let margin = PageMargin {
        top: millimetres(margins.top),
        bottom: millimetres(margins.bottom),
        left: millimetres(margins.left),
        right: millimetres(margins.right),
        header: millimetres(9),
        footer: millimetres(9),
        gutter: 0,
    };
    let notice = || match sheet.notice.as_str() {
        "" => Header::new(),
        notice => Header::new().add_paragraph(centred(run(notice).italic().size(20))),
    };
    let number = Paragraph::new().add_page_num(PageNum::new());
    let file = Docx::new().page_size(mm(210), mm(297)).page_margin(margin).first_header(notice());
    match sheet.layout.page_number {
        PageNumber::TopCentre => {
            file.header(notice().add_paragraph(number.align(AlignmentType::Center)))
        }
        PageNumber::BottomRight => file
            .header(notice())
            .first_footer(Footer::new())
            .footer(Footer::new().add_paragraph(number.align(AlignmentType::Right))),
    }
}

/// The two columns at the head of the first page.
fn heads(sheet: &Sheet) -> Table {
    let (sizes, right_room) = (&sheet.layout.sizes, text_width(sheet) - LEFT);
    let line = |text: &str, room: u32, size: u32| even(text, room, points(size));
    let mut left = TableCell::new();
    if !sheet.parent.is_empty() {
        left = left.add_paragraph(centred(line(&sheet.parent, LEFT, sizes.issuer)));
    }
    let issuer_width = drawn(&sheet.issuer, sizes.issuer).min(LEFT) * 2 / 5;
    left = left
        .add_paragraph(centred(line(&sheet.issuer, LEFT, sizes.issuer).bold()))
        .add_paragraph(rule(issuer_width, LEFT))
        .add_paragraph(centred(line(&sheet.number, LEFT, sizes.number)));
    if sheet.kind.is_empty() && !sheet.about.is_empty() {
        let about = centred(line(&sheet.about, LEFT, sizes.about));
        left = left.add_paragraph(about.line_spacing(around(60, 0)));
    }
    let motto = drawn(&sheet.motto, sizes.motto).min(right_room);
    let right = TableCell::new()
        .add_paragraph(centred(line(&sheet.nation, right_room, sizes.nation).bold()))
        .add_paragraph(centred(line(&sheet.motto, right_room, sizes.motto).bold()))
        .add_paragraph(rule(motto, right_room))
        .add_paragraph(centred(line(&sheet.place_date, right_room, sizes.motto).italic()));
    columns(vec![(left, right)], [LEFT, right_room])
}

/// The name of the nation over the whole page, and where and when below it.
fn nation(file: Docx, sheet: &Sheet) -> Docx {
    let (sizes, room) = (&sheet.layout.sizes, text_width(sheet));
    let line = |text: &str, size: u32| even(text, room, points(size));
    let place_date = Paragraph::new().align(AlignmentType::Right);
    let place_date = place_date.add_run(line(&sheet.place_date, sizes.motto).italic());
    file.add_paragraph(centred(line(&sheet.nation, sizes.nation).bold()))
        .add_paragraph(centred(line(&sheet.motto, sizes.motto).bold()))
        .add_paragraph(rule(drawn(&sheet.motto, sizes.motto), room))
        .add_paragraph(place_date.line_spacing(around(160, 0)))
}

/// Rows of two columns without borders.
fn columns(rows: Vec<(TableCell, TableCell)>, widths: [u32; 2]) -> Table {
    let [left, right] = widths.map(to_width);
    let rows = rows.into_iter().map(|(first, second)| {
        TableRow::new(vec![first.width(left, WidthType::Dxa), second.width(right, WidthType::Dxa)])
    });
    Table::without_borders(rows.collect())
        .set_grid(vec![left, right])
        .width(left + right, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
}

/// Estimated width of bold letters of so many points, in twentieths of a point.
fn drawn(text: &str, size: u32) -> u32 {
    u32::try_from(width(text) * BOLD * i64::from(size) * 20 / 10_000).unwrap_or(u32::MAX)
}

/// A line across the middle of the room.
fn rule(width: u32, room: u32) -> Paragraph {
    let side = i32::try_from(room.saturating_sub(width) / 2).unwrap_or_default();
    let border = ParagraphBorder::new(ParagraphBorderPosition::Top)
        .val(BorderType::Single)
        .size(6)
        .color("000000");
    let mut line = Paragraph::new()
        .indent(Some(side), None, Some(side), None)
        .add_run(run("").size(4))
        .line_spacing(exactly(100).before(70));
    line.property = line.property.set_borders(ParagraphBorders::with_empty().set(border));
    line
}

fn exactly(height: i32) -> LineSpacing {
    LineSpacing::new().line(height).line_rule(LineSpacingType::Exact)
}

/// What stands between the head and the body.
fn opening(file: Docx, sheet: &Sheet) -> Docx {
    let (sizes, room) = (&sheet.layout.sizes, text_width(sheet));
    let strong = |text: &str| centred(even(text, room, points(sizes.body)).bold());
    let mut file = file;
    if !sheet.kind.is_empty() {
        file = file.add_paragraph(strong(&sheet.kind).outline_lvl(0).line_spacing(around(320, 0)));
        if !sheet.about.is_empty() {
            let width = (drawn(&sheet.about, sizes.body) / 3).min(mm(40));
            let about = strong(&sheet.about).line_spacing(around(60, 0));
            let mut line = rule(width, room);
            if sheet.addressees.is_empty() && sheet.decides.is_empty() {
                line = line.line_spacing(exactly(100).before(70).after(200));
            }
            file = file.add_paragraph(about).add_paragraph(line);
        }
    }
    file = addressees(file, sheet);
    if !sheet.decides.is_empty() {
        file = file.add_paragraph(strong(&sheet.decides).line_spacing(around(200, 200)));
    }
    for line in &sheet.basis {
        file = file.add_paragraph(styles::body_paragraph().add_run(run(line).italic()));
    }
    if !sheet.enacting.is_empty() {
        let enacting = strong(&sheet.enacting).keep_next(true);
        file = file.add_paragraph(enacting.line_spacing(around(200, 200)));
    }
    file
}

fn addressees(file: Docx, sheet: &Sheet) -> Docx {
    let body = sheet.layout.sizes.body;
    let to = drawn(&sheet.to, body) + mm(2);
    let room = text_width(sheet);
    let longest = sheet.addressees.iter().map(|one| drawn(one, body)).max().unwrap_or_default();
    let taken = (to + longest + mm(4)).min(room - mm(26));
    let side = i32::try_from((room - taken) / 2).unwrap_or_default();
    let hang = i32::try_from(to).unwrap_or_default();
    let line = |indent: i32, hanging: i32| {
        let hanging = (hanging > 0).then_some(SpecialIndentType::Hanging(hanging));
        Paragraph::new().indent(Some(indent), hanging, Some(side.min(720)), None)
    };
    match sheet.addressees.as_slice() {
        [] => file,
        [one] => {
            let text = run(&format!("{} {one}", sheet.to));
            file.add_paragraph(line(side + hang, hang).add_run(text).line_spacing(around(280, 200)))
        }
        several => {
            let to = line(side, 0).keep_next(true).add_run(run(&sheet.to));
            let file = file.add_paragraph(to.line_spacing(around(280, 40)));
            let count = several.len();
            several.iter().zip(1..).fold(file, |file, (one, place)| {
                let after = if place == count { 200 } else { 40 };
                let text = run(&format!("- {one}"));
                let item = line(side + hang + 160, 160).add_run(text);
                file.add_paragraph(item.line_spacing(around(0, after)))
            })
        }
    }
}

/// The passages; the last one stays with the signature.
fn body(file: Docx, sheet: &Sheet) -> Docx {
    let count = sheet.body.len();
    sheet.body.iter().zip(1..).fold(file, |file, (line, place)| {
        file.add_paragraph(passage(line).keep_next(place == count))
    })
}

fn passage(line: &Line) -> Paragraph {
    let paragraph = styles::body_paragraph();
    let paragraph = match line.label.as_str() {
        "" => paragraph,
        label if line.strong => paragraph.add_run(run(&format!("{label}\u{a0}")).bold()),
        label => paragraph.add_run(run(&format!("{label}\u{a0}"))),
    };
    paragraph.add_run(run(&line.text))
}
