//! What may happen to matters, and why not.

use crate::Refusal;
use crate::case::event::Words;
use crate::id::CaseCode;
use crate::matter::event::{Link, MatterEvent};
use crate::post::{Actor, Right};

/// Decides whether `by` can say that two cases are about the same matter; `sees` says that one of
/// them is in their scope, `linked` that somebody said so before.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::SameCase`], [`Refusal::LinkedAlready`].
pub fn link(by: &Actor, sees: bool, link: Link, linked: bool) -> Result<MatterEvent, Refusal> {
    may(by, Right::ActOnCases, sees)?;
    if link.one == link.other {
        return Err(Refusal::SameCase);
    }
    if linked { Err(Refusal::LinkedAlready) } else { Ok(MatterEvent::Linked(link)) }
}

/// Decides whether `by` can take back that two cases are about the same matter.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::NotLinked`].
pub fn unlink(by: &Actor, sees: bool, link: Link, linked: bool) -> Result<MatterEvent, Refusal> {
    may(by, Right::ActOnCases, sees)?;
    if linked { Ok(MatterEvent::Unlinked(link)) } else { Err(Refusal::NotLinked) }
}

/// A case as a judgement finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pursuing {
    /// The case.
    pub code: CaseCode,
    /// Whether the matter had an answer or a refusal before: in another case that ended by the day
    /// this one was registered, or in this one, which was reopened.
    pub after_an_end: bool,
    /// Whether it is judged so already.
    pub judged: bool,
}

/// Decides whether `by` can judge that a matter is pursued with this case after its final answer;
/// `within` says that their unit, or one below it, holds the case. It is a judgement, and never made
/// by the program: that what ended is final, was reviewed and explained, is for the officer to know.
///
/// - Law: the law on citizen reception, art. 9, lets a reception be refused then.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::NothingEnded`] when nothing had ended before,
/// [`Refusal::PursuedAlready`], [`Refusal::Empty`] without reasons.
pub fn judge(
    by: &Actor,
    within: bool,
    case: Pursuing,
    reasons: Option<String>,
) -> Result<MatterEvent, Refusal> {
    may(by, Right::JudgeMatters, within)?;
    if case.judged {
        return Err(Refusal::PursuedAlready);
    }
    if !case.after_an_end {
        return Err(Refusal::NothingEnded);
    }
    Ok(MatterEvent::JudgedPursued { code: case.code, private: given(reasons)? })
}

/// Decides whether `by` can withdraw that judgement.
///
/// # Errors
/// [`Refusal::NotYours`], [`Refusal::NotPursued`], [`Refusal::Empty`] without reasons.
pub fn withdraw(
    by: &Actor,
    within: bool,
    case: Pursuing,
    reasons: Option<String>,
) -> Result<MatterEvent, Refusal> {
    may(by, Right::JudgeMatters, within)?;
    if !case.judged {
        return Err(Refusal::NotPursued);
    }
    Ok(MatterEvent::JudgementWithdrawn { code: case.code, private: given(reasons)? })
}

fn given(reasons: Option<String>) -> Result<Words, Refusal> {
    reasons.map(|text| Words { text, ..Words::default() }).ok_or(Refusal::Empty { field: "text" })
}

fn may(by: &Actor, right: Right, in_scope: bool) -> Result<(), Refusal> {
    let may = match by {
        Actor::Import => true,
        Actor::Citizen | Actor::Administrator => false,
        Actor::Post(post) => in_scope && post.role.allows(right),
    };
    if may { Ok(()) } else { Err(Refusal::NotYours) }
}
