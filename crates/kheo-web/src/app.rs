//! What every page works with.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kheo_calendar::day_in_vietnam;
use kheo_core::id::{FollowKey, UnitId};
use kheo_core::rules::Rules;
use kheo_core::unit::Unit;
use kheo_ledger::hexadecimal;
use kheo_ledger::log::{VerifierKey, WitnessKey};
use kheo_pack::Packs;
use kheo_store::Db;
use kheo_store::files::Files;
use kheo_words::{Lang, Words};

use crate::remembered::Remembered;

/// Fills a slice with random bytes.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// What every page works with. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The ledger and the read tables.
    pub db: Db,
    /// What several pages need and few entries change.
    pub remembered: Remembered,
    /// The attached files.
    pub files: Files,
    /// The rules in force.
    pub packs: Arc<Packs>,
    /// The words of the interface.
    pub words: Arc<Words>,
    /// Tells the time.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// Draws bytes that are fit for secrets.
    pub random: Random,
    /// Takes the text of a fault, for whoever runs the program. Never holds personal data.
    pub faults: Arc<dyn Fn(&str) + Send + Sync>,
    /// Takes each time that nothing of what was sent could be saved, for want of room.
    pub no_room: Arc<dyn Fn() + Send + Sync>,
    /// Whether every page says that it is a demonstration.
    pub demonstration: bool,
    /// Whether the pages are reached over https only, so that cookies may say so.
    pub secure: bool,
    /// The unit at the top of this installation.
    pub place: UnitId,
    /// The key with which anybody checks the log of this installation.
    pub log: Arc<VerifierKey>,
    /// The witnesses whose cosignatures of the log are taken in and counted.
    pub witnesses: Arc<[WitnessKey]>,
    /// The address at which citizens reach the pages, such as `https://kheo.example.gov.vn`; where it is not
    /// given, it is the one that the browser named.
    pub address: Option<Arc<str>>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("place", &self.place).finish_non_exhaustive()
    }
}

impl App {
    /// The moment it is.
    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// The day it is in Vietnam.
    pub(crate) fn today(&self) -> Date {
        day_in_vietnam(self.now())
    }

    /// The rules in force.
    pub(crate) fn rules(&self) -> &Rules {
        &self.packs.rules
    }

    /// 256 random bits in hexadecimal.
    pub(crate) fn secret(&self) -> String {
        let mut bytes = [0; 32];
        (self.random)(&mut bytes);
        hexadecimal(&bytes)
    }

    /// Twelve letters that one officer reads to another: 55 bits.
    pub(crate) fn opening_code(&self) -> String {
        let letters = [self.follow_key(), self.follow_key()];
        letters.iter().flat_map(|key| key.as_str().chars()).take(12).collect()
    }

    /// Eight letters that nobody guesses: 36 bits, none that look like digits.
    pub(crate) fn follow_key(&self) -> FollowKey {
        const LETTERS: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
        let mut bytes = [0; 8];
        (self.random)(&mut bytes);
        let mut rest = u64::from_be_bytes(bytes);
        let mut letters = String::with_capacity(8);
        for _ in 0..8 {
            let letter = usize::try_from(rest % 24).ok().and_then(|at| LETTERS.get(at));
            letters.extend(letter.map(|letter| char::from(*letter)));
            rest /= 24;
        }
        FollowKey::new(letters)
    }
}

/// The name of a unit in a language.
pub(crate) fn unit_name(unit: &Unit, lang: Lang) -> &str {
    match lang {
        Lang::Vi => &unit.name,
        Lang::En => &unit.name_en,
    }
}
