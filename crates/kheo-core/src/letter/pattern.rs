//! Texts with names in place of what is known of a case.

use std::fmt;
use std::str::FromStr;

use super::Variable;

/// A text with names in place of what is known of a case: `Ngày { $received-on }, …`
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Known(Variable),
}

/// A text that names nothing that is known of a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// The bracket that opens here is never closed, or closes nothing.
    #[error("a bracket stands alone")]
    Bracket {
        /// The byte at which it stands.
        at: usize,
    },
    /// What stands between brackets is no name.
    #[error("`{name}` is nothing that a letter can say")]
    Unknown {
        /// What stands there.
        name: String,
        /// The byte at which it begins.
        at: usize,
    },
}

impl Pattern {
    /// What it names, in the order in which it is written.
    pub fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Known(variable) => Some(variable),
            Piece::Text(_) => None,
        })
    }

    /// The text with what is known; nothing when it names something that is not.
    #[must_use]
    pub fn fill(&self, known: impl Fn(&Variable) -> Option<String>) -> Option<String> {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Known(variable) => {
                    text.push_str(&known(variable).filter(|words| !words.is_empty())?);
                }
            }
        }
        Some(text)
    }
}

impl FromStr for Pattern {
    type Err = PatternError;

    fn from_str(source: &str) -> Result<Self, PatternError> {
        let mut pieces = Vec::new();
        let (mut rest, mut at) = (source, 0);
        while let Some((before, after)) = rest.split_once('{') {
            let open = at + before.len();
            if let Some(stray) = before.find('}') {
                return Err(PatternError::Bracket { at: at + stray });
            }
            let (inside, next) = after.split_once('}').ok_or(PatternError::Bracket { at: open })?;
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            let name = inside.trim();
            let variable = name.strip_prefix('$').and_then(Variable::from_word);
            let unknown = || PatternError::Unknown { name: name.to_owned(), at: open };
            pieces.push(Piece::Known(variable.ok_or_else(unknown)?));
            at = open + inside.len() + 2;
            rest = next;
        }
        if let Some(stray) = rest.find('}') {
            return Err(PatternError::Bracket { at: at + stray });
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Self { pieces })
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Text(text) => f.write_str(text),
            Piece::Known(variable) => write!(f, "{{ ${} }}", variable.word()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::FieldId;

    #[test]
    fn a_pattern_says_what_is_known_and_nothing_when_something_is_not() {
        let source =
            "Đơn { $code } nhận ngày {$received-on}, quyết định {  $field-decision-number }.";
        let pattern: Pattern = source.parse().unwrap();
        let known = |variable: &Variable| match variable {
            Variable::Code => Some("KN-1".to_owned()),
            Variable::ReceivedOn => Some("4/5/2016".to_owned()),
            Variable::Field(_) => Some("12/QĐ".to_owned()),
            _ => None,
        };
        let said = pattern.fill(known);
        assert_eq!(said.as_deref(), Some("Đơn KN-1 nhận ngày 4/5/2016, quyết định 12/QĐ."));
        let field = Variable::Field(FieldId::new("decision-number"));
        let names: Vec<_> = pattern.variables().cloned().collect();
        assert_eq!(names, [Variable::Code, Variable::ReceivedOn, field]);
        assert_eq!(pattern.fill(|variable| known(variable).filter(|words| words != "KN-1")), None);
        assert_eq!(pattern.fill(|_| Some(String::new())), None);
        assert_eq!(pattern.to_string().parse::<Pattern>().unwrap(), pattern);
    }

    #[test]
    fn brackets_and_names_are_checked() {
        let bracket = |at| Err(PatternError::Bracket { at });
        let unknown = |name: &str, at| Err(PatternError::Unknown { name: name.into(), at });
        let rows = [
            ("Đơn { $code", bracket(6)),
            ("Đơn } { $code }", bracket(6)),
            ("{ $code } }", bracket(10)),
            ("Đơn { code }", unknown("code", 6)),
            ("{ $cod }", unknown("$cod", 0)),
            ("{}", unknown("", 0)),
        ];
        for (source, expected) in rows {
            assert_eq!(source.parse::<Pattern>(), expected, "{source}");
        }
        for variable in Variable::ALL {
            assert_eq!(Variable::from_word(&variable.word()), Some(variable));
        }
    }
}
