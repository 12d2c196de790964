//! Named styles and lists of the word-processor file.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    LineSpacingType, NumberFormat, Numbering, NumberingId, Paragraph, Run, RunFonts,
    SpecialIndentType, Start, Style, StyleType,
};

use super::around;

const FONT: &str = "Times New Roman";

/// Half points of the body text.
pub(super) const BODY: usize = 28;

const BODY_STYLE: &str = "Body";
const CAPTION_STYLE: &str = "Caption";
const LIST_STYLE: &str = "ListItem";
const SOURCE_STYLE: &str = "Source";
const LINK_STYLE: &str = "Hyperlink";

/// Numbers of the two kinds of list; 1 is taken by the library.
const LIST: usize = 2;
const SOURCES: usize = 3;

/// Adds fonts, styles and lists to an empty file.
pub(super) fn add(file: Docx) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let file = file.default_fonts(fonts).default_size(BODY);
    let file =
        vec![heading(1), heading(2), heading(3), body(), caption(), item(), source(), link()]
            .into_iter()
            .fold(file, Docx::add_style);
    let dash = level("bullet", "–", 720, 300);
    let number = level("decimal", "[%1]", 600, 600);
    file.add_abstract_numbering(AbstractNumbering::new(LIST).add_level(dash))
        .add_numbering(Numbering::new(LIST, LIST))
        .add_abstract_numbering(AbstractNumbering::new(SOURCES).add_level(number))
        .add_numbering(Numbering::new(SOURCES, SOURCES))
}

/// The one level of a list, indented and hanging by twentieths of a point.
fn level(format: &str, label: &str, indent: i32, hanging: i32) -> Level {
    let format = NumberFormat::new(format);
    Level::new(0, Start::new(1), format, LevelText::new(label), LevelJc::new("left")).indent(
        Some(indent),
        Some(SpecialIndentType::Hanging(hanging)),
        None,
        None,
    )
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

/// An empty item of the numbered sources.
pub(super) fn source_item() -> Paragraph {
    Paragraph::new().style(SOURCE_STYLE).numbering(NumberingId::new(SOURCES), IndentLevel::new(0))
}

/// The run as a link is shown.
pub(super) fn as_link(run: Run) -> Run {
    run.style(LINK_STYLE)
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

fn source() -> Style {
    Style::new(SOURCE_STYLE, StyleType::Paragraph)
        .name("Source")
        .based_on("Normal")
        .size(24)
        .align(AlignmentType::Left)
        .line_spacing(around(0, 60))
}

fn link() -> Style {
    Style::new(LINK_STYLE, StyleType::Character)
        .name("Hyperlink")
        .color("1D5FA8")
        .underline("single")
}

fn caption() -> Style {
    Style::new(CAPTION_STYLE, StyleType::Paragraph)
        .name("caption")
        .based_on("Normal")
        .size(26)
        .bold()
        .line_spacing(around(240, 100))
}
