//! Taking away what a case says of persons.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::case::kind::Phase;
use crate::case::state::Case;
use crate::id::PostId;
use crate::text::{Bounds, clean_line};

/// That the content of a case was erased: by whose decision, why, and under which law. Kept for good, so
/// that it may tell of no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// The post that decided it.
    pub by: PostId,
    /// Why, in the words of the decision.
    pub reason: String,
    /// The law that allows or demands it: act, article.
    pub law: String,
    /// The hash of what opened the case to whoever brought it, so that they still find what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow: Option<String>,
}

/// What somebody who erases has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasing {
    /// The post that decided it.
    pub by: PostId,
    /// Why.
    pub reason: String,
    /// The law that allows or demands it.
    pub law: String,
}

/// How long a reason and a law are.
const LINE: Bounds = Bounds { least: 5, most: 300 };

/// Decides whether the content of `case` can be erased, as `erasing` says; `follow` is the hash of what
/// opens it.
///
/// # Errors
/// [`Refusal::Erased`] when it was before; [`Refusal::StillOpen`] while the case is not closed: its limits
/// run on, and nobody can answer what they cannot read; [`Refusal::StillOwed`] while one runs on after that; those of the reason and the law as text.
pub fn erase(case: &Case, erasing: Erasing, follow: Option<String>) -> Result<Erased, Refusal> {
    case.unless_erased()?;
    if case.phase != Phase::Closed {
        return Err(Refusal::StillOpen { code: case.code.clone() });
    }
    if let Some((clock, _)) = case.running.iter().find(|(_, due)| due.runs_out()) {
        return Err(Refusal::StillOwed { code: case.code.clone(), clock: clock.clone() });
    }
    let Erasing { by, reason, law } = erasing;
    let reason = clean_line("reason", &reason, LINE)?;
    let law = clean_line("law", &law, LINE)?;
    Ok(Erased { by, reason, law, follow })
}
