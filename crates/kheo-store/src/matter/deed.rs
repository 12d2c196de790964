//! Linking cases, parting them, judging them; and what that says of others.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::{CaseEvent, Clock, Deed, Phase, Recurrence};
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, KindId, TopicId, UnitId};
use kheo_core::matter::decide::Pursuing;
use kheo_core::matter::{self, Link, MatterEvent, is_end, is_escalated, recurred};
use kheo_core::post::Actor;
use kheo_core::rules::Rules;
use kheo_core::unit::Level;

use crate::case::{CaseRow, find, is_known_to, timeline};
use crate::entry::{append, was_done_before};
use crate::matter::open::{codes, is_linked, of};
use crate::{Reader, StoreError, Tx, WriteError, unit};

/// Records that two cases are about the same matter.
///
/// # Errors
/// [`Refusal::UnknownCase`], [`Refusal::SealedApart`], and those of [`kheo_core::matter::link`].
pub fn link(
    tx: &mut Tx<'_>,
    rules: &Rules,
    actor: &Actor,
    link: &Link,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let (sees, linked) = (sees(tx, actor, link)?, is_linked(tx, link)?);
    let event = matter::link(actor, sees, link.clone(), linked)?;
    let (one, other) = (known(tx, &link.one)?, known(tx, &link.other)?);
    apart(rules, (&one.kind, &one.topic), (&other.kind, &other.topic))?;
    said(tx, event, &link.one, actor, stamp)?;
    settle(tx, rules, &link.one, Date::MIN, actor, stamp)
}

/// Refuses to link a case whose petitioner is sealed with one whose petitioner is not, and one about which nobody is
/// named with any other.
pub(crate) fn apart(
    rules: &Rules,
    one: (&KindId, &TopicId),
    other: (&KindId, &TopicId),
) -> Result<(), Refusal> {
    let nameless = [one, other].iter().any(|(kind, topic)| rules.is_nameless(kind, topic));
    if !nameless && rules.is_sealed(one.0) == rules.is_sealed(other.0) {
        Ok(())
    } else {
        Err(Refusal::SealedApart)
    }
}

/// Takes back that two cases are about the same matter.
///
/// # Errors
/// [`Refusal::UnknownCase`], and those of [`kheo_core::matter::unlink`].
pub fn unlink(
    tx: &mut Tx<'_>,
    rules: &Rules,
    actor: &Actor,
    link: &Link,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let (sees, linked) = (sees(tx, actor, link)?, is_linked(tx, link)?);
    let event = matter::unlink(actor, sees, link.clone(), linked)?;
    said(tx, event, &link.one, actor, stamp)?;
    settle(tx, rules, &link.one, Date::MIN, actor, stamp)?;
    settle(tx, rules, &link.other, Date::MIN, actor, stamp)
}

/// Records a named officer's judgement that a matter is pursued with `code` after its final answer.
///
/// # Errors
/// [`Refusal::UnknownCase`], and those of [`kheo_core::matter::judge`].
pub fn judge(
    tx: &mut Tx<'_>,
    actor: &Actor,
    code: &CaseCode,
    reasons: Option<String>,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let (within, pursuing) = pursuing(tx, actor, code)?;
    let event = matter::judge(actor, within, pursuing, reasons)?;
    said(tx, event, code, actor, stamp)
}

/// Withdraws that judgement.
///
/// # Errors
/// [`Refusal::UnknownCase`], and those of [`kheo_core::matter::withdraw`].
pub fn withdraw(
    tx: &mut Tx<'_>,
    actor: &Actor,
    code: &CaseCode,
    reasons: Option<String>,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let (within, pursuing) = pursuing(tx, actor, code)?;
    let event = matter::withdraw(actor, within, pursuing, reasons)?;
    said(tx, event, code, actor, stamp)
}

fn said(
    tx: &mut Tx<'_>,
    event: MatterEvent,
    code: &CaseCode,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let case = known(tx, code)?;
    Ok(append(tx, Event::Matter(event), (code.as_str(), &case.unit), actor, stamp)?)
}

fn known(r: &Reader<'_>, code: &CaseCode) -> Result<CaseRow, WriteError> {
    find(r, code)?.ok_or_else(|| Refusal::UnknownCase { code: code.clone() }.into())
}

