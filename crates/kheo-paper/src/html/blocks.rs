//! The body of a document, block by block.

use maud::{Markup, PreEscaped, html};

use super::Links;
use crate::document::chart::Chart;
use crate::document::table::{Align, Table};
use crate::document::{self, Block, Figure, Signature, Source, Span};
use crate::lines::held;
use crate::svg::{self, Palette};

pub(super) fn block(block: &Block, links: Links) -> Markup {
    match block {
        Block::Heading { level, text, id } => heading(*level, text, id),
        Block::Paragraph(content) => html! { p { (spans(content, links)) } },
        Block::List(items) => html! {
            ul { @for item in items { li { (spans(item, links)) } } }
        },
        Block::Sources(content) => sources(content),
        Block::Table(content) => table(content, links),
        Block::Chart(content) => chart(content, links),
        Block::Signature(content) => signature(content),
    }
}

fn heading(level: u8, text: &str, id: &str) -> Markup {
    match level {
        0 | 1 => html! { h2 id=(id) { (text) } },
        2 => html! { h3 id=(id) { (text) } },
        _ => html! { h4 id=(id) { (text) } },
    }
}

fn spans(content: &[Span], links: Links) -> Markup {
    html! {
        @for span in content {
            @match span {
                Span::Text(text) => (held(text)),
                Span::Strong(text) => strong { (held(text)) },
                Span::Quiet(text) => span class="quiet" { (held(text)) },
                Span::Figure(content) => (figure(content, links)),
            }
        }
    }
}

fn figure(figure: &Figure, links: Links) -> Markup {
    let value = held(&figure.text);
    let (words, last) =
        value.rsplit_once(' ').map_or((None, value.as_str()), |(words, last)| (Some(words), last));
    let text = html! {
        @if let Some(mark) = &figure.mark {
            @if let Some(words) = words {
                (words) " " span class="held" { (last) sup { (mark) } }
            } @else { (last) sup { (mark) } }
        } @else { (value) }
    };
    let is_held = figure.mark.is_some() && words.is_none();
    let class = if is_held { "fig held" } else { "fig" };
    let (id, origin) = (&figure.id, figure.origin.name());
    let href = figure.href.as_deref().filter(|href| opens(href, links));
    html! {
        @if let Some(href) = href {
            a href=(lean(href)) { (text) }
        } @else {
            span class=(class) data-figure=(id) data-origin=(origin) { (text) }
        }
    }
}

/// The address as the value of an attribute. Each `&` that a name and `=` follow stands as it is,
/// since it can begin no character reference there, and a review holds hundreds of addresses.
fn lean(href: &str) -> PreEscaped<String> {
    let named = |part: &str| {
        let name = part.split_once('=').map_or("", |(name, _)| name);
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let escaped = html! { (href) }.into_string();
    let is_lean = href.split('&').skip(1).all(named);
    PreEscaped(if is_lean { escaped.replace("&amp;", "&") } else { escaped })
}

/// Whether a link may be shown: never a script, never a path where there is no site.
fn opens(href: &str, links: Links) -> bool {
    let first = href.split(['/', '?', '#']).next().unwrap_or_default();
    let is_of_site = !href.is_empty() && !first.contains(':');
    document::is_web_address(href) || (links == Links::Site && is_of_site)
}

fn sources(sources: &[Source]) -> Markup {
    html! {
        ol class="sources" {
            @for (n, source) in (1..).zip(sources) {
                li id=(format!("source-{n}")) {
                    span { "[" (n) "]" } " "
                    @if let Some(href) = &source.href {
                        a href=(href) rel="external noreferrer" { (source.text) }
                    } @else { span { (source.text) } }
                }
            }
        }
    }
}

fn table(table: &Table, links: Links) -> Markup {
    html! {
        div class="scroll" role="region" aria-label=(table.caption) tabindex="0" {
            table {
                caption { (table.caption) }
                thead {
                    tr {
                        @for column in &table.columns {
                            th scope="col" class=[align(column.align, Align::Start)] { (column.title) }
                        }
                    }
                }
                tbody {
                    @for (row, cells) in table.even_rows() {
                        tr class=[row.strong.then_some("sum")] { (cells_of(table, &cells, links)) }
                    }
                }
            }
        }
        @if let Some(note) = &table.note { p class="note quiet" { (note) } }
    }
}

fn cells_of(table: &Table, cells: &[&[Span]], links: Links) -> Markup {
    html! {
        @for (index, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            @if index == 0 {
                th scope="row" class=[align(column.align, Align::Start)] { (spans(cell, links)) }
            } @else {
                td class=[align(column.align, Align::End)] { (spans(cell, links)) }
            }
        }
    }
}

/// The class of a cell, where it is not the `usual` one: most cells hold numbers, most heads words.
fn align(align: Align, usual: Align) -> Option<&'static str> {
    (align != usual).then_some(match align {
        Align::Start => "start",
        Align::Centre => "centre",
        Align::End => "end",
    })
}

fn chart(chart: &Chart, links: Links) -> Markup {
    html! {
        figure class="chart" {
            figcaption { (chart.title) }
            (svg::render(chart, Palette::Screen))
            details {
                summary { (chart.table_label) }
                (table(&chart.data_table(), links))
            }
        }
    }
}

fn signature(signature: &Signature) -> Markup {
    html! {
        div class="signature" {
            div class="recipients" {
                p { b { i { (signature.recipients_title) } } }
                ul { @for recipient in &signature.recipients { li { (recipient) } } }
            }
            div class="signatory" {
                p { b { (signature.authority) } }
                p { b { (signature.post) } }
                p class="signed" { i { (signature.note) } }
                @if let Some(name) = &signature.name { p { b { (name) } } }
            }
        }
    }
}
