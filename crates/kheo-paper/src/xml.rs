//! Text that XML can hold.

/// The text without the characters that XML 1.0 forbids.
pub(crate) fn printable(text: &str) -> String {
    let allowed = |c: &char| match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    };
    text.chars().filter(allowed).collect()
}

/// The text as content of an XML element or of a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    maud::html! { (printable(text)) }.into_string()
}
