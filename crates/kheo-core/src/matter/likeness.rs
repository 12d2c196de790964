//! How much two cases look as if they were about the same matter, and why.
//!
//! Everything is compared folded, so that letters with and without their marks are the same. A place
//! is compared within its ward or commune: the same street name in another one is another place.
//! Nothing here decides anything: a person does, who is shown the reasons.

mod place;
mod syllables;
mod words;

use crate::case::Petition;
use crate::id::TopicId;
use crate::text::folded;
use place::Place;
use words::Pairs;

pub use place::digits;

/// What is compared of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    topic: TopicId,
    place: Place,
    phone: Option<String>,
    name: Option<String>,
    words: Pairs,
}

impl Traits {
    /// The traits of a petition about `topic`. `ward` is the name of the ward or commune that it was
    /// addressed to; nothing when it went to a body that is none.
    #[must_use]
    pub fn of(petition: &Petition, topic: TopicId, ward: Option<&str>) -> Self {
        let written = [petition.subject.as_str(), petition.text.as_str()];
        Self {
            topic,
            place: Place::of(petition.place.as_deref(), written, ward),
            phone: petition.phone.as_deref().map(digits),
            name: petition.name.as_deref().map(folded),
            words: Pairs::of(written),
        }
    }

    /// What a case that looks like this one is likely to have too, as keys of an index, the most
    /// telling first. Of the words only a sample: of what two texts share, their samples share about
    /// the same part.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let phone = self.phone.iter().map(|phone| format!("phone {phone}"));
        let name = self.name.iter().map(|name| format!("name {name}"));
        let area = self.place.area().into_iter();
        let spot = |area| self.place.spots().map(move |spot| format!("spot {area}: {spot}"));
        let topic = self.place.area().map(|area| format!("topic {area}: {}", self.topic));
        let words = self.words.iter().map(|(pair, _)| (words::shuffled(pair), pair));
        let mut words: Vec<(u64, &str)> = words.collect();
        words.sort_unstable();
        let words = words.into_iter().take(Self::SAMPLE).map(|(_, pair)| format!("words {pair}"));
        phone.chain(name).chain(area.flat_map(spot)).chain(topic).chain(words).collect()
    }

    const SAMPLE: usize = 16;
}

/// Why two cases look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The same telephone number.
    SamePhone,
    /// The same name.
    SameName,
    /// The same place, as the one that is looked at writes it.
    SamePlace(String),
    /// The same ward or commune, where one of them names no place in it.
    SameArea,
    /// The same topic.
    SameTopic,
    /// Words that both have, as the one that is looked at writes them; the first few.
    WordsInCommon(Vec<String>),
}

/// How much two cases look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// - Unit: hundredths, 0 to 100.
    pub score: u8,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

impl Likeness {
    /// The least score with which a case is shown as a look-alike.
    pub const SHOWN: u8 = 42;
    /// From here on two cases look very much alike.
    pub const STRONG: u8 = 70;
}

const PHONE: usize = 40;
const NAME: usize = 15;
const PLACE: usize = 30;
const AREA: usize = 5;
const TOPIC: usize = 10;
const WORDS: usize = 40;
/// The most that cases of different places get, as long as nothing says that a person is the same.
const ELSEWHERE: usize = 40;
/// How many of the words in common are told.
const TOLD: usize = 4;

/// How much `other` looks as if it were about the same matter as `one`. The score is the same the
/// other way round.
#[must_use]
pub fn likeness(one: &Traits, other: &Traits) -> Likeness {
    let both = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    let (phone, name) = (both(&one.phone, &other.phone), both(&one.name, &other.name));
    let met = one.place.meets(&other.place);
    let common = one.words.iter().filter(|(pair, _)| other.words.contains(pair));
    let common: Vec<&str> = common.map(|(_, written)| written).collect();
    let fewer = one.words.len().min(other.words.len()).max(words::FEW);
    let words = WORDS * common.len().min(fewer) / fewer;
    let topic = one.topic == other.topic;
    let (place, reason) = match &met {
        Meeting::Spot(spot) => (PLACE, Some(Reason::SamePlace(spot.clone()))),
        Meeting::Area => (AREA, Some(Reason::SameArea)),
        Meeting::Elsewhere | Meeting::Unknown => (0, None),
    };
    let mut score =
        points(phone, PHONE) + points(name, NAME) + place + points(topic, TOPIC) + words;
    if met == Meeting::Elsewhere && !phone {
        score = score.min(ELSEWHERE);
    }
    let told: Vec<String> = common.into_iter().take(TOLD).map(str::to_owned).collect();
    let mut reasons = Vec::new();
    reasons.extend(phone.then_some(Reason::SamePhone));
    reasons.extend(name.then_some(Reason::SameName));
    reasons.extend(reason);
    reasons.extend(topic.then_some(Reason::SameTopic));
    reasons.extend((!told.is_empty()).then_some(Reason::WordsInCommon(told)));
    Likeness { score: u8::try_from(score.min(100)).unwrap_or(100), reasons }
}

const fn points(is: bool, points: usize) -> usize {
    if is { points } else { 0 }
}

/// How two places lie to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Meeting {
    /// They name the same spot.
    Spot(String),
    /// They lie in the same ward, and one names no spot in it.
    Area,
    /// They lie in different wards, or name different spots of one.
    Elsewhere,
    /// Nothing can be said.
    Unknown,
}
