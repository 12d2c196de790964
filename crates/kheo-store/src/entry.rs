//! Entries: how a fact is written into the ledger and read from it.

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_core::case::CaseEvent;
use kheo_core::event::{Event, Stamp, Written};
use kheo_core::id::{CaseCode, PostId, UnitId};
use kheo_core::matter::MatterId;
use kheo_core::post::Actor;
use kheo_ledger::{Commitment, Leaf, Salt, commit, commit_private, commit_private_whole};

use crate::project::Projection;
use crate::sql::{NOT_OUR_FORM, Row, unreadable, values, written};
use crate::{Reader, StoreError, Tx};

/// Who recorded an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// A citizen, known only by holding the code of a case.
    Citizen,
    /// The import of files by whoever runs the program.
    Import,
    /// Whoever runs the program, at its command line.
    Administrator,
    /// Somebody in a post.
    Post(PostId),
}

impl Who {
    /// The one that [`Actor::word`] names.
    pub(crate) fn of(word: &str) -> Self {
        match word.strip_prefix("post:") {
            Some(post) => Self::Post(PostId::new(post)),
            None if word == "citizen" => Self::Citizen,
            None if word == "administrator" => Self::Administrator,
            None => Self::Import,
        }
    }
}

/// Something with the entry that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<T> {
    /// The place of the entry in the ledger.
    pub seq: u64,
    /// When it was learned.
    pub recorded_at: Timestamp,
    /// The day it happened.
    pub effective_on: Date,
    /// Who recorded it.
    pub who: Who,
    /// What it says.
    pub what: T,
}

/// An entry as read tables are made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) seq: u64,
    pub(crate) recorded_at: Timestamp,
    pub(crate) effective_on: Date,
    pub(crate) actor: String,
    pub(crate) subject: String,
    pub(crate) event: Event,
}

/// An entry as it stands in the ledger.
pub(crate) struct Stored {
    pub(crate) seq: u64,
    pub(crate) recorded_at: String,
    pub(crate) effective_on: String,
    pub(crate) actor: String,
    pub(crate) unit: String,
    pub(crate) subject: String,
    pub(crate) written: Written,
    pub(crate) salt: Salt,
    pub(crate) private_salt: Option<Salt>,
    pub(crate) private_commitment: Option<Commitment>,
    pub(crate) commitment: Commitment,
}

impl Stored {
    fn read(row: &Row<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.count(0)?,
            recorded_at: row.text(1)?,
            effective_on: row.text(2)?,
            actor: row.text(3)?,
            unit: row.text(4)?,
            subject: row.text(5)?,
            written: Written {
                kind: row.text(6)?,
                version: row.int(7)?,
                payload: row.text(8)?,
                private: row.maybe_text(9)?,
            },
            salt: row.hash(10)?,
            private_salt: row.maybe_hash(11)?,
            private_commitment: row.maybe_hash(12)?,
            commitment: row.hash(13)?,
        })
    }

    /// The entry, as it is understood, once it is proved to say what it said.
    ///
    /// # Errors
    /// [`StoreError::ChangedEntry`] when it does not.
    pub(crate) fn proved(self) -> Result<Entry, StoreError> {
        if self.is_unchanged() {
            self.entry()
        } else {
            Err(StoreError::ChangedEntry { seq: self.seq })
        }
    }

    /// The entry, as it is understood.
    pub(crate) fn entry(self) -> Result<Entry, StoreError> {
        let wrong = |column| move |_| unreadable(column, NOT_OUR_FORM);
        Ok(Entry {
            seq: self.seq,
            recorded_at: self.recorded_at.parse().map_err(wrong(1))?,
            effective_on: self.effective_on.parse().map_err(wrong(2))?,
            event: Event::read(&self.written)?,
            actor: self.actor,
            subject: self.subject,
        })
    }

    /// The commitment of what the entry says now.
    pub(crate) fn committed(&self) -> Commitment {
        commit(
            &self.salt,
            &Leaf {
                seq: self.seq,
                recorded_at: &self.recorded_at,
                effective_on: &self.effective_on,
                actor: &self.actor,
                unit: &self.unit,
                subject: &self.subject,
                kind: &self.written.kind,
                version: self.written.version,
                payload: &self.written.payload,
                private: self.private_commitment.as_ref(),
            },
        )
    }

    /// Whether it had a private part, which is gone.
    pub(crate) const fn is_erased(&self) -> bool {
        self.private_commitment.is_some() && self.written.private.is_none()
    }

    /// Whether the entry says what it said when it was written; a private part that was erased
    /// together with its salt is no change.
    pub(crate) fn is_unchanged(&self) -> bool {
        let private = match (&self.written.private, &self.private_salt) {
            (None, None) => true,
            (Some(text), Some(salt)) => self.private_commitment.is_some_and(|known| {
                known == commit_private(salt, text) || known == commit_private_whole(salt, text)
            }),
            _ => false,
        };
        private && self.commitment == self.committed()
    }
}

