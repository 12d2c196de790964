//! Registering cases and acting on them.

use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::event::Acted;
use kheo_core::case::{
    Act, Asked, Case, CaseEvent, CaseKind, FieldFault, FollowCode, Named, Onlooker, Petition,
    Position, Proof, Reach, Registration, Seat, Sight, brings_on, is_discreet, takes_on,
    takes_over,
};
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, FollowKey, KindId, PostId, TopicId, UnitId};
use kheo_core::origin::Origin;
use kheo_core::post::{Actor, Role};
use kheo_core::rules::Rules;
use kheo_core::unit::Unit;

use crate::case::history::is_known_to;
use crate::case::row::{CaseRow, find};
use crate::entry::{append, append_all};
use crate::sealing::{self, Recipients};
use crate::sql::values;
use crate::{Reader, StoreError, Tx, WriteError, matter, post, unit};

/// What somebody wants registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing {
    /// The code it gets.
    pub code: CodeChoice,
    /// Its kind.
    pub kind: KindId,
    /// The unit it is addressed to.
    pub unit: UnitId,
    /// What it is about.
    pub topic: TopicId,
    /// The earlier case that brought the same matter.
    pub again: Option<CaseCode>,
    /// What is asked, and by whom.
    pub petition: Petition,
    /// Files sent with it, already stored.
    pub files: Vec<Proof>,
    /// Where the record comes from.
    pub origin: Origin,
    /// The request it came in: the same request again gets the same answer.
    pub request: Option<RequestKey>,
}

/// The code that a new case gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CodeChoice {
    /// This one.
    Given(CaseCode),
    /// The next number of its kind and year.
    Next,
}

/// The name of a request that may be sent twice, and what it asks for. Only hashes are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestKey {
    name: String,
    content: String,
}

impl RequestKey {
    /// The key of the request that its sender calls `name` and that says `content`.
    #[must_use]
    pub fn new(name: &str, content: &str) -> Self {
        let hash =
            |text: &str| kheo_ledger::hexadecimal(&kheo_ledger::content_hash(text.as_bytes()));
        Self { name: hash(name), content: hash(content) }
    }
}

/// What became of a filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The code of the case.
    pub code: CaseCode,
    /// What opens it to whoever brought it.
    pub key: Option<FollowKey>,
    /// The day by which something is due, as it was told at the registration.
    pub due_on: Option<Date>,
    /// Whether the same request had been answered before; then there is no second case.
    pub before: bool,
}

impl Registered {
    /// What its petitioner follows it by; the code alone when nobody was given a key.
    #[must_use]
    pub fn follow_code(&self) -> String {
        match &self.key {
            Some(key) => FollowCode { case: self.code.clone(), key: key.clone() }.to_string(),
            None => self.code.to_string(),
        }
    }
}

/// What [`register`] would refuse, before the files of the filing are stored.
///
/// # Errors
/// As [`register`].
pub fn may_register(
    r: &Reader<'_>,
    rules: &Rules,
    filing: &Filing,
    stamp: Stamp,
) -> Result<(), WriteError> {
    if let Some(request) = &filing.request
        && answered_before(r, request)?.is_some()
    {
        return Ok(());
    }
    decide_registration(r, rules, filing.clone(), stamp).map(drop)
}

/// Registers a case.
///
/// # Errors
/// [`Refusal::UnknownKind`], [`Refusal::UnknownUnit`] also for a unit that does not live on the
/// day, [`Refusal::NobodyThere`] for a unit whose own posts do not bring it to its end,
/// [`Refusal::UnknownCase`] for the earlier case, [`Refusal::Taken`] for a given code,
/// [`Refusal::SealedApart`] for an earlier case that is sealed when this is not, or the other way,
/// [`Refusal::KeyReused`] for the key of a request that asked for something else,
/// [`Refusal::Sealed`] for a sealed kind while nobody could open who brings it, and those of
/// [`kheo_core::case::register`].
pub fn register(
    tx: &mut Tx<'_>,
    rules: &Rules,
    filing: Filing,
    stamp: Stamp,
    actor: &Actor,
) -> Result<Registered, WriteError> {
    if let Some(request) = &filing.request
        && let Some(answer) = answered_before(tx, request)?
    {
        return Ok(answer);
    }
    let request = filing.request.clone();
    let key = filing.petition.key.clone();
    let Decided { code, unit, earlier, mut events, kind, recipients } =
        decide_registration(tx, rules, filing, stamp)?;
    let due_on = events.iter().filter_map(starts).min();
    for event in &mut events {
        if let (CaseEvent::Registered(begun), Some(recipients)) = (event, &recipients) {
            let petition = std::mem::take(&mut begun.private);
            begun.private = sealing::seal(tx, kind, recipients, petition)?;
        }
    }
    let events = events.into_iter().map(|event| (Event::Case(event), &unit));
    append_all(tx, events, code.as_str(), actor, stamp)?;
    if let Some(earlier) = earlier {
        let event = CaseEvent::Recurred { by: code.clone(), on: Some(stamp.effective_on) };
        append(tx, Event::Case(event), (earlier.code.as_str(), &earlier.unit), actor, stamp)?;
        matter::settle(tx, rules, &code, stamp.effective_on, actor, stamp)?;
    }
    let registered = Registered { code, key, due_on, before: false };
    if let Some(request) = request {
        remember(tx, &request, &registered)?;
    }
    Ok(registered)
}

