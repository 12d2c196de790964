//! Letters that actions make: what a pack writes, with names in place of what is known of a case.

mod named;

use std::fmt;
use std::str::FromStr;

use crate::case::Filled;
use crate::id::{FieldId, LetterId};

pub use named::named_limit;

/// A letter as its pack writes it, in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTemplate {
    /// Its name; its words on screen are `letter-` and this.
    pub id: LetterId,
    /// Who reads it.
    pub readers: Readers,
    /// In whose name it is written.
    pub head: Head,
    /// The fields by which it gathers cases: of all those of the kind with the same answers as the
    /// case that makes it, registered at the same unit by its day, it says the passages of the form
    /// [`PassageForm::Each`]. None for a letter about one case.
    pub gathers: Vec<FieldId>,
    /// Kind of document in capitals: `THÔNG BÁO`; empty for an ordinary letter (công văn).
    pub kind: String,
    /// What stands before the issuing body in its number: `TB`; may be empty.
    pub symbol: String,
    /// The subject (trích yếu).
    pub about: Pattern,
    /// To whom it is addressed.
    pub to: Vec<Pattern>,
    /// Who decides, in capitals; empty for what is no decision.
    pub decides: Pattern,
    /// The legal basis, a line each.
    pub basis: Vec<Pattern>,
    /// What it says.
    pub body: Vec<Passage>,
    /// Who signs it: one, or those who take part in minutes, two to a row.
    pub signatures: Vec<Signature>,
    /// Who receives it.
    pub recipients: Vec<Pattern>,
}

/// In whose name a letter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// In that of the office: its names, the number and the symbol stand at the head.
    Office,
    /// In that of the people who sign: only the name of the nation stands at the head.
    Nation,
}

/// Somebody who signs a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// In whose name and in which post or role, a line each.
    pub signed_as: Vec<Pattern>,
    /// The name under it; it may be empty.
    pub name: Pattern,
}

/// Who reads a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readers {
    /// Whoever brought the case.
    Petitioner,
    /// Somebody else: the accused, another office.
    Others,
    /// Whoever brought the case, and others.
    Everybody,
}

impl Readers {
    /// Whether whoever brought the case is one of them.
    #[must_use]
    pub const fn include_petitioner(self) -> bool {
        matches!(self, Self::Petitioner | Self::Everybody)
    }

    /// Whether others are, who may not know who brought a sealed case.
    #[must_use]
    pub const fn include_others(self) -> bool {
        matches!(self, Self::Others | Self::Everybody)
    }
}

/// A passage of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub form: PassageForm,
    /// What it says.
    pub text: Pattern,
    /// Whether room is left to write what is not known; otherwise the passage is left out.
    pub room: bool,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PassageForm {
    /// A paragraph without a number.
    Paragraph,
    /// An article: `Điều 1.`
    Article,
    /// A clause of an article: `1.`
    Clause,
    /// A point of a clause: `a)`
    Point,
    /// An item after a dash.
    Item,
    /// A clause for each case that the letter gathers.
    Each,
}

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

/// What a letter can say of a case.
///
/// - Format: `code`, `received-on` and so on; `field-F` for the answer in field `F`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// The code of the case.
    Code,
    /// The code with the key that opens the case to whoever brought it: only to them.
    FollowCode,
    /// The kind of the case.
    Kind,
    /// The subject of the petition.
    Subject,
    /// What it is about.
    Topic,
    /// The name of whoever brought it.
    Petitioner,
    /// Whoever brought it, to be addressed: by name, or by the code where there is none.
    Sender,
    /// The place that the petition names.
    Place,
    /// The day it was registered.
    ReceivedOn,
    /// The day of the letter.
    Today,
    /// The unit that acts.
    Unit,
    /// The committee that the unit speaks through; not known where it speaks for itself.
    Committee,
    /// Who heads the unit, as a signature says it: `Chủ tịch`.
    Signer,
    /// Who heads the unit, by the full name of the post.
    Head,
    /// The unit that had the case until then, where a unit above acts on it.
    FromUnit,
    /// The unit that the case goes to.
    ToUnit,
    /// The unit that takes the case over, when that is the one that writes: then it goes to no other.
    TakenBy,
    /// The post that is responsible.
    Post,
    /// The day by which something is due after that: what was extended, the whole limit of what was
    /// accepted, otherwise what is due first.
    DueOn,
    /// The rule that says so, as it is cited.
    DueRule,
    /// The day from which the limit stands still, when it does from then on.
    PausedOn,
    /// The day by which it was due, when that has passed.
    MissedOn,
    /// The act under which the case is answered, without its article.
    Law,
    /// The day to whose end something has to last after that: a posting.
    LastsUntil,
    /// The first day on which something is lawful after that: a decision takes effect.
    LawfulFrom,
    /// What was written with the action.
    Text,
    /// The reason that was chosen.
    Reason,
    /// The rule that gives the reason, as it is cited.
    ReasonRule,
    /// What the petitioner can do next.
    ReasonNext,
    /// The answer in a field.
    Field(FieldId),
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