const LAST: &str = "
    SELECT seq, recorded_at FROM entries WHERE seq = (SELECT MAX(seq) FROM entries)";

const APPEND: &str = "
    INSERT INTO entries (seq, recorded_at, effective_on, actor, unit, subject, kind, version,
                         payload, private, salt, private_salt, private_commitment, commitment)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/// Appends `event` to the ledger and brings the read tables up to it.
pub(crate) fn append(
    tx: &mut Tx<'_>,
    event: Event,
    (subject, unit): (&str, &UnitId),
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), StoreError> {
    append_all(tx, [(event, unit)], subject, actor, stamp)
}

/// Appends events about one subject to the ledger, each with the unit that it concerns, and brings the read
/// tables up to them.
pub(crate) fn append_all<'u>(
    tx: &mut Tx<'_>,
    events: impl IntoIterator<Item = (Event, &'u UnitId)>,
    subject: &str,
    actor: &Actor,
    stamp: Stamp,
) -> Result<(), StoreError> {
    let last = tx.row(LAST, &[], |row| Ok((row.count(0)?, row.text(1)?)))?;
    let (mut seq, recorded_before) = last.unwrap_or_default();
    // A clock that is set back moves no entry before the one that stands before it.
    let recorded_at = written(stamp.recorded_at).max(recorded_before);
    let (effective_on, actor) = (stamp.effective_on.to_string(), actor.word());
    let mut projection = Projection::default();
    for (event, unit) in events {
        let said = event.write()?;
        let private_salt = said.private.as_ref().map(|_| tx.salt());
        let private = said.private.as_deref().zip(private_salt.as_ref());
        seq += 1;
        let mut stored = Stored {
            seq,
            recorded_at: recorded_at.clone(),
            effective_on: effective_on.clone(),
            actor: actor.clone(),
            unit: unit.to_string(),
            subject: subject.to_owned(),
            private_commitment: private.map(|(text, salt)| commit_private(salt, text)),
            salt: tx.salt(),
            private_salt,
            commitment: [0; 32],
            written: said,
        };
        stored.commitment = stored.committed();
        keep(tx, &stored)?;
        projection.take(tx, &stored.entry()?)?;
    }
    projection.settle(tx)
}

fn keep(tx: &mut Tx<'_>, stored: &Stored) -> Result<(), StoreError> {
    tx.run(
        APPEND,
        values![
            stored.seq,
            stored.recorded_at.as_str(),
            stored.effective_on.as_str(),
            stored.actor.as_str(),
            stored.unit.as_str(),
            stored.subject.as_str(),
            stored.written.kind.as_str(),
            stored.written.version,
            stored.written.payload.as_str(),
            stored.written.private.as_deref(),
            stored.salt.as_slice(),
            stored.private_salt.as_ref().map(<[u8; 32]>::as_slice),
            stored.private_commitment.as_ref().map(<[u8; 32]>::as_slice),
            stored.commitment.as_slice(),
        ],
    )?;
    Ok(())
}

const AFTER: &str = "
    SELECT seq, recorded_at, effective_on, actor, unit, subject, kind, version, payload, private,
           salt, private_salt, private_commitment, commitment
      FROM entries WHERE seq > $1 ORDER BY seq LIMIT $2";

/// The next entries after `seq`, in the order of the ledger.
pub(crate) fn after(r: &Reader<'_>, seq: u64, most: u64) -> Result<Vec<Stored>, StoreError> {
    r.rows(AFTER, values![seq, most], Stored::read)
}

