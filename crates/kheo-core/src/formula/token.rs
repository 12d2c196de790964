//! The words and signs of a formula.

use std::ops::Range;

use super::error::{FormulaError, FormulaProblem};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `100.0`
    Number,
    /// `"answered"` or `'answered'`
    Text,
    /// `cases`
    Name,
    /// `+`, `<=`, `(`
    Sign,
}

/// One word or sign, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
}

const SIGNS: [&str; 18] = [
    "<=", ">=", "==", "!=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "(", ")", ",", "?", ":",
];

/// The tokens of `source`.
pub(super) fn tokens(source: &str) -> Result<Vec<Token<'_>>, FormulaError> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
        if blank > 0 {
            at += blank;
            continue;
        }
        let (kind, length) = first(rest).ok_or_else(|| unreadable(rest, at))?;
        let span = at..at + length;
        all.push(Token { kind, text: source.get(span.clone()).unwrap_or_default(), span });
        at += length;
    }
    Ok(all)
}

/// The kind and the length in bytes of the token that `rest` begins with.
fn first(rest: &str) -> Option<(Kind, usize)> {
    if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        return Some((Kind::Sign, sign.len()));
    }
    let run = |allowed: fn(char) -> bool| rest.len() - rest.trim_start_matches(allowed).len();
    match rest.chars().next()? {
        '0'..='9' => Some((Kind::Number, run(|c| c.is_ascii_alphanumeric() || c == '.'))),
        'a'..='z' | 'A'..='Z' | '_' => {
            Some((Kind::Name, run(|c| c.is_ascii_alphanumeric() || c == '_')))
        }
        quote @ ('"' | '\'') => {
            let inner = rest.get(1..)?;
            let end = inner.find([quote, '\\', '\n'])?;
            inner.get(end..)?.starts_with(quote).then_some((Kind::Text, end + 2))
        }
        _ => None,
    }
}

fn unreadable(rest: &str, at: usize) -> FormulaError {
    let found: String = match rest.chars().next() {
        Some('"' | '\'') => rest.lines().next().unwrap_or_default().to_owned(),
        first => first.into_iter().collect(),
    };
    FormulaError { span: at..at + found.len(), problem: FormulaProblem::Unexpected { found } }
}
