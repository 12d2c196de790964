//! Actions that are sent again, because their answer was lost on the way.

use kheo_core::case::{Act, Case};
use kheo_core::event::Stamp;
use kheo_core::id::CaseCode;
use kheo_core::post::Actor;
use kheo_core::rules::Rules;

use super::deed::{known, position};
use crate::case::timeline;
use crate::entry::Who;
use crate::{Reader, WriteError, matter};

/// Whether `act` is recorded: the same post, or the citizen, sent the same for the version of the case that was shown, and
/// that is what came next. Sent again it is answered as it was, and recorded once.
///
/// # Errors
/// [`Refusal::UnknownCase`](kheo_core::Refusal::UnknownCase), and
/// [`Refusal::VersionGone`](kheo_core::Refusal::VersionGone) where its rules are gone.
pub fn is_recorded(
    r: &Reader<'_>,
    rules: &Rules,
    actor: &Actor,
    code: &CaseCode,
    act: Act,
) -> Result<bool, WriteError> {
    let told = timeline(r, code)?;
    let shown = usize::try_from(act.seen).unwrap_or(usize::MAX);
    let Some((before, after)) = told.split_at_checked(shown) else { return Ok(false) };
    let Some(next) = after.first().filter(|next| next.who == Who::of(&actor.word())) else {
        return Ok(false);
    };
    let Some(case) = Case::fold(before.iter().map(|one| &one.what)) else { return Ok(false) };
    let kind = rules.kind_of_version(&case.kind, case.version)?;
    let now = Stamp { recorded_at: next.recorded_at, effective_on: next.effective_on }.moment();
    let in_time = matter::in_time(r, rules, &known(r, code)?, &kind.asks_in_time(), now.day)?;
    let position = position(r, kind, &case, actor, now.day)?.after(in_time);
    let comes_to = kheo_core::case::act(kind, &case, actor, &position, act, now, &rules.calendar);
    let recorded = after.iter().map(|one| &one.what);
    Ok(comes_to.is_ok_and(|events| events.iter().eq(recorded.take(events.len()))))
}
