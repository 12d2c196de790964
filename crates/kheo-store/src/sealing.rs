//! Sealed identities: the keys that they are sealed for, the sealing, and what is recorded of an opening.

mod kept;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_core::Refusal;
use kheo_core::case::event::Words;
use kheo_core::case::{CaseKind, Petition, Seat};
use kheo_core::event::{Event, Stamp};
use kheo_core::id::{CaseCode, PostId, TopicId, UnitId};
use kheo_core::post::{Actor, Post};
use kheo_core::sealing::{
    Group, IdentityEvent, Sealed, SealingEvent, StaysSealed, group, take_out, tells_who,
};
use kheo_core::unit::Level;
use kheo_seal::{NewKey, SealError, pad_length, seal as seal_share, split};

use crate::case::find;
use crate::entry::{Entry, Recorded, Who, append, told_about};
use crate::sql::{json, values, written};
use crate::{Reader, StoreError, Tx, WriteError, post, unit};

pub use kept::{LostKey, lost_keys};

/// A key that identities are sealed for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealingKey {
    /// Whose it is.
    pub post: Post,
    /// Its public half.
    pub recipient: String,
    /// Since when.
    pub since: Date,
}

const KEEP: &str = "INSERT INTO sealing_keys (recipient, locked) VALUES ($1, $2)";

/// Gives `post` a new key: what is sealed from now on is sealed for it. Earlier keys stay, for what was
/// sealed for them.
///
/// # Errors
/// [`Refusal::UnknownPost`].
pub fn set_key(
    tx: &mut Tx<'_>,
    post: &PostId,
    key: &NewKey,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let unknown = || Refusal::UnknownPost { post: post.clone() };
    let found = post::find(tx, post)?.ok_or_else(unknown)?;
    tx.run(KEEP, values![key.recipient.as_str(), key.locked.as_str()])?;
    let (post, recipient) = (post.clone(), key.recipient.clone());
    let locked = Some(kept::hashed(&key.locked));
    let subject = post.clone();
    let event = Event::Sealing(SealingEvent::KeySet { post, recipient, locked });
    Ok(append(tx, event, (subject.as_str(), &found.unit), actor, stamp)?)
}

const SET: &str = "
    INSERT INTO sealing_recipients (recipient, post, seq, since) VALUES ($1, $2, $3, $4)";

pub(crate) fn project(
    tx: &mut Tx<'_>,
    entry: &Entry,
    event: &SealingEvent,
) -> Result<(), StoreError> {
    let SealingEvent::KeySet { post, recipient, .. } = event;
    let values = values![recipient.as_str(), post.as_str(), entry.seq, entry.effective_on];
    tx.run(SET, values).map(drop)
}

const KEYS: &str = "
    SELECT p.detail, s.recipient, s.since
      FROM sealing_recipients s JOIN posts p ON p.post = s.post
     WHERE s.seq = (SELECT MAX(n.seq) FROM sealing_recipients n WHERE n.post = s.post)
     ORDER BY s.seq";

/// The keys that identities are sealed for today, of each post the newest.
///
/// # Errors
/// [`StoreError`].
pub fn keys(r: &Reader<'_>) -> Result<Vec<SealingKey>, StoreError> {
    r.rows(KEYS, &[], |row| {
        Ok(SealingKey { post: row.json(0)?, recipient: row.text(1)?, since: row.parsed(2)? })
    })
}

const LOCKED: &str = "
    SELECT k.locked
      FROM sealing_recipients n JOIN sealing_keys k ON k.recipient = n.recipient
     WHERE n.post = $1 ORDER BY n.seq DESC";

/// The secret halves of all keys of `post`, locked with its passphrases, the newest first.
///
/// # Errors
/// [`StoreError`].
pub fn locked(r: &Reader<'_>, post: &PostId) -> Result<Vec<String>, StoreError> {
    r.rows(LOCKED, values![post.as_str()], |row| row.text(0))
}

/// Those for whom the identity of a new case is sealed, by group.
pub(crate) type Recipients = [Vec<String>; 2];