/// What registering a case comes to.
struct Decided<'r> {
    code: CaseCode,
    unit: UnitId,
    earlier: Option<CaseRow>,
    events: Vec<CaseEvent>,
    kind: &'r CaseKind,
    /// For whom it is sealed who brought it, where it is.
    recipients: Option<Recipients>,
}

fn decide_registration<'r>(
    r: &Reader<'_>,
    rules: &'r Rules,
    filing: Filing,
    stamp: Stamp,
) -> Result<Decided<'r>, WriteError> {
    let today = stamp.effective_on;
    let kind = rules.kind_on(&filing.kind, today)?;
    let unit = living(r, &filing.unit, today)?;
    let rank = unit::rank(r, &unit.id)?;
    let seat = kind.seat(&filing.topic, rank, today);
    let begins = (&filing.topic, &kind.first_step);
    if !takes_on(kind, begins, seat, &*post::held_in(r, &unit.id)?) {
        return Err(Refusal::NobodyThere { unit: unit.id }.into());
    }
    let earlier = filing.again.as_ref().map(|code| known(r, code)).transpose()?;
    if let Some(earlier) = &earlier {
        matter::apart(rules, (&earlier.kind, &earlier.topic), (&filing.kind, &filing.topic))?;
    }
    let through = filing.again.as_ref().map(|code| matter::through(r, code, today)).transpose()?;
    let code = choose(r, kind, filing.code, today)?;
    let recipients =
        sealing::recipients(r, kind, &filing.petition, &unit.id, &filing.topic, today)?;
    let registration = Registration {
        code: code.clone(),
        unit: filing.unit,
        rank,
        topic: filing.topic,
        again: filing.again,
        through: through.unwrap_or_default(),
        petition: filing.petition,
        files: filing.files,
        origin: filing.origin,
    };
    let events = kheo_core::case::register(kind, registration, stamp.moment(), &rules.calendar)?;
    Ok(Decided { code, unit: unit.id, earlier, events, kind, recipients })
}

fn starts(event: &CaseEvent) -> Option<Date> {
    match event {
        CaseEvent::ClockStarted { due, .. } if due.runs_out() => Some(due.on),
        _ => None,
    }
}

fn living(r: &Reader<'_>, unit: &UnitId, day: Date) -> Result<Unit, WriteError> {
    unit::find(r, unit)?
        .filter(|unit| unit.lives_on(day))
        .ok_or_else(|| Refusal::UnknownUnit { unit: unit.clone() }.into())
}

pub(super) fn known(r: &Reader<'_>, code: &CaseCode) -> Result<CaseRow, WriteError> {
    find(r, code)?.ok_or_else(|| Refusal::UnknownCase { code: code.clone() }.into())
}

const NUMBER: &str = "SELECT number FROM counters WHERE prefix = $1 AND year = $2";

fn choose(
    r: &Reader<'_>,
    kind: &CaseKind,
    choice: CodeChoice,
    today: Date,
) -> Result<CaseCode, WriteError> {
    let code = match choice {
        CodeChoice::Given(code) => code,
        CodeChoice::Next => {
            let year = i64::from(today.year());
            let last = r.row(NUMBER, values![kind.prefix.as_str(), year], |row| row.int(0))?;
            let number = last.unwrap_or(0) + 1;
            CaseCode::new(format!("{}-{year:04}-{number:04}", kind.prefix))
        }
    };
    match find(r, &code)? {
        Some(_) => Err(Refusal::Taken { name: code.to_string() }.into()),
        None => Ok(code),
    }
}

const BEFORE: &str = "SELECT code, due_on, content FROM requests WHERE request = $1";

fn answered_before(r: &Reader<'_>, request: &RequestKey) -> Result<Option<Registered>, WriteError> {
    let before = r.row(BEFORE, values![request.name.as_str()], |row| {
        Ok((CaseCode::new(row.text(0)?), row.day(1)?, row.text(2)?))
    })?;
    let Some((code, due_on, content)) = before else { return Ok(None) };
    if content != request.content {
        return Err(Refusal::KeyReused.into());
    }
    let key = known(r, &code)?.petition.key;
    Ok(Some(Registered { code, key, due_on, before: true }))
}

