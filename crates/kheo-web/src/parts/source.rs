//! Where something is known from.

use kheo_core::origin::{host, titled};
use kheo_words::Tongue;
use maud::{Markup, html};

/// A source in the words of whoever entered it; the addresses among them can be opened.
pub(crate) fn source(tongue: Tongue<'_>, text: &str) -> Markup {
    html! {
        span class="m source" {
            (tongue.say("staff-source")) ": "
            @if let Some((address, title)) = titled(text) {
                a href=(address) rel="external noreferrer" { (title) " (" (host(address)) ")" }
            } @else { @for word in text.split_whitespace() {
                @match address(word) {
                    Some((address, rest)) => {
                        a href=(address) rel="external noreferrer" { (address) } (rest) " "
                    }
                    None => { (word) " " }
                }
            } }
        }
    }
}

/// The address that `word` is, and what follows it.
fn address(word: &str) -> Option<(&str, &str)> {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"))?;
    let end = rest.trim_end_matches([',', ';', '.', ')']).len() + word.len() - rest.len();
    word.split_at_checked(end)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_addresses_of_the_web_can_be_opened() {
        let rows = [
            ("https://a.example/b", Some(("https://a.example/b", ""))),
            ("http://a.example/b).", Some(("http://a.example/b", ")."))),
            ("javascript:alert(1)", None),
            ("1683/NQ-UBTVQH15;", None),
        ];
        for (word, expected) in rows {
            assert_eq!(address(word), expected, "{word}");
        }
    }
}
