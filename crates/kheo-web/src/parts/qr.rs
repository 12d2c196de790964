//! A QR code, to be read off a screen or a printed page.

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// How many modules stay empty around it, so that cameras find it.
const QUIET: i32 = 4;

/// The code of `text`, called `title`; nothing when the text is too long for one.
pub(crate) fn code(text: &str, title: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let path =
        dark.filter(|(x, y)| code.get_module(*x, *y)).fold(String::new(), |mut path, (x, y)| {
            let _ = write!(path, "M{x} {y}h1v1h-1z");
            path
        });
    let view = format!("-{QUIET} -{QUIET} {0} {0}", size + 2 * QUIET);
    html! {
        svg class="qr" viewBox=(view) role="img" aria-label=(title) shape-rendering="crispEdges" {
            rect x=(-QUIET) y=(-QUIET) width="100%" height="100%" fill="#fff" {}
            path d=(PreEscaped(path)) fill="#000" {}
        }
    }
}