const REMEMBER: &str = "
    INSERT INTO requests (request, content, code, due_on) VALUES ($1, $2, $3, $4)";

fn remember(tx: &mut Tx<'_>, request: &RequestKey, answer: &Registered) -> Result<(), StoreError> {
    let RequestKey { name, content } = request;
    let values = values![name.as_str(), content.as_str(), answer.code.as_str(), answer.due_on];
    tx.run(REMEMBER, values)?;
    Ok(())
}

/// What [`act()`] would refuse, before the files of the action are stored.
///
/// # Errors
/// As [`act()`].
pub fn may_act(
    r: &Reader<'_>,
    rules: &Rules,
    actor: &Actor,
    code: &CaseCode,
    act: &Act,
    stamp: Stamp,
) -> Result<(), WriteError> {
    decide_action(r, rules, actor, code, act.clone(), stamp).map(drop)
}

/// Takes an action on a case; answers its new version.
///
/// # Errors
/// [`Refusal::UnknownCase`], [`Refusal::UnknownUnit`] for a transfer to a unit that does not live
/// on the day, [`Refusal::NotCompetentThere`], [`Refusal::NobodyThere`], [`Refusal::UnitBeyond`],
/// [`Refusal::UnknownPost`], [`Refusal::PostElsewhere`], [`Refusal::PostCannotGoOn`], [`Refusal::TellsWho`],
/// [`Refusal::Unfilled`] for a case that is named and not known, and those of
/// [`kheo_core::case::act()`], [`Refusal::Stale`] before all others.
pub fn act(
    tx: &mut Tx<'_>,
    rules: &Rules,
    actor: &Actor,
    code: &CaseCode,
    act: Act,
    stamp: Stamp,
) -> Result<u64, WriteError> {
    let (events, holders): (Vec<_>, Vec<_>) =
        decide_action(tx, rules, actor, code, act, stamp)?.into_iter().unzip();
    let events = events.into_iter().map(Event::Case).zip(&holders);
    append_all(tx, events, code.as_str(), actor, stamp)?;
    matter::settle(tx, rules, code, stamp.effective_on, actor, stamp)?;
    Ok(known(tx, code)?.seen)
}

/// What an action comes to: events, each with the unit that holds the case then.
fn decide_action(
    r: &Reader<'_>,
    rules: &Rules,
    actor: &Actor,
    code: &CaseCode,
    act: Act,
    stamp: Stamp,
) -> Result<Vec<(CaseEvent, UnitId)>, WriteError> {
    let row = known(r, code)?;
    let case = row.state();
    let kind = rules.kind_of_version(&case.kind, case.version)?;
    let now = stamp.moment();
    let in_time = matter::in_time(r, rules, &row, &kind.asks_in_time(), now.day)?;
    let position = position(r, kind, &case, actor, now.day)?.after(in_time.clone());
    let seat = position.seat;
    let wanted = act.clone();
    let events = kheo_core::case::act(kind, &case, actor, &position, act, now, &rules.calendar)?;
    is_discreet(kind, &case.topic, actor, &wanted, &row.petition)?;
    let mut decided = Vec::with_capacity(events.len());
    for event in events {
        let mut holder = case.unit.clone();
        if let CaseEvent::Acted(acted) = &event {
            holder = acted.unit.clone();
            if holder != case.unit {
                may_go_to(r, kind, &case, acted, stamp.effective_on)?;
                is_within_reach(r, actor, position.reach, &holder)?;
            }
            let (since, filled) = (row.registered_on, &acted.private.filled);
            let asked = Asked { case: &case, filled, seat, in_time: &in_time, at: now };
            names_known_cases(r, rules, kind, actor, since, asked)?;
            if let Some(post) = &acted.post {
                may_be_given_to(r, kind, acted, post)?;
            }
        }
        decided.push((event, holder));
    }
    Ok(decided)
}

/// Where `actor` stands to `case` on `day`.
pub(super) fn position(
    r: &Reader<'_>,
    kind: &CaseKind,
    case: &Case,
    actor: &Actor,
    day: Date,
) -> Result<Position, StoreError> {
    let seat = kind.seat(&case.topic, unit::rank(r, &case.unit)?, day);
    let Actor::Post(by) = actor else { return Ok(Position::default().seated(seat)) };
    let given_to = case.post.as_ref().map(|post| post::find(r, post)).transpose()?.flatten();
    let is_within = unit::is_within(r, &case.unit, &by.unit)?;
    Ok(Position::of(by, case, is_within, given_to.as_ref()).seated(seat))
}