/// For whom it is sealed who brings `petition`, a case of `kind`, to `unit` on a day: the posts of the two
/// groups there and above, who have a key; nothing for a kind that is not sealed, or a petition that does not tell.
///
/// # Errors
/// [`StaysSealed::NoKeys`] while a group has none: nobody could ever open it; [`StaysSealed::NoUnitAbove`] where that is
/// because no unit of the level that is competent works with the program.
pub(crate) fn recipients(
    r: &Reader<'_>,
    kind: &CaseKind,
    petition: &Petition,
    unit: &UnitId,
    topic: &TopicId,
    on: Date,
) -> Result<Option<Recipients>, WriteError> {
    let Some(roles) = kind.openers.filter(|_| tells_who(kind, petition)) else { return Ok(None) };
    let mut found = Recipients::default();
    for key in keys(r)? {
        if !unit::is_within(r, unit, &key.post.unit)? {
            continue;
        }
        let rank = unit::rank(r, &key.post.unit)?;
        let [first, second] = &mut found;
        match group(kind, topic, on, &key.post, rank) {
            Some(Group::First) => first.push(key.recipient),
            Some(Group::Second) => second.push(key.recipient),
            None => {}
        }
    }
    for group in Group::ALL {
        let [first, second] = &found;
        let of_group = if group == Group::First { first } else { second };
        if of_group.is_empty() {
            if let Some(level) = missing_above(r, kind, unit, topic, on)? {
                return Err(Refusal::from(StaysSealed::NoUnitAbove { level }).into());
            }
            return Err(Refusal::from(StaysSealed::NoKeys { role: group.role(roles) }).into());
        }
    }
    Ok(Some(found))
}

/// The level that is competent on a day for what `topic` is about, where neither `unit` nor any above it with posts
/// in the program is: nobody below may open who denounces them.
fn missing_above(
    r: &Reader<'_>,
    kind: &CaseKind,
    unit: &UnitId,
    topic: &TopicId,
    on: Date,
) -> Result<Option<Level>, StoreError> {
    for above in unit::upwards(r, unit)?.iter().filter(|above| above.lives_on(on)) {
        let works = !post::held_in(r, &above.id)?.is_empty();
        if works && kind.seat(topic, unit::rank(r, &above.id)?, on) != Seat::Below {
            return Ok(None);
        }
    }
    Ok(kind.competent_level(topic, on))
}

/// `petition` as it is written down: all that tells who brought it only as two shares, each encrypted for
/// one group of `recipients`.
pub(crate) fn seal(
    tx: &mut Tx<'_>,
    kind: &CaseKind,
    recipients: &Recipients,
    petition: Petition,
) -> Result<Petition, StoreError> {
    let (petition, identity) = take_out(kind, petition);
    let secret = json(&identity)?;
    let mut pad = Vec::with_capacity(pad_length(secret.len()));
    while pad.len() < pad_length(secret.len()) {
        pad.extend(tx.salt());
    }
    let sealed = || -> Result<Sealed, SealError> {
        let [first, second] = split(secret.as_bytes(), &pad)?;
        let [of_first, of_second] = recipients;
        Ok(Sealed { shares: [seal_share(of_first, &first)?, seal_share(of_second, &second)?] })
    };
    let sealed = sealed().map_err(StoreError::NotSealed)?;
    Ok(Petition { sealed: Some(Box::new(sealed)), ..petition })
}

/// What the first of two officers leaves for the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The group whose share it is.
    pub group: Group,
    /// Why the identity has to be known.
    pub reason: String,
    /// When it is over.
    pub until: Timestamp,
    /// The share, locked with a code that only the first officer was told.
    pub locked: String,
}

/// An opening that waits for the second officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// Who asked.
    pub by: PostId,
    /// What they left.
    pub asking: Asking,
}

const OVER: &str = "DELETE FROM openings WHERE until <= $1";

const IS_OVER: &str = "SELECT 1 FROM openings WHERE until <= $1";

/// Whether openings lie there whose time is over.
///
/// # Errors
/// [`StoreError`].
pub fn are_over(r: &Reader<'_>, now: Timestamp) -> Result<bool, StoreError> {
    Ok(r.row(IS_OVER, values![written(now)], |_| Ok(()))?.is_some())
}

