//! Letters that actions make: what a pack writes, with names in place of what is known of a case.

mod named;
mod pattern;
mod variable;

use crate::case::Filled;
use crate::id::{FieldId, LetterId};

pub use named::named_limit;
pub use pattern::{Pattern, PatternError};
pub use variable::Variable;

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