/// Whether one of the two cases is in the scope of `actor`.
fn sees(r: &Reader<'_>, actor: &Actor, link: &Link) -> Result<bool, WriteError> {
    known(r, &link.one)?;
    known(r, &link.other)?;
    Ok(match actor {
        Actor::Post(post) => {
            is_known_to(r, &link.one, &post.unit)? || is_known_to(r, &link.other, &post.unit)?
        }
        Actor::Citizen | Actor::Import | Actor::Administrator => true,
    })
}

fn pursuing(
    r: &Reader<'_>,
    actor: &Actor,
    code: &CaseCode,
) -> Result<(bool, Pursuing), WriteError> {
    let case = known(r, code)?;
    case.state().unless_erased()?;
    let within = match actor {
        Actor::Post(post) => unit::is_within(r, &case.unit, &post.unit)?,
        Actor::Citizen | Actor::Import | Actor::Administrator => true,
    };
    let after_an_end = follows_an_end(r, &case)?;
    Ok((within, Pursuing { code: code.clone(), after_an_end, judged: case.pursued }))
}

/// Whether its matter had been answered or refused before: in another case by the day that `case` was
/// registered, or in it before it was reopened.
///
/// # Errors
/// [`StoreError`].
pub fn follows_an_end(r: &Reader<'_>, case: &CaseRow) -> Result<bool, StoreError> {
    if case.reopened > 0 {
        return Ok(true);
    }
    let Some(matter) = of(r, &case.code)? else { return Ok(false) };
    was_done_before(r, matter, &case.code, case.registered_on, is_end)
}

/// The other cases of the matter of `code`.
fn others(r: &Reader<'_>, code: &CaseCode) -> Result<Vec<CaseCode>, StoreError> {
    let Some(matter) = of(r, code)? else { return Ok(Vec::new()) };
    let mut codes = codes(r, matter)?;
    codes.retain(|other| other != code);
    Ok(codes)
}

/// The levels of the units that were through by the end of `by` with a case of the matter that
/// `code` is in, or with `code` itself.
pub(crate) fn through(
    r: &Reader<'_>,
    code: &CaseCode,
    by: Date,
) -> Result<BTreeSet<Level>, StoreError> {
    let mut levels = BTreeSet::new();
    for code in others(r, code)?.into_iter().chain([code.clone()]) {
        let days = days_through(r, &code)?;
        levels.extend(days.into_iter().filter(|(_, day)| *day <= by).map(|(level, _)| level));
    }
    Ok(levels)
}

/// Of `kinds`, those of which the matter of `case` holds earlier cases that are all to be decided yet, and in time
/// on `by`: none was answered or closed, and the limit to accept or to decide it has not run out.
///
/// # Errors
/// [`StoreError`].
pub fn in_time(
    r: &Reader<'_>,
    rules: &Rules,
    case: &CaseRow,
    kinds: &BTreeSet<KindId>,
    by: Date,
) -> Result<BTreeSet<KindId>, StoreError> {
    let mut waiting = BTreeSet::new();
    let mut ended = BTreeSet::new();
    if kinds.is_empty() {
        return Ok(waiting);
    }
    for code in others(r, &case.code)? {
        let Some(earlier) = find(r, &code)?.filter(|other| other.began < case.began) else {
            continue;
        };
        if kinds.contains(&earlier.kind) {
            if earlier.answer.is_some()
                || earlier.phase == Phase::Closed
                || is_undecided_late(rules, &earlier, by)
            {
                ended.insert(earlier.kind)
            } else {
                waiting.insert(earlier.kind)
            };
        }
    }
    Ok(waiting.difference(&ended).cloned().collect())
}

/// Whether a limit that accepting or answering `case` stops has run out before `by`.
fn is_undecided_late(rules: &Rules, case: &CaseRow, by: Date) -> bool {
    let kind = rules.kind_left(&case.kind, case.version);
    let decides = |clock: &&Clock| {
        let deeds = [Deed::Accept, Deed::Answer];
        deeds.into_iter().any(|deed| clock.stops.contains(&deed.into()))
    };
    let state = case.state();
    let late = |clock: &Clock| {
        let running = state.running.iter().find(|(id, _)| *id == clock.id);
        running.is_some_and(|(_, due)| due.runs_out() && due.on < by)
    };
    kind.clocks.iter().filter(decides).any(late)
}

