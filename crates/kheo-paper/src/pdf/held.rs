//! The blocks as the page layout shows them: numbers held to their units, links only to the web.

use crate::document::table::{Row, Table};
use crate::document::{Block, Figure, Span};
use crate::lines::{held, held_value};

pub(super) fn block(block: &Block) -> Block {
    match block {
        Block::Heading { level, text, id } => {
            Block::Heading { level: *level, text: held(text), id: id.clone() }
        }
        Block::Paragraph(content) => Block::Paragraph(spans(content, held)),
        Block::List(items) => Block::List(items.iter().map(|item| spans(item, held)).collect()),
        Block::Table(content) => Block::Table(table(content)),
        Block::Sources(_) | Block::Chart(_) | Block::Signature(_) => block.clone(),
    }
}

fn table(table: &Table) -> Table {
    let row = |row: &Row| Row {
        cells: row.cells.iter().map(|cell| spans(cell, held_value)).collect(),
        strong: row.strong,
    };
    Table {
        caption: held(&table.caption),
        columns: table.columns.clone(),
        rows: table.rows.iter().map(row).collect(),
        note: table.note.clone(),
    }
}

fn spans(spans: &[Span], value: fn(&str) -> String) -> Vec<Span> {
    let span = |span: &Span| match span {
        Span::Text(text) => Span::Text(held(text)),
        Span::Strong(text) => Span::Strong(held(text)),
        Span::Quiet(text) => Span::Quiet(held(text)),
        Span::Figure(figure) => Span::Figure(Figure {
            text: value(&figure.text),
            href: figure.web_address().map(str::to_owned),
            ..figure.clone()
        }),
    };
    spans.iter().map(span).collect()
}
