//! What the readers of TOML and Fluent stumble over, in the reader's language: they speak English only.

use kheo_words::Tongue;

/// What a message of theirs begins with, and the words for it.
const KNOWN: [(&str, &str); 18] = [
    ("duplicate key", "syntax-twice"),
    ("cannot extend", "syntax-no-table"),
    ("string values must be quoted", "syntax-value"),
    ("missing opening quote", "syntax-value"),
    ("missing value", "syntax-value"),
    ("key with no value", "syntax-equals"),
    ("missing comma", "syntax-comma"),
    ("missing assignment", "syntax-equals"),
    ("missing key", "syntax-key"),
    ("unquoted keys cannot be empty", "syntax-key"),
    ("extra", "syntax-extra"),
    ("Expected a message field", "syntax-text"),
    ("Expected a value", "syntax-text"),
    ("Expected one of \"a-zA-Z\"", "syntax-key"),
    ("Unterminated", "syntax-open"),
    ("Unbalanced", "syntax-brace"),
    ("The select expression", "syntax-default"),
    ("A select expression", "syntax-default"),
];

/// The message in words: what is wrong, or which sign is missing, or else that the line is not readable.
pub(super) fn in_words(message: &str, tongue: Tongue<'_>) -> String {
    let known = KNOWN.iter().find(|(begins, _)| message.starts_with(begins));
    if let Some((_, key)) = known {
        return tongue.say(key);
    }
    match missing(message) {
        Some(sign) => tongue.say_with("syntax-sign", &[("sign", sign)]),
        None => tongue.say("syntax-other"),
    }
}

/// The one sign that the message says is missing.
fn missing(message: &str) -> Option<&str> {
    let toml = message.rsplit_once(", expected `").and_then(|(_, sign)| sign.strip_suffix('`'));
    let fluent = || message.strip_prefix("Expected a token starting with \"")?.strip_suffix('"');
    toml.or_else(fluent).filter(|sign| !sign.contains(['`', ' ']))
}
