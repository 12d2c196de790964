//! That nobody writes who brought a case where others read it.

use crate::Refusal;
use crate::case::act::Act;
use crate::case::form::{FieldValue, Filled, Privacy};
use crate::case::kind::{CaseKind, Deed, Publicity};
use crate::case::petition::{Part, Petition};
use crate::id::FieldId;
use crate::post::Actor;
use crate::text::{has_address, has_name, has_phone};

/// What of a petitioner is looked for.
const OPEN: &[Part] = &[Part::Name, Part::Phone];
const SEALED: &[Part] = &[Part::Name, Part::Phone, Part::Place];

/// Refuses `act` by `by` when what is written with it tells who brought the case: of a sealed kind anything that
/// is written, as verifiers and the accused read it; of others what everybody reads.
///
/// Whoever may not know who brought a sealed case is not refused: they cannot tell it, and the refusal would tell
/// them.
///
/// - Law: Luật Tố cáo 25/2018/QH14, art. 8.3 and 56; Luật Tố cáo 03/2011/QH13, art. 9.1.b.
///
/// # Errors
/// [`Refusal::TellsWho`].
pub fn is_discreet(
    kind: &CaseKind,
    by: &Actor,
    act: &Act,
    petition: &Petition,
) -> Result<(), Refusal> {
    let knows = match by {
        Actor::Citizen => return Ok(()),
        Actor::Post(post) => !kind.is_sealed() || kind.takes_in(post.role),
        Actor::Import | Actor::Administrator => true,
    };
    let deed = kind.action(&act.action).map(|action| action.deed);
    let published = match deed {
        Some(Deed::Answer) => kind.publishes(Publicity::Answer),
        Some(Deed::Refuse) => kind.publishes(Publicity::Refusal),
        _ => false,
    };
    if !knows {
        return Ok(());
    }
    let parts = if kind.is_sealed() { SEALED } else { OPEN };
    let text = act.text.as_deref().filter(|_| kind.is_sealed() || published);
    untold("text", text.unwrap_or_default(), parts, petition)?;
    answers_are_discreet(kind, &act.filled, parts, petition)
}

/// Refuses a petition whose public part tells who brings it.
///
/// # Errors
/// [`Refusal::TellsWho`].
pub(super) fn begins_discreetly(kind: &CaseKind, petition: &Petition) -> Result<(), Refusal> {
    if kind.publishes(Publicity::Subject) {
        untold("subject", &petition.subject, OPEN, petition)?;
    }
    if kind.is_sealed() {
        Ok(())
    } else {
        answers_are_discreet(kind, &petition.filled, OPEN, petition)
    }
}

fn answers_are_discreet(
    kind: &CaseKind,
    filled: &Filled,
    parts: &[Part],
    petition: &Petition,
) -> Result<(), Refusal> {
    for (field, value) in filled {
        let FieldValue::Text(text) = value else { continue };
        let privacy = kind.field(field).map(|field| field.privacy);
        let read = match privacy {
            Some(Privacy::Public) => true,
            Some(Privacy::Office) => kind.is_sealed(),
            Some(Privacy::Identity) | None => false,
        };
        if read {
            untold(field.as_str(), text, parts, petition)?;
        }
    }
    Ok(())
}

fn untold(field: &str, text: &str, parts: &[Part], petition: &Petition) -> Result<(), Refusal> {
    let tells = |part: &Part| match part {
        Part::Name => petition.name.as_deref().is_some_and(|name| has_name(text, name)),
        Part::Phone => petition.phone.as_deref().is_some_and(|phone| has_phone(text, phone)),
        Part::Place => petition.place.as_deref().is_some_and(|place| has_address(text, place)),
    };
    match parts.iter().find(|part| tells(part)) {
        Some(part) => Err(Refusal::TellsWho { field: FieldId::new(field), part: *part }),
        None => Ok(()),
    }
}
