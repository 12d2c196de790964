//! Controls of filters: one select with its label.

use maud::{Markup, html};

use crate::parts::field::Choice;

/// A list to choose from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Select {
    /// The name of the field.
    pub(crate) name: &'static str,
    /// Its label.
    pub(crate) label: String,
    /// The words for no choice; without them one must be chosen.
    pub(crate) any: Option<String>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) chosen: String,
}

/// The list with its label as a field; `id` tells it from others of its name on the page.
fn select(id: &str, select: &Select) -> Markup {
    html! { div class="field" { (select_with(id, select, None)) } }
}

/// The label, what is `wrong`, and the list.
pub(crate) fn select_with(id: &str, select: &Select, wrong: Option<&str>) -> Markup {
    let error = format!("{id}-error");
    html! {
        label for=(id) { (select.label) }
        @if let Some(why) = wrong { p class="error" id=(error) { (why) } }
        select id=(id) name=(select.name) aria-invalid=[wrong.map(|_| "true")]
            aria-describedby=[wrong.map(|_| error.as_str())] {
            @if let Some(any) = &select.any { option value="" { (any) } }
            @for choice in &select.choices {
                option value=(choice.value) selected[choice.value == select.chosen] {
                    (choice.words)
                }
            }
        }
    }
}

/// The lists of a filter, with `hidden` fields that go along, in a form that changes the address.
pub(crate) fn filter(
    action: &str,
    selects: &[Select],
    hidden: &[(&'static str, String)],
    button: &str,
) -> Markup {
    html! {
        form class="filter" method="get" action=(action) {
            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
            @for one in selects { (select(&format!("filter-{}", one.name), one)) }
            button class="btn two" { (button) }
        }
    }
}
