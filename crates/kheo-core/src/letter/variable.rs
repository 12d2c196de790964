//! What a letter can say of a case.

use crate::id::FieldId;

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
    /// By when something is due after that, as `ngày 20/06/2016` or `17 giờ 00 ngày 06/07/2016`: what was
    /// extended, the whole limit of what was accepted, otherwise what is due first.
    DueOn,
    /// The rule that says so, as it is cited, or that none is confirmed to. Whoever says [`Self::DueOn`]
    /// says it too.
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
