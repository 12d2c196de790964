use std::collections::BTreeSet;

use jiff::civil::Date;
use kheo_calendar::{CalendarError, ExtensionError};

use crate::case::{Complexity, FieldFault, Part, ProofKind};
use crate::id::{
    ActionId, CaseCode, ClockId, ConclusionId, FieldId, GuardId, KindId, MeasureId, PostId,
    ReasonId, StepId, TaskId, TopicId, UnitId,
};
use crate::period::{Period, PeriodLength};
use crate::quantity::Quantity;
use crate::sealing::StaysSealed;
use crate::unit::Level;

/// Why something cannot be done. Nothing was changed.
///
/// The text is for logs and the command line; pages say it in the reader's language by its [`Refusal::code`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum Refusal {
    #[error("`{field}` is empty")]
    Empty { field: &'static str },
    #[error("`{field}` has fewer than {least} characters")]
    TooShort { field: &'static str, least: usize },
    #[error("`{field}` has {got} characters; {most} are allowed")]
    TooLong { field: &'static str, most: usize, got: usize },
    #[error("`{field}` holds control characters")]
    NotText { field: &'static str },
    #[error("the field `{field}` {why}")]
    Unfilled { field: FieldId, why: FieldFault },
    #[error("a petition of this kind says its {}", part.field())]
    Lacks { part: Part },
    #[error("`{field}` tells the {} of whoever brought the case", part.field())]
    TellsWho { field: FieldId, part: Part },
    #[error("the {} is not taken down for this topic", part.field())]
    Nameless { part: Part },
    #[error("the condition `{guard}` does not hold")]
    Guarded { guard: GuardId },
    #[error("the matter is as ordinary as it was")]
    SameComplexity,
    #[error("no case of this kind is {}", complexity.word())]
    UnknownComplexity { complexity: Complexity, known: BTreeSet<Complexity> },
    #[error("there is no reason `{reason}` for this action")]
    UnknownReason { reason: ReasonId },
    #[error("what the case says disproves the reason `{reason}`")]
    Disproved { reason: ReasonId },
    #[error("another sort of proof is needed")]
    OtherProof { wanted: ProofKind },
    #[error("`{field}` holds nothing that can be seen")]
    NothingVisible { field: &'static str },
    #[error("`{field}` is not a telephone number")]
    NotAPhone { field: &'static str },
    #[error("`{field}` is not the code of a case")]
    NotACode { field: &'static str },
    #[error("`{field}` is not a number from {least} to {most}")]
    NotACount { field: &'static str, least: u32, most: u32 },
    #[error("there is no unit `{unit}`")]
    UnknownUnit { unit: UnitId },
    #[error("there is no post `{post}`")]
    UnknownPost { post: PostId },
    #[error("`{post}` is no head of the unit that has the case, nor of one above")]
    ErasesNot { post: PostId },
    #[error("there is no case `{code}`")]
    UnknownCase { code: CaseCode },
    #[error("there is no case kind `{kind}` on that day")]
    UnknownKind { kind: KindId },
    #[error("the packs no longer have the version of `{kind}` from {version}")]
    VersionGone { kind: KindId, version: Date },
    #[error("there is no topic `{topic}` for this kind")]
    UnknownTopic { topic: TopicId },
    #[error("there is no measure `{measure}`")]
    UnknownMeasure { measure: MeasureId },
    #[error("there is no conclusion `{conclusion}`")]
    UnknownConclusion { conclusion: ConclusionId },
    #[error("there is no task `{task}`")]
    UnknownTask { task: TaskId },
    #[error("the procedure has no action `{action}`")]
    UnknownAction { action: ActionId },
    #[error("`{name}` is in use already")]
    Taken { name: String },
    #[error("the key of this request was used for another one")]
    KeyReused,
    #[error("it ends on {until}, before it begins on {since}")]
    EndsBeforeItBegins { since: Date, until: Date },
    #[error("it is due on {due}, before {on}, the day it is given")]
    DueBeforeGiven { on: Date, due: Date },
    #[error("{period} is not a period of the length that is reported")]
    WrongPeriod { period: Period, wanted: PeriodLength },
    #[error("{period} has not begun")]
    NotBegun { period: Period },
    #[error("{period} lies before {since}, the first day that the calendar knows")]
    BeforeCalendar { period: Period, since: Date },
    #[error("{value} is outside what makes sense for this measure")]
    OutOfBounds { value: Quantity, least: Option<Quantity>, most: Option<Quantity> },
    #[error("the case has changed: version {seen} was shown, it is at {now}")]
    Stale { seen: u64, now: u64 },
    #[error("version {seen} was never shown, it is at {now}")]
    NeverShown { seen: u64, now: u64 },
    #[error("`{action}` is not possible at step `{step}`")]
    NotNow { action: ActionId, step: StepId },
    #[error("`{action}` is done once, and was done")]
    DoneOnce { action: ActionId },
    #[error("the post does not allow this")]
    NotYours,
    #[error("the case was given to post `{post}`")]
    GivenToAnother { post: PostId },
    #[error("this is the work of unit `{unit}`, which has the case")]
    OfUnitBelow { unit: UnitId },
    #[error("another level is competent for what the case is about: {level:?}")]
    NotCompetent { level: Level },
    #[error("unit `{unit}` is not competent for what the case is about: {level:?} is")]
    NotCompetentThere { unit: UnitId, level: Level },
    #[error("the case is with unit `{unit}` already")]
    AlreadyThere { unit: UnitId },
    #[error("nobody can take a case of this kind on in unit `{unit}`")]
    NobodyThere { unit: UnitId },
    #[error("unit `{unit}` is neither that of the head above nor below it")]
    UnitBeyond { unit: UnitId },
    #[error("post `{post}` is not in the unit that holds the case")]
    PostElsewhere { post: PostId },
    #[error("post `{post}` may not take the next step of the case")]
    PostCannotGoOn { post: PostId },
    #[error("task `{task}` is done already")]
    AlreadyDone { task: TaskId },
    #[error("{}", crate::origin::UnknownOrigin)]
    UnknownOrigin,
    #[error("the due date cannot be told: {why}")]
    NoCalendar { why: CalendarError },
    #[error("`{clock}` has to run to {until} first")]
    TooEarly { clock: ClockId, until: Date },
    #[error("`{clock}` cannot be extended so: {why}")]
    NotExtended { clock: ClockId, why: ExtensionError },
    #[error("no limit that runs may be extended")]
    NothingToExtend,
    #[error("a case cannot be linked with itself")]
    SameCase,
    #[error("the two cases are linked already")]
    LinkedAlready,
    #[error("one of the two cases is sealed, the other is not")]
    SealedApart,
    #[error("the two cases are not linked")]
    NotLinked,
    #[error("the content of case `{code}` was erased")]
    Erased { code: CaseCode },
    #[error("case `{code}` is still open")]
    StillOpen { code: CaseCode },
    #[error("`{clock}` of case `{code}` runs on")]
    StillOwed { code: CaseCode, clock: ClockId },
    #[error(transparent)]
    Sealed(#[from] StaysSealed),
    #[error("nothing of the matter was answered or refused before this case")]
    NothingEnded,
    #[error("the case is judged so already")]
    PursuedAlready,
    #[error("the case is not judged so")]
    NotPursued,
}

impl Refusal {
    /// Refuses to act on what is at version `now` for somebody whose form says version `seen`.
    ///
    /// # Errors
    /// [`Refusal::Stale`] when it has changed since, [`Refusal::NeverShown`] when it never came that far.
    pub const fn unless_shown(seen: u64, now: u64) -> Result<(), Self> {
        if seen < now {
            Err(Self::Stale { seen, now })
        } else if seen > now {
            Err(Self::NeverShown { seen, now })
        } else {
            Ok(())
        }
    }

    /// The stable word for it: the key `refusal-` and this says it on screen.
    #[expect(clippy::too_many_lines, reason = "a line for each refusal, so that none is forgotten")]
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "empty",
            Self::TooShort { .. } => "too-short",
            Self::TooLong { .. } => "too-long",
            Self::NotText { .. } => "not-text",
            Self::NothingVisible { .. } => "nothing-visible",
            Self::NotAPhone { .. } => "not-a-phone",
            Self::NotACode { .. } => "not-a-code",
            Self::Unfilled { why, .. } => why.code(),
            Self::Lacks { part } => part.lacking(),
            Self::TellsWho { part, .. } => part.told(),
            Self::Nameless { part } => part.left_out(),
            Self::Guarded { .. } => "guarded",
            Self::SameComplexity => "same-complexity",
            Self::UnknownComplexity { .. } => "unknown-complexity",
            Self::UnknownReason { .. } => "unknown-reason",
            Self::Disproved { .. } => "disproved",
            Self::OtherProof { wanted: ProofKind::Picture } => "proof-picture",
            Self::OtherProof { .. } => "proof-document",
            Self::NotACount { .. } => "not-a-count",
            Self::UnknownUnit { .. } => "unknown-unit",
            Self::UnknownPost { .. } => "unknown-post",
            Self::ErasesNot { .. } => "erases-not",
            Self::UnknownCase { .. } => "unknown-case",
            Self::UnknownKind { .. } => "unknown-kind",
            Self::VersionGone { .. } => "version-gone",
            Self::UnknownTopic { .. } => "unknown-topic",
            Self::UnknownMeasure { .. } => "unknown-measure",
            Self::UnknownConclusion { .. } => "unknown-conclusion",
            Self::UnknownTask { .. } => "unknown-task",
            Self::UnknownAction { .. } => "unknown-action",
            Self::Taken { .. } => "taken",
            Self::KeyReused => "key-reused",
            Self::EndsBeforeItBegins { .. } => "ends-before-it-begins",
            Self::DueBeforeGiven { .. } => "due-before-given",
            Self::WrongPeriod { .. } => "wrong-period",
            Self::NotBegun { .. } => "not-begun",
            Self::BeforeCalendar { .. } => "before-calendar",
            Self::OutOfBounds { .. } => "out-of-bounds",
            Self::Stale { .. } => "stale",
            Self::NeverShown { .. } => "never-shown",
            Self::NotNow { .. } => "not-now",
            Self::DoneOnce { .. } => "done-once",
            Self::NotYours => "not-yours",
            Self::GivenToAnother { .. } => "given-to-another",
            Self::OfUnitBelow { .. } => "of-unit-below",
            Self::NotCompetent { .. } => "not-competent",
            Self::NotCompetentThere { .. } => "not-competent-there",
            Self::AlreadyThere { .. } => "already-there",
            Self::NobodyThere { .. } => "nobody-there",
            Self::UnitBeyond { .. } => "unit-beyond",
            Self::PostElsewhere { .. } => "post-elsewhere",
            Self::PostCannotGoOn { .. } => "post-cannot-go-on",
            Self::AlreadyDone { .. } => "already-done",
            Self::UnknownOrigin => "unknown-origin",
            Self::NoCalendar { .. } => "no-calendar",
            Self::TooEarly { .. } => "too-early",
            Self::NotExtended { .. } => "not-extended",
            Self::NothingToExtend => "nothing-to-extend",
            Self::SameCase => "same-case",
            Self::LinkedAlready => "linked-already",
            Self::SealedApart => "sealed-apart",
            Self::NotLinked => "not-linked",
            Self::Erased { .. } => "erased",
            Self::StillOpen { .. } => "still-open",
            Self::StillOwed { .. } => "still-owed",
            Self::Sealed(why) => why.code(),
            Self::NothingEnded => "nothing-ended",
            Self::PursuedAlready => "pursued-already",
            Self::NotPursued => "not-pursued",
        }
    }

    /// The form field it concerns, when it concerns one.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Empty { field }
            | Self::TooShort { field, .. }
            | Self::TooLong { field, .. }
            | Self::NotText { field }
            | Self::NothingVisible { field }
            | Self::NotAPhone { field }
            | Self::NotACode { field }
            | Self::NotACount { field, .. } => Some(field),
            Self::Unfilled { field, .. } | Self::TellsWho { field, .. } => Some(field.as_str()),
            Self::Lacks { part } | Self::Nameless { part } => Some(part.field()),
            Self::UnknownReason { .. } | Self::Disproved { .. } => Some("reason"),
            Self::OtherProof { .. } => Some("proof"),
            Self::UnknownComplexity { .. } => Some("circumstances"),
            Self::UnknownUnit { .. }
            | Self::NotCompetentThere { .. }
            | Self::AlreadyThere { .. }
            | Self::NobodyThere { .. }
            | Self::UnitBeyond { .. } => Some("unit"),
            Self::NotExtended { .. } => Some("length"),
            Self::UnknownKind { .. } => Some("kind"),
            Self::UnknownTopic { .. } => Some("topic"),
            Self::UnknownPost { .. } | Self::PostElsewhere { .. } | Self::PostCannotGoOn { .. } => {
                Some("post")
            }
            _ => None,
        }
    }
}

impl Part {
    /// The word for a petition that lacks it.
    const fn lacking(self) -> &'static str {
        match self {
            Self::Place => "lacks-place",
            Self::Name => "lacks-name",
            Self::Phone => "lacks-phone",
        }
    }

    /// The word for a petition that must not have it.
    const fn left_out(self) -> &'static str {
        match self {
            Self::Place => "nameless-place",
            Self::Name => "nameless-name",
            Self::Phone => "nameless-phone",
        }
    }

    /// The word for a text that tells it.
    const fn told(self) -> &'static str {
        match self {
            Self::Place => "tells-place",
            Self::Name => "tells-name",
            Self::Phone => "tells-phone",
        }
    }
}
