//! Documents as HTML: a fragment for a page of the site, or a file of its own.

mod blocks;
pub(crate) mod letter;

use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::{Document, Heads};
use crate::lines::{held, plain};
use crate::svg::CHART_CSS;

/// Style sheet of the sheet itself, on screens and in print; it reads the custom properties of
/// [`CHART_CSS`] and `--ink-2` and `--soon-wash`.
pub const SHEET_CSS: &str =
    concat!(include_str!("../templates/sheet.css"), include_str!("../templates/letter.css"));

/// Style sheet of the page around an exported sheet: its colours in light, dark and print.
const PAGE_CSS: &str =
    concat!(include_str!("../templates/colours.css"), include_str!("../templates/page.css"));

/// Which figures may open into their records.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// All: the fragment stands on a page of the site.
    Site,
    /// Only full addresses: a path of the site leads nowhere from a file.
    File,
}

/// The document as an `<article class="sheet">` for a page of the site.
///
/// It carries no inline style and no script. Its title is an `<h1>`; blocks of level 1 are `<h2>`.
#[must_use]
pub fn render(document: &Document) -> Markup {
    sheet(document, Links::Site)
}

/// The document as a complete HTML file that needs nothing else.
#[must_use]
pub fn page(document: &Document) -> String {
    let title = format!("{} – {}", document.title, plain(&document.subtitle));
    file(&document.lang, document.date, &title, &sheet(document, Links::File))
}

/// A complete file around a sheet.
fn file(lang: &str, date: Date, title: &str, sheet: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="dcterms.date" content=(date);
                title { (title) }
                style { (PreEscaped(PAGE_CSS)) (PreEscaped(SHEET_CSS)) (PreEscaped(CHART_CSS)) }
            }
            body { main { (sheet) } }
        }
    };
    page.into_string()
}

fn sheet(document: &Document, links: Links) -> Markup {
    html! {
        article class="sheet" lang=(document.lang) {
            @if let Some(notice) = &document.notice { p class="notice" { (notice) } }
            (heads(&document.heads))
            h1 { (document.title) br; span class="about" { (document.subtitle) } }
            @for block in &document.blocks { (blocks::block(block, links)) }
        }
    }
}

fn heads(heads: &Heads) -> Markup {
    html! {
        div class="heads" {
            div class="issuer" {
                @for line in &heads.left { p { (line) } }
                p { b { (heads.left_strong) } }
                p aria-hidden="true" { "*" }
                @if let Some(number) = &heads.number { p { (number) } }
            }
            div class="heading" {
                p { b { u { (heads.right_strong) } } }
                p { i { (held(&heads.place_date)) } }
            }
        }
    }
}
