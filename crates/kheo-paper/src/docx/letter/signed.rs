//! Who signs a letter, and who receives it.

use docx_rs::{Docx, Paragraph, SpecialIndentType, TableCell};

use super::{columns, exactly, points, text_width};
use crate::docx::{around, centred, even, mm, run};
use crate::letter::sheet::{Sheet, Signature};

/// Room of the recipients.
const LEFT: u32 = mm(75);

/// Room that a signature and the seal take, in twentieths of a point.
const SIGNED: u32 = 1_400;

/// Room that the signatures of several take, who have no seal.
const WRITTEN: u32 = 1_000;

/// Room between two rows of signatures.
const BETWEEN: u32 = 320;

/// Adds the end of the letter.
pub(super) fn add(file: Docx, sheet: &Sheet) -> Docx {
    let gap = run("").size(12);
    let gap = Paragraph::new().keep_next(true).add_run(gap).line_spacing(exactly(240));
    let file = file.add_paragraph(gap.clone());
    match sheet.signatures.as_slice() {
        [] | [_] => beside(file, sheet),
        several => {
            let file = together(file, sheet, several);
            if sheet.recipients.is_empty() {
                return file;
            }
            let more = sheet.more_recipients.iter().map(|one| item(sheet, one));
            let together = recipients(sheet).map(|line| line.keep_next(true)).chain(more);
            together.fold(file.add_paragraph(gap), Docx::add_paragraph)
        }
    }
}

/// One signature at the right of the recipients.
fn beside(file: Docx, sheet: &Sheet) -> Docx {
    let room = text_width(sheet) - LEFT;
    let left = recipients(sheet).fold(TableCell::new(), TableCell::add_paragraph);
    let right = sheet.signatures.iter().flat_map(|one| signature(sheet, one, room, SIGNED));
    let right = right.fold(TableCell::new(), TableCell::add_paragraph);
    // An empty cell is as high as its letters would be.
    let empty = Paragraph::new().add_run(run("").size(points(sheet.layout.sizes.recipients)));
    let empty = empty.size(points(sheet.layout.sizes.recipients));
    let more = sheet.more_recipients.iter().map(|one| {
        let cell = TableCell::new().add_paragraph(item(sheet, one));
        (cell, TableCell::new().add_paragraph(empty.clone()))
    });
    file.add_table(columns(std::iter::once((left, right)).chain(more).collect(), [LEFT, room]))
}

/// Several signatures, two to a row; a last one alone stands at the right.
fn together(file: Docx, sheet: &Sheet, several: &[Signature]) -> Docx {
    let room = text_width(sheet) / 2;
    let cell = |one: &Signature| {
        let lines = signature(sheet, one, room, WRITTEN);
        let last = Paragraph::new().add_run(run("").size(12)).line_spacing(around(BETWEEN, 0));
        let lines = lines.into_iter().chain([last]).map(|line| line.keep_next(true));
        lines.fold(TableCell::new(), TableCell::add_paragraph)
    };
    let empty = || TableCell::new().add_paragraph(Paragraph::new().keep_next(true));
    let rows = several.chunks(2).map(|row| match row {
        [left, right] => (cell(left), cell(right)),
        row => (empty(), row.first().map_or_else(empty, cell)),
    });
    file.add_table(columns(rows.collect(), [room, room]))
}

/// The lines of a signature in a column of that width, with so much room to sign.
fn signature(sheet: &Sheet, one: &Signature, width: u32, room: u32) -> Vec<Paragraph> {
    let size = points(sheet.layout.sizes.body);
    let strong = |text: &str| centred(even(text, width, size).bold());
    let mut lines: Vec<Paragraph> = one.signed_as.iter().map(|line| strong(line)).collect();
    if !one.asked.is_empty() {
        let asked = even(&one.asked, width, points(sheet.layout.sizes.about)).italic();
        lines.push(centred(asked));
    }
    lines.push(strong(&one.name).line_spacing(around(room, 0)));
    lines
}

/// The recipients that stand together, under their title; nothing when there are none.
fn recipients(sheet: &Sheet) -> impl Iterator<Item = Paragraph> {
    let title = (!sheet.recipients.is_empty()).then(|| {
        let title = run(&sheet.recipients_title).bold().italic();
        Paragraph::new().add_run(title.size(points(sheet.layout.sizes.recipients_title)))
    });
    title.into_iter().chain(sheet.recipients.iter().map(|one| item(sheet, one)))
}

fn item(sheet: &Sheet, recipient: &str) -> Paragraph {
    let text = run(&format!("- {recipient}")).size(points(sheet.layout.sizes.recipients));
    Paragraph::new()
        .indent(Some(120), Some(SpecialIndentType::Hanging(120)), None, None)
        .add_run(text)
}