/// The first day on which a unit of each level was through with a case.
fn days_through(r: &Reader<'_>, code: &CaseCode) -> Result<BTreeMap<Level, Date>, StoreError> {
    let told = timeline(r, code)?;
    let units = matter::through(told.iter().map(|one| (one.effective_on, &one.what)));
    let mut levels: BTreeMap<Level, Date> = BTreeMap::new();
    for (unit, day) in units {
        if let Some(level) = unit::rank(r, &unit)?.level() {
            let first = levels.entry(level).or_insert(day);
            *first = day.min(*first);
        }
    }
    Ok(levels)
}

/// Corrects, after what is known of the matter of `code` has changed, which of its cases were brought again,
/// and of those that were registered on `from` or later, which were brought above their level.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    rules: &Rules,
    code: &CaseCode,
    from: Date,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let mut members = Vec::new();
    for member in others(tx, code)?.iter().chain([code]) {
        members.push(known(tx, member)?);
    }
    recurrences(tx, &members, actor, stamp)?;
    let mut above = Vec::new();
    for case in members.iter().filter(|case| case.registered_on >= from) {
        above.extend(addressed_above(tx, rules, case)?.map(|competent| (case, competent)));
    }
    if above.is_empty() {
        return Ok(());
    }
    let mut days: Vec<(&CaseCode, BTreeMap<Level, Date>)> = Vec::new();
    for member in &members {
        days.push((&member.code, days_through(tx, &member.code)?));
    }
    for (case, (level, competent)) in above {
        let on = case.registered_on;
        let before = days.iter().filter(|(member, _)| **member != case.code);
        let through = before.flat_map(|(_, days)| days).filter(|(_, day)| **day <= on);
        let escalated =
            is_escalated(Some(level), Some(competent), through.map(|(level, _)| *level));
        if escalated != case.escalated {
            let unit: UnitId = case.addressed_to.clone();
            let event = Event::Case(CaseEvent::EscalationCorrected { escalated, unit, on });
            append(tx, event, (case.code.as_str(), &case.unit), actor, stamp)?;
        }
    }
    Ok(())
}

/// Says of each of `members`, the cases of one matter, by which other it was brought again; takes back what
/// was said of cases that are in the matter no more. Both count from the day on which the other case was
/// registered.
fn recurrences(
    tx: &mut Tx<'_>,
    members: &[CaseRow],
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    for case in members {
        let withdrawn = recurred::withdrawn(&case.recurred, members.iter().map(|one| &one.code));
        let withdrawn: Vec<(CaseCode, Date)> = withdrawn.collect();
        let gone = |one: &Recurrence| withdrawn.iter().any(|(by, _)| *by == one.by);
        let recurred: Vec<&Recurrence> = case.recurred.iter().filter(|one| !gone(one)).collect();
        let answer = case.answer.as_ref().map(|answer| (answer.on, answer.silence_until));
        let others = members.iter().filter(|other| other.code != case.code);
        let others = others.map(|other| (&other.code, other.registered_on));
        let found = recurred::found(answer, &recurred, others);
        let events = withdrawn
            .iter()
            .map(|(by, on)| (CaseEvent::RecurrenceWithdrawn { by: by.clone() }, *on))
            .chain(found.map(|(by, on)| (CaseEvent::Recurred { by, on: Some(on) }, on)));
        for (event, effective_on) in events {
            let stamp = Stamp { effective_on, ..stamp };
            append(tx, Event::Case(event), (case.code.as_str(), &case.unit), actor, stamp)?;
        }
    }
    Ok(())
}

/// The level that a case was addressed to and the competent one, when that is below. Of a kind that
/// the rules do not know any more, nothing can be said; one that never escalates is never above.
fn addressed_above(
    r: &Reader<'_>,
    rules: &Rules,
    case: &CaseRow,
) -> Result<Option<(Level, Level)>, StoreError> {
    let kind = rules.kind_of_version(&case.kind, case.version).ok().filter(|kind| kind.escalates);
    let Some(topic) = kind.and_then(|kind| kind.topic(&case.topic)) else { return Ok(None) };
    let level = unit::find(r, &case.addressed_to)?.and_then(|unit| unit.kind.level());
    let competent = topic.competent_on(case.registered_on);
    Ok(level.zip(competent).filter(|(level, competent)| level > competent))
}
