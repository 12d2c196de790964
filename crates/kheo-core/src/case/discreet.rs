//! That nobody writes who brought a case where others read it.

use crate::Refusal;
use crate::case::act::Act;
use crate::case::form::{FieldValue, Filled, Privacy};
use crate::case::kind::{CaseKind, Deed, Publicity, Topic};
use crate::case::petition::{Part, Petition};
use crate::id::{FieldId, TopicId};
use crate::post::Actor;
use crate::sealing::tells_who;
use crate::text::{has_address, has_name, has_phone, holds_phone};

/// What of a petitioner is looked for.
const OPEN: &[Part] = &[Part::Name, Part::Phone];
const SEALED: &[Part] = &[Part::Name, Part::Phone, Part::Place];

/// Refuses `act` by `by` when what is written with it tells who brought the case. Of an open kind that is what
/// everybody reads, and it is compared with what is known. Of a sealed kind it is anything that is written, as
/// verifiers and the accused read it: what is sealed cannot be compared, so no telephone number at all may stand there. The
/// same holds about a topic that takes no name, whoever writes.
///
/// - Law: Luật Tố cáo 25/2018/QH14, art. 8.3 and 56; Luật Tố cáo 03/2011/QH13, art. 9.1.b.
///
/// # Errors
/// [`Refusal::TellsWho`].
pub fn is_discreet(
    kind: &CaseKind,
    topic: &TopicId,
    by: &Actor,
    act: &Act,
    petition: &Petition,
) -> Result<(), Refusal> {
    let text = act.text.as_deref().unwrap_or_default();
    let nameless = kind.topic(topic).is_some_and(|topic| topic.nameless);
    if nameless || kind.is_sealed() && *by != Actor::Citizen {
        return without_phone(&act.filled, [("text", text)]);
    }
    if *by == Actor::Citizen {
        return Ok(());
    }
    let published = match kind.action(&act.action).map(|action| action.deed) {
        Some(Deed::Answer) => kind.publishes(Publicity::Answer),
        Some(Deed::Refuse) => kind.publishes(Publicity::Refusal),
        _ => false,
    };
    if published {
        untold("text", text, OPEN, petition)?;
    }
    answers_are_discreet(kind, &act.filled, OPEN, petition)
}

/// Refuses any telephone number in `texts`, each with its field, and in what is filled in.
fn without_phone<'a>(
    filled: &'a Filled,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(), Refusal> {
    let fields = filled.iter().filter_map(|(field, value)| match value {
        FieldValue::Text(text) => Some((field.as_str(), text.as_str())),
        _ => None,
    });
    match fields.chain(texts).find(|(_, text)| holds_phone(text)) {
        Some((field, _)) => {
            Err(Refusal::TellsWho { field: FieldId::new(field), part: Part::Phone })
        }
        None => Ok(()),
    }
}

/// Refuses a petition whose public part tells who brings it; of a sealed kind, any part that is not sealed with it;
/// about a topic that takes no name, any telephone number.
///
/// # Errors
/// [`Refusal::TellsWho`].
pub(super) fn begins_discreetly(
    kind: &CaseKind,
    topic: &Topic,
    petition: &Petition,
) -> Result<(), Refusal> {
    // What names nobody is written down as it is: nothing is sealed, so nothing is taken out of the text.
    if topic.nameless || kind.openers.is_some() && !tells_who(kind, petition) {
        let texts = [("subject", petition.subject.as_str()), ("text", petition.text.as_str())];
        without_phone(&petition.filled, texts)?;
    }
    if kind.publishes(Publicity::Subject) {
        untold("subject", &petition.subject, OPEN, petition)?;
    }
    let parts = if kind.is_sealed() { SEALED } else { OPEN };
    answers_are_discreet(kind, &petition.filled, parts, petition)
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