const ABOUT: &str = "
    SELECT seq, recorded_at, effective_on, actor, unit, subject, kind, version, payload, private,
           salt, private_salt, private_commitment, commitment
      FROM entries WHERE subject = $1 ORDER BY seq";

const REGISTRATION: &str = "
    SELECT seq, recorded_at, effective_on, actor, unit, subject, kind, version, payload, private,
           salt, private_salt, private_commitment, commitment
      FROM entries WHERE subject = $1 AND kind = 'case.registered' ORDER BY seq LIMIT 1";

/// The entry that registered a case, as it stands in the ledger.
pub(crate) fn registration(r: &Reader<'_>, subject: &str) -> Result<Option<Stored>, StoreError> {
    r.row(REGISTRATION, values![subject], Stored::read)
}

/// The entries about one subject.
pub(crate) fn about(r: &Reader<'_>, subject: &str) -> Result<Vec<Entry>, StoreError> {
    r.rows(ABOUT, values![subject], |row| Stored::read(row)?.proved())
}

const ABOUT_MATTER: &str = "
    SELECT e.seq, e.recorded_at, e.effective_on, e.actor, e.unit, e.subject, e.kind, e.version,
           e.payload, e.private, e.salt, e.private_salt, e.private_commitment, e.commitment
      FROM (SELECT n.code FROM matter_cases t JOIN cases n ON n.code = t.code
             WHERE t.matter = $1 ORDER BY n.registered_on DESC, n.began DESC LIMIT $2) newest
      JOIN entries e ON e.subject = newest.code
     ORDER BY e.subject, e.seq";

/// The entries about the `most` newest cases of a matter, by case, in the order of the ledger.
pub(crate) fn about_matter(
    r: &Reader<'_>,
    matter: MatterId,
    most: u64,
) -> Result<Vec<Entry>, StoreError> {
    r.rows(ABOUT_MATTER, values![matter.0, most], |row| Stored::read(row)?.proved())
}

const ACTED_BEFORE: &str = "
    SELECT e.seq, e.recorded_at, e.effective_on, e.actor, e.unit, e.subject, e.kind, e.version,
           e.payload, e.private, e.salt, e.private_salt, e.private_commitment, e.commitment
      FROM matter_cases t JOIN entries e ON e.subject = t.code
     WHERE t.matter = $1 AND t.code <> $2 AND e.kind = 'case.acted' AND e.effective_on <= $3";

/// Whether something that was done by the end of `by` with a case of `matter` other than `code` is
/// what `is` looks for.
pub(crate) fn was_done_before(
    r: &Reader<'_>,
    matter: MatterId,
    code: &CaseCode,
    by: Date,
    is: impl Fn(&CaseEvent) -> bool,
) -> Result<bool, StoreError> {
    let mut found = false;
    r.each(ACTED_BEFORE, values![matter.0, code.as_str(), by], |row| {
        if !found && let Event::Case(what) = &Stored::read(row)?.proved()?.event {
            found = is(what);
        }
        Ok(())
    })?;
    Ok(found)
}

/// What the entries about `subject` tell, as far as `told` takes it, in the order of the ledger.
pub(crate) fn told_about<T>(
    r: &Reader<'_>,
    subject: &str,
    told: impl Fn(Event) -> Option<T>,
) -> Result<Vec<Recorded<T>>, StoreError> {
    Ok(about(r, subject)?.into_iter().filter_map(|entry| recorded(entry, &told)).collect())
}

/// The entry as far as `told` takes what it tells.
pub(crate) fn recorded<T>(entry: Entry, told: impl Fn(Event) -> Option<T>) -> Option<Recorded<T>> {
    Some(Recorded {
        seq: entry.seq,
        recorded_at: entry.recorded_at,
        effective_on: entry.effective_on,
        who: Who::of(&entry.actor),
        what: told(entry.event)?,
    })
}

#[cfg(test)]
pub(crate) const SQL: &[&str] =
    &[LAST, APPEND, AFTER, ABOUT, REGISTRATION, ABOUT_MATTER, ACTED_BEFORE];
