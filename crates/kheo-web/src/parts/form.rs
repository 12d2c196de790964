//! The frame of a form: where it goes and what proves where it came from.

use maud::{Markup, html};

use crate::visit::Visit;

/// A form that changes something. Texts must stand before files in `inside`.
pub(crate) fn form(visit: &Visit, action: &str, inside: &Markup) -> Markup {
    html! {
        form method="post" action=(action) { (token(visit)) (inside) }
    }
}

/// The same for a form with files.
pub(crate) fn form_with_files(visit: &Visit, action: &str, inside: &Markup) -> Markup {
    html! {
        form method="post" action=(action) enctype="multipart/form-data" { (token(visit)) (inside) }
    }
}

/// A hidden field.
pub(crate) fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// The token of the session, where there is one: every form of somebody signed in carries it.
pub(crate) fn token(visit: &Visit) -> Markup {
    html! { @if let Some(viewer) = &visit.viewer { (hidden("csrf", &viewer.csrf)) } }
}