impl Variable {
    /// All that are no fields.
    pub const ALL: [Self; 29] = [
        Self::Code,
        Self::FollowCode,
        Self::Kind,
        Self::Subject,
        Self::Topic,
        Self::Petitioner,
        Self::Sender,
        Self::Place,
        Self::ReceivedOn,
        Self::Today,
        Self::Unit,
        Self::Committee,
        Self::Signer,
        Self::Head,
        Self::FromUnit,
        Self::ToUnit,
        Self::TakenBy,
        Self::Post,
        Self::DueOn,
        Self::DueRule,
        Self::PausedOn,
        Self::MissedOn,
        Self::Law,
        Self::LastsUntil,
        Self::LawfulFrom,
        Self::Text,
        Self::Reason,
        Self::ReasonRule,
        Self::ReasonNext,
    ];

    /// The word for it in packs.
    #[must_use]
    pub fn word(&self) -> String {
        let word = match self {
            Self::Code => "code",
            Self::FollowCode => "follow-code",
            Self::Kind => "kind",
            Self::Subject => "subject",
            Self::Topic => "topic",
            Self::Petitioner => "petitioner",
            Self::Sender => "sender",
            Self::Place => "place",
            Self::ReceivedOn => "received-on",
            Self::Today => "today",
            Self::Unit => "unit",
            Self::Committee => "committee",
            Self::Signer => "signer",
            Self::Head => "head",
            Self::FromUnit => "from-unit",
            Self::ToUnit => "to-unit",
            Self::TakenBy => "taken-by",
            Self::Post => "post",
            Self::DueOn => "due-on",
            Self::DueRule => "due-rule",
            Self::PausedOn => "paused-on",
            Self::MissedOn => "missed-on",
            Self::Law => "law",
            Self::LastsUntil => "lasts-until",
            Self::LawfulFrom => "lawful-from",
            Self::Text => "text",
            Self::Reason => "reason",
            Self::ReasonRule => "reason-rule",
            Self::ReasonNext => "reason-next",
            Self::Field(field) => return format!("field-{field}"),
        };
        word.to_owned()
    }

    /// The one of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word.strip_prefix("field-") {
            Some(field) => Some(Self::Field(FieldId::new(field))),
            None => Self::ALL.into_iter().find(|variable| variable.word() == word),
        }
    }

    /// Whether it may tell who brought the case.
    #[must_use]
    pub const fn tells_identity(&self) -> bool {
        matches!(
            self,
            Self::FollowCode | Self::Petitioner | Self::Sender | Self::Place | Self::Subject
        )
    }
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

impl LetterTemplate {
    /// The answers that cases have in common which the letter gathers around one with the answers
    /// `filled`; nothing when it gathers none, or one of the answers is not known.
    #[must_use]
    pub fn in_common(&self, filled: &Filled) -> Option<Filled> {
        let answer = |field: &FieldId| Some((field.clone(), filled.get(field)?.clone()));
        let common: Filled = self.gathers.iter().map(answer).collect::<Option<_>>()?;
        Some(common).filter(|common| !common.is_empty())
    }

    /// Whether it says `variable` wherever that is known.
    #[must_use]
    pub fn says(&self, variable: &Variable) -> bool {
        self.patterns().flat_map(Pattern::variables).any(|said| said == variable)
    }

    /// All its patterns.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        [&self.about, &self.decides]
            .into_iter()
            .chain(&self.to)
            .chain(&self.basis)
            .chain(self.body.iter().map(|passage| &passage.text))
            .chain(self.signatures.iter().flat_map(Signature::patterns))
            .chain(&self.recipients)
    }
}

impl Signature {
    /// All its patterns.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.signed_as.iter().chain([&self.name])
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, PatternError, Variable};
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
