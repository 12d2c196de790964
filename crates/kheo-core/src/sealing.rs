//! Who brought a case of a sealed kind: what of it is sealed, who may open it, and what of that is recorded.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::event::Words;
use crate::case::{CaseKind, Filled, Petition, Privacy, Seat};
use crate::id::{CaseCode, FieldId, PostId, TopicId};
use crate::post::{Post, Role};
use crate::text::{places_of_address, places_of_name, places_of_phone, taken_out};
use crate::unit::{Level, Rank};

/// Who brought a case, as it stands in the ledger: two shares, each encrypted to the keys of one group of
/// officers.
///
/// - Unit: base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The share of the first group, and that of the second.
    pub shares: [String; 2],
}

/// All that tells who brought a case. Only ever written down sealed.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identity {
    /// The name, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The telephone number, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The place, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Answers that tell who it is.
    #[serde(default, skip_serializing_if = "Filled::is_empty")]
    pub filled: Filled,
    /// Title and text as they were written, where the name or the number stood in them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<(String, String)>,
}

/// Says nothing: an identity is in no message and no log.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity")
    }
}

/// Takes out of `petition` all that tells who brought it, also where name or number stand in title and text.
#[must_use]
pub fn take_out(kind: &CaseKind, mut petition: Petition) -> (Petition, Identity) {
    let (filled, rest) =
        petition.filled.into_iter().partition(|(field, _)| is_identity(kind, field));
    petition.filled = rest;
    let mut identity = Identity {
        name: petition.name.take(),
        phone: petition.phone.take(),
        place: petition.place.take(),
        filled,
        written: None,
    };
    let [subject, text] = [&petition.subject, &petition.text].map(|text| {
        let name = identity.name.iter().flat_map(|it| places_of_name(text, it));
        let phone = identity.phone.iter().flat_map(|it| places_of_phone(text, it));
        let address = identity.place.iter().flat_map(|it| places_of_address(text, it));
        taken_out(text, name.chain(phone).chain(address).collect())
    });
    if subject != petition.subject || text != petition.text {
        identity.written = Some((petition.subject, petition.text));
    }
    (Petition { subject, text, ..petition }, identity)
}

/// Whether `petition` tells who brings it; otherwise there is nothing to seal.
#[must_use]
pub fn tells_who(kind: &CaseKind, petition: &Petition) -> bool {
    let parts = [&petition.name, &petition.phone, &petition.place];
    parts.into_iter().any(Option::is_some)
        || petition.filled.keys().any(|field| is_identity(kind, field))
}

fn is_identity(kind: &CaseKind, field: &FieldId) -> bool {
    kind.field(field).is_some_and(|field| field.privacy == Privacy::Identity)
}

/// One of the two groups whose officers open an identity together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The one that `opened_by` names first.
    First,
    /// The other.
    Second,
}

impl Group {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    /// The role of its officers.
    #[must_use]
    pub const fn role(self, roles: [Role; 2]) -> Role {
        let [first, second] = roles;
        match self {
            Self::First => first,
            Self::Second => second,
        }
    }
}

/// The group in which `post` opens identities of cases of `kind` about `topic`, registered `on` a day; nothing
/// for others. `rank` is that of the unit of the post. Below the competent level nobody opens any, for the case may be
/// about them or their head; only the clerk there, who forwards it, stands in for a head.
#[must_use]
pub fn group(kind: &CaseKind, topic: &TopicId, on: Date, post: &Post, rank: Rank) -> Option<Group> {
    let roles = kind.openers?;
    let role = match (kind.seat(topic, rank, on), post.role) {
        (Seat::Below, Role::Clerk) if !roles.contains(&Role::Clerk) => Role::Head,
        (Seat::Below, _) => return None,
        (_, own) => own,
    };
    Group::ALL.into_iter().find(|group| group.role(roles) == role)
}

/// Why an identity is not sealed, or is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum StaysSealed {
    #[error("no {} has a key yet that who brings the case could be sealed for", role.word())]
    NoKeys { role: Role },
    #[error(
        "no unit above that is competent works with the program, so nobody could open who brings the case: {level:?}"
    )]
    NoUnitAbove { level: Level },
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    #[error("the post has no key")]
    NoKeyOfYours,
    #[error("it was sealed for no key of this post")]
    NotForYou,
    #[error("another officer asked within the last minutes, and waits for a second one")]
    AskedAlready,
    #[error("nobody asked for it within the last minutes")]
    NotAsked,
    #[error("the code is not the one that the first officer was given")]
    WrongCode,
    #[error("who asked cannot be the second one too")]
    SamePerson,
    #[error("who asked is of the same group")]
    SameGroup,
}

impl StaysSealed {
    /// The stable word for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoKeys { .. } => "no-sealing-keys",
            Self::NoUnitAbove { .. } => "no-unit-above",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::NoKeyOfYours => "no-key-of-yours",
            Self::NotForYou => "not-sealed-for-you",
            Self::AskedAlready => "asked-already",
            Self::NotAsked => "not-asked",
            Self::WrongCode => "wrong-opening-code",
            Self::SamePerson => "same-person",
            Self::SameGroup => "same-group",
        }
    }
}

/// What can happen to the keys that identities are sealed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum SealingEvent {
    /// A post has a new key; what is sealed from then on is sealed for it, and what was, for the old one.
    #[serde(rename = "sealing-key.set")]
    KeySet {
        /// The post.
        post: PostId,
        /// The public half of the key: `age1…`.
        recipient: String,
        /// The hash of the secret half, as it is locked: it lies beside the ledger, and is missed when it is
        /// changed. Keys of before have none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        locked: Option<String>,
    },
}

/// What can happen to a sealed identity. Who did it is told by the entry.
///
/// The field `private` of an event goes into the private part of its entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum IdentityEvent {
    /// The first of two officers asked to see it.
    #[serde(rename = "identity.opening-asked")]
    Asked {
        /// The case.
        code: CaseCode,
        /// The reason.
        #[serde(default)]
        private: Words,
    },
    /// The second of two officers saw it.
    #[serde(rename = "identity.opened")]
    Opened {
        /// The case.
        code: CaseCode,
        /// The post that had asked.
        asked_by: PostId,
        /// The reason that it had given.
        #[serde(default)]
        private: Words,
    },
}

#[cfg(test)]
mod tests;
