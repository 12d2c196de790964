//! What can happen to matters.

use serde::{Deserialize, Serialize};

use crate::case::event::Words;
use crate::id::CaseCode;

/// Two cases that somebody says are about the same matter; the same link whichever is named first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Link {
    /// The one that comes first by its code.
    pub one: CaseCode,
    /// The other.
    pub other: CaseCode,
}

impl Link {
    /// The link between two cases.
    #[must_use]
    pub fn between(one: CaseCode, other: CaseCode) -> Self {
        if one <= other { Self { one, other } } else { Self { one: other, other: one } }
    }

    /// Where the link leads from `code`; nothing when it does not touch it.
    #[must_use]
    pub fn from(&self, code: &CaseCode) -> Option<&CaseCode> {
        if *code == self.one {
            Some(&self.other)
        } else {
            Some(&self.one).filter(|_| *code == self.other)
        }
    }
}

/// Something that happened to matters. Who did it and when is told by the entry.
///
/// The field `private` of an event goes into the private part of its entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum MatterEvent {
    /// Somebody confirmed that two cases are about the same matter.
    #[serde(rename = "matter.linked")]
    Linked(Link),
    /// Somebody took that back, or denied what a registration said.
    #[serde(rename = "matter.unlinked")]
    Unlinked(Link),
    /// A named officer judged that a matter is pursued with this case after its final answer.
    #[serde(rename = "matter.judged-pursued")]
    JudgedPursued {
        /// The case.
        code: CaseCode,
        /// The reasons.
        #[serde(default)]
        private: Words,
    },
    /// A named officer withdrew that judgement.
    #[serde(rename = "matter.judgement-withdrawn")]
    JudgementWithdrawn {
        /// The case.
        code: CaseCode,
        /// The reasons.
        #[serde(default)]
        private: Words,
    },
}
