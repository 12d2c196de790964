//! What somebody can do with a case.

use serde::{Deserialize, Serialize};

use crate::case::kind::Deed;
use crate::id::{ActionId, FieldId, GuardId, LetterId, ReasonId, StepId};
use crate::post::Role;

/// What somebody can do with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Its name; its words on screen are `action-` and this.
    pub id: ActionId,
    /// What it means to the rules.
    pub deed: Deed,
    /// The steps it can be taken at.
    pub from: Vec<StepId>,
    /// The step it leads to; nothing when the case stays where it is.
    pub to: Option<StepId>,
    /// Who may take it.
    pub who: Vec<Party>,
    /// What it asks for.
    pub needs: Vec<Need>,
    /// The fewest characters of its text, where it needs one.
    pub least: usize,
    /// The fields it asks for.
    pub asks: Vec<FieldId>,
    /// The conditions that must hold.
    pub guards: Vec<GuardId>,
    /// The reasons to choose from; none when no reason is to be chosen.
    pub reasons: Vec<ReasonId>,
    /// What can prove it, where it needs proof.
    pub proof: ProofKind,
    /// For an answer: whether it settles what was asked. What tells that it failed, or where else to
    /// turn, settles nothing, whatever proves it.
    pub settles: bool,
    /// Whether it is taken once: again only when a limit was started since that it stops or asks of.
    pub once: bool,
    /// The letter that it makes.
    pub letter: Option<LetterId>,
}

impl Action {
    /// The action `id` that does `deed`, which nobody may take anywhere yet.
    #[must_use]
    pub const fn new(id: ActionId, deed: Deed) -> Self {
        Self {
            id,
            deed,
            from: Vec::new(),
            to: None,
            who: Vec::new(),
            needs: Vec::new(),
            least: 1,
            asks: Vec::new(),
            guards: Vec::new(),
            reasons: Vec::new(),
            proof: ProofKind::Any,
            settles: true,
            once: false,
            letter: None,
        }
    }
}

/// What can prove that something was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProofKind {
    /// A picture or a document.
    Any,
    /// A picture.
    Picture,
    /// A document.
    Document,
}

impl ProofKind {
    /// Whether a file of that media type is such a proof.
    #[must_use]
    pub fn takes(self, media_type: &str) -> bool {
        let is_picture = media_type.starts_with("image/");
        match self {
            Self::Any => true,
            Self::Picture => is_picture,
            Self::Document => !is_picture,
        }
    }
}

/// Who may take an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// The citizen who holds the code.
    Citizen,
    /// The head of a unit above the one that has the case, who sees to it that the work is done.
    HeadAbove,
    /// A post of this role in the unit that has the case.
    #[serde(untagged)]
    Role(Role),
}

/// What an action asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Words.
    Text,
    /// A file that proves what was done.
    Proof,
    /// The unit to transfer to.
    Unit,
    /// The post that becomes responsible.
    Post,
    /// Whether the matter is complex, and whether it lies in a remote area.
    Circumstances,
    /// By how much to extend.
    Length,
}

impl Need {
    /// The form field that answers it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Proof => "proof",
            Self::Unit => "unit",
            Self::Post => "post",
            Self::Circumstances => "circumstances",
            Self::Length => "length",
        }
    }
}
