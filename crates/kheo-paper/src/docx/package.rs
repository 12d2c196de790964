//! What the DOCX library cannot say: alternative texts, links, repeated heading rows, language, title.

use docx_rs::XMLDocx;
use jiff::civil::Date;

use super::blocks::{Parts, link_name};
use crate::PaperError;
use crate::lines::plain;
use crate::xml::escaped;

/// How the library names every picture.
const PICTURE: &str = r#"<wp:docPr id="1" name="Figure" />"#;

/// How the library marks a row that must not split: only heading rows are marked so here.
const HEADING_ROW: &str = "<w:cantSplit />";

/// How the library writes a row without properties.
const PLAIN_ROW: &str = "<w:trPr />";

/// The end of the properties that all text starts from.
const DEFAULTS_END: &str = "</w:rPr></w:rPrDefault>";

/// What a file tells about itself.
pub(super) struct Properties<'a> {
    /// Language of its text: `vi` or `en`.
    pub(super) lang: &'a str,
    pub(super) title: &'a str,
    /// The body that issues it.
    pub(super) creator: &'a str,
    pub(super) date: Date,
}

/// Completes the package.
///
/// # Errors
/// [`PaperError::Docx`] when the library no longer writes what is replaced here.
pub(super) fn finish(
    package: &mut XMLDocx,
    properties: &Properties<'_>,
    parts: &Parts,
) -> Result<(), PaperError> {
    let body = text_of(&package.document)?;
    let body = described(&body, &parts.pictures)?
        .replace(HEADING_ROW, "<w:cantSplit /><w:tblHeader />")
        .replace(PLAIN_ROW, "<w:trPr><w:cantSplit /></w:trPr>");
    package.document = body.into_bytes();
    package.document_rels = linked(&text_of(&package.document_rels)?, &parts.links)?.into_bytes();

    let language = language(properties.lang);
    let styles = text_of(&package.styles)?;
    let (before, after) = split(&styles, DEFAULTS_END)?;
    let with_language =
        format!("{before}<w:lang w:val=\"{}\" />{DEFAULTS_END}{after}", escaped(language));
    package.styles = with_language.into_bytes();

    package.doc_props.core = core_properties(properties, language).into_bytes();
    Ok(())
}

/// Numbers the pictures and gives each its alternative text.
fn described(body: &str, pictures: &[String]) -> Result<String, PaperError> {
    let mut done = String::with_capacity(body.len());
    let mut rest = body;
    for (alt, number) in pictures.iter().zip(1_usize..) {
        let (before, after) = split(rest, PICTURE)?;
        let alt = escaped(alt);
        let picture = format!(r#"<wp:docPr id="{number}" name="Chart {number}" descr="{alt}" />"#);
        done.push_str(before);
        done.push_str(&picture);
        rest = after;
    }
    done.push_str(rest);
    Ok(done)
}

/// The relations of the body, with those of its links in the order of the document.
fn linked(relations: &str, links: &[String]) -> Result<String, PaperError> {
    const LINK: &str =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
    const END: &str = "</Relationships>";
    let (entries, after) = split(relations, END)?;
    let others = entries.split_inclusive("/>").filter(|entry| !entry.contains(LINK));
    let own = links.iter().enumerate().map(|(place, href)| {
        format!(
            r#"<Relationship Id="{}" Type="{LINK}" Target="{}" TargetMode="External" />"#,
            link_name(place),
            escaped(href)
        )
    });
    Ok(format!("{}{}{END}{after}", others.collect::<String>(), own.collect::<String>()))
}

fn core_properties(properties: &Properties<'_>, language: &str) -> String {
    let title = escaped(&plain(properties.title));
    let creator = escaped(&plain(properties.creator));
    let moment = format!("{}T00:00:00Z", properties.date);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><dc:language>{language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>"#,
        language = escaped(language),
    )
}

/// The language with the place whose spelling it follows, as word processors want it.
fn language(lang: &str) -> &str {
    match lang {
        "vi" => "vi-VN",
        "en" => "en-GB",
        other => other,
    }
}

fn text_of(part: &[u8]) -> Result<String, PaperError> {
    let text = std::str::from_utf8(part).map_err(|error| PaperError::Docx(error.to_string()))?;
    Ok(text.to_owned())
}

fn split<'a>(text: &'a str, at: &str) -> Result<(&'a str, &'a str), PaperError> {
    text.split_once(at).ok_or_else(|| PaperError::Docx(format!("no `{at}` where one should be")))
}