/// Removes the openings whose time is over; answers how many.
///
/// # Errors
/// [`StoreError`].
pub fn forget_over(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64, StoreError> {
    tx.run(OVER, values![written(now)])
}

const WAIT: &str = "
    INSERT INTO openings (code, second, until, locked) VALUES ($1, $2, $3, $4)
    ON CONFLICT (code) DO UPDATE
       SET second = excluded.second, until = excluded.until, locked = excluded.locked";

/// Records that an officer asked to see who brought a case, and lets that wait for the second one, whichever
/// program they reach; what they asked earlier waits no more.
///
/// # Errors
/// [`Refusal::UnknownCase`], [`StaysSealed::AskedAlready`] while what another officer asked waits.
pub fn ask(
    tx: &mut Tx<'_>,
    code: &CaseCode,
    asking: &Asking,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let waiting = pending(tx, code, stamp.recorded_at)?;
    if waiting.is_some_and(|waiting| !is_of(&waiting.by, actor)) {
        return Err(Refusal::from(StaysSealed::AskedAlready).into());
    }
    let private = Words { text: asking.reason.clone(), ..Words::default() };
    record(tx, code, IdentityEvent::Asked { code: code.clone(), private }, actor, stamp)?;
    forget_over(tx, stamp.recorded_at)?;
    let (second, until) = (asking.group == Group::Second, written(asking.until));
    tx.run(WAIT, values![code.as_str(), second, until, asking.locked.as_str()])?;
    Ok(())
}

fn is_of(post: &PostId, actor: &Actor) -> bool {
    matches!(actor, Actor::Post(own) if own.id == *post)
}

const WAITS: &str = "SELECT second, until, locked FROM openings WHERE code = $1 AND until > $2";

/// The opening of the case that waits at `now`.
///
/// # Errors
/// [`StoreError`].
pub fn pending(
    r: &Reader<'_>,
    code: &CaseCode,
    now: Timestamp,
) -> Result<Option<Pending>, StoreError> {
    let waits = r.row(WAITS, values![code.as_str(), written(now)], |row| {
        Ok((row.truth(0)?, row.parsed(1)?, row.text(2)?))
    })?;
    let Some((second, until, locked)) = waits else { return Ok(None) };
    let group = if second { Group::Second } else { Group::First };
    let asked = said(r, code)?.into_iter().rev().find_map(|said| match (said.who, said.what) {
        (Who::Post(by), IdentityEvent::Asked { private, .. }) => Some((by, private.text)),
        _ => None,
    });
    Ok(asked.map(|(by, reason)| Pending { by, asking: Asking { group, reason, until, locked } }))
}

const TAKE: &str = "DELETE FROM openings WHERE code = $1 AND locked = $2 AND until > $3";

/// Records that a second officer saw who brought a case, as `pending` had asked: that can be done once.
///
/// # Errors
/// [`StaysSealed::NotAsked`] when it waits no more, [`Refusal::UnknownCase`].
pub fn open(
    tx: &mut Tx<'_>,
    code: &CaseCode,
    pending: &Pending,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let Pending { by, asking } = pending;
    let waits = values![code.as_str(), asking.locked.as_str(), written(stamp.recorded_at)];
    if tx.run(TAKE, waits)? == 0 {
        return Err(Refusal::from(StaysSealed::NotAsked).into());
    }
    let private = Words { text: asking.reason.clone(), ..Words::default() };
    let opened = IdentityEvent::Opened { code: code.clone(), asked_by: by.clone(), private };
    record(tx, code, opened, actor, stamp)
}

fn record(
    tx: &mut Tx<'_>,
    code: &CaseCode,
    event: IdentityEvent,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), WriteError> {
    let unknown = || Refusal::UnknownCase { code: code.clone() };
    let case = find(tx, code)?.ok_or_else(unknown)?;
    Ok(append(tx, Event::Identity(event), (code.as_str(), &case.unit), actor, stamp)?)
}

/// What was recorded of openings of a case, in the order of the ledger.
///
/// # Errors
/// [`StoreError`].
pub fn said(r: &Reader<'_>, code: &CaseCode) -> Result<Vec<Recorded<IdentityEvent>>, StoreError> {
    told_about(r, code.as_str(), |event| match event {
        Event::Identity(what) => Some(what),
        _ => None,
    })
}

#[cfg(test)]
pub(crate) const KEPT_SQL: &[&str] = kept::SQL;
#[cfg(test)]
pub(crate) const SQL: &[&str] = &[KEEP, SET, KEYS, LOCKED, OVER, IS_OVER, WAIT, WAITS, TAKE];
