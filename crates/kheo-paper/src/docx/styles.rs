//! Named styles and the list of the word-processor file.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    LineSpacingType, NumberFormat, Numbering, NumberingId, Paragraph, RunFonts, SpecialIndentType,
    Start, Style, StyleType,
};

use super::around;

const FONT: &str = "Times New Roman";

/// Half points of the body text.
const BODY: usize = 28;

const BODY_STYLE: &str = "Body";
const CAPTION_STYLE: &str = "Caption";
const LIST_STYLE: &str = "ListItem";

/// Number of the one kind of list; 1 is taken by the library.
const LIST: usize = 2;

/// Adds fonts, styles and the list to an empty file.
pub(super) fn add(file: Docx) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let file = file.default_fonts(fonts).default_size(BODY);
    let file = vec![heading(1), heading(2), heading(3), body(), caption(), item()]
        .into_iter()
        .fold(file, Docx::add_style);
    let dash = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("–"),
        LevelJc::new("left"),
    )
    .indent(Some(720), Some(SpecialIndentType::Hanging(300)), None, None);
    file.add_abstract_numbering(AbstractNumbering::new(LIST).add_level(dash))
        .add_numbering(Numbering::new(LIST, LIST))
}

/// An empty paragraph of the body.
pub(super) fn body_paragraph() -> Paragraph {
    Paragraph::new().style(BODY_STYLE)
}

/// An empty caption that stays with what follows.
pub(super) fn caption_paragraph() -> Paragraph {
    Paragraph::new().style(CAPTION_STYLE).keep_next(true)
}

/// An empty item of a list.
pub(super) fn list_item() -> Paragraph {
    Paragraph::new().style(LIST_STYLE).numbering(NumberingId::new(LIST), IndentLevel::new(0))
}

/// An empty heading.
pub(super) fn heading_paragraph(level: u8) -> Paragraph {
    Paragraph::new().style(&heading_id(level.clamp(1, 3))).keep_next(true)
}

fn heading_id(level: u8) -> String {
    format!("Heading{level}")
}

fn heading(level: u8) -> Style {
    let style = Style::new(heading_id(level), StyleType::Paragraph)
        .name(format!("heading {level}"))
        .based_on("Normal")
        .next(BODY_STYLE)
        .size(BODY)
        .bold()
        .outline_lvl(usize::from(level) - 1)
        .line_spacing(around(if level == 1 { 320 } else { 200 }, 80));
    if level > 2 { style.italic() } else { style }
}

fn body() -> Style {
    let spacing = LineSpacing::new().after(120).line(276).line_rule(LineSpacingType::Auto);
    Style::new(BODY_STYLE, StyleType::Paragraph)
        .name("Body Text")
        .based_on("Normal")
        .q_format(true)
        .align(AlignmentType::Both)
        .indent(None, Some(SpecialIndentType::FirstLine(720)), None, None)
        .line_spacing(spacing)
}

fn item() -> Style {
    let spacing = LineSpacing::new().after(60).line(276).line_rule(LineSpacingType::Auto);
    Style::new(LIST_STYLE, StyleType::Paragraph)
        .name("List Bullet")
        .based_on("Normal")
        .align(AlignmentType::Both)
        .line_spacing(spacing)
}

fn caption() -> Style {
    Style::new(CAPTION_STYLE, StyleType::Paragraph)
        .name("caption")
        .based_on("Normal")
        .size(26)
        .bold()
        .line_spacing(around(240, 100))
}