/// Refuses to send a case to a unit that does not live, that is not competent where that binds, or where
/// nobody can take it on.
fn may_go_to(
    r: &Reader<'_>,
    kind: &CaseKind,
    case: &Case,
    acted: &Acted,
    day: Date,
) -> Result<(), WriteError> {
    let unit = living(r, &acted.unit, day)?;
    let rank = unit::rank(r, &unit.id)?;
    kind.must_be_competent(case, &unit.id, rank, day)?;
    let seat = kind.seat(&case.topic, rank, day);
    let posts = post::held_in(r, &unit.id)?;
    let action = kind.action(&acted.action);
    if action.is_some_and(|action| takes_over(kind, case, action, seat, &*posts)) {
        Ok(())
    } else {
        Err(Refusal::NobodyThere { unit: unit.id }.into())
    }
}

/// Refuses what a head above gives away out of their own unit and those below it.
fn is_within_reach(
    r: &Reader<'_>,
    actor: &Actor,
    reach: Reach,
    unit: &UnitId,
) -> Result<(), WriteError> {
    match actor {
        Actor::Post(by) if reach == Reach::Above && !unit::is_within(r, unit, &by.unit)? => {
            Err(Refusal::UnitBeyond { unit: unit.clone() }.into())
        }
        _ => Ok(()),
    }
}

/// Refuses to name a case that there is not, one that `actor` does not see just like it, and one that does not fit
/// the case that is asked, which was registered on `since`.
fn names_known_cases(
    r: &Reader<'_>,
    rules: &Rules,
    kind: &CaseKind,
    actor: &Actor,
    since: Date,
    asked: Asked<'_>,
) -> Result<(), WriteError> {
    for (id, value) in asked.filled {
        let Some(field) = kind.field(id) else { continue };
        let unfilled = |why| WriteError::from(Refusal::Unfilled { field: id.clone(), why });
        for code in field.takes.cases_in(value) {
            let named = match find(r, &code)? {
                Some(named) if sees(r, rules, actor, &named)? => named,
                _ => return Err(unfilled(FieldFault::NoSuchCase)),
            };
            // Whoever reads this case would learn that there is one about their head.
            if asked.seat != Seat::Below && is_hidden_in(r, rules, &asked.case.unit, &named)? {
                return Err(unfilled(FieldFault::OfTheHead));
            }
            let addressed_here = unit::is_within(r, &named.addressed_to, &asked.case.unit)?;
            let registered_on = named.registered_on;
            let named = Named { kind: &named.kind, registered_on, addressed_here };
            let nameable = field.takes.nameable();
            if let Some(why) = nameable.and_then(|one| one.fault(named, since, asked)) {
                return Err(unfilled(why));
            }
        }
    }
    Ok(())
}

/// Whether `case` may be about the head of `unit`, who is shown nothing of it.
fn is_hidden_in(
    r: &Reader<'_>,
    rules: &Rules,
    unit: &UnitId,
    case: &CaseRow,
) -> Result<bool, StoreError> {
    let head = (Role::Head, unit::rank(r, unit)?);
    let seal = rules.seal((&case.kind, case.version), &case.topic, case.registered_on, head);
    Ok(seal.is_some_and(|seal| seal.kept_from_head))
}

/// Whether `actor` sees that there is `case`, and not only counts it. An import brings in what others saw.
fn sees(r: &Reader<'_>, rules: &Rules, actor: &Actor, case: &CaseRow) -> Result<bool, StoreError> {
    let Actor::Post(post) = actor else { return Ok(true) };
    if !is_known_to(r, &case.code, &post.unit)? {
        return Ok(false);
    }
    let began = (&case.kind, case.version);
    let reader = (post.role, unit::rank(r, &post.unit)?);
    let seal = rules.seal(began, &case.topic, case.registered_on, reader);
    let holds = unit::is_within(r, &case.unit, &post.unit)?;
    Ok(Onlooker { post, holds }.sight(&case.unit, seal) != Sight::Counted)
}

/// Refuses to make a post responsible that is not in the unit that holds the case, or may not take its
/// next step.
fn may_be_given_to(
    r: &Reader<'_>,
    kind: &CaseKind,
    acted: &Acted,
    post: &PostId,
) -> Result<(), WriteError> {
    let found = post::find(r, post)?;
    let found = found.ok_or_else(|| Refusal::UnknownPost { post: post.clone() })?;
    if found.unit != acted.unit {
        return Err(Refusal::PostElsewhere { post: found.id }.into());
    }
    if !brings_on(kind, &acted.step, found.role) {
        return Err(Refusal::PostCannotGoOn { post: found.id }.into());
    }
    Ok(())
}

#[cfg(test)]
pub(crate) const SQL: &[&str] = &[NUMBER, BEFORE, REMEMBER];
