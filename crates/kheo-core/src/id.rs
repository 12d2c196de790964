//! Names that records are known by. Each kind of name is a type of its own.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the name as it is written in a file, a form or the ledger.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A unit of the organisation for all its life, whatever its official code: `song-cau`.
    UnitId
}
id! {
    /// A post held in a unit: `song-cau-tiep-dan`.
    PostId
}
id! {
    /// The code of a case: `KN-2016-0412`.
    CaseCode
}
id! {
    /// The letters that, after its code, open a case to whoever brought it: `HXQM`.
    FollowKey
}
id! {
    /// A case kind of a pack: `recommendation`.
    KindId
}
id! {
    /// A step of a procedure: `answered`.
    StepId
}
id! {
    /// An action of a procedure: `answer`.
    ActionId
}
id! {
    /// A clock of a case kind: `answer`.
    ClockId
}
id! {
    /// A limit that no case counts: `candidacy-dossier`.
    MilestoneId
}
id! {
    /// What a case is about, as its pack sorts it: `roads`.
    TopicId
}
id! {
    /// A field of the form of a case kind: `decision-number`.
    FieldId
}
id! {
    /// A condition of a case kind under which an action is possible: `forwarded-once`.
    GuardId
}
id! {
    /// A reason for which a case is refused: `no-signature`.
    ReasonId
}
id! {
    /// A duty of heads: `commune-chair-receives`.
    DutyId
}
id! {
    /// A letter of a pack: `complaint-acceptance`.
    LetterId
}
id! {
    /// A measure of a pack: `spring-rice-area`.
    MeasureId
}
id! {
    /// A task: `2016-H2-03-song-cau`.
    TaskId
}
id! {
    /// A conclusion of a review: `2016-H2-03`.
    ConclusionId
}
id! {
    /// The SHA-256 of an attached file, in lower-case hexadecimal.
    FileHash
}
