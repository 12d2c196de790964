//! Why an answer cannot be taken.

use jiff::civil::Date;

use crate::quantity::Quantity;

/// Why an answer cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum FieldFault {
    #[error("is empty")]
    Empty,
    #[error("has {got} characters; {least} to {most} are allowed")]
    Length { least: usize, most: usize, got: usize },
    #[error("holds control characters")]
    NotText,
    #[error("is not a number")]
    NotANumber,
    #[error("is not a whole number")]
    NotWhole,
    #[error("is outside what makes sense")]
    OutOfBounds { least: Option<Quantity>, most: Option<Quantity> },
    #[error("is not a day")]
    NotADay,
    #[error("has not come yet")]
    NotYet,
    #[error("lies before {since}, the first day that can be told")]
    TooLongAgo { since: Date },
    #[error("has to come yet")]
    NotToCome,
    #[error("is a day off: nobody comes to the office for it")]
    DayOff,
    #[error("was said before, and is said once at most")]
    SaidBefore,
    #[error("lies before {since}, which it follows")]
    BeforeItsCause { since: Date },
    #[error("is not one of the choices")]
    NotAChoice,
    #[error("is not the code of a case")]
    NotACode,
    #[error("names no case that is known here")]
    NoSuchCase,
    #[error("names a case of the same kind")]
    SameKind,
    #[error("names a case that may be about the head of the unit, who reads this one")]
    OfTheHead,
    #[error("names a case of a kind that does not fit")]
    OtherKind,
    #[error("names a case that was registered before {since}, the day of the case that names it")]
    RegisteredBefore { since: Date },
    #[error("names a case that was not registered in the unit that has this one, nor below it")]
    RegisteredElsewhere,
    #[error("names {got} cases; at least {least} different ones are asked for")]
    TooFewCases { least: usize, got: usize },
    #[error("is not asked here")]
    NotAsked,
}

impl FieldFault {
    /// The stable word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "form-empty",
            Self::Length { .. } => "form-length",
            Self::NotText => "form-not-text",
            Self::NotANumber => "form-not-a-number",
            Self::NotWhole => "form-not-whole",
            Self::OutOfBounds { .. } => "form-out-of-bounds",
            Self::NotADay => "form-not-a-day",
            Self::NotYet => "form-not-yet",
            Self::TooLongAgo { .. } => "form-too-long-ago",
            Self::NotToCome => "form-not-to-come",
            Self::DayOff => "form-day-off",
            Self::SaidBefore => "form-said-before",
            Self::BeforeItsCause { .. } => "form-before-its-cause",
            Self::NotAChoice => "form-not-a-choice",
            Self::NotACode => "form-not-a-code",
            Self::NoSuchCase => "form-no-such-case",
            Self::OfTheHead => "form-of-the-head",
            Self::SameKind => "form-same-kind",
            Self::OtherKind => "form-other-kind",
            Self::RegisteredBefore { .. } => "form-registered-before",
            Self::RegisteredElsewhere => "form-registered-elsewhere",
            Self::TooFewCases { .. } => "form-too-few-cases",
            Self::NotAsked => "form-not-asked",
        }
    }
}
