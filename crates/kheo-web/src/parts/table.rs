//! A table that scrolls by itself where the screen is narrow.

use kheo_words::Tongue;
use maud::{Markup, html};

/// A heading of a column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) words: String,
    /// Whether the column holds numbers.
    pub(crate) number: bool,
}

/// The table; the first cell of each row is its heading.
pub(crate) fn table(caption: &Markup, columns: &[Column], rows: &[Vec<Markup>]) -> Markup {
    let class = |place: usize| columns.get(place).filter(|column| column.number).map(|_| "n");
    html! {
        div class="scroll" role="region" tabindex="0" aria-label=(first(columns)) {
            table {
                caption class="quiet" { (caption) }
                thead { tr {
                    @for (place, column) in columns.iter().enumerate() {
                        th scope="col" class=[class(place)] { (column.words) }
                    }
                } }
                tbody {
                    @for row in rows { tr {
                        @for (place, cell) in row.iter().enumerate() {
                            @if place == 0 { th scope="row" { (cell) } }
                            @else { td class=[class(place)] { (cell) } }
                        }
                    } }
                }
            }
        }
    }
}

/// How many rows of a long list a narrow screen shows at first, as `kheo.css` says too.
const FIRST: usize = 10;

/// A long list: where the screen is narrow its first rows stand alone, above a link to all of them.
pub(crate) fn long_list(
    tongue: Tongue<'_>,
    label: &str,
    caption: &Markup,
    columns: &[&str],
    rows: &[Markup],
) -> Markup {
    let shown = html! { @for row in rows { (row) } };
    let more = i64::try_from(rows.len().saturating_sub(FIRST)).unwrap_or(i64::MAX);
    html! {
        div class=[(more > 0).then_some("long")] id="rows" {
            (list(tongue, label, caption, columns, &shown))
            @if more > 0 {
                p class="more" { a href="#rows" { (tongue.say_count("staff-list-more", more, &[])) } }
            }
        }
    }
}

/// A list of records, whose rows stand as cards where the screen is narrow: each cell of `rows` bears
/// the words of its column as `data-label`. `label` names the list to a voice.
pub(crate) fn list(
    tongue: Tongue<'_>,
    label: &str,
    caption: &Markup,
    columns: &[&str],
    rows: &Markup,
) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(label) {
            table class="list cards" {
                (caption)
                thead { tr {
                    @for column in columns { th scope="col" { (tongue.say(column)) } }
                } }
                tbody data-rows { (rows) }
            }
        }
    }
}

fn first(columns: &[Column]) -> &str {
    columns.first().map_or("", |column| &column.words)
}
